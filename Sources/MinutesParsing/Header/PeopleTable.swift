import MinutesModel

/// Reads people printed one or more a line, in columns, names spread with blanks.
struct PeopleTable {
    let bytes: SourceBytes
    let lines: [Line]
    let group: String

    /// A word of a line and the width of the blank before it.
    private struct Cell {
        var text: String
        var gap: Int
    }

    private struct Draft {
        var seat: Int?
        var title = ""
        var name = ""
        var isClosed = false
        /// The widest blank inside the name so far.
        var innerGap = 0
    }

    func people(_ values: [HeaderReader.Value]) -> [Attendance] {
        var result: [Attendance] = []
        var pendingTitle = ""
        var organization: String?
        var rowTitle: String?
        let usesAddress = values.filter { endsWithAddress($0.range) }.count * 5 >= values.count
        for (position, value) in values.enumerated() {
            var cells = cells(of: value.range)
            if cells.count > 1, let last = cells.last?.text, last == "ほか" || last == "他" || last == "外" {
                cells.removeLast()
            }
            guard !cells.isEmpty else { continue }
            let whole = cells.map(\.text).joined()
            if let inner = bracketed(whole) {
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
                var name = draft.name
                var beside = organization
                if name.last == "）" || name.last == ")", let open = name.firstIndex(where: { $0 == "（" || $0 == "(" }),
                    open > name.startIndex
                {
                    beside = String(name[name.index(after: open)...].dropLast())
                    name = String(name[..<open])
                }
                var person = Attendance(
                    name: AttendanceReader.name(name), title: draft.title.isEmpty ? rowTitle : draft.title,
                    role: .other, group: group, organization: beside, seat: draft.seat)
                if let title = person.title, ["委員", "議員", "構成員"].contains(title) {
                    person.role = .member
                    person.title = nil
                }
                if person.title?.isEmpty == true { person.title = nil }
                result.append(person)
            }
        }
        return result
    }

    /// `福祉政策係長(山田花子)`: the post stands before the bracket.
    private func holdsPost(_ text: String) -> Bool {
        guard let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }), open > text.startIndex else {
            return false
        }
        let reading = SpeakerLabel.read(String(text[..<open]))
        return reading.name == nil && (reading.strength >= 2 || reading.isGeneric)
    }

    private func isGroupWord(_ text: String) -> Bool {
        RoleLexicon.standard.exact(SpeakerLabel.condensed(text)[...]) != nil
    }

    private func single(_ text: String, _ organization: String?) -> [Attendance] {
        AttendanceReader.split(text).flatMap { AttendanceReader.person($0, group: group) }.map {
            var person = $0
            if person.organization == nil { person.organization = organization }
            return person
        }
    }

    private func bracketed(_ text: String) -> String? {
        guard let first = text.first, let last = text.last, "（(".contains(first), "）)".contains(last) else {
            return nil
        }
        return String(text.dropFirst().dropLast())
    }

    private func endsWithAddress(_ range: Range<Int>) -> Bool {
        switch bytes.scalar(before: range.upperBound, after: range.lowerBound) {
        case 0x541B, 0x6C0F: true  // 君氏
        default: false
        }
    }

    private func cells(of range: Range<Int>) -> [Cell] {
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
    private func addressed(_ cells: [Cell]) -> [Draft] {
        var drafts: [Draft] = []
        var current = Draft()
        var pieces: [String] = []
        func flush(_ draft: inout Draft) {
            // 委員長　　田村　太郎君: what stands before the name is a post when it reads like one.
            var name = pieces
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

    /// Seats, posts and wide gaps begin a person; narrow gaps spread a name.
    private func spread(_ cells: [Cell]) -> [Draft] {
        var drafts: [Draft] = []
        var current = Draft()
        var index = 0
        func close() {
            if current.seat != nil || !current.title.isEmpty || !current.name.isEmpty { drafts.append(current) }
            current = Draft()
        }
        while index < cells.count {
            let cell = cells[index]
            let bytes = SpeakerLabel.condensed(cell.text)
            if SpeakerLabel.isSeat(bytes[...]) {
                close()
                current.seat = HeaderFields.count(String(cell.text.dropLast()) + "人")
                index += 1
                continue
            }
            if current.name.isEmpty || cell.gap >= 2, let (title, used) = post(cells, index) {
                if !current.name.isEmpty || !current.title.isEmpty { close() }
                current.title = title
                index += used
                continue
            }
            // 小笠原　文　　細川　正: a wider blank than the one inside the name sets off the next.
            if current.innerGap > 0, cell.gap > current.innerGap, cell.text.count > 1, current.name.count >= 3 {
                let title = current.title
                close()
                if ["委員", "議員", "構成員"].contains(title) { current.title = title }
            }
            if !current.name.isEmpty { current.innerGap = max(current.innerGap, cell.gap) }
            if !current.name.isEmpty, cell.gap >= 4, current.seat == nil, current.name.count >= 3,
                current.title.isEmpty, cell.text.count > 1
            {
                close()
            }
            current.name += cell.text
            index += 1
        }
        close()
        return drafts
    }

    /// A post that begins at a cell, spread over single characters or not.
    private func post(_ cells: [Cell], _ index: Int) -> (String, Int)? {
        let text = cells[index].text
        if text.count > 1 {
            let reading = SpeakerLabel.read(text)
            if reading.strength >= 2, reading.name == nil { return (text, 1) }
            if text.hasSuffix("兼務") || text.hasSuffix("担当部長") { return (text, 1) }
            return nil
        }
        var joined = text
        var next = index + 1
        while next < cells.count, next - index < 4, cells[next].text.count == 1 {
            joined += cells[next].text
            next += 1
            if let entry = RoleLexicon.standard.exact(Array(joined.utf8)[...]), entry.strength >= 2 {
                return (joined, next - index)
            }
        }
        return nil
    }
}
