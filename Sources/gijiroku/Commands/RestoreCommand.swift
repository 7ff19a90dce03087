import Foundation
import MinutesKit

/// `gijiroku restore FILE`: an archive out of a backup.
enum RestoreCommand: Command {
    static let name = "restore"
    static let help = CommandHelp(
        summary: Words("控えから保管庫を戻す", "make an archive of a backup"),
        usage: ["restore FILE.zip [--archive DIR]"],
        details: Words(
            "控えの中身をすべて照合してから、新しいフォルダに戻します。すでに保管庫がある場所には戻しません。\n傷んだ控えからは何も書き込みません。",
            "Everything in the backup is checked before anything is put in place, in a new folder; an archive that is there is\nnever written over. Nothing is written from a damaged backup."
        ),
        options: [.archive],
        examples: [
            ("restore 会議録の控え.zip --archive 会議録", Words("控えを「会議録」というフォルダに戻す", "into a folder of your choice"))
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard let file = arguments.operands.first, arguments.operands.count == 1 else {
            throw UsageError(
                "控えのファイルを一つ指定してください。例：gijiroku restore 会議録の控え.zip",
                "Name one backup, for example: gijiroku restore minutes.zip")
        }
        let location = try ArchiveLocation(arguments)
        let progress = Progress(Words("控えを戻しています", "restoring"), terminal: terminal)
        let restored = try Secretariat.restore(URL(fileURLWithPath: file), to: location.url) {
            progress.report($0, of: $1)
        }
        progress.finish()
        try terminal.print(
            Words(
                "控えから戻しました：\(location.url.path)\n会議 \(restored.summary.meetings)件、原本 \(restored.summary.originals)件。",
                "Restored into \(location.url.path): \(restored.summary.meetings) meetings, \(restored.summary.originals) originals."
            )(terminal.language))
        return .done
    }
}
