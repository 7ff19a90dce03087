import MinutesSearch

/// Whether words stand in the compared text of a remark, as SQL.
enum PhraseCondition {
    /// A phrase anywhere, or where a word begins.
    static func sql(_ phrase: SearchPhrase) -> SQLText {
        let contained: SQLText = "position(compared, \(.literal(ComparedColumn.text(phrase.scalars)))) != 0"
        guard phrase.isPrefix else { return contained }
        let edges = WordEdges(phrase)
        guard !edges.before.isEmpty else { return contained }
        // The plain test is far cheaper and leaves few rows to the pattern.
        return "(\(contained) AND \(match(beginning(phrase, edges))))"
    }

    /// Words close to each other, each to the next, in any order.
    /// - Throws: `ClickHouseError.untranslatable` for very many spellings, and for what only the embedded index counts.
    static func sql(_ near: NearWords) throws(ClickHouseError) -> SQLText {
        let words = near.words.map { word in
            SQLText(any: word.map { "position(compared, \(.literal(ComparedColumn.text($0.scalars)))) != 0" })
        }
        let isChain = near.words.count > 2
        return SQLText(all: words + [isChain ? try NearChain.sql(near) : try ofTwo(near)])
    }

    /// A pattern with both orders: exact also for words that overlap themselves.
    private static func ofTwo(_ near: NearWords) throws(ClickHouseError) -> SQLText {
        guard near.words.count == 2, near.words[0].count * near.words[1].count <= 100 else {
            throw .untranslatable("表記や同義語の組合せが100を超える近傍（NEAR）")
        }
        // RE2 counts no further.
        guard let distance = near.distances.first, distance <= 1000 else {
            throw .untranslatable("1000字を超える近傍（NEAR）")
        }
        var orders: [RegexText] = []
        for (first, second) in [(near.words[0], near.words[1]), (near.words[1], near.words[0])] {
            for left in first { for right in second { orders += pair(left, right, distance: distance) } }
        }
        return match(.any(of: orders))
    }

    private static func match(_ pattern: RegexText) -> SQLText { "match(compared, \(.literal(pattern.pattern)))" }

    /// The phrase where a word begins with it; takes the character before it.
    private static func beginning(_ phrase: SearchPhrase, _ edges: WordEdges) -> RegexText {
        .any(of: [.start, RegexText(edges.before, isNegated: true)]) + RegexText(phrase.scalars)
    }

    /// `left`, at most `distance` characters, `right`.
    private static func pair(_ left: SearchPhrase, _ right: SearchPhrase, distance: Int) -> [RegexText] {
        let leftEdges = WordEdges(left), rightEdges = WordEdges(right)
        let head =
            left.isPrefix && !leftEdges.before.isEmpty ? beginning(left, leftEdges) : RegexText(left.scalars)
        let tail = RegexText(right.scalars)
        guard right.isPrefix, !rightEdges.before.isEmpty else { return [head + .gap(distance) + tail] }
        // The character before `right` lets a word begin: the last one between them, or that of `left`.
        var orders: [RegexText] = []
        if distance > 0 {
            orders.append(head + .gap(distance - 1) + RegexText(rightEdges.before, isNegated: true) + tail)
        }
        if let last = left.scalars.last, rightEdges.letsBegin(behind: last) { orders.append(head + tail) }
        return orders
    }
}

extension SQLText {
    /// All of them hold; none: always.
    init(all parts: [SQLText]) { self = parts.isEmpty ? "1" : "(\(SQLText(joining: parts, with: " AND ")))" }

    /// Any of them holds; none: never.
    init(any parts: [SQLText]) { self = parts.isEmpty ? "0" : "(\(SQLText(joining: parts, with: " OR ")))" }
}
