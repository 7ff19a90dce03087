import MinutesModel

/// The actions of one meeting, as they go into the index.
package struct ActionBlock {
    /// Id of the meeting; of one that is not in the archive any more, the id it had.
    package var meeting: String
    /// Ids it had before.
    package var formerIDs: [String]
    package var title: String
    /// ISO 8601
    package var date: String?
    /// SHA-256 of its record; empty where there is none.
    package var record: String
    /// Whether people decided about any of its items.
    package var isDecided: Bool
    package var items: [ActionItem]
}

/// The same in the form of a segment, with numbers of its own for owners and topics: made on any thread.
struct EncodedActions: Sendable {
    let meeting: ActionSegmentBuilder.Meeting
    /// Named by rows from 1.
    private(set) var owners: [String] = []
    /// Sets of topics, named by rows from 0.
    private(set) var topics: [[String]] = []
    private(set) var rows: [ActionRow] = []
    let words: [UInt8]

    init(_ block: ActionBlock) {
        meeting = ActionSegmentBuilder.Meeting(
            id: block.meeting, formerIDs: block.formerIDs, title: block.title, date: block.date, record: block.record,
            isDecided: block.isDecided)
        words = ActionWords.bytes(of: block.items, meeting: block.meeting)
        rows.reserveCapacity(block.items.count)
        var ownerNumbers: [String: Int] = [:]
        var topicNumbers: [[String]: Int] = [:]
        for item in block.items {
            var owner = 0
            if let name = item.owner {
                if ownerNumbers[name] == nil {
                    owners.append(name)
                    ownerNumbers[name] = owners.count
                }
                owner = ownerNumbers[name] ?? 0
            }
            if topicNumbers[item.topics] == nil {
                topicNumbers[item.topics] = topics.count
                topics.append(item.topics)
            }
            rows.append(ActionRow(item, owner: owner, topics: topicNumbers[item.topics] ?? 0))
        }
    }
}

/// The actions of a meeting, made from its record before they are put into the index.
package struct PreparedActions: Sendable {
    let encoded: EncodedActions
    /// What became of decisions about the meeting.
    let diagnostics: [Diagnostic]
}

/// Makes the actions of meetings, with the decisions there were when the index was opened; on any thread.
package struct ActionMaker: Sendable {
    let shelf: ReviewShelf
    let fold: @Sendable (String) -> String

    /// - Parameter version: SHA-256 of the record.
    package func actions(of record: AnalyzedMeeting, version: String) -> PreparedActions {
        actions(of: record, version: version, adopting: [])
    }

    /// - Parameter adopted: decisions about meetings that are gone, of which this one says the same.
    func actions(of record: AnalyzedMeeting, version: String, adopting adopted: [Review]) -> PreparedActions {
        let decided = DecidedMeetings([record], shelf, isWhole: false, adopting: adopted, fold: fold)
        let block = ActionBlock(
            meeting: record.id, formerIDs: record.formerIDs.successors.keys.filter { $0.hasPrefix("m") }.sorted(),
            title: record.meeting.header.displayTitle, date: record.meeting.header.date, record: version,
            isDecided: !decided.reviews.isEmpty || !decided.orphans.isEmpty,
            items: ActionList(meetings: decided.meetings, reviews: decided.reviews, orphans: decided.orphans).items)
        return PreparedActions(encoded: EncodedActions(block), diagnostics: decided.diagnostics)
    }
}

extension ActionMaker {
    package init(reviews: [Review], fold: @escaping @Sendable (String) -> String) {
        self.init(shelf: ReviewShelf(Parsed(reviews)), fold: fold)
    }
}
