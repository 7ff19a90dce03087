import MinutesKit

/// `gijiroku search WORDS`
enum SearchCommand: Command {
    static let name = "search"
    static let help = CommandHelp(
        summary: Words("過去の発言を探す", "search remarks"),
        usage: [
            "search QUERY [--topic T] [--role R] [--speaker S] [--from DATE] [--to DATE] [--meeting M]",
            "search QUERY --save NAME", "search --saved NAME", "search --list-saved", "search --forget-saved NAME",
        ],
        details: Words(SearchHelp.japanese, SearchHelp.english), options: SearchHelp.options,
        examples: [
            ("search 居場所", Words("「居場所」を含む発言", "remarks with 居場所")),
            ("search '居場所 担い手' --role 事務局", Words("両方を含む事務局の発言", "both words, said by the secretariat")),
            ("search '\"出張相談\" -高齢' --from 2024-04", Words("語句・除外・期間", "phrase, exclusion, period")),
            ("search '居場所 近傍/20 (担い手 OR 人材)'", Words("20文字以内に並ぶもの", "within twenty characters")),
            ("search '範囲:問答 居場所 予算'", Words("質問とその回答のどちらかに、両方の語", "both words in a question with its answers")),
            ("search 居場所 --group meeting --facets", Words("会議ごとにまとめ、件数の内訳も", "by meeting, with counts")),
            ("search '居場所 種別:要望 回答:なし' --save 未回答の要望", Words("条件に名前を付けて保存", "keep a search")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let options = SearchOptions(arguments)
        let output = Output(arguments, terminal: terminal)
        if arguments.has("--list-saved") {
            try list(try ArchiveLocation(arguments).open().savedSearches(), arguments, output, terminal)
            return .done
        }
        if let name = arguments.value("--forget-saved") {
            try ArchiveLocation(arguments).open().forgetSearch(name)
            terminal.note(Words("保存した検索「\(name)」を消しました。", "The saved search \"\(name)\" is gone."))
            return .done
        }
        let saved = try arguments.value("--saved").map { try ArchiveLocation(arguments).open().savedSearch($0) }
        let request = try options.request(from: saved)
        do {
            if let name = arguments.value("--save") {
                try ArchiveLocation(arguments).open().save(request, as: name)
                terminal.note(
                    Words(
                        "この検索を「\(name)」として保存しました。次からは search --saved \(name) で使えます。",
                        "Saved; use it again with search --saved \(name)."))
            }
            let answer = try answer(request, arguments)
            for message in answer.messages { terminal.note(message) }
            let text = SearchText(results: answer.results, request: request, terminal: terminal)
            switch arguments.value("--format") {
            case "json": try output.write(JSONBytes.encode(answer.results))
            case "csv": try output.write(CSVBytes.encode(text.rows))
            case "markdown": try output.print(text.markdown)
            default: try output.print(text.text)
            }
            return .done
        } catch let error as SearchQueryError {
            throw UsageError(
                told(error, error.description, in: request.query),
                told(error, error.englishDescription, in: request.query))
        }
    }

    private static func list(
        _ saved: SavedSearches, _ arguments: Arguments, _ output: Output, _ terminal: Terminal
    ) throws {
        let text = SavedSearchText(saved, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(saved))
        case "csv": try output.write(CSVBytes.encode(text.rows))
        default: try output.print(text.text)
        }
    }

    /// From the archive's own index, or from the server that is asked for. The archive's synonyms hold for both.
    private static func answer(
        _ request: SearchRequest, _ arguments: Arguments
    ) throws -> (results: SearchResults, messages: [String]) {
        guard arguments.value("--backend") == "clickhouse" else {
            return try ArchiveLocation(arguments).open().search(request)
        }
        // A place without an archive may search a server.
        let synonyms = request.isExact ? nil : try (try? ArchiveLocation(arguments).open())?.synonyms()
        let server = try ClickHouseLocation(arguments).server()
        return (try server.search(request, synonyms: synonyms ?? SynonymDictionary()), [])
    }

    /// The sentence, and the place in the query where there is one.
    private static func told(_ error: SearchQueryError, _ sentence: String, in query: String) -> String {
        guard let pointer = error.pointer(in: query) else { return sentence }
        return sentence + "\n" + pointer.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    }
}
