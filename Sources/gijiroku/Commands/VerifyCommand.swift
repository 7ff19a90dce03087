import MinutesKit

/// `gijiroku verify`: is everything in the archive as it should be?
enum VerifyCommand: Command {
    static let name = "verify"
    static let help = CommandHelp(
        summary: Words("保管庫に傷みがないか調べる", "check the archive"),
        usage: ["verify [--archive DIR] [--only-check]"],
        details: Words(
            "原本のハッシュ、記録、引用、記録した対応、索引を照合します。問題があれば、どうすればよいかを示します（終了コード 1）。\n途中で終わった取込みの残りや、記録より古い索引は、その場で整えます。原本と人の判断の記録は変えません。",
            "Checks originals, records, quotes, reviews and the index, and says what to do (exit code 1). What an interrupted\nprogram left is completed, an index that is behind is made again; originals and decisions stay as they are."
        ),
        options: [
            .archive, Option("--only-check", help: Words("調べるだけで、何も整えない", "only look, complete nothing")),
        ],
        examples: [("verify", Words("調べる", "check"))])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let diagnostics = try ArchiveLocation(arguments, verb: name, terminal: terminal).open().verify(
            repairs: !arguments.has("--only-check"))
        for diagnostic in diagnostics { terminal.note(RecordText.line(for: diagnostic, language: terminal.language)) }
        let problems = diagnostics.count { $0.severity != .note }
        if problems == 0 {
            try terminal.print(Words("保管庫に問題はありません。", "The archive is in order.")(terminal.language))
            return .done
        }
        terminal.note(Words("\(problems)件の問題があります。", "\(problems) problems."))
        return .problems
    }
}
