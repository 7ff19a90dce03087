import MinutesSearch

/// A regular expression of RE2, whose letters are those of compared text.
struct RegexText: Hashable, Sendable {
    private(set) var pattern: String

    private init(_ pattern: String) { self.pattern = pattern }

    /// Characters as they stand. ASCII other than letters and digits is written by its number, so that none is a sign.
    init(_ scalars: [UInt32]) {
        pattern = ""
        for value in scalars.map(ComparedColumn.value) {
            let isPlain =
                value >= 0x80 || (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
                || (0x61...0x7A).contains(value)
            if isPlain, let scalar = Unicode.Scalar(value) {
                pattern.unicodeScalars.append(scalar)
            } else {
                pattern += Self.escape(value)
            }
        }
    }

    /// One character of those in the ranges, or one of all others.
    init(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
        let inside = ranges.map {
            $0.count == 1 ? Self.escape($0.lowerBound) : Self.escape($0.lowerBound) + "-" + Self.escape($0.upperBound)
        }
        pattern = "[" + (isNegated ? "^" : "") + inside.joined() + "]"
    }

    /// At most so many characters of any kind, line ends included.
    static func gap(_ most: Int) -> RegexText { RegexText(most == 0 ? "" : "(?s:.{0,\(most)})") }

    static func any(of parts: [RegexText]) -> RegexText {
        RegexText("(?:" + parts.map(\.pattern).joined(separator: "|") + ")")
    }

    static let start = RegexText("\\A")
    static let end = RegexText("\\z")
    static let anything = RegexText("(?s:.)")

    static func + (left: RegexText, right: RegexText) -> RegexText { RegexText(left.pattern + right.pattern) }

    private static func escape(_ value: UInt32) -> String { "\\x{" + String(value, radix: 16) + "}" }
}

/// The column of compared text: `ComparedText` as UTF-8 with an ordinary blank.
enum ComparedColumn {
    /// - Parameter scalar: of compared text.
    static func value(_ scalar: UInt32) -> UInt32 { scalar == ComparedText.blank ? 0x20 : scalar }

    static func text(_ scalars: [UInt32]) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars { if let scalar = Unicode.Scalar(value(scalar)) { view.append(scalar) } }
        return String(view)
    }
}
