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
        var label = bytes.trimmed(line.inkStart..<offset)
        if AttendanceTable.isHead(line.ink, bytes) { return nil }
        if label.count > 3, TableFrame.isBar(bytes.scalar(before: label.upperBound, after: label.lowerBound)) {
            label = bytes.trimmed(label.lowerBound..<label.upperBound - (bytes[label.upperBound - 1] < 0x80 ? 1 : 3))
        }
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
            if sections.count(where: { $0.mark == mark && $0.indent == line.indent }) >= 2,
                let found = bracketed(content, close: close)
            {
                return found
            }
            // 〔町〕 under 〔欠席〕
            if last.field.isPeople, last.mark == mark, last.indent == line.indent,
                let host = bracketedHost(content, close)
            {
                return host
            }
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
        if namesHost(found, line, last, mark) {
            found.field = .attendance(absent: false)
            return found
        }
        if mark == nil, sends(found, line, last) {
            found.field = .attendance(absent: false)
            return found
        }
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

    /// `〔町〕山田課長`
    private func bracketedHost(_ content: Range<Int>, _ close: UInt32) -> Labelled? {
        let start = content.lowerBound + bytes.scalar(at: content.lowerBound).length
        var offset = start
        while offset < content.upperBound, offset - start < 30, bytes.scalar(at: offset).value != close {
            offset += bytes.scalar(at: offset).length
        }
        guard offset > start, offset < content.upperBound, bytes.scalar(at: offset).value == close,
            case let text = bytes.condensed(start..<offset), text.isOne(of: Self.hosts)
        else { return nil }
        let rest = offset + bytes.scalar(at: offset).length
        return Labelled(
            field: .attendance(absent: false), text: text,
            value: bytes.trimmed(pastColon(rest, content.upperBound)..<content.upperBound), hasColon: true)
    }

    /// `・市　山田市長` or `社　協　：山田課長、…` among the groups of a list, set off as they are: those who came from there.
    private func namesHost(_ found: Labelled, _ line: Line, _ last: Section, _ mark: UInt32?) -> Bool {
        guard last.field.isPeople, !last.isTable, line.indent == last.indent, !found.value.isEmpty,
            found.hasColon && last.hasColon && mark == nil || mark != nil && mark == last.mark
        else { return false }
        let isHost =
            found.text.isOne(of: Self.hosts) || found.text.count <= 8 && RollWord.Kind.of(found.text) == .body
        guard isHost else { return false }
        let value = bytes.string(found.value)
        return Self.isRoll(value) || RollWord.Kind.of(value) == .body && !value.holds("。")
    }

    private static let hosts = ["国", "県", "都", "道", "府", "市", "町", "村", "区", "社協"]

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
                if !hasColon, let spread = spreadLabel(content) {
                    (end, start, hasColon) = (spread.end, spread.value, true)
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

    /// `社　協　：`: single characters up to a colon.
    private func spreadLabel(_ content: Range<Int>) -> (end: Int, value: Int)? {
        var offset = content.lowerBound
        while offset < content.upperBound, offset - content.lowerBound <= 45 {
            let end = offset + bytes.scalar(at: offset).length
            guard end < content.upperBound else { return nil }
            let next = bytes.skipBlanks(end, content.upperBound)
            guard next < content.upperBound else { return nil }
            let (value, length) = bytes.scalar(at: next)
            if TurnMarks.isDelimiter(value) { return (end, next + length) }
            guard next > end else { return nil }
            offset = next
        }
        return nil
    }

    /// `［院外委員］（順不同）`: a label in the brackets of those above that reads like a group of people.
    private func bracketed(_ content: Range<Int>, close: UInt32) -> Labelled? {
        let start = content.lowerBound + bytes.scalar(at: content.lowerBound).length
        var offset = start
        while offset < content.upperBound, offset - start < 60 {
            let (value, length) = bytes.scalar(at: offset)
            if value == close {
                guard let found = unknownLabel(start..<offset), found.field.isPeople else { return nil }
                var labelled = found
                labelled.value = bytes.trimmed(pastColon(offset + length, content.upperBound)..<content.upperBound)
                labelled.hasColon = true
                return labelled
            }
            offset += length
        }
        return nil
    }

    /// `区役所　福祉課長、健康課長` as deep as the label 欠席 above it, whose value stands on its line: the body sent these.
    private func sends(_ found: Labelled, _ line: Line, _ last: Section) -> Bool {
        guard last.field.isPeople, !last.isTable, let column = last.valueColumn, column > line.indent, column >= 0,
            line.indent == last.indent, !found.hasColon, !found.value.isEmpty
        else { return false }
        let isBody =
            RollWord.Kind.of(found.text) == .body || ["役所", "役場", "庁", "社協"].contains(where: found.text.ends)
        guard isBody, let first = RollLexer.words(bytes.string(found.value), column: 0, dots: false).first,
            first.kind == .post
        else { return false }
        return Self.isRoll(bytes.string(found.value))
    }

    /// `五、資料館　館長　山田太郎、主任　川村`, `（３）県` over such a line: a body as the label of those it sent, told by the
    /// posts that stand behind it.
    func isRoll(_ labelled: Labelled, below index: Int) -> Bool {
        guard !HeadingWords.ends(Array(labelled.text.utf8)[...]) else { return false }
        if !labelled.value.isEmpty { return Self.isRoll(bytes.string(labelled.value)) }
        let kind = RollWord.Kind.of(labelled.text)
        guard kind == .body || labelled.text.isOne(of: ["国", "県", "都", "府", "道", "市", "町", "村", "区"]),
            let next = (index + 1..<max(index + 1, end)).first(where: { !lines[$0].isBlank }),
            lines[next].indent > lines[index].indent
        else { return false }
        return Self.isRoll(bytes.string(lines[next].ink))
    }

    /// Posts and names and nothing that a list of people does not hold.
    static func isRoll(_ text: String) -> Bool {
        guard text.utf8.count <= 600, !text.holds("。") else { return false }
        var posts = 0
        for word in RollLexer.words(text, column: 0, dots: false) {
            switch word.kind {
            case .post, .postedName:
                if SpeakerLabel.read(word.text).strength < 2 { return false }
                posts += 1
            case .name: if word.text.count > 8 || word.text.holds("の") { return false }
            case .number(_, let isSeat): if !isSeat { return false }
            case .mark, .colon: return false
            default: break
            }
        }
        return posts > 0
    }

    /// Stands for the column behind the first tab, wherever that is shown.
    static let tabColumn = -1

    private func unknown(_ label: Range<Int>, value: Range<Int>) -> Labelled? {
        guard !label.isEmpty, label.count <= 60, !value.isEmpty, let last = sections.last else { return nil }
        let text = bytes.condensed(label)
        let reading = SpeakerLabel.read(text)
        let isPeople =
            last.field.isPeople && !HeadingWords.ends(Array(text.utf8)[...])
            && (reading.name == nil || Self.isRoll(bytes.string(value)))
        return Labelled(
            field: isPeople ? .attendance(absent: false) : .other, text: text, value: value,
            hasColon: false)
    }
}
