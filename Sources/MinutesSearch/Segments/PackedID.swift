import JapaneseText

/// Ids of remarks in eight bytes: those of `StableID` as their 60 bits, others as numbers of strings.
enum PackedID {
    private static let stable: UInt64 = 1 << 60
    /// As in `StableID`.
    private static let alphabet: [UInt8] = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// - Parameter number: gives the number of a string.
    static func pack(_ id: String, number: (String) -> UInt32) -> UInt64 {
        let packed = id.withUTF8Bytes { bytes -> UInt64? in
            guard bytes.count == 13, bytes[0] == UInt8(ascii: "r") else { return nil }
            var packed: UInt64 = 0
            for place in 0..<12 {
                let value = values[Int(bytes[place + 1])]
                guard value < 32 else { return nil }
                packed |= UInt64(value) << (5 * UInt64(place))
            }
            return packed | stable
        }
        return packed ?? UInt64(number(id))
    }

    /// The number of the string, where it is one.
    static func string(_ packed: UInt64) -> UInt32? {
        packed & stable == 0 ? UInt32(truncatingIfNeeded: packed) : nil
    }

    static func unpack(_ packed: UInt64) -> String {
        var bytes: [UInt8] = [UInt8(ascii: "r")]
        for place in 0..<12 { bytes.append(alphabet[Int(packed >> (5 * UInt64(place)) & 31)]) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
