/// Reads a query.
///
/// ```
/// query    = together (OR together)*
/// together = part (AND? part)*
/// part     = (NOT | -)* ( word | "phrase" | name:value | "(" query ")" )
/// ```
/// AND binds closer than OR: `a b OR c` is `(a b) OR c`.
struct QueryParser {
    private let tokens: [QueryLexer.PlacedToken]
    private var place = 0
    private var clauses = 0

    /// - Returns: the meaning; an empty query is everything.
    /// - Throws: `SearchQueryError` with the place.
    static func expression(of query: String) throws(SearchQueryError) -> SearchExpression {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: query))
        guard !parser.tokens.isEmpty else { return .all([]) }
        let expression = try parser.either(depth: 0)
        if parser.place < parser.tokens.count {
            throw SearchQueryError(
                position: parser.tokens[parser.place].position, reason: "「)」に対応する「(」がありません。")
        }
        return expression
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
        while let token = current, token != .or, token != .close {
            if token == .and {
                let sign = position
                place += 1
                if parts.isEmpty || current == nil || current == .or || current == .close || current == .and {
                    throw SearchQueryError(position: sign, reason: "AND の前後に探す語がありません。")
                }
                continue
            }
            parts.append(try part(depth: depth))
        }
        guard !parts.isEmpty else {
            if current == .or || place > 0 && tokens[place - 1].token == .or {
                throw SearchQueryError(position: position, reason: "OR（または）の前後に探す語がありません。")
            }
            if current == .close, place == 0 {
                throw SearchQueryError(position: position, reason: "「)」に対応する「(」がありません。")
            }
            throw SearchQueryError(position: position, reason: "「( )」の中に探す語がありません。")
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func part(depth: Int) throws(SearchQueryError) -> SearchExpression {
        var isNegated = false
        while current == .not {
            let sign = position
            isNegated.toggle()
            place += 1
            if current == nil || current == .or || current == .and || current == .close {
                throw SearchQueryError(position: sign, reason: "除く語がありません。「-」や NOT の後に語を続けてください。")
            }
        }
        let expression = try operand(depth: depth)
        return isNegated ? .not(expression) : expression
    }

    private mutating func operand(depth: Int) throws(SearchQueryError) -> SearchExpression {
        let here = position
        guard let token = current else { throw SearchQueryError(position: here, reason: "探す語がありません。") }
        place += 1
        if token == .open {
            guard depth < QueryLimits.deepestNesting else {
                throw SearchQueryError(
                    position: here, reason: "括弧が深すぎます（\(QueryLimits.deepestNesting)重まで）。")
            }
            if current == nil { throw SearchQueryError(position: here, reason: "「(」が閉じていません。") }
            let inner = try either(depth: depth + 1)
            guard current == .close else { throw SearchQueryError(position: here, reason: "「(」が閉じていません。") }
            place += 1
            return inner
        }
        clauses += 1
        guard clauses <= QueryLimits.mostClauses else { throw QueryLimits.tooManyClauses(at: here) }
        switch token {
        case .word(let text), .phrase(let text): return try phrase(text, at: here)
        case .filter(let field, let value):
            do throws(SearchQueryError) {
                let expression = try field.expression(value)
                if case .any(let values) = expression { clauses += values.count - 1 }
                return expression
            } catch {
                throw SearchQueryError(position: here, reason: error.reason)
            }
        case .open, .close, .or, .and, .not: throw SearchQueryError(position: here, reason: "ここには探す語が必要です。")
        }
    }

    private func phrase(_ text: String, at position: Int) throws(SearchQueryError) -> SearchExpression {
        guard let phrase = SearchPhrase(text) else {
            throw SearchQueryError(position: position, reason: "引用符の中に探す語がありません。")
        }
        guard phrase.scalars.count <= QueryLimits.longestPhrase else {
            throw SearchQueryError(
                position: position, reason: "語が長すぎます（\(QueryLimits.longestPhrase)文字まで）。")
        }
        return .phrase(phrase)
    }
}
