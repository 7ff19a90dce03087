/// Makes a ZIP file piece by piece, so that it need not fit into memory: write what `entry` returns, one after the
/// other, and what `directory` returns at the end. ZIP64 (APPNOTE 4.3.14) where 4 GB or 65,534 entries do not suffice.
///
/// The same entries give the same bytes: every date is the first one ZIP knows, 1980-01-01.
package struct ZipStream {
    private var central: [UInt8] = []
    private var names: Set<String> = []
    /// Bytes handed out so far.
    private var length: Int

    package init() { length = 0 }

    /// - Parameter length: bytes that stand in front already: only tests begin far back.
    init(behind length: Int) { self.length = length }

    private static let wide = 0xFFFF_FFFF

    /// One file with its header. It is deflated where that makes it smaller, unless `isStored` asks for its bytes as
    /// they are.
    /// - Throws: `ZipError.unwritable` for names that are unsafe or too long and for 4 GB and more; `.duplicateName`.
    package mutating func entry(
        _ name: String, _ contents: [UInt8], isStored: Bool = false
    ) throws(ZipError) -> [UInt8] {
        guard ZipEntryName.isSafe(name), !name.contains("\\"), name.utf8.count <= 0xFFFF else {
            throw .unwritable(entry: name, reason: "使えない名前です")
        }
        guard names.insert(name).inserted else { throw .duplicateName(entry: name) }
        var data = contents
        var method = 0
        if !isStored {
            let packed = Deflate.compress(contents)
            if packed.count < contents.count {
                data = packed
                method = 8
            }
        }
        guard contents.count < Self.wide else { throw .unwritable(entry: name, reason: "4GBを超えます") }
        let isFar = length >= Self.wide
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        // Flags (bit 11: the name is UTF-8), method, time, date, checksum, sizes, length of the name.
        var common: [UInt8] = []
        common.append(isPlain ? 0 : 0x800, bytes: 2)
        common.append(method, bytes: 2)
        common.append(0, bytes: 2)
        common.append(1 << 5 | 1, bytes: 2)
        common.append(Int(CRC32.checksum(contents)), bytes: 4)
        common.append(data.count, bytes: 4)
        common.append(contents.count, bytes: 4)
        common.append(name.utf8.count, bytes: 2)
        var file: [UInt8] = []
        file.reserveCapacity(data.count + name.utf8.count + 30)
        file.append(0x0403_4B50, bytes: 4)
        file.append(20, bytes: 2)
        file += common
        file.append(0, bytes: 2)
        file += Array(name.utf8)
        file += data
        central.append(0x0201_4B50, bytes: 4)
        // Version made by and needed: 4.5 for ZIP64.
        central.append(isFar ? 45 : 20, bytes: 2)
        central.append(isFar ? 45 : 20, bytes: 2)
        central += common
        // Extra field, comment, disk, attributes, place.
        central.append(isFar ? 12 : 0, bytes: 2)
        central.append(0, bytes: 8)
        central.append(0, bytes: 2)
        central.append(isFar ? Self.wide : length, bytes: 4)
        central += Array(name.utf8)
        if isFar {
            central.append(1, bytes: 2)
            central.append(8, bytes: 2)
            central.append(length, bytes: 8)
        }
        length += file.count
        return file
    }

    /// What stands behind the last entry.
    package func directory() -> [UInt8] {
        var bytes = central
        if names.count >= 0xFFFF || length >= Self.wide || central.count >= Self.wide {
            bytes.append(0x0606_4B50, bytes: 4)
            // Length of what follows, versions, disks, entries here and in all, size and place of the directory.
            bytes.append(44, bytes: 8)
            bytes.append(45, bytes: 2)
            bytes.append(45, bytes: 2)
            bytes.append(0, bytes: 8)
            bytes.append(names.count, bytes: 8)
            bytes.append(names.count, bytes: 8)
            bytes.append(central.count, bytes: 8)
            bytes.append(length, bytes: 8)
            bytes.append(0x0706_4B50, bytes: 4)
            bytes.append(0, bytes: 4)
            bytes.append(length + central.count, bytes: 8)
            bytes.append(1, bytes: 4)
        }
        bytes.append(0x0605_4B50, bytes: 4)
        bytes.append(0, bytes: 4)
        bytes.append(min(names.count, 0xFFFF), bytes: 2)
        bytes.append(min(names.count, 0xFFFF), bytes: 2)
        bytes.append(min(central.count, Self.wide), bytes: 4)
        bytes.append(min(length, Self.wide), bytes: 4)
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
