import Foundation
import MinutesModel

extension Archive {
    /// All meetings. Read from `records/catalog`; from the records themselves where a writer was interrupted in the moment
    /// of changing them.
    package func catalog() throws(ArchiveError) -> Catalog {
        // A writer that is alive needs a moment only.
        for _ in 0..<50 where isChanging { usleep(10_000) }
        return try steadily { folder throws(ArchiveError) in
            if FilePlace.exists(folder + "/" + Self.pendingName) { return try catalogFromRecords(in: folder) }
            if let catalog = try catalogFile(in: folder) { return catalog }
            return try catalogFromRecords(in: folder)
        }
    }

    /// Reads from the folder of records; again where a rebuild has exchanged it meanwhile.
    private func steadily<Result>(
        _ body: (String) throws(ArchiveError) -> Result
    ) throws(ArchiveError) -> Result {
        for _ in 0..<Self.attempts {
            let folder = recordsInUse
            let number = FilePlace.number(of: folder)
            let outcome: Swift.Result<Result, ArchiveError> = Swift.Result { () throws(ArchiveError) in
                try body(folder)
            }
            if number != nil, FilePlace.number(of: folder) == number { return try outcome.get() }
        }
        return try body(recordsInUse)
    }

    private var isChanging: Bool { FilePlace.exists(recordsInUse + "/" + Self.pendingName) }

    /// Reads from one state of the archive: when a writer has changed the records meanwhile, all is read again.
    /// - Parameter body: reads the catalog and then records; may be called more than once.
    package func consistently<Result>(_ body: () throws -> Result) throws -> Result {
        for _ in 0..<Self.attempts {
            let before = state
            let result = Swift.Result { try body() }
            // A mark that outlives the waiting of `catalog` is a dead writer's.
            if state == before { return try result.get() }
        }
        return try body()
    }

    private static let attempts = 5

    /// What changes with every commit.
    private var state: [FileStamp?] {
        let folder = recordsInUse
        return [FileStamp.outside(catalogPath), FileStamp.outside(folder + "/" + Self.pendingName)]
    }

    /// - Throws: `ArchiveError.unknownMeeting`, `.damaged`, `.tooNew`.
    package func record(_ id: String) throws(ArchiveError) -> StoredRecord {
        guard FileName.isSafe(id: id) else { throw .unknownMeeting(id) }
        return try steadily { folder throws(ArchiveError) in try record(in: folder, id: id) }
    }

    /// The texts of a meeting's remarks, without reading the rest of its record.
    /// - Throws: `ArchiveError.unknownMeeting`, `.damaged`, `.tooNew`.
    package func texts(of id: String) throws(ArchiveError) -> RecordTexts {
        guard FileName.isSafe(id: id) else { throw .unknownMeeting(id) }
        return try steadily { folder throws(ArchiveError) in
            let path = recordFile(id, in: folder)
            return FilePlace.exists(path) ? try RecordTexts(path: path) : RecordTexts(try record(in: folder, id: id))
        }
    }

    /// The records of the meetings, or of all, by date then id.
    ///
    /// Damaged records are left out and reported; use it where the rest is still of use.
    package func records(_ ids: [String]? = nil) throws(ArchiveError) -> Parsed<[AnalyzedMeeting]> {
        var result: Parsed<[AnalyzedMeeting]> = Parsed([])
        var wanted = ids ?? []
        if ids == nil { wanted = try catalog().meetings.map(\.id) }
        for id in wanted {
            do throws(ArchiveError) {
                result.value.append(try record(id).analyzed)
            } catch {
                result.diagnostics.append(
                    Diagnostic(
                        .error, code: "archive.record-damaged", message: "\(error) gijiroku rebuild で原本から作り直せます。"))
            }
        }
        return result
    }

    static let pendingName = "pending"

    /// `records`, or the complete new ones where a crash fell between the two renames of a rebuild.
    var recordsInUse: String {
        FilePlace.exists(recordsFolder) || !FilePlace.exists(nextRecordsFolder) ? recordsFolder : nextRecordsFolder
    }

    /// Where the record of a meeting lies.
    func recordFile(_ id: String, in folder: String) -> String { folder + "/" + id + Self.recordEnding }

    /// Where an archive of format 1 has it.
    func formerRecordFile(_ id: String, in folder: String) -> String { folder + "/" + id + ".json" }

