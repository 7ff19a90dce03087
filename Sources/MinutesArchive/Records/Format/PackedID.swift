/// An id made by `StableID` as a number of 60 bits.
enum PackedID {
    /// Stands for an id of another shape, which is kept as a text.
    static let other = UInt64.max

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 0xFF, count: 256)
        for (value, digit) in alphabet.enumerated() { digits[Int(digit)] = UInt8(value) }
        return digits
    }()

    /// `nil` for an id of another shape or with another first letter.
    static func packed(_ id: String, prefix: UInt8) -> UInt64? {
        guard id.utf8.count == 13 else { return nil }
        var id = id
        return id.withUTF8 { bytes in
            guard bytes[0] == prefix else { return nil }
            var value: UInt64 = 0
            for place in 1..<13 {
                let digit = digits[Int(bytes[place])]
                guard digit < 32 else { return nil }
                value = value &<< 5 | UInt64(digit)
            }
            return value
        }
    }

    /// The digits of the beginning of an id, and by how many bits the digits behind it are lower; `nil` for what begins
    /// no such id.
    static func packed(beginning word: String, prefix: UInt8) -> (value: UInt64, shift: UInt64)? {
        let bytes = Array(word.utf8)
        guard bytes.first == prefix, bytes.count <= 13 else { return nil }
        var value: UInt64 = 0
        for byte in bytes.dropFirst() {
            guard digits[Int(byte)] < 32 else { return nil }
            value = value &<< 5 | UInt64(digits[Int(byte)])
        }
        return (value, UInt64(13 - bytes.count) * 5)
    }

    /// - Parameter value: below 2^60.
    static func id(_ value: UInt64, prefix: UInt8) -> String {
        String(unsafeUninitializedCapacity: 13) { bytes in
            bytes.initializeElement(at: 0, to: prefix)
            var rest = value
            for place in stride(from: 12, through: 1, by: -1) {
                bytes.initializeElement(at: place, to: alphabet[Int(rest & 31)])
                rest &>>= 5
            }
            return 13
        }
    }
}
