/// Writes ZIP files. The same entries give the same bytes: every date is the first one ZIP knows, 1980-01-01.
package struct ZipWriter {
    private var file: [UInt8] = []
    private var directory: [UInt8] = []
    private var names: Set<String> = []

    package init() {}

    /// Adds a file. It is deflated where that makes it smaller, unless `isStored` asks for its bytes as they are.
    /// - Throws: `ZipError.unwritable` for names that are unsafe or too long, and beyond 4 GB or 65,534 entries;
    ///   `.duplicateName`.
    package mutating func add(_ name: String, _ contents: [UInt8], isStored: Bool = false) throws(ZipError) {
        guard ZipEntryName.isSafe(name), !name.contains("\\"), name.utf8.count <= 0xFFFF else {
            throw .unwritable(entry: name, reason: "使えない名前です")
        }
        guard names.insert(name).inserted else { throw .duplicateName(entry: name) }
        guard names.count < 0xFFFF else { throw .unwritable(entry: name, reason: "数が多すぎます") }
        var data = contents
        var method = 0
        if !isStored {
            let packed = Deflate.compress(contents)
            if packed.count < contents.count {
                data = packed
                method = 8
            }
        }
        guard contents.count < 0xFFFF_FFFF, file.count + data.count + name.utf8.count < 0xFFFF_0000 else {
            throw .unwritable(entry: name, reason: "4GBを超えます")
        }
        let header = file.count
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        // Version needed, flags (bit 11: the name is UTF-8), method, time, date, checksum, sizes, lengths.
        var common: [UInt8] = []
        common.append(20, bytes: 2)
        common.append(isPlain ? 0 : 0x800, bytes: 2)
        common.append(method, bytes: 2)
        common.append(0, bytes: 2)
        common.append(1 << 5 | 1, bytes: 2)
        common.append(Int(CRC32.checksum(contents)), bytes: 4)
        common.append(data.count, bytes: 4)
        common.append(contents.count, bytes: 4)
        common.append(name.utf8.count, bytes: 2)
        common.append(0, bytes: 2)
        file.append(0x0403_4B50, bytes: 4)
        file += common
        file += Array(name.utf8)
        file += data
        directory.append(0x0201_4B50, bytes: 4)
        directory.append(20, bytes: 2)
        directory += common
        // Comment, disk, attributes.
        directory.append(0, bytes: 2)
        directory.append(0, bytes: 2)
        directory.append(0, bytes: 2)
        directory.append(0, bytes: 4)
        directory.append(header, bytes: 4)
        directory += Array(name.utf8)
    }

    /// The file with its directory.
    package func finished() -> [UInt8] {
        var bytes = file + directory
        bytes.append(0x0605_4B50, bytes: 4)
        bytes.append(0, bytes: 4)
        bytes.append(names.count, bytes: 2)
        bytes.append(names.count, bytes: 2)
        bytes.append(directory.count, bytes: 4)
        bytes.append(file.count, bytes: 4)
        bytes.append(0, bytes: 2)
        return bytes
    }
}

extension [UInt8] {
    /// Appends a number, lowest byte first.
    fileprivate mutating func append(_ value: Int, bytes: Int) {
        for index in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
}
