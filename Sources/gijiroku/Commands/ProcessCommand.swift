import Foundation
import MinutesKit

/// `gijiroku process < LIST`: documents in, analysed meetings out, one a line, for work spread over machines.
enum ProcessCommand: Command {
    static let name = "process"
    static let help = CommandHelp(
        summary: Words(
            "たくさんの会議録を読み取り、一行一会議の JSON で書き出す（並列処理・分散処理用）",
            "read many documents, write one analysed meeting a line (for parallel work)"),
        usage: ["process [--jobs N] [--null] [--layout FILE.json] < LIST > RESULT.jsonl"],
        details: Words(
            """
            標準入力の各行は、ファイルの場所か、次のような JSON です。
              {"path": "/data/会議要録.docx"}　{"id": "17", "name": "会議要録.txt", "text": "…"}　{"name": "会議要録.pdf", "base64": "…"}
            出力は入力の順で、一行が parse --format json の一会議に当たり、input に id・name・path が付きます。一つの文書に
            会議がいくつも入っていれば、会議ごとに一行です。読めなかったものも、diagnostics に理由を書いた一行になり、
            あとの文書は続けて処理します。一件でも読めなければ、終了コードは 1 です。保管庫は要りません。
            """,
            """
            Each line of standard input is a path, or JSON such as
              {"path": "/data/minutes.docx"}  {"id": "17", "name": "minutes.txt", "text": "…"}  {"name": "minutes.pdf", "base64": "…"}
            Lines come out in the order of the input, each the object of parse --format json for one meeting, with the id,
            name and path of its input under `input`; a document with several meetings gives a line for each. What cannot
            be read gives a line whose diagnostics say why, and the work goes on; exit code 1 then. No archive is needed.
            """),
        options: [
            Option(
                "--jobs", "-j", value: "N", help: Words("並列に処理する数（省略時はプロセッサの数）", "threads (default: one a processor)")),
            Option(
                "--null", "-0",
                help: Words("入力を NUL 区切りのファイル名とみなす（find -print0）", "paths end with NUL, as find -print0 writes them")),
            .layout,
        ],
        examples: [
            ("process < 一覧.txt > 結果.jsonl", Words("一覧にある文書をまとめて読み取る", "every document of a list")),
            (
                "process --null < <(find 会議録 -name '*.docx' -print0)",
                Words("名前に空白や改行があってもよい", "names may hold blanks and line ends")
            ),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw UsageError(
                "ファイルの場所は標準入力に一行ずつ渡してください。例：ls 会議録/*.txt | gijiroku process",
                "Give the paths on standard input, one a line, for example: ls minutes/*.txt | gijiroku process")
        }
        let jobs = try arguments.integer(
            "--jobs", in: 1...256, default: min(256, ProcessInfo.processInfo.activeProcessorCount))
        let layout = try arguments.value("--layout").map { try TurnLayoutFile.read(InputFile(path: $0).read()) }
        let batch = BatchProcessor(try MinutesProcessor(), layout: layout, jobs: jobs)
        let summary = try batch.run(
            reading: STDIN_FILENO, separator: arguments.has("--null") ? .null : .line
        ) { try terminal.write(bytes: $0) }
        terminal.note(
            Words(
                "文書 \(summary.documents)件、会議 \(summary.meetings)件、読めなかった文書 \(summary.failed)件",
                "\(summary.documents) documents, \(summary.meetings) meetings, \(summary.failed) not read"))
        return summary.failed == 0 ? .done : .problems
    }
}
