/// A decision of a person about a finding. Reviews are append-only and the only thing that cannot be derived again.
public struct Review: Codable, Hashable, Sendable {
    /// Id of the finding.
    public var item: String
    /// When, ISO 8601 with zone.
    public var at: String
    /// Who, as they gave it.
    public var by: String?
    public var status: ActionStatus?
    /// A new owner; an empty string takes the owner away.
    public var owner: String?
    /// A new due date as words or ISO date; an empty string takes it away.
    public var due: String?
    public var note: String?
    /// What the finding said when the decision was made, so that the decision can be read, and found again,
    /// when the document changes.
    public var quote: String
    public var meeting: String
    public var remark: String
    public var kind: FindingKind

    public init(
        item: String, at: String, by: String? = nil, status: ActionStatus? = nil, owner: String? = nil,
        due: String? = nil, note: String? = nil, quote: String, meeting: String, remark: String, kind: FindingKind
    ) {
        self.item = item
        self.at = at
        self.by = by
        self.status = status
        self.owner = owner
        self.due = due
        self.note = note
        self.quote = quote
        self.meeting = meeting
        self.remark = remark
        self.kind = kind
    }
}

/// Where an action stands.
public enum ActionStatus: String, Codable, Hashable, Sendable, CaseIterable {
    case open, done, dropped

    public var japaneseName: String {
        switch self {
        case .open: "未了"
        case .done: "完了"
        case .dropped: "取下げ"
        }
    }
}
