import Dispatch
import Foundation
import MinutesArchive
import MinutesModel
import MinutesSearch
import Synchronization

extension Secretariat {
    /// How many documents are read at once: bounds the memory of a large import.
    private static let batch = 64

    /// Reads documents on all cores, keeps originals and records, and brings the index up to date.
    ///
    /// The order of the result is that of the documents, whatever finished first. A document that cannot be read is
    /// reported and the rest goes on.
    /// - Parameter progress: told after each batch how many of how many are done.
    /// - Throws: `ArchiveError` when the archive cannot be written; what was imported before stays.
    public func importDocuments(
        _ documents: [DocumentPath], progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        var outcomes: [ImportReport.Outcome] = []
        let processor = try processor
        try archive.write { writer in
            // What is at hand need not be read again for the index. An index that cannot be opened is made anew below.
            let index = try? SearchIndexWriter(archive.indexFolder)
            try Self.process(documents, with: processor) { results in
                for result in results {
                    let outcome = try Self.keep(result, with: writer)
                    outcomes.append(outcome)
                    guard [.added, .updated].contains(outcome.status), case .success(let read) = result.content,
                        let entry = writer.entry(read.record.id)
                    else { continue }
                    try index?.add(read.record, version: entry.record)
                }
                progress(outcomes.count, documents.count)
            }
            try writer.commit()
            try index?.commit()
            try updateIndex(writer.catalog)
        }
        return ImportReport(outcomes: outcomes)
    }

    /// What an import would find, with nothing written.
    /// - Throws: `AnalysisSetupError`.
    public static func preview(
        _ documents: [DocumentPath], processor: MinutesProcessor? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        var outcomes: [ImportReport.Outcome] = []
        try process(documents, with: try processor ?? MinutesProcessor()) { results in
            outcomes += results.map { result in
                switch result.content {
                case .failure(let problem): .init(path: result.path, status: .failed, problem: "\(problem)")
                case .success(let read):
                    read.record.meeting.remarks.isEmpty && !result.document.isNamed
                        ? .init(path: result.path, status: .skipped, problem: Self.noTurns)
                        : .init(path: result.path, status: .added, record: read.record)
                }
            }
            progress(outcomes.count, documents.count)
        }
        return ImportReport(outcomes: outcomes)
    }

    private static let noTurns = "発言が一つも見つからないため、取り込みませんでした（ファイルを名指しすれば取り込みます）。"

    /// A document that was read, or why not.
    private struct Processed {
        var document: DocumentPath
        var content: Result<(record: AnalyzedMeeting, bytes: [UInt8]), any Error>

        var path: String { document.url.path }
    }

    private static func process(
        _ documents: [DocumentPath], with processor: MinutesProcessor, then take: ([Processed]) throws -> Void
    ) throws {
        for start in stride(from: 0, to: documents.count, by: batch) {
            let part = Array(documents[start..<min(documents.count, start + batch)])
            let results = Mutex<[Processed?]>(Array(repeating: nil, count: part.count))
            DispatchQueue.concurrentPerform(iterations: part.count) { index in
                let content = Result {
                    let source = try SourceFile.read(part[index].url)
                    return (record: try processor.process(source), bytes: source.bytes)
                }
                results.withLock { $0[index] = Processed(document: part[index], content: content) }
            }
            try take(results.withLock { $0.compactMap(\.self) })
        }
    }

    private static func keep(_ result: Processed, with writer: ArchiveWriter) throws -> ImportReport.Outcome {
        let record: AnalyzedMeeting
        let bytes: [UInt8]
        switch result.content {
        case .failure(let problem): return .init(path: result.path, status: .failed, problem: "\(problem)")
        case .success(let read): (record, bytes) = read
        }
        guard !record.meeting.remarks.isEmpty || result.document.isNamed else {
            return .init(path: result.path, status: .skipped, problem: noTurns)
        }
        let original = try writer.store(bytes, name: result.document.url.lastPathComponent)
        switch try writer.put(record, original: original) {
        case .added: return .init(path: result.path, status: .added, record: record)
        case .unchanged: return .init(path: result.path, status: .unchanged, record: record)
        case .reanalyzed, .newVersion: return .init(path: result.path, status: .updated, record: record)
        case .superseded(let newer):
            return .init(
                path: result.path, status: .unchanged, record: record,
                problem: "同じ会議のより新しい版（\(newer.name)）が取り込まれているため、そのままにしました。")
        }
    }
}
