/// The trie of `PatternMatcher`: words by their characters, walked from every place at which one may begin.
///
/// Two characters say at nearly every place that no word begins there: a set of the pairs that words begin with, hashed
/// into bits that stay in the nearest cache. All edges stand in one hash table, so that a step costs one look.
struct WordTrie: Sendable {
    /// An edge and the node it leads to.
    private struct Edge {
        /// Where it comes from and its character; `unused` where there is none.
        var key: UInt64
        /// The node's number times two; the lowest bit says whether edges lead on from it.
        var node: UInt32
        /// The first of the words that end at the node, -1 for none.
        var word: Int32
    }

    private var edges: [Edge]
    private var used = 0
    /// Bits taken off a hash to give a place in `edges`.
    private var edgeShift: UInt64
    /// By word: the next of equal words, -1 for none.
    private var nextEqual: [Int32]
    /// By character of the basic plane, whether it is a word by itself; 8 KiB.
    private var singles = [UInt64](repeating: 0, count: 1024)
    /// By hash, whether a character of three bytes is a word by itself.
    private var lone = [UInt64](repeating: 0, count: 64)
    private var hasLone = false
    /// By hash, whether a word begins with a pair of characters: by the hash of the edge, and, where both have three
    /// bytes, by that of the bytes.
    private var pairs: [UInt64] = []
    private var pairShift: UInt64 = 0

    private static let unused = UInt64.max
    /// No character: a malformed byte, or the end of the text.
    private static let nothing: UInt32 = 0x1F_FFFF

    /// - Parameter words: UTF-8. Equal ones are all reported, an empty one never.
    init(_ words: [[UInt8]]) {
        edges = [Edge](repeating: Edge(key: Self.unused, node: 0, word: -1), count: 16)
        edgeShift = 60
        nextEqual = [Int32](repeating: -1, count: words.count)
        var nodes: UInt32 = 0
        var leads: [Bool] = [false]
        var beginnings: [(edge: UInt64, bytes: UInt64?)] = []
        var scalars: [UInt32] = []
        // From the last to the first, so that the chain of equal words runs from the first on.
        for number in words.indices.reversed() where !words[number].isEmpty {
            Self.read(words[number], into: &scalars)
            var key = scalars.count == 1 ? Self.single(scalars[0]) : Self.pair(scalars[0], scalars[1])
            if scalars.count == 1 {
                singles[Int(scalars[0] & 0xFFFF) >> 6] |= 1 << UInt64(scalars[0] & 63)
                if words[number].count == 3 {
                    let hash = Self.hash(Self.bytes(words[number], 3) << 40) >> 52
                    lone[Int(hash >> 6)] |= 1 << (hash & 63)
                    hasLone = true
                }
            }
            var depth = min(scalars.count, 2)
            while true {
                let known = nodes
                let place = edge(key, &nodes)
                if nodes != known, depth == 2 {
                    let isLong = words[number].count >= 6 && scalars[0] > 0x7FF && scalars[1] > 0x7FF
                    let isBasic = scalars[0] < 0x10000 && scalars[1] < 0x10000
                    beginnings.append((key, isLong && isBasic ? Self.bytes(words[number], 6) << 16 : nil))
                }
                if leads.count <= Int(nodes) { leads.append(false) }
                let node = edges[place].node
                if depth == scalars.count {
                    nextEqual[number] = edges[place].word
                    edges[place].word = Int32(number)
                    break
                }
                leads[Int(node)] = true
                key = UInt64(node) << 21 | UInt64(scalars[depth])
                depth += 1
            }
        }
        for place in edges.indices where edges[place].key != Self.unused {
            let node = edges[place].node
            edges[place].node = node << 1 | (leads[Int(node)] ? 1 : 0)
        }
        // One bit of sixteen is set at most, so that pairs that begin nothing are seldom looked up.
        var bits: UInt64 = 16
        while bits < 22, 1 << bits < beginnings.count * 32 { bits += 1 }
        pairShift = 64 - bits
        var pairs = [UInt64](repeating: 0, count: 1 << (bits - 6))
        for (edge, bytes) in beginnings {
            for key in [edge, bytes ?? edge] {
                let hash = Self.hash(key) &>> pairShift
                pairs[Int(hash >> 6)] |= 1 << (hash & 63)
            }
        }
        self.pairs = pairs
    }

    /// The first bytes as a number, the first of them lowest.
    private static func bytes(_ word: [UInt8], _ count: Int) -> UInt64 {
        word[..<count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func read(_ word: [UInt8], into scalars: inout [UInt32]) {
        scalars.removeAll(keepingCapacity: true)
        word.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                let (value, length) = decode(bytes, at: place)
                scalars.append(value)
                place += length
            }
        }
    }

