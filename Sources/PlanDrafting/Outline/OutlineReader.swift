import MinutesModel

/// Takes the lines of an outline one by one and keeps the open branch of the tree.
struct OutlineReader {
    private(set) var title: String?
    private(set) var diagnostics: [Diagnostic] = []
    private var nodes: [(item: PlanItem, parent: Int?, rank: Int)] = []
    /// Indices of the nodes from the top to the one read last.
    private var open: [Int] = []
    private var lastHeadingRank = 0
    /// Inside 【現状と課題】 and the like: lists are that chapter's content.
    private var inChapter = false

    /// Deeper nesting than any plan prints is read as this deep.
    private static let deepest = 24

    mutating func read(_ raw: String, at line: Int) {
        let text = Array(raw.unicodeScalars)
        let start = text.firstIndex { !PlanHeading.isBlank($0) && $0 != "\u{feff}" } ?? text.count
        guard start < text.count else { return }
        let body = PlanHeading.string(text[start...])
        if body.hasPrefix("<!--") || body.allSatisfy({ "-=*_".contains($0) }) { return }
        if let words = Self.keywords(body) { return add(words, at: line) }
        if let depth = Self.headingDepth(text, at: start) {
            return heading(PlanHeading(PlanHeading.string(text[(start + depth)...])), depth: depth, at: line)
        }
        if body.hasPrefix("【") || body.hasPrefix("|") || body.hasPrefix(">") || body.hasPrefix("<") {
            inChapter = body.hasPrefix("【")
            return report("項目ではない行として読み飛ばしました", body, line, code: "outline.not-an-item", .note)
        }
        let indent = Self.columns(text[..<start])
        if start + 1 < text.count, "-*+・".unicodeScalars.contains(text[start]),
            text[start] == "・" || PlanHeading.isBlank(text[start + 1])
        {
            list(PlanHeading(PlanHeading.string(text[(start + 1)...])), indent: indent, at: line)
        } else {
            plain(PlanHeading(body), body: body, indent: indent, at: line)
        }
    }

    /// The items read, as a tree.
    func tree() -> [PlanItem] {
        var items = nodes.map(\.item)
        for index in items.indices.reversed() {
            items[index].children.reverse()
            if let parent = nodes[index].parent { items[parent].children.append(items[index]) }
        }
        return items.indices.filter { nodes[$0].parent == nil }.map { items[$0] }
    }

    private mutating func heading(_ heading: PlanHeading, depth: Int, at line: Int) {
        inChapter = heading.title.hasPrefix("【")
        if inChapter || (heading.title.isEmpty && heading.number.isEmpty) {
            return report("項目ではない見出しとして読み飛ばしました", heading.title, line, code: "outline.not-an-item", .note)
        }
        if depth == 1, title == nil, nodes.isEmpty, heading.level == nil, heading.printed == nil {
            title = heading.title
            return
        }
        lastHeadingRank = depth * 100
        append(heading, rank: lastHeadingRank, at: line)
    }

    private mutating func list(_ heading: PlanHeading, indent: Int, at line: Int) {
        guard !inChapter, !Self.isProse(heading.title) else {
            return report("文章として読み飛ばしました", heading.title, line, code: "outline.prose", .note)
        }
        append(heading, rank: lastHeadingRank + 200_000 + indent, at: line)
    }

    private mutating func plain(_ heading: PlanHeading, body: String, indent: Int, at line: Int) {
        if heading.printed == nil, heading.level == nil {
            if title == nil, nodes.isEmpty, indent == 0 {
                title = heading.title
                return
            }
            if nodes.isEmpty {
                return report("項目より前の説明として読み飛ばしました", body, line, code: "outline.preface", .note)
            }
            guard indent > 0, !open.isEmpty, !Self.isProse(body) else {
                return report("項目の番号も字下げもないため、項目として読めませんでした", body, line, code: "outline.not-understood", .warning)
            }
            return append(heading, rank: lastHeadingRank + 10_000 + indent * 100, at: line)
        }
        inChapter = false
        append(heading, rank: lastHeadingRank + (heading.level?.rank ?? heading.printed?.rank ?? 60), at: line)
    }

    private mutating func append(_ heading: PlanHeading, rank: Int, at line: Int) {
        while let last = open.last, nodes[last].rank >= rank { open.removeLast() }
        if open.count >= Self.deepest {
            report("入れ子が深すぎるため、上の段の項目として読みました", heading.title, line, code: "outline.too-deep", .warning)
            open.removeLast()
        }
        let parent = open.last
        let level = heading.level ?? Self.level(under: parent.map { nodes[$0].item.level }, heading.printed)
        nodes.append((PlanItem(level: level, number: heading.number, title: heading.title), parent, rank))
        open.append(nodes.count - 1)
    }

    private mutating func add(_ words: [String], at line: Int) {
        guard let last = open.last else {
            return report(
                "どの項目のキーワードか分かりません。項目の下に書いてください", words.joined(separator: "、"), line, code: "outline.keywords", .warning
            )
        }
        nodes[last].item.keywords += words.filter { !nodes[last].item.keywords.contains($0) }
    }

    private mutating func report(
        _ what: String, _ text: String, _ line: Int, code: String, _ severity: Diagnostic.Severity
    ) {
        diagnostics.append(
            Diagnostic(severity, code: code, message: "\(line)行目: \(what)（\(text.prefix(20))）。", line: line))
    }

    /// The kind of an item that prints a number only.
    private static func level(under parent: PlanItemLevel?, _ printed: PrintedNumber?) -> PlanItemLevel {
        switch (parent, printed?.style) {
        case (.goal, .parenthesised?), (.goal, .plain?), (.basicMeasure, .parenthesised?), (.basicMeasure, .plain?):
            .measure
        case (.priority, .parenthesised?), (.priority, .plain?): .priority
        case (.measure, _?), (.priority, .circled?), (.goal, .circled?), (.basicMeasure, .circled?): .initiative
        default: .item
        }
    }

    private static func headingDepth(_ text: [Unicode.Scalar], at start: Int) -> Int? {
        var depth = 0
        while start + depth < text.count, text[start + depth] == "#" || text[start + depth] == "＃" { depth += 1 }
        guard depth > 0, depth <= 6, start + depth < text.count, PlanHeading.isBlank(text[start + depth]) else {
            return nil
        }
        return depth
    }

    private static func keywords(_ body: String) -> [String]? {
        var rest = body[...]
        if rest.hasPrefix("- ") { rest = rest.dropFirst(2) }
        for mark in ["キーワード：", "キーワード:", "話題：", "話題:"] where rest.hasPrefix(mark) {
            return rest.dropFirst(mark.count).split { "、,，・ \u{3000}".contains($0) }.map(String.init)
        }
        return nil
    }

    /// Width of an indent: an ideographic space is two columns, a tab four.
    private static func columns(_ blanks: ArraySlice<Unicode.Scalar>) -> Int {
        blanks.reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : $1 == "\t" ? 4 : 1) }
    }

    private static func isProse(_ text: String) -> Bool { text.hasSuffix("。") || text.utf8.count > 240 }
}
