import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel
import MinutesSearch

extension Secretariat {
    /// After how many documents what was read is put on the disk for good.
    private static let landing = 1024
    /// After how many documents progress is told.
    private static let told = 64

    /// Reads documents on all cores, keeps originals and records, and brings the index up to date.
    ///
    /// The order of the result is that of the documents, whatever finished first. A document that cannot be read is
    /// reported and the rest goes on.
    /// - Parameter progress: told after each batch how many of how many are done.
    /// - Throws: `ArchiveError` when the archive cannot be written; what was imported before stays. `RequestProblem` for
    ///   options that do not fit.
    public func importDocuments(
        _ documents: [DocumentPath], options: ImportOptions = ImportOptions(),
        progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        var outcomes: [ImportReport.Outcome] = []
        var decisions: [Diagnostic] = []
        var done = 0
        let processor = try processor
        let replaced = try Self.replaced(options, documents, in: archive)
        try archive.write { writer in
            var layouts = try BodyLayouts(archive, given: options.layout)
            // What is at hand need not be read again for the index. An index that cannot be opened is made anew below.
            let index = try? SearchIndexWriter(archive.indexFolder)
            let actions = try actionWriter()
            let reading = layouts
            let maker = actions.maker
            try Self.process(documents, with: processor, by: reading) {
                PreparedDocument($0, actions: maker)
            } then: { result in
                let first = outcomes.count
                let kept = try keep(result, with: writer, replacing: replaced, restores: options.restores, &outcomes)
                result.learn(&layouts, &outcomes[first...])
                for (read, isNew) in kept {
                    guard let entry = writer.entry(read.record.id) else { continue }
                    try index?.add(read.record, version: entry.record)
                    // Another version has old ids, which stand in the archive's record.
                    if isNew { try actions.add(read.record, version: entry.record, prepared: read.actions) }
                }
                done += 1
                if done.isMultiple(of: Self.landing) { try writer.land() }
                if done.isMultiple(of: Self.told) || done == documents.count { progress(done, documents.count) }
            }
            try layouts.write(writer)
            try writer.commit()
            do {
                try index?.commit()
            } catch SearchIndexError.damaged {
                // Made anew below: the records hold all of it.
            }
            try updateIndex(writer.catalog)
            decisions = try commitActions(writer.catalog, with: actions)
        }
        return ImportReport(outcomes: outcomes, decisions: decisions)
    }