    func record(in folder: String, id: String) throws(ArchiveError) -> StoredRecord {
        let former = formerRecordFile(id, in: folder)
        let path = recordFile(id, in: folder)
        return try record(at: !FilePlace.exists(path) && FilePlace.exists(former) ? former : path, id: id)
    }

    func record(at path: String, id: String) throws(ArchiveError) -> StoredRecord {
        do throws(ArchiveError) {
            return try record(from: FilePlace.bytes(of: path), path: path)
        } catch {
            if case .notFound = error { throw .unknownMeeting(id) }
            throw error
        }
    }

    /// A record in the format of today, or in JSON as format 1 had it.
    func record(from bytes: [UInt8], path: String) throws(ArchiveError) -> StoredRecord {
        let result: Result<StoredRecord, ArchiveError>? = bytes.withUnsafeBytes { raw in
            guard RecordFile.isRecord(raw) else { return nil }
            return Result { () throws(ArchiveError) in try RecordDecoder.record(raw, path: path) }
        }
        if let result { return try result.get() }
        return try ArchiveJSON.decode(versioned: StoredRecord.self, from: bytes, path: path)
    }

    /// Where the list of meetings lies: of an archive of format 1 that nobody has written to, in JSON.
    var catalogPath: String {
        let folder = recordsInUse
        let (today, former) = (folder + "/" + CatalogFile.name, folder + "/" + CatalogFile.formerName)
        return !FilePlace.exists(today) && FilePlace.exists(former) ? former : today
    }

    /// `records/catalog`, or what format 1 had in JSON, or `nil` when there is neither.
    func catalogFile(in folder: String) throws(ArchiveError) -> Catalog? {
        let today = folder + "/" + CatalogFile.name
        if FilePlace.exists(today) { return try CatalogFile.catalog(FilePlace.bytes(of: today), path: today) }
        let file = folder + "/" + CatalogFile.formerName
        guard FilePlace.exists(file) else { return nil }
        return try ArchiveJSON.decode(versioned: Catalog.self, from: FilePlace.bytes(of: file), path: file)
    }

    /// Makes the catalog from the records. A record that cannot be read is left out; `verify` reports it.
    /// - Parameter ids: only of these meetings.
    func catalogFromRecords(in folder: String, only ids: Set<String>? = nil) throws(ArchiveError) -> Catalog {
        let links = try supersededOriginals()
        var entries: [CatalogEntry] = []
        let names = try FilePlace.names(in: folder)
        let today = Set(names.compactMap(Self.recordID))
        for name in names {
            // Where a crash fell into an upgrade, the record of today stands beside the old one.
            guard let id = Self.recordID(name) ?? Self.formerRecordID(name).flatMap({ today.contains($0) ? nil : $0 }),
                ids?.contains(id) != false
            else { continue }
            let path = folder + "/" + name
            let bytes = try FilePlace.bytes(of: path)
            guard let record = try? record(from: bytes, path: path), record.analyzed.id == id else { continue }
            entries.append(
                CatalogEntry(
                    record.analyzed, original: record.provenance,
                    supersedes: try history(of: record.provenance.sha256, links: links),
                    record: SHA256.hexDigest(of: bytes)))
        }
        return Catalog(entries)
    }

    static let recordEnding = ".record"

    /// The meeting whose record has this file name.
    static func recordID(_ name: String) -> String? { id(name, recordEnding) }

    /// The same of an archive of format 1.
    static func formerRecordID(_ name: String) -> String? { name == CatalogFile.formerName ? nil : id(name, ".json") }

    private static func id(_ name: String, _ ending: String) -> String? {
        guard name.hasSuffix(ending) else { return nil }
        let id = String(name.dropLast(ending.utf8.count))
        return FileName.isSafe(id: id) ? id : nil
    }

    /// The originals a document replaced, those they replaced, and so on.
    func history(of digest: String, links: [String: [String]]) throws(ArchiveError) -> [StoredOriginal] {
        var seen: Set = [digest]
        var waiting = links[digest] ?? []
        var found: [StoredOriginal] = []
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard FileName.isDigest(next), seen.insert(next).inserted, FilePlace.exists(originalFolder(next)) else {
                continue
            }
            let path = try path(of: StoredOriginal(sha256: next, name: ""))
            found.append(StoredOriginal(sha256: next, name: FilePlace.name(of: path)))
            waiting += links[next] ?? []
        }
        return found
    }
}
