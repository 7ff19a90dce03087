import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel

extension Secretariat {
    /// The action list, with people's decisions laid over it, by meeting date.
    /// - Throws: `ArchiveError`.
    public func actions(_ filter: ActionFilter? = nil) throws -> ActionList {
        let decided = try decidedMeetings()
        let list = ActionList(meetings: decided.meetings, reviews: decided.reviews)
        guard let filter else { return list }
        return ActionList(items: list.items.filter(filter.accepts))
    }

    /// Records a decision about the item whose id, or beginning of an id, is given; an id of an older version of the
    /// document leads to what it is now.
    /// - Returns: the item as it stands afterwards.
    /// - Throws: `RequestProblem` for an unknown or ambiguous id, or one of which nothing is left; `ArchiveError` when it cannot be written.
    public func setAction(_ id: String, _ change: ActionChange) throws -> ActionItem {
        let list = try actions().items
        var found = list.filter { $0.id.hasPrefix(id) }
        if found.isEmpty { found = list.filter { $0.formerIDs.contains { $0.hasPrefix(id) } } }
        guard var item = found.first else {
            // `find` says what became of it, where anything did.
            guard let remark = try find(id).remark else { throw RequestProblem.noSuchThing(id) }
            throw remark.id.hasPrefix(id) ? RequestProblem.noSuchThing(id) : .changedInto(id, remark: remark.id)
        }
        guard found.count == 1 || item.id == id else { throw RequestProblem.ambiguous(id, found.map(\.id)) }
        let due = try change.due.map { $0.isEmpty ? "" : try DateText.iso($0, endOfPeriod: true) }
        let review = Review(
            item: item.id, at: Self.now, by: change.by ?? Self.user, status: change.status, owner: change.owner,
            due: due, note: change.note, quote: item.quote, meeting: item.meeting, remark: item.remark,
            kind: item.type)
        try archive.append([review])
        item.apply(review)
        return item
    }

    /// Meetings with the findings that only decisions hold in the list, and decisions led to today's findings.
    func decidedMeetings() throws -> (meetings: [AnalyzedMeeting], reviews: [Review], diagnostics: [Diagnostic]) {
        try decided(try records())
    }

    func decided(
        _ records: [AnalyzedMeeting]
    ) throws -> (meetings: [AnalyzedMeeting], reviews: [Review], diagnostics: [Diagnostic]) {
        let reviews = try archive.reviews()
        let reconciled = ReviewReconciliation(reviews.value, meetings: records, fold: { TextFolding.fold($0) })
        let meetings = records.map { record in
            guard let restored = reconciled.restored[record.id] else { return record }
            var record = record
            record.findings += restored
            return record
        }
        return (meetings, reconciled.attached, reviews.diagnostics + reconciled.diagnostics)
    }

    private static var now: String { ISO8601DateFormatter().string(from: Date()) }

    private static var user: String? {
        let environment = ProcessInfo.processInfo.environment
        return environment["USER"] ?? environment["USERNAME"]
    }
}
