/// Numbers of one column of a record, one behind the other: seven bits a byte, the lowest first.
struct ColumnWriter {
    private(set) var bytes: [UInt8] = []

    /// For what is hardly ever negative: any number may be given, a negative one takes ten bytes.
    mutating func add(_ value: Int) { add(bits: UInt64(bitPattern: Int64(value))) }

    /// For differences: small numbers of either sign take one byte.
    mutating func add(signed value: Int) {
        let wide = Int64(value)
        add(bits: UInt64(bitPattern: wide &<< 1 ^ wide &>> 63))
    }

    mutating func add(bits value: UInt64) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value &>>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: value))
    }

    /// Eight bytes, little-endian.
    mutating func add(whole value: UInt64) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }

    mutating func add(raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }

    /// Columns behind their number and lengths.
    static func joined(_ columns: [ColumnWriter]) -> [UInt8] {
        var head = ColumnWriter()
        head.add(columns.count)
        for column in columns { head.add(column.bytes.count) }
        return columns.reduce(into: head.bytes) { $0 += $1.bytes }
    }
}
