import MinutesModel

/// What brackets and remarks of a line tell.
extension RollReader {
    private static let bracketedSides = WordEndings("事務局 説明員 オブザーバー オブザーバ 市 町 村 県 行政 市側 町側")

    mutating func remark(_ text: String) {
        if !draft.isEmpty {
            draft.remarks.append(text)
        } else if let last = people.indices.last, RollDraft.saysAbsent(text) {
            people[last].status = .absent
        }
    }

    mutating func bracket(_ word: RollWord, before rest: ArraySlice<RollWord>) {
        if word.text.begins(with: "欠席") {
            // （欠席：山田太郎） behind the names of those who came
            let inner = String(word.text.drop { "欠席者委員構成：: 　".contains($0) }).trimmingBlanks()
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
        if word.text.begins(with: "以上"), case let told = String(word.text.dropFirst(2)),
            let role = AttendanceReader.groupRole(told)
        {
            // 山田、川村（以上委員）、栗田課長（以上事務局）
            close()
            for index in toldFrom..<people.count where people[index].role != .chair && people[index].role != .viceChair
            {
                people[index].role = role
                people[index].group = told
            }
            toldFrom = people.count
            return
        }
        let words = word.text.wordsBetweenBlanks()
        if words.count >= 2, words.last == "欠席", RollWord.Kind.of(words.dropLast().joined()) == .name {
            // （山田　太郎　欠席） in the place of somebody who did not come
            close()
            people.append(
                Attendance(
                    name: AttendanceReader.name(words.dropLast().joined()), role: groupRole ?? .other, group: group,
                    status: .absent))
            return
        }
        let isLeading = draft.isEmpty && rest.first.map { $0.gap == 0 || $0.kind == .post } == true
        let opens = word.gap > 0 && rest.first.map { $0.gap == 0 && !$0.isSign } == true
        if isLeading || opens {
            close()
            let inner = word.text
            if RollDraft.saysAbsent(inner) {
                // 【欠】山田　太郎
                draft.remarks.append("欠席")
                return
            }
            if Self.bracketedSides.hold(inner) {
                // （委員）…、（事務局）…: the rest of the line is of another group.
                if rowColumn == nil { outer = (group, groupRole) }
                (group, groupRole, rowColumn) = (inner, AttendanceReader.groupRole(inner), 0)
                (carried, carriedSeat) = (nil, nil)
                return
            }
            let role = SpeakerLabel.read(inner).role
            // 〔民生委員〕山田太郎: the kind of people somebody speaks for, no post here.
            let isKind = role == .expert || role == .member && inner.ends(in: "員") && inner.utf8.count > 9
            if inner.isOne(of: ["民生委員", "児童委員", "推進員"]) {
                carried = (inner, word.column, false)
            } else if inner.isSeatWord || RollWord.Kind.of(inner) == .post && !isKind {
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
        if draft.name.isEmpty, draft.notes.isEmpty, word.gap == 0, isStaff, let title = draft.title,
            RollFacts.headsTown(word.text),
            rest.first.map({ $0.isName && $0.gap > 0 }) == true
        {
            // 管理者（雲井町長）　山田　太郎: both posts, before the name
            draft.title = title + "（\(word.text)）"
            return
        }
        draft.notes.append(word.text)
    }
}
