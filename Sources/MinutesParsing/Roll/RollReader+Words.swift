import MinutesModel

/// What each word of a line does to the entry that is being read.
extension RollReader {
    mutating func take(_ word: RollWord, before rest: ArraySlice<RollWord>, after past: ArraySlice<RollWord>) {
        switch word.kind {
        case .separator(let endsGroup):
            if !endsGroup, let seat = draft.seatWord ?? draft.title, !draft.name.isEmpty,
                seat.isOne(of: ["理事", "監事", "幹事"]) || seat.isMemberWord || seat.ends(in: "委員")
            {
                // 理事　東光一、西田花子: the word holds for the names behind it.
                close()
                carriedSeat = seat
                return
            }
            close()
            if endsGroup {
                carried = nil
                carriedSeat = nil
            }
        case .colon:
            if draft.title == nil, draft.seatWord == nil, draft.bodies.isEmpty, !draft.name.isEmpty {
                draft.title = draft.name
                draft.name = ""
            }
        case .mark(let mark):
            let isTrailing =
                !draft.name.isEmpty && (word.gap == 0 && !past.isEmpty || rest.first.map { $0.gap > 0 } ?? true)
            if !isTrailing { close() }
            draft.marks.append(mark)
        case .number(let number, let isSeat):
            if !draft.isOnlySeatWord { close() }
            if isSeat { draft.seat = number }
            draft.isNumbered = true
        case .remark: remark(word.text)
        case .headCount:
            if HeaderField.isCountOnly(word.text), draft.title == nil, draft.seatWord == nil, draft.seat == nil,
                word.gap > 0, Self.kindsOfPeople.end(draft.name)
            {
                // 保護者　３名
                draft = RollDraft()
                return
            }
            if !draft.isOnlyBodies { close() }
            if AttendanceReader.isCountOfMembers(word.text) || HeaderField.isCountOnly(word.text) { return }
            draft.title = word.text
            close()
        case .bracket: bracket(word, before: rest)
        case .post:
            if word.text.isOne(of: ["事務局", "説明員"]), !past.isEmpty,
                rest.first.map({ $0.isName || $0.kind == .body || $0.kind == .post }) == true
            {
                // …、事務局　柏、栗田: the rest of the line is of another group.
                close()
                if rowColumn == nil { outer = (group, groupRole) }
                (group, groupRole, rowColumn) = (word.text, AttendanceReader.groupRole(word.text), word.column)
                carried = nil
                return
            }
            var word = word
            if word.text == "〃" {
                guard let above = lastPost ?? (group.isMemberWord ? group : nil) else { return }
                word.text = above
            }
            word.text = pending + word.text
            pending = ""
            post(word, before: rest)
        case .postedName where Self.innerKinds.hold(word.text) && word.gap > 0 && (rest.first?.gap ?? 0) > 0:
            // 学内委員　山田　太郎　　学外委員　川村　光
            close()
            if rowColumn == nil { outer = (group, groupRole) }
            (group, groupRole, rowColumn) = (word.text, .member, word.column)
            (carried, carriedSeat) = (nil, nil)
        case .postedName(let name, let post):
            if !draft.name.isEmpty, bodiesBehind, word.gap >= 2,
                namesFirst || draft.seatWord?.isMemberWord == true && draft.isClosed && rest.allSatisfy(\.isSign)
            {
                // 三輪村長 behind a name: where somebody comes from.
                draft.bodies.append(word.text)
                return
            }
            if !draft.bodies.isEmpty, !draft.name.isEmpty, draft.title == nil, draft.seatWord == nil, !draft.isClosed,
                word.gap > 0, name.count >= 2, rest.allSatisfy(\.isSign), !AttendanceReader.isAddress(post), !namesFirst
            {
                // 関係機関　山田　太郎　東警察署長
                draft.title = word.text
                return
            }
            if holdsSeat, word.gap > 0, rest.allSatisfy(\.isSign), !AttendanceReader.isAddress(post) {
                // 委員　山田　太郎　商工会女性部長
                draft.bodies.append(word.text)
                return
            }
            if !draft.name.isEmpty { close() }
            if let deputy = name.range(ofWord: "委員代理"), deputy.upperBound < name.endIndex {
                // 杉原委員代理樫本氏: who came instead.
                draft.name = String(name[deputy.upperBound...])
                draft.seatWord = draft.seatWord ?? "委員"
                draft.isClosed = true
                return
            }
            if facts.namesPlaces, RollFacts.isPlace(name, post), draft.isEmpty {
                // 東町生活環境課長、西町生活環境課長: two towns, not two people of such names.
                draft.bodies = [name]
                draft.bodyColumn = word.column
                draft.title = post
                close()
                carried = nil
                return
            }
            if word.text.holds("・"), takesSeveral(word.text, name, post) { return }
            if post.begins(with: "各") || post.isMemberWord && name.holds("・") && !name.isKatakana {
                // 楢山・椎名各委員
                for each in name.split(separator: "・") {
                    draft.name = each.last == "の" && each.count > 2 ? String(each.dropLast()) : String(each)
                    draft.seatWord = post.begins(with: "各") ? String(post.dropFirst()) : post
                    close()
                }
                return
            }
            if draft.title != nil, draft.seatWord == nil {
                draft.seatWord = draft.title
                draft.title = nil
            }
            draft.name = name
            draft.take(post: post)
            draft.isClosed = true
        case .body: body(word, before: rest)
        case .name: name(word, before: rest)
        }
    }

    private static let kindsOfPeople = WordEndings("保護者 者 住民 市民 区民 町民 村民 学生 生徒 児童 会員")

