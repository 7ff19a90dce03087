import MinutesModel

/// Reads what stands before the first turn: titles, labelled fields, lists of people and of agenda items.
struct HeaderReader {
    /// A labelled field with the lines of its value.
    struct Section {
        var field: HeaderField
        /// The label as printed, blanks taken out, count in brackets kept off.
        var label: String
        var value: [Value]
        /// Indent of the label's line.
        var indent: Int
        /// The heading this one stands under, where labels are nested: 出席者 over 委員.
        var outer: String?
    }

    struct Value {
        var range: Range<Int>
        var line: Int
    }

    let bytes: SourceBytes
    let lines: [Line]
    /// One past the last line of the region.
    let end: Int
    let wrapping: Wrapping

    private(set) var sections: [Section] = []
    /// Lines outside any field, from the top.
    private(set) var loose: [Value] = []
    private(set) var uses: [LineUse]
    var agenda = AgendaBuilder()
    /// Item open when the first turn begins.
    private(set) var openItem: Int?
    private(set) var notes: [Int] = []

    private var inProceedings = false
    /// Numbering of the header's own sections: `１ 日時`, `２ 場所`.
    private var sectionNumber: AgendaNumber?
    private var itemEnd: (style: AgendaNumber.Style?, lastLine: Int)?
    private var list: [(number: AgendaNumber?, pieces: [Range<Int>], first: Int, last: Int, indent: Int)] = []

    init(bytes: SourceBytes, lines: [Line], end: Int, wrapping: Wrapping) {
        self.bytes = bytes
        self.lines = lines
        self.end = end
        self.wrapping = wrapping
        uses = Array(repeating: .header, count: end)
    }

    mutating func run() {
        for index in 0..<end { read(index) }
        flushList()
    }

    private mutating func read(_ index: Int) {
        let line = lines[index]
        switch line.kind {
        case .blank: uses[index] = .blank
        case .rule:
            uses[index] = .furniture
            endField(afterRule: true)
        case .pageNumber, .address, .stamp, .runningHead: uses[index] = .furniture
        case .timeNote:
            if let last = sections.last, last.field == .date, last.value.isEmpty {
                value(line.ink, index)
            } else {
                let text = bytes.condensed(line.ink)
                if text.contains("年"), text.contains("日") {
                    // The day and hour the meeting was called for, not the moment it opened.
                    loose.append(Value(range: line.ink, line: index))
                    return
                }
                uses[index] = .note
                notes.append(index)
                flushList()
                inProceedings = true
                endField(afterRule: false)
            }
        case .text, .note: text(index)
        }
    }

    /// Ends the open field. Behind a rule inside a list of people more people may follow without a label.
    private mutating func endField(afterRule: Bool) {
        guard let last = sections.last, last.field != .agenda || !afterRule else { return }
        let goesOn = afterRule && last.field.isPeople && !last.value.isEmpty
        let field: HeaderField = goesOn ? .attendance(absent: false) : .other
        if last.label.isEmpty, last.value.isEmpty { sections.removeLast() }
        sections.append(Section(field: field, label: "", value: [], indent: 0))
    }

