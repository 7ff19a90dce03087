import MinutesModel

/// Makes the entry of a list from what was told about one person.
struct RollPerson {
    private var draft: RollDraft
    private let group: String
    private let groupRole: Role?
    private let legend: RollLegend
    private var person: Attendance
    private var deputy: Attendance?
    /// The seat in this body: 会長, 副会長, 委員.
    private var seatWord: String?
    /// The bodies were there before the brackets were read.
    private let isSent: Bool
    /// The titles of the list are seats, whatever they say: 部会長, 相談支援, 家族会.
    private let isSeatColumn: Bool

    init(_ draft: RollDraft, group: String, role: Role?, legend: RollLegend, isSeatColumn: Bool) {
        self.draft = draft
        self.group = group
        self.groupRole = role
        self.legend = legend
        seatWord = draft.seatWord
        isSent = draft.bodiesStandBefore
        self.isSeatColumn = isSeatColumn
        person = Attendance(name: "", role: .other, group: group)
    }

    /// Nobody, somebody, or somebody and the one who came instead.
    mutating func people() -> [Attendance] {
        person.seat = draft.seat
        if let title = draft.title { person.title = title }
        draft.bodies.removeAll { $0.isOne(of: ["開会", "閉会", "議事"]) }
        draft.bodies.removeAll { $0.holds("のうち") || $0.holds("から") && $0.ends(in: "名") }
        if !draft.bodies.isEmpty { person.organization = draft.bodies.joined(separator: " ") }
        for mark in draft.marks {
            if let word = legend[mark] { tell(word) }
        }
        for text in draft.remarks { tell(text) }
        for text in draft.notes { note(text) }
        takeName()
        guard !person.name.isEmpty || person.title != nil || person.organization != nil else { return [] }
        if let title = person.title, title.isMemberWord || AttendanceReader.isAddress(title) {
            seatWord = seatWord ?? title
            person.title = nil
            guard !person.name.isEmpty || person.organization != nil else { return [] }
        }
        if person.title == nil, let seat = seatWord, !seat.isMemberWord { person.title = seat }
        person.role = role()
        if var deputy {
            person.status = .absent
            deputy.role = person.role == .chair || person.role == .viceChair ? .member : person.role
            return [person, deputy]
        }
        return [person]
    }

    private mutating func takeName() {
        guard !draft.name.isEmpty else { return }
        let name = draft.name
        // 別紙名簿のとおり
        if Self.references.end(name) { return }
        if name.holds("のうち") || name.holds("から") && name.ends(in: "名") { return }
        if name.isOne(of: Self.heads) || HeaderField.isCountOnly(name) || name.ends(in: "以上") { return }
        // まるちゃん is what a child wants to be called.
        let plain = name.ends(in: "ちゃん") || name.ends(in: "くん") ? name : AttendanceReader.name(name)
        let isLong =
            plain.count > 9 && plain.utf8.count > plain.count && person.organization == nil && !plain.contains("（")
        if isLong {
            person.organization = name
        } else if SpeakerLabel.isNumber(Array(plain.prefix(1).utf8)[...]) == false, !plain.holds("http"),
            !plain.holds("//")
        {
            person.name = plain
        }
    }

    private static let references = WordEndings("のとおり の通り 参照 省略 のとおりです 割愛")

    /// Cells of the head of a table, and words for nobody.
    private static let heads = [
        "区分", "氏名", "備考", "役職", "役職名", "職名", "所属", "番号", "出欠", "なし", "無し", "無", "計", "以上", "ほか", "他", "外", "同上", "なお",
        "敬称略", "順不同", "－", "―",
        "-", "ー",
    ]

    // MARK: Brackets

