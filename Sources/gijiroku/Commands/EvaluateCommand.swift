import MinutesKit

/// `gijiroku evaluate`: measures the analyzers against labelled sentences.
enum EvaluateCommand: Command {
    static let name = "evaluate"
    static let help = CommandHelp(
        summary: Words("人が付けた正解と照らして、抽出や発言の区切りの正確さを測る", "measure findings and turns against the truth"),
        usage: [
            "evaluate [follow-ups] GOLD.tsv… --minutes FILE… [--format text|json]",
            "evaluate turns DIR… [--format text|json]",
            "evaluate record DIR… [--format text|json]",
        ],
        details: Words(
            "正解は number kind owner due readers speaker sentence の列をもつタブ区切りの表です。\nreaders が split の行（二人の判断が分かれたもの）は数えません。\n適合率は拾ったもののうち正しかった割合、再現率は拾うべきもののうち拾えた割合です。\n最後に、どの会議録にも現れなかった手がかり（lexicon の項目）を挙げます。\n正解ごとに、その文を最も多く含む会議録を --minutes（なければ保管庫）から選びます。\n\nevaluate turns は、フォルダの中で「文書名.turns.tsv」（開始 終了 発言者、位置は本文の文字番号）が\n隣にある文書をすべて読み、発言の始まりと発言者の適合率・再現率・F1 を示します。\n「警告なし」は、見落としのうち近くに注意が出ていないものです。\n\nevaluate record は、「文書名.truth.json」が隣にある文書をすべて読み、表題・日時などの見出し、出席者、議題、\n発言と議題の結び付き、発言者の役割と氏名が正解と合う割合（F1）と、違っているところを示します。\n議題の番号の後ろの点（１． と １）、空白、全角と半角の違いは数えません。",
            "Gold is a tab-separated table: number kind owner due readers speaker sentence.\nRows whose readers are `split` do not count. Each gold file is scored on the minutes, among --minutes\nor else the archive, that hold most of its sentences. Cues of the lexicon that were met in none of them are listed last.\n\nevaluate turns reads every document under DIR with <stem>.turns.tsv (start, end, speaker; places in scalars\nof the decoded text) beside it and scores where turns begin and who speaks. A miss is silent when no warning\nstands within two lines of it.\n\nevaluate record reads every document under DIR with <stem>.truth.json beside it and scores header fields,\nattendance, agenda, the items remarks stand under, roles and names. The stop behind an item's number (1. or 1),\nblanks and widths do not count."
        ),
        options: [
            .archive,
            Option("--minutes", "-m", value: "FILE", help: Words("会議録（複数可）", "minutes (may be repeated)")),
            .format("text", "json"), .output,
        ],
        examples: [
            ("evaluate 正解.tsv --minutes 会議要録.txt", Words("適合率と再現率、誤りの一覧", "precision, recall and the errors")),
            ("evaluate turns 会議録/", Words("発言の区切りと発言者を測る", "turns and speakers")),
            ("evaluate record 会議録/", Words("見出し・出席者・議題を測る", "header, people and agenda")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        if arguments.operands.first == "turns" {
            return try TurnEvaluationText.run(Array(arguments.operands.dropFirst()), arguments, terminal: terminal)
        }
        if arguments.operands.first == "record" {
            return try RecordEvaluationText.run(Array(arguments.operands.dropFirst()), arguments, terminal: terminal)
        }
        var golds = arguments.operands[...]
        if golds.first == "follow-ups" { golds = golds.dropFirst() }
        guard !golds.isEmpty else {
            throw UsageError("正解の表（TSV）を指定してください。", "Name the gold tables (TSV).")
        }
        let files = arguments.all("--minutes")
        let records: [AnalyzedMeeting]
        if files.isEmpty {
            records = try ArchiveLocation(arguments).open().records()
        } else {
            let processor = try MinutesProcessor()
            records = try files.flatMap { try processor.processAll(InputFile(path: $0).read()) }
        }
        let reports = try golds.map { try Evaluation.followUps(gold: InputFile(path: $0).read(), among: records) }
        let idle = Evaluation.idleCues(in: records)
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "json" {
            try output.write(JSONBytes.encode(FollowUpReports(reports: reports, cues: idle)))
        } else {
            try output.print((reports.map(\.text) + [idle.text]).joined(separator: "\n\n"))
        }
        return .done
    }

    private struct FollowUpReports: Encodable {
        var reports: [Evaluation.Report]
        var cues: Evaluation.IdleCues
    }
}
