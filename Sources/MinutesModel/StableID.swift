/// Ids made of what a thing is, so that they survive a corrected document.
///
/// 60 bits in base 32 behind a one-letter prefix, for example `r4k7w0c9m2h5q`. At a million things the chance of
/// any two sharing an id is below one in a million. Not a cryptographic hash.
public enum StableID {
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// - Parameters:
    ///   - prefix: `m` meeting, `a` agenda item, `r` remark, `b` topic boundary, `f` finding.
    ///   - parts: what the thing is; order matters, parts cannot run into each other.
    ///   - salt: tells apart things that are alike (the second identical remark has 1).
    public static func make(_ prefix: String, _ parts: [String], salt: Int) -> String {
        var hash = Hash()
        for part in parts { hash.add(part) }
        return hash.id(prefix, salt: salt)
    }

    /// The same, part by part, where an array of the parts would cost more than the hash.
    struct Hash {
        private var value: UInt64 = 0xcbf2_9ce4_8422_2325

        init() {}

        private mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

        mutating func add(_ part: String) {
            var value = value
            let isNative: Void? = part.utf8.withContiguousStorageIfAvailable { bytes in
                for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            }
            self.value = value
            if isNative == nil { for byte in part.utf8 { mix(byte) } }
            mix(0xff)
        }

        consuming func id(_ prefix: String, salt: Int) -> String {
            for shift in stride(from: 0, to: 64, by: 8) { mix(UInt8(truncatingIfNeeded: salt >> shift)) }
            // FNV-1a leaves its high bits poorly mixed; finish as splitmix64 does.
            var hash = value
            hash ^= hash >> 30
            hash = hash &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 27
            hash = hash &* 0x94d0_49bb_1331_11eb
            hash ^= hash >> 31
            return String(unsafeUninitializedCapacity: prefix.utf8.count + 12) { digits in
                var place = 0
                for byte in prefix.utf8 {
                    digits.initializeElement(at: place, to: byte)
                    place += 1
                }
                for position in 0..<12 {
                    digits.initializeElement(at: place, to: alphabet[Int((hash >> (5 * UInt64(position))) & 31)])
                    place += 1
                }
                return place
            }
        }
    }
}
