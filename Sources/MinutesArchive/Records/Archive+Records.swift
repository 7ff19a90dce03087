import MinutesModel

extension Archive {
    /// All meetings. Read from `catalog.json`; from the records themselves where a writer was interrupted.
    package func catalog() throws(ArchiveError) -> Catalog {
        let folder = recordsInUse
        if FilePlace.exists(folder + "/" + Self.pendingName) { return try catalogFromRecords(in: folder) }
        if let catalog = try catalogFile(in: folder) { return catalog }
        return try catalogFromRecords(in: folder)
    }

    /// - Throws: `ArchiveError.unknownMeeting`, `.damaged`, `.tooNew`.
    package func record(_ id: String) throws(ArchiveError) -> StoredRecord {
        guard FileName.isSafe(id: id) else { throw .unknownMeeting(id) }
        return try record(at: recordsInUse + "/" + id + ".json", id: id)
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

    func record(at path: String, id: String) throws(ArchiveError) -> StoredRecord {
        do throws(ArchiveError) {
            return try record(from: FilePlace.bytes(of: path), path: path)
        } catch {
            if case .notFound = error { throw .unknownMeeting(id) }
            throw error
        }
    }

    func record(from bytes: [UInt8], path: String) throws(ArchiveError) -> StoredRecord {
        try ArchiveJSON.decode(versioned: StoredRecord.self, from: bytes, path: path)
    }

    /// `catalog.json`, or `nil` when there is none.
    func catalogFile(in folder: String) throws(ArchiveError) -> Catalog? {
        let file = folder + "/catalog.json"
        guard FilePlace.exists(file) else { return nil }
        return try ArchiveJSON.decode(versioned: Catalog.self, from: FilePlace.bytes(of: file), path: file)
    }

    /// Makes the catalog from the records. A record that cannot be read is left out; `verify` reports it.
    func catalogFromRecords(in folder: String) throws(ArchiveError) -> Catalog {
        let links = try supersededOriginals()
        var entries: [CatalogEntry] = []
        for name in try FilePlace.names(in: folder) where Self.isRecordName(name) {
            let path = folder + "/" + name
            let bytes = try FilePlace.bytes(of: path)
            guard let record = try? record(from: bytes, path: path) else { continue }
            entries.append(
                CatalogEntry(
                    record.analyzed, original: record.provenance,
                    supersedes: try history(of: record.provenance.sha256, links: links),
                    record: SHA256.hexDigest(of: bytes)))
        }
        return Catalog(entries)
    }

    static func isRecordName(_ name: String) -> Bool {
        name.hasSuffix(".json") && name != "catalog.json" && FileName.isSafe(id: String(name.dropLast(5)))
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
