import JapaneseText

/// Labels of fields: what they look like, and where one opens a field.
extension HeaderReader {
    struct Labelled {
        var field: HeaderField
        var text: String
        var value: Range<Int>
        var hasColon: Bool
    }

    /// A field's label at the start of a line, the longest that is known.
    func label(in content: Range<Int>) -> Labelled? {
        guard !content.isEmpty else { return nil }
        if let bold = boldLabel(in: content) { return bold }
        let (first, length) = bytes.scalar(at: content.lowerBound)
        if let close = Bracket.closing(of: first) {
            var offset = content.lowerBound + length
            while offset < content.upperBound, offset - content.lowerBound < 90 {
                let (value, size) = bytes.scalar(at: offset)
                if value == close {
                    let inner = content.lowerBound + length..<offset
                    guard let field = HeaderField.kind(of: bytes[inner]) else { return nil }
                    return Labelled(
                        field: field, text: bytes.condensed(inner),
                        value: bytes.trimmed(pastColon(offset + size, content.upperBound)..<content.upperBound),
                        hasColon: true)
                }
                offset += size
            }
            return nil
        }
        var best: Labelled?
        var offset = content.lowerBound
        var boundaries = 0
        var depth = 0
        func test(_ boundary: Int, _ valueStart: Int, colon: Bool) {
            let range = content.lowerBound..<boundary
            // 会議：… names what met; without the colon it is no label.
            let isMeeting =
                colon && range.count == 6 && bytes.starts(with: "会議", at: range.lowerBound, before: boundary)
            guard let field = isMeeting ? .title : HeaderField.kind(of: bytes[range]) else { return }
            // 議題　（１） is a label and the number of its first item.
            if field == .agenda, best != nil, holdsNumber(range) { return }
            let value = bytes.trimmed(min(valueStart, content.upperBound)..<content.upperBound)
            best = Labelled(field: field, text: bytes.condensed(range), value: value, hasColon: colon)
        }
        while offset < content.upperBound, offset - content.lowerBound < 150, boundaries < 8 {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                // 委員⇥氏名⇥所属: the next cell is no part of the label.
                if best != nil, bytes[offset] == 0x09 { return best }
                test(offset, offset, colon: false)
                boundaries += 1
                offset = bytes.skipBlanks(offset, content.upperBound)
                continue
            }
            let (value, size) = bytes.scalar(at: offset)
            if TurnMarks.isDelimiter(value) {
                test(offset, offset + size, colon: true)
                return best
            }
            if value == 0x2C, best == nil {
                // 場所,市民会館 in a table saved as text
                test(offset, offset + size, colon: true)
                if best != nil { return best }
            }
            if value == 0x22, QuotedCells.isBetween(at: offset, content.upperBound, bytes) {
                test(offset, offset + 3, colon: true)
                return best
            }
            if value == 0x2F, bytes.blank(at: offset + size) > 0 {
                // 出席者/ 会長, 副会長
                test(offset, offset + size, colon: true)
            }
            if value == 0xFF08 || value == 0x28 || value == 0x3014 {
                // （13名） is a count; （委員） opens a group of the list and stays in the value.
                if bytes.blank(endingAt: offset, after: content.lowerBound) == 0 {
                    let isGroup = self.label(in: offset..<content.upperBound)?.field.isPeople == true
                    test(offset, isGroup ? offset : pastCount(offset, content.upperBound), colon: false)
                }
                boundaries += 1
            }
            if value == 0x306F, let start = said(offset + size, content.upperBound) {
                // 出席委員は次のとおりである。
                test(offset, start, colon: false)
                return best
            }
            if value == 0xFF08 || value == 0x28 { depth += 1 }
            if value == 0xFF09 || value == 0x29 { depth -= 1 }
            if value == 0x3002, depth <= 0 {
                test(offset, content.upperBound, colon: false)
                return best
            }
            offset += size
        }
        if offset >= content.upperBound { test(content.upperBound, content.upperBound, colon: false) }
        return best
    }

    /// `**日時**: …`, `**日時：** …` as Markdown prints a label.
    private func boldLabel(in content: Range<Int>) -> Labelled? {
        guard content.count > 4, bytes[content.lowerBound] == 0x2A, bytes[content.lowerBound + 1] == 0x2A else {
            return nil
        }
        var end = content.lowerBound + 2
        while end + 1 < content.upperBound, end - content.lowerBound < 90,
            bytes[end] != 0x2A || bytes[end + 1] != 0x2A
        {
            end += 1
        }
        guard end + 1 < content.upperBound, bytes[end] == 0x2A, bytes[end + 1] == 0x2A else { return nil }
        var inner = bytes.trimmed(content.lowerBound + 2..<end)
        while !inner.isEmpty, TurnMarks.isDelimiter(bytes.scalar(before: inner.upperBound, after: inner.lowerBound)) {
            inner = bytes.trimmed(inner.lowerBound..<inner.upperBound - (bytes[inner.upperBound - 1] < 0x80 ? 1 : 3))
        }
        guard !inner.isEmpty, let field = HeaderField.kind(of: bytes[inner]) else { return nil }
        return Labelled(
            field: field, text: bytes.condensed(inner),
            value: bytes.trimmed(pastColon(end + 2, content.upperBound)..<content.upperBound), hasColon: true)
    }

    /// A bracket with nothing but a number closes the range.
    private func holdsNumber(_ range: Range<Int>) -> Bool {
        guard let open = range.last(where: { bytes[$0] == 0x28 || bytes.scalar(at: $0).value == 0xFF08 }) else {
            return false
        }
        let number = AgendaNumber.read(open..<range.upperBound, bytes)
        return number?.range.upperBound == range.upperBound
    }

    func pastColon(_ start: Int, _ end: Int) -> Int {
        let offset = bytes.skipBlanks(start, end)
        guard offset < end else { return end }
        let (value, length) = bytes.scalar(at: offset)
        return TurnMarks.isDelimiter(value) ? offset + length : offset
    }

    /// Past `（13名）` and a colon behind it.
    func pastCount(_ open: Int, _ end: Int) -> Int {
        let (first, _) = bytes.scalar(at: open)
        var offset = open
        while offset < end {
            let (value, length) = bytes.scalar(at: offset)
            offset += length
            if Bracket.closes(value, first) { return pastColon(offset, end) }
        }
        return open
    }

    /// Whether a label opens a field here: inside a list of people a post with a name behind it is a row of the list.
    func accepts(_ field: HeaderField, _ number: AgendaNumber?, _ line: Line, _ labelled: Labelled) -> Bool {
        if field == .opens || field == .closes {
            // 開会 and 閉会 are items of an agenda unless an hour stands behind them.
            return TimeScanner.times(in: bytes.condensed(labelled.value)).first != nil && labelled.value.count <= 150
        }
        if let number, isItemOfList(number, line), labelled.text == "その他" || Self.itemFields.contains(field) {
            return false
        }
        // 3 議事 goes on from 1 開会, 2 あいさつ.
        if let number, let open = list.last?.number, number.style == open.style, number.value == open.value + 1 {
            return false
        }
        // 公開 under 会議の公開・非公開 is the answer, not another label.
        if let last = sections.last, last.field == .openness, last.value.isEmpty, field == .openness,
            labelled.value.isEmpty,
            number == nil
        {
            return false
        }
        if let last = sections.suffix(8).last(where: { !$0.label.isEmpty }), last.field == .agenda || inProceedings {
            // 開会, 議事, その他 are items of an agenda, not fields, when they are numbered in its style.
            if let number, let open = list.last?.number, number.style == open.style {
                // ５ 議事 behind ４ 次第 and its items １ to ３
                return isNextSection(number) && field == .proceedings
            }
            if field == .attendance(absent: false), labelled.text == "その他" { return false }
            if inProceedings, field == .proceedings, let number, number.style == sectionNumber?.style,
                number.value == (sectionNumber?.value ?? 0) + 1
            {
                // ８ 議事の経過 behind ７ 議事
                return true
            }
            if inProceedings, field != .attendance(absent: true), number != nil { return false }
        }
        if labelled.text == "その他", !field.isPeople || number == nil { return sections.last?.field.isPeople == true }
        guard field.isPeople, let open = sections.last, open.field.isPeople else { return true }
        if open.isTable, !labelled.hasColon, !labelled.value.isEmpty,
            [.chair, .viceChair, .member].contains(SpeakerLabel.read(labelled.text).role)
        {
            // A row of the table.
            return false
        }
        if labelled.hasColon || labelled.value.isEmpty || number != nil { return true }
        // 説明員　福祉課長　… stands left of the rows of a table.
        if open.isTable, let row = open.value.first, line.indent < lines[row.line].indent { return true }
        if HeaderField.isCountOnly(bytes.condensed(labelled.value)) { return true }
        // 欠席者　山田太郎 is no row of those who came.
        if field == .attendance(absent: true), !open.isTable { return true }
        return line.indent <= open.indent
    }

    /// Where the value begins behind `…は`, when the line says that it follows below (次のとおり) or gives a count.
    func said(_ start: Int, _ end: Int) -> Int? {
        guard end - start <= 60 else { return nil }
        let rest = bytes.condensed(start..<end)
        let words = ["次のとおり", "、次のとおり", "左のとおり", "、左のとおり", "以下のとおり", "下記のとおり", "次の者", "次の通り", "、次の通り"]
        if words.contains(where: rest.begins) { return end }
        let isCount = rest.ends(in: "である。") || rest.ends(in: "であった。") || rest.ends(in: "でした。") || rest.ends(in: "です。")
        return isCount && HeaderFields.count(rest) != nil && (rest.holds("名") || rest.holds("人")) ? start : nil
    }

    /// `第１回市議会定例会議事日程　第１号`
    func endsWithAgendaWord(_ content: Range<Int>) -> Bool {
        guard content.count < 200 else { return false }
        switch bytes.scalar(before: content.upperBound, after: content.lowerBound) {
        case 0x53F7, 0x7A0B, 0x7B2C, 0x4EF6: break  // 号程第件
        default: return false
        }
        var text = bytes.condensed(content)
        if text.ends(in: "号"), let cut = text.lastRange(of: "第") { text = String(text[..<cut.lowerBound]) }
        return ["議事日程", "次第", "付した案件", "付した事件"].contains(where: text.ends)
    }

    /// Fields that are items as well: 開会, 議事, 報告事項, 閉会.
    private static let itemFields: Set<HeaderField> = [.agenda, .proceedings, .opens, .closes, .other]

    /// Whether a numbered line goes on with the list of an open agenda, or stands below its label as the first of it:
    /// an item then, whatever word it is.
    func isItemOfList(_ number: AgendaNumber, _ line: Line) -> Bool {
        guard !inProceedings, let section = sections.last, section.field == .agenda else { return false }
        let isInside = line.indent > section.indent
        if let above = list.last(where: { $0.number?.style == number.style && $0.number?.word == number.word }),
            let before = above.number, number.value == before.value + 1
        {
            return isInside || !isNextSection(number)
        }
        if isNextSection(number) { return false }
        return isInside || (list.isEmpty && sectionNumber == nil && section.value.isEmpty && number.value == 1)
    }

    func isNextSection(_ number: AgendaNumber) -> Bool {
        guard let last = sectionNumber, !inProceedings else { return false }
        if repeatsNumber, number.style == last.style, number.value == last.value { return true }
        return number.style == last.style && number.value == last.value + 1
    }
}
