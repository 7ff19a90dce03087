import MinutesKit

/// `gijiroku rebuild`: derives everything again from the originals.
enum RebuildCommand: Command {
    static let name = "rebuild"
    static let help = CommandHelp(
        summary: Words("原本から、読み取り結果と索引を作り直す", "derive records and index again from the originals"),
        usage: ["rebuild [--archive DIR] [--wait SECONDS]"],
        details: Words(
            "原本と、記録した対応（reviews.jsonl）には手を触れません。",
            "Originals and people's decisions (reviews.jsonl) are not touched."),
        options: [.archive, .wait],
        examples: [("rebuild", Words("作り直す", "rebuild"))])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let progress = Progress(Words("作り直し中", "rebuilding"), terminal: terminal)
        let report = try ArchiveLocation(arguments, verb: name, terminal: terminal).open().rebuild {
            progress.report($0, of: $1)
        }
        progress.finish()
        ReviewEffects(report.diagnostics.filter(ReviewEffects.isOne), terminal: terminal).tell()
        for diagnostic in report.diagnostics.filter({ !ReviewEffects.isOne($0) }) where diagnostic.severity != .note {
            terminal.note(RecordText.line(for: diagnostic, language: terminal.language))
        }
        try terminal.print(
            Words(
                "会議 \(report.meetings)件、発言 \(report.remarks)件を作り直しました。",
                "Rebuilt \(report.meetings) meetings with \(report.remarks) remarks.")(terminal.language))
        return report.diagnostics.contains { $0.severity == .error } ? .problems : .done
    }
}
