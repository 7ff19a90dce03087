import MinutesModel

/// The action list as a Markdown page, grouped by kind.
public struct ActionsMarkdownExporter: Exporter {
    public static let id = "actions-markdown"
    public static let summary = "フォローアップ一覧を種別ごとに並べた Markdown で書き出します（回覧・印刷用）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [ExportFile(name: "actions.md", mediaType: "text/markdown; charset=utf-8", text: Self.markdown(input.actions))]
    }

    /// The list as Markdown text, for `actions --format markdown`.
    public static func markdown(_ list: ActionList) -> String {
        var lines = ["# フォローアップ一覧", ""]
        guard !list.items.isEmpty else { return "# フォローアップ一覧\n\n該当する発言はありませんでした。\n" }
        let groups = Dictionary(grouping: list.items, by: \.type)
        let extra = groups.keys.filter { !FindingKind.actions.contains($0) }.sorted { $0.rawValue < $1.rawValue }
        let kinds = (FindingKind.actions + extra).filter { groups[$0] != nil }
        let open = list.items.count { $0.status == .open }
        lines.append("全 \(list.items.count) 件（うち未了 \(open) 件）")
        lines.append("")
        lines += ["| 種別 | 件数 | 未了 |", "|---|---:|---:|"]
        for kind in kinds {
            let items = groups[kind] ?? []
            lines.append("| \(kind.japaneseName) | \(items.count) | \(items.count { $0.status == .open }) |")
        }
        for kind in kinds {
            lines += ["", "## \(kind.japaneseName)", ""]
            for (position, item) in (groups[kind] ?? []).enumerated() { lines += entry(item, number: position + 1) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ item: ActionItem, number: Int) -> [String] {
        var lines = ["\(number). **\(MarkdownText.inline(item.summary))**"]
        var state = ["状態：\(item.status.japaneseName)"]
        if let owner = item.owner { state.append("担当：\(MarkdownText.inline(owner))") }
        if let due = item.due { state.append("期限：\(MarkdownText.inline(due.described))") }
        lines.append("   - " + state.joined(separator: "　"))
        if item.quote != item.summary { lines.append("   - 発言：「\(MarkdownText.inline(item.quote))」") }
        lines.append("   - 出所：" + MarkdownText.inline(item.place))
        if let note = item.note { lines.append("   - 備考：\(MarkdownText.inline(note))") }
        return lines
    }
}

extension ActionItem.Due {
    /// The words, and the date they mean in brackets where they are not the date themselves.
    var described: String {
        guard let date, date != text else { return text }
        return "\(text)（\(date)）"
    }
}

extension ActionItem {
    /// Meeting, day, agenda item, speaker and line: where the quote stands, for people.
    var place: String {
        [meetingTitle, date, agenda.map { "議題 \($0)" }, speaker, line.map { "原文\($0)行目" }].compactMap(\.self)
            .joined(separator: "、")
    }
}
