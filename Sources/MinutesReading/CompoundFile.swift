/// The container of Office up to 2003 (OLE, MS-CFB), which encrypted documents of today are wrapped in as well.
enum CompoundFile {
    /// What is inside, by the names of the streams.
    /// - Complexity: O(n), one look every 128 bytes.
    static func kind(_ bytes: [UInt8]) -> BinaryKind {
        var kind = BinaryKind.oldOffice
        // Directory entries are 128 bytes and begin at a multiple of it; the name stands first, its length at 64.
        for offset in stride(from: 512, to: bytes.count - 127, by: 128) {
            let length = Int(bytes[offset + 64]) | Int(bytes[offset + 65]) << 8
            guard length >= 2, length <= 64, bytes[offset + 1] == 0, (1...5).contains(bytes[offset + 66]) else {
                continue
            }
            if isName("EncryptedPackage", bytes, offset, length) { return .protectedOffice }
            if isName("WordDocument", bytes, offset, length) { kind = .oldWord }
        }
        return kind
    }

    private static func isName(_ name: StaticString, _ bytes: [UInt8], _ offset: Int, _ length: Int) -> Bool {
        guard length == name.utf8CodeUnitCount * 2 + 2 else { return false }
        return (0..<name.utf8CodeUnitCount).allSatisfy {
            bytes[offset + $0 * 2] == name.utf8Start[$0] && bytes[offset + $0 * 2 + 1] == 0
        }
    }
}
