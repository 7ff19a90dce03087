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
