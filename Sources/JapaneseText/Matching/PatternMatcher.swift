/// Finds many patterns in one pass over UTF-8 bytes (Aho and Corasick 1975, as a complete automaton over classes of
/// bytes).
///
/// Patterns are compared byte for byte: fold patterns and text alike before (`TextFolding`). Building is linear in the
/// total length of the patterns times the number of different bytes in them.
public struct PatternMatcher: Sendable {
    /// Class of each byte value; 0 for bytes that stand in no pattern.
    private let classes: [UInt8]
    private let classCount: Int
    /// Next state by `state * classCount + class`. The highest bit says that the state ends a pattern.
    private let transitions: [UInt32]
    /// By state: first entry in `outputs`; one entry more than states.
    private let outputStarts: [Int32]
    /// Patterns that end in a state, longest first, then by number.
    private let outputs: [Int32]
    private let lengths: [Int32]
    /// By scalar of the basic plane, whether a pattern begins with it; 8 KiB.
    private let beginnings: [UInt64]

    private static let hit: UInt32 = 1 << 31

    /// - Parameter patterns: matched by their place in the array; an empty one never matches.
    public init(_ patterns: [String]) {
        self = PatternAutomaton(patterns.map { Array($0.utf8) }).matcher()
    }

    init(
        classes: [UInt8], classCount: Int, transitions: [UInt32], outputStarts: [Int32], outputs: [Int32],
        lengths: [Int32], beginnings: [UInt64]
    ) {
        self.classes = classes
        self.classCount = classCount
        self.transitions = transitions
        self.outputStarts = outputStarts
        self.outputs = outputs
        self.lengths = lengths
        self.beginnings = beginnings
    }

    /// Calls `body` for every match, overlapping ones too: by end, then longest first, then by number of the pattern.
    /// - Complexity: O(n + matches).
    public func forEachMatch(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ pattern: Int, _ range: Range<Int>) -> Void
    ) {
        guard outputs.count > 0 else { return }
        classes.withUnsafeBufferPointer { classes in
            transitions.withUnsafeBufferPointer { transitions in
                beginnings.withUnsafeBufferPointer { beginnings in
                    run(bytes, classes, transitions, beginnings, body)
                }
            }
        }
    }

    @inline(__always)
    private func run(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>,
        _ transitions: UnsafeBufferPointer<UInt32>, _ beginnings: UnsafeBufferPointer<UInt64>,
        _ body: (_ pattern: Int, _ range: Range<Int>) -> Void
    ) {
        let count = bytes.count
        let width = classCount
        var state = 0
        var offset = 0
        while offset < count {
            if state == 0 {
                // At the root: leap over characters no pattern begins with.
                while offset + 2 < count {
                    let first = bytes[offset]
                    guard first & 0xF0 == 0xE0 else { break }
                    let value =
                        Int(first & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
                    if beginnings[value >> 6] >> UInt64(value & 63) & 1 != 0 { break }
                    offset += 3
                }
                if offset >= count { return }
            }
            let next = transitions[state * width + Int(classes[Int(bytes[offset])])]
            offset += 1
            state = Int(next & ~Self.hit)
            if next & Self.hit != 0 {
                for place in Int(outputStarts[state])..<Int(outputStarts[state + 1]) {
                    let pattern = Int(outputs[place])
                    body(pattern, offset - Int(lengths[pattern])..<offset)
                }
            }
        }
    }

    /// Matches that do not overlap: the leftmost, and of those that begin there the longest; of equal patterns the
    /// first in number.
    /// - Complexity: O(n + m log m) for m matches.
    public func longestMatches(in bytes: UnsafeBufferPointer<UInt8>) -> [(pattern: Int, range: Range<Int>)] {
        var all: [(pattern: Int, range: Range<Int>)] = []
        forEachMatch(in: bytes) { all.append(($0, $1)) }
        all.sort {
            ($0.range.lowerBound, -$0.range.upperBound, $0.pattern)
                < ($1.range.lowerBound, -$1.range.upperBound, $1.pattern)
        }
        var chosen: [(pattern: Int, range: Range<Int>)] = []
        var end = 0
        for match in all where match.range.lowerBound >= end {
            chosen.append(match)
            end = match.range.upperBound
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
        forEachMatch(in: bytes) { _, _ in found = true }
        return found
    }
}

/// Builds the automaton: trie, failure links breadth first, complete transitions.
private struct PatternAutomaton {
    let patterns: [[UInt8]]
    var classes = [UInt8](repeating: 0, count: 256)
    var classCount = 1

    init(_ patterns: [[UInt8]]) {
        self.patterns = patterns
        var used = [Bool](repeating: false, count: 256)
        for pattern in patterns { for byte in pattern { used[Int(byte)] = true } }
        // 256 different bytes never occur in UTF-8, so that the class fits a byte.
        for byte in 0..<255 where used[byte] {
            classes[byte] = UInt8(classCount)
            classCount += 1
        }
    }

    func matcher() -> PatternMatcher {
        let width = classCount
        var next = [UInt32](repeating: 0, count: width)
        var ends: [[Int32]] = [[]]
        for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
            var state = 0
            for byte in pattern {
                let slot = state * width + Int(classes[Int(byte)])
                if next[slot] == 0 {
                    next[slot] = UInt32(ends.count)
                    ends.append([])
                    next.append(contentsOf: repeatElement(0, count: width))
                }
                state = Int(next[slot])
            }
            ends[state].append(Int32(number))
        }
        complete(&next, &ends)
        var starts: [Int32] = []
        var outputs: [Int32] = []
        for state in ends {
            starts.append(Int32(outputs.count))
            outputs.append(contentsOf: state)
        }
        starts.append(Int32(outputs.count))
        let hit: UInt32 = 1 << 31
        for slot in next.indices where !ends[Int(next[slot])].isEmpty { next[slot] |= hit }
        return PatternMatcher(
            classes: classes, classCount: width, transitions: next, outputStarts: starts, outputs: outputs,
            lengths: patterns.map { Int32($0.count) }, beginnings: beginnings())
    }

    private func complete(_ next: inout [UInt32], _ ends: inout [[Int32]]) {
        let width = classCount
        var failure = [Int](repeating: 0, count: ends.count)
        var queue: [Int] = []
        for byteClass in 1..<max(width, 1) where next[byteClass] != 0 { queue.append(Int(next[byteClass])) }
        var place = 0
        while place < queue.count {
            let state = queue[place]
            place += 1
            ends[state].append(contentsOf: ends[failure[state]])
            for byteClass in 1..<width {
                let slot = state * width + byteClass
                let fallback = next[failure[state] * width + byteClass]
                if next[slot] == 0 {
                    next[slot] = fallback
                } else {
                    failure[Int(next[slot])] = Int(fallback)
                    queue.append(Int(next[slot]))
                }
            }
        }
    }

    private func beginnings() -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: 1024)
        for pattern in patterns where !pattern.isEmpty {
            guard pattern[0] & 0xF0 == 0xE0 else { continue }
            pattern.withUnsafeBufferPointer { bytes in
                let value = Int(bytes.scalar(at: 0).value)
                bits[value >> 6] |= 1 << UInt64(value & 63)
            }
        }
        return bits
    }
}
