import MinutesModel

/// A record as text that a person can read, and a diff can show.
enum RecordDump {
    static func text(_ record: AnalyzedMeeting) -> String {
        let meeting = record.meeting
        var lines: [String] = []
        func field(_ name: String, _ value: String?) { if let value { lines.append("\(name): \(value)") } }
        let header = meeting.header
        field("title", header.title)
        field("body", header.body)
        field("kind", header.kind)
        field("fiscalYear", header.fiscalYear)
        field("session", header.session)
        field("date", header.date)
        field("time", header.opensAt.map { "\($0)–\(header.closesAt ?? "")" })
        field("venue", header.venue)
        field("host", header.host)
        field("observers", header.observers.map(String.init))
        field("openness", header.openness)
        for material in header.materials { field("material", material) }
        for person in header.attendance {
            let facts = [
                person.group, person.status == .absent ? "absent" : nil, person.role.rawValue, person.title,
                person.seat.map { "seat \($0)" }, person.organization,
            ]
            field("person", "\(person.name) [\(facts.compactMap(\.self).joined(separator: ", "))]")
        }
        lines.append("")
        var depth: [String: Int] = [:]
        for item in meeting.agenda {
            let level = item.parent.flatMap { depth[$0] }.map { $0 + 1 } ?? 0
            depth[item.id] = level
            let attachment = item.attachment.map { " ※\($0)" } ?? ""
            lines.append(
                String(repeating: "  ", count: level) + "\(item.number)|\(item.title)\(attachment) @\(item.span.line)")
        }
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let boundaries = Dictionary(
            meeting.topicBoundaries.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let findings = Dictionary(grouping: record.findings, by: \.remark)
        for remark in meeting.remarks {
            let place = remark.agenda.flatMap { agenda[$0] }.map { " #\($0.number)" } ?? ""
            let topic = remark.topicBoundary.flatMap { boundaries[$0] }.map { " ##\($0)" } ?? ""
            let name = remark.name.map { " (\($0))" } ?? ""
            lines += [
                "",
                "\(remark.order) \(remark.mark)\(remark.label) [\(remark.role.rawValue)]\(name) @\(remark.span.line)-\(remark.span.endLine)\(place)\(topic)",
                remark.text,
            ]
            for finding in findings[remark.id] ?? [] {
                let fields = finding.fields.sorted { $0.key < $1.key }
                    .filter { !["cues", "question", "questionQuote"].contains($0.key) }
                    .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
                lines.append("  * \(finding.kind.rawValue) {\(fields)} \(finding.quote.prefix(60))")
            }
        }
        lines += [""] + meeting.notes.map { "note @\($0.span.line) \($0.text)" }
        lines += meeting.diagnostics.map { "\($0.severity.rawValue) \($0.code) @\($0.line ?? 0)" }
        return lines.joined(separator: "\n") + "\n"
    }
}
