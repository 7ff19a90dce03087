/// How the other side met a request.
public enum ResponseStance: String, Codable, Sendable, CaseIterable {
    /// 承諾: it will be done.
    case accepted
    /// 検討: it will be looked into.
    case considering
    /// 説明のみ: how things are, and no word on what will be done.
    case explained
    /// 困難: it cannot be done.
    case difficult
    /// 無回答: nobody of the other side spoke before the next item.
    case unanswered = "none"

    public var japaneseName: String {
        switch self {
        case .accepted: "承諾"
        case .considering: "検討"
        case .explained: "説明のみ"
        case .difficult: "困難"
        case .unanswered: "無回答"
        }
    }
}
