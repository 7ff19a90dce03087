/// Reads a query.
///
/// ```
/// query    = together (OR together)*
/// together = part (AND? part)*
/// part     = (NOT | -)* ( close | name:value | scope:value )
/// close    = word (NEAR/n word)*
/// word     = word | word* | "phrase" | "(" query ")"
/// ```
/// NEAR binds closest, AND closer than OR: `a b OR c` is `(a b) OR c`. Between the words of NEAR stand words and brackets
/// of words with OR only. A scope stands outside of brackets and holds for the whole query.
package struct QueryParser {
    private let tokens: [QueryLexer.PlacedToken]
    private var place = 0
    private var clauses = 0
    private var scope: SearchScope?

    /// - Parameter scope: the scope where the query names none.
    /// - Returns: the meaning; an empty query is everything.
    /// - Throws: `SearchQueryError` with the place.
    /// - Complexity: O(n).
    package static func query(
        _ query: String, scope: SearchScope = .remark
    ) throws(SearchQueryError) -> SearchQuery {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: query))
        guard !parser.tokens.isEmpty else { return SearchQuery(.all([]), scope: scope) }
        let expression = try parser.either(depth: 0)
        if parser.place < parser.tokens.count {
            throw Self.noOpening(at: parser.tokens[parser.place].position)
        }
        return SearchQuery(expression, scope: parser.scope ?? scope)
    }

    static func expression(of query: String) throws(SearchQueryError) -> SearchExpression {
        try self.query(query).expression
    }

    private init(tokens: [QueryLexer.PlacedToken]) { self.tokens = tokens }

    private var current: QueryLexer.Token? { place < tokens.count ? tokens[place].token : nil }

    private var position: Int { place < tokens.count ? tokens[place].position : (tokens.last?.position ?? 0) }

    private mutating func either(depth: Int) throws(SearchQueryError) -> SearchExpression {
        var parts = [try together(depth: depth)]
        while current == .or {
            place += 1
            parts.append(try together(depth: depth))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func together(depth: Int) throws(SearchQueryError) -> SearchExpression {
        var parts: [SearchExpression] = []
        var hasScope = false
        while let token = current, token != .or, token != .close {
            switch token {
            case .and:
                let sign = position
                place += 1
                if parts.isEmpty || current == nil || current == .or || current == .close || current == .and {
                    throw SearchQueryError(
                        position: sign, reason: "AND の前後に探す語がありません。「居場所 AND 担い手」のように書いてください（語を並べるだけでも同じです）。",
                        english: "AND needs a word on each side: 居場所 AND 担い手 (the same as 居場所 担い手).")
                }
            case .scope(let named):
                try setScope(named, depth: depth)
                hasScope = true
            default: parts.append(try part(depth: depth))
            }
        }
        if parts.isEmpty, hasScope, depth == 0, current == nil, place == tokens.count { return .all([]) }
        guard !parts.isEmpty else { throw nothingHere }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private var nothingHere: SearchQueryError {
        if current == .or || place > 0 && tokens[place - 1].token == .or {
            return SearchQueryError(
                position: position, reason: "OR（または）の前後に探す語がありません。「居場所 OR 担い手」のように書いてください。",
                english: "OR needs a word on each side: 居場所 OR 担い手.")
        }
        if current == .close, place == 0 { return Self.noOpening(at: position) }
        return SearchQueryError(
            position: position, reason: "「( )」の中に探す語がありません。語を書くか、括弧を消してください。",
            english: "there is no word in the brackets; write one or remove the brackets.")
    }

    private static func noOpening(at position: Int) -> SearchQueryError {
        SearchQueryError(
            position: position, reason: "「)」に対応する「(」がありません。前に「(」を書くか、「)」を消してください。",
            english: "there is no ( for this ); write one before or remove the ).")
    }

    private static func noClosing(at position: Int) -> SearchQueryError {
        SearchQueryError(
            position: position, reason: "「(」が閉じていません。まとまりの終わりに「)」を付けてください。",
            english: "this ( is not closed; write ) behind what belongs together.")
    }

    private mutating func setScope(_ named: SearchScope, depth: Int) throws(SearchQueryError) {
        guard depth == 0 else {
            throw SearchQueryError(
                position: position, reason: "「範囲:」は検索式の全体に掛かります。括弧の外に書いてください。",
                english: "scope: holds for the whole query; write it outside of the brackets.")
        }
        guard scope == nil || scope == named else {
            throw SearchQueryError(
                position: position, reason: "「範囲:」が二つあります。どちらか一つにしてください。",
                english: "there are two scopes; keep one of them.")
        }
        scope = named
        place += 1
    }

    private mutating func part(depth: Int) throws(SearchQueryError) -> SearchExpression {
        var isNegated = false
        while current == .not {
            let sign = position
            isNegated.toggle()
            place += 1
            switch current {
            case nil, .or, .and, .close, .near, .scope:
                throw SearchQueryError(
                    position: sign, reason: "除く語がありません。「-」や NOT の後に語を「居場所 -予算」のように続けてください。",
                    english: "there is nothing to exclude; write a word behind - or NOT: 居場所 -予算.")
            default: break
            }
        }
        let expression = try close(depth: depth)
        return isNegated ? .not(expression) : expression
    }

    /// A part, or several words with NEAR between.
    private mutating func close(depth: Int) throws(SearchQueryError) -> SearchExpression {
        let first = try operand(depth: depth)
        guard case .near = current else { return first }
        var near = NearWords(words: [try alternatives(first, near: position)], distances: [])
        while case .near(let distance) = current {
            let sign = position
            place += 1
            switch current {
            case .word, .phrase, .prefix, .open: break
            default: throw Self.nearNeedsWords(at: sign)
            }
            guard near.words.count < QueryLimits.mostNearWords else {
                throw SearchQueryError(
                    position: sign, reason: "近傍（NEAR）でつなげる語は\(QueryLimits.mostNearWords)個までです。二つずつに分けて括弧で囲んでください。",
                    english:
                        "NEAR joins \(QueryLimits.mostNearWords) words at most; write them in pairs, each in brackets.")
            }
            near.words.append(try alternatives(try operand(depth: depth), near: sign))
            near.distances.append(distance)
        }
        return .near(near)
    }

    /// The words of an operand of NEAR: one, or several with OR.
    private func alternatives(
        _ expression: SearchExpression, near sign: Int
    ) throws(SearchQueryError) -> [SearchPhrase] {
        switch expression {
        case .phrase(let phrase): return [phrase]
        case .any(let parts):
            var words: [SearchPhrase] = []
            for part in parts { words += try alternatives(part, near: sign) }
            return words
        default: throw Self.nearNeedsWords(at: sign)
        }
    }

    private static func nearNeedsWords(at position: Int) -> SearchQueryError {
        SearchQueryError(
            position: position,
            reason: "近傍（NEAR）の前後には、語か語句か、それらを OR でつないだ括弧を「居場所 近傍/20 (担い手 OR 人材)」のように書いてください。",
            english:
                "on each side of NEAR stands a word, a phrase or a bracket of them with OR: 居場所 NEAR/20 (担い手 OR 人材).")
    }

    private mutating func operand(depth: Int) throws(SearchQueryError) -> SearchExpression {
        let here = position
        guard let token = current else { throw Self.wordWanted(at: here) }
        place += 1
        if token == .open {
            guard depth < QueryLimits.deepestNesting else {
                throw SearchQueryError(
                    position: here, reason: "括弧が深すぎます（\(QueryLimits.deepestNesting)重まで）。余分な括弧を消してください。",
                    english: "brackets are nested too deeply (at most \(QueryLimits.deepestNesting)); remove some.")
            }
            if current == nil { throw Self.noClosing(at: here) }
            let inner = try either(depth: depth + 1)
            guard current == .close else { throw Self.noClosing(at: here) }
            place += 1
            return inner
        }
        clauses += 1
        guard clauses <= QueryLimits.mostClauses else { throw QueryLimits.tooManyClauses(at: here) }
        switch token {
        case .word(let text): return try phrase(text, at: here)
        case .phrase(let text): return try phrase(text, isQuoted: true, at: here)
        case .prefix(let text): return try phrase(text, isPrefix: true, at: here)
        case .filter(let field, let values):
            do throws(SearchQueryError) {
                let expression = try field.expression(values)
                if case .any(let values) = expression { clauses += values.count - 1 }
                return expression
            } catch {
                throw error.at(here)
            }
        case .near: throw Self.nearNeedsWords(at: here)
        case .open, .close, .or, .and, .not, .scope: throw Self.wordWanted(at: here)
        }
    }

    private static func wordWanted(at position: Int) -> SearchQueryError {
        SearchQueryError(
            position: position, reason: "ここには探す語が必要です。語を書くか、前の記号を消してください。",
            english: "a word is needed here; write one or remove the sign before it.")
    }

    private func phrase(
        _ text: String, isPrefix: Bool = false, isQuoted: Bool = false, at position: Int
    ) throws(SearchQueryError) -> SearchExpression {
        guard let phrase = SearchPhrase(text, isPrefix: isPrefix, isQuoted: isQuoted) else {
            throw SearchQueryError(
                position: position, reason: "引用符の中に探す語がありません。語句を書くか、引用符を消してください。",
                english: "there is no word in the quotation marks; write one or remove them.")
        }
        guard phrase.scalars.count <= QueryLimits.longestPhrase else {
            throw SearchQueryError(
                position: position, reason: "語が長すぎます（\(QueryLimits.longestPhrase)文字まで）。特徴のある部分だけを書いてください。",
                english: "the word is too long (at most \(QueryLimits.longestPhrase) characters); write a part of it.")
        }
        return .phrase(phrase)
    }
}
