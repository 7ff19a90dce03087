/// The automaton of `PatternMatcher`: states are slots of a hash table of edges.
///
/// A slot's key is its parent state and the character between them; the number of the slot is the number of the state.
/// Slot 0 is the root.
struct PatternAutomaton: Sendable {
    /// `state << 21 | scalar` of the edge that leads to the slot; `unused` where there is none.
    private var keys: [UInt64]
    /// By state: the longest proper suffix that is a state, times two; the lowest bit says whether a pattern ends here.
    private var failures: [UInt32]
    /// By state: first of its patterns in `ending`, -1 for none.
    private var firstEnding: [Int32]
    /// By state: the nearest shorter state in which a pattern ends, 0 for none.
    private var shorterEnding: [Int32]
    /// By pattern: the next of equal patterns, -1 for none.
    private var nextEqual: [Int32]
    /// By pattern: length in bytes.
    private let lengths: [Int32]
    /// By scalar of the basic plane, whether a pattern begins with it; 8 KiB.
    private var beginnings = [UInt64](repeating: 0, count: 1024)
    /// Whether a pattern begins with a character beyond the basic plane.
    private var beginsBeyond = false
    /// By the low ten bits of a pattern's first character, the low six bits of the characters that may stand second: one
    /// look turns most places away before the table of edges is asked. A pattern of one character lets all through.
    private var seconds = [UInt64](repeating: 0, count: 1024)
    private let shift: UInt64
    private let mask: Int

    private static let unused = UInt64.max
    private static let rootKey = UInt64.max - 1

    init(_ patterns: [String]) {
        let scalars = patterns.map { Array($0.unicodeScalars) }
        let edges = scalars.reduce(0) { $0 + $1.count }
        var bits: UInt64 = 4
        while 1 << bits < 2 * edges + 2 { bits += 1 }
        shift = 64 - bits
        mask = 1 << bits - 1
        keys = [UInt64](repeating: Self.unused, count: 1 << bits)
        keys[0] = Self.rootKey
        failures = [UInt32](repeating: 0, count: 1 << bits)
        firstEnding = [Int32](repeating: -1, count: 1 << bits)
        shorterEnding = [Int32](repeating: 0, count: 1 << bits)
        nextEqual = [Int32](repeating: -1, count: patterns.count)
        lengths = patterns.map { Int32(clamping: $0.utf8.count) }
        var states: [(state: Int, parent: Int, scalar: UInt32, depth: Int)] = []
        // From the last to the first, so that the chain of equal patterns runs from the first on.
        for (number, pattern) in scalars.enumerated().reversed() where !pattern.isEmpty {
            var state = 0
            for (depth, scalar) in pattern.enumerated() {
                let (slot, isNew) = insert(state, scalar.value)
                if isNew { states.append((slot, state, scalar.value, depth)) }
                state = slot
            }
            nextEqual[number] = firstEnding[state]
            firstEnding[state] = Int32(number)
            let first = Int(pattern[0].value)
            if first < 0x10000 { beginnings[first >> 6] |= 1 << UInt64(first & 63) } else { beginsBeyond = true }
            seconds[first & 1023] |= pattern.count > 1 ? 1 << UInt64(pattern[1].value & 63) : .max
        }
        link(states)
    }

    @inline(__always)
    private func place(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }

    private mutating func insert(_ state: Int, _ scalar: UInt32) -> (slot: Int, isNew: Bool) {
        let key = UInt64(state) << 21 | UInt64(scalar)
        var slot = place(key)
        while keys[slot] != Self.unused {
            if keys[slot] == key { return (slot, false) }
            slot = (slot &+ 1) & mask
        }
        keys[slot] = key
        return (slot, true)
    }

