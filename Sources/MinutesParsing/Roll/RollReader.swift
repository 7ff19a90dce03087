import MinutesModel

/// Reads an attendance list from its words: lines → words → people.
///
/// A person is what stands between separators, numbers, marks and the next name; whether posts stand before or behind the
/// names is told by the line, whether words are posts or names by the lexicon and by what the rest of the list has in
/// common. What cannot be told apart is kept whole.
struct RollReader {
    /// A logical line: wraps undone.
    struct Row {
        var text: String
        /// Display column it begins in.
        var column: Int
    }

    private(set) var group: String
    /// By what the heading of the list says, `nil` when it says nothing.
    private(set) var groupRole: Role?
    /// Group and role of the list where a row has its own, and the column of the row's.
    private var outer: (group: String, role: Role?)?
    private var rowColumn: Int?
    /// Whether the carried body holds for posts too that nobody is named with.
    private var carriesToPosts = true
    let legend: RollLegend

    var people: [Attendance] = []
    var draft = RollDraft()
    /// A body or department that holds for those behind it, and the column it was printed in.
    var carried: (body: String, column: Int, isBracket: Bool)?
    /// A kind of seat that holds for those behind it: 委員　１番　…　２番　….
    var carriedSeat: String?
    /// Posts stand behind the names of the line.
    var namesFirst = false
    /// What stands behind the name in a row tells where somebody comes from.
    var bodiesBehind = false
    var facts = RollFacts()
    /// A post that goes on in the next line: `参事兼`.
    private var pending = ""
    /// The line above was a name by itself.
    private var isBelowName = false
    /// What 〃 stands for.
    private var lastPost: String?

    var isStaff: Bool { groupRole == .secretariat || groupRole == .official }

    init(group: String, role: Role?, legend: RollLegend) {
        self.group = group
        self.legend = legend
        groupRole = role
    }

    /// - Complexity: O(n) in the text of the rows.
    mutating func read(_ rows: [Row]) -> [Attendance] {
        let dots = RollFacts.usesDots(rows)
        var lines = rows.map { RollLexer.words($0.text, column: $0.column, dots: dots) }
        facts = RollFacts(lines, isStaff: isStaff)
        let names = RollNames(isAlone: facts.namesStandAlone)
        lines = lines.map { names.joined(facts.decided($0)) }
        bodiesBehind = !isStaff && RollFacts.hasBodiesBehind(lines)
        for line in lines where !line.isEmpty { read(line) }
        return people
    }

    // MARK: Lines

    private mutating func read(_ whole: [RollWord]) {
        var line = whole[...]
        if let kept = carried, !kept.isBracket, whole[0].column <= kept.column { carried = nil }
        if let column = rowColumn, whole[0].column <= column { leaveGroup() }
        if let length = opensGroup(whole) { line = line.dropFirst(length) }
        read(Array(line), of: whole)
    }

    /// `事務局　福祉課長　山田`, `学校：校長、教頭`: a row that begins with the group of those behind it.
    private mutating func opensGroup(_ line: [RollWord]) -> Int? {
        guard line.count >= 2, let first = line.first else { return nil }
        let hasColon = line[1].kind == .colon && line.count > 2
        let entry = RoleLexicon.standard.exact(Array(first.text.utf8)[...])
        let isGroup =
            first.text.isOne(of: ["幹事", "関係課", "所管課", "担当課", "理事者", "説明者", "事務局職員"])
            || entry?.strength == 3 && first.text.isOne(of: ["事務局", "説明員", "政府参考人"])
        if isGroup, let role = AttendanceReader.groupRole(first.text),
            role == .secretariat || role == .official || role == .expert,
            hasColon || line[1].gap >= 2 && line[1].kind != .bracket
        {
            if rowColumn == nil { outer = (group, groupRole) }
            (group, groupRole, rowColumn) = (first.text, role, first.column)
            return hasColon ? 2 : 1
        }
        guard hasColon, first.kind == .body || first.kind == .name, line.count > 3 || line[2].kind == .post else {
            return nil
        }
        if rowColumn == nil { outer = (group, groupRole) }
        if !isStaff { groupRole = AttendanceReader.groupRole(first.text) }
        rowColumn = first.column
        carried = (first.text, first.column, false)
        carriesToPosts = false
        return 2
    }

    private mutating func leaveGroup() {
        carriesToPosts = true
        if let outer { (group, groupRole) = outer }
        rowColumn = nil
    }

