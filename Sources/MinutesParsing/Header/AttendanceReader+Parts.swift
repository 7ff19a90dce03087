import JapaneseText

/// The parts of a list: those of one kind of seat, those one body sent, each under a heading of their own.
extension AttendanceReader {
    struct Part {
        var group: String
        var value: [HeaderReader.Value] = []
        /// Stands beside the list it was found in, and has no share in what that one's heading says.
        var isBeside = false
        /// Whom those of the part stand for, where nothing else tells where they come from.
        var body: String?
        /// Its heading stands in the column of the list's own, and its people in the column of the list's.
        var isRow = false
    }

    /// The parts of a list, in their order; most lists are one.
    func categories(_ section: HeaderReader.Section, _ group: String) -> [Part] {
        var parts = [Part(group: group)]
        let bracket = bracket(before: section.value.first)
        // Those of the staff come from the bodies they are named behind: these are no kinds of people.
        let isOfStaff = Self.groupRole(group) == .secretariat
        let rowHeads = isOfStaff ? [] : headsOfRows(section)
        let heads = section.value.map { isOfStaff || !rowHeads.isEmpty ? nil : category($0.range) }
        // 公募 among the bodies of a column is where somebody comes from.
        let isColumn = heads.count { $0 != nil } * 2 < rowsBesides(section, heads)
        var column: Int?
        for (index, (value, head)) in zip(section.value, heads).enumerated() {
            if index < rowHeads.count, let (head, rest) = rowHeads[index] {
                var part = Part(
                    group: bytes.condensed(head), value: [HeaderReader.Value(range: rest, line: value.line)])
                part.isRow = true
                parts.append(part)
                continue
            }
            if let beside = column, head == nil, self.column(of: value) <= beside {
                // The line begins where the heading did: it is none of those below the heading.
                parts.append(Part(group: group))
                column = nil
            }
            if isCaption(value.range) {
                // 【福祉部】 over those who came from there
                parts.append(Part(group: group))
            } else if let (seats, body) = kindOfSeats(value.range) {
                parts.append(Part(group: seats, body: body))
            } else if let body = markedBody(value, section) {
                parts.append(Part(group: body, isBeside: true))
            } else if let bracket, let (beside, rest) = besides(value.range, bracket) {
                parts.append(
                    Part(
                        group: beside, value: [HeaderReader.Value(range: rest, line: value.line)], isBeside: true))
            } else if let (head, rest) = head, isColumn, !startsWithColon(rest) {
                column = self.column(of: value)
                parts.append(
                    Part(
                        group: group, value: [HeaderReader.Value(range: rest, line: value.line)],
                        body: bytes.condensed(head)))
            } else if let (head, rest) = head {
                column = startsWithColon(rest) ? nil : self.column(of: value)
                let group = bytes.condensed(head)
                let (body, names) = group.ends(in: "号委員") ? kindOfMembers(rest) : (nil, rest)
                parts.append(
                    Part(group: group, value: [HeaderReader.Value(range: names, line: value.line)], body: body))
            } else {
                parts[parts.count - 1].value.append(value)
            }
        }
        return parts.filter { !$0.value.isEmpty }
    }

    /// １号, 第１号
    func startsWithNumber(_ range: Range<Int>) -> Bool {
        let (first, length) = bytes.scalar(at: range.lowerBound)
        if AgendaNumber.isDigitLike(first) { return true }
        return first == 0x7B2C && range.count > length
            && AgendaNumber.isDigitLike(bytes.scalar(at: range.lowerBound + length).value)
    }

    private func startsWithColon(_ range: Range<Int>) -> Bool {
        TurnMarks.isDelimiter(bytes.scalar(at: range.lowerBound).value)
    }

    func column(of value: HeaderReader.Value) -> Int {
        let line = lines[value.line]
        return line.indent + LineTable.width(of: line.inkStart..<max(line.inkStart, value.range.lowerBound), bytes)
    }

    /// Lines that begin where those with a kind of member do, and begin with something else.
    private func rowsBesides(
        _ section: HeaderReader.Section, _ heads: [(Range<Int>, Range<Int>)?]
    ) -> Int {
        guard let first = zip(section.value, heads).first(where: { $1 != nil && !bytes.condensed($1!.0).holds("号") })
        else { return 0 }
        let column = column(of: first.0)
        return section.value.count { self.column(of: $0) == column }
    }

    /// `委員９名のうち７名` opens a list of members, whatever its heading says.
    func countsMembers(_ section: HeaderReader.Section) -> Bool {
        guard let first = section.value.first, first.range.count < 600,
            let text = bytes.string(first.range).wordsBetweenBlanks().first
        else { return false }
        guard let word = ["委員", "構成員", "議員", "評議員"].first(where: text.begins) else { return false }
        let rest = String(text.dropFirst(word.count).prefix { $0 != "（" && $0 != "(" })
        return rest.first?.isNumeral == true && !rest.holds("、")
            && (rest.holds("のうち") || rest.holds("中") || HeaderField.isCountOnly(rest))
    }

    /// `【教育委員会】` alone on its line, and longer brackets of that kind.
    func isCaption(_ range: Range<Int>) -> Bool {
        let (first, length) = bytes.scalar(at: range.lowerBound)
        guard first == 0x3010 || first == 0xFF3B || first == 0x3014 || first == 0xFF1C || first == 0x3008,
            let close = Bracket.closing(of: first), range.count > length + 3,
            bytes.scalar(before: range.upperBound, after: range.lowerBound) == close
        else { return false }
        let text = bytes.string(range.lowerBound + length..<range.upperBound - 3)
        return !text.holds("】") && (OrganizationWords.ends(text) || text.hasSuffix("部"))
    }

