import JapaneseText
import MinutesModel

/// Numbers the sources in the order in which the draft needs them.
struct SourceList {
    private(set) var sources: [DraftSource] = []
    private var numbers: [String: Int] = [:]
    private var labels: [Speaker: String] = [:]
    private let meetings: [AnalyzedMeeting]
    private let agenda: [[String: String]]
    private let withNames: Bool

    init(_ meetings: [AnalyzedMeeting], withNames: Bool) {
        self.meetings = meetings
        self.withNames = withNames
        agenda = meetings.map { analyzed in
            Dictionary(
                analyzed.meeting.agenda.map { ($0.id, $0.number.isEmpty ? $0.title : "\($0.number) \($0.title)") },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// The number of a finding's quote.
    mutating func number(of entry: DraftEntry) -> Int {
        number(
            of: entry.finding.quote, entry.finding.range, in: entry.remark, meeting: entry.meeting,
            kind: entry.finding.kind,
            finding: entry.finding.id, key: entry.finding.id)
    }

    /// The number of a stretch of an answering remark.
    mutating func number(ofAnswer quote: String, _ range: TextRange, in remark: Remark, meeting: Int) -> Int {
        number(
            of: quote, range, in: remark, meeting: meeting, kind: .answer, finding: nil,
            key: "\(meeting)/\(remark.id)/\(range.start)-\(range.end)")
    }

    private mutating func number(
        of quote: String, _ range: TextRange, in remark: Remark, meeting: Int, kind: FindingKind, finding: String?,
        key: String
    ) -> Int {
        if let known = numbers[key] { return known }
        let header = meetings[meeting].meeting.header
        let number = sources.count + 1
        numbers[key] = number
        sources.append(
            DraftSource(
                number: number, finding: finding, kind: kind, meeting: meetings[meeting].id,
                meetingTitle: header.displayTitle, date: header.date,
                agenda: remark.agenda.flatMap { agenda[meeting][$0] },
                speaker: speaker(remark), remark: remark.id, range: range, quote: quote,
                context: PlanStyle.leansOnContext(quote) ? Self.sentence(before: range.start, in: remark.text) : nil,
                line: remark.map.place(of: range.start)?.line ?? remark.span.line))
        return number
    }

    private static func sentence(before start: Int, in text: String) -> String? {
        SentenceSplitter.ranges(in: text).last { $0.upperBound <= start }.flatMap { text.utf8Slice($0) }
    }

    /// The speaker's label for publication.
    mutating func speaker(_ remark: Remark) -> String {
        if withNames { return remark.label }
        let key = Speaker(label: remark.label, name: remark.name, role: remark.role)
        if let known = labels[key] { return known }
        let label = PublishedLabel.label(of: remark)
        labels[key] = label
        return label
    }

    private struct Speaker: Hashable {
        var label: String
        var name: String?
        var role: Role
    }
}
