import Foundation
import MinutesArchive
import MinutesModel

extension Secretariat {
    /// The action list, with people's decisions laid over it, by meeting date; what is put like something rejected last.
    /// - Throws: `ArchiveError`.
    public func actions(_ filter: ActionFilter? = nil) throws -> ActionList {
        let list = try decidedMeetings().list
        return ActionList(items: list.items.filter { filter?.accepts($0) ?? ($0.verdict != .rejected) })
    }

    /// All meetings with decisions led to today's findings.
    func decidedMeetings() throws -> Decided { Decided(try records(), try archive.reviews(), isWhole: true) }

    /// The same for some of them.
    func decided(_ records: [AnalyzedMeeting]) throws -> Decided {
        Decided(records, try archive.reviews(), isWhole: false)
    }
}