    /// `２号委員（学識経験者）` alone on its line: the kind of seat, and whom its holders stand for.
    private func kindOfSeats(_ range: Range<Int>) -> (seats: String, body: String?)? {
        guard range.count <= 120, startsWithNumber(range) else { return nil }
        let text = bytes.condensed(range)
        guard let word = text.range(ofWord: "号委員") else { return nil }
        let seats = String(text[..<word.upperBound])
        let rest = String(text[word.upperBound...])
        if rest.isEmpty { return (seats, nil) }
        guard let open = rest.first, "（(【［".contains(open), let close = rest.last, "）)】］".contains(close) else {
            return nil
        }
        let inner = String(rest.dropFirst().dropLast())
        guard !inner.contains(where: { "（(、".contains($0) }) else { return nil }
        return (seats, inner.holds("敬称") || HeaderField.isCountOnly(inner) ? nil : inner)
    }

    /// `学識経験者　　山田　太郎` behind `１号委員`: whom the holders of the seats stand for, and where their names begin.
    private func kindOfMembers(_ range: Range<Int>) -> (String?, Range<Int>) {
        var end = range.lowerBound
        while end < range.upperBound, bytes.blank(at: end) == 0 { end += bytes.scalar(at: end).length }
        let start = bytes.skipBlanks(end, range.upperBound)
        let text = bytes.string(range.lowerBound..<end)
        guard start < range.upperBound, text.count >= 2, Self.kindsOfMembers.end(text),
            RollWord.Kind.of(text) != .post || RollPerson.isSide(text)
        else { return (nil, range) }
        return (text, start..<range.upperBound)
    }

    private static let kindsOfMembers = WordEndings("代表 経験者 関係者 公募 機関 団体 市民 区民 町民 村民 住民 職員 事業者")

    /// `○相談センター` alone on its line under `○委員`: the body whose people stand below, by the mark of the list's own
    /// heading.
    private func markedBody(_ value: HeaderReader.Value, _ section: HeaderReader.Section) -> String? {
        let mark = bytes.scalar(at: value.range.lowerBound).value
        guard TurnMarks.isMark(mark), value.line > section.value[0].line || section.valueColumn == nil,
            value.range.count <= 90
        else { return nil }
        let start = value.range.lowerBound + bytes.scalar(at: value.range.lowerBound).length
        let words = RollLexer.words(bytes.string(bytes.trimmed(start..<value.range.upperBound)), column: 0, dots: false)
        guard let first = words.first, words.count == 1 || words.count == 2 && words[1].kind == .bracket,
            first.kind == .body || section.mark == mark && Self.groupRole(first.text) != nil && first.isName
        else { return nil }
        return first.text
    }

    /// The bracket that closes right before a value, of the heading it stands behind: `［委員］山田太郎`.
    private func bracket(before value: HeaderReader.Value?) -> UInt32? {
        guard let value else { return nil }
        let line = lines[value.line]
        let end = bytes.trimmed(line.inkStart..<max(line.inkStart, value.range.lowerBound)).upperBound
        guard end > line.inkStart else { return nil }
        let close = bytes.scalar(before: end, after: line.inkStart)
        var offset = line.inkStart
        var open: UInt32?
        while offset < end {
            let (value, length) = bytes.scalar(at: offset)
            if Bracket.closing(of: value) == close { open = value }
            offset += length
        }
        return open
    }

    /// `［南小学校］山田校長、…` on a line of its own under `［委員］…`: those of a body beside the members.
    private func besides(_ range: Range<Int>, _ bracket: UInt32) -> (String, Range<Int>)? {
        let (first, length) = bytes.scalar(at: range.lowerBound)
        guard first == bracket, let close = Bracket.closing(of: first) else { return nil }
        var offset = range.lowerBound + length
        while offset < range.upperBound, offset - range.lowerBound < 75 {
            let (value, size) = bytes.scalar(at: offset)
            if value == close {
                let text = bytes.condensed(range.lowerBound + length..<offset)
                let rest = bytes.trimmed(offset + size..<range.upperBound)
                // （関係人）　みどり開発　…: set off from those it heads, and nobody's post.
                let isApart =
                    rest.lowerBound > offset + size && (2...8).contains(text.count) && !text.isSeatWord
                    && RollWord.Kind.of(text) == .name && text.ends(in: "人")
                guard !rest.isEmpty, !text.begins(with: "欠席"),
                    RollPerson.isBody(text) || Self.groupRole(text) != nil || isApart
                else { return nil }
                return (text, rest)
            }
            offset += size
        }
        return nil
    }

    /// `被保険者代表　　　　髙木　伸子、桑田　透`: a line that begins with whom those on it speak for, set off by a wide blank.
    func category(_ range: Range<Int>) -> (Range<Int>, Range<Int>)? {
        var offset = range.lowerBound
        while offset < range.upperBound, offset - range.lowerBound < 90 {
            let next = bytes.skipBlanks(offset, range.upperBound)
            if next > offset {
                let head = range.lowerBound..<offset
                let text = bytes.condensed(head)
                // １号委員 is nobody's name, whatever stands behind it.
                guard next < range.upperBound, LineTable.width(of: offset..<next, bytes) >= 4 || text.ends(in: "号委員")
                else { return nil }
                let reading = SpeakerLabel.read(text)
                let isSet = hasSeparator(next..<range.upperBound)
                let isNumbered =
                    text.holds("号委員") && startsWithNumber(range)
                let isKind =
                    text.hasSuffix("代表") || text.hasSuffix("経験者") || text.hasSuffix("関係者") || text.hasSuffix("公募")
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
}