    private mutating func read(_ line: [RollWord], of whole: [RollWord]) {
        guard !line.isEmpty else { return }
        namesFirst = isNamesFirst(line)
        if whole.count == 1, line[0].kind == .bracket, !line[0].text.begins(with: "欠席") {
            caption(line[0].text)
            return
        }
        if whole.count == 1 || whole.count == 2 && whole[1].kind == .bracket && whole[1].gap == 0,
            line[0].kind == .post || line[0].kind == .body,
            takesPostBelow(line[0].text + (whole.count == 2 ? "（\(whole[1].text)）" : ""))
        {
            return
        }
        defer { isBelowName = whole.count <= 2 && whole.allSatisfy(\.isName) }
        if line.count == 1, line[0].kind == .post, line[0].text.ends(in: "兼") {
            pending += line[0].text
            return
        }
        for (index, word) in line.enumerated() {
            take(word, before: line[(index + 1)...], after: line[..<index])
        }
        close()
        carriedSeat = nil
    }

    /// `（交通局）` over a list of names is where they come from; other brackets tell about the one above or nobody.
    private mutating func caption(_ text: String) {
        if text.holds(anyOf: ["敬称", "五十音", "順不同", "略"]) || HeaderField.isCountOnly(text) { return }
        let reading = SpeakerLabel.read(text)
        if reading.role != .official || text.ends(in: "局") || text.ends(in: "部") {
            carried = (text, -1, true)
        } else if let last = people.indices.last, people[last].title == nil {
            people[last].title = text
        }
    }

    /// The post stands on the line below the name.
    private mutating func takesPostBelow(_ text: String) -> Bool {
        guard let last = people.indices.last, isBelowName, people[last].title == nil, people[last].seat == nil,
            facts.postLines <= facts.nameLines
        else { return false }
        isBelowName = false
        if SpeakerLabel.read(text).strength >= 2 {
            people[last].title = text
            if groupRole == nil { people[last].role = SpeakerLabel.read(text).role }
        } else {
            people[last].organization = text
        }
        return true
    }

    private func isNamesFirst(_ line: [RollWord]) -> Bool {
        let told = line.filter {
            switch $0.kind {
            case .post, .name, .postedName, .body: true
            default: false
            }
        }
        guard let first = told.first, first.isName else { return false }
        // 会田　太郎　委員　木村　花子: the posts head the names after all.
        guard let last = told.last, told.count > 2, last.isName, !bodiesBehind else { return true }
        return !told.contains { $0.kind == .post }
    }

    // MARK: Words

