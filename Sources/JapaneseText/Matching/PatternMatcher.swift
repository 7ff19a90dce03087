/// Finds many patterns in one pass over UTF-8 text (Aho and Corasick, CACM 18(6), 1975).
///
/// The automaton steps by characters and keeps its edges in one hash table, so that thousands of patterns stay in the
/// processor's cache. Patterns are compared as they are: fold patterns and text alike before (`TextFolding`). A
/// malformed byte in the text matches nothing.
public struct PatternMatcher: Sendable {
    let automaton: PatternAutomaton

    /// - Parameter patterns: matched by their place in the array; an empty one never matches, equal ones all do.
    /// - Complexity: O(total length of the patterns).
    public init(_ patterns: [String]) {
        automaton = PatternAutomaton(patterns)
    }

    /// Calls `body` for every match, overlapping ones too: by end, then longest first, then by number of the pattern.
    /// - Complexity: O(n + matches).
    public func forEachMatch(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ pattern: Int, _ range: Range<Int>) -> Void
    ) {
        automaton.run(bytes) { pattern, range in
            body(pattern, range)
            return true
        } atRoot: {
        }
    }

    /// Matches that do not overlap: the leftmost, and of those that begin there the longest; of equal patterns the
    /// first in number.
    /// - Complexity: O(n + m log m) for m matches.
    public func longestMatches(in bytes: UnsafeBufferPointer<UInt8>) -> [(pattern: Int, range: Range<Int>)] {
        var chosen: [(pattern: Int, range: Range<Int>)] = []
        // Matches since the automaton was last at its root; none that comes later can begin before that.
        var cluster: [(pattern: Int, range: Range<Int>)] = []
        func settle() {
            if cluster.count > 1 {
                cluster.sort {
                    ($0.range.lowerBound, -$0.range.upperBound, $0.pattern)
                        < ($1.range.lowerBound, -$1.range.upperBound, $1.pattern)
                }
            }
            var end = chosen.last?.range.upperBound ?? 0
            for match in cluster where match.range.lowerBound >= end {
                chosen.append(match)
                end = match.range.upperBound
            }
            cluster.removeAll(keepingCapacity: true)
        }
        automaton.run(bytes) { pattern, range in
            cluster.append((pattern, range))
            return true
        } atRoot: {
            if !cluster.isEmpty { settle() }
        }
        settle()
        return chosen
    }

    /// As above, in a string.
    public func longestMatches(in text: String) -> [(pattern: Int, range: Range<Int>)] {
        text.withUTF8Bytes { longestMatches(in: $0) }
    }

    /// Whether any pattern stands in the bytes.
    public func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var found = false
        automaton.run(bytes) { _, _ in
            found = true
            return false
        } atRoot: {
        }
        return found
    }
}
