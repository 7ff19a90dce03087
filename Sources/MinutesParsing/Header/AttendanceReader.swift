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
        let separated = section.value.filter { hasSeparator($0.range) }.count
        var found: [Attendance]
        if separated * 2 >= section.value.count || (separated > 0 && wrapping.isWrapped && section.value.count <= 3) {
            found = separatedList(section, group)
        } else {
            found = PeopleTable(bytes: bytes, lines: lines, group: group).people(section.value)
        }
        for index in found.indices {
            found[index].status = status
            found[index].role = Self.role(found[index], group: group, label: section.label)
        }
        return found.filter { !$0.name.isEmpty || $0.title != nil }
    }

    /// 委員 under 出席者 is 出席者 委員's group; a count behind the label is no part of it.
    private static func groupName(_ section: HeaderReader.Section) -> String {
        var label = section.label
        if let open = label.firstIndex(where: { $0 == "（" || $0 == "(" }) { label = String(label[..<open]) }
        return label
    }

    private func hasSeparator(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset + 2 < range.upperBound {
            if bytes[offset] == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x81 { return true }
            if bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC, bytes[offset + 2] == 0x8C { return true }
            offset += 1
        }
        return false
    }

    /// Names separated by 、, wrapped anywhere.
    private func separatedList(_ section: HeaderReader.Section, _ group: String) -> [Attendance] {
        var text = ""
        for value in section.value {
            let piece = bytes.string(value.range)
            let previousEnds = text.isEmpty || text.last == "、" || text.last == "，"
            // A list of its own on the next line begins a new entry unless the line above was cut.
            if !previousEnds, value.line > 0, !isCut(before: value, in: section) { text += "、" }
            text += piece
        }
        return Self.split(text).flatMap { Self.person($0, group: group) }
    }

    private func isCut(before value: HeaderReader.Value, in section: HeaderReader.Section) -> Bool {
        guard let position = section.value.firstIndex(where: { $0.line == value.line }), position > 0 else { return false }
        let previous = lines[section.value[position - 1].line]
        let widest = section.value.map { lines[$0.line].columns + lines[$0.line].indent }.max() ?? 0
        return previous.columns + previous.indent >= max(40, widest - 8)
    }

    /// Splits at 、 outside brackets.
    static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var current = ""
        var depth = 0
        for character in text {
            if character == "（" || character == "(" { depth += 1 }
            if character == "）" || character == ")" { depth = max(0, depth - 1) }
            if depth == 0, character == "、" || character == "，" || character == "," || character == "；" {
                parts.append(current)
                current = ""
            } else {
                current.append(character)
            }
        }
        parts.append(current)
        return parts.map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
    }

    // MARK: One person

    private static let remarks = ["退席", "出席", "遅参", "欠席", "オンライン", "代理", "リモート", "遅刻", "早退", "Ｗｅｂ", "Web", "WEB", "ＷＥＢ", "途中"]

    /// `田村事務局長`, `室長 柴崎花子`, `委員長：山田太郎`, `福祉政策課長（古内洋一）`, `山田太郎（町会連合会）`.
    static func person(_ text: String, group: String) -> [Attendance] {
        var text = text.trimmingBlanks().trimmingCharacters("・○●◎◇◆ 　。")
        if text.hasSuffix("ほか") { text = String(text.dropLast(2)).trimmingBlanks() }
        for word in ["なし", "無し", "無", "計", "以上"] where text == word || (text.hasPrefix(word) && text.hasSuffix("名")) { return [] }
        guard !text.isEmpty, !HeaderField.isCountOnly(text) else { return [] }
        var person = Attendance(name: "", role: .other, group: group)
        if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
            person.title = String(text[..<colon]).trimmingBlanks()
            text = String(text[text.index(after: colon)...]).trimmingBlanks()
        }
        if let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }), open > text.startIndex,
            let close = text.lastIndex(where: { $0 == "）" || $0 == ")" }), open < close
        {
            let inner = String(text[text.index(after: open)..<close]).trimmingBlanks()
            let head = String(text[..<open]).trimmingBlanks()
            let tail = String(text[text.index(after: close)...]).trimmingBlanks()
            text = head + tail
            if !remarks.contains(where: inner.contains) {
                let reading = SpeakerLabel.read(head)
                if reading.strength >= 2, reading.name == nil, tail.isEmpty {
                    person.title = head
                    text = inner
                } else if SpeakerLabel.read(inner).strength >= 2, SpeakerLabel.read(inner).name == nil {
                    person.title = person.title ?? inner
                } else {
                    person.organization = inner
                }
            }
        }
        take(text, into: &person)
        return [person]
    }

    /// Takes name and post out of a string in which they stand together.
    static func take(_ text: String, into person: inout Attendance) {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\u{3000}" }).map(String.init)
        if words.count >= 2, person.title == nil {
            // 室長 柴崎花子 / 柴崎花子 室長 / 柴崎 花子
            let first = SpeakerLabel.read(words[0])
            if first.strength >= 2, first.name == nil {
                person.title = words[0]
                person.name = name(words.dropFirst().joined())
                return
            }
            let last = SpeakerLabel.read(words[words.count - 1])
            if last.strength >= 2, last.name == nil, !isAddress(words[words.count - 1]) {
                person.title = words[words.count - 1]
                person.name = name(words.dropLast().joined())
                return
            }
        }
        let joined = words.joined()
        let reading = SpeakerLabel.read(joined)
        if person.title == nil, reading.strength >= 2, let found = reading.name, found != joined,
            joined.hasPrefix(found)
        {
            person.name = found
            let post = String(joined.dropFirst(found.count))
            person.title = isAddress(post) ? nil : post
            return
        }
        if person.title == nil, reading.strength >= 2, reading.name == nil {
            person.title = joined
            return
        }
        person.name = name(joined)
    }

    private static func isAddress(_ word: String) -> Bool {
        ["君", "氏", "さん", "様", "殿", "先生", "委員", "議員", "構成員"].contains(word)
    }

    static func name(_ text: String) -> String {
        let bytes = SpeakerLabel.condensed(text)
        return SpeakerLabel.personName(bytes[...]) ?? String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Roles

    private static func role(_ person: Attendance, group: String, label: String) -> Role {
        let byGroup = groupRole(group)
        if byGroup == .secretariat || byGroup == .expert { return byGroup ?? .other }
        if let title = person.title {
            let reading = SpeakerLabel.read(title)
            if reading.role == .chair || reading.role == .viceChair {
                // 会長 of another body among the officials is none here.
                return byGroup == .official ? .official : reading.role
            }
            if byGroup == nil || byGroup == .other { return reading.role }
        }
        return byGroup ?? .other
    }

    private static func groupRole(_ group: String) -> Role? {
        if group.contains("事務局") || group.contains("職務のため") || group.contains("書記") || group.contains("記録") { return .secretariat }
        if group.contains("説明") || group.contains("理事者") || group.contains("大臣") || group.contains("政務官")
            || group.contains("政府") || group.contains("市側") || group.contains("町側") || group.contains("県側") || group.contains("区側")
            || group.contains("行政") || group.contains("幹事")
        {
            return .official
        }
        if group.contains("参考人") || group.contains("有識者") || group.contains("オブザーバー") || group.contains("アドバイザー") { return .expert }
        if group.contains("職員") { return .secretariat }
        if group.contains("副会長") || group.contains("副委員長") || group.contains("副座長") { return .viceChair }
        if group.contains("委員長及び委員") { return .member }
        if group == "議長" || group == "委員長" || group == "会長" || group == "座長" || group == "司会" { return .chair }
        if group.contains("委員") || group.contains("議員") || group.contains("構成員") || group.contains("理事") || group.contains("部会員") {
            return .member
        }
        return nil
    }
}

extension HeaderField {
    /// `３名`, `計13人`
    static func isCountOnly(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text.hasPrefix("計") ? String(text.dropFirst()) : text)
        return SpeakerLabel.isCount(bytes[...])
    }
}
