import JapaneseText

/// Cuts a query into words and signs.
struct QueryLexer {
    enum Token: Hashable {
        case word(String)
        case phrase(String)
        /// A word or phrase with `*` behind it.
        case prefix(String)
        case filter(FilterField, [String])
        case scope(SearchScope)
        /// Characters between the words at most.
        case near(Int)
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
            let limit = QueryLimits.longestQuery / 3
            throw SearchQueryError(
                position: limit, reason: "検索式が長すぎます（\(limit)文字程度まで）。探したい語を絞って入力してください。",
                english: "the query is too long (about \(limit) characters at most); name fewer words.")
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
        if Self.closing(first) != nil {
            let text = try quoted()
            if place < scalars.count, Self.isStar(scalars[place]) {
                place += 1
                return placed(.prefix(text))
            }
            return placed(.phrase(text))
        }
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
                position: start, reason: "引用符「\(opening)」が閉じていません。語句の終わりに「\(closing[0])」を付けてください。",
                english: "the quotation mark \(opening) is not closed; write \(closing[0]) behind the phrase.")
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
        return PlacedToken(token: try token(of: text(start..<place), position), position: position)
    }

    /// The words of the language in either width; in small letters they are words to look for.
    private func token(of word: String, _ position: Int) throws(SearchQueryError) -> Token {
        let sign = TextFolding.fold(word, [.width])
        switch sign {
        case "OR", "または", "又は", "もしくは", "若しくは": return .or
        case "AND", "かつ": return .and
        case "NOT": return .not
        case "NEAR": return .near(QueryLimits.usualNear)
        default: break
        }
        for name in ["NEAR/", "近傍/"] where sign.hasPrefix(name) {
            let number = Int(sign.dropFirst(name.count)) ?? -1
            guard (0...QueryLimits.farthestNear).contains(number) else {
                throw SearchQueryError(
                    position: position,
                    reason: "近傍（NEAR）の距離は、間の文字数を 0 から \(QueryLimits.farthestNear) までの数で「居場所 近傍/20 担い手」のように書いてください。",
                    english:
                        "NEAR/ takes the characters between, 0 to \(QueryLimits.farthestNear): 居場所 NEAR/20 担い手.")
            }
            return .near(number)
        }
        if let last = word.unicodeScalars.last, Self.isStar(last) {
            var stem = word.unicodeScalars
            while let last = stem.last, Self.isStar(last) { stem.removeLast() }
            guard !stem.isEmpty else {
                throw SearchQueryError(
                    position: position, reason: "「*」の前に、語の始まりを「出張*」のように続けて書いてください。",
                    english: "write the beginning of a word before the *, for example 出張*.")
            }
            return .prefix(String(stem))
        }
        return .word(word)
    }

    /// Reads `name:value` where `place` stands at the colon.
    private mutating func filter(_ start: Int, _ position: Int) throws(SearchQueryError) -> PlacedToken? {
        let name = TextFolding.fold(text(start..<place))
        let field = FilterField(name: name)
        let isScope = ScopeName.names.contains(name)
        guard field != nil || isScope else {
            // 13:30 and 委員長：はい are text; a name alone before the colon is more likely a slip.
            guard Self.looksLikeField(name), place + 1 < scalars.count, !Self.isBlank(scalars[place + 1]) else {
                return nil
            }
            throw SearchQueryError(
                position: position,
                reason: "「\(name)」という絞り込みはありません。使えるのは \(FilterField.japaneseNames) です。"
                    + "語として探すときは \" \" で囲んでください。",
                english: "there is no filter \"\(name)\"; there are \(FilterField.englishNames). "
                    + "Put it into quotation marks to look for it as a word.")
        }
        place += 1
        let values = try values(position)
        guard let field else {
            do throws(SearchQueryError) {
                return PlacedToken(
                    token: .scope(try ScopeName.scope(values.joined(separator: "、"))), position: position)
            } catch {
                throw error.at(position)
            }
        }
        return PlacedToken(token: .filter(field, values), position: position)
    }

    /// What stands behind the colon: values with commas or `|` between, some in quotation marks; or the same in brackets,
    /// where OR stands between them, too.
    private mutating func values(_ position: Int) throws(SearchQueryError) -> [String] {
        let opening = place < scalars.count && (scalars[place] == "(" || scalars[place] == "（") ? place + 1 : nil
        if opening != nil { place += 1 }
        var values: [String] = []
        var value = ""
        func close() {
            values.append(value)
            value = ""
        }
        while place < scalars.count {
            let scalar = scalars[place]
            if Self.closing(scalar) != nil {
                value += try quoted()
            } else if Self.separatesValues(scalar) {
                close()
                place += 1
            } else if scalar == "(" || scalar == ")" || scalar == "（" || scalar == "）" {
                break
            } else if Self.isBlank(scalar) {
                guard opening != nil else { break }
                place += 1
                let from = place
                while place < scalars.count, !Self.isBlank(scalars[place]), !Self.endsWord(scalars[place]) {
                    place += 1
                }
                switch TextFolding.fold(text(from..<place), [.width]) {
                case "OR", "または", "又は", "もしくは", "若しくは": close()
                default:
                    place = from
                    if !value.isEmpty { value += " " }
                }
            } else {
                value.unicodeScalars.append(scalar)
                place += 1
            }
        }
        close()
        if let opening {
            guard place < scalars.count, scalars[place] == ")" || scalars[place] == "）" else {
                throw SearchQueryError(
                    position: opening, reason: "絞り込みの「(」が閉じていません。値の終わりに「)」を付けてください。",
                    english: "the bracket of the filter is not closed; write ) behind its values.")
            }
            place += 1
        }
        return values.map { value in
            var trimmed = value[...]
            while trimmed.last == " " { trimmed.removeLast() }
            return String(trimmed)
        }
    }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// At most ten characters, no digits: what a person would take for the name of a field.
    private static func looksLikeField(_ name: String) -> Bool {
        name.unicodeScalars.count <= 10
            && name.unicodeScalars.allSatisfy {
                (0x61...0x7A).contains($0.value) || (0x3041...0x9FFF).contains($0.value)
            }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.properties.isWhitespace
    }

    private static func isStar(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "＊" }

    private static func separatesValues(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "，", "、", "､", "|", "｜": true
        default: false
        }
    }

    private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", ")", "（", "）", "|", "｜": true
        default: closing(scalar) != nil
        }
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
