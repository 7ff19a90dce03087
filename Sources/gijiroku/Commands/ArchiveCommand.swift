import Foundation
import MinutesKit

/// `gijiroku archive layouts`: how turns begin in the minutes of each body.
enum ArchiveCommand: Command {
    static let name = "archive"
    static let help = CommandHelp(
        summary: Words("会議体ごとの発言の書き方を確かめ、固定する", "see and fix how turns begin in the minutes of each body"),
        usage: [
            "archive layouts [--format text|json]", "archive layouts set 会議体 書き方.json", "archive layouts forget 会議体",
        ],
        details: Words(
            "会議録の発言の始まり方（○委員長、委員長：、（委員） など）は文書ごとに自動で判断し、\n前回と変わったときは取込みのときに注意を出します。判断が合わない会議体は、parse --explain\n--format json で作った書き方のファイルを直して set で固定できます。固定した書き方は人の決定として\n残り、次の取込みと rebuild から使われます。forget で自動の判断に戻します。",
            "How turns begin is found out from each document, and an import warns when a body's way changes. Where that\nfails, correct the file that parse --explain --format json writes and fix it with set; it is a decision that\nsurvives rebuilds and is used from the next import or rebuild on. forget goes back to finding out."
        ),
        options: [.archive, .wait, .format("text", "json")],
        examples: [
            ("archive layouts", Words("会議体ごとの書き方の一覧", "what each body uses")),
            ("archive layouts set 推進委員会 書き方.json", Words("書き方を固定する", "fix a layout")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        let words = arguments.operands
        guard words.first == "layouts" else { throw usage }
        let secretariat = try ArchiveLocation(arguments, verb: "archive layouts", terminal: terminal).open()
        switch (words.dropFirst().first ?? "list", words.count) {
        case ("list", 1...2):
            let layouts = try secretariat.layouts()
            if arguments.value("--format") == "json" {
                try terminal.write(bytes: JSONBytes.encode(["layouts": layouts]))
            } else {
                try terminal.print(table(layouts, terminal))
            }
        case ("set", 4):
            let layout = try TurnLayoutFile.read(InputFile(path: words[3]).read())
            let body = try secretariat.fix(layout, for: words[2])
            terminal.note(
                Words(
                    "「\(body)」の書き方を固定しました。取込み済みの会議録に当てるには gijiroku rebuild を実行してください。",
                    "The layout of \"\(body)\" is fixed. Run gijiroku rebuild to apply it to what was imported."))
        case ("forget", 3):
            let body = try secretariat.forgetLayout(of: words[2])
            terminal.note(
                Words(
                    "「\(body)」の書き方の固定をやめました。次の取込みと rebuild から自動で判断します。",
                    "The layout of \"\(body)\" is found out again from the next import or rebuild on."))
        default: throw usage
        }
        return .done
    }

    private static var usage: UsageError {
        UsageError(
            "archive layouts、archive layouts set 会議体 書き方.json、archive layouts forget 会議体 のどれかを指定してください。",
            "Use archive layouts, archive layouts set BODY FILE, or archive layouts forget BODY.")
    }

    private static func table(_ layouts: [BodyLayout], _ terminal: Terminal) -> String {
        func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }
        var table = Table([
            say("会議体", "Body"), say("決め方", "By"), say("発言の書き方", "Turns begin"), say("前回の会議録", "Last minutes"),
        ])
        for layout in layouts {
            let ways = (layout.fixed?.turns ?? layout.found).map(\.words).joined(separator: "、")
            table.add([
                layout.body, layout.fixed == nil ? say("自動", "found") : say("固定", "fixed"), ways,
                [layout.date, layout.document].compactMap(\.self).joined(separator: " "),
            ])
        }
        return table.text(terminal)
    }
}
