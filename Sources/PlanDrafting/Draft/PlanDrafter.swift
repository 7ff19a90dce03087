import MinutesModel

/// Makes the draft of the next plan from analyzed meetings.
///
/// Pure and deterministic: the same meetings in any order give the same draft.
public struct PlanDrafter: Sendable {
    private let outline: PlanOutline?
    private let options: DraftOptions

    /// - Parameter outline: the plan to follow; `nil` follows the topics of the minutes.
    public init(outline: PlanOutline? = nil, options: DraftOptions = DraftOptions()) {
        self.outline = outline
        self.options = options
    }

    /// - Parameter reviews: people's decisions; later ones stand last. What they rejected is left out.
    /// - Complexity: O(findings × items), and O(text) for the findings' remarks.
    public func draft(of meetings: [AnalyzedMeeting], reviews: [Review] = []) -> PlanDraft {
        let sorted = meetings.sorted { ($0.meeting.header.date ?? "", $0.id) < ($1.meeting.header.date ?? "", $1.id) }
        let ledger = DecisionLedger(reviews)
        let decided = sorted.map { $0.decided(by: ledger) }
        let meetings = decided.map(\.meeting)
        var outline = outline ?? PlanOutline.byTopic(meetings)
        let entries = entries(of: meetings, in: outline)
        if self.outline == nil {
            // Topics that only come up in passing are no items.
            let used = Set(entries.compactMap(\.placement.item))
            outline.items.removeAll { !used.contains($0.id) }
        }
        let actions = Dictionary(
            ActionList(meetings: meetings, reviews: reviews).items.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let byItem = Dictionary(grouping: entries) { $0.placement.item ?? "" }
        var sources = SourceList(meetings, withNames: options.withNames)
        let sections = outline.entries.map { entry in
            section(
                DraftSection(
                    item: entry.item.id, heading: entry.item.heading, level: entry.item.level, depth: entry.depth),
                byItem[entry.item.id] ?? [], actions, &sources)
        }
        let unplaced = section(
            DraftSection(item: nil, heading: "未分類", level: .item, depth: 0), byItem[""] ?? [], actions, &sources)
        let bodies = Set(meetings.map(\.meeting.header.body))
        var table = OpinionTableBuilder(meetings, outline: outline, reviews: reviews)
        let opinions = table.table(of: entries, sources: &sources)
        return PlanDraft(
            title: options.title ?? outline.title.map { "\($0)（素案）" } ?? "次期計画（素案）",
            meetings: meetings.enumerated().map { index, analyzed in
                DraftMeeting(
                    id: analyzed.id, title: analyzed.meeting.header.displayTitle,
                    shortTitle: analyzed.meeting.header.shortTitle(oneBody: bodies.count == 1),
                    date: analyzed.meeting.header.date,
                    remarks: analyzed.meeting.remarks.count, findings: entries.count { $0.meeting == index })
            },
            sections: sections, unplaced: unplaced, sources: sources.sources, opinions: opinions,
            placements: entries.map(\.placement), coverage: Self.coverage(outline, entries),
            rejected: decided.flatMap(\.rejected))
    }

    private func entries(of meetings: [AnalyzedMeeting], in outline: PlanOutline) -> [DraftEntry] {
        let placer = FindingPlacer(outline: outline, threshold: options.threshold)
        var result: [DraftEntry] = []
        for (index, analyzed) in meetings.enumerated() {
            let placements = placer.placements(in: analyzed)
            let remarks = Dictionary(
                analyzed.meeting.remarks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for finding in analyzed.findings {
                guard let placement = placements[finding.id], let remark = remarks[finding.remark] else { continue }
                result.append(DraftEntry(finding, remark, placement: placement, meeting: index))
            }
        }
        return result.sorted {
            ($0.meeting, $0.remark.order, $0.finding.range.start, $0.finding.kind.rawValue, $0.finding.id)
                < ($1.meeting, $1.remark.order, $1.finding.range.start, $1.finding.kind.rawValue, $1.finding.id)
        }
    }

    private func section(
        _ empty: DraftSection, _ entries: [DraftEntry], _ actions: [String: ActionItem], _ sources: inout SourceList
    ) -> DraftSection {
        var section = empty
        section.situation = lines(entries.filter { $0.chapter == .situation }, &sources)
        section.directions = lines(entries.filter { $0.chapter == .directions }, &sources)
        section.measures = merged(entries.filter { $0.chapter == .measures }).map { measure($0, actions, &sources) }
        section.openPoints = lines(entries.filter { $0.chapter == .openPoints }, &sources)
        return section
    }

    /// Entries that say the same, together, in the order of the first.
    private func merged(_ entries: [DraftEntry]) -> [[DraftEntry]] {
        var groups: [[DraftEntry]] = []
        var places: [String: Int] = [:]
        for entry in entries {
            if let place = places[entry.key] {
                groups[place].append(entry)
            } else {
                places[entry.key] = groups.count
                groups.append([entry])
            }
        }
        return groups
    }

    private func lines(_ entries: [DraftEntry], _ sources: inout SourceList) -> [DraftLine] {
        merged(entries).map { group in
            DraftLine(wording: group[0].wording, sources: group.map { sources.number(of: $0) }.sorted())
        }
    }

    private func measure(
        _ group: [DraftEntry], _ actions: [String: ActionItem], _ sources: inout SourceList
    ) -> DraftMeasure {
        let items = group.compactMap { actions[$0.finding.id] }
        return DraftMeasure(
            wording: group[0].wording, kinds: group.map(\.finding.kind).uniqued,
            speakers: group.map { sources.speaker($0.remark) }.uniqued, owners: items.compactMap(\.owner).uniqued,
            dues: items.compactMap(\.due?.text).uniqued, statuses: items.filter(\.reviewed).map(\.status).uniqued,
            sources: group.map { sources.number(of: $0) }.sorted())
    }

    private static func coverage(_ outline: PlanOutline, _ entries: [DraftEntry]) -> DraftCoverage {
        let used = Set(entries.compactMap(\.placement.item))
        let all = outline.entries
        var spoken = all.map { used.contains($0.item.id) }
        for index in all.indices.reversed() where spoken[index] {
            if let parent = all[index].parent { spoken[parent] = true }
        }
        var byBasis: [String: Int] = [:]
        for entry in entries { byBasis[entry.placement.basis.rawValue, default: 0] += 1 }
        let unplaced = entries.count { $0.placement.item == nil }
        return DraftCoverage(
            silentItems: all.indices.filter { !spoken[$0] }.map { all[$0].item.id }, items: all.count,
            placed: entries.count - unplaced, unplaced: unplaced, byBasis: byBasis)
    }
}

extension Array where Element: Hashable {
    /// Each once, in the order they first appear.
    var uniqued: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension MeetingHeader {
    /// Year and session, where that is enough to know the meeting; else what people call it.
    fileprivate func shortTitle(oneBody: Bool) -> String {
        guard oneBody, let session else { return displayTitle }
        return (fiscalYear ?? "") + session
    }
}
