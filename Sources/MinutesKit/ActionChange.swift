import MinutesModel

/// What a person decides about an action.
public struct ActionChange: Sendable {
    public var status: ActionStatus?
    public var owner: String?
    public var due: String?
    public var note: String?
    public var by: String?

    public init(
        status: ActionStatus? = nil, owner: String? = nil, due: String? = nil, note: String? = nil, by: String? = nil
    ) {
        self.status = status
        self.owner = owner
        self.due = due
        self.note = note
        self.by = by
    }

    public var isEmpty: Bool { status == nil && owner == nil && due == nil && note == nil }
}
