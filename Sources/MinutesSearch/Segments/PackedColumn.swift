/// Numbers of as many bits each as the largest needs, side by side.
struct PackedColumn {
    private let base: UnsafeRawPointer
    let count: Int
    private let width: Int
    private let mask: UInt64

    /// - Returns: `nil` when the bytes, with the slack behind them, are too few.
    init?(_ bytes: UnsafeRawBufferPointer, count: Int, width: Int) {
        guard let base = bytes.baseAddress, width >= 0, width <= 32, count >= 0,
            Self.length(count: count, width: width) <= bytes.count
        else { return nil }
        self.base = base
        self.count = count
        self.width = width
        mask = (1 << UInt64(width)) - 1
    }

    /// 0 beyond the end.
    @inline(__always)
    subscript(place: Int) -> UInt32 {
        guard place >= 0, place < count else { return 0 }
        let bit = place &* width
        let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
        return UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & mask)
    }

    /// Bytes with slack.
    static func length(count: Int, width: Int) -> Int { (count * width + 7) / 8 + SegmentLayout.slack }

    static func width(of values: [UInt32]) -> Int { 32 - (values.max() ?? 0).leadingZeroBitCount }

    static func bytes(of values: [UInt32], width: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: length(count: values.count, width: width))
        bytes.withUnsafeMutableBytes { raw in
            for (place, value) in values.enumerated() {
                let bit = place * width
                let word = raw.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
                raw.storeBytes(
                    of: word | UInt64(value).littleEndian << UInt64(bit & 7), toByteOffset: bit >> 3, as: UInt64.self)
            }
        }
        return bytes
    }
}