    private mutating func name(_ word: RollWord, before rest: ArraySlice<RollWord>) {
        if draft.name.isEmpty, !draft.isClosed {
            let next = rest.first?.kind
            // 西海市　企画課長: a place before a post is where somebody comes from.
            if word.text.count >= 3, word.text.isPlace, next == .post || next == .body || rest.first?.isPosted == true {
                return body(word)
            }
            let names = sharing(word.text)
            for name in names.dropLast() {
                let (title, seat) = (draft.title, draft.seatWord)
                draft.name = name
                close()
                (draft.title, draft.seatWord) = (title, seat)
            }
            draft.name = names.last ?? word.text
            return
        }
        if draft.isClosed, word.gap >= 2, word.text.count >= 3, word.text.isPlace, rest.first?.isPosted == true {
            // 福祉課　柏課長　　東雲井町　栗田係長
            close()
            carried = nil
            return body(word)
        }
        if namesFirst, bodiesBehind && (word.gap >= 2 || !draft.bodies.isEmpty) || Self.professions.end(word.text) {
            draft.bodies.append(word.text)
            return
        }
        let seat = draft.seatWord ?? draft.title
        close()
        if let seat, seat.isMemberWord { carriedSeat = seat }
        draft.name = word.text
    }

    private mutating func post(_ word: RollWord, before rest: ArraySlice<RollWord>) {
        if draft.name.isEmpty, draft.isEmpty || !draft.isClosed {
            if let title = draft.title {
                if title.isSeatWord {
                    // 会長　市長　山田太郎
                    draft.seatWord = title
                    draft.title = word.text
                } else {
                    close()
                    draft.title = word.text
                }
            } else {
                draft.title = word.text
            }
            return
        }
        let isSeat = word.text.isSeatWord
        if draft.isClosed, draft.seatWord?.isMemberWord == true, bodiesBehind, word.gap >= 2, !isSeat,
            rest.allSatisfy(\.isSign)
        {
            // 山田　太郎委員　研究所主席研究員
            draft.bodies.append(word.text)
            return
        }
        if namesFirst, groupRole == .member, draft.title == nil, draft.bodies.isEmpty,
            word.text.isOne(of: ["主査", "主査代理"])
        {
            // Behind the name of a member the words of a panel of the state, and no rank of the staff.
            draft.title = word.text
            return
        }
        if namesFirst {
            let isOffice = groupRole == nil && draft.title == nil && !bodiesBehind || groupRole == .expert
            if isStaff || isSeat && draft.bodies.isEmpty || isOffice {
                if draft.title == nil { draft.title = word.text } else { draft.bodies.append(word.text) }
            } else if isSeat, draft.title == nil, let last = draft.bodies.last,
                word.text.ends(in: "座長") || word.text.holds("職務代理") || last.ends(in: "代表")
                    || RollWord.Kind.of(last) == .post
            {
                // 雲井大学　教授　会長: the seat here behind the office there.
                draft.title = word.text
            } else {
                // 大学教授 beside the name of a member tells where they come from.
                draft.bodies.append(word.text)
            }
            return
        }
        if draft.title == nil, draft.seatWord == nil, !draft.isClosed, word.gap > 0,
            !draft.bodies.isEmpty && rest.allSatisfy(\.isSign)
                || (!draft.bodies.isEmpty || hasPostsBehind) && rest.first.map(\.isSeparating) ?? true
        {
            // みどり研究所　山田　太郎　主任研究員、川村　光　主査
            draft.title = word.text
            hasPostsBehind = true
            return
        }
        if holdsSeat, word.gap > 0, !isSeat, rest.allSatisfy(\.isSign) {
            draft.bodies.append(word.text)
            return
        }
        close()
        draft.title = word.text
    }

    /// A seat in the meeting and a name behind it: what else ends the line tells where somebody comes from.
    private var holdsSeat: Bool {
        !draft.name.isEmpty && !draft.isClosed && (draft.seatWord ?? draft.title)?.isSeatWord == true && !isStaff
    }

    private mutating func body(_ word: RollWord, before rest: ArraySlice<RollWord> = []) {
        if draft.name.isEmpty {
            if let title = draft.title, !title.isSeatWord { close() }
            draft.bodies.append(word.text)
            draft.bodyColumn = draft.bodyColumn ?? word.column
            return
        }
        if namesFirst {
            draft.bodies.append(word.text)
            return
        }
        if holdsSeat, word.gap > 0, rest.allSatisfy(\.isSign) {
            draft.bodies.append(word.text)
            return
        }
        close()
        draft.bodies.append(word.text)
        draft.bodyColumn = word.column
    }
}

extension RollWord {
    var isSeparating: Bool { if case .separator = kind { true } else { false } }

    /// 山田福祉課長, set off from what stands before it.
    var isPosted: Bool {
        guard case .postedName(_, let post) = kind else { return false }
        return gap > 0 && !AttendanceReader.isAddress(post)
    }

    /// Marks, separators and remarks stand behind a bracket without belonging to it.
    var isSign: Bool {
        switch kind {
        case .separator, .mark, .remark, .colon, .bracket, .number: true
        default: false
        }
    }
}

extension String {
    /// 会長, 副委員長, 委員, 幹事: a seat in the body that meets, not an office somebody holds elsewhere.
    var isSeatWord: Bool {
        guard let entry = RoleLexicon.standard.exact(Array(utf8)[...]) else { return false }
        switch entry.role {
        case .chair, .viceChair, .member: return entry.strength >= 2
        default: return false
        }
    }

    var isMemberWord: Bool { isOne(of: ["委員", "議員", "構成員", "会員", "部会員", "評議員", "メンバー"]) }

    var isKatakana: Bool { unicodeScalars.allSatisfy { (0x30A0...0x30FF).contains($0.value) } }

    fileprivate var isPlace: Bool { ["市", "町", "村", "県", "区", "都", "府"].contains(where: ends) }
}
