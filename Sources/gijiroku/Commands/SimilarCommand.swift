import MinutesKit

/// `gijiroku similar REMARK`
enum SimilarCommand: Command {
    static let name = "similar"
    static let help = CommandHelp(
        summary: Words("似た発言を探す", "find remarks like another"),
        usage: ["similar 発言番号 [--role R] [--from DATE] [--to DATE] [--meeting M] [--limit N]"],
        details: Words(
            """
            ある発言の特徴のある語（ほかの発言にはあまり出ない語）を多く含む発言を、近い順に示します。
            どの語と話題が共通するかを添えます。発言番号は search や actions の結果にあります。
            """,
            """
            Finds the remarks that share the telling words of a remark (those that are rare elsewhere), the most alike
            first, and says which words and topics both have. Ids stand in the results of search and actions.
            """),
        options: [
            .archive,
            Option("--topic", value: "TOPIC", help: Words("話題", "topic")),
            Option("--role", value: "ROLE", help: Words("発言者の立場（委員長、委員、事務局など）", "role of the speaker")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--from", value: "DATE", help: Words("この日から", "on or after")),
            Option("--to", value: "DATE", help: Words("この日まで（この日を含む）", "on or before")),
            Option("--limit", "-n", value: "N", help: Words("表示する件数（省略時 10）", "remarks to show (default 10)")),
            .format("text", "json", "csv", "markdown"), .output,
        ],
        examples: [
            ("similar r-3f2a", Words("この発言に似た発言", "remarks like this one")),
            ("similar r-3f2a --role 事務局 --to 2024-03", Words("以前の事務局の発言から", "said by the secretariat before")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 1, let id = arguments.operands.first else {
            throw UsageError("発言番号を一つ指定してください。", "Name one remark by its id.")
        }
        var filters = SearchFilters()
        SearchOptions(arguments).narrow(&filters)
        let limit = try arguments.integer("--limit", in: 1...1000, default: 10)
        let answer = try ArchiveLocation(arguments).open().similar(to: id, limit: limit, filters: filters)
        for message in answer.messages { terminal.note(message) }
        let output = Output(arguments, terminal: terminal)
        let text = SimilarText(answer.remarks, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(answer.remarks))
        case "csv": try output.write(CSVBytes.encode(text.rows))
        case "markdown": try output.print(text.markdown)
        default: try output.print(text.text)
        }
        return .done
    }
}
