import Dispatch
import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel
import MinutesParsing
import MinutesReading
import MinutesSearch
import Synchronization

extension Secretariat {
    /// How many documents are read at once: bounds the memory of a large import.
    private static let batch = 64
    /// After how many documents what was read is put on the disk for good.
    private static let landing = 1024

    /// Reads documents on all cores, keeps originals and records, and brings the index up to date.
    ///
    /// The order of the result is that of the documents, whatever finished first. A document that cannot be read is
    /// reported and the rest goes on.
    /// - Parameter progress: told after each batch how many of how many are done.
    /// - Throws: `ArchiveError` when the archive cannot be written; what was imported before stays. `RequestProblem` for
    ///   options that do not fit.
    public func importDocuments(
        _ documents: [DocumentPath], options: ImportOptions = ImportOptions(),
        progress: (Int, Int) -> Void = { _, _ in }
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
            try Self.process(documents, with: processor, by: reading) { results in
                for result in results {
                    let first = outcomes.count
                    let kept = try keep(
                        result, with: writer, replacing: replaced, restores: options.restores, &outcomes)
                    result.learn(&layouts, &outcomes[first...])
                    for (record, isNew) in kept {
                        guard let entry = writer.entry(record.id) else { continue }
                        try index?.add(record, version: entry.record)
                        // Another version has old ids, which stand in the archive's record.
                        if isNew { try actions.add(record, version: entry.record) }
                    }
                }
                done += results.count
                if done % Self.landing < results.count { try writer.land() }
                progress(done, documents.count)
            }
            try layouts.write(writer)
            try writer.commit()
            try index?.commit()
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
        processor: MinutesProcessor? = nil, progress: (Int, Int) -> Void = { _, _ in }
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
        try process(documents, with: processor, by: reading) { results in
            for result in results {
                let first = outcomes.count
                for read in result.read(replacing: replaced, &outcomes) {
                    let outcome = try preview.put(
                        read.record, bytes: read.bytes, name: result.document.url.lastPathComponent,
                        siblings: result.meetings, replacing: replaced, restores: options.restores
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
                    let like = outcome == .added ? archive?.warning(read.record, result, preview.catalog) : nil
                    outcomes.append(.init(result.path, outcome, read.record, like))
                }
                result.learn(&layouts, &outcomes[first...])
            }
            done += results.count
            progress(done, documents.count)
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

    fileprivate static let noTurns = "会議録と見分けられないため、取り込みませんでした（ファイルを名指しすれば取り込みます）。"

    /// A document that was read, with the records of the meetings in it, or why not.
    fileprivate struct Processed {
        var document: DocumentPath
        var content: Result<(records: [AnalyzedMeeting], bytes: [UInt8], layouts: [Layout]), any Error>

        var path: String { document.url.path }

        /// Ids of the meetings in the document.
        var meetings: Set<String> { Set((try? content.get().records.map(\.id)) ?? []) }

        /// Takes in the layouts of the meetings that were put, or were there; a change is told with the outcome.
        func learn(_ layouts: inout BodyLayouts, _ outcomes: inout ArraySlice<ImportReport.Outcome>) {
            guard case .success(let read) = content else { return }
            for (record, layout) in zip(read.records, read.layouts) {
                guard
                    let index = outcomes.firstIndex(where: {
                        $0.meeting == record.id && $0.status != .skipped && $0.status != .failed
                    })
                else { continue }
                let changed = layouts.learn(record, layout, document: document.url.lastPathComponent)
                if let changed { outcomes[index].diagnostics.append(changed) }
            }
        }

        /// The records to put; outcomes are added for what there is nothing to put of.
        func read(
            replacing replaced: String?, _ outcomes: inout [ImportReport.Outcome]
        ) -> [(record: AnalyzedMeeting, bytes: [UInt8])] {
            switch content {
            case .failure(let problem):
                // A folder may hold other people's JSON and XML; a file that was named has to be read.
                var isForeign = false
                if case .unknownFormat? = problem as? ReadingError { isForeign = !document.isNamed }
                outcomes.append(.init(path: path, status: isForeign ? .skipped : .failed, problem: "\(problem)"))
                return []
            case .success(let read):
                guard replaced == nil || read.records.count == 1 else {
                    let problem = ReadingError.severalMeetings(name: path, count: read.records.count)
                    outcomes.append(.init(path: path, status: .failed, problem: "\(problem)"))
                    return []
                }
                let wanted = read.records.filter {
                    document.isNamed || DocumentCheck.areMinutes($0.meeting.diagnostics)
                }
                for _ in wanted.count..<read.records.count {
                    outcomes.append(.init(path: path, status: .skipped, problem: noTurns))
                }
                return wanted.map { ($0, read.bytes) }
            }
        }
    }

    private static func process(
        _ documents: [DocumentPath], with processor: MinutesProcessor, by layouts: BodyLayouts,
        then take: ([Processed]) throws -> Void
    ) throws {
        for start in stride(from: 0, to: documents.count, by: batch) {
            let part = Array(documents[start..<min(documents.count, start + batch)])
            let results = Mutex<[Processed?]>(Array(repeating: nil, count: part.count))
            DispatchQueue.concurrentPerform(iterations: part.count) { index in
                let content = Result {
                    let source = try SourceFile.read(part[index].url)
                    let read = try processor.processAll(source, by: layouts)
                    return (records: read.map(\.record), bytes: source.bytes, layouts: read.map(\.layout))
                }
                results.withLock { $0[index] = Processed(document: part[index], content: content) }
            }
            try take(results.withLock { $0.compactMap(\.self) })
        }
    }

    /// - Returns: the records that are new or have changed.
    private func keep(
        _ result: Processed, with writer: ArchiveWriter, replacing replaced: String?, restores: Bool,
        _ outcomes: inout [ImportReport.Outcome]
    ) throws -> [(record: AnalyzedMeeting, isNew: Bool)] {
        var kept: [(record: AnalyzedMeeting, isNew: Bool)] = []
        for read in result.read(replacing: replaced, &outcomes) {
            if !restores, try writer.isForgotten(read.bytes) {
                outcomes.append(.init(path: result.path, status: .skipped, problem: Self.wasForgotten))
                continue
            }
            let original = try writer.store(read.bytes, name: result.document.url.lastPathComponent)
            let outcome = try writer.put(
                read.record, original: original, siblings: result.meetings, replacing: replaced, restores: restores)
            let like = outcome == .added ? archive.warning(read.record, result, writer.catalog, writer) : nil
            outcomes.append(.init(result.path, outcome, read.record, like))
            let status = outcomes[outcomes.count - 1].status
            if status == .added || status == .updated { kept.append((read.record, status == .added)) }
        }
        return kept
    }
}

extension Archive {
    /// Says that a meeting that is there holds nearly the same remarks as a new one.
    fileprivate func warning(
        _ record: AnalyzedMeeting, _ result: Secretariat.Processed, _ catalog: Catalog,
        _ writer: ArchiveWriter? = nil
    ) -> Diagnostic? {
        let like = meetingLike(record, name: result.document.url.lastPathComponent, among: catalog, writer: writer)
        guard let like else { return nil }
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
