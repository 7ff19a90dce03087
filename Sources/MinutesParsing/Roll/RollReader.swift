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

    var group: String
    /// By what the heading of the list says, `nil` when it says nothing.
    var groupRole: Role?
    /// Group and role of the list where a row has its own, and the column of the row's.
    var outer: (group: String, role: Role?)?
    var rowColumn: Int?
    /// The first of the people of whom no （以上委員） has told yet.
    var toldFrom = 0
    /// Column of the word for those who did not come, while their rows last.
    private var absentColumn: Int?
    /// Whom those of the list stand for, where nothing else tells where they come from.
    var standsFor: String?
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
    /// A body heads the line, and posts stand behind the names of those it sent.
    var hasPostsBehind = false
    /// What stands behind the name in a row tells where somebody comes from.
    var bodiesBehind = false
    var facts = RollFacts()
    /// A post that goes on in the next line: `参事兼`.
    var pending = ""
    /// The line above was a name by itself.
    private var isBelowName = false
    /// What 〃 stands for.
    var lastPost: String?

    /// Those a body sent are named with their posts: 資料館　山田　太郎　館長.
    var isStaff: Bool {
        groupRole == .secretariat || groupRole == .official || groupRole == nil && RollPerson.isBody(group)
    }

    init(group: String, role: Role?, legend: RollLegend) {
        self.group = group
        self.legend = legend
        groupRole = role
    }

    /// - Complexity: O(n) in the text of the rows.
    mutating func read(_ rows: [Row]) -> [Attendance] {
        let dots = RollFacts.usesDots(rows)
        var lines = rows.map {
            RollLexer.words($0.text, column: $0.column, dots: dots || RollFacts.partsNames($0.text))
        }
        facts = RollFacts(lines, isStaff: isStaff)
        let names = RollNames(isAlone: facts.namesStandAlone)
        lines = lines.map { names.joined(facts.decided($0)) }
        bodiesBehind = !isStaff && RollFacts.hasBodiesBehind(lines)
        for line in lines where !line.isEmpty && !Self.isHeadOfSides(line) { read(line) }
        mergeNamedAgain()
        return people
    }

    /// `公益代表　労働者代表　使用者代表` over three columns of names.
    private static func isHeadOfSides(_ line: [RollWord]) -> Bool {
        line.count >= 2 && line.allSatisfy { $0.text.ends(in: "代表") && $0.text.count >= 4 }
    }

    /// `※部会長　山田太郎` below the list: who of those above presides.
    private mutating func mergeNamedAgain() {
        guard people.dropFirst().contains(where: { $0.role == .chair || $0.role == .viceChair }) else { return }
        var first: [String: Int] = [:]
        var again: Set<Int> = []
        for (index, person) in people.enumerated() where !person.name.isEmpty {
            guard let above = first[person.name] else {
                first[person.name] = index
                continue
            }
            guard person.role == .chair || person.role == .viceChair, people[above].title == nil,
                person.organization == nil, person.seat == nil
            else { continue }
            people[above].title = person.title
            people[above].role = person.role
            again.insert(index)
        }
        if !again.isEmpty { people = people.indices.filter { !again.contains($0) }.map { people[$0] } }
    }

    // MARK: Lines

    private mutating func read(_ whole: [RollWord]) {
        let whole = Self.withoutLegend(whole)
        guard !whole.isEmpty else { return }
        var line = whole[...]
        if let kept = carried, !kept.isBracket, whole[0].column <= kept.column { carried = nil }
        if let column = rowColumn, whole[0].column <= column { leaveGroup() }
        if let column = absentColumn, whole[0].column <= column { absentColumn = nil }
        let known = people.count
        defer {
            if absentColumn != nil { for index in known..<max(known, people.count) { people[index].status = .absent } }
        }
        if isAbsence(whole) {
            absentColumn = whole[0].column
            line = line.dropFirst()
        }
        if line.count > 2, line.first?.kind == .mark("・"), let length = opensGroup(Array(line.dropFirst())) {
            line = line.dropFirst(length + 1)
        } else if let length = opensGroup(Array(line)) {
            line = line.dropFirst(length)
        }
        read(Array(line), of: whole)
    }

    /// `事務局　福祉課長　山田`, `学校：校長、教頭`: a row that begins with the group of those behind it.
    private mutating func opensGroup(_ line: [RollWord]) -> Int? {
        guard line.count >= 2, let first = line.first else { return nil }
        let hasColon = line[1].kind == .colon && line.count > 2
        let entry = RoleLexicon.standard.exact(Array(first.text.utf8)[...])
        let isGroup =
            first.text.isOne(of: Self.sides)
            || entry?.strength == 3 && first.text.isOne(of: ["事務局", "説明員", "政府参考人"])
        if isGroup, let role = AttendanceReader.groupRole(first.text),
            role == .secretariat || role == .official || role == .expert,
            hasColon || line[1].gap >= 2 && line[1].kind != .bracket
        {
            if rowColumn == nil { outer = (group, groupRole) }
            (group, groupRole, rowColumn) = (first.text, role, first.column)
            return hasColon ? 2 : 1
        }
        if !hasColon, line[1].gap >= 2, first.text.isOne(of: Self.hosts) || first.text.ends(in: "会事務局"),
            line[1].kind == .post || line[1].isPosted || line[1].kind == .body && line.count > 2
        {
            // 県　　水産課長　山田　太郎
            if rowColumn == nil { outer = (group, groupRole) }
            (group, groupRole, rowColumn) = (first.text, AttendanceReader.groupRole(first.text), first.column)
            (carried, carriedSeat) = (nil, nil)
            return 1
        }
        if !hasColon, first.text.ends(in: "側"), (2...6).contains(first.text.count), line[1].gap >= 2,
            line[1].kind == .post || line[1].isName && line.count > 2
        {
            // 学校側　校長　山田　太郎
            if rowColumn == nil { outer = (group, groupRole) }
            (group, groupRole, rowColumn) = (first.text, AttendanceReader.groupRole(first.text), first.column)
            return 1
        }
        let isSide = (RollPerson.isSide(first.text) || Self.innerKinds.hold(first.text)) && !isStaff
        let isInner = Self.innerKinds.hold(first.text)
        if !hasColon, isSide, line.count >= 2, line[1].gap >= 2, line[1].isName || isInner && line[1].isPosted {
            // 学識経験者　山田　太郎: whom those of the row stand for
            if rowColumn == nil { outer = (group, groupRole) }
            (group, rowColumn) = (first.text, first.column)
            groupRole = groupRole ?? AttendanceReader.groupRole(first.text) ?? .member
            return 1
        }
        guard hasColon, first.kind == .body || first.kind == .name,
            line.count > 3 || line[2].kind == .post || isSide && line[2].isName
        else { return nil }
        if rowColumn == nil { outer = (group, groupRole) }
        if isSide {
            // 被保険者代表：…: a kind of member, and none sent by a body of that name.
            group = first.text
            rowColumn = first.column
            return 2
        }
        if !isStaff { groupRole = AttendanceReader.groupRole(first.text) }
        rowColumn = first.column
        carried = (first.text, first.column, false)
        carriesToPosts = false
        return 2
    }

    /// `※◎は委員長` below a list explains its marks.
    private static func withoutLegend(_ line: [RollWord]) -> [RollWord] {
        let start = line.indices.first { index in
            guard index > 0, case .mark = line[index - 1].kind else { return false }
            return line[index].gap == 0 && line[index].text.begins(with: "は")
                && line[index].text.utf8.count > 3 && !line[index].isName
        }
        guard var start else { return line }
        while start > 0, case .mark = line[start - 1].kind { start -= 1 }
        return Array(line[..<start])
    }

    /// `欠席２名　山田、川村` among the rows of those who came.
    private func isAbsence(_ line: [RollWord]) -> Bool {
        guard line.count > 1, line[1].gap > 0, line[0].text.begins(with: "欠席") else { return false }
        let rest = String(line[0].text.dropFirst(2)).trimmingCharacters("者委員")
        return rest.isEmpty || HeaderField.isCountOnly(rest)
    }

    private static let hosts = ["国", "県", "都", "道", "府", "市", "町", "村", "区"]
    private static let sides = [
        "幹事", "職員", "関係課", "所管課", "担当課", "理事者", "説明者", "事務局職員", "市職員", "町職員", "村職員", "区職員", "県職員", "市関係者", "町関係者",
    ]

    private mutating func leaveGroup() {
        carriesToPosts = true
        if let outer { (group, groupRole) = outer }
        rowColumn = nil
    }

    private mutating func read(_ line: [RollWord], of whole: [RollWord]) {
        guard !line.isEmpty else { return }
        namesFirst = isNamesFirst(line)
        hasPostsBehind = false
        if line.count >= 3, line[0].kind == .bracket, line[1].text == "代理", line[1].gap <= 2, line[0].text.count > 4 {
            // （運送組合　会長　山田　太郎）代理　川村　光: who is stood for, and who came
            var missing = RollReader(group: group, role: groupRole, legend: legend)
            people += missing.read([Row(text: line[0].text, column: 0)]).map {
                var person = $0
                person.status = .absent
                return person
            }
            takeDeputy(line[1...])
            return
        }
        if let place = deputyPlace(line) {
            if place > 0 { read(Array(line[..<place]), of: whole) }
            takeDeputy(line[place...])
            return
        }
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
        // （手話通訳者２名、要約筆記者２名）
        if text.split(separator: "、").allSatisfy({ AttendanceReader.isHeadCount(String($0)) }) { return }
        if text.begins(with: "代理") || isNamingAgain(text) { return }
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
        guard let last = told.last, told.count > 2, last.isName, !bodiesBehind, !Self.professions.end(last.text) else {
            return true
        }
        return !told.contains { $0.kind == .post }
    }

    static let innerKinds = WordEndings("学内委員 学外委員 外部委員 内部委員 庁内委員")

    /// What somebody does elsewhere, and nobody's name.
    static let professions = WordEndings("会計士 弁護士 税理士 労務士 司法書士 行政書士 建築士 保健師 看護師 薬剤師")

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
        if !own, carried == nil, found[0].organization == nil { found[0].organization = standsFor }
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
