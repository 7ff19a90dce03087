import MinutesModel

/// What brackets, marks and remarks behind a name tell of the person.
extension RollPerson {
    mutating func note(_ text: String) {
        if text.begins(with: "代理"), let other = Self.deputy(text, group: group) {
            deputy = other
            return
        }
        if let first = text.first, "◎○●◇◆☆★※〇△▲□■◯×＊".contains(first) { return }
        // 主任（記録）: what somebody does at this meeting is no post and no body.
        if text.isOne(of: Self.tasks), draft.title != nil || !draft.name.isEmpty { return }
        if text.holds(anyOf: ["敬称", "以上", "順不同"]) || HeaderField.isCountOnly(text) { return }
        if text.split(separator: "、").allSatisfy({ AttendanceReader.isHeadCount(String($0)) }) { return }
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
        if words.count >= 2, words[0].isSeatWord, !words[0].isMemberWord, !draft.name.isEmpty {
            // （会長　みどり大学）: the seat here, and where its holder comes from
            tell(words[0])
            addBody(words.dropFirst().joined(separator: " "))
            return
        }
        if Self.parties.hold(text), !draft.name.isEmpty, person.title == nil, draft.bodies.isEmpty,
            Self.firms.end(draft.name) || draft.name.isKatakana
        {
            // みどり建設（施工者）: a firm, and what it is here
            addBody(draft.name)
            draft.name = ""
            person.title = text
            return
        }
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
        if person.title == "理事", text.ends(in: "担当") {
            // 理事（総務担当）: the field is part of the post.
            person.title = "理事（\(text)）"
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
        if let title = person.title, text.ends(in: "担当"), !title.isSeatWord || title == "理事",
            groupRole != .member || draft.isClosed
        {
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

    static func isParty(_ title: String) -> Bool { parties.hold(title) }

    private static let units = WordEndings("課 係 室 局 部 班 所")
    private static let parties = WordEndings("事業者 設計者 施工者 申請者 建築主 開発者 受託者 受注者 請負者 管理者 運営者 設置者 所有者 元請 下請")
    private static let firms = WordEndings(
        "設計 興産 建設 工業 産業 商事 商会 不動産 開発 工務店 事務所 コンサルタント ハウス 興業 土木 造園 電力 電鉄 交通 運輸 物流 製作所 ホールディングス 地所 住建 組 社")
    private static let holders = WordEndings("所有者 申請者 設計者 施工者 地権者 設置者 管理人 当主 店主 住職 宮司")
    private static let tasks = ["記録", "記録者", "記録係", "議事録", "議事録作成", "司会", "司会進行", "進行", "受付", "説明", "説明者", "陪席", "同席"]

    /// Offices in the body that meets.
    private static let ownOffices = ["常務理事", "専務理事", "常任理事", "代表理事", "監事", "会計", "書記", "庶務"]

    private mutating func addBody(_ text: String) {
        person.organization = person.organization.map { $0 + " " + text } ?? text
    }

    /// What a remark, a mark or a word for a seat tells.
    mutating func tell(_ word: String) {
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
                if words.last?.isName == true, !AttendanceReader.isAddress(post) {
                    // 維持課長　山田　太郎: the name stands behind.
                    person.title = word.text
                    continue
                }
                if person.name.isEmpty { person.name = name }
                if !AttendanceReader.isAddress(post) { person.title = post }
            case .body: person.organization = word.text
            default: break
            }
        }
        return person.name.isEmpty ? nil : person
    }
}
