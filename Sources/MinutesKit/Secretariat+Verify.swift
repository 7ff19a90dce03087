import JapaneseText
import MinutesArchive
import MinutesModel
import MinutesReading

extension Secretariat {
    /// Checks originals, records, quotes, decisions and the indexes; each diagnostic says what to do.
    ///
    /// What an interrupted program left is completed on the way, and an index that is behind or damaged is made again
    /// from the records: a note says so. Where the archive cannot be written just now, it is only told.
    /// - Parameter repairs: `false` writes nothing.
    /// - Throws: `ArchiveError` when the folders cannot be listed.
    public func verify(repairs: Bool = true) throws -> [Diagnostic] {
        let found = try check()
        let left = found.filter { Self.repaired.contains($0.code) }
        guard repairs, !left.isEmpty else { return found }
        do {
            try settle(rebuildsIndex: left.contains { $0.code == "index.unusable" })
        } catch ArchiveError.locked(_, let owner) {
            // An import under way looks like one that was cut short.
            let note = Diagnostic(
                .note, code: "archive.busy",
                message: "ほかのプログラムが書き込み中です（\(owner?.japanese ?? "相手は不明")）。終わってから、もう一度調べてください。")
            return [note] + found.filter { !Self.repaired.contains($0.code) }
        } catch {
            return found
        }
        let now = try check()
        let codes = Set(left.map(\.code)).subtracting(now.map(\.code)).sorted().joined(separator: "、")
        guard !codes.isEmpty else { return now }
        let note = Diagnostic(
            .note, code: "archive.settled", message: "途中で終わった作業の残りや、記録より古い索引がありましたので、整えました（\(codes)）。")
        return [note] + now
    }

    /// What settling puts right.
    private static let repaired: Set = [
        "archive.interrupted", "archive.record-unlisted", "archive.catalog-damaged", "archive.original-unused",
        "reviews.torn-line", "index.outdated", "index.unusable", "actions.outdated", "actions.unusable",
    ]

    private func check() throws -> [Diagnostic] {
        let processor = try processor
        return try archive.verify(
            VerificationRules(
                decode: { bytes, name in try? processor.read(SourceBytes(name: name, bytes: bytes)).value.text },
                index: { indexProblems($0) + actionIndexProblems($0) + searchSettingProblems() },
                fold: { TextFolding.fold($0) }))
    }

    /// Completes what an interrupted writer left and brings the indexes up to the records.
    func settle(rebuildsIndex: Bool = false) throws {
        try archive.write { writer in
            try readUnusedOriginals(writer)
            if rebuildsIndex { try rebuildIndex(writer.catalog) } else { try updateIndex(writer.catalog) }
            _ = try commitActions(writer.catalog)
        }
    }

    /// Originals that came with an import which was cut short before their records. One that cannot be read any more
    /// stays as it is.
    private func readUnusedOriginals(_ writer: ArchiveWriter) throws {
        let used = Set(writer.catalog.meetings.flatMap { [$0.original.sha256] + $0.supersedes.map(\.sha256) })
        let unused = try archive.originals().filter { !used.contains($0.sha256) }
        guard !unused.isEmpty else { return }
        let processor = try processor
        var layouts = try BodyLayouts(archive)
        for original in unused {
            guard let bytes = try? archive.bytes(of: original),
                let read = try? processor.processAll(SourceBytes(name: original.name, bytes: bytes), by: layouts)
            else { continue }
            for (record, layout) in read {
                let outcome = try writer.put(
                    record, original: original, siblings: Set(read.map(\.record.id)))
                if case .superseded = outcome { continue }
                _ = layouts.learn(record, layout, document: original.name)
            }
        }
        try layouts.write(writer)
        try writer.commit()
    }
}