    private mutating func note(_ text: String) {
        if text.begins(with: "代理"), let other = Self.deputy(text, group: group) {
            deputy = other
            return
        }
        if let first = text.first, "◎○●◇◆☆★※〇△▲□■◯×＊".contains(first) { return }
        // 主任（記録）: what somebody does at this meeting is no post and no body.
        if text.isOne(of: Self.tasks), draft.title != nil || !draft.name.isEmpty { return }
        if text.holds(anyOf: ["敬称", "以上", "順不同"]) || HeaderField.isCountOnly(text) { return }
        let parts = text.split { "・、，,／/".contains($0) }.map { String($0).trimmingBlanks() }
        if parts.count > 1, let seat = parts.firstIndex(where: \.isSeatWord) {
            tell(parts[seat])
            let rest = parts.indices.filter { $0 != seat }.map { parts[$0] }.joined(separator: "・")
            if !AttendanceReader.isRemark(rest) { addBody(rest) }
            return
        }
        if parts.count > 1, parts.contains(where: AttendanceReader.isRemark) {
            for part in parts { note(part) }
            return
        }
        if text.isSeatWord || AttendanceReader.isRemark(text) {
            // 委員長（理事長） presides here and is head of another body.
            if let title = person.title, title.isSeatWord, text.isSeatWord, draft.name.isEmpty {
                person.title = title + "（\(text)）"
            } else {
                tell(text)
            }
            return
        }
        let reading = SpeakerLabel.read(text)
        if reading.role == .secretariat, reading.strength == 3 || reading.role == .expert && reading.strength == 3 {
            seatWord = seatWord ?? text
            return
        }
        let kind = RollWord.Kind.of(text)
        let words = text.wordsBetweenBlanks()
        if groupRole == .expert || groupRole == .official || groupRole == .secretariat, person.title == nil,
            !draft.name.isEmpty, words.count >= 2, let last = words.last, RollWord.Kind.of(last) == .post
        {
            // （まちの輪　理事長）: the office behind the body.
            addBody(words.dropLast().joined(separator: " "))
            person.title = last
            return
        }
        if draft.name.isEmpty {
            if let title = person.title ?? draft.title {
                if [.chair, .viceChair].contains(SpeakerLabel.read(title).role), title.isSeatWord,
                    kind == .body || kind == .post
                {
                    // 委員長（大学）, 副委員長（副町長）: whom the chair comes from.
                    addBody(text)
                } else if kind == .name, AttendanceReader.isName(text) {
                    draft.name = SpeakerLabel.read(text).name ?? text
                } else if case .postedName(let name, let post) = kind, AttendanceReader.isAddress(post) {
                    draft.name = name
                } else {
                    person.title = title + "（\(text)）"
                }
            } else if let body = draft.bodies.last, kind == .name, AttendanceReader.isName(text), groupRole != .member {
                // 福祉課　福祉係（山田　太郎）
                draft.name = text
                person.organization = draft.bodies.count > 1 ? draft.bodies.joined(separator: " ") : body
            } else if let body = draft.bodies.last {
                person.organization = (person.organization ?? body) + "（\(text)）"
            }
            return
        }
        if kind == .post, !text.contains("（") {
            if let title = person.title, draft.isClosed, groupRole == .member, title.isSeatWord {
                // 山田会長（元小学校長）: where the chair comes from.
                addBody(text)
            } else if let title = person.title, draft.isClosed {
                person.title = title + "（\(text)）"
            } else if groupRole == nil, person.title == nil, Self.isOfficeElsewhere(text) {
                addBody(text)
            } else if person.title == nil, groupRole != .member || text.isOne(of: Self.ownOffices) {
                person.title = text
            } else {
                addBody(text)
            }
            return
        }
        if let title = person.title, text.ends(in: "担当"), !title.isSeatWord, groupRole != .member || draft.isClosed {
            // 主幹（保健担当）: the field is part of the post.
            person.title = title + "（\(text)）"
            return
        }
        if person.title == nil, draft.bodies.isEmpty, groupRole == nil || groupRole == .expert || groupRole == .other,
            Self.holders.end(text)
        {
            // （旧山田家所有者）: what somebody is.
            person.title = text
            return
        }
        if case .postedName(_, let post) = kind, groupRole == .secretariat || groupRole == .official,
            person.title == nil, !AttendanceReader.isAddress(post)
        {
            person.title = text
            return
        }
        addBody(text)
    }

    /// 福祉協議会会長, 雲井大学教授: the name of a body and somebody's post there; 福祉課長 is a post here.
    private static func isOfficeElsewhere(_ text: String) -> Bool {
        if RollWord.Kind.headsBody(text) { return true }
        let bytes = Array(text.utf8)[...]
        guard let post = RoleLexicon.standard.suffix(of: bytes), post.strength >= 2 else { return false }
        let body = bytes.dropLast(post.length)
        return body.count >= 9 && OrganizationWords.ends(body) && !units.end(String(decoding: body, as: UTF8.self))
    }

