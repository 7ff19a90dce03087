import JapaneseText

/// Cuts a query into words and signs.
struct QueryLexer {
    enum Token: Hashable {
        case word(String)
        case phrase(String)
        case filter(FilterField, String)
        case or, not, and, open, close
    }

    struct PlacedToken: Hashable {
        var token: Token
        /// In characters, from 1.
        var position: Int
    }

    private let scalars: [Unicode.Scalar]
    private var place = 0

    private init(_ query: String) { scalars = Array(query.unicodeScalars) }

    /// - Throws: `SearchQueryError`.
    /// - Complexity: O(n).
    static func tokens(of query: String) throws(SearchQueryError) -> [PlacedToken] {
        guard query.utf8.count <= QueryLimits.longestQuery else {
            throw SearchQueryError(
                position: QueryLimits.longestQuery / 3,
                reason: "検索式が長すぎます（\(QueryLimits.longestQuery / 3)文字程度まで）。探したい語を絞って入力してください。")
        }
        var lexer = QueryLexer(query)
        var tokens: [PlacedToken] = []
        while let token = try lexer.next() {
            tokens.append(token)
            // Signs count as well: a million brackets are no query either.
            if tokens.count > QueryLimits.mostClauses * 8 { throw QueryLimits.tooManyClauses(at: token.position) }
        }
        return tokens
    }

    private mutating func next() throws(SearchQueryError) -> PlacedToken? {
        while place < scalars.count, Self.isBlank(scalars[place]) { place += 1 }
        guard place < scalars.count else { return nil }
        let position = place + 1
        let first = scalars[place]
        func placed(_ token: Token) -> PlacedToken { PlacedToken(token: token, position: position) }
        switch first {
        case "(", "（":
            place += 1
            return placed(.open)
        case ")", "）":
            place += 1
            return placed(.close)
        case "|", "｜":
            place += 1
            return placed(.or)
        case "-", "－", "−", "‐":
            // A minus before a word takes it out; alone it is a word.
            if place + 1 < scalars.count, !Self.isBlank(scalars[place + 1]) {
                place += 1
                return placed(.not)
            }
        default: break
        }
        if Self.closing(first) != nil { return placed(.phrase(try quoted())) }
        return try word(position)
    }

    /// From an opening to its closing quotation mark.
    private mutating func quoted() throws(SearchQueryError) -> String {
        let opening = scalars[place]
        let closing = Self.closing(opening) ?? [opening]
        let start = place + 1
        var end = start
        while end < scalars.count, !closing.contains(scalars[end]) { end += 1 }
        guard end < scalars.count else {
            throw SearchQueryError(
                position: start, reason: "引用符「\(opening)」が閉じていません。終わりに「\(closing[0])」を付けてください。")
        }
        place = end + 1
        return text(start..<end)
    }

    private mutating func word(_ position: Int) throws(SearchQueryError) -> PlacedToken {
        let start = place
        while place < scalars.count {
            let scalar = scalars[place]
            if Self.isBlank(scalar) || Self.endsWord(scalar) { break }
            if scalar == ":" || scalar == "：", place > start {
                if let token = try filter(start, position) { return token }
            }
            place += 1
        }
        let word = text(start..<place)
        let token: Token
        // The words of the language in either width; in small letters they are words to look for.
        switch TextFolding.fold(word, [.width]) {
        case "OR", "または", "又は", "もしくは", "若しくは": token = .or
        case "AND", "かつ": token = .and
        case "NOT": token = .not
        default: token = .word(word)
        }
        return PlacedToken(token: token, position: position)
    }

    /// Reads `name:value` where `place` stands at the colon.
    private mutating func filter(_ start: Int, _ position: Int) throws(SearchQueryError) -> PlacedToken? {
        let name = TextFolding.fold(text(start..<place))
        guard let field = FilterField(name: name) else {
            // 13:30 and 委員長：はい are text; a name alone before the colon is more likely a slip.
            guard Self.looksLikeField(name), place + 1 < scalars.count, !Self.isBlank(scalars[place + 1]) else {
                return nil
            }
            throw SearchQueryError(
                position: position,
                reason: "「\(name)」という絞り込みはありません。使えるのは \(FilterField.japaneseNames) です。"
                    + "語として探すときは \" \" で囲んでください。")
        }
        place += 1
        var value = ""
        if place < scalars.count, Self.closing(scalars[place]) != nil {
            value = try quoted()
        } else {
            let from = place
            while place < scalars.count, !Self.isBlank(scalars[place]), !Self.endsValue(scalars[place]) { place += 1 }
            value = text(from..<place)
        }
        return PlacedToken(token: .filter(field, value), position: position)
    }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// At most six characters, no digits: what a person would take for the name of a field.
    private static func looksLikeField(_ name: String) -> Bool {
        name.unicodeScalars.count <= 10
            && name.unicodeScalars.allSatisfy {
                (0x61...0x7A).contains($0.value) || (0x3041...0x9FFF).contains($0.value)
            }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.properties.isWhitespace
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        endsValue(scalar) || closing(scalar) != nil || scalar == "|" || scalar == "｜"
    }

    private static func endsValue(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "(" || scalar == ")" || scalar == "（" || scalar == "）"
    }

    /// What may close an opening quotation mark.
    private static func closing(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        switch scalar {
        case "\"", "＂": ["\"", "＂"]
        case "“", "„": ["”", "“", "\""]
        case "「", "｢": ["」", "｣"]
        case "『": ["』"]
        default: nil
        }
    }
}
