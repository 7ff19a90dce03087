import MinutesModel

/// Several people in one word of a list.
extension RollReader {
    /// `柏係長・栗田主任`, `柏・栗田専門員`: several people of the secretariat in one word.
    mutating func takesSeveral(_ text: String, _ name: String, _ post: String) -> Bool {
        guard draft.title == nil, draft.seatWord == nil else { return false }
        let words = text.split(separator: "・").map(String.init)
        guard isStaff || words.count >= 2 && words.allSatisfy(Self.isPosted) else { return false }
        var found: [(name: String, post: String)] = []
        for word in words {
            guard case .postedName(let name, let post) = RollWord.Kind.of(word), name.count <= 4,
                !AttendanceReader.isAddress(post) || post == "先生"
            else { break }
            found.append((name, post))
        }
        if found.count < words.count {
            let names = name.split(separator: "・").map(String.init)
            guard names.count >= 2,
                names.allSatisfy({ $0.count <= 4 && RollWord.Kind.of($0) == .name && !$0.isKatakana })
            else { return false }
            found = names.map { ($0, post) }
        }
        guard found.count >= 2 else { return false }
        let bodies = draft.bodies
        let column = draft.bodyColumn
        for person in found {
            draft.name = person.name
            draft.title = person.post
            draft.bodies = bodies
            draft.bodyColumn = column
            draft.isClosed = true
            close()
        }
        return true
    }

    /// 坂本校長, 三木先生
    private static func isPosted(_ word: String) -> Bool {
        guard case .postedName(let name, let post) = RollWord.Kind.of(word) else { return false }
        return name.count <= 4 && (!AttendanceReader.isAddress(post) || post == "先生")
    }

    /// `副会長 室井・有坂` are two of one post; フリー・ランス is one name.
    func sharing(_ text: String) -> [String] {
        guard draft.title != nil, text.holds("・") else { return [text] }
        let names = text.split(separator: "・").map(String.init)
        let areNames = names.allSatisfy { name in
            name.count <= 5 && name.unicodeScalars.contains { $0.value >= 0x3400 } && RollWord.Kind.of(name) == .name
        }
        return names.count >= 2 && areNames ? names : [text]
    }
}
