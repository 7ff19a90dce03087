import JapaneseText
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
        /// The heading itself says that the list is empty: 欠席説明員（０名）. Nothing stands under it.
        var isEmptyList = false
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

    var sections: [Section] = []
    /// Lines outside any field, from the top.
    var loose: [Value] = []
    var uses: [LineUse]
    var agenda = AgendaBuilder()
    /// Item open when the first turn begins.
    var openItem: Int?
    var notes: [Int] = []

    var inProceedings = false
    /// Numbering of the header's own sections: `１ 日時`, `２ 場所`.
    var sectionNumber: AgendaNumber?
    var list: [(number: AgendaNumber?, pieces: [Range<Int>], first: Int, last: Int, indent: Int)] = []

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
    mutating func endField(afterRule: Bool) {
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
                !$0.label.isEmpty && $0.field.isPeople && !$0.isEmptyList
                    && ($0.indent < line.indent || (isNested && $0.value.isEmpty))
            }?.label
            sections.append(
                Section(
                    field: labelled.field, label: labelled.text, value: [], indent: line.indent, outer: outer,
                    isEmptyList: saysNobody(content)))
            if labelled.field == .agenda {
                agendaValue(labelled.value, index)
            } else if !labelled.value.isEmpty {
                grouped(labelled.value, index)
            }
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

    mutating func value(_ range: Range<Int>, _ index: Int) {
        sections[sections.count - 1].value.append(Value(range: range, line: index))
    }

    /// Puts away a value that may hold groups of its own: `（委員）…　（事務局）…`.
    /// `（０名）`, `（0人）` at the end of a heading.
    private func saysNobody(_ content: Range<Int>) -> Bool {
        switch bytes.scalar(before: content.upperBound, after: content.lowerBound) {
        case 0x3041...0x30FF, 0x4E00...0x9FFF: return false
        default: break
        }
        let folded = TextFolding.fold(bytes.condensed(content))
        return ["(0名)", "(0人)"].contains(where: folded.ends)
    }

    private mutating func grouped(_ range: Range<Int>, _ index: Int) {
        guard sections[sections.count - 1].field.isPeople else {
            value(range, index)
            return
        }
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let (first, length) = bytes.scalar(at: offset)
            // 桐原（会長）、 tells a post; a group begins the value or stands behind a blank.
            let isApart =
                first == 0x3010 || first == 0xFF1C || first == 0x3008 || offset == range.lowerBound
                || bytes.blank(endingAt: offset, after: range.lowerBound) > 0
            if isApart, Bracket.closing(of: first) != nil, let inner = label(in: offset..<range.upperBound),
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
            } else if first == 0x2F || first == 0xFF0F,
                let inner = label(in: bytes.trimmed(offset + length..<range.upperBound)), inner.hasColon,
                inner.field.isPeople
            {
                // 出席：… ／ 欠席：…
                let before = bytes.trimmed(start..<offset)
                if !before.isEmpty { value(before, index) }
                sections.append(
                    Section(field: inner.field, label: inner.text, value: [], indent: lines[index].indent))
                start = inner.value.isEmpty ? range.upperBound : inner.value.lowerBound
                offset = max(start, offset + length)
            } else {
                offset += length
            }
        }
        let rest = bytes.trimmed(start..<range.upperBound)
        if !rest.isEmpty { value(rest, index) }
    }
}

/// What a line was used for.
enum LineUse: UInt8 {
    case header, agenda, turn, speech, note, furniture, blank, unknown
}
