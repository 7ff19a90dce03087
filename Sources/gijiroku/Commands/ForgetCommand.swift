import MinutesKit

/// `gijiroku forget MEETING`: a meeting and everything of it is taken away.
enum ForgetCommand: Command {
    static let name = "forget"
    static let help = CommandHelp(
        summary: Words("会議を保管庫から完全に消す", "take a meeting out of the archive for good"),
        usage: ["forget MEETING [--archive DIR] [--force]"],
        details: Words(
            "原本（以前の版も）、読み取り結果、索引、その会議について記録した判断と引用を消します。元には戻せません。\nいつ、どの番号の会議を消したかだけが forgotten.jsonl に残ります（内容は残りません）。rebuild しても戻りません。\n同じファイルを取り込もうとすると止めます。取り込み直すときは import --restore を使います。\n控え（backup）や、ほかの場所に写したものは消えません。別に消してください。",
            "Originals of all versions, records, indexes, decisions and their quotes go; there is no way back. A note of when\nand which id stays (forgotten.jsonl), no content. A rebuild does not bring it back, and the same file is only\nimported again with import --restore. Backups and other copies are not reached: delete them yourself."
        ),
        options: [
            .archive, .wait,
            Option(
                "--force",
                help: Words("同じ原本に入っているほかの会議も、まとめて消す", "other meetings in the same document go as well")),
        ],
        examples: [("forget mp8eyks1vfagj", Words("番号で指定した会議を消す", "by the meeting's id"))])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard let word = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "消す会議の番号を一つ指定してください。番号は gijiroku list で確かめられます。", "Name one meeting by its id; see gijiroku list.")
        }
        let secretariat = try ArchiveLocation(arguments, verb: name, terminal: terminal).open()
        let report = try secretariat.forget(word, withOthers: arguments.has("--force"))
        let titles = report.meetings.joined(separator: Words("、", ", ")(terminal.language))
        try terminal.print(
            Words(
                "消しました：\(titles)\n原本 \(report.originals)件、判断の記録 \(report.decisions)件。控えやほかの場所の写しは、別に消してください。",
                "Forgotten: \(titles)\n\(report.originals) originals, \(report.decisions) decisions. Delete backups and other copies yourself."
            )(terminal.language))
        return .done
    }
}
