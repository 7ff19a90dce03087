import Foundation
import MinutesKit

/// `gijiroku export FORMAT`: files for other programs.
enum ExportCommand: Command {
    static let name = "export"
    static let help = CommandHelp(
        summary: Words("会議録や一覧を、ほかのソフトで使うファイルに書き出す", "write files for other programs"),
        usage: ["export FORMAT [--meeting M] [--output-dir DIR]", "export --list"],
        options: [
            .archive,
            Option("--list", help: Words("書き出せる形式の一覧", "list the formats")),
            Option("--meeting", value: "MEETING", help: Words("会議の番号か名前の一部", "id or part of the title")),
            Option(
                "--output-dir", value: "DIR", help: Words("書き出すフォルダ（省略時は今のフォルダ）", "folder to write to (default: here)")),
        ],
        examples: [
            ("export remarks-csv --output-dir 出力", Words("全発言を CSV に", "all remarks as CSV")),
            ("export --list", Words("形式の一覧", "the formats")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        if arguments.has("--list") {
            for (id, summary) in try Secretariat.exportFormats() {
                try terminal.print("\(Table.pad(id, to: 18))  \(summary)")
            }
            return .done
        }
        guard arguments.operands.count == 1, let format = arguments.operands.first else {
            throw UsageError(
                "書き出す形式を一つ指定してください（一覧：gijiroku export --list）。", "Name one format (gijiroku export --list).")
        }
        let folder = URL(fileURLWithPath: arguments.value("--output-dir") ?? ".", isDirectory: true)
        let written = try ArchiveLocation(arguments).open().export(
            format, meeting: arguments.value("--meeting"), to: folder)
        for url in written { try terminal.print(url.path) }
        return .done
    }
}
