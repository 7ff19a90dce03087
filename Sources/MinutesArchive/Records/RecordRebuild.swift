import MinutesModel

/// Makes all records again, beside the old ones, and exchanges them when they are complete.
///
/// Give it every original's records, in any order; `finish` chooses the newest of each meeting, writes the catalog and
/// exchanges the folders. Until then readers see the old records. A rebuild that is not finished leaves no trace.
package final class RecordRebuild {
    private let writer: ArchiveWriter
    private let archive: Archive
    /// For each meeting the originals that gave it, with the hash of the record.
    private var found: [String: [String: CatalogEntry]] = [:]
    /// The meetings that an original gave.
    private var meetingsOfOriginal: [String: Set<String>] = [:]
    /// The meetings as they were before.
    private let formerByID: [String: CatalogEntry]
    /// The first in the catalog that an original gave.
    private let formerByOriginal: [String: CatalogEntry]
    private let links: [String: [String]]

    /// - Parameter writer: holds the lock meanwhile; its catalog is the new one after `finish`.
    package init(_ writer: ArchiveWriter) throws(ArchiveError) {
        self.writer = writer
        archive = writer.archive
        links = try archive.supersededOriginals()
        let former = writer.catalog.meetings
        formerByID = Dictionary(former.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        formerByOriginal = Dictionary(former.map { ($0.original.sha256, $0) }, uniquingKeysWith: { first, _ in first })
        try FilePlace.remove(archive.unfinishedRecordsFolder)
        try FilePlace.makeFolder(archive.unfinishedRecordsFolder)
    }

    /// Adds what an original gives.
    /// - Parameter encoded: the bytes of the record, where they are made already.
    package func add(
        _ analyzed: AnalyzedMeeting, original: StoredOriginal, encoded: EncodedRecord? = nil
    ) throws(ArchiveError) {
        guard FileName.isSafe(id: analyzed.id), analyzed.id != "catalog" else { throw .unsafeName(analyzed.id) }
        let path = file(of: analyzed.id, digest: original.sha256)
        let encoded = if let encoded { encoded } else { try EncodedRecord(analyzed, original: original) }
        try FilePlace.write(encoded.bytes, at: path, path: path)
        meetingsOfOriginal[original.sha256, default: []].insert(analyzed.id)
        found[analyzed.id, default: [:]][original.sha256] = CatalogEntry(
            analyzed, original: original, supersedes: try archive.history(of: original.sha256, links: links),
            record: encoded.digest)
    }

    /// - Returns: what is worth telling: meetings with several documents of which none is known to be the newer one.
    package func finish() throws(ArchiveError) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var entries: [CatalogEntry] = []
        let replaced = replacedByOtherMeetings()
        for (id, versions) in found.sorted(by: { $0.key < $1.key }) {
            let candidates = versions.filter { !replaced.contains($0.key) }
            guard var chosen = choose(candidates, &diagnostics) else { continue }
            // The order is known of documents: of one with several meetings only some may be in the newer one.
            chosen.supersedes.removeAll { versions[$0.sha256] == nil && !replaced.contains($0.sha256) }
            let target = archive.recordFile(id, in: archive.unfinishedRecordsFolder)
            if let bytes = try recordBytes(chosen, path: target) {
                chosen.record = SHA256.hexDigest(of: bytes)
                try FilePlace.write(bytes, at: target, path: target)
            } else {
                try FilePlace.moveUnflushed(file(of: id, digest: chosen.original.sha256), to: target)
            }
            entries.append(chosen)
        }
        for (digest, ids) in meetingsOfOriginal {
            for id in ids { try FilePlace.remove(file(of: id, digest: digest)) }
        }
        let catalogFile = archive.unfinishedRecordsFolder + "/" + CatalogFile.name
        let catalog = Catalog(entries)
        try FilePlace.put(CatalogFile.bytes(catalog), at: catalogFile)
        try exchange()
        writer.adopt(catalog)
        return diagnostics
    }

    /// Originals whose newer version gave another meeting: the date or the name was corrected.
    private func replacedByOtherMeetings() -> Set<String> {
        var replaced: Set<String> = []
        for (id, versions) in found {
            for newer in versions.values {
                for older in newer.supersedes {
                    guard let other = onlyMeeting(of: older), other != id else { continue }
                    // Where each is said to have replaced the other, neither is dropped.
                    let isMutual = found[other]?[older.sha256]?.supersedes.contains(newer.original) == true
                    if !isMutual { replaced.insert(older.sha256) }
                }
            }
        }
        return replaced
    }

    /// The meeting of a document that holds no other.
    private func onlyMeeting(of original: StoredOriginal) -> String? {
        meetingsOfOriginal[original.sha256].flatMap { $0.count == 1 ? $0.first : nil }
    }

    private func choose(_ versions: [String: CatalogEntry], _ diagnostics: inout [Diagnostic]) -> CatalogEntry? {
        let replaced = Set(versions.values.flatMap(\.supersedes).map(\.sha256))
        let newest = versions.values.filter { !replaced.contains($0.original.sha256) }
            .sorted { ($0.original.name, $0.original.sha256) < ($1.original.name, $1.original.sha256) }
        guard var chosen = newest.last ?? versions.values.max(by: { $0.original.sha256 < $1.original.sha256 })
        else { return nil }
        if newest.count > 1 {
            let names = newest.map { "「\($0.original.name)」" }.joined()
            diagnostics.append(
                Diagnostic(
                    .warning, code: "archive.versions-unordered",
                    message: "同じ会議（\(chosen.title)）の原本 \(names) のどれが新しいか分かりません。"
                        + "「\(chosen.original.name)」を使いました。正しいものを取り込み直してください。"))
            for other in newest.dropLast().reversed() where !chosen.supersedes.contains(other.original) {
                chosen.supersedes.append(other.original)
            }
        }
        return chosen
    }

    /// The chosen record with the ids of its older versions: the versions compared one after the other, and what the
    /// record before this rebuild knew besides, because an older program may have given other ids.
    /// - Returns: `nil` where it is what the document gave.
    private func recordBytes(_ chosen: CatalogEntry, path: String) throws(ArchiveError) -> [UInt8]? {
        let own = file(of: chosen.id, digest: chosen.original.sha256)
        let same = onlyMeeting(of: chosen.original) == nil ? nil : formerByOriginal[chosen.original.sha256]
        let before = formerByID[chosen.id] ?? same
        if chosen.supersedes.isEmpty, before.map({ $0.record == chosen.record }) ?? true {
            return nil
        }
        var record = try archive.record(at: own, id: chosen.id).analyzed
        var last: AnalyzedMeeting?
        for older in chosen.supersedes.reversed() {
            let isOwn = found[chosen.id]?[older.sha256] != nil
            guard let id = isOwn ? chosen.id : onlyMeeting(of: older) else { continue }
            let path = file(of: id, digest: older.sha256)
            var version = try archive.record(at: path, id: id).analyzed
            if let last { version = version.succeeding(last).record }
            last = version
        }
        if let last { record = record.succeeding(last).record }
        if let before, let known = try? archive.record(before.id).analyzed {
            var plain = record
            plain.formerIDs = FormerIDs()
            record.formerIDs.add(plain.succeeding(known).record.formerIDs)
            let live = Set(record.findings.map(\.id))
            record.formerIDs.keepFirstIDs(of: known.formerIDs, for: known.findings.map(\.id).filter(live.contains))
        }
        return try ArchiveWriter.recordBytes(record, original: chosen.original, path: path)
    }

    /// Gives up; the old records stay.
    package func cancel() throws(ArchiveError) { try FilePlace.remove(archive.unfinishedRecordsFolder) }

    private func exchange() throws(ArchiveError) {
        // Nothing was flushed singly: nobody looks into the folder before it has its name.
        try FileBatch.flush(tree: archive.unfinishedRecordsFolder)
        try FilePlace.move(archive.unfinishedRecordsFolder, to: archive.nextRecordsFolder)
        try FilePlace.move(archive.recordsFolder, to: archive.formerRecordsFolder)
        try FilePlace.move(archive.nextRecordsFolder, to: archive.recordsFolder)
        try FilePlace.remove(archive.formerRecordsFolder)
    }

    private func file(of id: String, digest: String) -> String {
        archive.unfinishedRecordsFolder + "/" + id + "." + digest
    }
}
