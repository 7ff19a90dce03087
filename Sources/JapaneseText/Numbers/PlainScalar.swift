extension UnsafeBufferPointer<UInt8> {
    /// The scalar at an offset as a reader of numbers and dates takes it: full-width forms as ASCII, the ideographic
    /// space as a space, the radicals ⽇ ⽉ ⽔ … that PDF text shows as the ordinary ideographs.
    @inline(__always)
    func plainScalar(at offset: Int) -> (value: UInt32, length: Int) {
        let found = scalar(at: offset)
        switch found.value {
        case 0xFF01...0xFF5E: return (found.value - 0xFEE0, found.length)
        case 0x3000: return (0x20, found.length)
        case 0x2E80...0x2FD5: return (Radicals.unified(found.value), found.length)
        default: return found
        }
    }
}

/// The radicals of U+2E80–2FD5 by the ideograph they look like.
enum Radicals {
    private static let table: [UInt16] = {
        var table = (0x2E80...0x2FD5).map { UInt16($0) }
        var source: UInt32?
        for scalar in FoldingPairs.composition.unicodeScalars where scalar != "\n" {
            if let first = source {
                if (0x2E80...0x2FD5).contains(first) { table[Int(first) - 0x2E80] = UInt16(scalar.value) }
                source = nil
            } else {
                source = scalar.value
            }
        }
        return table
    }()

    static func unified(_ value: UInt32) -> UInt32 { UInt32(table[Int(value) - 0x2E80]) }
}
