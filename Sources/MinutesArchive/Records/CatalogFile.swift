import MinutesModel

/// `records/catalog`: the list of meetings in the form of a record's columns. See `Format/FORMAT.md`.
enum CatalogFile {
    static let name = "catalog"
    /// What format 1 had, in JSON.
    static let formerName = "catalog.json"

    private static let magic = Array("GJKCATLG".utf8)
    private static let headSize = 20

    private enum Column: Int, CaseIterable {
        case ids, date, title, body, year, session, remarks, findings, warnings, digests, names, supersedes
    }

    static func bytes(_ catalog: Catalog) -> [UInt8] {
        var words = WordCodes()
        var columns = [ColumnWriter](repeating: ColumnWriter(), count: Column.allCases.count)
        func add(_ column: Column, _ body: (inout ColumnWriter) -> Void) { body(&columns[column.rawValue]) }
        func digest(_ digest: String) {
            add(.digests) { column in
                if let raw = raw(digest) { column.add(raw: [0] + raw) } else { column.add(words.code(digest)) }
            }
        }
        for entry in catalog.meetings {
            add(.ids) { column in
                let packed = PackedID.packed(entry.id, prefix: UInt8(ascii: "m"))
                column.add(whole: packed ?? PackedID.other)
                if packed == nil { column.add(words.code(entry.id)) }
            }
            add(.date) { $0.add(words.code(entry.date)) }
            add(.title) { $0.add(words.code(entry.title)) }
            add(.body) { $0.add(words.code(entry.body)) }
            add(.year) { $0.add(words.code(entry.fiscalYear)) }
            add(.session) { $0.add(words.code(entry.session)) }
            add(.remarks) { $0.add(entry.remarks) }
            add(.findings) { column in
                column.add(entry.findings.count)
                for (kind, count) in entry.findings.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                    column.add(words.code(kind))
                    column.add(count)
                }
            }
            add(.warnings) { $0.add(entry.warnings) }
            digest(entry.record)
            digest(entry.original.sha256)
            add(.names) { $0.add(words.code(entry.original.name)) }
            add(.supersedes) { $0.add(entry.supersedes.count) }
            for older in entry.supersedes {
                digest(older.sha256)
                add(.names) { $0.add(words.code(older.name)) }
            }
        }
        var plain = ColumnWriter()
        plain.add(catalog.meetings.count)
        words.table.write(to: &plain)
        plain.add(raw: ColumnWriter.joined(columns))
        var body = ColumnWriter()
        body.add(plain.bytes.count)
        body.add(raw: RecordFile.deflated(plain.bytes) ?? plain.bytes)
        var file = ColumnWriter()
        file.add(raw: magic)
        file.add(half: UInt32(RecordFile.knownFormat))
        file.add(whole: body.bytes.withUnsafeBytes { IndexChecksum.of($0) })
        return file.bytes + body.bytes
    }

    static func catalog(_ bytes: [UInt8], path: String) throws(ArchiveError) -> Catalog {
        do throws(RecordFileError) {
            return try RecordDecoder.reading(bytes) { buffer throws(RecordFileError) in
                try catalog(UnsafeRawBufferPointer(buffer))
            }
        } catch {
            throw error.archiveError(path)
        }
    }

    private static func catalog(_ bytes: UnsafeRawBufferPointer) throws(RecordFileError) -> Catalog {
        guard bytes.count >= headSize, bytes[..<magic.count].elementsEqual(magic) else {
            throw .damaged("会議の一覧ではありません")
        }
        let format = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        guard format <= RecordFile.knownFormat else { throw .tooNew(format) }
        guard format == RecordFile.knownFormat else { throw .damaged("形式番号 \(format) はありません") }
        let body = UnsafeRawBufferPointer(rebasing: bytes[headSize...])
        let checksum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt64.self))
        guard IndexChecksum.of(body) == checksum else { throw .damaged("検査値が合いません") }
        var stored = ColumnReader(body.assumingMemoryBound(to: UInt8.self))
        let length = try stored.number()
        guard length >= 0, length / 1032 <= stored.rest else { throw .damaged("長さが合いません") }
        let plain = try RecordFile.inflated(try stored.take(stored.rest), length: length)
        return try RecordDecoder.reading(plain) { buffer throws(RecordFileError) in
            var reader = ColumnReader(buffer)
            let count = try reader.count(of: 8)
            var reading = Reading(words: WordCodeReader(try WordTable.texts(&reader)), columns: [])
            reading.columns = try ColumnReader.columns(try reader.take(reader.rest), count: Column.allCases.count)
            var entries: [CatalogEntry] = []
            entries.reserveCapacity(count)
            for _ in 0..<count { entries.append(try reading.entry()) }
            return Catalog(entries)
        }
    }

    private struct Reading {
        var words: WordCodeReader
        var columns: [ColumnReader]

        private mutating func number(_ column: Column) throws(RecordFileError) -> Int {
            try columns[column.rawValue].number()
        }

        private mutating func text(_ column: Column) throws(RecordFileError) -> String {
            try words.text(&columns[column.rawValue])
        }

        private mutating func textIfAny(_ column: Column) throws(RecordFileError) -> String? {
            try words.textIfAny(&columns[column.rawValue])
        }

        private mutating func digest() throws(RecordFileError) -> String {
            let code = try number(.digests)
            if code != 0 { return try words.text(code) ?? "" }
            return CatalogFile.hex(try columns[Column.digests.rawValue].take(32))
        }

        mutating func entry() throws(RecordFileError) -> CatalogEntry {
            let packed = try columns[Column.ids.rawValue].whole()
            guard packed == PackedID.other || packed >> 60 == 0 else { throw .damaged("会議の番号が合いません") }
            let id = packed == PackedID.other ? try text(.ids) : PackedID.id(packed, prefix: UInt8(ascii: "m"))
            let date = try textIfAny(.date)
            let title = try text(.title)
            let (body, year, session) = (try textIfAny(.body), try textIfAny(.year), try textIfAny(.session))
            let remarks = try number(.remarks)
            var findings: [String: Int] = [:]
            for _ in 0..<(try columns[Column.findings.rawValue].count()) {
                let kind = try text(.findings)
                findings[kind] = try number(.findings)
            }
            let warnings = try number(.warnings)
            let record = try digest()
            let original = StoredOriginal(sha256: try digest(), name: try text(.names))
            var supersedes: [StoredOriginal] = []
            let older = try number(.supersedes)
            guard older >= 0 else { throw .damaged("件数が合いません") }
            for _ in 0..<older {
                supersedes.append(StoredOriginal(sha256: try digest(), name: try text(.names)))
            }
            return CatalogEntry(
                id: id, date: date, title: title, body: body, fiscalYear: year, session: session, remarks: remarks,
                findings: findings, warnings: warnings, original: original, supersedes: supersedes, record: record)
        }
    }

    // MARK: - digests

    /// The 32 bytes of 64 small hexadecimal digits.
    private static func raw(_ digest: String) -> [UInt8]? {
        guard FileName.isDigest(digest) else { return nil }
        let digits = digest.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
        return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func hex(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { digits in
            func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
            for (place, byte) in bytes.enumerated() {
                digits.initializeElement(at: place * 2, to: digit(byte >> 4))
                digits.initializeElement(at: place * 2 + 1, to: digit(byte & 15))
            }
            return bytes.count * 2
        }
    }
}

extension CatalogEntry {
    init(
        id: String, date: String?, title: String, body: String?, fiscalYear: String?, session: String?, remarks: Int,
        findings: [String: Int], warnings: Int, original: StoredOriginal, supersedes: [StoredOriginal], record: String
    ) {
        (self.id, self.date, self.title, self.body) = (id, date, title, body)
        (self.fiscalYear, self.session, self.remarks, self.findings) = (fiscalYear, session, remarks, findings)
        (self.warnings, self.original, self.supersedes, self.record) = (warnings, original, supersedes, record)
    }
}
