/// A query that cannot be understood: where, and what to do about it.
public struct SearchQueryError: Error, Hashable, Sendable {
    /// Place in the query in characters (Unicode scalars), from 1; 0 when it came from a filter of its own.
    public var position: Int
    /// A Japanese sentence.
    public var reason: String

    public init(position: Int, reason: String) {
        self.position = position
        self.reason = reason
    }
}

extension SearchQueryError: CustomStringConvertible {
    public var description: String { position > 0 ? "検索式の\(position)文字目: \(reason)" : reason }
}
