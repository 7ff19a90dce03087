import Foundation
import MinutesKit

/// `gijiroku parse FILE`: one document, no archive.
enum ParseCommand: Command {
    static let name = "parse"
    static let help = CommandHelp(
        summary: Words("会議録を一件読み取り、結果を表示する（保管庫は要りません）", "read one document and show its record (no archive needed)"),
        usage: ["parse FILE [--format text|json] [--explain] [--layout FILE.json]", "parse - < FILE"],
        details: Words(
            "JSON は他のプログラムが読むための形式です（schema 1）。位置は本文の UTF-8 バイト、行は 1 から数えます。\n会議がいくつも入った文書（国会会議録APIの結果など）では、meetings に会議ごとの記録が並びます。\n--explain --format json は、結果の代わりに発言の書き方のファイル（layout 1）を書き出します。直して --layout で\n指定すると、自動の判断の代わりに使われます。項目は turns（shape と sign）、speakers、notSpeakers、marks、wrapped です。",
            "JSON is the schema other programs hold on to. Places are UTF-8 bytes of the decoded text, lines count from 1.\nA document with several meetings (an answer of the Diet's minutes API) gives them as a list, `meetings`.\n--explain --format json writes a layout file (layout 1) instead of the record; corrected and given with --layout it\ntakes the place of what would be inferred. Keys: turns (shape, sign), speakers, notSpeakers, marks, wrapped."
        ),
        options: [
            .format("text", "json"),
            Option("--explain", help: Words("話者の書き方をどう判断したかも示す", "also say how the layout was recognised")),
            .layout, .output,
        ],
        examples: [
            ("parse 会議要録.txt", Words("読み取り結果を確かめる", "look at what is recognised")),
            ("parse 会議要録.txt --format json > 会議要録.json", Words("JSON で書き出す", "write JSON")),
            ("parse 会議要録.txt --explain --format json > 書き方.json", Words("書き方のファイルをつくる", "a layout file to start from")),
            ("parse 会議要録.txt --layout 書き方.json", Words("直した書き方で読む", "read by a corrected layout")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 1, let path = arguments.operands.first else {
            throw UsageError(
                "会議録のファイルを一つ指定してください。例：gijiroku parse 会議要録.txt",
                "Name one document, for example: gijiroku parse minutes.txt")
        }
        let processor = try MinutesProcessor()
        let fixed = try arguments.value("--layout").map { try TurnLayoutFile.read(InputFile(path: $0).read()) }
        let explained = try processor.processExplaining(InputFile(path: path).read(), as: fixed)
        let output = Output(arguments, terminal: terminal)
        let records = explained.map(\.record)
        if arguments.value("--format") == "json", arguments.has("--explain") {
            try output.write(explained[0].layout.file())
        } else if arguments.value("--format") == "json" {
            try output.write(
                records.count == 1
                    ? JSONBytes.encode(records[0])
                    : JSONBytes.encode(MeetingList(schema: AnalyzedMeeting.schema, meetings: records)))
        } else {
            try output.print(records.map { RecordText($0, terminal: terminal).text }.joined(separator: "\n\n"))
        }
        for (record, layout) in explained {
            if arguments.has("--explain") { terminal.note("\n" + layout.text) }
            RecordText.tellDiagnostics(of: record, terminal: terminal)
        }
        return .done
    }
}

/// The records of a document with several meetings.
private struct MeetingList: Encodable {
    var schema: Int
    var meetings: [AnalyzedMeeting]
}
