/// Bytes of a file being made, little-endian.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ part: UnsafeRawBufferPointer) { bytes.append(contentsOf: part) }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ value: UInt32) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(numbers values: [UInt32]) { for value in values { append(value) } }

    mutating func append(_ values: [UInt8]) { bytes.append(contentsOf: values) }

    mutating func append(_ values: some Collection<UInt8>) { bytes.append(contentsOf: values) }

    /// Seven bits a byte, the lowest first; the top bit says that more follow.
    @inline(__always)
    mutating func append(varint value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func pad(to multiple: Int) {
        while !bytes.count.isMultiple(of: multiple) { bytes.append(0) }
    }

    /// Overwrites four bytes.
    mutating func set(_ value: UInt32, at offset: Int) {
        withUnsafeBytes(of: value.littleEndian) { new in
            for place in 0..<4 { bytes[offset + place] = new[place] }
        }
    }
}
