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
        /// Column the value begins in, where it stands on the label's line.
        var valueColumn: Int?
        /// The value is a table of people with a head of its own.
        var isTable = false
        /// The mark or bracket before the label, where labels carry one.
        var mark: UInt32?
        /// A colon stands behind the label.
        var hasColon = false
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
    var brackets = HeadingBrackets()

    var inProceedings = false
    /// ＜審議事項＞ is open: the items below stand under it.
    var holdsGroup = false
    /// Numbering of the header's own sections: `１ 日時`, `２ 場所`.
    var sectionNumber: AgendaNumber?
    /// Every section carries the same number: １．…, １．….
    var repeatsNumber = false
    var list: [(number: AgendaNumber?, pieces: [Range<Int>], first: Int, last: Int, indent: Int)] = []

    init(bytes: SourceBytes, lines: [Line], end: Int, wrapping: Wrapping) {
        self.bytes = bytes
        self.lines = QuotedCells.bare(lines, before: end, bytes)
        self.end = end
        self.wrapping = wrapping
        uses = Array(repeating: .header, count: end)
    }

    /// - Parameter start: the first line to read; a header at the end of a document begins below the proceedings.
    mutating func run(from start: Int = 0) {
        for index in start..<max(start, end) { read(index) }
        flushList()
        partDayAndPlace()
        rejoinRows()
    }

    /// Takes a line as the heading of a list of people that needs no label.
    mutating func opensList(at index: Int) {
        sections.append(
            Section(
                field: .attendance(absent: false), label: bytes.condensed(lines[index].ink), value: [],
                indent: lines[index].indent))
    }

    /// The field a line opens, judged by itself.
    func field(at index: Int) -> HeaderField? { label(in: stripped(lines[index]).0)?.field }

    mutating func read(_ index: Int) {
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
            } else if let labelled = label(in: stripped(line).0),
                labelled.hasColon || stripped(line).1 != nil || labelled.field == .date || saysBothTimes(line),
                firstField(after: index),
                labelled.field == .date || labelled.field == .opens || labelled.field == .closes
            {
                // 日時：…　開始 18:02 is a field, whatever else it says.
                text(index)
            } else {
                let text = bytes.condensed(line.ink)
                if text.holds("年"), text.holds("日") {
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

    mutating func text(_ index: Int) {
        let line = lines[index]
        if let last = sections.last, last.isTable, isRow(line, of: last) {
            value(line.ink, index)
            return
        }
        let (content, number) = stripped(line)
        if number == nil, content.count <= 12, TurnMarks.isOrnament(line.ink, bytes) {
            // ◇　　　◇ parts the header from the proceedings as a rule does.
            uses[index] = .furniture
            endField(afterRule: true)
            return
        }
        if sections.isEmpty, list.isEmpty, loose.count < 6, number == nil, !inProceedings,
            TitleReader.isKind(bytes[content]) || TitleReader.isKindWithRemark(bytes[content]), firstField(after: index)
        {
            // 議事要旨 below the name of the body is the rest of the title, not the heading of the proceedings.
            loose.append(Value(range: line.ink, line: index))
            return
        }
        if let open = sections.last, open.field == .agenda, !list.isEmpty, number == nil, line.indent > open.indent,
            let labelled = label(in: content), labelled.field == .agenda, !labelled.value.isEmpty, !labelled.hasColon
        {
            // 報告事項　…について among the items of the list is one of them.
            unnumbered(index)
            return
        }
        if inProceedings, number == nil, opensGroup(index) { return }
        if var labelled = label(in: content), accepts(labelled.field, number, line, labelled) {
            if labelled.field == .proceedings, labelled.value.isEmpty, listStands(below: index, number) {
                labelled.field = .agenda
            }
            // 日程　令和６年10月３日 is the day, not what was treated.
            if labelled.field == .agenda, !labelled.value.isEmpty, isDay(labelled.value) { labelled.field = .date }
            flushList()
            if let number {
                repeatsNumber = number.style == sectionNumber?.style && number.value == sectionNumber?.value
                sectionNumber = number
            }
            if labelled.field == .proceedings { inProceedings = true }
            let isNested = number == nil && (labelled.hasColon || line.indent > 0)
            let outer = sections.suffix(12).last {
                !$0.label.isEmpty && $0.field.isPeople && !$0.isEmptyList
                    && ($0.indent < line.indent || (isNested && $0.value.isEmpty))
            }?.label
            sections.append(
                Section(
                    field: labelled.field, label: labelled.text, value: [], indent: line.indent, outer: outer,
                    isEmptyList: saysNobody(content), valueColumn: column(of: labelled.value, line),
                    mark: mark(of: line), hasColon: labelled.hasColon))
            if labelled.field == .agenda {
                agendaValue(labelled.value, index)
            } else if !labelled.value.isEmpty, !partFields(labelled, index) {
                grouped(labelled.value, index)
            }
            return
        }
        if isCaption(index, content, number) {
            flushList()
            endField(afterRule: false)
            inProceedings = true
            return
        }
        if opensFirstTurn(index, content, number) || opensFirstItem(index) { return }
        if number == nil, let last = sections.last, last.field.isPeople,
            last.mark == 0x09 || last.isTable && last.valueColumn == Self.tabColumn,
            let group = tabGroup(line.ink)
        {
            sections.append(
                Section(
                    field: .attendance(absent: group.text.holds("欠席")), label: group.text, value: [],
                    indent: last.indent, outer: last.outer, valueColumn: last.valueColumn, mark: 0x09))
            value(group.value, index)
            return
        }
        if number == nil, let unknown = aligned(line) {
            flushList()
            sections.append(
                Section(
                    field: unknown.field, label: unknown.text, value: [], indent: line.indent,
                    valueColumn: sections.last?.valueColumn))
            value(unknown.value, index)
            return
        }
        if number == nil, let unknown = alike(line, content) {
            flushList()
            sections.append(
                Section(
                    field: unknown.field, label: unknown.text, value: [], indent: line.indent,
                    valueColumn: column(of: unknown.value, line), mark: mark(of: line), hasColon: unknown.hasColon))
            if !unknown.value.isEmpty { grouped(unknown.value, index) }
            return
        }
        if endsWithAgendaWord(content) {
            flushList()
            sections.append(Section(field: .agenda, label: bytes.condensed(content), value: [], indent: line.indent))
            return
        }
        if let number, isNextSection(number), !isItemOfList(number, line),
            sections.last?.field != .agenda || number.style == sectionNumber?.style
        {
            flushList()
            sectionNumber = number
            if let people = unknownLabel(content),
                people.field.isPeople || sections.last?.field.isPeople == true && isRoll(people, below: index)
            {
                sections.append(
                    Section(
                        field: people.field.isPeople ? people.field : .attendance(absent: false), label: people.text,
                        value: [], indent: line.indent,
                        valueColumn: column(of: people.value, line), mark: mark(of: line)))
                if !people.value.isEmpty { grouped(people.value, index) }
                return
            }
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
        if sections.last?.field == .agenda || number == nil && goesOnInList(line, index) {
            if isBehindList(index) {
                uses[index] = .note
                notes.append(index)
                return
            }
            unnumbered(index)
            return
        }
        if inProceedings, line.columns <= 100, isBoxed(line) {
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
        if sections.last?.field.isPeople == true, isSentenceInBrackets(line) {
            // （以下、発言者は略称で記す。）
            endField(afterRule: false)
            uses[index] = .note
            notes.append(index)
            return
        }
        if sections.last?.field.isPeople == true, bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3002 {
            // A sentence is no person.
            endField(afterRule: false)
        }
        if sections.last?.field.isPeople == true, bytes[line.inkStart] == 0x23 {
            // ## opens a chapter of its own.
            endField(afterRule: false)
        }
        if isMarkedHeading(content, index) {
            flushList()
            let text = Title(number: nil, pieces: [content], bytes)
            let span = SourceSpan(start: line.inkStart, end: line.inkEnd, line: line.number, endLine: line.number)
            openItem = agenda.heading(number: nil, text: text, span: span, isSetApart: true)
            uses[index] = .agenda
            return
        }
        if !inProceedings, sections.last?.field.isPeople == false, AttendanceTable.isHead(line.ink, bytes) {
            // 区分　氏名　所属　出欠 below the venue is none of it.
            opensList(at: index)
            sections[sections.count - 1].label = "出席者"
            value(line.ink, index)
            return
        }
        if sections.isEmpty || sections.last?.label.isEmpty == true {
            if partLoose(line, index) { return }
            let isHash = bytes[line.inkStart] == 0x23 && !content.isEmpty
            loose.append(Value(range: isHash ? content : line.ink, line: index))
        } else {
            value(line.ink, index)
        }
    }

    mutating func value(_ range: Range<Int>, _ index: Int) {
        if sections[sections.count - 1].field.isPeople, AttendanceTable.isHead(range, bytes) {
            sections[sections.count - 1].isTable = true
        }
        sections[sections.count - 1].value.append(Value(range: range, line: index))
    }
}

/// What a line was used for.
enum LineUse: UInt8 {
    case header, agenda, turn, speech, note, furniture, blank, unknown
}
