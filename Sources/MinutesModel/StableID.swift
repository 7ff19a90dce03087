/// Ids made of what a thing is, so that they survive a corrected document.
///
/// 60 bits in base 32 behind a one-letter prefix, for example `r4k7w0c9m2h5q`. At a million things the chance of
/// any two sharing an id is below one in a million. Not a cryptographic hash.
public enum StableID {
    /// Base 32 after Crockford: no letter that looks like another.
    private static var alphabet: StaticString { "0123456789abcdefghjkmnpqrstvwxyz" }

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
    package struct Hash {
        /// What was added so far; equal for equal parts.
        package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

        package init() {}

        /// Eight bytes at a time, little-endian on every machine: a remark's whole text goes through here.
        @inline(__always)
        private mutating func mix(_ word: UInt64) {
            value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
            value ^= value >> 29
        }

        package mutating func add(_ part: String) {
            // A native string gives its own storage, without a copy.
            if part.utf8.withContiguousStorageIfAvailable({ mix($0) }) != nil { return }
            var copy = part
            copy.withUTF8 { mix($0) }
        }

        private mutating func mix(_ bytes: UnsafeBufferPointer<UInt8>) {
            var place = 0
            if var word = UnsafeRawPointer(bytes.baseAddress) {
                let last = word + (bytes.count & ~7)
                while word < last {
                    mix(UInt64(littleEndian: word.loadUnaligned(as: UInt64.self)))
                    word += 8
                }
                place = bytes.count & ~7
            }
            // The rest, and the length: parts cannot run into each other.
            var rest: UInt64 = 0
            var end = bytes.count
            while end > place {
                end -= 1
                rest = rest << 8 | UInt64(bytes[end])
            }
            mix(rest)
            mix(UInt64(bytes.count))
        }

        package consuming func id(_ prefix: String, salt: Int) -> String {
            mix(UInt64(truncatingIfNeeded: salt))
            // Finish as splitmix64 does, so that every bit of the input reaches every digit.
            var hash = value
            hash ^= hash >> 30
            hash = hash &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 27
            hash = hash &* 0x94d0_49bb_1331_11eb
            hash ^= hash >> 31
            let alphabet = StableID.alphabet.utf8Start
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
