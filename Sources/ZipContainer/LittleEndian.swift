/// Numbers of a ZIP file. Every read is checked against the end.
struct LittleEndian {
    let bytes: UnsafeBufferPointer<UInt8>

    func uint16(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - 2 else { return nil }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    func uint32(_ offset: Int) -> Int? {
        guard let low = uint16(offset), let high = uint16(offset + 2) else { return nil }
        return low | high << 16
    }

    /// `nil` as well for what is too large for any file.
    func uint64(_ offset: Int) -> Int? {
        guard let low = uint32(offset), let high = uint32(offset + 4), high < 1 << 30 else { return nil }
        return low | high << 32
    }

    func slice(_ offset: Int, _ count: Int) -> UnsafeBufferPointer<UInt8>? {
        guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
        return UnsafeBufferPointer(rebasing: bytes[offset..<offset + count])
    }
}
