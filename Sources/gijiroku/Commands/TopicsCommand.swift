import MinutesKit

/// `gijiroku topics`: what was talked about, how often, when, with what, and what is new.
enum TopicsCommand: Command {
    static let name = "topics"
    static let help = CommandHelp(
        summary: Words("話題ごとの発言数を、会議別・年度別に表示する", "count remarks by topic"),
        usage: [
            "topics [--by meeting|year] [--archive DIR] [--format text|json|csv|markdown]",
            "topics --cooccurring [--topic T]",
            "topics --trend",
        ],
        details: Words(
            """
            --cooccurring は一つの発言に一緒に出る話題の組を、--trend は最新の年度に新しく出た話題、増えた話題、減った話題、
            出なくなった話題を示します。増減は発言数ではなく、発言全体に占める割合（千発言当たり）で比べます。
            """,
            """
            --cooccurring lists topics that stand in one remark, --trend what is new, growing, fading or gone in the latest
            fiscal year, by shares of all remarks rather than by counts.
            """),
        options: [
            .archive,
            Option("--by", value: "meeting|year", choices: ["meeting", "year"], help: Words("列の分け方", "columns")),
            Option("--cooccurring", help: Words("一緒に出る話題", "topics that come up together")),
            Option("--trend", help: Words("新しい話題と減った話題", "new and fading topics")),
            Option("--topic", value: "TOPIC", help: Words("この話題だけ（名前の一部）", "this topic only (part of its name)")),
            Option(
                "--meeting", value: "MEETING", help: Words("この会議だけ（会議名の一部）", "these meetings only (part of the title)")),
            Option("--limit", "-n", value: "N", help: Words("表示する行数（省略時はすべて）", "rows to show (default: all)")),
            .format("text", "json", "csv", "markdown"), .output,
        ],
        examples: [
            ("topics", Words("話題の一覧", "all topics")),
            ("topics --by year --format csv -o 話題.csv", Words("年度別の表を Excel へ", "a table by fiscal year for Excel")),
            ("topics --cooccurring --topic 居場所", Words("「居場所」と一緒に出る話題", "what comes up with 居場所")),
            ("topics --trend", Words("新しい話題、出なくなった話題", "new and fading topics")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        guard !(arguments.has("--cooccurring") && arguments.has("--trend")) else {
            throw UsageError("--cooccurring と --trend はどちらか一つにしてください。", "Use --cooccurring or --trend, not both.")
        }
        let secretariat = try ArchiveLocation(arguments).open()
        let limit = try arguments.integer("--limit", in: 1...1_000_000, default: 1_000_000)
        let topic = arguments.value("--topic")
        let meeting = arguments.value("--meeting")
        func isWanted(_ name: String) -> Bool {
            topic.map { TextFolding.fold(name).contains(TextFolding.fold($0)) } ?? true
        }
        if arguments.has("--cooccurring") {
            var pairs = try secretariat.topicPairs(with: topic, meeting: meeting)
            pairs.pairs = Array(pairs.pairs.prefix(limit))
            return try write(pairs, pairs.headers, pairs.rows, arguments, terminal)
        }
        if arguments.has("--trend") {
            var trends = try secretariat.topicTrends(meeting: meeting)
            if trends.before.isEmpty, arguments.value("--format") ?? "text" == "text" {
                terminal.note(
                    Words("比べられる年度が二つ以上ないため、増減は分かりません。", "There are no two fiscal years to compare."))
                return .done
            }
            trends.trends = Array(trends.trends.filter { isWanted($0.topic) }.prefix(limit))
            return try write(trends, trends.headers, trends.rows, arguments, terminal)
        }
        let grouping = TopicTable.Grouping(rawValue: arguments.value("--by") ?? "") ?? .none
        var table = try secretariat.topics(by: grouping, meeting: meeting)
        table.topics = Array(table.topics.filter { isWanted($0.topic) }.prefix(limit))
        return try write(table, table.headers, table.rows, arguments, terminal)
    }

    private static func write(
        _ value: some Encodable, _ headers: [String], _ rows: [[String]], _ arguments: Arguments, _ terminal: Terminal
    ) throws -> ExitCode {
        let output = Output(arguments, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(value))
        case "csv": try output.write(CSVBytes.encode([headers] + rows))
        case "markdown":
            func line(_ cells: [String]) -> String {
                "| " + cells.map { $0.replacing("|", with: "｜") }.joined(separator: " | ") + " |"
            }
            try output.print(
                ([line(headers), line(headers.map { _ in "---" })] + rows.map(line)).joined(separator: "\n"))
        default:
            guard !rows.isEmpty else {
                terminal.note(Words("話題の付いた発言がありません。", "No remark has a topic."))
                return .done
            }
            var text = Table(headers.map { told($0, terminal.language) }, limits: [28])
            for row in rows { text.add(row.map { told($0, terminal.language) }) }
            try output.print(text.text(terminal))
        }
        return .done
    }

    /// Headings and directions in the language of messages; topics and years stay as they are.
    private static func told(_ cell: String, _ language: Language) -> String {
        guard language == .english else { return cell }
        switch cell {
        case "話題": return "Topic"
        case "発言": return "Remarks"
        case "会議": return "Meetings"
        case "一緒に出る話題": return "Together with"
        case "話題の中の割合": return "Of topic"
        case "相手の中の割合": return "Of other"
        case "動き": return "Trend"
        case "初めて": return "First"
        case "最近": return "Last"
        case "それまでの発言": return "Remarks before"
        case "千発言当たり": return "Of 1000"
        case "それまで": return "Before"
        default:
            if let direction = TopicTrends.Direction.allCases.first(where: { $0.japaneseName == cell }) {
                return direction.rawValue
            }
            return cell.hasSuffix("の発言") ? "Remarks in " + cell.dropLast(3) : cell
        }
    }
}
