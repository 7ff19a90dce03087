import MinutesKit

/// Minutes in full on a terminal: agenda headings, turns, and under each what was found.
struct MeetingText {
    let record: AnalyzedMeeting
    let terminal: Terminal

    /// The fields of a finding that tell a reader something.
    private static let shownFields = ["owner", "dueText", "value", "unit", "change", "plan", "item"]

    var text: String {
        let meeting = record.meeting
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let boundaries = Dictionary(
            meeting.topicBoundaries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var lines = [terminal.heading(meeting.header.displayTitle), meeting.header.date ?? "", ""]
        var item: String?
        var boundary: String?
        for remark in meeting.remarks {
            if remark.agenda != item, let heading = remark.agenda.flatMap({ agenda[$0] }) {
                lines += [terminal.heading("■ \(heading.number) \(heading.title)"), ""]
            }
            if remark.topicBoundary != boundary, let topic = remark.topicBoundary.flatMap({ boundaries[$0] }) {
                lines += [terminal.heading("▽ \(topic.title)"), ""]
            }
            item = remark.agenda
            boundary = remark.topicBoundary
            lines += [text(of: remark), ""]
        }
        return lines.joined(separator: "\n")
    }

    func text(of remark: Remark) -> String {
        var lines = [
            terminal.heading("\(remark.mark)\(remark.label)") + "　\(remark.id)　\(place(of: remark))", remark.text,
        ]
        let findings = record.findings.filter { $0.remark == remark.id }
        for finding in findings where finding.kind != .topic {
            let kind = terminal.language == .japanese ? finding.kind.japaneseName : finding.kind.rawValue
            let fields = Self.shownFields.compactMap { finding.fields[$0] }
            let detail = fields.isEmpty ? "" : "（\(fields.joined(separator: "、"))）"
            lines.append("  ・\(kind)\(detail)：\(finding.quote)")
        }
        let topics = findings.filter { $0.kind == .topic }.compactMap { $0.fields["topic"] }
        if !topics.isEmpty {
            lines.append("  ・\(Words("話題", "topics")(terminal.language))：\(topics.joined(separator: "、"))")
        }
        return lines.joined(separator: "\n")
    }

    private func place(of remark: Remark) -> String {
        let page = remark.span.page.map { Words("\($0)ページ", "page \($0) ")(terminal.language) } ?? ""
        return page + Words("\(remark.span.line)行目", "line \(remark.span.line)")(terminal.language)
    }
}
