import MinutesModel

/// The action list as one JSON object: `{"items": [{"id", "type", "status", "quote", "summary", "owner",
/// "due": {"text", "date"}, "meeting", "remark", "date", "topics", …}]}`.
///
/// `owner`, `due` and `date` are always there, `null` where nothing was said.
public struct ActionsJSONExporter: Exporter {
    public static let id = "actions-json"
    public static let summary = "フォローアップ一覧を JSON で書き出します（他のプログラム用）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        [ExportFile(name: "actions.json", mediaType: "application/json", text: try Self.json(input.actions))]
    }

    /// The list as JSON text, for `actions --format json`.
    public static func json(_ list: ActionList) throws -> String {
        try JSONText.text(of: Document(items: list.items.map(Item.init)))
    }

    private struct Document: Encodable { var items: [Item] }

    private struct Item: Encodable {
        let action: ActionItem

        init(_ action: ActionItem) { self.action = action }

        enum Key: String, CodingKey {
            case id, type, status, quote, summary, owner, due, meeting, remark, date, topics
            case meetingTitle, speaker, line, agenda, response, note, reviewed, review, added, missing, splitFrom,
                merged
            case likeRejected, expression
            case formerIDs = "formerIds"
            case firstID = "firstId"
        }

        enum DueKey: String, CodingKey { case text, date }
        enum ReviewKey: String, CodingKey { case verdict, by, at }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: Key.self)
            try values.encode(action.id, forKey: .id)
            try values.encode(action.type, forKey: .type)
            try values.encode(action.status, forKey: .status)
            try values.encode(action.quote, forKey: .quote)
            try values.encode(action.summary, forKey: .summary)
            try values.encode(action.owner, forKey: .owner)
            if let due = action.due {
                var nested = values.nestedContainer(keyedBy: DueKey.self, forKey: .due)
                try nested.encode(due.text, forKey: .text)
                try nested.encode(due.date, forKey: .date)
            } else {
                try values.encodeNil(forKey: .due)
            }
            try values.encode(action.meeting, forKey: .meeting)
            try values.encode(action.remark, forKey: .remark)
            try values.encode(action.date, forKey: .date)
            try values.encode(action.topics, forKey: .topics)
            try values.encode(action.meetingTitle, forKey: .meetingTitle)
            try values.encode(action.speaker, forKey: .speaker)
            try values.encode(action.line, forKey: .line)
            try values.encode(action.agenda, forKey: .agenda)
            // Only where there is one: most kinds have none.
            try values.encodeIfPresent(action.response, forKey: .response)
            try values.encode(action.note, forKey: .note)
            try values.encode(action.reviewed, forKey: .reviewed)
            var review = values.nestedContainer(keyedBy: ReviewKey.self, forKey: .review)
            try review.encode(action.verdict, forKey: .verdict)
            try review.encodeIfPresent(action.reviewedBy, forKey: .by)
            try review.encodeIfPresent(action.reviewedAt, forKey: .at)
            if action.isAdded { try values.encode(true, forKey: .added) }
            if action.isMissing { try values.encode(true, forKey: .missing) }
            try values.encodeIfPresent(action.splitFrom, forKey: .splitFrom)
            if !action.merged.isEmpty { try values.encode(action.merged, forKey: .merged) }
            try values.encodeIfPresent(action.likeRejected, forKey: .likeRejected)
            try values.encodeIfPresent(action.expression, forKey: .expression)
            try values.encode(action.formerIDs, forKey: .formerIDs)
            try values.encode(action.firstID, forKey: .firstID)
        }
    }
}
