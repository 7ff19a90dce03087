import Foundation
import MinutesModel
import MinutesReading

extension Evaluation {
    private static let suffix = ".turns.tsv"

    /// Scores the turns of every document under the folders that has its truth beside it: `<stem>.turns.tsv`.
    ///
    /// The document is `<stem>.txt`, `.text` or `.md`. A truth that cannot be used is told and the rest goes on.
    /// - Throws: `FileProblem` when the folder is missing or cannot be read, `RequestProblem.noTruth` when no truth is
    ///   there, `AnalysisSetupError`.
    public static func turns(in folders: [URL], processor: MinutesProcessor? = nil) throws -> TurnReport {
        let processor = try processor ?? MinutesProcessor()
        var report = TurnReport(documents: [], problems: [])
        for folder in folders {
            let tables = try DocumentFolder.files(under: folder, withSuffix: suffix)
            guard !tables.isEmpty else { throw RequestProblem.noTruth(folder.path) }
            for table in tables {
                do {
                    report.documents.append(try turns(truth: table, processor))
                } catch {
                    report.problems.append(.init(truth: table.path, reason: "\(error)"))
                }
            }
        }
        return report
    }

    private static func turns(truth: URL, _ processor: MinutesProcessor) throws -> TurnEvaluation {
        let stem = truth.deletingLastPathComponent().appendingPathComponent(
            String(truth.lastPathComponent.dropLast(suffix.count)))
        let found = ["txt", "text", "md"].map { stem.appendingPathExtension($0) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let document = found else { throw FileProblem.missing(stem.path + ".txt") }
        let text = try processor.read(SourceFile.read(document))
        let table = try processor.read(SourceFile.read(truth))
        return TurnEvaluation(
            document: document.lastPathComponent, meeting: processor.parse(text),
            truth: try TurnTruth(table: table.value, text: text.value))
    }
}