    private mutating func text(_ index: Int) {
        let line = lines[index]
        let (content, number) = stripped(line)
        if let labelled = label(in: content), accepts(labelled.field, number, line, labelled) {
            flushList()
            if let number { sectionNumber = number }
            if labelled.field == .proceedings { inProceedings = true }
            let isNested = number == nil && (labelled.hasColon || line.indent > 0)
            let outer = sections.suffix(12).last {
                !$0.label.isEmpty && $0.field.isPeople && ($0.indent < line.indent || (isNested && $0.value.isEmpty))
            }?.label
            sections.append(
                Section(field: labelled.field, label: labelled.text, value: [], indent: line.indent, outer: outer))
            if !labelled.value.isEmpty { grouped(labelled.value, index) }
            return
        }
        if endsWithAgendaWord(content) {
            flushList()
            sections.append(Section(field: .agenda, label: bytes.condensed(content), value: [], indent: line.indent))
            return
        }
        if let number, isNextSection(number), sections.last?.field != .agenda || number.style == sectionNumber?.style {
            flushList()
            sectionNumber = number
            sections.append(
                Section(field: .other, label: bytes.condensed(content), value: [], indent: line.indent))
            return
        }
        if let number, line.ink.upperBound - number.titleStart <= 6,
            SpeakerLabel.looksLikeDate(SpeakerLabel.condensed(bytes.string(line.ink))[...])
        {
            return
        }
        if let number, isItem(number, index) {
            item(number, index)
            return
        }
        if sections.last?.field == .agenda {
            unnumbered(index)
            return
        }
        if inProceedings, line.columns <= 100, bytes.scalar(at: line.inkStart).value == 0x3010,
            bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3011
        {
            boxed(index)
            return
        }
        if line.kind == .note, inProceedings {
            uses[index] = .note
            notes.append(index)
            return
        }
        if let last = sections.last, last.label.isEmpty, last.field.isPeople {
            // 君 and 氏 mark the people behind a rule; anything else ends the list.
            let end = bytes.scalar(before: line.inkEnd, after: line.inkStart)
            if end == 0x541B || end == 0x6C0F {
                value(line.ink, index)
            } else {
                sections[sections.count - 1].field = last.value.isEmpty ? .other : last.field
                if !last.value.isEmpty { sections.append(Section(field: .other, label: "", value: [], indent: 0)) }
                loose.append(Value(range: line.ink, line: index))
            }
            return
        }
        if sections.last?.field.isPeople == true, bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3002 {
            // A sentence is no person.
            endField(afterRule: false)
        }
        if sections.isEmpty || sections.last?.label.isEmpty == true {
            let isHash = bytes[line.inkStart] == 0x23 && !content.isEmpty
            loose.append(Value(range: isHash ? content : line.ink, line: index))
        } else {
            value(line.ink, index)
        }
    }

    /// The ink without a leading mark or number.
    private func stripped(_ line: Line) -> (Range<Int>, AgendaNumber?) {
        var ink = line.ink
        let (mark, length) = bytes.scalar(at: ink.lowerBound)
        if TurnMarks.isMark(mark) { ink = bytes.trimmed(ink.lowerBound + length..<ink.upperBound) }
        while ink.count > 1, bytes[ink.lowerBound] == 0x23 { ink = bytes.trimmed(ink.lowerBound + 1..<ink.upperBound) }
        guard let number = AgendaNumber.read(ink, bytes) else { return (ink, nil) }
        return (number.titleStart..<ink.upperBound, number)
    }

    private mutating func value(_ range: Range<Int>, _ index: Int) {
        sections[sections.count - 1].value.append(Value(range: range, line: index))
    }

    /// Whether a numbered line is an item of the agenda rather than part of a field's value.
    private func isItem(_ number: AgendaNumber, _ index: Int) -> Bool {
        if number.style == .word || inProceedings { return true }
        if let last = list.last, let open = last.number {
            // The list goes on, or opens a level below.
            if number.style == open.style, number.value == open.value + 1 { return true }
            if number.style > open.style, number.value == 1, last.last == index - 1 { return true }
        }
        switch sections.last?.field {
        case .agenda: return true
        case .attendance, .materials:
            // Lists of people and papers are numbered too; a blank line or the first turn right behind sets an item off.
            return number.isSetOff && (lines[index].blanksBefore > wrapping.blankHabit || isLastInk(index))
        case .date, .venue, .openness, .host, .observers: return number.isSetOff
        default: return number.isSetOff && isLastInk(index)
        }
    }

    private func isLastInk(_ index: Int) -> Bool {
        var next = index + 1
        while next < end, lines[next].isBlank || lines[next].kind.isFurniture { next += 1 }
        return next == end && end < lines.count
    }

