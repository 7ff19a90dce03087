import MinutesModel

/// Makes the entry of a list from what was told about one person.
struct RollPerson {
    var draft: RollDraft
    let group: String
    let groupRole: Role?
    private let legend: RollLegend
    var person: Attendance
    var deputy: Attendance?
    /// The seat in this body: 会長, 副会長, 委員.
    var seatWord: String?
    /// The bodies were there before the brackets were read.
    let isSent: Bool
    /// The titles of the list are seats, whatever they say: 部会長, 相談支援, 家族会.
    let isSeatColumn: Bool

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
            if let word = legend[mark] { tell(word) } else if mark == "×" { person.status = .absent }
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
        if person.title == nil, let seat = seatWord, !seat.isMemberWord {
            person.title = seat
        }
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
        "欠員",
        "敬称略", "順不同", "－", "―",
        "-", "ー",
    ]
}
