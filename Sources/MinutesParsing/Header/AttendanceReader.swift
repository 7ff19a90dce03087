import JapaneseText
import MinutesModel

/// Reads lists of people: names in a row, one a line, in columns, with posts before or behind, seats, organisations.
struct AttendanceReader {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping

    func people(in section: HeaderReader.Section, absent: Bool) -> [Attendance] {
        guard !section.value.isEmpty else { return [] }
        let group = Self.groupName(section)
        let status: Attendance.Status = absent || section.outer?.contains("欠席") == true ? .absent : .present
        var found: [Attendance] = []
        var listed = section
        if section.isTable, let head = section.value.firstIndex(where: { AttendanceTable.isHead($0.range, bytes) }) {
            found = AttendanceTable(bytes: bytes, group: group).people(Array(section.value[head...]))
            listed.value = Array(section.value[..<head])
        }
        for part in categories(listed, group) {
            let separated = part.value.filter { hasSeparator($0.range) }.count
            var people: [Attendance]
            if separated * 2 >= part.value.count || (separated > 0 && wrapping.isWrapped && part.value.count <= 3) {
                people = separatedList(part.value, part.group)
            } else {
                people = PeopleTable(bytes: bytes, lines: lines, group: part.group).people(part.value)
            }
            if part.group != group, people.count == 1, people[0].organization == nil, !part.group.contains("委員") {
                people[0].organization = part.group
                people[0].group = group
            }
            found += people
        }
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(section.label)[...])
        // Nearly all are of one group.
        let role = Self.groupRole(group)
        var last = (group: group, role: role)
        for index in found.indices {
            if let post, post.role == .chair || post.role == .viceChair, found[index].title == nil {
                found[index].title = section.label
            }
            if found[index].status == .present { found[index].status = status }
            let own = found[index].group
            if own != last.group { last = (own, Self.groupRole(own)) }
            found[index].role = Self.role(found[index], byGroup: last.role ?? role)
        }
        return found.filter { !$0.name.isEmpty || $0.title != nil || $0.organization != nil }
    }

    /// 委員 under 出席者 is 出席者 委員's group; a count behind the label is no part of it.
    static func groupName(_ section: HeaderReader.Section) -> String {
        var label = section.label
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(label)[...])
        if let post, post.role == .chair || post.role == .viceChair, let outer = section.outer { label = outer }
        if label.holds("（") || label.holds("("), let open = label.firstIndex(where: { $0 == "（" || $0 == "(" }) {
            label = String(label[..<open])
        }
        return label
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

    /// `被保険者代表　　　　髙木　伸子、桑田　透`: lines that begin with whom they speak for, set off by a wide blank.
    func categories(
        _ section: HeaderReader.Section, _ group: String
    ) -> [(group: String, value: [HeaderReader.Value])] {
        var parts: [(group: String, value: [HeaderReader.Value])] = [(group, [])]
        for value in section.value {
            if isCaption(value.range) {
                // 【福祉部】 over those who came from there
                parts.append((group, []))
            } else if let (head, rest) = category(value.range) {
                parts.append((bytes.condensed(head), [HeaderReader.Value(range: rest, line: value.line)]))
            } else {
                parts[parts.count - 1].value.append(value)
            }
        }
        return parts.filter { !$0.value.isEmpty }
    }

    /// `【教育委員会】` alone on its line, and longer brackets of that kind.
    func isCaption(_ range: Range<Int>) -> Bool {
        let (first, length) = bytes.scalar(at: range.lowerBound)
        guard first == 0x3010 || first == 0xFF3B || first == 0x3014 || first == 0xFF1C || first == 0x3008,
            let close = Bracket.closing(of: first), range.count > length + 3,
            bytes.scalar(before: range.upperBound, after: range.lowerBound) == close
        else { return false }
        let text = bytes.string(range.lowerBound + length..<range.upperBound - 3)
        return !text.contains("】") && (OrganizationWords.ends(text) || text.hasSuffix("部"))
    }

    func category(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
        var offset = range.lowerBound
        while offset < range.upperBound, offset - range.lowerBound < 90 {
            let next = bytes.skipBlanks(offset, range.upperBound)
            if next > offset {
                guard next < range.upperBound, LineTable.width(of: offset..<next, bytes) >= 4 else { return nil }
                let head = range.lowerBound..<offset
                let text = bytes.condensed(head)
                let reading = SpeakerLabel.read(text)
                let isSet = hasSeparator(next..<range.upperBound)
                let isNumbered =
                    text.contains("号委員")
                    && AgendaNumber.isDigitLike(
                        bytes.scalar(at: range.lowerBound).value)
                let isKind =
                    text.hasSuffix("代表") || text.hasSuffix("経験者") || text.hasSuffix("関係者") || text == "公募"
                    || text.hasSuffix("公募市民")
                let isBody = isSet && reading.strength < 2 && OrganizationWords.ends(text)
                return isNumbered || isKind || isBody ? (head, next..<range.upperBound) : nil
            }
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3001 || value == 0xFF0C { return nil }
            offset += length
        }
        return nil
    }

    /// Names separated by 、, wrapped anywhere.
    func separatedList(_ values: [HeaderReader.Value], _ group: String) -> [Attendance] {
        var text = ""
        let widest = values.map { lines[$0.line].columns + lines[$0.line].indent }.max() ?? 0
        for (position, value) in values.enumerated() {
            let piece = bytes.string(value.range)
            let previousEnds = text.isEmpty || text.last == "、" || text.last == "，"
            // A list of its own on the next line begins a new entry unless the line above was cut.
            if !previousEnds, position > 0 {
                let above = lines[values[position - 1].line]
                if above.columns + above.indent < max(40, widest - 8) || beginsWithPost(piece) { text += "、" }
            }
            text += piece
        }
        var absent: [Attendance] = []
        if let open = ["（欠席", "(欠席"].compactMap({ text.range(ofWord: $0) }).first,
            let close = text[open.upperBound...].firstIndex(where: { $0 == "）" || $0 == ")" })
        {
            // （欠席：知念徹） behind the names of those who came
            var inner = String(text[open.upperBound..<close])
            inner = inner.trimmingCharacters("者委員構成員：: 　")
            absent = Self.split(inner).flatMap { Self.person($0, group: group) }
            for index in absent.indices { absent[index].status = .absent }
            if !absent.isEmpty { text.removeSubrange(open.lowerBound...close) }
        }
        if let all = Self.counted(text) { text = all }
        var people = Self.split(text).flatMap(Self.sharingPost).flatMap { Self.person($0, group: group) }
        // 委員 東光一、西田花子: the word holds for the names behind it.
        for index in people.indices.dropFirst() where people[index].title == nil && people[index].role == .other {
            if people[index - 1].title == nil, people[index - 1].role == .member { people[index].role = .member }
        }
        return people + absent
    }

    /// `アドバイザー 山田太郎`: a post set off by a blank is no rest of the name above.
    func beginsWithPost(_ piece: String) -> Bool {
        let words = piece.wordsBetweenBlanks()
        guard words.count >= 2, let entry = RoleLexicon.standard.exact(SpeakerLabel.condensed(words[0])[...]) else {
            return false
        }
        return entry.strength == 3 && !entry.isAddress
    }

    /// `６名（町会、学校、公募委員）` → what stands in the brackets.
    static func counted(_ text: String) -> String? {
        guard text.ends(in: "）") || text.ends(in: ")"),
            let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }), let last = text.last, "）)".contains(last),
            HeaderField.isCountOnly(String(text[..<open])), text.contains("、")
        else { return nil }
        return String(text[text.index(after: open)...].dropLast())
    }

    /// Splits at 、 outside brackets.
    static func split(_ text: String) -> [String] {
        text.withUTF8Bytes { buffer in
            let bytes = SourceBytes(buffer: buffer)
            var parts: [String] = []
            var start = 0
            var offset = 0
            var depth = 0
            while offset < bytes.count {
                let (value, length) = bytes.scalar(at: offset)
                switch value {
                case 0xFF08, 0x28: depth += 1
                case 0xFF09, 0x29: depth = max(0, depth - 1)
                case 0x3001, 0xFF0C, 0x2C, 0xFF1B:
                    guard depth == 0 else { break }
                    parts.append(bytes.string(start..<offset).trimmingBlanks())
                    start = offset + length
                default: break
                }
                offset += length
            }
            parts.append(bytes.string(start..<bytes.count).trimmingBlanks())
            return parts.filter { !$0.isEmpty }
        }
    }

    /// `副会長 室井・有坂` are two of one post; フリー・ランスの会 and 総務課長・室長 are not.
    static func sharingPost(_ text: String) -> [String] {
        guard text.holds("・") else { return [text] }
        let words = text.wordsBetweenBlanks()
        guard words.count == 2, words[1].contains("・"), let post = words.first,
            SpeakerLabel.read(post).strength >= 2, SpeakerLabel.read(post).name == nil
        else { return [text] }
        let names = words[1].split(separator: "・").map(String.init)
        guard names.count >= 2, names.allSatisfy({ $0.count <= 5 && SpeakerLabel.read($0).strength == 1 }) else {
            return [text]
        }
        return names.map { post + " " + $0 }
    }
}

extension HeaderField {
    /// `３名`, `計13人`
    static func isCountOnly(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text.hasPrefix("計") ? String(text.dropFirst()) : text)
        return SpeakerLabel.isCount(bytes[...])
    }
}
