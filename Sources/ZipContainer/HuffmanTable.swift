/// A decoding table of a deflate block: the next bits index it, an entry says what they mean.
///
/// An entry is one word: bits 0…3 the length of the code, bits 4…7 the number of extra bits, bits 8…11 the kind,
/// bits 16…31 the value (a byte, a base length or distance, or where the second table starts).
struct HuffmanTable {
    /// Kinds of entries.
    static let literal: UInt32 = 0 << 8
    static let base: UInt32 = 1 << 8
    static let endOfBlock: UInt32 = 2 << 8
    static let link: UInt32 = 3 << 8
    static let invalid: UInt32 = 4 << 8
    static let kindMask: UInt32 = 15 << 8

    private(set) var entries: [UInt32]
    let primaryBits: Int

    /// - Parameter entry: the kind, extra bits and value of a symbol; the length is added here.
    /// - Returns: `nil` for lengths that are over-subscribed or leave codes unused. One code alone may be incomplete,
    ///   as zlib allows for distances.
    init?(lengths: ArraySlice<UInt8>, primaryBits: Int, entry: (Int) -> UInt32) {
        self.primaryBits = primaryBits
        var counts = [Int](repeating: 0, count: DeflateCode.maximumBits + 1)
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        var left = 1
        var used = 0
        for bits in 1...DeflateCode.maximumBits {
            left = left << 1 - counts[bits]
            if left < 0 { return nil }
            used += counts[bits]
        }
        if left > 0, used > 1 { return nil }
        let size = 1 << primaryBits
        entries = [UInt32](repeating: Self.invalid | 1, count: size)
        guard used > 0 else { return }
        var next = [Int](repeating: 0, count: DeflateCode.maximumBits + 2)
        for bits in 1...DeflateCode.maximumBits { next[bits + 1] = (next[bits] + counts[bits]) << 1 }
        let longest = counts.lastIndex { $0 > 0 } ?? 0
        let secondBits = max(0, longest - primaryBits)
        for (symbol, length) in zip(0..., lengths) where length > 0 {
            let bits = Int(length)
            let code = Int(DeflateCode.reversed(UInt16(truncatingIfNeeded: next[bits]), bits))
            next[bits] += 1
            let what = entry(symbol) | UInt32(bits)
            if bits <= primaryBits {
                for index in stride(from: code, to: size, by: 1 << bits) { entries[index] = what }
                continue
            }
            let low = code & (size - 1)
            if entries[low] & Self.kindMask != Self.link {
                entries[low] = Self.link | UInt32(primaryBits) | UInt32(entries.count) << 16
                entries.append(contentsOf: repeatElement(Self.invalid | 1, count: 1 << secondBits))
            }
            let start = Int(entries[low] >> 16)
            for index in stride(from: code >> primaryBits, to: 1 << secondBits, by: 1 << (bits - primaryBits)) {
                entries[start + index] = what
            }
        }
        secondMask = 1 << secondBits - 1
    }

    /// The bits behind the primary ones that index a second table.
    private(set) var secondMask = 0
}
