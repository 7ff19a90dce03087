import MinutesModel

/// The one program that writes. Holds the lock as long as it lives.
///
/// Readers see what the catalog lists. Originals and records that are new are on the disk under their names, whole, when
/// `land` returns (`FileBatch`), and nobody looks at them before `commit` has written the catalog; what replaces or
/// removes something that is listed waits for `commit`, which flushes first and then changes all names in a moment,
/// with the file `pending` beside them. After a crash in that moment readers take the list from the records; after one
/// before it they see the old state. The next writer takes in what had landed.
package final class ArchiveWriter {
    package let archive: Archive
    private let lock: WriterLock
    private(set) var meetings: MeetingsByOriginal
    /// The catalog on the disk is not the list of the records there, and the file `pending` says so.
    private var isPending = false
    /// There is something to be committed.
    private var isChanged = false
    /// New files that have not landed.
    private let batch: FileBatch
    /// What takes the place of files that the catalog lists, and what is to be removed.
    private let changes: FileBatch
    private var waitingOriginals: [String: StoredOriginal] = [:]

    /// - Throws: `ArchiveError.locked` when another program writes, or what the system refused.
    package init(_ archive: Archive) throws(ArchiveError) {
        lock = try WriterLock(path: archive.lockFile, manner: archive.manner)
        let archive = try archive.upgraded()
        self.archive = archive
        batch = FileBatch(archive.path)
        changes = FileBatch(archive.path)
        try archive.tidy()
        try archive.setTornReviewsAside()
        let interrupted = FilePlace.exists(archive.recordsFolder + "/" + Archive.pendingName)
        let catalog: Catalog
        do throws(ArchiveError) {
            catalog = try archive.catalog()
        } catch {
            // A damaged catalog is derived: make it again.
            guard case .damaged = error else { throw error }
            catalog = try archive.catalogFromRecords(in: archive.recordsFolder)
            isPending = true
        }
        meetings = MeetingsByOriginal(catalog)
        isPending = isPending || interrupted
        try upgradeRecords()
        try takeInLanded()
        try commit()
        try completeForgetting()
    }

    /// Records that landed before an import was cut short.
    private func takeInLanded() throws(ArchiveError) {
        let names = try FilePlace.names(in: archive.recordsFolder)
        let landed = Set(names.compactMap(Archive.recordID)).subtracting(meetings.entries.keys)
        guard !landed.isEmpty else { return }
        for entry in try archive.catalogFromRecords(in: archive.recordsFolder, only: landed).meetings {
            meetings.set(entry)
            isChanged = true
        }
    }

    /// Writes records of format 1 as they are written today. A crash in between leaves some of each; both are read.
    private func upgradeRecords() throws(ArchiveError) {
        let folder = archive.recordsFolder
        let old = try FilePlace.names(in: folder).compactMap(Archive.formerRecordID)
        guard !old.isEmpty else { return }
        try begin()
        for id in old {
            let (former, path) = (archive.formerRecordFile(id, in: folder), archive.recordFile(id, in: folder))
            // One that cannot be read stays as it is, for `verify` to name.
            guard let record = try? archive.record(at: former, id: id), record.analyzed.id == id else { continue }
            if !FilePlace.exists(path) {
                let bytes = try RecordEncoder.bytes(record, path: path)
                try batch.put(bytes, at: path)
                meetings.entries[id].map { entry in
                    var entry = entry
                    entry.record = SHA256.hexDigest(of: bytes)
                    meetings.set(entry)
                }
            }
            batch.remove(former)
            if batch.count >= 1024 { try batch.land() }
        }
    }

    /// The meetings as they are after what was put so far.
    package var catalog: Catalog { Catalog(Array(meetings.entries.values)) }

    /// A meeting as it is after what was put so far.
    package func entry(_ id: String) -> CatalogEntry? { meetings.entries[id] }

    /// Keeps the bytes of a document. Bytes that are there already are not written again and keep their first name.
    package func store(_ bytes: [UInt8], name: String) throws(ArchiveError) -> StoredOriginal {
        try store(bytes, as: StoredOriginal(bytes, name: name))
    }

    /// The same where the hash of the bytes is known.
    package func store(_ bytes: [UInt8], as original: StoredOriginal) throws(ArchiveError) -> StoredOriginal {
        let digest = original.sha256
        let folder = archive.originalFolder(digest)
        if let waiting = waitingOriginals[digest] { return waiting }
        if FilePlace.exists(folder) {
            let known = try? archive.path(of: StoredOriginal(sha256: digest, name: ""))
            if let known, FilePlace.isFile(known) {
                return StoredOriginal(sha256: digest, name: FilePlace.name(of: known))
            }
            try FilePlace.remove(folder)
        }
        let notes = OriginalNotes(name: original.name, bytes: bytes.count)
        try batch.put(
            folder: folder, by: archive.originalsFolder + "/.\(digest).tmp",
            [
                (original.name, bytes),
                ("about.json", try ArchiveJSON.page(notes, path: archive.notesFile(digest))),
            ])
        waitingOriginals[digest] = original
        return original
    }

    /// A record as it is after what was put so far.
    package func record(_ id: String) throws(ArchiveError) -> StoredRecord {
        guard FileName.isSafe(id: id) else { throw .unknownMeeting(id) }
        return try archive.record(at: current(archive.recordFile(id, in: archive.recordsFolder)), id: id)
    }

    func texts(of id: String) throws(ArchiveError) -> RecordTexts {
        let path = current(archive.recordFile(id, in: archive.recordsFolder))
        return FilePlace.exists(path) ? try RecordTexts(path: path) : RecordTexts(try record(id))
    }

    /// Where the bytes of a path lie now.
    private func current(_ path: String) -> String {
        let changed = changes.current(path)
        return changed == path ? batch.current(path) : changed
    }

    /// What is listed is replaced when everything is; what is new may land before.
    private func put(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
        try (FilePlace.exists(path) ? changes : batch).put(bytes, at: path)
    }

    /// Puts what is new so far on the disk for good, with one flush for all of it. Readers see it after `commit`.
    ///
    /// Without it `commit` does; in a long import it is worth while every few hundred documents, because what has not
    /// landed is gone after a crash.
    package func land() throws(ArchiveError) {
        try batch.land()
        waitingOriginals = [:]
    }

    /// Puts the record of a meeting in the place of what was there. Nothing is written when nothing changed.
    ///
    /// The record takes over the ids of the version before it (`FormerIDs`).
    /// - Parameters:
    ///   - siblings: ids of all meetings in the document, where it holds more than this one.
    ///   - replaced: id of a meeting whose place it takes although its own id is another: the date was corrected.
    ///   - restores: a document that a newer one has replaced becomes the newest again.
    ///   - encoded: the bytes of the record, where they are made already.
    /// - Throws: `ArchiveError.unknownMeeting` for `replaced`.
    package func put(
        _ analyzed: AnalyzedMeeting, original: StoredOriginal, siblings: Set<String> = [],
        replacing replaced: String? = nil, restores: Bool = false, encoded: EncodedRecord? = nil
    ) throws(ArchiveError) -> PutOutcome {
        guard FileName.isSafe(id: analyzed.id), analyzed.id != "catalog" else { throw .unsafeName(analyzed.id) }
        if let replaced, replaced != analyzed.id, meetings.entries[replaced] == nil { throw .unknownMeeting(replaced) }
        let path = archive.recordFile(analyzed.id, in: archive.recordsFolder)
        let plan = meetings.plan(
            analyzed.id, original: original.sha256, siblings: siblings, replacing: replaced, restores: restores)
        let putting = try RecordPutting(analyzed, original: original, plan: plan, path: path, encoded: encoded) {
            try? record($0.id).analyzed
        }
        switch putting.outcome {
        case .superseded: return putting.outcome
        case .unchanged where FilePlace.isFile(current(path)): return putting.outcome
        default: break
        }
        if putting.formers.contains(where: { $0.supersedes.contains { $0.sha256 == original.sha256 } }) {
            try unlink(original, in: putting.formers)
        }
        try link(original, supersedes: putting.supersedes.map(\.sha256))
        isChanged = true
        try put(putting.bytes, at: path)
        for former in putting.formers where former.id != analyzed.id {
            let old = archive.recordFile(former.id, in: archive.recordsFolder)
            (FilePlace.exists(old) ? changes : batch).remove(old)
            meetings.remove(former.id)
        }
        let supersedes = putting.outcome == .unchanged ? putting.formers.first?.supersedes : putting.supersedes
        meetings.set(
            CatalogEntry(putting.record, original: original, supersedes: supersedes ?? [], record: putting.digest))
        return putting.outcome
    }

    /// Takes records away, and the meetings out of the catalog.
    func takeOut(_ ids: Set<String>) throws(ArchiveError) {
        try begin()
        for name in try FilePlace.names(in: archive.recordsFolder)
        where name != CatalogFile.name && name != CatalogFile.formerName
            && ids.contains(String(name.prefix { $0 != "." }))
        {
            try FilePlace.remove(archive.recordsFolder + "/" + name)
        }
        try FilePlace.flush(folder: archive.recordsFolder)
        for id in ids { meetings.remove(id) }
        try commit()
    }

    /// Makes everything that was put the state of the archive, for readers and after a crash.
    package func commit() throws(ArchiveError) {
        try land()
        guard isChanged || isPending || !changes.isEmpty else { return }
        try changes.prepare()
        if !changes.isEmpty { try begin() }
        try changes.land()
        try FilePlace.put(CatalogFile.bytes(catalog), at: archive.recordsFolder + "/" + CatalogFile.name)
        try FilePlace.remove(archive.recordsFolder + "/" + CatalogFile.formerName)
        try FilePlace.remove(archive.recordsFolder + "/" + Archive.pendingName)
        (isPending, isChanged) = (false, false)
    }

    /// Adds people's decisions; they are on the disk when the call returns.
    package func append(_ reviews: [Review]) throws(ArchiveError) { try archive.appendLines(reviews) }

    /// Takes over the catalog that a rebuild has written.
    func adopt(_ catalog: Catalog) {
        meetings = MeetingsByOriginal(catalog)
        (isPending, isChanged) = (false, false)
    }

    /// Changes the name or the settings of the archive.
    package func describe(_ description: ArchiveDescription) throws(ArchiveError) {
        var description = description
        description.format = ArchiveDescription.knownFormat
        try FilePlace.put(
            ArchiveJSON.page(description, path: archive.descriptionFile), at: archive.descriptionFile)
    }

    static func recordBytes(
        _ analyzed: AnalyzedMeeting, original: StoredOriginal, path: String
    ) throws(ArchiveError) -> [UInt8] {
        try RecordEncoder.bytes(StoredRecord(analyzed: analyzed, provenance: original), path: path)
    }

    /// Says that the catalog is older than the records.
    private func begin() throws(ArchiveError) {
        guard !isPending else { return }
        try FilePlace.put([], at: archive.recordsFolder + "/" + Archive.pendingName)
        isPending = true
    }

    /// Takes an original out of the history of those that replaced it.
    private func unlink(_ original: StoredOriginal, in formers: [CatalogEntry]) throws(ArchiveError) {
        for newer in formers.flatMap({ [$0.original] + $0.supersedes }) where newer.sha256 != original.sha256 {
            guard var notes = try? notes(of: newer.sha256), notes.supersedes.contains(original.sha256) else {
                continue
            }
            notes.supersedes.removeAll { $0 == original.sha256 }
            let file = archive.notesFile(newer.sha256)
            try put(ArchiveJSON.page(notes, path: file), at: file)
        }
    }

    private func notes(of digest: String) throws(ArchiveError) -> OriginalNotes {
        try archive.notes(in: current(archive.notesFile(digest)))
    }

    /// Notes beside the new original which ones it replaces: the order of versions is not in their bytes.
    private func link(_ original: StoredOriginal, supersedes digests: [String]) throws(ArchiveError) {
        guard digests.contains(where: { $0 != original.sha256 }) else { return }
        var notes = (try? notes(of: original.sha256)) ?? OriginalNotes(name: original.name, bytes: 0)
        let added = digests.filter { $0 != original.sha256 && !notes.supersedes.contains($0) }
        guard !added.isEmpty else { return }
        notes.supersedes = added + notes.supersedes
        let file = archive.notesFile(original.sha256)
        try put(ArchiveJSON.page(notes, path: file), at: file)
    }
}

extension Archive {
    /// Takes the lock, which is held as long as the writer lives. `write` holds it for a stretch of work.
    package func writer() throws(ArchiveError) -> ArchiveWriter { try ArchiveWriter(self) }

    /// Does some work under the lock, to its very end: a writer alone may be given up after its last use.
    /// - Throws: `ArchiveError.locked` when another program writes, and whatever `body` throws.
    package func write<Result>(_ body: (ArchiveWriter) throws -> Result) throws -> Result {
        let writer = try writer()
        defer { withExtendedLifetime(writer) {} }
        return try body(writer)
    }
}
