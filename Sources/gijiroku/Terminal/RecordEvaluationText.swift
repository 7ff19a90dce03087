import Foundation
import MinutesKit

/// `gijiroku evaluate record DIR…` as a table and the list of what is wrong.
struct RecordEvaluationText {
    let report: RecordReport
    let terminal: Terminal

    static func run(_ folders: [String], _ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard !folders.isEmpty else {
            throw UsageError(
                "正解（文書名.truth.json）のあるフォルダを指定してください。例：gijiroku evaluate record 会議録/",
                "Name the folders that hold <document>.truth.json, for example: gijiroku evaluate record minutes/")
        }
        let report = try Evaluation.records(in: folders.map { URL(fileURLWithPath: $0) })
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "json" {
            try output.write(JSONBytes.encode(report))
        } else {
            try output.print(RecordEvaluationText(report: report, terminal: terminal).text)
        }
        for problem in report.problems { terminal.note("\(problem.truth): \(problem.reason)") }
        return report.problems.isEmpty ? .done : .problems
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    private static var columns: [KeyPath<RecordEvaluation, RecordEvaluation.Score>] {
        [\.header, \.people, \.details, \.agenda, \.links, \.roles, \.names]
    }

    var text: String {
        var table = Table([
            say("文書", "Document"), say("見出し", "Header"), say("出席者", "People"), say("役職等", "Details"),
            say("議題", "Agenda"), say("発言の議題", "Links"), say("役割", "Roles"), say("発言者名", "Names"),
        ])
        for document in report.documents {
            table.add([document.document] + Self.columns.map { Self.rate(document[keyPath: $0]) })
        }
        table.add([say("全体", "All")] + Self.columns.map { Self.rate(report.overall($0)) })
        var lines = [table.text(terminal)]
        for document in report.documents where !document.differences.isEmpty {
            lines += ["", terminal.heading("■ \(document.document)")] + document.differences.map(line)
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ difference: RecordEvaluation.Difference) -> String {
        let none = say("（なし）", "(none)")
        return "  \(difference.field)  \(difference.wanted ?? none) → \(difference.found ?? none)"
    }

    /// F1 with three places; nothing where there is nothing to find.
    private static func rate(_ score: RecordEvaluation.Score) -> String {
        guard score.wanted + score.found > 0 else { return "–" }
        let thousandths = Int((score.f1 * 1000).rounded(.down))
        return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }
}
