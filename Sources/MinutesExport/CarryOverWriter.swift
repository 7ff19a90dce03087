import MinutesModel

/// 前回からの継続事項 as a page to hand round, as a table for Excel, as JSON.
public enum CarryOverWriter {
    public static func markdown(_ sheet: CarryOverSheet) -> String {
        var lines = ["# 前回からの継続事項", "", "- 会議体：\(MarkdownText.inline(sheet.body))"]
        lines.append("- 対象：\(sheet.meetingTitle.map(MarkdownText.inline) ?? "次回の会議")")
        lines.append("- 期限は \(sheet.referenceDate) を基準に判定しています。「完了の報告あり」は確認のうえ完了としてください。")
        guard !sheet.points.isEmpty else { return (lines + ["", "継続する事項はありません。"]).joined(separator: "\n") + "\n" }
        for state in CarriedPoint.State.allCases {
            let points = sheet.points.filter { $0.state == state }
            guard !points.isEmpty else { continue }
            lines += ["", "## \(state.japaneseName)（\(points.count)件）"]
            for (position, point) in points.enumerated() { lines += [""] + entry(point, number: position + 1) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ point: CarriedPoint, number: Int) -> [String] {
        let item = point.item
        var lines = ["\(number). **\(MarkdownText.inline(item.summary))**（\(item.type.japaneseName)）"]
        var state: [String] = []
        if let owner = item.owner { state.append("担当：\(MarkdownText.inline(owner))") }
        if let due = item.due { state.append("期限：\(MarkdownText.inline(due.described))") }
        if !state.isEmpty { lines.append("   - " + state.joined(separator: "　")) }
        lines.append("   - 発言：「\(MarkdownText.inline(item.quote))」（\(place(item))）")
        for trace in point.traces {
            lines.append("   - \(name(trace.kind))：「\(MarkdownText.inline(trace.quote))」（\(place(trace))）")
        }
        return lines
    }

    /// Bytes of a CSV file, byte order mark first: one point a row, its traces in one cell.
    public static func csv(_ sheet: CarryOverSheet) -> [UInt8] {
        var writer = CSVWriter(header: [
            "番号", "状況", "種別", "要旨", "担当", "期限", "期限の日付", "発言（原文）", "会議", "開催日", "発言者", "その後の経過", "ID",
        ])
        for (position, point) in sheet.points.enumerated() {
            let item = point.item
            let traces = point.traces.map { "\(name($0.kind))：「\($0.quote)」（\(place($0))）" }
            writer.add([
                String(position + 1), point.state.japaneseName, item.type.japaneseName, item.summary, item.owner,
                item.due?.text, item.due?.date, item.quote, item.meetingTitle, item.date, item.speaker,
                traces.joined(separator: "\n"), item.id,
            ])
        }
        return writer.bytes
    }

    public static func json(_ sheet: CarryOverSheet) throws -> String { try JSONText.text(of: sheet) }

    private static func name(_ kind: CarriedPoint.Trace.Kind) -> String {
        switch kind {
        case .done: "完了の報告"
        case .pending: "未了の報告"
        case .again: "再度の発言"
        }
    }

    private static func place(_ item: ActionItem) -> String {
        place(item.date, item.meetingTitle, item.speaker, item.line)
    }

    private static func place(_ trace: CarriedPoint.Trace) -> String {
        place(trace.date, trace.meetingTitle, trace.speaker, trace.line)
    }

    private static func place(_ date: String?, _ title: String, _ speaker: String, _ line: Int?) -> String {
        [date, title, speaker, line.map { "\($0)行目" }].compactMap(\.self).joined(separator: "、")
    }
}
