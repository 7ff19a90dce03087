/// Gathers the bigrams of many texts and hands them out by bigram.
///
/// - Complexity: memory of eight bytes a character, and what the distinct bigrams need.
struct BigramCollector {
    /// A slot of the table: key + 1, or 0 for a free one, and the number of the bigram.
    private struct Slot {
        var key: UInt64
        var number: UInt32
    }

    private var table: [Slot]
    private var mask: Int
    /// Keys by number of first appearance.
    private var keys: [UInt64] = []
    private var counts: [UInt32] = []
    /// For every position the number of the bigram that begins there, with its flags in the upper two bits.
    private var terms: [UInt32] = []
    private static let nothing: UInt32 = 0x3FFF_FFFF
    private static let kinds: [UInt8] = (0..<0x10000).map { WordBoundary.describe(UInt32($0)) }

    /// - Parameter expected: bytes of text to come.
    init(expected: Int) {
        mask = (1 << 17) - 1
        table = [Slot](repeating: Slot(key: 0, number: 0), count: mask + 1)
        terms.reserveCapacity(expected / 3 + expected / 16)
    }

    /// Positions so far: characters, and one between remarks.
    var positions: Int { terms.count }

    /// Adds the text of the next remark.
    mutating func add(_ scalars: [UInt32]) {
        let first = terms.count
        terms.append(contentsOf: repeatElement(Self.nothing, count: scalars.count + 1))
        scalars.withUnsafeBufferPointer { scalars in
            Self.kinds.withUnsafeBufferPointer { kinds in
                var before = WordBoundary.describe(ComparedText.blank)
                var here = scalars.isEmpty ? before : Self.kind(scalars[0], kinds)
                for index in 0..<scalars.count {
                    let isLast = index &+ 1 == scalars.count
                    let second = isLast ? ComparedText.blank : scalars[index &+ 1]
                    let next = isLast ? WordBoundary.describe(ComparedText.blank) : Self.kind(second, kinds)
                    let behind =
                        index &+ 2 < scalars.count
                        ? Self.kind(scalars[index &+ 2], kinds) : WordBoundary.describe(ComparedText.blank)
                    var flags: UInt32 = 0
                    if WordBoundary.begins(here, after: before) { flags |= Occurrence.begins }
                    if WordBoundary.ends(next, before: behind) { flags |= Occurrence.ends }
                    // A blank at the end of a text is no bigram.
                    if !(isLast && scalars[index] == ComparedText.blank) {
                        let number = number(of: Bigram.key(scalars[index], second))
                        counts[Int(number)] &+= 1
                        terms[first &+ index] = number | flags &<< 30
                    }
                    before = here
                    here = next
                }
            }
        }
    }

    @inline(__always)
    private static func kind(_ scalar: UInt32, _ kinds: UnsafeBufferPointer<UInt8>) -> UInt8 {
        scalar < 0x10000 ? kinds[Int(scalar)] : WordBoundary.describe(scalar)
    }

    @inline(__always)
    private mutating func number(of key: UInt64) -> UInt32 {
        var slot = Self.slot(of: key, mask: mask)
        while true {
            let found = table[slot]
            if found.key == key &+ 1 { return found.number }
            if found.key == 0 { break }
            slot = (slot &+ 1) & mask
        }
        return add(key, slot)
    }

    @inline(never)
    private mutating func add(_ key: UInt64, _ slot: Int) -> UInt32 {
        let number = UInt32(truncatingIfNeeded: keys.count)
        table[slot] = Slot(key: key &+ 1, number: number)
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
        table = [Slot](repeating: Slot(key: 0, number: 0), count: mask + 1)
        for (number, key) in keys.enumerated() {
            var slot = Self.slot(of: key, mask: mask)
            while table[slot].key != 0 { slot = (slot + 1) & mask }
            table[slot] = Slot(key: key &+ 1, number: UInt32(truncatingIfNeeded: number))
        }
    }

    /// Calls `body` for each bigram in the order of keys, with its `Occurrence`s, ascending.
    /// - Complexity: linear in the occurrences; sorts the distinct bigrams.
    func forEachBigram(
        _ body: (_ key: UInt64, _ places: UnsafeBufferPointer<UInt32>) throws(SearchIndexError) -> Void
    ) throws(SearchIndexError) {
        let order = keys.indices.sorted { keys[$0] < keys[$1] }
        var starts = [Int](repeating: 0, count: keys.count)
        var total = 0
        for number in order {
            starts[number] = total
            total += Int(counts[number])
        }
        var next = starts
        let sorted = [UInt32](unsafeUninitializedCapacity: total) { sorted, count in
            terms.withUnsafeBufferPointer { terms in
                next.withUnsafeMutableBufferPointer { next in
                    for position in 0..<terms.count {
                        let term = terms[position]
                        let number = term & Self.nothing
                        if number == Self.nothing { continue }
                        let place = next[Int(number)]
                        sorted[place] = UInt32(truncatingIfNeeded: position) &<< 2 | term &>> 30
                        next[Int(number)] = place &+ 1
                    }
                }
            }
            count = total
        }
        for number in order {
            let range = starts[number]..<(starts[number] + Int(counts[number]))
            try sorted.withUnsafeBufferPointer { sorted throws(SearchIndexError) in
                try body(keys[number], UnsafeBufferPointer(rebasing: sorted[range]))
            }
        }
    }
}
