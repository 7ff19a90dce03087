import Foundation
import MinutesKit

/// `gijiroku parse FILE`: one document, no archive.
enum ParseCommand: Command {
    static let name = "parse"
    static let help = CommandHelp(
        summary: Words("会議録を一件読み取り、結果を表示する（保管庫は要りません）", "read one document and show its record (no archive needed)"),
        usage: ["parse FILE [--format text|json]", "parse - < FILE"],
        details: Words(
            "JSON は他のプログラムが読むための形式です（schema 1）。位置は本文の UTF-8 バイト、行は 1 から数えます。",
            "JSON is the schema other programs hold on to. Places are UTF-8 bytes of the decoded text, lines count from 1."
        ),
        options: [
            .format("text", "json"),
            Option("--explain", help: Words("話者の書き方をどう判断したかも示す", "also say how the layout was recognised")),
            .output,
        ],
        examples: [
            ("parse 会議要録.txt", Words("読み取り結果を確かめる", "look at what is recognised")),
            ("parse 会議要録.txt --format json > 会議要録.json", Words("JSON で書き出す", "write JSON")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 1, let path = arguments.operands.first else {
            throw UsageError(
                "会議録のファイルを一つ指定してください。例：gijiroku parse 会議要録.txt",
                "Name one document, for example: gijiroku parse minutes.txt")
        }
        let processor = try MinutesProcessor()
        let explained = try processor.processExplaining(InputFile(path: path).read())
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "json" {
            try output.write(JSONBytes.encode(explained.record))
        } else {
            try output.print(RecordText(explained.record, terminal: terminal).text)
        }
        if arguments.has("--explain") { terminal.note("\n" + explained.layout) }
        RecordText.tellDiagnostics(of: explained.record, terminal: terminal)
        return .done
    }
}