    /// Puts away a value that may hold groups of its own: `（委員）…　（事務局）…`.
    private mutating func grouped(_ range: Range<Int>, _ index: Int) {
        guard sections[sections.count - 1].field.isPeople else {
            value(range, index)
            return
        }
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let (first, length) = bytes.scalar(at: offset)
            if first == 0xFF08 || first == 0x28 || first == 0x3010, let inner = label(in: offset..<range.upperBound),
                inner.field.isPeople
            {
                let before = bytes.trimmed(start..<offset)
                if !before.isEmpty { value(before, index) }
                let outer = sections.suffix(6).last { !$0.label.isEmpty && $0.outer == nil }?.label
                sections.append(
                    Section(
                        field: inner.field, label: inner.text, value: [], indent: lines[index].indent + 2, outer: outer)
                )
                start = inner.value.isEmpty ? range.upperBound : inner.value.lowerBound
                offset = max(start, offset + length)
            } else {
                offset += length
            }
        }
        let rest = bytes.trimmed(start..<range.upperBound)
        if !rest.isEmpty { value(rest, index) }
    }

    // MARK: Labels

    struct Labelled {
        var field: HeaderField
        var text: String
        var value: Range<Int>
        var hasColon: Bool
    }

    /// A field's label at the start of a line, the longest that is known.
    func label(in content: Range<Int>) -> Labelled? {
        guard !content.isEmpty else { return nil }
        let (first, length) = bytes.scalar(at: content.lowerBound)
        if let close = Bracket.closing(of: first) {
            var offset = content.lowerBound + length
            while offset < content.upperBound, offset - content.lowerBound < 90 {
                let (value, size) = bytes.scalar(at: offset)
                if value == close {
                    let inner = content.lowerBound + length..<offset
                    guard let field = HeaderField.kind(of: bytes.string(inner)) else { return nil }
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
        func test(_ boundary: Int, _ valueStart: Int, colon: Bool) {
            let range = content.lowerBound..<boundary
            guard let field = HeaderField.kind(of: bytes.string(range)) else { return }
            let value = bytes.trimmed(min(valueStart, content.upperBound)..<content.upperBound)
            best = Labelled(field: field, text: bytes.condensed(range), value: value, hasColon: colon)
        }
        while offset < content.upperBound, offset - content.lowerBound < 150, boundaries < 8 {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
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
            if value == 0xFF08 || value == 0x28 || value == 0x3014 {
                // （13名） is a count; （委員） opens a group of the list and stays in the value.
                if bytes.blank(endingAt: offset, after: content.lowerBound) == 0 {
                    let isGroup = self.label(in: offset..<content.upperBound)?.field.isPeople == true
                    test(offset, isGroup ? offset : pastCount(offset, content.upperBound), colon: false)
                }
                boundaries += 1
            }
            if value == 0x3002 {
                test(offset, content.upperBound, colon: false)
                return best
            }
            offset += size
        }
        if offset >= content.upperBound { test(content.upperBound, content.upperBound, colon: false) }
        return best
    }

    private func pastColon(_ start: Int, _ end: Int) -> Int {
        let offset = bytes.skipBlanks(start, end)
        guard offset < end else { return end }
        let (value, length) = bytes.scalar(at: offset)
        return TurnMarks.isDelimiter(value) ? offset + length : offset
    }

    /// Past `（13名）` and a colon behind it.
    private func pastCount(_ open: Int, _ end: Int) -> Int {
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
    private func accepts(_ field: HeaderField, _ number: AgendaNumber?, _ line: Line, _ labelled: Labelled) -> Bool {
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
            if let number, let open = list.last?.number, number.style == open.style { return false }
            if field == .attendance(absent: false), labelled.text == "その他" { return false }
            if inProceedings, field != .attendance(absent: true), number != nil { return false }
        }
        if labelled.text == "その他", !field.isPeople || number == nil { return sections.last?.field.isPeople == true }
        guard field.isPeople, let open = sections.last, open.field.isPeople else { return true }
        if labelled.hasColon || labelled.value.isEmpty || number != nil { return true }
        return line.indent <= open.indent
    }

    /// `第１回市議会定例会議事日程　第１号`
    private func endsWithAgendaWord(_ content: Range<Int>) -> Bool {
        guard content.count < 200 else { return false }
        var text = bytes.condensed(content)
        if text.hasSuffix("号"), let cut = text.lastIndex(of: "第") { text = String(text[..<cut]) }
        return text.hasSuffix("議事日程") || text.hasSuffix("次第") || text.hasSuffix("付した案件")
            || text.hasSuffix("付した事件")
    }

    private func isNextSection(_ number: AgendaNumber) -> Bool {
        guard let last = sectionNumber, !inProceedings else { return false }
        return number.style == last.style && number.value == last.value + 1
    }

    // MARK: Agenda

    private mutating func item(_ number: AgendaNumber, _ index: Int) {
        if sections.last?.field != .agenda { endField(afterRule: false) }
        let line = lines[index]
        list.append((number, [number.titleStart..<line.inkEnd], index, index, line.indent))
        uses[index] = .agenda
    }

    /// 【開会】, 【議題１　計画について】 above the first turn.
    private mutating func boxed(_ index: Int) {
        let line = lines[index]
        let inner = bytes.trimmed(line.inkStart + 3..<line.inkEnd - 3)
        guard !inner.isEmpty else { return }
        let number = AgendaNumber.read(inner, bytes)
        flushList()
        let text = Title(number: number, pieces: [(number?.titleStart ?? inner.lowerBound)..<inner.upperBound], bytes)
        let span = SourceSpan(start: line.inkStart, end: line.inkEnd, line: line.number, endLine: line.number)
        openItem = agenda.heading(number: number, text: text, span: span, isSetApart: true)
        uses[index] = .agenda
    }

    private mutating func unnumbered(_ index: Int) {
        let line = lines[index]
        uses[index] = .agenda
        let (mark, length) = bytes.scalar(at: line.inkStart)
        let isMarked = TurnMarks.isMark(mark)
        if !isMarked, var last = list.last, continues(line, last) {
            last.pieces.append(line.ink)
            last.last = index
            list[list.count - 1] = last
            return
        }
        let ink = isMarked ? bytes.trimmed(line.inkStart + length..<line.inkEnd) : line.ink
        guard !ink.isEmpty, bytes.scalar(before: ink.upperBound, after: ink.lowerBound) != 0x3002, !isTitleLike(ink),
            !SpeakerLabel.looksLikeDate(SpeakerLabel.condensed(bytes.string(ink))[...])
        else {
            uses[index] = .header
            if isTitleLike(ink) { loose.append(Value(range: ink, line: index)) }
            return
        }
        guard !isReference(ink) else {
            uses[index] = .header
            return
        }
        list.append((nil, [ink], index, index, isMarked ? line.indent : line.indent + 1))
    }

    /// `議事日程に同じ`, `別紙のとおり`
    private func isReference(_ ink: Range<Int>) -> Bool {
        guard ink.count < 90 else { return false }
        let text = bytes.condensed(ink)
        return ["に同じ", "のとおり", "と同じ", "参照", "なし"].contains { text.hasSuffix($0) }
    }

    private func isTitleLike(_ ink: Range<Int>) -> Bool {
        let text = bytes.condensed(ink)
        return TitleReader.kinds.contains { text.contains($0) }
    }

    /// A line goes on with the item above when it is indented past the item's title, stands to the right, or the item
    /// was cut at the width.
    private func continues(
        _ line: Line, _ item: (number: AgendaNumber?, pieces: [Range<Int>], first: Int, last: Int, indent: Int)
    ) -> Bool {
        guard line.blanksBefore <= max(wrapping.blankHabit, lines[item.last].blanksBefore) else { return false }
        let first = lines[item.first]
        if line.kind == .note, item.number == nil { return true }
        if line.indent >= first.indent + 4 { return true }
        let titleColumn = item.number.map { first.indent + LineTable.width(of: first.inkStart..<$0.titleStart, bytes) }
        if let titleColumn, titleColumn > first.indent, line.indent >= titleColumn { return true }
        return lines[item.last].columns + lines[item.last].indent >= 70 && line.indent <= first.indent + 2
            && item.number != nil
    }

    /// Puts the collected lines on the agenda: as a list, or as headings when the proceedings have begun and no item of
    /// the same style stands beside it.
    private mutating func flushList() {
        defer { list = [] }
        guard !list.isEmpty else { return }
        agenda.restart()
        for (position, entry) in list.enumerated() {
            let text = Title(number: entry.number, pieces: entry.pieces, bytes)
            let span = SourceSpan(
                start: lines[entry.first].inkStart, end: lines[entry.last].inkEnd, line: lines[entry.first].number,
                endLine: lines[entry.last].number, page: nil)
            let style = entry.number?.style
            let before = position > 0 ? list[position - 1].number?.style : nil
            let after = position + 1 < list.count ? list[position + 1].number?.style : nil
            let isLast = position + 1 == list.count && isLastInk(entry.last)
            let isHeading = (inProceedings || isLast) && style != nil && style != before && style != after
            if isHeading {
                openItem = agenda.heading(number: entry.number, text: text, span: span)
            } else {
                _ = agenda.list(number: entry.number, text: text, span: span, indent: entry.indent)
            }
        }
        if !inProceedings, let last = list.last, !isLastInk(last.last) { openItem = nil }
    }
}

/// What a line was used for.
enum LineUse: UInt8 {
    case header, agenda, turn, speech, note, furniture, blank, unknown
}
