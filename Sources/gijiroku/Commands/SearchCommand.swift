import MinutesKit

/// `gijiroku search WORDS`
enum SearchCommand: Command {
    static let name = "search"
    static let help = CommandHelp(
        summary: Words("過去の発言を探す", "search remarks"),
        usage: ["search QUERY [--topic T] [--role R] [--speaker S] [--from DATE] [--to DATE] [--meeting M]"],
        details: Words(
            """
            語を並べるとすべてを含む発言（AND）、OR（または）、-語（NOT）、"語句"、( ) が使えます。
            絞り込みは検索語の中でも書けます：役割:事務局 発言者:山田 話題:居場所 会議:推進委員会 日付:2023-04..2024-03
            全角・半角、字体の違い（髙・高など）は区別しません。質問が見つかれば回答を、回答が見つかれば質問を併せて示します。
            """,
            """
            Words side by side must all occur (AND); OR, -word (NOT), "phrase" and ( ) work.
            Filters may stand in the query: role:secretariat speaker:… topic:… meeting:… date:2023-04..2024-03
            Widths and variant characters do not matter. A question is shown with its answer and the other way round.
            """),
        options: [
            .archive,
            Option("--topic", value: "TOPIC", help: Words("話題", "topic")),
            Option("--role", value: "ROLE", help: Words("発言者の立場（委員長、委員、事務局など）", "role of the speaker")),
            Option("--speaker", value: "NAME", help: Words("発言者の氏名や職名の一部", "part of the speaker's label")),
            Option("--kind", value: "KIND", help: Words("拾った種別（約束、要望、宿題、課題など）", "kind of finding in the remark")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option("--from", value: "DATE", help: Words("この日から（2024-04-01、2024-04、令和6年4月1日）", "on or after")),
            Option("--to", value: "DATE", help: Words("この日まで（この日を含む）", "on or before")),
            Option(
                "--sort", value: "relevance|newest|oldest", choices: ["relevance", "newest", "oldest"],
                help: Words("並び順（関連の深い順、新しい順、古い順）", "order")),
            Option("--limit", "-n", value: "N", help: Words("表示する件数（省略時 20）", "hits to show (default 20)")),
            Option("--offset", value: "N", help: Words("読み飛ばす件数", "hits to skip")),
            .backend,
        ] + ClickHouseLocation.options + [.format("text", "json", "csv", "markdown"), .output],
        examples: [
            ("search 居場所", Words("「居場所」を含む発言", "remarks with 居場所")),
            ("search '居場所 担い手' --role 事務局", Words("両方を含む事務局の発言", "both words, said by the secretariat")),
            ("search '\"出張相談\" -高齢' --from 2024-04", Words("語句・除外・期間", "phrase, exclusion, period")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let narrowing = ["--topic", "--role", "--speaker", "--meeting", "--kind", "--from", "--to"]
        guard !arguments.operands.isEmpty || narrowing.contains(where: arguments.has) else {
            throw UsageError(
                "探す語を指定してください。例：gijiroku search 居場所", "Say what to look for, for example: gijiroku search 居場所")
        }
        var filters = SearchFilters()
        filters.topics = arguments.all("--topic")
        filters.roles = arguments.all("--role")
        filters.speakers = arguments.all("--speaker")
        filters.meetings = arguments.all("--meeting")
        filters.kinds = arguments.all("--kind")
        if arguments.has("--from") || arguments.has("--to") {
            filters.dates = ["\(arguments.value("--from") ?? "")..\(arguments.value("--to") ?? "")"]
        }
        let request = SearchRequest(
            arguments.operands.joined(separator: " "), filters: filters,
            sort: arguments.value("--sort").flatMap(SearchSort.init) ?? .relevance,
            limit: try arguments.integer("--limit", in: 1...100_000, default: 20),
            offset: try arguments.integer("--offset", in: 0...100_000_000, default: 0))
        let answer = try answer(request, arguments)
        for message in answer.messages { terminal.note(message) }
        let output = Output(arguments, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(answer.results))
        case "csv":
            try output.write(
                CSVBytes.encode(SearchText(results: answer.results, request: request, terminal: terminal).rows))
        case "markdown":
            try output.print(SearchText(results: answer.results, request: request, terminal: terminal).markdown)
        default: try output.print(SearchText(results: answer.results, request: request, terminal: terminal).text)
        }
        return .done
    }

    /// From the archive's own index, or from the server that is asked for.
    private static func answer(
        _ request: SearchRequest, _ arguments: Arguments
    ) throws -> (results: SearchResults, messages: [String]) {
        if arguments.value("--backend") == "clickhouse" {
            return (try ClickHouseLocation(arguments).server().search(request), [])
        }
        return try ArchiveLocation(arguments).open().search(request)
    }
}
