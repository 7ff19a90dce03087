import MinutesKit

/// `gijiroku list`: the meetings of the archive.
enum ListCommand: Command {
    static let name = "list"
    static let help = CommandHelp(
        summary: Words("取り込んだ会議の一覧を表示する", "list the meetings of the archive"),
        usage: ["list [--archive DIR] [--format text|json|csv]"],
        options: [.archive, .format("text", "json", "csv"), .output],
        examples: [("list", Words("開催日の順に並べる", "by date"))])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        try arguments.refuseOperands()
        let meetings = try ArchiveLocation(arguments).open().meetings()
        let output = Output(arguments, terminal: terminal)
        switch arguments.value("--format") {
        case "json": try output.write(JSONBytes.encode(["meetings": meetings]))
        case "csv":
            let rows = meetings.map { [$0.id, $0.date ?? "", $0.title, "\($0.remarks)", "\($0.actions)", $0.fileName] }
            try output.write(CSVBytes.encode([["番号", "開催日", "会議", "発言数", "要対応", "ファイル"]] + rows))
        default:
            guard !meetings.isEmpty else {
                terminal.note(Words("まだ会議がありません。gijiroku import で取り込んでください。", "No meetings yet. Use gijiroku import."))
                return .done
            }
            let english = terminal.language == .english
            var table = Table(
                english
                    ? ["Id", "Date", "Meeting", "Remarks", "Actions", "File"]
                    : ["番号", "開催日", "会議", "発言", "要対応", "ファイル"],
                limits: [0, 0, 56, 0, 0, 32])
            for meeting in meetings {
                table.add([
                    meeting.id, meeting.date ?? "—", meeting.title, "\(meeting.remarks)", "\(meeting.actions)",
                    meeting.fileName,
                ])
            }
            try output.print(table.text(terminal))
        }
        return .done
    }
}
