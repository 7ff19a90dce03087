import MinutesKit

/// `gijiroku show ID`: a meeting, or one remark with what was found in it.
enum ShowCommand: Command {
    static let name = "show"
    static let help = CommandHelp(
        summary: Words("会議の全文、または発言一件を表示する", "show a meeting or one remark in full"),
        usage: ["show ID [--archive DIR] [--format text|json|markdown]"],
        details: Words(
            "番号は list、search、actions の左端に出ます。ほかと区別がつけば、先頭の数文字で足ります。\n会議録を訂正する前の番号でも、今の発言が出ます。",
            "ID is what list, search and actions show; a unique beginning is enough.\nAn id from before a correction leads to the remark as it is now."
        ),
        options: [.archive, .format("text", "json", "markdown"), .output],
        examples: [
            ("show m4k7w", Words("会議の全文", "a whole meeting")),
            ("show r9x2c", Words("発言一件と、そこから拾った約束や話題", "one remark and what was found in it")),
        ])

    static func run(_ arguments: Arguments, terminal: Terminal) throws -> ExitCode {
        guard arguments.operands.count == 1, let id = arguments.operands.first else {
            throw UsageError("表示する会議か発言の番号を一つ指定してください。", "Name one meeting or remark to show.")
        }
        let found = try ArchiveLocation(arguments).open().find(id)
        let now = found.remark?.id ?? found.record.id
        if let former = found.record.formerIDs.ids(from: id).first, !now.hasPrefix(id) {
            terminal.note(
                Words("\(former) は会議録の訂正で \(now) になりました。", "\(former) is \(now) since the minutes were corrected."))
        }
        let output = Output(arguments, terminal: terminal)
        let text = MeetingText(record: found.record, terminal: terminal)
        switch (arguments.value("--format"), found.remark) {
        case ("json", let remark?):
            try output.write(JSONBytes.encode(RemarkView(record: found.record, remark: remark)))
        case ("json", nil): try output.write(JSONBytes.encode(found.record))
        case ("markdown", _): try output.write(Secretariat.export(found.record, as: "minutes-markdown"))
        case (_, let remark?): try output.print(text.text(of: remark))
        default: try output.print(text.text)
        }
        return .done
    }
}

/// One remark with its findings, as JSON.
struct RemarkView: Encodable {
    var meeting: MeetingHeader
    var remark: Remark
    var findings: [Finding]

    init(record: AnalyzedMeeting, remark: Remark) {
        meeting = record.meeting.header
        self.remark = remark
        findings = record.findings.filter { $0.remark == remark.id }
    }
}
