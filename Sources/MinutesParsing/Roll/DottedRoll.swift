import MinutesModel

/// A list whose rows give name and post with a dot between: `山田太郎・委員長・元校長` over `川村光・商店会代表`.
struct DottedRoll {
    private let rows: [[String]]
    private let absent: [Bool]

    private static let most = 200

    /// - Returns: `nil` where any row of the list is otherwise.
    init?(_ values: [HeaderReader.Value], _ bytes: SourceBytes) {
        guard values.count >= 3, values.count <= Self.most,
            values.allSatisfy({ $0.range.count <= 200 && bytes[$0.range].first("・") != nil })
        else { return nil }
        var rows: [[String]] = []
        var absent: [Bool] = []
        var posts = 0
        for value in values {
            var text = bytes.string(value.range)
            guard !text.holds(anyOf: ["、", "，", "／", "："]) else { return nil }
            var isAbsent = false
            if let last = text.last, last == "）" || last == ")",
                let open = text.lastIndex(where: { $0 == "（" || $0 == "(" })
            {
                let inner = String(text[text.index(after: open)...].dropLast())
                guard AttendanceReader.isRemark(inner) || RollDraft.saysAbsent(inner) else { return nil }
                isAbsent = RollDraft.saysAbsent(inner)
                text = String(text[..<open]).trimmingBlanks()
            }
            let parts = text.split(separator: "・").map { String($0).trimmingBlanks() }
            guard (2...4).contains(parts.count), (2...9).contains(parts[0].wordsBetweenBlanks().joined().count),
                RollWord.Kind.of(parts[0].wordsBetweenBlanks().joined()) == .name
            else { return nil }
            if parts.dropFirst().contains(where: { Self.isPost($0) }) { posts += 1 }
            rows.append(parts)
            absent.append(isAbsent)
        }
        // 山田・川村・栗田 are three people.
        guard posts * 4 >= rows.count * 3 else { return nil }
        self.rows = rows
        self.absent = absent
    }

    private static func isPost(_ text: String) -> Bool {
        if text.isSeatWord || ends.end(text) { return true }
        switch RollWord.Kind.of(text) {
        case .post, .body: return true
        default: return false
        }
    }

    private static let ends = WordEndings("長 員 代表 役 士 師 官 者 教授 教諭 会 公募")

    func people(group: String, role: Role?) -> [Attendance] {
        zip(rows, absent).map { parts, isAbsent in
            var person = Attendance(name: AttendanceReader.name(parts[0]), role: role ?? .member, group: group)
            person.title = parts[1].isMemberWord ? nil : parts[1]
            let rest = parts.dropFirst(2).joined(separator: "・")
            if !rest.isEmpty { person.organization = rest }
            let own = SpeakerLabel.read(parts[1])
            if role == nil || role == .member, parts[1].isSeatWord, own.role == .chair || own.role == .viceChair {
                person.role = own.role
            } else if role == nil {
                person.role = own.strength >= 2 ? own.role : .member
            }
            if isAbsent { person.status = .absent }
            return person
        }
    }
}
