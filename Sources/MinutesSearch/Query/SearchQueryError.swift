import JapaneseText

/// A query that cannot be understood: where, and what to write instead.
public struct SearchQueryError: Error, Hashable, Sendable {
    /// Place in the query in characters (Unicode scalars), from 1; 0 when it came from a filter of its own.
    public var position: Int
    /// A Japanese sentence.
    public var reason: String
    /// The same in English.
    public var english: String

    public init(position: Int, reason: String, english: String) {
        self.position = position
        self.reason = reason
        self.english = english
    }

    /// With another place.
    func at(_ position: Int) -> SearchQueryError {
        SearchQueryError(position: position, reason: reason, english: english)
    }
}

extension SearchQueryError: CustomStringConvertible {
    public var description: String { position > 0 ? "検索式の\(position)文字目: \(reason)" : reason }

    public var englishDescription: String { position > 0 ? "Character \(position) of the query: \(english)" : english }
}

extension SearchQueryError {
    /// Columns of the query shown on each side of the place at most.
    private static let shownColumns = 30

    /// The part of the query around the place, and a line with `^` under it; wide characters take two columns.
    /// `nil` where the query has no such place.
    public func pointer(in query: String) -> String? {
        let scalars = Array(query.unicodeScalars.prefix(position + 4 * Self.shownColumns))
        guard position > 0, position <= scalars.count else { return nil }
        let place = position - 1
        func width(_ range: Range<Int>) -> Int { DisplayWidth.columns(of: Self.line(scalars[range])) }
        var start = place
        while start > 0, place - start < Self.shownColumns, width((start - 1)..<place) <= Self.shownColumns {
            start -= 1
        }
        var end = place + 1
        while end < scalars.count, end - place < Self.shownColumns, width(place..<(end + 1)) <= Self.shownColumns {
            end += 1
        }
        // Dots of a width that no terminal doubts.
        let lead = start > 0 ? "..." : ""
        let tail = end < query.unicodeScalars.count ? "..." : ""
        let indent = DisplayWidth.columns(of: lead) + width(start..<place)
        return lead + Self.line(scalars[start..<end]) + tail + "\n" + String(repeating: " ", count: indent) + "^"
    }

    /// In one line: control characters as blanks.
    private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            view.append(isControl || scalar.properties.generalCategory == .format ? " " : scalar)
        }
        return String(view)
    }
}
