import JapaneseText
import MinutesArchive
import MinutesModel

/// Meetings with people's decisions led to today's findings.
struct Decided {
    /// With the findings that only decisions hold in the list.
    private(set) var meetings: [AnalyzedMeeting]
    private(set) var reviews: [Review]
    /// Decisions whose sentence the minutes no longer hold.
    let orphans: [Review]
    let rejected: RejectedExpressions
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - reviews: all decisions of the archive.
    ///   - isWhole: `records` are all there are. Otherwise decisions about other meetings are left out, but for those
    ///     that merged something into one of these.
    init(_ records: [AnalyzedMeeting], _ reviews: Parsed<[Review]>, isWhole: Bool) {
        var own = reviews.value
        var foreign: [Review] = []
        if !isWhole {
            let names = Set(records.map(\.id)).union(records.flatMap(\.formerIDs.successors.keys))
            own = reviews.value.filter { names.contains($0.meeting) }
            let merged = reviews.value.filter { review in
                review.mergedInto.map { names.contains($0.meeting) } == true && !names.contains(review.meeting)
            }
            let items = Set(merged.map(\.item))
            if !items.isEmpty { foreign = reviews.value.filter { items.contains($0.item) } }
        }
        let reconciled = ReviewReconciliation(own, meetings: records, fold: { TextFolding.fold($0) })
        meetings = records.map { record in
            guard let restored = reconciled.restored[record.id] else { return record }
            var record = record
            record.findings += restored
            return record
        }
        for index in foreign.indices {
            guard let target = foreign[index].mergedInto?.item else { continue }
            let now =
                reconciled.movedIDs[target] ?? records.lazy.compactMap { $0.formerIDs.successor(of: target) }.first
            if let now { foreign[index].mergedInto?.item = now }
        }
        self.reviews = reconciled.attached + foreign
        orphans = reconciled.orphans
        rejected = RejectedExpressions(reviews.value)
        diagnostics = reviews.diagnostics + reconciled.diagnostics
    }

    /// Everything that was found or decided, what was rejected included.
    var list: ActionList {
        var list = ActionList(meetings: meetings, reviews: reviews, orphans: orphans)
        list.mark(rejected)
        return list
    }

    /// The list as people see it.
    var shownList: ActionList { ActionList(items: list.items.filter { $0.verdict != .rejected }) }
}

extension FormerIDs {
    /// What an older id is now; `nil` for an id that is none, or of which nothing is left.
    fileprivate func successor(of former: String) -> String? {
        if case .id(let id)? = self[former] { id } else { nil }
    }
}
