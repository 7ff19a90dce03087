import MinutesModel

/// Who came instead of somebody, and who is named once more below the list.
extension RollReader {
    /// Where `（代理）副所長　山田　太郎` or `（代理　副所長　山田　太郎）` begins: behind a blank or at the head of the line.
    func deputyPlace(_ line: [RollWord]) -> Int? {
        line.indices.first { index in
            let word = line[index]
            guard word.text.begins(with: "代理"), index == 0 || word.gap > 0 else { return false }
            let isWord = word.text.isOne(of: Self.deputies)
            switch word.kind {
            case .bracket:
                if !isWord { return index == 0 && word.text.count > 4 }
                return index + 1 < line.count && line[index + 1].gap == 0
            case .remark:
                guard isWord, index + 1 < line.count else { return false }
                return index == 0 && line[index + 1].kind != .separator(endsGroup: false)
                    || line[index + 1].kind == .post
            default: return false
            }
        }
    }

    private static let deputies = ["代理", "代理出席", "代理出席者", "代理者", "代理人"]

    /// Takes the person named behind the word as an entry of their own; the one named before did not come.
    mutating func takeDeputy(_ line: ArraySlice<RollWord>) {
        guard let first = line.first else { return }
        var found: Attendance?
        if first.kind == .bracket, !first.text.isOne(of: Self.deputies) {
            found = RollPerson.deputy(first.text, group: group)
        } else {
            found = RollPerson.deputy(Array(line.dropFirst()), group: group)
        }
        guard var found else { return }
        if let last = people.indices.last {
            let role = people[last].role
            people[last].status = .absent
            found.role = role == .chair || role == .viceChair ? .member : role
        }
        people.append(found)
    }

    /// `（会長　９番　山田　太郎　　副会長　１番　川村　光）` below a list tells the posts of those who stand on it.
    mutating func isNamingAgain(_ text: String) -> Bool {
        var reader = RollReader(group: group, role: groupRole, legend: legend)
        let named = text.holds(" ") || text.holds("\u{3000}") || text.holds("、")
        guard named, text.utf8.count <= 300 else { return false }
        let again = reader.read([Row(text: text, column: 0)])
        let places = again.map { person in people.lastIndex { $0.name == person.name && !person.name.isEmpty } }
        guard !again.isEmpty, !places.contains(nil), again.contains(where: { $0.title?.isSeatWord == true }) else {
            return false
        }
        for (place, person) in zip(places, again) {
            guard let place, let title = person.title, title.isSeatWord, !title.isMemberWord else { continue }
            let role = SpeakerLabel.read(title).role
            people[place].role = role
            if people[place].title == nil, people[place].seat == nil { people[place].title = title }
        }
        return true
    }
}