    private mutating func take(_ word: RollWord, before rest: ArraySlice<RollWord>, after past: ArraySlice<RollWord>) {
        switch word.kind {
        case .separator(let endsGroup):
            if !endsGroup, let seat = draft.seatWord ?? draft.title, !draft.name.isEmpty,
                seat.isMemberWord || seat.isOne(of: ["理事", "監事", "幹事"]) || seat.ends(in: "号委員")
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
            if word.text == "〃", let lastPost { word.text = lastPost }
            word.text = pending + word.text
            pending = ""
            post(word, before: rest)
        case .postedName(let name, let post):
            if !draft.name.isEmpty, namesFirst, bodiesBehind, word.gap >= 2 {
                // 三輪村長 behind a name: where somebody comes from.
                draft.bodies.append(word.text)
                return
            }
            if !draft.name.isEmpty { close() }
            if post.begins(with: "各") || post.isMemberWord && name.holds("・") {
                // 楢山・椎名各委員
                for each in name.split(separator: "・") {
                    draft.name = String(each)
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
        case .body: body(word)
        case .name: name(word, before: rest)
        }
    }

    private mutating func name(_ word: RollWord, before rest: ArraySlice<RollWord>) {
        if draft.name.isEmpty, !draft.isClosed {
            let next = rest.first?.kind
            // 西海市　企画課長: a place before a post is where somebody comes from.
            if word.text.count >= 3, word.text.isPlace, next == .post { return body(word) }
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
        if bodiesBehind, namesFirst, word.gap >= 2 || !draft.bodies.isEmpty {
            draft.bodies.append(word.text)
            return
        }
        let seat = draft.seatWord ?? draft.title
        close()
        if let seat, seat.isMemberWord { carriedSeat = seat }
        draft.name = word.text
    }

    /// `副会長 室井・有坂` are two of one post; フリー・ランス is one name.
    private func sharing(_ text: String) -> [String] {
        guard draft.title != nil, text.holds("・") else { return [text] }
        let names = text.split(separator: "・").map(String.init)
        let areNames = names.allSatisfy { name in
            name.count <= 5 && name.unicodeScalars.contains { $0.value >= 0x3400 } && RollWord.Kind.of(name) == .name
        }
        return names.count >= 2 && areNames ? names : [text]
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
        if namesFirst {
            let isOffice = groupRole == nil && draft.title == nil && !bodiesBehind || groupRole == .expert
            if isStaff || isSeat && draft.bodies.isEmpty || isOffice {
                if draft.title == nil { draft.title = word.text } else { draft.bodies.append(word.text) }
            } else if isSeat, draft.title == nil, let last = draft.bodies.last,
                last.ends(in: "代表") || RollWord.Kind.of(last) == .post
            {
                // 雲井大学　教授　会長: the seat here behind the office there.
                draft.title = word.text
            } else {
                // 大学教授 beside the name of a member tells where they come from.
                draft.bodies.append(word.text)
            }
            return
        }
        close()
        draft.title = word.text
    }

    private mutating func body(_ word: RollWord) {
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
        close()
        draft.bodies.append(word.text)
        draft.bodyColumn = word.column
    }

    private mutating func remark(_ text: String) {
        if !draft.isEmpty {
            draft.remarks.append(text)
        } else if let last = people.indices.last, RollDraft.saysAbsent(text) {
            people[last].status = .absent
        }
    }

    private mutating func bracket(_ word: RollWord, before rest: ArraySlice<RollWord>) {
        if word.text.begins(with: "欠席") {
            // （欠席：山田太郎） behind the names of those who came
            let inner = word.text.trimmingCharacters("欠席者委員構成員：: 　")
            if HeaderField.isCountOnly(inner) { return }
            if !inner.isEmpty, !AttendanceReader.isRemark(word.text) || word.text.holds(anyOf: ["：", ":", "、"]) {
                close()
                var missing = RollReader(group: group, role: groupRole, legend: legend)
                people += missing.read([Row(text: inner, column: 0)]).map {
                    var person = $0
                    person.status = .absent
                    return person
                }
                return
            }
        }
        let isLeading = draft.isEmpty && rest.first.map { $0.gap == 0 || $0.kind == .post } == true
        let opens = word.gap > 0 && rest.first.map { $0.gap == 0 && !$0.isSign } == true
        if isLeading || opens {
            close()
            let inner = word.text
            if inner.isSeatWord || RollWord.Kind.of(inner) == .post && SpeakerLabel.read(inner).role != .expert {
                draft.title = inner
            } else if !AttendanceReader.isRemark(inner), !HeaderField.isCountOnly(inner) {
                carried = (inner, word.column, false)
            }
            return
        }
        if draft.isEmpty {
            // Behind a separator or on a line of its own: it tells about the one before, if it tells at all.
            guard let last = people.indices.last, RollDraft.saysAbsent(word.text) else { return }
            people[last].status = .absent
            return
        }
        draft.notes.append(word.text)
    }

    // MARK: People

    mutating func close() {
        defer { draft = RollDraft() }
        guard !draft.isEmpty else { return }
        lastPost = draft.seatWord ?? draft.title ?? lastPost
        if let carriedSeat, draft.seatWord == nil, draft.title == nil { draft.seatWord = carriedSeat }
        if draft.isOnlySeatWord, let word = draft.title, word.isMemberWord, !draft.isNumbered { return }
        let own = !draft.bodies.isEmpty
        var entry = RollPerson(
            draft, group: group, role: groupRole, legend: legend, isSeatColumn: facts.hasTitleColumn)
        var found = entry.people()
        if found.isEmpty { return }
        if own, draft.bodiesStandBefore, let column = draft.bodyColumn, !draft.name.isEmpty || draft.title != nil {
            carried = (draft.bodies.joined(separator: " "), column, false)
        } else if !own, let carried {
            for index in found.indices
            where found[index].organization == nil && (carriesToPosts || !found[index].name.isEmpty) {
                found[index].organization = carried.body
            }
        }
        people += found
    }
}

extension RollWord {
    /// Marks, separators and remarks stand behind a bracket without belonging to it.
    fileprivate var isSign: Bool {
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

    fileprivate var isPlace: Bool { ["市", "町", "村", "県", "区", "都", "府"].contains(where: ends) }
}
