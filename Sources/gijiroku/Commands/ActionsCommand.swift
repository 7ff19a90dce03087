import MinutesKit

/// `gijiroku actions`: what was promised, asked and left open; `actions set` keeps what a person decides.
enum ActionsCommand: Command {
    static let name = "actions"
    static let help = CommandHelp(
        summary: Words("約束・要望・宿題などの一覧を作り、対応状況を記録する", "list what must be followed up; record decisions"),
        usage: [
            "actions [--kind K] [--status S] [--owner O] [--topic T] [--meeting M] [--due-by DATE]",
            "actions --carry-over [--meeting NEXT]",
            "actions set ID [--status open|done|dropped] [--owner NAME] [--due DATE] [--note TEXT] [--by NAME]",
        ],
        details: Words(
            "set で記録した内容は reviews.jsonl に書き足され、会議録を取り込み直しても残ります。\n担当と期限は、会議録に書かれているときだけ入ります。--owner \"\" のように空にすると消えます。",
            "What set records is appended to reviews.jsonl and survives re-import.\nOwner and due are filled in only where the minutes say them; an empty value takes them away."
        ),
        options: [
            .archive,
            Option(
                "--kind", value: "KIND",
                help: Words(
                    "種別（約束、要望、次期計画、宿題、決定）", "commitment, request, plan_input, decision, open_question"
                )),
            Option(
                "--status", value: "open|done|dropped", choices: ["open", "done", "dropped"],
                help: Words("状況（未了・完了・取下げ）", "status")),
            Option("--owner", value: "NAME", help: Words("担当", "owner")),
            Option("--topic", value: "TOPIC", help: Words("話題", "topic")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--due-by", value: "DATE", help: Words("期限がこの日までのもの", "due on or before")),
            Option(
                "--carry-over",
                help: Words(
                    "前回からの継続事項（前の会議で残った項目と、その後の報告）", "what earlier meetings left open, with later reports on it")),
            Option("--due", value: "DATE", help: Words("期限（set）", "due date (set)")),
            Option("--note", value: "TEXT", help: Words("メモ（set）", "note (set)")),
            Option("--by", value: "NAME", help: Words("記録した人（set。省略時はパソコンの利用者名）", "who decides (set)")),
            .format("text", "json", "csv", "markdown", "xlsx", "ics"), .output,
        ],
        examples: [
            ("actions --status open", Words("まだ終わっていないもの", "what is still open")),
            ("actions --format csv -o 対応一覧.csv", Words("Excel で開く表", "a table for Excel")),
            (
                "actions --carry-over --format markdown -o 継続事項.md",
                Words("次回の会議に出す継続事項", "carried over to the next meeting")
            ),
            ("actions --format xlsx -o 対応一覧.xlsx", Words("Excel のブック", "an Excel workbook")),
            ("actions --status open --format ics -o 対応.ics", Words("予定表のタスクにする", "tasks for a calendar")),
            ("actions set f4k7w --status done --note 9月の会議で報告済み", Words("完了を記録する", "record that it is done")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        if arguments.operands.first == "set" { return try set(arguments, terminal: terminal) }
        try arguments.refuseOperands()
        if arguments.has("--carry-over") { return try carryOver(arguments, terminal: terminal) }
        let filter = try ActionFilter(
            kind: arguments.value("--kind"), status: arguments.value("--status"), owner: arguments.value("--owner"),
            topic: arguments.value("--topic"), meeting: arguments.value("--meeting"),
            dueBy: arguments.value("--due-by"))
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let list = try ArchiveLocation(arguments).open().actions(filter)
        switch arguments.value("--format") {
        case let format? where format != "text": try output.write(Secretariat.export(list, as: "actions-" + format))
        default: try output.print(ActionText(list, terminal: terminal).text)
        }
        return .done
    }

    private static func carryOver(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let unused = ["--kind", "--status", "--owner", "--topic", "--due-by", "--due", "--note", "--by"]
        if let option = unused.first(where: { arguments.value($0) != nil }) {
            throw UsageError("--carry-over と \(option) は一緒に使えません。", "--carry-over and \(option) do not go together.")
        }
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "xlsx" { try output.refuseScreen("xlsx") }
        let sheet = try ArchiveLocation(arguments).open().carryOver(for: arguments.value("--meeting"))
        switch arguments.value("--format") {
        case "json": try output.write(Secretariat.json(sheet))
        case "csv": try output.write(Secretariat.csv(sheet))
        case "markdown": try output.write(Secretariat.markdown(sheet))
        case "xlsx": try output.write(Secretariat.workbook(sheet))
        case "ics":
            try output.write(Secretariat.export(ActionList(items: sheet.points.map(\.item)), as: "actions-ics"))
        default: try output.print(CarryOverText(sheet: sheet, terminal: terminal).text)
        }
        return .done
    }

    private static func set(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 2 else {
            throw UsageError(
                "記録する項目の番号を一つ指定してください。例：gijiroku actions set f4k7w --status done",
                "Name one item, for example: gijiroku actions set f4k7w --status done")
        }
        let changes = ActionChange(
            status: arguments.value("--status").flatMap(ActionStatus.init), owner: arguments.value("--owner"),
            due: arguments.value("--due"), note: arguments.value("--note"), by: arguments.value("--by"))
        guard !changes.isEmpty else {
            throw UsageError(
                "変える内容を --status、--owner、--due、--note で指定してください。",
                "Say what to change with --status, --owner, --due or --note.")
        }
        let id = arguments.operands[1]
        let item = try ArchiveLocation(arguments).open().setAction(id, changes)
        if !item.id.hasPrefix(id) {
            terminal.note(
                Words("\(id) は会議録の訂正で \(item.id) になりました。", "\(id) is \(item.id) since the minutes were corrected."))
        }
        if arguments.value("--format") == "json" {
            try terminal.write(bytes: Secretariat.export(ActionList(items: [item]), as: "actions-json"))
        } else {
            try terminal.print(ActionText(ActionList(items: [item]), terminal: terminal).text)
        }
        return .done
    }
}
