import MinutesModel

/// The action list as a Markdown page, in groups.
public struct ActionsMarkdownExporter: Exporter {
    public static let id = "actions-markdown"
    public static let summary = "フォローアップ一覧を種別ごとに並べた Markdown で書き出します（回覧・印刷用）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [ExportFile(name: "actions.md", mediaType: "text/markdown; charset=utf-8", text: Self.markdown(input.actions))]
    }

    /// The list as Markdown text, for `actions --format markdown`. What is put like something rejected comes last.
    public static func markdown(_ list: ActionList, by grouping: ActionGrouping = .kind) -> String {
        var lines = ["# フォローアップ一覧", ""]
        guard !list.items.isEmpty else { return "# フォローアップ一覧\n\n該当する発言はありませんでした。\n" }
        let open = list.items.count { $0.status == .open }
        lines.append("全 \(list.items.count) 件（うち未了 \(open) 件）")
        lines.append("")
        var groups = grouping.groups(of: list.items.filter { $0.likeRejected == nil })
        let doubtful = list.items.filter { $0.likeRejected != nil }
        if !doubtful.isEmpty { groups.append(.init(name: "以前に除外した表現", items: doubtful)) }
        lines += ["| \(grouping.japaneseName) | 件数 | 未了 |", "|---|---:|---:|"]
        for group in groups {
            let name = MarkdownText.cell(group.name)
            lines.append("| \(name) | \(group.items.count) | \(group.items.count { $0.status == .open }) |")
        }
        for group in groups {
            lines += ["", "## \(MarkdownText.inline(group.name))", ""]
            for (position, item) in group.items.enumerated() {
                lines += entry(item, number: position + 1, showsKind: grouping != .kind || item.likeRejected != nil)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func entry(_ item: ActionItem, number: Int, showsKind: Bool) -> [String] {
        let kind = showsKind ? "（\(item.type.japaneseName)）" : ""
        var lines = ["\(number). **\(MarkdownText.inline(item.summary))**" + kind]
        var state = ["状態：\(item.status.japaneseName)"]
        if item.verdict != .pending || item.isMissing { state.append(item.reviewName) }
        if let owner = item.owner { state.append("担当：\(MarkdownText.inline(owner))") }
        if let due = item.due { state.append("期限：\(MarkdownText.inline(due.described))") }
        lines.append("   - " + state.joined(separator: "　"))
        if item.quote != item.summary { lines.append("   - 発言：「\(MarkdownText.inline(item.quote))」") }
        if let response = item.response {
            let answer = response.quote.map { "「\(MarkdownText.inline($0))」" } ?? ""
            lines.append("   - 要望への対応：\(response.stance.japaneseName)\(answer)")
        }
        lines.append("   - 出所：" + MarkdownText.inline(item.place))
        for merged in item.merged {
            let place = [merged.meetingTitle, merged.date, merged.speaker, merged.line.map { "原文\($0)行目" }]
            let words = place.compactMap(\.self).joined(separator: "、")
            lines.append("   - あわせた発言：「\(MarkdownText.inline(merged.quote))」（\(MarkdownText.inline(words))）")
        }
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
