import MinutesModel

/// 前回からの継続事項, or the whole 進行管理表, as a page to hand round, as a table for Excel, as JSON.
public enum CarryOverWriter {
    public static func markdown(_ sheet: CarryOverSheet) -> String {
        var lines = ["# \(sheet.title)", "", "- 会議体：\(MarkdownText.inline(sheet.body))"]
        lines.append("- 対象：\(sheet.meetingTitle.map(MarkdownText.inline) ?? "次回の会議")")
        lines.append("- 期限は \(sheet.referenceDate) を基準に判定しています。「完了の報告あり」は確認のうえ完了としてください。")
        guard !sheet.points.isEmpty else { return (lines + ["", "継続する事項はありません。"]).joined(separator: "\n") + "\n" }
        for group in sheet.groups {
            lines += ["", "## \(group.name)（\(group.points.count)件）"]
            for (position, point) in group.points.enumerated() { lines += [""] + entry(point, number: position + 1) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ point: CarriedPoint, number: Int) -> [String] {
        let item = point.item
        var lines = ["\(number). **\(MarkdownText.inline(item.summary))**（\(item.type.japaneseName)）"]
        var state: [String] = []
        if let owner = item.owner { state.append("担当：\(MarkdownText.inline(owner))") }
        if let due = item.due { state.append("期限：\(MarkdownText.inline(due.described))") }
        if let stance = item.response?.stance { state.append("要望への対応：\(stance.japaneseName)") }
        if !state.isEmpty { lines.append("   - " + state.joined(separator: "　")) }
        lines.append("   - 発言：「\(MarkdownText.inline(item.quote))」（\(place(item))）")
        for trace in point.traces {
            lines.append("   - \(trace.kind.japaneseName)：「\(MarkdownText.inline(trace.quote))」（\(trace.place)）")
        }
        if let note = item.note { lines.append("   - 次の対応：\(MarkdownText.inline(note))") }
        return lines
    }

    /// Bytes of a CSV file, byte order mark first: one point a row, its traces in one cell.
    public static func csv(_ sheet: CarryOverSheet) -> [UInt8] {
        ColumnTable(columns: TableColumn<CarriedPoint>.progress, rows: sheet.points).csv
    }

    /// 進行管理表: the sheet as an Excel workbook, with the columns of the CSV; what comes next is a person's note.
    public static func workbook(_ sheet: CarryOverSheet) throws -> [UInt8] {
        try ColumnTable(columns: TableColumn<CarriedPoint>.progress, rows: sheet.points).workbook(sheet: "進行管理表")
    }

    public static func json(_ sheet: CarryOverSheet) throws -> String { try JSONText.text(of: sheet) }

    private static func place(_ item: ActionItem) -> String {
        [item.date, item.meetingTitle, item.speaker, item.line.map { "\($0)行目" }].compactMap(\.self)
            .joined(separator: "、")
    }
}
