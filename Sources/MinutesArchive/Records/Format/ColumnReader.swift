/// Reads what `ColumnWriter` wrote. Nothing in it is trusted.
struct ColumnReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var rest: Int { bytes.count - offset }

    static var truncated: RecordFileError { .damaged("途中で切れています") }

    @inline(__always)
    mutating func bits() throws(RecordFileError) -> UInt64 {
        guard offset < bytes.count else { throw Self.truncated }
        let first = bytes[offset]
        offset &+= 1
        return first < 0x80 ? UInt64(first) : try longer(first)
    }

    private mutating func longer(_ first: UInt8) throws(RecordFileError) -> UInt64 {
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while true {
            guard offset < bytes.count else { throw Self.truncated }
            let byte = bytes[offset]
            offset &+= 1
            guard shift < 63 || byte <= 1 else { throw .damaged("数が大きすぎます") }
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 { return value }
            shift &+= 7
            guard shift <= 63 else { throw .damaged("数が大きすぎます") }
        }
    }

    @inline(__always)
    mutating func number() throws(RecordFileError) -> Int { Int(truncatingIfNeeded: try bits()) }

    @inline(__always)
    mutating func signed() throws(RecordFileError) -> Int {
        let value = try bits()
        return Int(truncatingIfNeeded: Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1))
    }

    mutating func whole() throws(RecordFileError) -> UInt64 {
        guard rest >= 8 else { throw Self.truncated }
        let value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        offset += 8
        return UInt64(littleEndian: value)
    }

    /// A number of things of which each takes some bytes of what is left at least.
    mutating func count(of least: Int = 1) throws(RecordFileError) -> Int {
        let value = try bits()
        guard value <= UInt64(rest / least) else { throw .damaged("件数が合いません") }
        return Int(value)
    }

    mutating func take(_ count: Int) throws(RecordFileError) -> UnsafeBufferPointer<UInt8> {
        guard count >= 0, count <= rest else { throw Self.truncated }
        defer { offset += count }
        return UnsafeBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    /// The columns of a section.
    static func columns(
        _ bytes: UnsafeBufferPointer<UInt8>, count expected: Int
    ) throws(RecordFileError) -> [ColumnReader] {
        var reader = ColumnReader(bytes)
        guard try reader.count() == expected else { throw .damaged("欄の数が合いません") }
        var lengths: [Int] = []
        for _ in 0..<expected { lengths.append(try reader.count()) }
        var columns: [ColumnReader] = []
        for length in lengths { columns.append(ColumnReader(try reader.take(length))) }
        guard reader.rest == 0 else { throw .damaged("余分なデータがあります") }
        return columns
    }
}
