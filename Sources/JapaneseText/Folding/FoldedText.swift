/// A folded copy of UTF-8 text, with the way back to the original.
public struct FoldedText: Sendable {
    /// The folded text, UTF-8.
    public let bytes: [UInt8]
    /// Where lengths differ: starts of stretches, in both texts. A stretch of equal length in both is copied byte for
    /// byte (or character for character of the same length); any other is one folded character. Empty: the texts run
    /// in step throughout.
    let stretches: [Stretch]
    /// Whether folding changed nothing.
    public let isIdentity: Bool
    /// Whether the original holds half-width katakana or a voicing mark of its own.
    package let joinsKana: Bool

    struct Stretch: Sendable, Hashable {
        var folded: Int32
        var source: Int32
    }

    init(bytes: [UInt8], stretches: [Stretch], isIdentity: Bool, joinsKana: Bool = false) {
        self.bytes = bytes
        self.stretches = stretches
        self.isIdentity = isIdentity
        self.joinsKana = joinsKana
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Offset in the original of a byte of the folded text; inside a character that changed its length, its start.
    /// - Complexity: O(log n) in the number of characters that changed their length.
    public func sourceOffset(of folded: Int) -> Int { place(of: folded, roundUp: false) }

    /// The range of the original that gave a range of the folded text; characters cut in the middle are taken whole.
    public func sourceRange(of folded: Range<Int>) -> Range<Int> {
        let start = place(of: folded.lowerBound, roundUp: false)
        return start..<max(start, place(of: folded.upperBound, roundUp: true))
    }

    private func place(of folded: Int, roundUp: Bool) -> Int {
        var low = 0
        var high = stretches.count
        while low < high {
            let middle = (low + high) / 2
            if Int(stretches[middle].folded) <= folded { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return folded }
        let stretch = stretches[low - 1]
        let distance = folded - Int(stretch.folded)
        if distance == 0 || low == stretches.count { return Int(stretch.source) + distance }
        let next = stretches[low]
        if next.folded - stretch.folded == next.source - stretch.source { return Int(stretch.source) + distance }
        return Int(roundUp ? next.source : stretch.source)
    }
}
