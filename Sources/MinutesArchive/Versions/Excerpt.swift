/// Short pieces of a remark for a report.
enum Excerpt {
    /// Characters of an excerpt at most.
    private static let longest = 64
    /// Characters shown around a difference.
    private static let around = 14

    static func beginning(of text: String) -> String {
        let scalars = Array(text.unicodeScalars.prefix(longest + 1))
        return piece(scalars, 0..<min(longest, scalars.count), count: scalars.count)
    }

    /// The part in which two texts differ, with a few characters around it.
    /// - Complexity: O(n) in the characters.
    static func difference(_ old: String, _ new: String) -> (String, String) {
        let (a, b) = (Array(old.unicodeScalars), Array(new.unicodeScalars))
        var start = 0
        while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
        var end = 0
        while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
        func around(_ scalars: [Unicode.Scalar]) -> String {
            let from = max(0, start - Self.around)
            let to = min(scalars.count, scalars.count - end + Self.around)
            return piece(scalars, from..<min(to, from + longest), count: scalars.count)
        }
        return (around(a), around(b))
    }

    private static func piece(_ scalars: [Unicode.Scalar], _ range: Range<Int>, count: Int) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars[range] { text.append(scalar == "\n" ? " " : scalar) }
        return (range.lowerBound > 0 ? "…" : "") + String(text) + (range.upperBound < count ? "…" : "")
    }
}
