/// Finds many patterns in one pass over UTF-8 text.
///
/// Patterns stand in one trie (`WordTrie`), which is walked from the few places at which a pattern may begin; thousands of
/// them stay in the processor's cache. Patterns are compared as they are: fold patterns and text alike before
/// (`TextFolding`). A malformed byte in the text matches nothing.
public struct PatternMatcher: Sendable {
    /// A pattern, by its number, and where it stands.
    private typealias Match = (pattern: Int, range: Range<Int>)

    private let trie: WordTrie

    /// - Parameter patterns: matched by their place in the array; an empty one never matches, equal ones all do.
    /// - Complexity: O(total length of the patterns).
    public init(_ patterns: [String]) { self.init(patterns.map { Array($0.utf8) }) }

    /// As above, of patterns in UTF-8.
    package init(_ patterns: [[UInt8]]) { trie = WordTrie(patterns) }

    /// Calls `body` for every match, overlapping ones too: by end, then longest first, then by number of the pattern.
    /// - Complexity: O(n + matches) on ordinary text; at worst O(n · length of the longest pattern).
    @inline(__always)
    package func forEach(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ pattern: Int, _ start: Int, _ end: Int) -> Void
    ) {
        // Matches come by their starts; those that end behind the place reached wait here, by their ends.
        var waiting: [Match] = []
        trie.run(bytes) { pattern, start, end in
            if let last = waiting.last, last.range.upperBound <= start {
                for match in waiting { body(match.pattern, match.range.lowerBound, match.range.upperBound) }
                waiting.removeAll(keepingCapacity: true)
            }
            var place = waiting.count
            while place > 0, waiting[place &- 1].range.upperBound > end { place &-= 1 }
            if place == waiting.count {
                waiting.append((pattern, start..<end))
            } else {
                waiting.insert((pattern, start..<end), at: place)
            }
            return true
        }
        for match in waiting { body(match.pattern, match.range.lowerBound, match.range.upperBound) }
    }

    /// Calls `body` for every match, overlapping ones too: by end, then longest first, then by number of the pattern.
    /// - Complexity: O(n + matches) on ordinary text; at worst O(n · length of the longest pattern).
    public func forEachMatch(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ pattern: Int, _ range: Range<Int>) -> Void
    ) {
        forEach(in: bytes) { body($0, $1..<$2) }
    }

    /// Matches that do not overlap: the leftmost, and of those that begin there the longest; of equal patterns the
    /// first in number.
    /// - Complexity: as `forEachMatch`.
    public func longestMatches(in bytes: UnsafeBufferPointer<UInt8>) -> [(pattern: Int, range: Range<Int>)] {
        var chosen: [(pattern: Int, range: Range<Int>)] = []
        trie.run(bytes) { pattern, start, end in
            if let last = chosen.last {
                if last.range.lowerBound == start {
                    if last.range.upperBound < end { chosen[chosen.count - 1] = (pattern, start..<end) }
                    return true
                }
                if last.range.upperBound > start { return true }
            }
            chosen.append((pattern, start..<end))
            return true
        }
        return chosen
    }

    /// As above, in a string.
    public func longestMatches(in text: String) -> [(pattern: Int, range: Range<Int>)] {
        text.withUTF8Bytes { longestMatches(in: $0) }
    }

    /// Whether any pattern stands in the bytes.
    public func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        trie.run(bytes) { _, _, _ in
            found = true
            return false
        }
        return found
    }
}
