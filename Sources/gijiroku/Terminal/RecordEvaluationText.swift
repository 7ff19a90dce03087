import MinutesKit

/// `gijiroku evaluate record DIR…` as a table and the list of what is wrong.
struct RecordEvaluationText {
    let report: RecordReport
    let terminal: Terminal

    static func run(_ folders: [String], _ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try FolderEvaluation.run(
            folders, verb: "record", truth: ".truth.json", arguments, terminal: terminal,
            evaluate: { try Evaluation.records(in: $0) }, problems: \.problems,
            text: { Self(report: $0, terminal: terminal).text })
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
        return FolderEvaluation.rate(score.f1)
    }
}
