import MinutesSearch
import Synchronization

/// The characters that do not let a word begin behind them, or end before them: those `WordBoundary` names, asked
/// character by character, so that SQL has no rules of its own.
struct WordEdges: Hashable, Sendable {
    /// Characters behind which a word that begins with the phrase's first character does not begin.
    let before: [ClosedRange<UInt32>]
    /// Characters before which a word that ends with the phrase's last character does not end.
    let after: [ClosedRange<UInt32>]

    /// - Complexity: a walk over all characters for a pair of characters not seen before.
    init(_ phrase: SearchPhrase) {
        guard let first = phrase.scalars.first, let last = phrase.scalars.last else {
            (before, after) = ([], [])
            return
        }
        before = Self.known(first, isBeginning: true)
        after = Self.known(last, isBeginning: false)
    }

    func letsBegin(behind scalar: UInt32) -> Bool { !before.contains { $0.contains(scalar) } }

    func letsEnd(before scalar: UInt32) -> Bool { !after.contains { $0.contains(scalar) } }

    private struct Key: Hashable {
        var scalar: UInt32
        var isBeginning: Bool
    }

    private static let walked = Mutex<[Key: [ClosedRange<UInt32>]]>([:])

    private static func known(_ scalar: UInt32, isBeginning: Bool) -> [ClosedRange<UInt32>] {
        let key = Key(scalar: scalar, isBeginning: isBeginning)
        if let ranges = walked.withLock({ $0[key] }) { return ranges }
        var ranges: [ClosedRange<UInt32>] = []
        var start: UInt32?
        func close(_ next: UInt32) {
            if let first = start { ranges.append(first...(next - 1)) }
            start = nil
        }
        // Blanks are 0 in compared text; no control character stands in it. The planes behind the ideographs hold no
        // letters (a test looks).
        for other in UInt32(0x21)...0x4_0000 {
            let isHindrance =
                other < 0xD800 || (0xE000..<0x4_0000).contains(other)
                ? isBeginning
                    ? !WordBoundary.begins(before: scalar, after: other)
                    : !WordBoundary.ends(after: scalar, before: other)
                : false
            if isHindrance { start = start ?? other } else { close(other) }
        }
        walked.withLock { known in
            // A few kinds of characters make a few sets; the table is bounded all the same.
            if known.count > 4096 { known = [:] }
            known[key] = ranges
        }
        return ranges
    }
}
