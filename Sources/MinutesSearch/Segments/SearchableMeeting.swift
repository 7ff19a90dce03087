import JapaneseText
import MinutesModel

/// What the index keeps of a meeting.
package struct SearchableMeeting: Hashable, Sendable {
    package var id: String
    /// Changes whenever the record changes; the archive's record digest.
    package var version: String
    /// ISO 8601, empty when unknown.
    package var date: String
    /// What people call it.
    package var title: String
    /// Everything `会議:` looks through, one name a line.
    package var names: String
    /// First year of the fiscal year, 0 when unknown.
    package var fiscalYear: Int
    package var remarks: [SearchableRemark]

    package var order: (String, String) { (date, id) }

    /// Bytes of text.
    package var size: Int { remarks.reduce(0) { $0 + $1.text.utf8.count } }
}

/// What the index keeps of a remark.
package struct SearchableRemark: Hashable, Sendable {
    package var id: String
    package var order: Int
    package var role: String
    package var label: String
    package var name: String
    /// Number and title of the agenda item; on a second line, where there is one, the topic boundary's title.
    package var agenda: String
    package var line: Int
    package var text: String
    package var topics: [String]
    package var kinds: [String]
    /// Places in `SearchableMeeting.remarks`.
    package var question: Int?
    package var answers: [Int]
}

extension SearchableMeeting {
    package init(_ analyzed: AnalyzedMeeting, version: String) {
        let meeting = analyzed.meeting
        let header = meeting.header
        let places = Dictionary(
            meeting.remarks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let boundaries = Dictionary(
            meeting.topicBoundaries.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        id = analyzed.id
        self.version = version
        date = header.date.flatMap(CalendarDate.init(iso:))?.iso ?? ""
        title = header.displayTitle
        names = [title, header.title, header.body].compactMap(\.self).joined(separator: "\n")
        fiscalYear = Self.fiscalYear(of: header)
        remarks = meeting.remarks.map { remark in
            let item = remark.agenda.flatMap { agenda[$0] }
            var place = item.map { $0.number.isEmpty ? $0.title : "\($0.number) \($0.title)" } ?? ""
            if let boundary = remark.topicBoundary.flatMap({ boundaries[$0] }) { place += "\n" + boundary }
            return SearchableRemark(
                id: remark.id, order: remark.order, role: remark.role.rawValue, label: remark.label,
                name: remark.name ?? "", agenda: place,
                line: remark.span.line, text: remark.text, topics: [], kinds: [], answers: [])
        }
        for finding in analyzed.findings {
            guard let place = places[finding.remark] else { continue }
            switch finding.kind {
            case .topic:
                guard let topic = finding.fields["topic"], !remarks[place].topics.contains(topic) else { continue }
                remarks[place].topics.append(topic)
            case .answer:
                guard let question = finding.fields["question"].flatMap({ places[$0] }), question != place else {
                    continue
                }
                if remarks[place].question == nil { remarks[place].question = question }
                if !remarks[question].answers.contains(place) { remarks[question].answers.append(place) }
            default: break
            }
            if !remarks[place].kinds.contains(finding.kind.rawValue) {
                remarks[place].kinds.append(finding.kind.rawValue)
            }
        }
        for place in remarks.indices {
            remarks[place].topics.sort()
            remarks[place].kinds.sort()
            remarks[place].answers.sort()
        }
    }

    /// As printed, else from the day of the meeting.
    private static func fiscalYear(of header: MeetingHeader) -> Int {
        if let printed = header.fiscalYear.flatMap(FiscalYears.init(text:)) { return printed.first }
        return header.date.flatMap(CalendarDate.init(iso:)).map { FiscalYear(containing: $0).year } ?? 0
    }
}
