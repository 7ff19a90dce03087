import JapaneseText
import MinutesModel

/// Fills 意見と対応一覧.
struct OpinionTableBuilder {
    private let meetings: [AnalyzedMeeting]
    private let headings: [String: String]
    private let reviews: [String: [Review]]
    /// By meeting: remark id → index in the meeting's remarks.
    private let places: [[String: Int]]
    /// By meeting: question remark id → what answers it.
    private let answers: [[String: [Finding]]]
    /// By meeting: remark id → its promises.
    private let promises: [[String: [Finding]]]
    private let indices: [String: Int]

    init(_ meetings: [AnalyzedMeeting], outline: PlanOutline, reviews: [Review]) {
        self.meetings = meetings
        indices = Dictionary(
            meetings.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        self.reviews = Dictionary(grouping: reviews, by: \.item)
        headings = Dictionary(
            outline.entries.map { ($0.item.id, ($0.path.suffix(1) + [$0.item.heading]).joined(separator: " ")) },
            uniquingKeysWith: { first, _ in first })
        places = meetings.map { analyzed in
            Dictionary(
                analyzed.meeting.remarks.enumerated().map { ($0.element.id, $0.offset) },
                uniquingKeysWith: { first, _ in first })
        }
        answers = meetings.map { analyzed in
            var byQuestion: [String: [Finding]] = [:]
            for finding in analyzed.findings where finding.kind == .answer {
                guard let question = finding.fields["question"] else { continue }
                byQuestion[question, default: []].append(finding)
            }
            return byQuestion
        }
        promises = meetings.map { analyzed in
            Dictionary(
                grouping: analyzed.findings.filter { $0.kind == .commitment || $0.kind == .planInput }, by: \.remark)
        }
    }

    /// One row a remark and item, of what those say who are not the secretariat.
    mutating func table(of entries: [DraftEntry], sources: inout SourceList) -> OpinionResponseTable {
        var rows: [OpinionResponseTable.Row] = []
        var open: [String: Int] = [:]
        for entry in entries where Self.belongs(entry) {
            let key = "\(entry.meeting)/\(entry.remark.id)/\(entry.placement.item ?? "")"
            let line = DraftLine(
                wording: PlanWording(text: PlanStyle.gist(of: entry.finding.quote), form: .statement, rule: "要旨"),
                sources: [sources.number(of: entry)])
            if let place = open[key] {
                rows[place].findings.append(entry.finding.id)
                rows[place].gist.append(line)
            } else {
                open[key] = rows.count
                rows.append(row(rows.count + 1, entry, line, &sources))
            }
        }
        for index in rows.indices { decide(&rows[index]) }
        return OpinionResponseTable(rows: rows)
    }

    private static func belongs(_ entry: DraftEntry) -> Bool {
        guard !answers(entry.remark.role) else { return false }
        return [FindingKind.request, .planInput, .opinion, .issue].contains(entry.finding.kind)
    }

    private func row(
        _ number: Int, _ entry: DraftEntry, _ line: DraftLine, _ sources: inout SourceList
    ) -> OpinionResponseTable.Row {
        let header = meetings[entry.meeting].meeting.header
        return OpinionResponseTable.Row(
            number: number, meeting: meetings[entry.meeting].id, meetingTitle: header.displayTitle, date: header.date,
            remark: entry.remark.id, findings: [entry.finding.id], gist: [line], speaker: sources.speaker(entry.remark),
            role: entry.remark.role, answer: answer(to: entry, &sources), policy: .undecided, policyBasis: "",
            item: entry.placement.item, place: entry.placement.item.flatMap { headings[$0] } ?? "未分類")
    }

    private func answer(to entry: DraftEntry, _ sources: inout SourceList) -> OpinionResponseTable.Answer? {
        let remarks = meetings[entry.meeting].meeting.remarks
        let said = (answers[entry.meeting][entry.remark.id] ?? []).compactMap { finding in
            places[entry.meeting][finding.remark].map { (place: $0, start: finding.range.start) }
        }.sorted { $0.place < $1.place }
        if let first = said.first(where: { Self.answers(remarks[$0.place].role) }) ?? said.first {
            return answer(remarks[first.place], from: first.start, .answer, meeting: entry.meeting, &sources)
        }
        guard let place = places[entry.meeting][entry.remark.id], place + 1 < remarks.count else { return nil }
        let next = remarks[place + 1]
        guard Self.answers(next.role), next.agenda == entry.remark.agenda,
            next.topicBoundary == entry.remark.topicBoundary
        else { return nil }
        return answer(next, from: 0, .next, meeting: entry.meeting, &sources)
    }

    private static func answers(_ role: Role) -> Bool { role == .secretariat || role == .official }

    private func answer(
        _ remark: Remark, from start: Int, _ basis: OpinionResponseTable.Answer.Basis, meeting: Int,
        _ sources: inout SourceList
    ) -> OpinionResponseTable.Answer {
        let sentences = SentenceSplitter.ranges(in: remark.text)
        var ranges = sentences.drop { $0.upperBound <= start }.prefix(2).map(TextRange.init)
        if ranges.count == 2, ranges[1].end - ranges[0].start > Self.longest { ranges.removeLast() }
        for promise in promises[meeting][remark.id] ?? [] where !ranges.contains(where: { $0.overlaps(promise.range) })
        {
            ranges.append(promise.range)
        }
        let quoted = ranges.sorted { $0.start < $1.start }.compactMap { range in
            remark.text.utf8Slice(range.range).map { ($0, range) }
        }
        return OpinionResponseTable.Answer(
            basis: basis, remark: remark.id, speaker: sources.speaker(remark), role: remark.role,
            quotes: quoted.map(\.0),
            sources: quoted.map { sources.number(ofAnswer: $0.0, $0.1, in: remark, meeting: meeting) })
    }

    /// Two first sentences longer than this are one too many, in UTF-8 bytes.
    private static let longest = 480

    private func decide(_ row: inout OpinionResponseTable.Row) {
        guard let meeting = indices[row.meeting] else { return }
        let said = row.answer.flatMap { promises[meeting][$0.remark] } ?? []
        let decided = ResponsePolicy.read(
            reviews: row.findings.flatMap { reviews[$0] ?? [] }, answer: row.answer?.quotes ?? [], promises: said)
        row.policy = decided.policy
        row.policyBasis = decided.basis == "事務局の回答" && row.answer?.basis == .next ? "直後の発言" : decided.basis
    }
}
