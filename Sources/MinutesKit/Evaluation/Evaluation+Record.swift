import Foundation
import MinutesModel
import MinutesReading

extension Evaluation {
    private static let truthSuffix = ".truth.json"

    /// Scores header, people and agenda of every document under the folders that has its truth beside it:
    /// `<stem>.truth.json`.
    ///
    /// The document is `<stem>.txt`, `.text` or `.md`. A truth that cannot be used is told and the rest goes on.
    /// - Throws: `FileProblem` when the folder is missing or cannot be read, `RequestProblem.noRecordTruth` when no truth
    ///   is there, `AnalysisSetupError`.
    public static func records(in folders: [URL], processor: MinutesProcessor? = nil) throws -> RecordReport {
        let processor = try processor ?? MinutesProcessor()
        var report = RecordReport(documents: [], problems: [])
        for folder in folders {
            let truths = try DocumentFolder.files(under: folder, withSuffix: truthSuffix)
            guard !truths.isEmpty else { throw RequestProblem.noRecordTruth(folder.path) }
            for truth in truths {
                do {
                    report.documents.append(try record(truth: truth, processor))
                } catch {
                    report.problems.append(.init(truth: truth.path, reason: reason(error)))
                }
            }
        }
        return report
    }

    private static func record(truth: URL, _ processor: MinutesProcessor) throws -> RecordEvaluation {
        let stem = truth.deletingLastPathComponent().appendingPathComponent(
            String(truth.lastPathComponent.dropLast(truthSuffix.count)))
        let found = ["txt", "text", "md"].map { stem.appendingPathExtension($0) }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let document = found else { throw FileProblem.missing(stem.path + ".txt") }
        let wanted = try JSONDecoder().decode(RecordTruth.self, from: Data(SourceFile.read(truth).bytes))
        guard wanted.isSound else {
            throw RequestProblem.goldUnreadable("agenda の番号（parent、agenda）が、ない項目を指しています。")
        }
        let text = try processor.read(SourceFile.read(document))
        return RecordEvaluation(
            document: document.lastPathComponent, meeting: processor.parse(text), truth: wanted)
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let context: DecodingError.Context
        switch error {
        case .keyNotFound(let key, let found):
            return "「\((found.codingPath + [key]).map(\.stringValue).joined(separator: "."))」がありません。"
        case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
        @unknown default: return "JSON を読めません。"
        }
        let place = context.codingPath.map(\.stringValue).joined(separator: ".")
        return place.isEmpty ? "JSON として読めません。" : "「\(place)」を読めません。"
    }
}

/// The scores of several documents.
public struct RecordReport: Encodable, Sendable {
    public var documents: [RecordEvaluation]
    public var problems: [TurnReport.Problem]

    /// Everything of all documents counted alike.
    public func overall(_ score: KeyPath<RecordEvaluation, RecordEvaluation.Score>) -> RecordEvaluation.Score {
        documents.reduce(.init()) { $0 + $1[keyPath: score] }
    }

    private enum Key: String, CodingKey { case documents, overall, problems }
    private enum Overall: String, CodingKey { case header, people, details, agenda, links, roles, names }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(documents, forKey: .documents)
        var sums = values.nestedContainer(keyedBy: Overall.self, forKey: .overall)
        try sums.encode(overall(\.header), forKey: .header)
        try sums.encode(overall(\.people), forKey: .people)
        try sums.encode(overall(\.details), forKey: .details)
        try sums.encode(overall(\.agenda), forKey: .agenda)
        try sums.encode(overall(\.links), forKey: .links)
        try sums.encode(overall(\.roles), forKey: .roles)
        try sums.encode(overall(\.names), forKey: .names)
        try values.encode(problems, forKey: .problems)
    }
}