    /// What an import would do, with nothing written: for a meeting that is there, what the document changes.
    /// - Parameter folder: the archive; where there is none yet, every meeting is new.
    /// - Throws: `AnalysisSetupError`; `ArchiveError` when the archive cannot be read; `RequestProblem`.
    public static func preview(
        _ documents: [DocumentPath], into folder: URL? = nil, options: ImportOptions = ImportOptions(),
        processor: MinutesProcessor? = nil, progress: @escaping (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        let processor = try processor ?? MinutesProcessor()
        let archive = try folder.flatMap { Archive.exists(at: $0.path) ? try Archive.open(at: $0.path) : nil }
        let replaced = try Self.replaced(options, documents, in: archive)
        var layouts = try BodyLayouts(archive, given: options.layout)
        let reading = layouts
        var preview = try ArchivePreview(archive)
        let shelf = try archive?.reviewShelf()
        var decisions: [Diagnostic] = []
        var documentOfMeeting: [String: DocumentPath] = [:]
        var outcomes: [ImportReport.Outcome] = []
        var done = 0
        try process(documents, with: processor, by: reading) {
            PreparedDocument($0)
        } then: { result in
            let first = outcomes.count
            for read in result.wanted(replacing: replaced, &outcomes) {
                let outcome = try preview.put(
                    read.record, original: result.original, siblings: result.meetings, replacing: replaced,
                    restores: options.restores
                ) { id in
                    documentOfMeeting[id].flatMap { document in
                        (try? processor.processAll(SourceFile.read(document.url), by: reading))?
                            .first { $0.record.id == id }?.record
                    }
                }
                documentOfMeeting[read.record.id] = result.document
                switch outcome {
                case .unchanged, .superseded: break
                case .added, .newVersion, .reanalyzed:
                    guard let shelf, !shelf.all.isEmpty, let record = preview.last else { break }
                    decisions +=
                        DecidedMeetings([record], shelf, isWhole: false, fold: { TextFolding.fold($0) }).diagnostics
                }
                let like =
                    outcome == .added ? preview.meetingLike(read.record, name: result.name).map(Self.warning) : nil
                outcomes.append(.init(result.path, outcome, read.record, like))
            }
            result.learn(&layouts, &outcomes[first...])
            done += 1
            if done.isMultiple(of: told) || done == documents.count { progress(done, documents.count) }
        }
        return ImportReport(outcomes: outcomes, decisions: decisions)
    }

    /// The meeting that `--replaces` names.
    private static func replaced(
        _ options: ImportOptions, _ documents: [DocumentPath], in archive: Archive?
    ) throws -> String? {
        guard let word = options.replaces else { return nil }
        guard documents.count == 1 else { throw RequestProblem.oneDocumentReplaces(documents.count) }
        let found = try archive?.catalog().meetings.filter { $0.id.hasPrefix(word) } ?? []
        guard let first = found.first else { throw RequestProblem.noMeeting(word) }
        guard found.count == 1 else { throw RequestProblem.ambiguous(word, found.map(\.id)) }
        return first.id
    }

    fileprivate static let wasForgotten =
        "この文書の会議は forget で消したため、取り込みませんでした。取り込み直すときは、このファイルに --restore を付けてください。"

    /// Reads and analyses documents on all cores; what comes of them is taken in their order, one at a time.
    private static func process(
        _ documents: [DocumentPath], with processor: MinutesProcessor, by layouts: BodyLayouts,
        prepare: @escaping @Sendable (PreparedDocument.Read) -> PreparedDocument,
        then take: @escaping (PreparedDocument) throws -> Void
    ) throws {
        let work = OrderedWork<DocumentPath, PreparedDocument>(threads: ProcessInfo.processInfo.activeProcessorCount) {
            let read = PreparedDocument.Read($0, processor, layouts)
            return (prepare(read), read.size)
        } give: {
            try take($0)
        }
        try work.run(documents.makeIterator()) { documents in documents.next().map { ($0, 0) } }
    }

    /// - Returns: the records that are new or have changed.
    private func keep(
        _ result: PreparedDocument, with writer: ArchiveWriter, replacing replaced: String?, restores: Bool,
        _ outcomes: inout [ImportReport.Outcome]
    ) throws -> [(read: PreparedDocument.Meeting, isNew: Bool)] {
        var kept: [(read: PreparedDocument.Meeting, isNew: Bool)] = []
        for read in result.wanted(replacing: replaced, &outcomes) {
            if !restores, try writer.isForgotten(result.original.sha256) {
                outcomes.append(.init(path: result.path, status: .skipped, problem: Self.wasForgotten))
                continue
            }
            let original = try writer.store(result.bytes, as: result.original)
            let outcome = try writer.put(
                read.record, original: original, siblings: result.meetings, replacing: replaced, restores: restores,
                encoded: read.encoded)
            let like =
                outcome == .added ? writer.meetingLike(read.record, name: result.name).map(Self.warning) : nil
            outcomes.append(.init(result.path, outcome, read.record, like))
            let status = outcomes[outcomes.count - 1].status
            if status == .added || status == .updated { kept.append((read, status == .added)) }
        }
        return kept
    }

    /// Says that a meeting that is there holds nearly the same remarks as a new one.
    private static func warning(_ like: (entry: CatalogEntry, share: Double)) -> Diagnostic {
        let percent = Int((like.share * 100).rounded(.down))
        return Diagnostic(
            .warning, code: "import.same-remarks",
            message: "取込み済みの「\(like.entry.title)」（\(like.entry.date ?? "日付なし")、\(like.entry.id)）と発言の\(percent)%が同じです。"
                + "日付や会議名を訂正したものなら、--replaces \(like.entry.id) を付けて取り込むと、前の番号と記録を引き継ぎます。")
    }
}

extension ImportReport.Outcome {
    fileprivate init(_ path: String, _ outcome: PutOutcome, _ record: AnalyzedMeeting, _ like: Diagnostic?) {
        switch outcome {
        case .added: self.init(path: path, status: .added, record: record)
        case .unchanged: self.init(path: path, status: .unchanged, record: record)
        case .reanalyzed(let changes):
            self.init(path: path, status: .updated, record: record)
            self.changes = changes
        case .newVersion(let replaced, let changes):
            self.init(path: path, status: .updated, record: record)
            self.changes = changes
            replaces = replaced.name
        case .superseded(let newer):
            self.init(
                path: path, status: .unchanged, record: record,
                problem: "同じ会議のより新しい版（\(newer.name)）が取り込まれているため、そのままにしました。この版に戻すときは --restore を付けてください。")
        }
        if let like { diagnostics.append(like) }
    }
}
