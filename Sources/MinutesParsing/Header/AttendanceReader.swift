import JapaneseText
import MinutesModel

/// Reads lists of people: names in a row, one a line, in columns, with posts before or behind, seats, organisations.
struct AttendanceReader {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    /// Groups of the lists above this one.
    var known: Set<String> = []

    func people(in section: HeaderReader.Section, absent: Bool) -> [Attendance] {
        guard !section.value.isEmpty else { return [] }
        let group = Self.groupName(section)
        let status: Attendance.Status = absent || section.outer?.holds("欠席") == true ? .absent : .present
        var found: [Attendance] = []
        var listed = section
        var legend = RollLegend()
        legend.read(section.label)
        if let outer = section.outer { legend.read(outer) }
        for value in section.value where value.range.count < 600 {
            let text = bytes.string(value.range)
            // （◎会長　○副会長）
            if text.holds(anyOf: Self.legendWords) || text.first.map({ "（(［[〔※＊*".contains($0) }) == true {
                legend.read(text)
            }
        }
        if section.isTable, let head = section.value.firstIndex(where: { AttendanceTable.isHead($0.range, bytes) }) {
            let table = AttendanceTable(
                bytes: bytes, lines: lines, group: group, role: Self.groupRole(group), legend: legend)
            let (people, rest) = table.people(Array(section.value[head...]))
            found = people
            listed.value = Array(section.value[..<head]) + rest
        }
        if listed.value.count > 1, headsList(listed.value[0].range) { listed.value.removeFirst() }
        let ofMembers = countsMembers(listed) ? Role.member : nil
        for part in categories(listed, group) {
            let isOfBody = part.isBeside && RollPerson.isBody(part.group)
            let role =
                isOfBody
                ? nil : Self.groupRole(part.group) ?? (part.isBeside ? nil : Self.groupRole(group) ?? ofMembers)
            var people: [Attendance]
            if let dotted = DottedRoll(part.value, bytes) {
                people = dotted.people(group: part.group, role: role)
            } else if AddressedRoll.isOne(part.value, bytes) {
                people = AddressedRoll(bytes: bytes, group: part.group).people(part.value)
                for index in people.indices {
                    people[index].role = Self.role(
                        people[index], group: Self.groupRole(part.group) == nil ? group : part.group)
                }
            } else {
                var reader = RollReader(group: part.group, role: role, legend: legend)
                reader.standsFor = part.body
                people = reader.read(rows(part.value))
            }
            if part.isRow {
                Self.takePosts(part.group, &people)
                if role == nil, Self.groupRole(part.group) == nil { Self.seat(&people) }
            }
            if part.group != group, !part.isBeside, !part.isRow, !RollPerson.isSide(part.group), people.count == 1,
                people[0].organization == nil,
                !part.group.holds("委員")
            {
                people[0].organization = part.group
                people[0].group = group
            }
            found += people
        }
        // 議長氏名　山田太郎
        let seat = Self.presiding.hold(section.label) ? Self.seat(of: section.label) : section.label
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(seat)[...])
        for index in found.indices {
            // Two may be 副会長; behind the one 会長 follow others.
            if let post, post.role == .chair && index == 0 || post.role == .viceChair, found[index].title == nil {
                found[index].title = seat
                found[index].role = post.role
            }
            if found[index].status == .present { found[index].status = status }
        }
        if !known.isEmpty {
            for index in found.indices {
                // 欠席者　山田太郎（学識委員）: one of those above under that heading
                guard let body = found[index].organization, known.contains(body), Self.isKindOfPeople(body) else {
                    continue
                }
                found[index].organization = nil
                found[index].group = body
            }
        }
        return found.filter { !$0.name.isEmpty || $0.title != nil || $0.organization != nil }
    }

    /// Labels behind which whoever presides is named, once more above the list of those who came.
    static let presiding = WordEndings("議長氏名 会長氏名 委員長氏名 座長氏名 議長名 会長名 委員長名 座長名")

    private static func seat(of label: String) -> String {
        let name = ["氏名", "名"].first(where: label.ends) ?? ""
        return String(label.dropLast(name.count))
    }

    /// Words of lines that may explain marks.
    private static let legendWords = [
        "敬称", "順不同", "五十音", "印", "は座長", "は会長", "は委員長", "は部会長", "は議長", "は副", "は職務", "は欠席", "は出席", "はオンライン", "は代理", "：欠席",
        "＝欠席",
        "…欠席",
    ]

    /// 委員 under 出席者 is 出席者 委員's group; a count behind the label is no part of it.
    static func groupName(_ section: HeaderReader.Section) -> String {
        var label = section.label
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(label)[...])
        if let post, post.role == .chair || post.role == .viceChair, let outer = section.outer { label = outer }
        if let first = label.first, "（(".contains(first), label.ends(in: "）") || label.ends(in: ")") {
            return String(label.dropFirst().dropLast())
        }
        if label.holds("（") || label.holds("("), let open = label.firstIndex(where: { $0 == "（" || $0 == "(" }) {
            label = String(label[..<open])
        }
        // ○市: the mark is none of the heading's words.
        if let first = label.unicodeScalars.first, label.count > 1, TurnMarks.isMark(first.value) {
            label = String(label.dropFirst())
        }
        return label
    }

    /// `審議会委員（敬称略）` on the line of the heading, over rows of people: nobody's post.
    private func headsList(_ range: Range<Int>) -> Bool {
        guard range.count <= 90 else { return false }
        let text = bytes.condensed(range)
        guard let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }),
            case let rest = String(text[open...]), rest.holds("敬称") || rest.holds("順不同"),
            rest.ends(in: "）") || rest.ends(in: ")")
        else { return false }
        return ["委員", "議員", "構成員", "会員", "出席者"].contains(where: String(text[..<open]).ends)
    }

    /// Those of a kind of people have a seat, whatever they are elsewhere; whoever is named by family name and post alone
    /// serves the meeting.
    private static func seat(_ people: inout [Attendance]) {
        for index in people.indices
        where people[index].role == .other || people[index].role == .official || people[index].role == .secretariat {
            let person = people[index]
            if person.title == nil || person.organization != nil || person.name.count >= 5, !person.name.isEmpty {
                people[index].role = .member
            }
        }
    }

    func hasSeparator(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset + 2 < range.upperBound {
            if bytes[offset] == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x81 { return true }
            if bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x8C { return true }
            if bytes[offset] == 0x2C, bytes.blank(at: offset + 1) > 0 { return true }
            offset += 1
        }
        return false
    }

    /// The lines of a list with wraps undone: names separated by 、 may be cut anywhere, rows of a table are not.
    func rows(_ values: [HeaderReader.Value]) -> [RollReader.Row] {
        let hasStrokes = values.count { hasStroke($0.range) } * 2 >= values.count
        let separated = hasStrokes ? values.count : values.filter { hasSeparator($0.range) }.count
        let isRunning =
            separated * 2 >= values.count || (separated > 0 && wrapping.isWrapped && values.count <= 3)
        let widest = values.map { lines[$0.line].columns + lines[$0.line].indent }.max() ?? 0
        var rows: [RollReader.Row] = []
        for (position, value) in values.enumerated() {
            let line = lines[value.line]
            let piece = bytes.string(value.range)
            let column =
                line.indent + LineTable.width(of: line.inkStart..<max(line.inkStart, value.range.lowerBound), bytes)
            if isRunning, position > 0, let last = rows.indices.last {
                let above = lines[values[position - 1].line]
                let isCut =
                    above.columns + above.indent >= max(40, widest - 8) && !beginsWithPost(piece)
                    && !beginsWithLabel(piece) && !piece.begins(with: "欠席")
                    && !beginWithBrackets(rows[last].text, piece) && !beginsWithBody(piece)
                    && !isNextEntry(rows[last].text, piece) && !beginsWithBullet(piece, like: rows)
                    && !beginsWithHead(value, like: values[position - 1])
                let isOpen = rows[last].text.last.map { "、，／/".contains($0) } ?? false
                // A list of its own on the next line begins a new entry unless the line above was cut.
                if isOpen || isCut {
                    let isName = !isOpen && !hasStrokes && beginsName(piece, behind: rows[last].text)
                    rows[last].text += (isName ? "、" : "") + piece
                    continue
                }
            }
            rows.append(RollReader.Row(text: piece, column: column))
        }
        return rows.map { RollReader.Row(text: Self.counted($0.text) ?? $0.text, column: $0.column) }
    }

    /// `山田会長（町会）／川村委員（学校）／…`: people between strokes.
    private func hasStroke(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset + 2 < range.upperBound {
            if bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x8F {
                return bytes[range.lowerBound] != 0xE2  // ※
            }
            offset += bytes[offset] & 0xF0 == 0xE0 ? 3 : 1
        }
        return false
    }

    /// `委員会事務局　　局長…` under `県　　　　　　課長…`: words in two columns that both lines keep to.
    private func beginsWithHead(_ value: HeaderReader.Value, like above: HeaderReader.Value) -> Bool {
        guard column(of: value) == column(of: above), let here = secondColumn(value.range),
            let there = secondColumn(above.range)
        else { return false }
        return here == there
    }

    /// Where the second word of a line begins, behind a blank of four columns and more.
    private func secondColumn(_ range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound, bytes.blank(at: offset) == 0, offset - range.lowerBound <= 45 {
            offset += bytes.scalar(at: offset).length
        }
        let next = bytes.skipBlanks(offset, range.upperBound)
        guard next < range.upperBound, LineTable.width(of: offset..<next, bytes) >= 4 else { return nil }
        return LineTable.width(of: range.lowerBound..<next, bytes)
    }

    /// `アドバイザー 山田太郎`: a post set off by a blank is no rest of the name above.
    func beginsWithPost(_ piece: String) -> Bool {
        let words = piece.wordsBetweenBlanks()
        guard words.count >= 2, let entry = RoleLexicon.standard.exact(SpeakerLabel.condensed(words[0])[...]) else {
            return false
        }
        return entry.strength == 3 && !entry.isAddress
    }

    /// `（学校）校長　…` over `（地域）…`
    func beginWithBrackets(_ above: String, _ piece: String) -> Bool {
        guard let first = piece.unicodeScalars.first, first == above.unicodeScalars.first,
            let close = Bracket.closing(of: first.value),
            let inner = piece.dropFirst().firstIndex(where: {
                $0.unicodeScalars.first?.value == close
            })
        else { return false }
        return piece[..<inner].count <= 12 && piece.index(after: inner) < piece.endIndex
    }

    /// 山田一夫 over 川村さつき: too much for one name cut by the end of the line.
    func beginsName(_ piece: String, behind above: String) -> Bool {
        // By scalars: the line above may be long, and none of the signs is part of a character of several.
        let (first, last) = (piece.unicodeScalars, above.unicodeScalars)
        let head = String(first.prefix { !Self.opensNext($0) }).trimmingBlanks()
        let from = last.lastIndex(where: Self.closesLast).map(last.index(after:)) ?? last.startIndex
        let tail = String(last[from...]).trimmingBlanks()
        let (before, behind) = (tail.wordsBetweenBlanks(), head.wordsBetweenBlanks())
        guard before.count <= 2, before.count == behind.count,
            (before + behind).allSatisfy({ $0.utf8.count == $0.count * 3 && RollWord.Kind.of($0) == .name })
        else { return false }
        if before.count == 2 { return (before + behind).allSatisfy { $0.count <= 5 } }
        return head.count >= 3 && tail.count >= 3 && head.count + tail.count >= 7 && head.count <= 8 && tail.count <= 8
    }

    private static func opensNext(_ sign: Unicode.Scalar) -> Bool {
        sign == "、" || sign == "，" || sign == "（" || sign == "("
    }

    private static func closesLast(_ sign: Unicode.Scalar) -> Bool {
        sign == "、" || sign == "，" || sign == "）" || sign == ")"
    }

    /// `教育委員会　栗田主事`: a body set off by a blank from whom it sent is no rest of the name above.
    func beginsWithBody(_ piece: String) -> Bool {
        let words = piece.wordsBetweenBlanks()
        guard words.count >= 2, !words[0].holds("、"), words[0].ends(in: "側") || RollWord.Kind.of(words[0]) == .body
        else { return false }
        let next = String(words[1].prefix { $0 != "、" && $0 != "（" })
        switch RollWord.Kind.of(next) {
        case .post, .postedName: return SpeakerLabel.read(next).strength >= 2
        default: return false
        }
    }

    /// `…、山田　太郎　福祉課長` over `川村　係長、…`: the post ends the line, a name and a post begin the next.
    func isNextEntry(_ above: String, _ piece: String) -> Bool {
        guard let last = above.wordsBetweenBlanks().last, case let words = piece.wordsBetweenBlanks(), words.count >= 2,
            !words[0].holds("、"), SpeakerLabel.read(words[0]).strength < 2
        else { return false }
        let first = words[1].prefix { $0 != "、" && $0 != "（" }
        let end = last.split(separator: "、").last.map(String.init) ?? last
        return SpeakerLabel.read(end).strength >= 2 && SpeakerLabel.read(String(first)).strength >= 2
            && RollWord.Kind.of(String(first)) == .post && RollWord.Kind.of(end) == .post
    }

    /// `・学識経験者　…` over `・市民　…`
    func beginsWithBullet(_ piece: String, like rows: [RollReader.Row]) -> Bool {
        let words = piece.wordsBetweenBlanks()
        if words.count >= 2, RollReader.innerKinds.hold(words[0]) { return true }
        guard let first = piece.unicodeScalars.first, TurnMarks.isMark(first.value) else { return false }
        return rows.first?.text.unicodeScalars.first == first
    }

    /// `学校: 校長、教頭` is a list of its own.
    func beginsWithLabel(_ piece: String) -> Bool {
        var read = 0
        for scalar in piece.unicodeScalars {
            if scalar == "：" || scalar == ":" { return read > 0 }
            read += 1
            if read > 13 || scalar == "、" || scalar == "，" { return false }
        }
        return false
    }

    /// `６名（町会、学校、公募委員）` → what stands in the brackets.
    static func counted(_ text: String) -> String? {
        guard text.ends(in: "）") || text.ends(in: ")"), let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }),
            text.holds("、")
        else { return nil }
        var head = String(text[..<open])
        for word in ["委員", "議員", "構成員"] where head.begins(with: word) {
            head = String(head.dropFirst(word.count)).trimmingBlanks()
        }
        guard HeaderField.isCountOnly(head) else { return nil }
        return String(text[text.index(after: open)...].dropLast())
    }
}

extension HeaderField {
    /// `３名`, `計13人`
    static func isCountOnly(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text.hasPrefix("計") ? String(text.dropFirst()) : text)
        return SpeakerLabel.isCount(bytes[...])
    }
}
