extension PlanOutline {
    /// The outline as Markdown that `PlanOutlineParser` reads back to the same tree: the title as `#`, items as
    /// deeper headings, from the sixth depth on as lists, keywords on a line `キーワード：…` behind their item.
    public var markdown: String {
        var lines: [String] = []
        if let title { lines += ["# \(title)", ""] }
        for entry in entries {
            let listDepth = entry.depth - 5
            if listDepth < 0 {
                if let last = lines.last, !last.isEmpty { lines.append("") }
                lines.append(String(repeating: "#", count: entry.depth + 2) + " " + entry.item.heading)
            } else {
                lines.append(String(repeating: "  ", count: listDepth) + "- " + entry.item.heading)
            }
            if !entry.item.keywords.isEmpty {
                lines.append("キーワード：" + entry.item.keywords.joined(separator: "、"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
