/// Gathers the bigrams of many texts and hands them out by bigram.
struct BigramCollector {
    /// Open addressing: key + 1, or 0 for a free place.
    private var table: [UInt64]
    private var numbers: [UInt32]
    private var mask: Int
    /// Keys by number of first appearance.
    private var keys: [UInt64] = []
    private var counts: [UInt32] = []
    /// For every occurrence the number of its bigram, and remark (upper half) and `Occurrence` (lower half).
    private var terms: [UInt32] = []
    private var places: [UInt64] = []

    /// - Parameter expected: bytes of text to come.
    init(expected: Int) {
        mask = (1 << 16) - 1
        table = [UInt64](repeating: 0, count: mask + 1)
        numbers = [UInt32](repeating: 0, count: mask + 1)
        terms.reserveCapacity(expected / 2)
        places.reserveCapacity(expected / 2)
    }

    /// Adds the text of a remark; remarks come in ascending order.
    /// - Returns: number of characters, blanks included.
    mutating func add(_ scalars: [UInt32], remark: UInt32) {
        var before = ComparedText.blank
        var first = ComparedText.blank
        let upper = UInt64(remark) << 32
        scalars.withUnsafeBufferPointer { scalars in
            var position = 0
            // Two blanks in a row are only possible at the ends; they are no bigram.
            while position <= scalars.count {
                let second = position < scalars.count ? scalars[position] : ComparedText.blank
                let behind = position + 1 < scalars.count ? scalars[position + 1] : ComparedText.blank
                if first != ComparedText.blank || second != ComparedText.blank {
                    var occurrence = UInt32(truncatingIfNeeded: position) << 2
                    if WordBoundary.begins(before: first, after: before) { occurrence |= Occurrence.begins }
                    if WordBoundary.ends(after: second, before: behind) { occurrence |= Occurrence.ends }
                    let number = number(of: Bigram.key(first, second))
                    counts[Int(number)] += 1
                    terms.append(number)
                    places.append(upper | UInt64(occurrence))
                }
                before = first
                first = second
                position += 1
            }
        }
    }

    @inline(__always)
    private mutating func number(of key: UInt64) -> UInt32 {
        var slot = Self.slot(of: key, mask: mask)
        while true {
            let found = table[slot]
            if found == key + 1 { return numbers[slot] }
            if found == 0 { break }
            slot = (slot + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: keys.count)
        table[slot] = key + 1
        numbers[slot] = number
        keys.append(key)
        counts.append(0)
        if keys.count * 2 > mask { grow() }
        return number
    }

    @inline(__always)
    private static func slot(of key: UInt64, mask: Int) -> Int {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 24) & mask
    }

    private mutating func grow() {
        mask = mask * 2 + 1
        table = [UInt64](repeating: 0, count: mask + 1)
        numbers = [UInt32](repeating: 0, count: mask + 1)
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(of: key, mask: mask)
            while table[slot] != 0 { slot = (slot + 1) & mask }
            table[slot] = key + 1
            numbers[slot] = UInt32(truncatingIfNeeded: number)
        }
    }

    /// Calls `body` for each bigram in the order of keys, with its occurrences by remark, then position.
    /// - Complexity: linear in the occurrences; sorts the distinct bigrams.
    func forEachBigram(_ body: (_ key: UInt64, _ places: UnsafeBufferPointer<UInt64>) -> Void) {
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        var starts = [Int](repeating: 0, count: keys.count)
        var start = 0
        for number in order {
            starts[number] = start
            start += Int(counts[number])
        }
        var next = starts
        let sorted = [UInt64](unsafeUninitializedCapacity: places.count) { sorted, count in
            terms.withUnsafeBufferPointer { terms in
                places.withUnsafeBufferPointer { places in
                    next.withUnsafeMutableBufferPointer { next in
                        for index in 0..<terms.count {
                            let number = Int(terms[index])
                            sorted[next[number]] = places[index]
                            next[number] += 1
                        }
                    }
                }
            }
            count = places.count
        }
        sorted.withUnsafeBufferPointer { sorted in
            for number in order {
                let range = starts[number]..<(starts[number] + Int(counts[number]))
                body(keys[number], UnsafeBufferPointer(rebasing: sorted[range]))
            }
        }
    }
}
