import MinutesModel

/// What role a person of a list has, by the title and the heading of the list.
extension AttendanceReader {
    static func role(_ person: Attendance, group: String) -> Role {
        let byGroup = groupRole(group)
        if byGroup == .secretariat || byGroup == .expert { return byGroup ?? .other }
        if let title = person.title {
            let reading = SpeakerLabel.read(title)
            if reading.role == .chair || reading.role == .viceChair {
                // 会長 of another body among the officials is none here.
                return byGroup == .official ? .official : reading.role
            }
            if byGroup == nil || byGroup == .other { return reading.role }
        }
        return byGroup ?? person.role
    }

    private static let contractors = WordEndings("受託者 受託業者 受託事業者 委託業者 委託事業者 施工者 指定管理者 申請者 申請人")

    static func isContractor(_ group: String) -> Bool { contractors.end(group) }

    private static let secretariats: WordSet = ["事務局", "職務のため", "書記", "記録"]
    private static let executives: WordSet = [
        "説明", "理事者", "大臣", "政務官", "政府", "市側", "町側", "県側", "区側", "行政", "幹事", "執行部", "答弁",
    ]
    private static let offices = WordEndings(
        "市関係者 町関係者 村関係者 県関係者 区関係者 行政関係者 市出席者 町出席者 村出席者 県出席者 市職員 町職員 村職員 区職員 県職員 関係職員 説明職員 関係課 所管課 担当課 関係部署 関係部局 関係機関")
    private static let governments = ["町", "市", "村", "県", "区", "都", "府", "町当局", "市当局", "執行部", "当局", "法人", "法人側"]
    private static let experts: WordSet = ["参考人", "有識者", "オブザーバー", "ゲスト", "意見を聴", "専門家", "アドバイザー"]
    private static let deputies: WordSet = ["副会長", "副委員長", "副座長"]
    private static let others: WordSet = ["監事", "委員外"]
    private static let members: WordSet = ["委員", "議員", "構成員", "役員", "理事", "部会員"]
    private static let parts = WordEndings("課 局 部 室")

    static func groupRole(_ group: String) -> Role? {
        // 委員会条例第19条により出席した者: whom the committee called, not one of it.
        if group.holds("条"), group.ends(in: "した者") || group.ends(in: "めた者"), group.holds("により") || group.holds("に基づ"),
            !group.holds("職務"), !group.holds("欠席")
        {
            return .official
        }
        if secretariats.stands(in: group) { return .secretariat }
        if executives.stands(in: group) { return .official }
        if contractors.end(group) { return .other }
        if offices.end(group) || group.isOne(of: governments) { return .official }
        if experts.stands(in: group) { return .expert }
        if group.holds("職員") { return .secretariat }
        if deputies.stands(in: group) { return .viceChair }
        // 専門委員 beside the members are heard and have no vote.
        if group == "専門委員" { return .expert }
        if group.holds("委員長及び委員") { return .member }
        if group.isOne(of: ["議長", "委員長", "会長", "座長", "司会"]) { return .chair }
        if others.stands(in: group) { return .other }
        if members.stands(in: group) { return .member }
        // 障がい福祉課 beside the lists of members and secretariat
        if group.utf8.count >= 9, parts.end(group) { return .official }
        return nil
    }
}
