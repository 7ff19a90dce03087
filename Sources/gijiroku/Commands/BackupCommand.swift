import Foundation
import MinutesKit

/// `gijiroku backup FILE`: the archive in one file.
enum BackupCommand: Command {
    static let name = "backup"
    static let help = CommandHelp(
        summary: Words("保管庫の控えを一つのファイルに取る", "write the whole archive into one file"),
        usage: ["backup FILE.zip [--archive DIR] [--force]"],
        details: Words(
            "原本、読み取り結果、人の判断の記録、設定を一つの ZIP ファイルにまとめます。索引は戻すときに作り直します。\n取る間、ほかの人は読めますが書き込めません。原本に傷みがあれば、控えを取らずに知らせます。\n戻すときは gijiroku restore です。ZIP を展開するだけでも、元のフォルダになります。",
            "Originals, records, decisions and settings in one ZIP file; the indexes are made again on restore. Others can\nread meanwhile, not write. A damaged original is told and no backup is made. gijiroku restore makes an\narchive of it again; any unzip program makes the folder."
        ),
        options: [
            .archive, .wait,
            Option("--force", help: Words("同じ名前のファイルがあれば置き換える", "replace a file of that name")),
        ],
        examples: [
            ("backup /media/usb/会議録の控え.zip", Words("外付けのディスクに控えを取る", "onto another disk"))
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard let file = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "控えのファイル名を一つ指定してください。例：gijiroku backup 会議録の控え.zip",
                "Name one file, for example: gijiroku backup minutes.zip")
        }
        let progress = Progress(Words("控えを取っています", "backing up"), terminal: terminal)
        let summary = try ArchiveLocation(arguments, verb: name, terminal: terminal).open().backup(
            to: URL(fileURLWithPath: file), replaces: arguments.has("--force")
        ) { progress.report($0, of: $1) }
        progress.finish()
        try terminal.print(
            Words(
                "控えを取りました：\(file)\n会議 \(summary.meetings)件、原本 \(summary.originals)件、ファイル \(summary.files)個（\(summary.bytes)バイト）。保管庫とは別の場所に置いてください。",
                "Wrote \(file): \(summary.meetings) meetings, \(summary.originals) originals, \(summary.files) files (\(summary.bytes) bytes). Keep it in another place than the archive."
            )(terminal.language))
        return .done
    }
}
