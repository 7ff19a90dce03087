/// Numbers by hashes that are good already: a table that only grows, without the second hash of a dictionary.
///
/// Where a hash goes depends on a number of this run, which nobody who writes a document can know; what is found does not.
struct HashIndex {
    /// The hash and the number above zero; 0 where the row is free.
    private var rows: [(hash: UInt64, number: UInt32)] = []
    private var shift: UInt64 = 64
    private var count = 0
    private static let seed = UInt64.random(in: .min ... .max) | 1

    /// - Complexity: O(1) on average.
    subscript(hash: UInt64) -> Int? {
        guard count > 0 else { return nil }
        return rows.withUnsafeBufferPointer { rows in
            var row = Self.row(of: hash, shift)
            while rows[row].number != 0 {
                if rows[row].hash == hash { return Int(rows[row].number) - 1 }
                row = (row &+ 1) & (rows.count &- 1)
            }
            return nil
        }
    }

    /// Takes a number for a hash that has none yet.
    mutating func insert(_ number: Int, for hash: UInt64) {
        if (count + 1) * 2 > rows.count { grow() }
        place(hash, UInt32(number + 1))
        count += 1
    }

    @inline(__always) private static func row(of hash: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: ((hash ^ seed) &* (seed &* 0x9E37_79B9_7F4A_7C15 | 1)) &>> shift)
    }

    private mutating func place(_ hash: UInt64, _ number: UInt32) {
        var row = Self.row(of: hash, shift)
        while rows[row].number != 0 { row = (row + 1) & (rows.count - 1) }
        rows[row] = (hash, number)
    }

    private mutating func grow() {
        let old = rows
        let size = max(128, old.count * 2)
        rows = Array(repeating: (0, 0), count: size)
        shift = UInt64(64 - size.trailingZeroBitCount)
        for entry in old where entry.number != 0 { place(entry.hash, entry.number) }
    }
}
