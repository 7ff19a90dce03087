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

    static func groupRole(_ group: String) -> Role? {
        // 委員会条例第19条により出席した者: whom the committee called, not one of it.
        if group.holds("条"), group.ends(in: "した者") || group.ends(in: "めた者"), group.holds("により") || group.holds("に基づ"),
            !group.holds("職務"), !group.holds("欠席")
        {
            return .official
        }
        if group.holds("事務局") || group.holds("職務のため") || group.holds("書記") || group.holds("記録") { return .secretariat }
        if group.holds("説明") || group.holds("理事者") || group.holds("大臣") || group.holds("政務官")
            || group.holds("政府") || group.holds("市側") || group.holds("町側") || group.holds("県側") || group.holds("区側")
            || group.holds("行政") || group.holds("幹事") || group.holds("執行部") || group.holds("答弁")
        {
            return .official
        }
        if ["市関係者", "町関係者", "村関係者", "県関係者", "区関係者", "行政関係者", "市出席者", "町出席者", "村出席者", "県出席者"].contains(where: group.ends)
        {
            return .official
        }
        if contractors.end(group) { return .other }
        if ["市職員", "町職員", "村職員", "区職員", "県職員", "関係職員", "説明職員", "関係課", "所管課", "担当課", "関係部署", "関係部局"].contains(
            where: group.ends)
        {
            return .official
        }
        if ["町", "市", "村", "県", "区", "都", "府", "町当局", "市当局", "執行部", "当局"].contains(group) { return .official }
        if group.holds("参考人") || group.holds("有識者") || group.holds("オブザーバー") || group.holds("ゲスト")
            || group.holds("意見を聴") || group.holds("専門家")
            || group.holds("アドバイザー")
        {
            return .expert
        }
        if group.holds("職員") { return .secretariat }
        if group.holds("副会長") || group.holds("副委員長") || group.holds("副座長") { return .viceChair }
        if group.holds("委員長及び委員") { return .member }
        if group.isOne(of: ["議長", "委員長", "会長", "座長", "司会"]) { return .chair }
        if group.holds("監事") || group.holds("委員外") { return .other }
        if group.holds("委員") || group.holds("議員") || group.holds("構成員") || group.holds("役員") || group.holds("理事")
            || group.holds("部会員")
        {
            return .member
        }
        // 障がい福祉課 beside the lists of members and secretariat
        if ["課", "局", "部", "室"].contains(where: group.ends), group.utf8.count >= 9 { return .official }
        return nil
    }
}