    private static let units = WordEndings("課 係 室 局 部 班 所")
    private static let holders = WordEndings("所有者 申請者 設計者 施工者 地権者 設置者 管理人 当主 店主 住職 宮司")
    private static let tasks = ["記録", "記録者", "記録係", "議事録", "議事録作成", "司会", "司会進行", "進行", "受付", "説明", "説明者", "陪席", "同席"]

    /// Offices in the body that meets.
    private static let ownOffices = ["常務理事", "専務理事", "常任理事", "代表理事", "監事", "会計", "書記", "庶務"]

    private mutating func addBody(_ text: String) {
        person.organization = person.organization.map { $0 + " " + text } ?? text
    }

    /// What a remark, a mark or a word for a seat tells.
    private mutating func tell(_ word: String) {
        if RollDraft.saysAbsent(word) {
            person.status = .absent
        } else if word.isSeatWord {
            if person.title == nil, !word.isMemberWord, draft.seatWord == nil, person.seat == nil {
                person.title = word
            }
            seatWord = word
        }
    }

    /// `代理：手塚　朋子　同　部長`: who came instead.
    static func deputy(_ text: String, group: String) -> Attendance? {
        let rest = String(text.dropFirst(2)).trimmingCharacters("出席者人：: 　")
        guard !rest.isEmpty else { return nil }
        return deputy(RollLexer.words(rest, column: 0, dots: false), group: group)
    }

    static func deputy(_ words: [RollWord], group: String) -> Attendance? {
        let words = RollNames(isAlone: true).joined(words)
        var person = Attendance(name: "", role: .member, group: group)
        for word in words {
            switch word.kind {
            case .name: if person.name.isEmpty { person.name = AttendanceReader.name(word.text) }
            case .post: person.title = (person.title ?? "") + word.text
            case .postedName(let name, let post):
                if person.name.isEmpty { person.name = name }
                if !AttendanceReader.isAddress(post) { person.title = post }
            case .body: person.organization = word.text
            default: break
            }
        }
        return person.name.isEmpty ? nil : person
    }

    // MARK: Role

    private func role() -> Role {
        if groupRole == .secretariat, person.title?.isOne(of: Self.executives) == true { return .official }
        if groupRole == .secretariat || groupRole == .expert { return groupRole ?? .other }
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
            let isElsewhere = RollWord.Kind.headsBody(title) && own.role == .chair || isSent && !isCategory
            return isElsewhere ? groupRole ?? .member : own.role
        }
        if groupRole == .member, person.title?.ends(in: "教育長") == true, !group.ends(in: "号委員") { return .official }
        if groupRole == .member, person.title == "監事" { return .other }
        if groupRole == .member, person.organization == nil, !group.ends(in: "号委員"),
            person.title?.isOne(of: Self.clerks) == true
        {
            // 事務局長　山田　太郎 below the members
            return .secretariat
        }
        if groupRole == nil, person.title?.ends(in: "教育委員") == true { return .member }
        if groupRole == nil || groupRole == .other {
            if isSent, person.title?.ends(in: "理事") == true, !isCategory { return .member }
            if isSeatColumn, own == nil || own?.role == .other { return .member }
            return own?.role ?? groupRole ?? .other
        }
        return groupRole ?? .other
    }

    /// Those who head a town answer for it, wherever they are listed.
    private static let executives = [
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
            || text.isOne(of: ["公募", "学識"])
    }

    private static let senders = WordEndings("会代表 クラブ代表 社代表 団代表 組合代表 連合代表 協代表")

    private static let sides = WordEndings("経験者 公募市民 公募委員 公募区民 公募町民 公募村民 選出委員")

    /// A post that keeps its role for a member too: 教育長職務代理者.
    private func ownSeat(_ own: LabelReading?) -> Role? {
        guard let own, !isSent else { return nil }
        if own.role == .viceChair { return .viceChair }
        return own.role == .chair && person.title?.isSeatWord == true ? .chair : nil
    }

    /// 学識経験者, 公募: a kind of member, no body that has a head.
    private var isCategory: Bool {
        guard let body = draft.bodies.first else { return false }
        return ["代表", "経験者", "関係者", "公募", "有識者", "市民", "委員", "号"].contains(where: body.ends)
    }
}
