import JapaneseText

/// Labels that no table of words knows, told by where they stand and what they look like.
extension HeaderReader {
    /// A label no table knows, by where it stands: as deep as the labels above, its value in the column of theirs.
    func aligned(_ line: Line) -> Labelled? {
        guard !inProceedings, let last = sections.last, let column = last.valueColumn, line.indent == last.indent,
            sections.count(where: { $0.valueColumn == column && $0.indent == last.indent }) >= 2
        else { return nil }
        var offset = line.inkStart
        var width = line.indent
        if column == Self.tabColumn {
            while offset < line.inkEnd, bytes[offset] != 0x09 { offset += 1 }
            let label = bytes.trimmed(line.inkStart..<offset)
            while offset < line.inkEnd, bytes[offset] == 0x09 { offset += 1 }
            return offset < line.inkEnd ? unknown(label, value: bytes.trimmed(offset..<line.inkEnd)) : nil
        }
        while offset < line.inkEnd, width < column {
            let length = bytes.scalar(at: offset).length
            width += LineTable.width(of: offset..<offset + length, bytes)
            offset += length
        }
        let label = bytes.trimmed(line.inkStart..<offset)
        guard width == column, offset < line.inkEnd, LineTable.width(of: label.upperBound..<offset, bytes) >= 2,
            bytes.blank(at: offset) == 0
        else { return nil }
        return unknown(label, value: offset..<line.inkEnd)
    }

    /// The mark or bracket a line begins with.
    func mark(of line: Line) -> UInt32? {
        let value = bytes.scalar(at: line.inkStart).value
        return TurnMarks.isMark(value) || Bracket.closing(of: value) != nil ? value : nil
    }

    /// A label no table knows, by what it looks like: the mark, the bracket or the colon of two labels above at its depth.
    func alike(_ line: Line, _ content: Range<Int>) -> Labelled? {
        guard !inProceedings, let last = sections.last, !last.label.isEmpty, last.field != .agenda,
            content.count <= 600
        else { return nil }
        let mark = mark(of: line)
        if let mark, let close = Bracket.closing(of: mark) {
            // 【市】 behind 【委員】, both on lines of their own
            guard last.field.isPeople, bytes.scalar(before: line.inkEnd, after: line.inkStart) == close,
                last.mark == mark && last.valueColumn == nil || sections.count(where: { $0.mark == mark }) >= 2
            else { return nil }
            let length = bytes.scalar(at: line.inkStart).length
            guard line.ink.count > length * 2 else { return nil }
            let inner = bytes.string(bytes.trimmed(line.inkStart + length..<line.inkEnd - length))
            guard inner.utf8.count <= 36, !inner.holds("】") else { return nil }
            return Labelled(
                field: .attendance(absent: false), text: inner, value: line.inkEnd..<line.inkEnd, hasColon: true)
        }
        guard var found = unknownLabel(content) else { return nil }
        let above = sections.filter { $0.indent == line.indent && !$0.label.isEmpty }
        let isMarked = mark != nil && above.count { $0.mark == mark } >= 2
        let isColon = found.hasColon && mark == nil && above.count { $0.hasColon && $0.mark == nil } >= 2
        let isGroup = isMarked && !found.value.isEmpty && found.field.isPeople && last.field.isPeople
        let isAlone = isMarked && found.value.isEmpty && last.field.isPeople && last.valueColumn != nil
        guard isGroup || isMarked && found.hasColon || isColon || isAlone else { return nil }
        let kind = RollWord.Kind.of(found.text)
        if kind == .post, last.field.isPeople { return nil }
        if case .postedName = kind { return nil }
        if found.field.isPeople, !last.field.isPeople { found.field = .other }
        return found
    }

    /// What stands before the first blank, colon or count of a line, as a label, and whether it reads like a group of people.
    func unknownLabel(_ content: Range<Int>) -> Labelled? {
        var offset = content.lowerBound
        var end: Int?
        var start = content.upperBound
        var hasColon = false
        while offset < content.upperBound, offset - content.lowerBound < 75 {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3001 || value == 0x3002 { return nil }
            if TurnMarks.isDelimiter(value) {
                (end, start, hasColon) = (end ?? offset, offset + length, true)
                break
            }
            if bytes.blank(at: offset) > 0 {
                end = offset
                start = bytes.skipBlanks(offset, content.upperBound)
                if start < content.upperBound {
                    let (next, size) = bytes.scalar(at: start)
                    if TurnMarks.isDelimiter(next) { (start, hasColon) = (start + size, true) }
                }
                break
            }
            if value == 0xFF08 || value == 0x28 {
                end = offset
                start = pastCount(offset, content.upperBound)
                break
            }
            offset += length
        }
        if end == nil, offset >= content.upperBound { end = content.upperBound }
        guard let end, end > content.lowerBound, end - content.lowerBound <= 60 else { return nil }
        let text = bytes.condensed(content.lowerBound..<end)
        let isGroup =
            ["委員", "議員", "職員", "者", "役員", "構成員", "幹事", "監事", "理事", "課", "局", "室", "スタッフ", "メンバー", "団体", "人"].contains(
                where: text.ends)
            && text.utf8.count >= 9
        let absent = text.holds("欠席") || text.holds("しなかった")
        return Labelled(
            field: isGroup ? .attendance(absent: absent) : .other, text: text,
            value: bytes.trimmed(min(start, content.upperBound)..<content.upperBound), hasColon: hasColon)
    }

    /// Stands for the column behind the first tab, wherever that is shown.
    static let tabColumn = -1

    private func unknown(_ label: Range<Int>, value: Range<Int>) -> Labelled? {
        guard !label.isEmpty, label.count <= 60, !value.isEmpty, let last = sections.last else { return nil }
        let text = bytes.condensed(label)
        let reading = SpeakerLabel.read(text)
        let isPeople = last.field.isPeople && !HeadingWords.ends(Array(text.utf8)[...]) && reading.name == nil
        return Labelled(
            field: isPeople ? .attendance(absent: false) : .other, text: text, value: value,
            hasColon: false)
    }
}
