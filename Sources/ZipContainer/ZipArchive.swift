/// A ZIP file in memory or mapped into it, read by its directory: stored and deflated entries, data descriptors, ZIP64.
///
/// Nothing in the file is believed without a check: sizes, places, checksums and names are compared, and what has no
/// place in a document (encryption, overlapping entries, paths that lead out) is refused.
package struct ZipArchive: Sendable {
    package let entries: [ZipEntry]
    private let file: ZipBytes
    private let limits: ZipLimits
    private let byName: [String: Int]

    /// Reads the directory. Entries are checked against each other and the limits, their data is not touched.
    /// - Throws: `ZipError`.
    /// - Complexity: O(directory).
    package init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipError) {
        try self.init(ZipBytes(bytes), limits: limits)
    }

    package init(_ file: ZipBytes, limits: ZipLimits = .standard) throws(ZipError) {
        let result: Result<[ZipEntry], ZipError> = file.withBytes { buffer in
            do throws(ZipError) {
                var directory = ZipDirectory(LittleEndian(bytes: buffer), limits: limits)
                return .success(try directory.read())
            } catch {
                return .failure(error)
            }
        }
        entries = try result.get()
        var byName: [String: Int] = [:]
        for (index, entry) in zip(0..., entries) where byName.updateValue(index, forKey: entry.name) != nil {
            throw .duplicateName(entry: entry.name)
        }
        self.file = file
        self.limits = limits
        self.byName = byName
    }

    /// Whether the bytes begin like a ZIP file.
    package static func isZip(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    }

    package func entry(named name: String) -> ZipEntry? { byName[name].map { entries[$0] } }

    /// The bytes of an entry, expanded and checked.
    /// - Throws: `ZipError`.
    /// - Complexity: O(compressed and expanded size).
    package func contents(of entry: ZipEntry) throws(ZipError) -> [UInt8] {
        guard !entry.isEncrypted else { throw .encrypted(entry: entry.name) }
        guard entry.size <= limits.entryBytes else {
            throw .tooLarge(entry: entry.name, bytes: entry.size, limit: limits.entryBytes)
        }
        let contents: [UInt8]
        switch entry.method {
        case .stored:
            guard entry.size == entry.compressedSize else { throw .wrongSize(entry: entry.name) }
            contents = file.withBytes { Array($0[entry.data]) }
        case .deflate:
            let ratio = entry.size / max(entry.compressedSize, 1)
            guard entry.size <= limits.ratioFloor || ratio <= limits.ratio else {
                throw .suspiciousRatio(entry: entry.name, ratio: ratio, limit: limits.ratio)
            }
            let result: Result<[UInt8], Inflate.Failure> = file.withBytes { buffer in
                do throws(Inflate.Failure) {
                    return .success(
                        try Inflate.expand(UnsafeBufferPointer(rebasing: buffer[entry.data]), count: entry.size))
                } catch {
                    return .failure(error)
                }
            }
            switch result {
            case .success(let expanded): contents = expanded
            case .failure(let failure): throw .badStream(entry: entry.name, reason: failure.japanese)
            }
        case .other(let code): throw .unsupportedMethod(entry: entry.name, method: code)
        }
        guard CRC32.checksum(contents) == entry.checksum else { throw .wrongChecksum(entry: entry.name) }
        return contents
    }

    /// - Throws: `ZipError.missing` besides what `contents(of:)` throws.
    package func contents(named name: String) throws(ZipError) -> [UInt8] {
        guard let entry = entry(named: name) else { throw .missing(entry: name) }
        return try contents(of: entry)
    }
}