    private func find(_ state: Int, _ scalar: UInt32) -> Int? {
        let key = UInt64(state) << 21 | UInt64(scalar)
        var slot = place(key)
        while keys[slot] != Self.unused {
            if keys[slot] == key { return slot }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Failure links breadth first: every state's suffix is shorter than the state.
    private mutating func link(_ states: [(state: Int, parent: Int, scalar: UInt32, depth: Int)]) {
        let deepest = states.reduce(0) { max($0, $1.depth) }
        var byDepth = [[Int]](repeating: [], count: states.isEmpty ? 0 : deepest + 1)
        for (place, state) in states.enumerated() { byDepth[state.depth].append(place) }
        for places in byDepth {
            for place in places {
                let (state, parent, scalar, depth) = states[place]
                var suffix = 0
                if depth > 0 {
                    var candidate = Int(failures[parent] >> 1)
                    while true {
                        if let next = find(candidate, scalar) {
                            suffix = next
                            break
                        }
                        if candidate == 0 { break }
                        candidate = Int(failures[candidate] >> 1)
                    }
                }
                shorterEnding[state] = firstEnding[suffix] >= 0 ? Int32(suffix) : shorterEnding[suffix]
                let ends = firstEnding[state] >= 0 || shorterEnding[state] != 0
                failures[state] = UInt32(suffix) << 1 | (ends ? 1 : 0)
            }
        }
    }

    /// Runs over the bytes. `onMatch` returns whether to go on; `atRoot` is called when the automaton has fallen back to
    /// its root, before it goes on from there.
    @inline(__always)
    func run(
        _ bytes: UnsafeBufferPointer<UInt8>, onMatch: (_ pattern: Int, _ range: Range<Int>) -> Bool, atRoot: () -> Void
    ) {
        guard !lengths.isEmpty else { return }
        keys.withUnsafeBufferPointer { keys in
            failures.withUnsafeBufferPointer { failures in
                beginnings.withUnsafeBufferPointer { beginnings in
                    seconds.withUnsafeBufferPointer { seconds in
                        run(bytes, keys, failures, Openings(beginnings, seconds), onMatch, atRoot)
                    }
                }
            }
        }
    }

    @inline(__always)
    private func run(
        _ bytes: UnsafeBufferPointer<UInt8>, _ keys: UnsafeBufferPointer<UInt64>,
        _ failures: UnsafeBufferPointer<UInt32>, _ openings: Openings,
        _ onMatch: (_ pattern: Int, _ range: Range<Int>) -> Bool, _ atRoot: () -> Void
    ) {
        let count = bytes.count
        var state = 0
        var offset = 0
        while offset < count {
            if state == 0 {
                offset = openings.next(in: bytes, from: offset)
                if offset >= count { break }
            }
            let (value, length) = bytes.scalar(at: offset)
            offset &+= length
            if state == 0 {
                state = begin(value, length, keys, openings, bytes, offset)
                if state == 0 { continue }
            } else if value == 0xFFFD && length == 1 || !step(&state, value, keys, failures) {
                atRoot()
                state = begin(value, length, keys, openings, bytes, offset)
                if state == 0 { continue }
            }
            if failures[state] & 1 != 0, !report(state, end: offset, onMatch) { return }
        }
        atRoot()
    }

    /// Goes from a state other than the root, over suffixes where needed.
    /// - Returns: `false` when only the root is left.
    @inline(__always)
    private func step(
        _ state: inout Int, _ value: UInt32, _ keys: UnsafeBufferPointer<UInt64>,
        _ failures: UnsafeBufferPointer<UInt32>
    ) -> Bool {
        while state != 0 {
            let key = UInt64(state) << 21 | UInt64(value)
            var slot = place(key)
            var found = keys[slot]
            while found != key, found != Self.unused {
                slot = (slot &+ 1) & mask
                found = keys[slot]
            }
            if found == key {
                state = slot
                return true
            }
            state = Int(failures[state] >> 1)
        }
        return false
    }

    /// The state that a pattern's first character leads to from the root, 0 where no pattern begins with it.
    @inline(__always)
    private func begin(
        _ value: UInt32, _ length: Int, _ keys: UnsafeBufferPointer<UInt64>, _ openings: Openings,
        _ bytes: UnsafeBufferPointer<UInt8>, _ next: Int
    ) -> Int {
        if value < 0x10000 {
            if !openings.mayBegin(value, before: next, in: bytes) { return 0 }
            if value == 0xFFFD, length == 1 { return 0 }
        } else if !beginsBeyond {
            return 0
        }
        let key = UInt64(value)
        var slot = place(key)
        while keys[slot] != key {
            if keys[slot] == Self.unused { return 0 }
            slot = (slot &+ 1) & mask
        }
        return slot
    }

    private func report(_ state: Int, end: Int, _ onMatch: (_ pattern: Int, _ range: Range<Int>) -> Bool) -> Bool {
        var state = firstEnding[state] >= 0 ? state : Int(shorterEnding[state])
        while state != 0 {
            var pattern = firstEnding[state]
            while pattern >= 0 {
                if !onMatch(Int(pattern), end - Int(lengths[Int(pattern)])..<end) { return false }
                pattern = nextEqual[Int(pattern)]
            }
            state = Int(shorterEnding[state])
        }
        return true
    }
}

/// Where a pattern may begin: what its first two characters are.
private struct Openings {
    /// `PatternAutomaton.beginnings` and `seconds`.
    let firsts: UnsafeBufferPointer<UInt64>
    let seconds: UnsafeBufferPointer<UInt64>

    @inline(__always)
    init(_ firsts: UnsafeBufferPointer<UInt64>, _ seconds: UnsafeBufferPointer<UInt64>) {
        self.firsts = firsts
        self.seconds = seconds
    }

    /// Leaps over kana and ideographs with which, followed by what follows them, no pattern begins.
    @inline(__always)
    func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset &+ 5 < bytes.count, bytes[offset] & 0xF0 == 0xE0, bytes[offset &+ 3] & 0xF0 == 0xE0 {
            let (second, third) = (bytes[offset &+ 1], bytes[offset &+ 2])
            if (second ^ 0x80 | third ^ 0x80) & 0xC0 != 0 { break }  // malformed
            let high = Int(bytes[offset] & 0x0F) << 6 | Int(second & 0x3F)
            let row = Int(second & 0x0F) << 6 | Int(third & 0x3F)
            // Both at once: two branches would be guessed wrong more often.
            let mayBegin = firsts[high] &>> UInt64(third & 0x3F) & seconds[row] &>> UInt64(bytes[offset &+ 5] & 0x3F)
            if mayBegin & 1 != 0 { break }
            offset &+= 3
        }
        return offset
    }

    /// Whether a pattern may begin with a character of the basic plane that ends before `next`.
    @inline(__always)
    func mayBegin(_ value: UInt32, before next: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if firsts[Int(value >> 6)] &>> UInt64(value & 63) & 1 == 0 { return false }
        guard next &+ 2 < bytes.count, bytes[next] & 0xF0 == 0xE0 else { return true }
        return seconds[Int(value & 1023)] &>> UInt64(bytes[next &+ 2] & 0x3F) & 1 != 0
    }
}
