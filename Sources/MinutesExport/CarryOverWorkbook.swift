import MinutesModel

extension CarryOverWriter {
    /// 進行管理表: the sheet as an Excel workbook, with columns left open for what people write in.
    public static func workbook(_ sheet: CarryOverSheet) throws -> [UInt8] {
        var table = Spreadsheet.Sheet(
            name: "進行管理表",
            columns: [
                .init(title: "番号", width: 6), .init(title: "項目", width: 44), .init(title: "種別", width: 12),
                .init(title: "担当", width: 14), .init(title: "期限", width: 16), .init(title: "期限の日付", width: 12),
                .init(title: "状況", width: 14), .init(title: "最終報告日", width: 12), .init(title: "最終報告", width: 50),
                .init(title: "次の対応", width: 30), .init(title: "発言（原文）", width: 60), .init(title: "会議", width: 30),
                .init(title: "開催日", width: 12), .init(title: "発言者", width: 16), .init(title: "ID", width: 16),
            ])
        table.rows = sheet.points.enumerated().map { position, point in
            let (item, last) = (point.item, point.traces.last)
            return [
                .number(position + 1), .text(item.summary), .text(item.type.japaneseName), .init(item.owner),
                .init(item.due?.text), .init(day: item.due?.date), .text(point.state.japaneseName),
                .init(day: last?.date), .init(last.map { "「\($0.quote)」（\($0.speaker)）" }), .init(item.note),
                .text(item.quote), .text(item.meetingTitle), .init(day: item.date), .text(item.speaker),
                .text(item.id),
            ]
        }
        return try SpreadsheetWriter(spreadsheet: Spreadsheet(sheets: [table])).bytes()
    }
}
