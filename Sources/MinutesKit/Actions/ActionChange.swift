import MinutesModel

/// What a person decides about an action.
public struct ActionChange: Sendable {
    public var status: ActionStatus?
    public var owner: String?
    public var due: String?
    public var note: String?
    public var by: String?
    public var summary: String?
    public var kind: FindingKind?

    public init(
        status: ActionStatus? = nil, owner: String? = nil, due: String? = nil, note: String? = nil, by: String? = nil,
        summary: String? = nil, kind: FindingKind? = nil
    ) {
        self.status = status
        self.owner = owner
        self.due = due
        self.note = note
        self.by = by
        self.summary = summary
        self.kind = kind
    }

    public var isEmpty: Bool {
        status == nil && owner == nil && due == nil && note == nil && summary == nil && kind == nil
    }
}

/// An action that no analyzer found, with the words that show it.
public struct AddedAction: Sendable {
    /// Id of the remark, or its beginning.
    public var remark: String
    /// Words of the remark, as they stand there.
    public var quote: String
    public var kind: FindingKind
    /// Everything else that is said about it.
    public var change: ActionChange

    public init(remark: String, quote: String, kind: FindingKind, change: ActionChange = ActionChange()) {
        self.remark = remark
        self.quote = quote
        self.kind = kind
        self.change = change
    }
}
