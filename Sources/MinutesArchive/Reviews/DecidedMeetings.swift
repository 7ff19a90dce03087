import MinutesModel

/// Meetings with people's decisions led to today's findings.
package struct DecidedMeetings: Sendable {
    /// With the findings that only decisions hold in the list.
    package let meetings: [AnalyzedMeeting]
    package let reviews: [Review]
    /// Decisions whose sentence the minutes no longer hold.
    package let orphans: [Review]
    package let rejected: RejectedExpressions
    package let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - isWhole: `records` are all there are. Otherwise decisions about other meetings are left out, but for those
    ///     that merged something into one of these.
    ///   - adopted: decisions about meetings that are not in the archive, of which one of these says the same.
    ///   - fold: makes spellings alike.
    package init(
        _ records: [AnalyzedMeeting], _ shelf: ReviewShelf, isWhole: Bool, adopting adopted: [Review] = [],
        fold: @escaping (String) -> String
    ) {
        var own = shelf.all
        var foreign: [Review] = []
        if !isWhole {
            let names = Set(records.map(\.id)).union(records.flatMap(\.formerIDs.successors.keys))
            own = shelf.about(names) + adopted
            foreign = shelf.mergedInto(names)
        }
        guard !own.isEmpty || !foreign.isEmpty else {
            (meetings, reviews, orphans, rejected, diagnostics) = (records, [], [], shelf.rejected, [])
            return
        }
        let reconciled = ReviewReconciliation(own, meetings: records, fold: fold)
        meetings = records.map { record in
            guard let restored = reconciled.restored[record.id] else { return record }
            var record = record
            record.findings += restored
            return record
        }
        for index in foreign.indices {
            guard let target = foreign[index].mergedInto?.item else { continue }
            let former = records.lazy.compactMap { record -> String? in
                if case .id(let id)? = record.formerIDs[target] { id } else { nil }
            }
            if let now = reconciled.movedIDs[target] ?? former.first { foreign[index].mergedInto?.item = now }
        }
        reviews = reconciled.attached + foreign
        orphans = reconciled.orphans
        rejected = shelf.rejected
        diagnostics = reconciled.diagnostics
    }

    /// Everything that was found or decided, what was rejected included.
    package var list: ActionList {
        var list = ActionList(meetings: meetings, reviews: reviews, orphans: orphans)
        list.mark(rejected)
        return list
    }

    /// The list as people see it.
    package var shownList: ActionList { ActionList(items: list.items.filter { $0.verdict != .rejected }) }
}
