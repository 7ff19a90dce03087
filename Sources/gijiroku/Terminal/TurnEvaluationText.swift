import MinutesKit

/// `gijiroku evaluate turns DIR…` as a table and the list of what is wrong.
struct TurnEvaluationText {
    let report: TurnReport
    let terminal: Terminal

    static func run(_ folders: [String], _ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try FolderEvaluation.run(
            folders, verb: "turns", truth: ".turns.tsv", arguments, terminal: terminal,
            evaluate: { try Evaluation.turns(in: $0) }, problems: \.problems,
            text: { Self(report: $0, terminal: terminal).text })
    }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    var text: String {
        var table = Table([
            say("文書", "Document"), say("正解", "True"), say("検出", "Found"), say("区切り 適合率", "Start P"), say("再現率", "R"),
            "F1",
            say("発言者 適合率", "Label P"), say("再現率", "R"), "F1", say("見落とし", "Missed"), say("うち警告なし", "Silent"),
            say("余分", "False"),
        ])
        for document in report.documents {
            table.add(row(document.document, [document], document.boundaries, document.labels))
        }
        table.add(row(say("全体", "All"), report.documents, report.boundaries, report.labels))
        var lines = [table.text(terminal)]
        for document in report.documents {
            let details = details(of: document)
            if !details.isEmpty { lines += ["", terminal.heading("■ \(document.document)")] + details }
        }
        return lines.joined(separator: "\n")
    }

    private func row(
        _ name: String, _ documents: [TurnEvaluation], _ boundaries: TurnEvaluation.Score,
        _ labels: TurnEvaluation.Score
    ) -> [String] {
        let rates = [boundaries, labels].flatMap { [$0.precision, $0.recall, $0.f1] }.map(FolderEvaluation.rate)
        let misses = documents.reduce(0) { $0 + $1.misses.count }
        let silent = documents.reduce(0) { $0 + $1.silentMisses.count }
        let extra = documents.reduce(0) { $0 + $1.falseTurns.count }
        return [name, "\(boundaries.wanted)", "\(boundaries.found)"] + rates + ["\(misses)", "\(silent)", "\(extra)"]
    }

    private func details(of document: TurnEvaluation) -> [String] {
        func list(_ title: String, _ differences: [TurnEvaluation.Difference]) -> [String] {
            differences.isEmpty ? [] : ["  \(title) \(differences.count)"] + differences.map(line)
        }
        return list(say("見落とした発言", "Missed turns"), document.misses)
            + list(say("余分な発言", "False turns"), document.falseTurns)
            + list(say("発言者の違い", "Other speakers"), document.wrongLabels)
    }

    private func line(_ difference: TurnEvaluation.Difference) -> String {
        let who = [difference.wanted, difference.found].compactMap { $0.map { "「\($0)」" } }.joined(separator: " → ")
        let warned =
            difference.warnings.isEmpty
            ? say("警告なし", "no warning") : Set(difference.warnings).sorted().joined(separator: ", ")
        return "    " + say("\(difference.line)行目", "line \(difference.line)") + " \(who)  \(warned)"
    }
}
