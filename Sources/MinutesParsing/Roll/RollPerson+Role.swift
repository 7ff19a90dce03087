import MinutesModel

/// What role somebody of a list has.
extension RollPerson {
    func role() -> Role {
        if groupRole == .secretariat, person.title?.isOne(of: Self.executives) == true { return .official }
        if groupRole == .secretariat || groupRole == .expert { return groupRole ?? .other }
        if groupRole == .official, person.title?.isOne(of: ["監査委員", "代表監査委員"]) == true { return .other }
        // みどり建設（施工者） among those who explain
        if groupRole == .official, person.name.isEmpty, let title = person.title, Self.isParty(title) { return .other }
        let own = person.title.map { SpeakerLabel.read($0) }
        if let seatWord, SpeakerLabel.read(seatWord).role == .secretariat { return .secretariat }
        if groupRole == .official, person.name.isEmpty, person.title == nil,
            person.organization.map(RollWord.Kind.isCompany) == true
        {
            return .other
        }
        if let seatWord, let entry = RoleLexicon.standard.exact(Array(seatWord.utf8)[...]) {
            // 司会　福祉課長　山田: somebody of the secretariat presides over the opening.
            if own?.role == .secretariat, entry.role == .chair, seatWord.ends(in: "司会") { return .secretariat }
            if groupRole == .official, entry.role != .expert { return .official }
            if seatWord == "教育委員" { return .member }
            if entry.role == .member, seatWord.isMemberWord || own == nil { return ownSeat(own) ?? .member }
            return seatWord.isOne(of: ["幹事"]) ? .official : entry.role
        }
        if let title = person.title, title.ends(in: "兼事務局長"), !isSent { return .secretariat }
        if let title = person.title, let own, own.role == .chair || own.role == .viceChair {
            if groupRole == .official || groupRole == nil && Self.isBody(group) { return .official }
            // 自治会連合会長, and 会長 behind the name of another body, head something else.
            let isElsewhere = RollWord.Kind.headsBodyOrStandsBy(title) || isSent && !isCategory
            return isElsewhere ? groupRole ?? .member : own.role
        }
        if groupRole == .member, person.title == "主査" { return .chair }
        if groupRole == .member, person.title == "主査代理" { return .viceChair }
        if groupRole == .member, person.title?.ends(in: "教育長") == true, !group.ends(in: "号委員") { return .official }
        if groupRole == .member, person.title == "監事" { return .other }
        if groupRole == .member, person.organization == nil, !group.ends(in: "号委員"),
            person.title?.isOne(of: Self.clerks) == true
        {
            // 事務局長　山田　太郎 below the members
            return .secretariat
        }
        if groupRole == nil, person.title?.ends(in: "教育委員") == true { return .member }
        if AttendanceReader.isContractor(group) { return .other }
        if groupRole == nil || groupRole == .other {
            if isSent, person.title?.ends(in: "理事") == true, !isCategory { return .member }
            if isSeatColumn, own == nil || own?.role == .other { return .member }
            return own?.role ?? groupRole ?? .other
        }
        return groupRole ?? .other
    }

    /// Those who head a town answer for it, wherever they are listed.
    static let executives = [
        "市長", "町長", "村長", "区長", "知事", "教育長", "副市長", "副町長", "副村長", "副区長", "副知事", "管理者", "企業長",
    ]

    private static let clerks = ["事務局長", "事務局次長", "事務局員", "書記", "係長", "主任", "主査", "主事", "主幹"]

    /// The heading of the list is the name of a body and tells who came from there.
    static func isBody(_ group: String) -> Bool {
        RollWord.Kind.of(group) == .body && HeaderField.kind(of: group) == nil && !isKind(group)
    }

    private static let kinds = WordEndings("代表 経験者 関係者 公募 有識者 委員 市民 者")
    private static func isKind(_ text: String) -> Bool { kinds.end(text) }

    /// 被保険者代表, 学識経験者, 公募: whom members speak for, not a body that sent them.
    static func isSide(_ text: String) -> Bool {
        text.count >= 4 && (sides.end(text) || text.ends(in: "代表") && !senders.end(text))
            || text.isOne(of: ["公募", "学識", "市民", "区民", "町民", "村民", "県民"])
    }

    private static let senders = WordEndings("会代表 クラブ代表 社代表 団代表 組合代表 連合代表 協代表")

    private static let sides = WordEndings("経験者 公募市民 公募委員 公募区民 公募町民 公募村民 選出委員 を有する者 を受けた者 に属する者 する者")

    /// A post that keeps its role for a member too: 教育長職務代理者.
    private func ownSeat(_ own: LabelReading?) -> Role? {
        guard let own, !isSent else { return nil }
        if let title = person.title, RollWord.Kind.headsBodyOrStandsBy(title) { return nil }
        if own.role == .viceChair { return .viceChair }
        return own.role == .chair && person.title?.isSeatWord == true ? .chair : nil
    }

    /// 学識経験者, 公募: a kind of member, no body that has a head.
    private var isCategory: Bool {
        guard let body = draft.bodies.first else { return false }
        return ["代表", "経験者", "関係者", "公募", "有識者", "市民", "委員", "号"].contains(where: body.ends)
    }
}
