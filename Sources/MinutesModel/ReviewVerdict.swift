/// What people made of a finding.
public enum ReviewVerdict: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nobody has looked at it.
    case pending
    /// It belongs on the list.
    case accepted
    /// It does not; kept, and out of the list.
    case rejected

    public var japaneseName: String {
        switch self {
        case .pending: "未確認"
        case .accepted: "確認済み"
        case .rejected: "除外"
        }
    }
}

/// An item in another meeting, or the same.
public struct ActionReference: Codable, Hashable, Sendable {
    public var item: String
    public var meeting: String

    public init(item: String, meeting: String) {
        self.item = item
        self.meeting = meeting
    }
}
