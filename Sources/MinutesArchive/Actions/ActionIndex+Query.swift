import MinutesModel

/// What a list of actions is asked for.
package struct ActionQuery {
    package var kinds: Set<FindingKind>?
    package var status: ActionStatus?
    package var verdicts: Set<ReviewVerdict> = Set(ReviewVerdict.allCases)
    /// Asked once for every owner there is.
    package var owner: ((String) -> Bool)?
    /// Asked once for every topic there is.
    package var topic: ((String) -> Bool)?
    /// Asked once for every meeting: id and title.
    package var meeting: ((String, String) -> Bool)?
    /// ISO 8601, inclusive.
    package var dueBy: String?
    /// The newest so many; `nil` for all.
    package var limit: Int?

    package init() {}
}

/// What the index answers.
package struct ActionAnswer: Sendable {
    /// By meeting date, then place in the meeting; what is put like something rejected last.
    package var items: [ActionItem]
    /// Number of all that were asked for.
    package var total: Int
    /// Number of those that would be among them, had nobody rejected them.
    package var rejected: Int

    package init(items: [ActionItem], total: Int, rejected: Int) {
        (self.items, self.total, self.rejected) = (items, total, rejected)
    }
}

extension ActionIndex {
    /// - Throws: `ActionIndexError.damaged` when what is to be shown is not what was written.
    /// - Complexity: O(n) in the actions of the archive, a few nanoseconds each; the words of those that are given.
    package func answer(_ query: ActionQuery) throws(ActionIndexError) -> ActionAnswer {
        let filters = segments.map { RowFilter(query, $0) }
        let taught = Set(head.rejected.keys.map(ActionRow.hash))
        let wanted = Self.bits(query.verdicts)
        let limit = query.limit ?? Int.max
        let countsRejected = !query.verdicts.contains(.rejected)
        var (total, rejected) = (0, 0)
        var chosen: [Chosen] = []
        var doubtful: [Chosen] = []
        // From the newest back: with a limit, the rest is only counted.
        for place in places().reversed() {
            let segment = segments[place.segment]
            let meeting = segment.meetings[place.meeting]
            if let names = query.meeting, !names(meeting.id, segment.title(of: meeting)) { continue }
            let filter = filters[place.segment]
            for number in meeting.rows.reversed() {
                let row = segment.row(number)
                guard filter.accepts(row, in: segment) else { continue }
                guard wanted &>> UInt32(row.verdict & 31) & 1 != 0 else {
                    if countsRejected, row.verdict == Self.rejectedCode { rejected &+= 1 }
                    continue
                }
                total &+= 1
                if !taught.isEmpty, row.expression != 0, row.verdict == Self.pendingCode,
                    taught.contains(row.expression)
                {
                    if doubtful.count < limit {
                        doubtful.append(Chosen(place: place, number: number - meeting.rows.lowerBound))
                    }
                } else if chosen.count < limit {
                    chosen.append(Chosen(place: place, number: number - meeting.rows.lowerBound))
                }
            }
        }
        var items = try self.items(chosen.reversed())
        for var item in try self.items(doubtful.prefix(limit - chosen.count).reversed()) {
            item.likeRejected = item.expression.flatMap { head.rejected[$0] }
            items.append(item)
        }
        return ActionAnswer(items: items, total: total, rejected: rejected)
    }

    /// Items by their id or its beginning; where none has it, by an id they had in older versions.
    package func items(id: String) throws(ActionIndexError) -> [ActionItem] {
        let prefix = ActionRow.packed(prefix: id)
        func matching(_ isWanted: (ActionRow) -> Bool) throws(ActionIndexError) -> [ActionItem] {
            var chosen: [Chosen] = []
            for place in places() {
                let rows = meeting(place).rows
                for number in rows where isWanted(segments[place.segment].row(number)) {
                    chosen.append(Chosen(place: place, number: number - rows.lowerBound))
                }
            }
            return try items(chosen)
        }
        let found = try matching { row in
            guard row.id != 0 else { return true }
            return prefix.map { row.id &>> $0.shift == $0.value } ?? false
        }.filter { $0.id.hasPrefix(id) }
        if !found.isEmpty { return found }
        return try matching { $0.flags.contains(.hasFormerIDs) }
            .filter { item in item.formerIDs.contains { $0.hasPrefix(id) } }
    }

    private struct Chosen {
        var place: Place
        /// Among the actions of the meeting.
        var number: Int
    }

    private func items(_ chosen: some Sequence<Chosen>) throws(ActionIndexError) -> [ActionItem] {
        var items: [ActionItem] = []
        items.reserveCapacity(chosen.underestimatedCount)
        var last: (place: Place, items: [ActionItem])?
        for one in chosen {
            if last?.place.segment != one.place.segment || last?.place.meeting != one.place.meeting {
                let segment = segments[one.place.segment]
                last = (one.place, try segment.items(of: segment.meetings[one.place.meeting]))
            }
            if let last { items.append(last.items[one.number]) }
        }
        return items
    }

    private static let rejectedCode = UInt8(ReviewVerdict.allCases.firstIndex(of: .rejected) ?? 0)
    private static let pendingCode = UInt8(ReviewVerdict.allCases.firstIndex(of: .pending) ?? 0)

    private static func bits(_ verdicts: Set<ReviewVerdict>) -> UInt32 {
        ReviewVerdict.allCases.enumerated().reduce(0) {
            verdicts.contains($1.element) ? $0 | 1 << UInt32($1.offset) : $0
        }
    }
}

/// A query as the rows of one segment know it.
private struct RowFilter {
    /// A bit for each kind; `nil` where any will do.
    private var kinds: UInt32?
    private var status: UInt8?
    private var dueBy: UInt32?
    /// By place in the tables.
    private var owners: [Bool]?
    private var topics: [Bool]?

    init(_ query: ActionQuery, _ segment: ActionSegment) {
        kinds = query.kinds.map { kinds in
            FindingKind.followUps.enumerated().reduce(0) {
                kinds.contains($1.element) ? $0 | 1 << UInt32($1.offset) : $0
            }
        }
        status = query.status.flatMap { ActionStatus.allCases.firstIndex(of: $0) }.map { UInt8($0) }
        dueBy = query.dueBy.map { ActionRow.day($0) ?? 0 }
        owners = query.owner.map { owner in [false] + segment.owners.map(owner) }
        topics = query.topic.map { topic in segment.topics.map(topic) }
    }

    @inline(__always)
    func accepts(_ row: ActionRow, in segment: ActionSegment) -> Bool {
        if let kinds, row.kind > 31 || kinds &>> UInt32(row.kind) & 1 == 0 { return false }
        if let status, row.status != status { return false }
        if let dueBy, row.due == 0 || row.due > dueBy { return false }
        if let owners, row.owner >= owners.count || !owners[Int(row.owner)] { return false }
        if let topics, !segment.hasTopic(row, of: topics) { return false }
        return true
    }
}
