import MinutesKit

/// `gijiroku topics`: what was talked about, how often, when.
enum TopicsCommand: Command {
    static let name = "topics"
    static let help = CommandHelp(
        summary: Words("話題ごとの発言数を、会議別・年度別に表示する", "count remarks by topic"),
        usage: ["topics [--by meeting|year] [--archive DIR] [--format text|json|csv]"],
        options: [
            .archive,
            Option("--by", value: "meeting|year", choices: ["meeting", "year"], help: Words("列の分け方", "columns")),
            .format("text", "json", "csv"), .output,
        ],
        examples: [
            ("topics", Words("話題の一覧", "all topics")),
            ("topics --by year --format csv -o 話題.csv", Words("年度別の表を Excel へ", "a table by fiscal year for Excel")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let grouping = TopicTable.Grouping(rawValue: arguments.value("--by") ?? "") ?? .none
        let table = try ArchiveLocation(arguments).open().topics(by: grouping)
        let output = Output(arguments, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(table))
        case "csv": try output.write(CSVBytes.encode([table.headers] + table.rows))
        default:
            guard !table.topics.isEmpty else {
                terminal.note(Words("話題の付いた発言がありません。", "No remark has a topic."))
                return .done
            }
            var text = Table(table.headers, limits: [28])
            for row in table.rows { text.add(row) }
            try output.print(text.text(terminal))
        }
        return .done
    }
}
