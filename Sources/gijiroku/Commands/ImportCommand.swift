import Foundation
import MinutesKit

/// `gijiroku import FILE…`
enum ImportCommand: Command {
    static let name = "import"
    static let help = CommandHelp(
        summary: Words("会議録のファイルやフォルダを保管庫に取り込む", "import files and folders into the archive"),
        usage: [
            "import FILE|DIR… [--archive DIR] [--dry-run] [--wait SECONDS]", "import FILE --replaces MEETING",
            "import FILE --restore",
        ],
        details: Words(
            "保管庫がなければ作ります。同じファイルを何度取り込んでも一件のままです。\n訂正した会議録は同じ会議の新しい版になり、どこが変わったかを示します。原本はすべて残り、前の番号でも引けます。",
            "Makes the archive when there is none. Importing a file again changes nothing; a corrected one\nbecomes a new version of the same meeting, with a report of what it changed. Every original stays, and ids\nof older versions lead to the new ones."
        ),
        options: [
            .archive,
            Option("--dry-run", help: Words("読み取り結果と訂正箇所だけを示し、取り込まない", "show what would be imported and changed")),
            Option(
                "--replaces", value: "MEETING",
                help: Words(
                    "日付や会議名を訂正した会議録で、取込み済みの会議（番号）を置き換える", "take the place of a meeting whose date or name was wrong")),
            Option(
                "--restore",
                help: Words(
                    "新しい版に置き換えられた会議録を、もう一度いちばん新しい版にする（forget で消したものは取り込み直す）",
                    "make a replaced document the newest again; import one that was forgotten")),
            .layout, .wait, .format("text", "json"),
        ],
        examples: [
            ("import 会議要録.txt", Words("一つ取り込む", "one file")),
            ("import 会議録/ --archive 推進委員会", Words("フォルダごと取り込む", "a whole folder")),
            ("import 会議要録_訂正.txt --dry-run", Words("訂正で何が変わるかを確かめる", "what a correction changes")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard !arguments.operands.isEmpty else {
            throw UsageError(
                "取り込むファイルかフォルダを指定してください。例：gijiroku import 会議要録.txt",
                "Name the files or folders to import, for example: gijiroku import minutes.txt")
        }
        let location = try ArchiveLocation(arguments, verb: name, terminal: terminal)
        let documents = try DocumentFolder.documents(at: arguments.operands)
        let progress = Progress(Words("取り込み中", "importing"), terminal: terminal)
        let report: ImportReport
        let layout = try arguments.value("--layout").map { try TurnLayoutFile.read(InputFile(path: $0).read()) }
        let options = ImportOptions(
            replaces: arguments.value("--replaces"), restores: arguments.has("--restore"), layout: layout)
        if arguments.has("--dry-run") {
            report = try Secretariat.preview(documents, into: location.url, options: options) {
                progress.report($0, of: $1)
            }
        } else {
            // A meeting to be replaced has to be there already.
            let secretariat =
                try options.replaces == nil ? location.openOrCreate() : location.open()
            report = try secretariat.importDocuments(documents, options: options) { progress.report($0, of: $1) }
        }
        progress.finish()
        if layout != nil, !arguments.has("--dry-run") {
            terminal.note(
                Words(
                    "指定された書き方は、取り込んだ会議体の書き方として固定しました（gijiroku archive layouts で確かめられます）。",
                    "The layout is now fixed for the bodies of these documents; see gijiroku archive layouts."))
        }
        if arguments.value("--format") == "json" {
            try terminal.write(bytes: JSONBytes.encode(report))
        } else {
            try terminal.print(ImportText(report: report, terminal: terminal).text)
        }
        ReviewEffects(report.decisions, terminal: terminal).tell()
        for outcome in report.outcomes {
            if let problem = outcome.problem { terminal.note("\(outcome.path): \(problem)") }
            for diagnostic in outcome.diagnostics where diagnostic.severity != .note {
                terminal.note(RecordText.line(for: diagnostic, name: outcome.path, language: terminal.language))
            }
        }
        return report.outcomes.contains { $0.status == .failed } ? .problems : .done
    }
}

/// The table an import ends with.
struct ImportText {
    let report: ImportReport
    let terminal: Terminal

    var text: String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
        var table = Table(
            [
                say("結果", "Result"), say("ファイル", "File"), say("会議", "Meeting"), say("開催日", "Date"),
                say("発言", "Remarks"), say("要対応", "Actions"),
            ], limits: [0, 36, 48])
        for outcome in report.outcomes {
            table.add([
                outcome.status.words(terminal.language), (outcome.path as NSString).lastPathComponent,
                outcome.title ?? "", outcome.date ?? "", outcome.remarks.map(String.init) ?? "",
                outcome.actions.map(String.init) ?? "",
            ])
        }
        let counts = ImportReport.Status.allCases.compactMap { status in
            let count = report.outcomes.count { $0.status == status }
            return count == 0 ? nil : "\(status.words(terminal.language)) \(count)"
        }
        let changes = report.outcomes.compactMap { ChangesText($0, terminal: terminal)?.text }
        return ([table.text(terminal)] + changes + [counts.joined(separator: say("、", ", "))])
            .joined(separator: "\n\n")
    }
}

extension ImportReport.Status {
    func words(_ language: Language) -> String {
        switch self {
        case .added: Words("新規", "new")(language)
        case .updated: Words("新しい版", "new version")(language)
        case .unchanged: Words("変更なし", "unchanged")(language)
        case .skipped: Words("対象外", "skipped")(language)
        case .failed: Words("失敗", "failed")(language)
        }
    }
}
