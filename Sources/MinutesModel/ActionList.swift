/// The action list of one or more meetings, with reviews applied.
public struct ActionList: Codable, Hashable, Sendable {
    /// By meeting date, then place in the meeting.
    public var items: [ActionItem]

    public init(items: [ActionItem] = []) { self.items = items }

    /// Collects the action kinds of the meetings and lays the reviews over them, later ones last.
    ///
    /// A meeting's items follow the order of the remarks. Fields read from findings: `owner`, `dueText`, `due`,
    /// `summary`.
    public init(meetings: [AnalyzedMeeting], reviews: [Review]) {
        let decisions = Dictionary(grouping: reviews, by: \.item)
        let ordered = meetings.sorted { ($0.meeting.header.date ?? "", $0.id) < ($1.meeting.header.date ?? "", $1.id) }
        items = ordered.flatMap { Self.items(of: $0, decisions: decisions) }
    }

    private static func items(of analyzed: AnalyzedMeeting, decisions: [String: [Review]]) -> [ActionItem] {
        let meeting = analyzed.meeting
        let remarks = Dictionary(meeting.remarks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let agenda = Dictionary(meeting.agenda.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let former = analyzed.formerIDs.byCurrentID
        var topics: [String: [String]] = [:]
        for finding in analyzed.findings where finding.kind == .topic {
            guard let topic = finding.fields["topic"], topics[finding.remark]?.contains(topic) != true else { continue }
            topics[finding.remark, default: []].append(topic)
        }
        var responses: [String: ActionItem.Response] = [:]
        for finding in analyzed.findings where finding.kind == .response {
            guard let request = finding.fields["request"],
                let stance = finding.fields["stance"].flatMap({ ResponseStance(rawValue: $0) })
            else { continue }
            responses[request] = ActionItem.Response(stance: stance, quote: stance == .unanswered ? nil : finding.quote)
        }
        return analyzed.findings.compactMap { finding in
            guard FindingKind.actions.contains(finding.kind), let remark = remarks[finding.remark] else { return nil }
            let item = remark.agenda.flatMap { agenda[$0] }
            var action = ActionItem(
                id: finding.id, type: finding.kind, quote: finding.quote,
                summary: finding.fields["summary"] ?? finding.quote,
                owner: finding.fields["owner"],
                due: finding.fields["dueText"].map { ActionItem.Due(text: $0, date: finding.fields["due"]) },
                meeting: meeting.id, meetingTitle: meeting.header.displayTitle, remark: remark.id,
                speaker: remark.label, date: meeting.header.date,
                line: remark.map.place(of: finding.range.start)?.line ?? remark.span.line,
                agenda: item.map { $0.number.isEmpty ? $0.title : "\($0.number) \($0.title)" },
                topics: topics[remark.id] ?? [])
            action.formerIDs = former[finding.id] ?? []
            action.response = responses[finding.id]
            for review in decisions[finding.id] ?? [] { action.apply(review) }
            return action
        }
    }
}

extension ActionItem {
    /// Lays one decision over the item.
    public mutating func apply(_ review: Review) {
        reviewed = true
        if let status = review.status { self.status = status }
        if let owner = review.owner { self.owner = owner.isEmpty ? nil : owner }
        if let due = review.due { self.due = due.isEmpty ? nil : Due(text: due, date: due.isISODate ? due : nil) }
        if let note = review.note { self.note = note }
    }
}

extension MeetingHeader {
    /// What people call the meeting: year, session and body, else the title, else the date.
    public var displayTitle: String {
        let parts = [fiscalYear.map { $0 + (session ?? "") } ?? session, body].compactMap(\.self)
        if body != nil, !parts.isEmpty { return parts.joined(separator: " ") }
        return title ?? date ?? "（名称不明の会議）"
    }
}

extension String {
    /// Whether it has the shape `2024-02-21`.
    fileprivate var isISODate: Bool {
        let bytes = Array(utf8)
        guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return false }
        return bytes.enumerated().allSatisfy { $0.offset == 4 || $0.offset == 7 || (0x30...0x39).contains($0.element) }
    }
}
