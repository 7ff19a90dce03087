/// The constants of deflate that compressor and decompressor share (RFC 1951, 3.2.5 to 3.2.7).
enum DeflateCode {
    static let endOfBlock = 256
    static let literalCount = 288
    static let distanceCount = 30
    static let maximumBits = 15
    static let window = 32_768

    /// First length of each code from 257 on, and how many bits follow it.
    static let lengthBase: [Int] = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    static let lengthExtra: [Int] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    static let distanceBase: [Int] = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145,
        8193, 12289, 16385, 24577,
    ]
    static let distanceExtra: [Int] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
    /// The order in which the lengths of the code length code are written.
    static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

    static let fixedLiteralLengths: [UInt8] =
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
        + [UInt8](repeating: 8, count: 8)
    static let fixedDistanceLengths = [UInt8](repeating: 5, count: 30)

    /// The canonical codes of a set of lengths, bits in the order they are sent (lowest bit first).
    static func codes(for lengths: [UInt8]) -> [UInt16] {
        var counts = [Int](repeating: 0, count: maximumBits + 1)
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var next = [Int](repeating: 0, count: maximumBits + 2)
        for bits in 1...maximumBits { next[bits + 1] = (next[bits] + counts[bits]) << 1 }
        return lengths.map { length in
            guard length > 0 else { return 0 }
            let code = next[Int(length)]
            next[Int(length)] += 1
            return reversed(UInt16(truncatingIfNeeded: code), Int(length))
        }
    }

    @inline(__always) static func reversed(_ code: UInt16, _ length: Int) -> UInt16 {
        var from = code
        var result: UInt16 = 0
        for _ in 0..<length {
            result = result << 1 | from & 1
            from >>= 1
        }
        return result
    }
}
