/// What a speaker is in the meeting. Derived from the printed label, which is always kept beside it.
public enum Role: String, Codable, Hashable, Sendable, CaseIterable {
    /// 委員長・会長・部会長・座長・議長・分科会長
    case chair
    /// 副委員長・副会長・副議長・職務代理
    case viceChair
    /// 委員・議員・構成員・理事
    case member
    /// 事務局(長)・課長・係長・主任・担当 of the host
    case secretariat
    /// 部長・局長・参事官・市長・町長・教育長・理事者・説明員・政府参考人・大臣
    case official
    /// 参考人・有識者・オブザーバー・アドバイザー・講師
    case expert
    /// 傍聴者
    case audience
    /// Everything the label does not tell.
    case other

    /// The role as a Japanese secretariat would write it in a table.
    public var japaneseName: String {
        switch self {
        case .chair: "委員長・議長"
        case .viceChair: "副委員長・副議長"
        case .member: "委員・議員"
        case .secretariat: "事務局"
        case .official: "説明員・理事者"
        case .expert: "参考人・有識者"
        case .audience: "傍聴者"
        case .other: "その他"
        }
    }
}
