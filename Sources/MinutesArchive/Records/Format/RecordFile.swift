import ZipContainer

/// The frame of a record file: a table of sections, each with its checksum, and the sections. See `FORMAT.md`.
enum RecordFile {
    /// The format this program writes, and the newest it reads. Format 1 was JSON.
    static let knownFormat = 2

    static let magic = Array("GJKRECRD".utf8)
    /// Magic, format, number of sections, checksum of what follows it up to the first section.
    static let headSize = 24
    static let entrySize = 24

    enum Kind: UInt32 {
        /// JSON: header, agenda, notes, diagnostics, former ids, provenance.
        case facts = 1
        /// Texts that other sections name by number.
        case words = 2
        /// Ids and lengths of the remarks, and which block holds which.
        case places = 3
        case remarks = 4
        case findings = 5
        /// What some remarks say, one behind the other.
        case texts = 16
    }

    struct Entry: Hashable, Sendable {
        var kind: Kind
        var isDeflated: Bool
        /// In the file.
        var range: Range<Int>
        /// Bytes when expanded.
        var length: Int
        var checksum: UInt64
    }

    /// The file of some sections.
    static func bytes(_ sections: [(kind: Kind, bytes: [UInt8])]) -> [UInt8] {
        var table = ColumnWriter()
        var content: [UInt8] = []
        for section in sections {
            // Ids do not get smaller; the others nearly always do.
            let packed = section.kind == .places ? nil : deflated(section.bytes)
            let stored = packed ?? section.bytes
            table.add(half: section.kind.rawValue)
            table.add(half: packed == nil ? 0 : 1)
            table.add(half: UInt32(stored.count))
            table.add(half: UInt32(section.bytes.count))
            table.add(whole: stored.withUnsafeBytes { IndexChecksum.of($0) })
            content += stored
        }
        var file = ColumnWriter()
        file.add(raw: magic)
        file.add(half: UInt32(knownFormat))
        file.add(half: UInt32(sections.count))
        file.add(whole: table.bytes.withUnsafeBytes { IndexChecksum.of($0) })
        return file.bytes + table.bytes + content
    }

    /// `nil` where that makes nothing smaller.
    static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
        let packed = Deflate.compressText(bytes)
        return packed.count < bytes.count ? packed : nil
    }

    /// Bytes of a known length, which are deflated unless they are as long as that.
    static func inflated(_ stored: UnsafeBufferPointer<UInt8>, length: Int) throws(RecordFileError) -> [UInt8] {
        guard stored.count != length else { return Array(stored) }
        do throws(Inflate.Failure) {
            return try Inflate.expand(stored, count: length)
        } catch {
            throw .damaged(error.japanese)
        }
    }

    static func isRecord(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.count >= magic.count && bytes[..<magic.count].elementsEqual(magic)
    }

    /// The table of sections.
    static func entries(_ bytes: UnsafeRawBufferPointer) throws(RecordFileError) -> [Entry] {
        guard isRecord(bytes) else { throw .damaged("会議録の記録ではありません") }
        func half(_ at: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
        }
        func whole(_ at: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        }
        guard bytes.count >= headSize else { throw ColumnReader.truncated }
        let format = half(8)
        guard format <= knownFormat else { throw .tooNew(format) }
        guard format == knownFormat else { throw .damaged("形式番号 \(format) はありません") }
        let count = half(12)
        guard count <= (bytes.count - headSize) / entrySize else { throw ColumnReader.truncated }
        let end = headSize + count * entrySize
        guard IndexChecksum.of(UnsafeRawBufferPointer(rebasing: bytes[headSize..<end])) == whole(16) else {
            throw .damaged("目次の検査値が合いません")
        }
        var entries: [Entry] = []
        var start = end
        for place in 0..<count {
            let at = headSize + place * entrySize
            guard let kind = Kind(rawValue: UInt32(half(at))), half(at + 4) <= 1 else { throw .damaged("知らない区分があります") }
            let (stored, length) = (half(at + 8), half(at + 12))
            guard stored <= bytes.count - start else { throw ColumnReader.truncated }
            let isDeflated = half(at + 4) == 1
            // Nothing deflated grows more than 1032-fold.
            guard isDeflated ? length <= stored * 1032 : length == stored else { throw .damaged("区分の長さが合いません") }
            entries.append(
                Entry(
                    kind: kind, isDeflated: isDeflated, range: start..<start + stored, length: length,
                    checksum: whole(at + 16)))
            start += stored
        }
        guard start == bytes.count else { throw .damaged("余分なデータがあります") }
        return entries
    }

    /// The bytes of a section, checked and expanded.
    static func content(_ entry: Entry, of bytes: UnsafeRawBufferPointer) throws(RecordFileError) -> [UInt8] {
        let stored = UnsafeRawBufferPointer(rebasing: bytes[entry.range])
        guard IndexChecksum.of(stored) == entry.checksum else { throw .damaged("検査値が合いません") }
        guard entry.isDeflated else { return Array(stored) }
        do throws(Inflate.Failure) {
            return try Inflate.expand(stored.assumingMemoryBound(to: UInt8.self), count: entry.length)
        } catch {
            throw .damaged(error.japanese)
        }
    }

    static func content(
        _ kind: Kind, among entries: [Entry], of bytes: UnsafeRawBufferPointer
    ) throws(RecordFileError) -> [UInt8] {
        let found = entries.filter { $0.kind == kind }
        guard found.count == 1 else { throw .damaged("区分の数が合いません") }
        return try content(found[0], of: bytes)
    }
}

extension ColumnWriter {
    /// Four bytes, little-endian.
    mutating func add(half value: UInt32) { withUnsafeBytes(of: value.littleEndian) { add(raw: $0) } }
}
