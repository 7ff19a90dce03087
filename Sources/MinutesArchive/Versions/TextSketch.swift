/// What a text is made of, small enough to be compared with many others: its pairs of neighbouring characters.
///
/// Blanks and line ends do not count. Long texts are judged by a sample of their pairs, the same for both sides
/// (bottom-k sketch: A. Broder, On the resemblance and containment of documents, 1997).
struct TextSketch {
    /// Hashes of the pairs, ascending, each once; the `limit` smallest.
    let pairs: [UInt64]
    /// Whether `pairs` are all there are.
    let isWhole: Bool

    private static let limit = 256

    /// - Complexity: O(n log n) in the bytes of the text.
    init(_ text: String) {
        var hashes: [UInt64] = []
        var last: UInt64 = 0
        for scalar in text.unicodeScalars where scalar.value > 0x20 && scalar.value != 0x3000 {
            let value = UInt64(scalar.value)
            if last != 0 { hashes.append(Self.mix(last << 32 | value)) }
            last = value
        }
        // A text of one character is that character.
        if hashes.isEmpty, last != 0 { hashes.append(Self.mix(last)) }
        hashes.sort()
        var distinct: [UInt64] = []
        for hash in hashes where distinct.last != hash {
            if distinct.count == Self.limit { break }
            distinct.append(hash)
        }
        isWhole = distinct.last == hashes.last
        pairs = distinct
    }

    /// Share of the pairs that both have among those that either has, 0…1.
    /// - Complexity: O(`limit`)
    func similarity(to other: TextSketch) -> Double {
        guard !pairs.isEmpty, !other.pairs.isEmpty else { return pairs.isEmpty && other.pairs.isEmpty ? 1 : 0 }
        // Beyond the smaller horizon only one side was sampled.
        let horizon = horizon(other)
        var (left, right, both, either) = (0, 0, 0, 0)
        while left < pairs.count || right < other.pairs.count {
            let a = left < pairs.count ? pairs[left] : .max
            let b = right < other.pairs.count ? other.pairs[right] : .max
            guard min(a, b) <= horizon else { break }
            either += 1
            if a == b { both += 1 }
            if a <= b { left += 1 }
            if b <= a { right += 1 }
        }
        return Double(both) / Double(max(1, either))
    }

    /// Share of this text's pairs that the other has too, 0…1: near 1 where the other text holds this one.
    func containment(in other: TextSketch) -> Double {
        let horizon = horizon(other)
        var (right, both, own) = (0, 0, 0)
        for pair in pairs where pair <= horizon {
            own += 1
            while right < other.pairs.count, other.pairs[right] < pair { right += 1 }
            if right < other.pairs.count, other.pairs[right] == pair { both += 1 }
        }
        return own == 0 ? 0 : Double(both) / Double(own)
    }

    /// The largest hash up to which both sides know all their pairs.
    private func horizon(_ other: TextSketch) -> UInt64 {
        min(isWhole ? .max : pairs.last ?? .max, other.isWhole ? .max : other.pairs.last ?? .max)
    }

    private static func mix(_ value: UInt64) -> UInt64 {
        var hash = value &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 30
        hash = hash &* 0xbf58_476d_1ce4_e5b9
        hash ^= hash >> 27
        hash = hash &* 0x94d0_49bb_1331_11eb
        return hash ^ hash >> 31
    }
}
