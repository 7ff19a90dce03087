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
    }

    /// The parts of a list, in their order; most lists are one.
    func categories(_ section: HeaderReader.Section, _ group: String) -> [Part] {
        var parts = [Part(group: group)]
        let bracket = bracket(before: section.value.first)
        for value in section.value {
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
            } else if let (head, rest) = category(value.range) {
                parts.append(
                    Part(
                        group: bytes.condensed(head), value: [HeaderReader.Value(range: rest, line: value.line)]))
            } else {
                parts[parts.count - 1].value.append(value)
            }
        }
        return parts.filter { !$0.value.isEmpty }
    }

    /// `委員９名のうち７名` opens a list of members, whatever its heading says.
    func countsMembers(_ section: HeaderReader.Section) -> Bool {
        guard let first = section.value.first, first.range.count <= 90 else { return false }
        let text = bytes.condensed(first.range)
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
        guard range.count <= 120, AgendaNumber.isDigitLike(bytes.scalar(at: range.lowerBound).value) else { return nil }
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

    /// `○相談センター` alone on its line under `○委員`: the body whose people stand below, by the mark of the list's own
    /// heading.
    private func markedBody(_ value: HeaderReader.Value, _ section: HeaderReader.Section) -> String? {
        guard let mark = section.mark, bytes.scalar(at: value.range.lowerBound).value == mark, TurnMarks.isMark(mark),
            value.line > section.value[0].line || section.valueColumn == nil, value.range.count <= 90
        else { return nil }
        let start = value.range.lowerBound + bytes.scalar(at: value.range.lowerBound).length
        let words = RollLexer.words(bytes.string(bytes.trimmed(start..<value.range.upperBound)), column: 0, dots: false)
        guard let first = words.first, words.count == 1 || words.count == 2 && words[1].kind == .bracket,
            first.kind == .body || Self.groupRole(first.text) != nil && first.isName
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
                guard !rest.isEmpty, !text.begins(with: "欠席"), RollPerson.isBody(text) || Self.groupRole(text) != nil
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
                    text.holds("号委員")
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
}
