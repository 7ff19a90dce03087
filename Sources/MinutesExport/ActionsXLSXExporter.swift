import MinutesModel

/// The action list as an Excel workbook.
public struct ActionsXLSXExporter: Exporter {
    public static let id = "actions-xlsx"
    public static let summary = "フォローアップ一覧を Excel のブックで書き出します（見出し固定・絞り込み・日付は日付として）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [
            ExportFile(
                name: "actions.xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: try Self.workbook(input.actions))
        ]
    }

    /// The list as bytes of an XLSX file, for `actions --format xlsx`.
    public static func workbook(_ list: ActionList) throws -> [UInt8] {
        var sheet = Spreadsheet.Sheet(
            name: "フォローアップ一覧",
            columns: [
                .init(title: "番号", width: 6), .init(title: "種別", width: 12), .init(title: "状態", width: 8),
                .init(title: "要旨", width: 44), .init(title: "担当", width: 14), .init(title: "期限", width: 16),
                .init(title: "期限の日付", width: 12), .init(title: "発言（原文）", width: 60), .init(title: "会議", width: 30),
                .init(title: "開催日", width: 12), .init(title: "議題", width: 26), .init(title: "発言者", width: 16),
                .init(title: "原文の行", width: 9), .init(title: "話題", width: 18), .init(title: "備考", width: 24),
                .init(title: "ID", width: 16),
            ])
        sheet.rows = list.items.enumerated().map { position, item in
            [
                .number(position + 1), .text(item.type.japaneseName), .text(item.status.japaneseName),
                .text(item.summary), .init(item.owner), .init(item.due?.text), .init(day: item.due?.date),
                .text(item.quote), .text(item.meetingTitle), .init(day: item.date), .init(item.agenda),
                .text(item.speaker), item.line.map { .number($0) } ?? .empty,
                .text(item.topics.joined(separator: "、")), .init(item.note), .text(item.id),
            ]
        }
        return try SpreadsheetWriter(spreadsheet: Spreadsheet(sheets: [sheet])).bytes()
    }
}
