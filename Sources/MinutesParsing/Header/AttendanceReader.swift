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
        let separated = section.value.filter { hasSeparator($0.range) }.count
        var found: [Attendance]
        if separated * 2 >= section.value.count || (separated > 0 && wrapping.isWrapped && section.value.count <= 3) {
            found = separatedList(section, group)
        } else {
            found = PeopleTable(bytes: bytes, lines: lines, group: group).people(section.value)
        }
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(section.label)[...])
        for index in found.indices {
            if let post, post.role == .chair || post.role == .viceChair, found[index].title == nil {
                found[index].title = section.label
            }
            found[index].status = status
            found[index].role = Self.role(found[index], group: group, label: section.label)
        }
        return found.filter { !$0.name.isEmpty || $0.title != nil }
    }

    /// 委員 under 出席者 is 出席者 委員's group; a count behind the label is no part of it.
    private static func groupName(_ section: HeaderReader.Section) -> String {
        var label = section.label
        let post = RoleLexicon.standard.exact(SpeakerLabel.condensed(label)[...])
        if let post, post.role == .chair || post.role == .viceChair, let outer = section.outer { label = outer }
        if label.holds("（") || label.holds("("), let open = label.firstIndex(where: { $0 == "（" || $0 == "(" }) {
            label = String(label[..<open])
        }
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
        let widest = section.value.map { lines[$0.line].columns + lines[$0.line].indent }.max() ?? 0
        for (position, value) in section.value.enumerated() {
            let piece = bytes.string(value.range)
            let previousEnds = text.isEmpty || text.last == "、" || text.last == "，"
            // A list of its own on the next line begins a new entry unless the line above was cut.
            if !previousEnds, position > 0 {
                let above = lines[section.value[position - 1].line]
                if above.columns + above.indent < max(40, widest - 8) { text += "、" }
            }
            text += piece
        }
        var people = Self.split(text).flatMap(Self.sharingPost).flatMap { Self.person($0, group: group) }
        // 委員 東光一、西田花子: the word holds for the names behind it.
        for index in people.indices.dropFirst() where people[index].title == nil && people[index].role == .other {
            if people[index - 1].title == nil, people[index - 1].role == .member { people[index].role = .member }
        }
        return people
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

    // MARK: One person

    private static let remarks = [
        "退席", "出席", "遅参", "欠席", "オンライン", "代理", "リモート", "遅刻", "早退", "Ｗｅｂ", "Web", "WEB", "ＷＥＢ", "途中",
    ]

    /// `田村事務局長`, `室長 柴崎花子`, `委員長：山田太郎`, `福祉政策課長（古内洋一）`, `山田太郎（町会連合会）`.
    static func person(_ text: String, group: String) -> [Attendance] {
        var text = text.trimmingBlanks().trimmingCharacters("・○●◎◇◆ 　。")
        if text.hasSuffix("ほか") { text = String(text.dropLast(2)).trimmingBlanks() }
        let nobody = ["なし", "無し", "無", "計", "以上"]
        if text.isOne(of: nobody) || text.ends(in: "名") && nobody.contains(where: text.begins) { return [] }
        guard !text.isEmpty, !HeaderField.isCountOnly(text) else { return [] }
        var person = Attendance(name: "", role: .other, group: group)
        if text.holds("：") || text.holds(":"), let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
            person.title = String(text[..<colon]).trimmingBlanks()
            text = String(text[text.index(after: colon)...]).trimmingBlanks()
        }
        if text.holds("（") || text.holds("("), let open = text.firstIndex(where: { $0 == "（" || $0 == "(" }),
            open > text.startIndex,
            let close = text.lastIndex(where: { $0 == "）" || $0 == ")" }), open < close
        {
            let inner = String(text[text.index(after: open)..<close]).trimmingBlanks()
            let head = String(text[..<open]).trimmingBlanks()
            let tail = String(text[text.index(after: close)...]).trimmingBlanks()
            text = head + tail
            if !remarks.contains(where: inner.contains) {
                let reading = SpeakerLabel.read(head)
                let inside = SpeakerLabel.read(inner)
                if reading.strength >= 2 || reading.isGeneric, reading.name == nil, tail.isEmpty {
                    person.title = isName(inner) ? head : head + "（\(inner)）"
                    text = isName(inner) ? inner : ""
                } else if inside.strength >= 2, inside.name == nil {
                    if let name = reading.name, reading.strength >= 2, head.hasPrefix(name) {
                        // 北村一郎公営企業管理者（交通局長）
                        person.title = String(head.dropFirst(name.count)) + "（\(inner)）"
                        text = name
                    } else {
                        person.title = person.title ?? inner
                    }
                } else {
                    person.organization = inner
                }
            }
        }
        if isHeadCount(text) { person.title = text } else if !text.isEmpty { take(text, into: &person) }
        if let title = person.title, isAddress(title) {
            person.role = SpeakerLabel.read(title).role
            person.title = nil
        }
        return [person]
    }

    /// A few characters without a department word or a separator.
    private static func isName(_ text: String) -> Bool {
        let bytes = SpeakerLabel.condensed(text)
        return bytes.count <= 24 && DepartmentWords.first(in: bytes[...]) == nil
            && !text.contains("・") && !HeadingWords.ends(bytes[...]) && SpeakerLabel.read(text).strength <= 1
    }

    /// `政策推進係員3人`: people of a post who are only counted.
    private static func isHeadCount(_ text: String) -> Bool {
        // Folding makes a 人 of its compatibility form, but of no other kana or ideograph.
        switch text.unicodeScalars.last?.value ?? 0 {
        case 0x4EBA, 0x540D: break
        case 0x3041...0x30FF, 0x4E00...0x9FFF: return false
        default: break
        }
        let folded = Array(TextFolding.fold(text, .width).utf8)[...]
        guard folded.last(3) == Array("人".utf8) || folded.last(3) == Array("名".utf8) else { return false }
        return folded.dropLast(3).last.map { (0x30...0x39).contains($0) } == true
    }

    /// Takes name and post out of a string in which they stand together.
    static func take(_ text: String, into person: inout Attendance) {
        let words = text.wordsBetweenBlanks()
        if words.count >= 2, person.title == nil {
            // 企画課 課長 浜口 / 柴崎花子 室長 / 環境課 水野課長 / 柴崎 花子
            let readings = words.map { SpeakerLabel.read($0) }
            if let post = readings.dropLast().lastIndex(where: { $0.strength >= 2 && $0.name == nil }) {
                person.title = words[...post].joined()
                person.name = name(words[(post + 1)...].joined())
                return
            }
            let last = readings[words.count - 1]
            let lastWord = words[words.count - 1]
            if last.strength >= 2, last.name == nil, !isAddress(lastWord) {
                person.title = lastWord
                person.name = name(words.dropLast().joined())
                return
            }
            let isDepartment = readings.dropLast().allSatisfy { $0.isGeneric }
            if isDepartment, last.strength >= 2, let found = last.name, lastWord.hasPrefix(found), lastWord != found {
                person.name = found
                person.title = words.dropLast().joined() + String(lastWord.dropFirst(found.count))
                return
            }
        }
        if words.count >= 2, person.title == nil, words.dropLast().allSatisfy({ SpeakerLabel.read($0).isGeneric }),
            let last = words.last, SpeakerLabel.read(last).strength == 1, !SpeakerLabel.read(last).isGeneric
        {
            // 国際課 多田
            person.organization = words.dropLast().joined()
            person.name = name(last)
            return
        }
        let joined = words.joined()
        let reading = SpeakerLabel.read(joined)
        if person.title == nil, reading.strength >= 2, let found = reading.name, found != joined,
            joined.hasPrefix(found)
        {
            person.name = found
            person.role = reading.role
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
        word.isOne(of: ["君", "氏", "さん", "様", "殿", "先生", "委員", "議員", "構成員"])
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
        return byGroup ?? person.role
    }

    private static func groupRole(_ group: String) -> Role? {
        if group.holds("事務局") || group.holds("職務のため") || group.holds("書記") || group.holds("記録") { return .secretariat }
        if group.holds("説明") || group.holds("理事者") || group.holds("大臣") || group.holds("政務官")
            || group.holds("政府") || group.holds("市側") || group.holds("町側") || group.holds("県側") || group.holds("区側")
            || group.holds("行政") || group.holds("幹事")
        {
            return .official
        }
        if group.holds("参考人") || group.holds("有識者") || group.holds("オブザーバー") || group.holds("アドバイザー") { return .expert }
        if group.holds("職員") { return .secretariat }
        if group.holds("副会長") || group.holds("副委員長") || group.holds("副座長") { return .viceChair }
        if group.holds("委員長及び委員") { return .member }
        if group.isOne(of: ["議長", "委員長", "会長", "座長", "司会"]) { return .chair }
        if group.holds("委員") || group.holds("議員") || group.holds("構成員") || group.holds("理事") || group.holds("部会員") {
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
