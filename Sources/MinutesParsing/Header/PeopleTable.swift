import MinutesModel

/// Reads people printed one or more a line, in columns, names spread with blanks.
struct PeopleTable {
    let bytes: SourceBytes
    let lines: [Line]
    let group: String

    /// A word of a line and the width of the blank before it.
    struct Cell {
        var text: String
        var gap: Int
    }

    struct Draft {
        var seat: Int?
        var title = ""
        var name = ""
        var isClosed = false
        /// The widest blank inside the name so far.
        var innerGap = 0
        var organization = ""
    }

    func people(_ values: [HeaderReader.Value]) -> [Attendance] {
        var result: [Attendance] = []
        var pendingTitle = ""
        var organization: String?
        var rowTitle: String?
        var legend: [Character: String] = [:]
        let usesAddress = values.filter { endsWithAddress($0.range) }.count * 5 >= values.count
        for (position, value) in values.enumerated() {
            var cells = cells(of: value.range)
            if cells.count > 1, let last = cells.last?.text, last == "ほか" || last == "他" || last == "外" {
                cells.removeLast()
            }
            guard !cells.isEmpty else { continue }
            let whole = cells.map(\.text).joined()
            if let inner = bracketed(whole) {
                if inner.holds(anyOf: ["敬称", "五十音", "順不同", "略"]) {
                    legend.merge(Self.legend(inner)) { first, _ in first }
                    continue
                }
                // （交通局） over a list of names is an organisation; under one it is another post.
                if SpeakerLabel.read(inner).role != .official || inner.hasSuffix("局") || inner.hasSuffix("部") {
                    organization = inner
                }
                continue
            }
            if !usesAddress, cells.count == 1, cells[0].text.hasSuffix("兼") {
                pendingTitle += cells[0].text
                continue
            }
            if cells.count >= 2, cells.count <= 3, !usesAddress, cells[0].text.count >= 3,
                OrganizationWords.ends(cells[0].text), !SpeakerLabel.isSeat(SpeakerLabel.condensed(cells[0].text)[...])
            {
                result += single(cells.map(\.text).joined(separator: " "), organization)
                continue
            }
            let mark = cells[0].text.first.flatMap { legend[$0] }
            if mark != nil {
                cells[0].text.removeFirst()
                if cells[0].text.isEmpty { cells.removeFirst() }
                guard !cells.isEmpty else { continue }
            }
            let endsInBracket = whole.last == "）" || whole.last == ")"
            if !usesAddress,
                cells.count == 1 || (endsInBracket && cells.count <= 3 && holdsPost(cells[cells.count - 1].text))
            {
                let people = single(cells.map(\.text).joined(separator: " "), organization)
                if people.count == 1, people[0].name.isEmpty, let last = result.last, !last.name.isEmpty,
                    last.title == nil,
                    last.seat == nil, position > 0, values[position - 1].range.count <= 30
                {
                    // The post stands on the line below the name.
                    result[result.count - 1].title = people[0].title
                } else {
                    result += people
                }
                continue
            }
            if !usesAddress, isRowOfNames(cells) {
                result += cells.flatMap { single($0.text, organization) }
                continue
            }
            var drafts = usesAddress ? addressed(cells) : spread(cells)
            if usesAddress, drafts.count == 1, drafts[0].name.isEmpty {
                let title = drafts[0].title
                if SpeakerLabel.read(title).strength >= 2, pendingTitle.isEmpty, isGroupWord(title) {
                    rowTitle = title
                } else {
                    pendingTitle += title
                }
                continue
            }
            if !pendingTitle.isEmpty, !drafts.isEmpty {
                drafts[0].title = pendingTitle + drafts[0].title
                pendingTitle = ""
            }
            for draft in drafts {
                if draft.name.isEmpty, !result.isEmpty, result[result.count - 1].title?.hasSuffix("兼務") == true {
                    result[result.count - 1].title! += draft.title
                    continue
                }
                var draft = draft
                if let open = draft.organization.lastIndex(where: { $0 == "（" || $0 == "(" }),
                    open > draft.organization.startIndex, Self.isRemark(String(draft.organization[open...]))
                {
                    draft.organization = String(draft.organization[..<open])
                }
                var name = draft.name
                var beside = organization
                if name.last == "）" || name.last == ")", let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }),
                    open > name.startIndex
                {
                    let inner = String(name[name.index(after: open)...].dropLast())
                    let reading = SpeakerLabel.read(inner)
                    if [.chair, .viceChair].contains(reading.role), reading.strength == 3, reading.name == nil,
                        draft.title.isEmpty
                    {
                        draft.title = inner
                    } else if !Self.isRemark(inner) {
                        beside = inner
                    }
                    name = String(name[..<open])
                }
                var person = Attendance(
                    name: AttendanceReader.name(name), title: draft.title.isEmpty ? rowTitle : draft.title,
                    role: .other, group: group, organization: draft.organization.isEmpty ? beside : draft.organization,
                    seat: draft.seat)
                if let title = person.title, ["委員", "議員", "構成員"].contains(title) {
                    person.role = .member
                    person.title = nil
                }
                if person.title?.isEmpty == true { person.title = nil }
                if let mark, person.title == nil { person.title = mark }
                result.append(person)
            }
        }
        return result
    }

    /// `山田太郎　鈴木花子　佐藤一郎`, `山田太郎（会長）　鈴木花子（副会長）　…`: whole names one blank apart.
    func isRowOfNames(_ cells: [Cell]) -> Bool {
        guard cells.count >= 3, Set(cells.dropFirst().map(\.gap)).count == 1 else { return false }
        return cells.allSatisfy { cell in
            let name = cell.text.prefix { $0 != "（" && $0 != "(" }
            guard (3...7).contains(name.count) else { return false }
            let reading = SpeakerLabel.read(String(name))
            return reading.strength == 1 && !reading.isGeneric && reading.name != nil
        }
    }

    /// `福祉政策係長(山田花子)`: the post stands before the bracket.
    func holdsPost(_ text: String) -> Bool {
        guard let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }), open > text.startIndex else {
            return false
        }
        let reading = SpeakerLabel.read(String(text[..<open]))
        return reading.name == nil && (reading.strength >= 2 || reading.isGeneric)
    }

    func isGroupWord(_ text: String) -> Bool {
        RoleLexicon.standard.exact(SpeakerLabel.condensed(text)[...]) != nil
    }

    func single(_ text: String, _ organization: String?) -> [Attendance] {
        AttendanceReader.split(text).flatMap { AttendanceReader.person($0, group: group) }.map {
            var person = $0
            if person.organization == nil { person.organization = organization }
            return person
        }
    }

    func bracketed(_ text: String) -> String? {
        guard let first = text.first, let last = text.last, "（(".contains(first), "）)".contains(last) else {
            return nil
        }
        return String(text.dropFirst().dropLast())
    }

    func endsWithAddress(_ range: Range<Int>) -> Bool {
        switch bytes.scalar(before: range.upperBound, after: range.lowerBound) {
        case 0x541B, 0x6C0F: true  // 君氏
        default: false
        }
    }

    func cells(of range: Range<Int>) -> [Cell] {
        var cells: [Cell] = []
        var offset = range.lowerBound
        var gap = 0
        while offset < range.upperBound, cells.count < 200 {
            let next = bytes.skipBlanks(offset, range.upperBound)
            if next > offset { gap = LineTable.width(of: offset..<next, bytes) }
            let start = next
            var end = start
            var depth = 0
            while end < range.upperBound, depth > 0 || bytes.blank(at: end) == 0 {
                let (value, length) = bytes.scalar(at: end)
                if value == 0xFF08 || value == 0x28 { depth += 1 }
                if value == 0xFF09 || value == 0x29 { depth -= 1 }
                end += length
            }
            if depth > 0 {
                // A bracket that closes on another line does not hold the cells together.
                end = start
                while end < range.upperBound, bytes.blank(at: end) == 0 { end += bytes.scalar(at: end).length }
            }
            if end > start { cells.append(Cell(text: bytes.string(start..<end), gap: gap)) }
            offset = end
            gap = 0
        }
        return cells
    }

    /// Every person ends with 君 or 氏: `理事　池田　太郎君　理事　中村　次郎君`.
    func addressed(_ cells: [Cell]) -> [Draft] {
        var drafts: [Draft] = []
        var current = Draft()
        var pieces: [String] = []
        func flush(_ draft: inout Draft) {
            // 委員長　　田村　太郎君: what stands before the name is a post when it reads like one.
            var name = pieces
            if name.count > 1, SpeakerLabel.isSeat(SpeakerLabel.condensed(name[0])[...]) {
                draft.seat = HeaderFields.count(String(name.removeFirst().dropLast()) + "人")
            }
            var title: [String] = []
            while name.count > 1, let first = name.first {
                let joined = first
                let reading = SpeakerLabel.read(joined)
                let isPost =
                    reading.strength >= 2 && reading.name == nil || name.count > 2 || joined.hasSuffix("員")
                    || joined.hasSuffix("官")
                guard isPost else { break }
                title.append(joined)
                name.removeFirst()
            }
            draft.title = title.joined()
            draft.name = name.joined()
        }
        for cell in cells {
            pieces.append(cell.text)
            if cell.text.hasSuffix("君") || cell.text.hasSuffix("氏") {
                flush(&current)
                drafts.append(current)
                current = Draft()
                pieces = []
            }
        }
        if !pieces.isEmpty {
            current.title = pieces.joined()
            drafts.append(current)
        }
        return drafts
    }
}
