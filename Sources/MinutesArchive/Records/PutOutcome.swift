/// What putting a record did.
public enum PutOutcome: Hashable, Sendable {
    /// A meeting that was not there.
    case added
    /// The same document with the same result: nothing written.
    case unchanged
    /// The same document, another result: the program or its settings have changed.
    case reanalyzed(MeetingChanges)
    /// Another document of a meeting that is there. Its record now comes from the new one; the older original stays.
    case newVersion(replacing: StoredOriginal, MeetingChanges)
    /// A document that a newer one of the same meeting has replaced before: nothing written.
    case superseded(by: StoredOriginal)
}
