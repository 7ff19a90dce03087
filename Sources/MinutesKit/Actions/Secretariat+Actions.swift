import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel

/// What a list of actions was asked for, and what there is besides.
public struct ActionListing: Sendable {
    public var list: ActionList
    /// Number of all that were asked for; more than the list holds where it was limited.
    public var total: Int
    /// Number of those that would be among them, had nobody rejected them.
    public var rejected: Int
    /// What had to be put right first.
    public var messages: [String]
}

extension Secretariat {
    /// The action list, with people's decisions laid over it, by meeting date; what is put like something rejected last.
    /// - Throws: `ArchiveError`.
    public func actions(_ filter: ActionFilter? = nil) throws -> ActionList {
        try actionListing(filter ?? ActionFilter()).list
    }

    /// The same with what there is besides.
    ///
    /// Answered from the index of actions, which is brought up to date first where it is not; where that cannot be done
    /// (another program writes, a read-only place), from the records themselves.
    /// - Parameter limit: the newest so many; `nil` for all.
    /// - Throws: `ArchiveError`.
    public func actionListing(_ filter: ActionFilter, limit: Int? = nil) throws -> ActionListing {
        let (index, messages) = try actionIndex()
        var query = filter.query
        query.limit = limit
        if let answer = try? index?.answer(query) {
            return ActionListing(
                list: ActionList(items: answer.items), total: answer.total, rejected: answer.rejected,
                messages: messages)
        }
        var listing = try listingFromRecords(filter, limit: limit)
        listing.messages = messages
        return listing
    }

    /// The same from the records, which takes as long as reading them does.
    package func listingFromRecords(_ filter: ActionFilter, limit: Int? = nil) throws -> ActionListing {
        let items = try decidedMeetings().list.items.filter(filter.accepts)
        let meant = items.filter { filter.scope.accepts($0.verdict) }
        let sure = meant.filter { $0.likeRejected == nil }.suffix(limit ?? Int.max)
        let doubtful = meant.filter { $0.likeRejected != nil }.suffix((limit ?? Int.max) - sure.count)
        let rejected = filter.scope.accepts(.rejected) ? 0 : items.count { $0.verdict == .rejected }
        return ActionListing(
            list: ActionList(items: Array(sure) + doubtful), total: meant.count, rejected: rejected, messages: [])
    }

    /// All meetings with decisions led to today's findings.
    func decidedMeetings() throws -> DecidedMeetings {
        DecidedMeetings(try records(), try archive.reviewShelf(), isWhole: true, fold: { TextFolding.fold($0) })
    }

    /// The same for some of them.
    func decided(_ records: [AnalyzedMeeting]) throws -> DecidedMeetings {
        DecidedMeetings(records, try archive.reviewShelf(), isWhole: false, fold: { TextFolding.fold($0) })
    }

    /// Items by their id or its beginning, or by one they had in an older version.
    func actionItems(id: String) throws -> [ActionItem] {
        if let index = try actionIndex().index, let items = try? index.items(id: id) { return items }
        let all = try decidedMeetings().list.items
        let found = all.filter { $0.id.hasPrefix(id) }
        return found.isEmpty ? all.filter { item in item.formerIDs.contains { $0.hasPrefix(id) } } : found
    }
}
