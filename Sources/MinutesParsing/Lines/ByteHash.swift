/// The hash of bytes by Fowler, Noll and Vo (FNV-1a, 64 bits), for tables that live as long as a document or the program.
/// Ids that are kept have a hash of their own (`StableID.Hash`).
struct ByteHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always) mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    @inline(__always) static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = ByteHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }
}
