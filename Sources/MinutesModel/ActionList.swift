/// The action list of one or more meetings, with reviews applied.
public struct ActionList: Codable, Hashable, Sendable {
    /// By meeting date, then place in the meeting; what is put like something rejected comes last.
    public var items: [ActionItem]

    public init(items: [ActionItem] = []) { self.items = items }

    /// Collects the action kinds of the meetings and lays the reviews over them, later ones last.
    ///
    /// A meeting's items follow the order of the remarks. Fields read from findings: `owner`, `dueText`, `due`,
    /// `summary`. What people rejected is in the list, with its verdict; what they merged or split is not.
    /// - Parameter orphans: decisions whose sentence the minutes no longer hold: their items stay, marked `isMissing`.
    public init(meetings: [AnalyzedMeeting], reviews: [Review], orphans: [Review] = []) {
        let ledger = DecisionLedger(reviews + orphans)
        let lost = MissingItems(orphans, ledger: ledger)
        var groups = meetings.map { analyzed in
            Group(
                date: analyzed.meeting.header.date, meeting: analyzed.id,
                items: Self.items(of: analyzed, ledger: ledger) + lost.items(of: analyzed))
        }
        groups += lost.rest(without: meetings).map { Group(date: $0.date, meeting: $0.meeting, items: [$0]) }
        groups.sort { ($0.date ?? "", $0.meeting) < ($1.date ?? "", $1.meeting) }
        items = groups.flatMap(\.items)
    }

    private struct Group {
        var date: String?
        var meeting: String
        var items: [ActionItem]
    }

    private static func items(of analyzed: AnalyzedMeeting, ledger: DecisionLedger) -> [ActionItem] {
        let meeting = analyzed.meeting
        let remarks = Dictionary(
            meeting.remarks.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let agenda = Dictionary(
            meeting.agenda.map { ($0.id, $0.number.isEmpty ? $0.title : "\($0.number) \($0.title)") },
            uniquingKeysWith: { first, _ in first })
        let former = analyzed.formerIDs.byCurrentID
        let (topics, responses) = besides(analyzed.findings)
        var found: [(order: Int, start: Int, item: ActionItem)] = []
        for finding in analyzed.findings {
            let decisions = ledger.decisions[finding.id]
            guard FindingKind.actions.contains(finding.kind) || decisions != nil, ledger.isShown(finding.id),
                let place = remarks[finding.remark]
            else { continue }
            let remark = meeting.remarks[place]
            var action = ActionItem(
                id: finding.id, type: finding.kind, quote: finding.quote,
                summary: finding.fields["summary"] ?? finding.quote,
                owner: finding.fields["owner"],
                due: finding.fields["dueText"].map { ActionItem.Due(text: $0, date: finding.fields["due"]) },
                meeting: meeting.id, meetingTitle: meeting.header.displayTitle, remark: remark.id,
                speaker: remark.label, date: meeting.header.date,
                line: remark.map.place(of: finding.range.start)?.line ?? remark.span.line,
                agenda: remark.agenda.flatMap { agenda[$0] }, topics: topics[remark.id] ?? [])
            action.formerIDs = former[finding.id] ?? []
            action.firstID = analyzed.formerIDs.first(of: finding.id)
            action.expression = ActionExpression(finding)
            action.response = responses[finding.id]
            for review in decisions ?? [] { action.apply(review) }
            guard FindingKind.actions.contains(action.type) else { continue }
            action.merged = ledger.absorbed[finding.id]?.map(ActionItem.Merged.init) ?? []
            found.append((place, finding.range.start, action))
        }
        // Findings that only decisions hold stand behind the others of the record.
        return found.enumerated().sorted {
            ($0.element.order, $0.element.start, $0.offset) < ($1.element.order, $1.element.start, $1.offset)
        }.map(\.element.item)
    }

    /// What other findings say about remarks and requests.
    private static func besides(
        _ findings: [Finding]
    ) -> (topics: [String: [String]], responses: [String: ActionItem.Response]) {
        var topics: [String: [String]] = [:]
        var responses: [String: ActionItem.Response] = [:]
        for finding in findings {
            switch finding.kind {
            case .topic:
                guard let topic = finding.fields["topic"], topics[finding.remark]?.contains(topic) != true else {
                    break
                }
                topics[finding.remark, default: []].append(topic)
            case .response:
                guard let request = finding.fields["request"],
                    let stance = finding.fields["stance"].flatMap({ ResponseStance(rawValue: $0) })
                else { break }
                responses[request] = ActionItem.Response(
                    stance: stance, quote: stance == .unanswered ? nil : finding.quote)
            default: break
            }
        }
        return (topics, responses)
    }
}

/// Items of which only decisions are left: nothing a person decided leaves the list because a document changed.
private struct MissingItems {
    private var items: [ActionItem] = []

    init(_ orphans: [Review], ledger: DecisionLedger) {
        var known: Set<String> = []
        for orphan in orphans where known.insert(orphan.item).inserted && ledger.isShown(orphan.item) {
            guard let decisions = ledger.decisions[orphan.item], let last = decisions.last else { continue }
            let seen = decisions.lazy.compactMap(\.seen).first
            var item = ActionItem(
                id: orphan.item, type: last.kind, quote: last.quote, summary: seen?.summary ?? last.quote,
                owner: seen?.owner, due: seen?.due, meeting: last.meeting, meetingTitle: seen?.meetingTitle ?? "",
                remark: last.remark, speaker: seen?.speaker ?? "", date: seen?.date)
            for review in decisions { item.apply(review) }
            item.merged = ledger.absorbed[item.id]?.map(ActionItem.Merged.init) ?? []
            item.isMissing = true
            items.append(item)
        }
    }

    /// Those of a meeting, under whatever id it had.
    func items(of analyzed: AnalyzedMeeting) -> [ActionItem] {
        items.filter { analyzed.formerIDs.current($0.meeting) == analyzed.id }.map { item in
            var item = item
            item.meeting = analyzed.id
            item.meetingTitle = analyzed.meeting.header.displayTitle
            item.date = analyzed.meeting.header.date
            return item
        }
    }

    /// Those of meetings that are not there.
    func rest(without meetings: [AnalyzedMeeting]) -> [ActionItem] {
        guard !items.isEmpty else { return [] }
        let known = Set(meetings.map(\.id)).union(meetings.flatMap(\.formerIDs.successors.keys))
        return items.filter { !known.contains($0.meeting) }
    }
}

extension ActionItem.Merged {
    init(_ review: Review) {
        self.init(
            item: review.item, quote: review.quote, meeting: review.meeting, remark: review.remark,
            meetingTitle: review.seen?.meetingTitle, date: review.seen?.date, speaker: review.seen?.speaker,
            line: review.seen?.line)
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
