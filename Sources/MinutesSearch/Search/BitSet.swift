/// Numbers below a bound, one bit each.
struct BitSet: Hashable, Sendable {
    private(set) var words: [UInt64]
    let bound: Int

    init(bound: Int) {
        self.bound = bound
        words = [UInt64](repeating: 0, count: (bound + 63) / 64)
    }

    init(all bound: Int) {
        self.bound = bound
        words = [UInt64](repeating: .max, count: (bound + 63) / 64)
        if bound % 64 != 0, !words.isEmpty { words[words.count - 1] = .max >> UInt64(64 - bound % 64) }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    @inline(__always)
    func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }

    @inline(__always)
    mutating func insert(_ number: Int) {
        guard number >= 0, number < bound else { return }
        words[number >> 6] |= 1 << UInt64(number & 63)
    }

    mutating func remove(_ number: Int) {
        guard number >= 0, number < bound else { return }
        words[number >> 6] &= ~(1 << UInt64(number & 63))
    }

    mutating func insert(_ range: Range<Int>) { for number in range { insert(number) } }

    /// Both sets have the same bound.
    mutating func formIntersection(_ other: BitSet) {
        for place in words.indices { words[place] &= other.words[place] }
    }

    mutating func formUnion(_ other: BitSet) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    mutating func subtract(_ other: BitSet) {
        for place in words.indices { words[place] &= ~other.words[place] }
    }

    /// In ascending order.
    @inline(__always)
    func forEach(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    /// What is not in it, in ascending order.
    @inline(__always)
    func forEachMissing(_ body: (Int) -> Void) {
        for (place, word) in words.enumerated() where word != .max {
            var rest = ~word
            while rest != 0 {
                let number = place << 6 + rest.trailingZeroBitCount
                if number < bound { body(number) }
                rest &= rest - 1
            }
        }
    }
}
