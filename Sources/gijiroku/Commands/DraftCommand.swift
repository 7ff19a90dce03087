import MinutesKit

/// `gijiroku draft`: the next plan's draft, every line with its source.
enum DraftCommand: Command {
    static let name = "draft"
    static let help = CommandHelp(
        summary: Words("次期計画の素案と「意見と対応一覧」を作る", "draft the next plan, with the table of opinions and answers"),
        usage: ["draft [--outline FILE] [--meeting M] [--with-names] [-o FILE]"],
        details: Words(
            "計画の骨子（見出しを並べた Markdown かテキスト）を --outline で渡すと項目ごとに、なければ話題ごとにまとめます。\nどの行にも出典（会議、発言者の立場、行、発言の原文）が付きます。表現の仕上げは担当の方が行ってください。",
            "With --outline (Markdown or text headings) it is arranged by the plan's items, else by topic.\nEvery line has its source: meeting, speaker's role, line and the words themselves."
        ),
        options: [
            .archive,
            Option("--outline", value: "FILE", help: Words("計画の骨子", "outline of the plan")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--from", value: "DATE", help: Words("この日からの会議", "meetings on or after")),
            Option("--to", value: "DATE", help: Words("この日までの会議", "meetings on or before")),
            Option(
                "--with-names",
                help: Words("発言者の氏名も載せる（庁内用。公表する資料には付けないでください）", "show speakers' names (not for publication)")),
            Option("--check", help: Words("すべての行の出典を確かめるだけにする", "only check every source")),
            .output,
        ],
        examples: [
            ("draft --outline 骨子.md -o 素案.md", Words("骨子に沿った素案", "arranged by an outline")),
            ("draft", Words("話題ごとの素案を画面に", "by topic, on the screen")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let outline = try arguments.value("--outline").map { try InputFile(path: $0).read() }
        let draft = try ArchiveLocation(arguments).open().draft(
            DraftRequest(
                outline: outline, meeting: arguments.value("--meeting"), from: arguments.value("--from"),
                to: arguments.value("--to"), withNames: arguments.has("--with-names")))
        for diagnostic in draft.diagnostics where diagnostic.severity != .note {
            terminal.note(RecordText.line(for: diagnostic, language: terminal.language))
        }
        if arguments.has("--check") {
            guard draft.problems.isEmpty else { return .problems }
            try terminal.print(
                Words(
                    "出典 \(draft.sourceCount) 件をすべて原文と照合しました。問題はありません。",
                    "All \(draft.sourceCount) sources agree with the records.")(
                        terminal.language))
            return .done
        }
        try Output(arguments, terminal: terminal).print(draft.markdown)
        return draft.problems.isEmpty ? .done : .problems
    }
}