    // Keys of edges: from the root by one character that is a word, or by the two that words begin with; from a node by
    // one character.
    @inline(__always)
    private static func single(_ value: UInt32) -> UInt64 { 1 << 61 | UInt64(value) }
    @inline(__always)
    private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
        1 << 62 | UInt64(first) << 21 | UInt64(second)
    }
    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    /// The place of an edge, made where there is none.
    private mutating func edge(_ key: UInt64, _ nodes: inout UInt32) -> Int {
        if used * 2 >= edges.count { grow() }
        let place = place(of: key)
        if edges[place].key == Self.unused {
            nodes += 1
            used += 1
            edges[place] = Edge(key: key, node: nodes, word: -1)
        }
        return place
    }

    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: Self.hash(key) &>> edgeShift)
        while edges[place].key != Self.unused, edges[place].key != key { place = (place + 1) & (edges.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = edges
        edges = [Edge](repeating: Edge(key: Self.unused, node: 0, word: -1), count: old.count * 2)
        edgeShift -= 1
        for edge in old where edge.key != Self.unused { edges[place(of: edge.key)] = edge }
    }

    /// The character at a place and its length; `nothing` for a malformed byte and at the end.
    @inline(__always)
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (value: UInt32, length: Int) {
        guard place < bytes.count else { return (nothing, 1) }
        let first = UInt32(bytes[place])
        if first & 0xF0 == 0xE0, place &+ 2 < bytes.count {
            let (second, third) = (UInt32(bytes[place &+ 1]), UInt32(bytes[place &+ 2]))
            if (second ^ 0x80 | third ^ 0x80) & 0xC0 == 0 {
                return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
            }
        }
        if first < 0x80 { return (first, 1) }
        let (value, length) = bytes.scalar(at: place)
        return (value == 0xFFFD && length == 1 ? nothing : value, length)
    }

    /// The character of three bytes that stands in the lowest of a number, the first byte lowest.
    @inline(__always)
    private static func scalar(_ bytes: UInt64) -> UInt32 {
        let bytes = UInt32(truncatingIfNeeded: bytes)
        return (bytes & 0x0F) << 12 | (bytes >> 2) & 0xFC0 | (bytes >> 16) & 0x3F
    }

    /// Calls `body` for every word that stands in the bytes, by start, then shortest first, then by number, until it
    /// returns `false`.
    /// - Complexity: O(n · length of the longest word), O(n) on text that is not made for it.
    @inline(__always)
    func run(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (_ word: Int, _ start: Int, _ end: Int) -> Bool) {
        guard used > 0, !bytes.isEmpty else { return }
        edges.withUnsafeBufferPointer { edges in
            singles.withUnsafeBufferPointer { singles in
                lone.withUnsafeBufferPointer { lone in
                    pairs.withUnsafeBufferPointer { run(bytes, edges, singles, lone, $0, body) }
                }
            }
        }
    }

    @inline(__always)
    private func run(
        _ bytes: UnsafeBufferPointer<UInt8>, _ edges: UnsafeBufferPointer<Edge>,
        _ singles: UnsafeBufferPointer<UInt64>, _ lone: UnsafeBufferPointer<UInt64>,
        _ pairs: UnsafeBufferPointer<UInt64>, _ body: (_ word: Int, _ start: Int, _ end: Int) -> Bool
    ) {
        let pairShift = pairShift
        let hasLone = hasLone
        let shift = edgeShift
        let mask = edges.count &- 1
        let count = bytes.count
        @inline(__always)
        func find(_ key: UInt64) -> Edge? {
            var place = Int(truncatingIfNeeded: Self.hash(key) &>> shift)
            while true {
                let edge = edges[place]
                if edge.key == key { return edge }
                if edge.key == Self.unused { return nil }
                place = (place &+ 1) & mask
            }
        }
        @inline(__always)
        func report(_ first: Int32, _ start: Int, _ end: Int) -> Bool {
            var word = first
            while word >= 0 {
                if !body(Int(word), start, end) { return false }
                word = nextEqual[Int(word)]
            }
            return true
        }
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        var start = 0
        var two: UInt64 = 0
        /// Whether a word may begin with the two characters.
        var begins: UInt64 = 0
        while true {
            var isPlain = false
            // Two characters of three bytes each, nearly all of Japanese text, are judged as they stand.
            while start &+ 8 <= count {
                two = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
                guard two & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 else { break }
                let pair = Self.hash(two << 16) &>> pairShift
                begins = pairs[Int(truncatingIfNeeded: pair &>> 6)] &>> (pair & 63) & 1
                if begins != 0 {
                    isPlain = true
                    break
                }
                if hasLone {
                    let one = Self.hash(two << 40) &>> 52
                    if lone[Int(truncatingIfNeeded: one &>> 6)] &>> (one & 63) & 1 != 0 {
                        isPlain = true
                        break
                    }
                }
                start &+= 3
            }
            guard start < count else { return }
            let first: UInt32
            let second: UInt32
            var next = start &+ 3
            var end = start &+ 6
            if isPlain {
                first = Self.scalar(two)
                second = Self.scalar(two &>> 24)
            } else {
                let (value, length) = Self.decode(bytes, at: start)
                next = start &+ length
                let (after, afterLength) = Self.decode(bytes, at: next)
                (first, second, end) = (value, after, next &+ afterLength)
                let hash = Self.hash(Self.pair(first, second)) &>> pairShift
                begins = pairs[Int(truncatingIfNeeded: hash &>> 6)] &>> (hash & 63) & 1
            }
            let isWord = singles[Int(first & 0xFFFF) &>> 6] &>> UInt64(first & 63) & 1
            if isWord != 0, let edge = find(Self.single(first)), !report(edge.word, start, next) { return }
            if begins != 0, var edge = find(Self.pair(first, second)) {
                while true {
                    if edge.word >= 0, !report(edge.word, start, end) { return }
                    guard edge.node & 1 != 0 else { break }
                    let (value, length) = Self.decode(bytes, at: end)
                    guard let on = find(UInt64(edge.node &>> 1) << 21 | UInt64(value)) else { break }
                    edge = on
                    end &+= length
                }
            }
            start = next
        }
    }
}
