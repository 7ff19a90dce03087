import MinutesKit

/// `gijiroku index push|status|purge`: a ClickHouse beside the archive's own index.
enum IndexCommand: Command {
    static let name = "index"
    static let help = CommandHelp(
        summary: Words(
            "会議録を ClickHouse に送り、複数の計算機で検索できるようにする", "send remarks to a ClickHouse, to search on many machines"),
        usage: [
            "index push --clickhouse-url URL [--cluster NAME --shard URL…] [--fresh]",
            "index status --clickhouse-url URL",
            "index purge --clickhouse-url URL [--shard URL…]",
        ],
        details: Words(
            """
            push は、保管庫のうちまだ送っていない会議と、内容の変わった会議を送り、なくなった会議を外します。途中で止まっても、
            もう一度実行すれば続きから揃います。検索は gijiroku search --backend clickhouse です。保管庫の索引はそのまま残ります。
            クラスタに分けて置くときは、はじめの push で --cluster と、各計算機の住所を --shard で指定します。
            purge は、外した会議の本文と、一日より前の古い版を、計算機のディスクからも消します。
            """ + "\n" + ClickHouseLocation.credentials.japanese,
            """
            push sends the meetings that are new or have changed since, and takes out those that are gone; cut short, run it
            again. Search with gijiroku search --backend clickhouse. The archive keeps its own index.
            To spread them over a cluster, give --cluster and the address of each machine with --shard at the first push.
            purge takes meetings that are gone, and versions replaced more than a day ago, off the disks.
            """ + "\n" + ClickHouseLocation.credentials.english),
        options: [.archive] + ClickHouseLocation.options + [
            Option("--cluster", value: "NAME", help: Words("表を分けて置くクラスタの名前", "cluster to spread the tables over")),
            Option(
                "--shard", value: "URL",
                help: Words("クラスタの各計算機の HTTP の住所（計算機ごとに指定）", "HTTP address of a machine of it (repeat)")),
            Option("--fresh", help: Words("表を消して、はじめから送り直す", "drop the tables and send everything again")),
            .format("text", "json"), .output,
        ],
        examples: [
            ("index push --clickhouse-url http://localhost:8123", Words("一台の ClickHouse に送る", "one server")),
            (
                "index push --clickhouse-url http://front:8123 --cluster minutes --shard http://一号機:8123 --shard http://二号機:8123",
                Words("二台に分けて置く", "two shards behind a front")
            ),
            (
                "index status --clickhouse-url http://localhost:8123",
                Words("揃っているか確かめる", "see whether it is up to date")
            ),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 1, let what = arguments.operands.first,
            ["push", "status", "purge"].contains(what)
        else {
            throw UsageError(
                "push、status、purge のどれかを指定してください。例：gijiroku index push --clickhouse-url http://localhost:8123",
                "Say push, status or purge, for example: gijiroku index push --clickhouse-url http://localhost:8123")
        }
        let location = ClickHouseLocation(arguments)
        let server = try location.server()
        let output = Output(arguments, terminal: terminal)
        let isJSON = arguments.value("--format") == "json"
        switch what {
        case "purge":
            try server.purge()
            terminal.note(Words("不要になった行を消しました。", "Rows that no longer count are gone."))
        case "status":
            let state = try ArchiveLocation(arguments).open().state(of: server)
            if isJSON {
                try output.write(JSONBytes.encode(state))
            } else {
                try output.print(text(of: state)(terminal.language))
            }
            return state.isUpToDate ? .done : .problems
        default:
            let secretariat = try ArchiveLocation(arguments).open()
            if arguments.has("--fresh") { try server.drop() }
            try server.create(cluster: location.cluster())
            let progress = Progress(Words("送信中", "sending"), terminal: terminal)
            let update = try secretariat.push(to: server) { progress.report($0, of: $1) }
            progress.finish()
            if isJSON {
                try output.write(JSONBytes.encode(update))
            } else {
                try output.print(
                    Words(
                        "会議 \(update.sent)件を送り、\(update.removed)件を外しました。",
                        "Sent \(update.sent) meetings, took out \(update.removed).")(
                            terminal.language))
            }
            if update.removed > 0 {
                terminal.note(
                    Words(
                        "外した会議の本文は、gijiroku index purge を実行するまでディスクに残ります。",
                        "The text of what was taken out stays on the disks until gijiroku index purge."))
            }
        }
        return .done
    }

    private static func text(of state: SearchServerState) -> Words {
        let verdict =
            state.isUpToDate
            ? Words("保管庫と揃っています。", "It is up to date.")
            : Words("保管庫と揃っていません。gijiroku index push で揃います。", "It is not up to date; run gijiroku index push.")
        return Words(
            """
            会議 \(state.meetings)件、発言 \(state.remarks)件（あるはずの発言 \(state.expectedRemarks)件）、消してよい行 \(state.deadRows)件
            送っていない会議 \(state.outdated)件、保管庫にない会議 \(state.surplus)件
            \(verdict.japanese)
            """,
            """
            \(state.meetings) meetings, \(state.remarks) remarks (of \(state.expectedRemarks)), \(state.deadRows) dead rows
            \(state.outdated) meetings not sent, \(state.surplus) not in the archive
            \(verdict.english)
            """)
    }
}
