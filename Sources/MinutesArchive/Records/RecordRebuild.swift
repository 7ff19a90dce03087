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
    private let links: [String: [String]]

    /// - Parameter writer: holds the lock meanwhile; its catalog is the new one after `finish`.
    package init(_ writer: ArchiveWriter) throws(ArchiveError) {
        self.writer = writer
        archive = writer.archive
        links = try archive.supersededOriginals()
        try FilePlace.remove(archive.unfinishedRecordsFolder)
        try FilePlace.makeFolder(archive.unfinishedRecordsFolder)
    }

    /// Adds what an original gives.
    package func add(_ analyzed: AnalyzedMeeting, original: StoredOriginal) throws(ArchiveError) {
        guard FileName.isSafe(id: analyzed.id), analyzed.id != "catalog" else { throw .unsafeName(analyzed.id) }
        let path = file(of: analyzed.id, digest: original.sha256)
        let bytes = try ArchiveWriter.recordBytes(analyzed, original: original, path: path)
        try FilePlace.put(bytes, at: path)
        found[analyzed.id, default: [:]][original.sha256] = CatalogEntry(
            analyzed, original: original, supersedes: try archive.history(of: original.sha256, links: links),
            record: SHA256.hexDigest(of: bytes))
    }

    /// - Returns: what is worth telling: meetings with several documents of which none is known to be the newer one.
    package func finish() throws(ArchiveError) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var entries: [CatalogEntry] = []
        for (id, versions) in found.sorted(by: { $0.key < $1.key }) {
            let replaced = Set(versions.values.flatMap(\.supersedes).map(\.sha256))
            let newest = versions.values.filter { !replaced.contains($0.original.sha256) }
                .sorted { ($0.original.name, $0.original.sha256) < ($1.original.name, $1.original.sha256) }
            guard var chosen = newest.last ?? versions.values.max(by: { $0.original.sha256 < $1.original.sha256 })
            else { continue }
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
            for digest in versions.keys where digest != chosen.original.sha256 {
                try FilePlace.remove(file(of: id, digest: digest))
            }
            let target = archive.unfinishedRecordsFolder + "/" + id + ".json"
            try FilePlace.move(file(of: id, digest: chosen.original.sha256), to: target)
            entries.append(chosen)
        }
        let catalogFile = archive.unfinishedRecordsFolder + "/catalog.json"
        let catalog = Catalog(entries)
        try FilePlace.put(ArchiveJSON.page(catalog, path: catalogFile), at: catalogFile)
        try exchange()
        writer.adopt(catalog)
        return diagnostics
    }

    /// Gives up; the old records stay.
    package func cancel() throws(ArchiveError) { try FilePlace.remove(archive.unfinishedRecordsFolder) }

    private func exchange() throws(ArchiveError) {
        try FilePlace.move(archive.unfinishedRecordsFolder, to: archive.nextRecordsFolder)
        try FilePlace.move(archive.recordsFolder, to: archive.formerRecordsFolder)
        try FilePlace.move(archive.nextRecordsFolder, to: archive.recordsFolder)
        try FilePlace.remove(archive.formerRecordsFolder)
    }

    private func file(of id: String, digest: String) -> String {
        archive.unfinishedRecordsFolder + "/" + id + "." + digest
    }
}
