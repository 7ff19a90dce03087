import JapaneseText
import MinutesModel

/// Walks the lines from the first turn on and says of each what it is: turn, speech, heading, note, furniture.
struct Proceedings {
    struct Turn {
        var candidate: Int
        /// Where its lines of speech below the first stand in ``Proceedings/speech``.
        var speech: Range<Int>
        /// The last line that belongs to the turn, notes and rules behind the speech included.
        var last: Int
        /// Index of the agenda item it was said under.
        var item: Int?
    }

    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    let candidates: [TurnCandidate]
    let first: Int
    /// A summary without speakers has headings, and text that is nobody's.
    let hasTurns: Bool
    /// The format says where turns begin: nothing inside of one is a heading.
    let isGiven: Bool

    /// Where a header at the end of the document begins; the number of lines where there is none.
    let tail: Int

    private(set) var agenda: AgendaBuilder
    private(set) var turns: [Turn] = []
    /// The lines of speech of all turns, one turn after the other.
    private(set) var speech: [Int] = []
    private(set) var notes: [ClosedRange<Int>] = []
    /// By line from `first` on.
    private(set) var uses: [LineUse]
    /// Headings were found below the first turn, so that items need not be guessed from what the chair says.
    private(set) var headings = 0
    /// Lines of the end matter: signatures, below the closing.
    private var isOver = false
    private var openItem: Int?
    /// The value of the last heading of each style, for numbers that go on.
    private var lastValues: [AgendaNumber.Style: Int] = [:]
    /// By line, the candidate that was taken there, -1 for none.
    private var candidateAt: [Int]
    private var brackets = HeadingBrackets()
    /// Brackets of notes in which items of the list stood, number and title.
    private var headingBrackets: Set<UInt32> = []
    let startsTurn: [Bool]

    init(
        bytes: SourceBytes, lines: [Line], wrapping: Wrapping, inference: LayoutInference, first: Int,
        hasTurns: Bool, agenda: AgendaBuilder, openItem: Int?, isGiven: Bool, tail: Int
    ) {
        self.tail = tail
        self.bytes = bytes
        self.lines = lines
        self.wrapping = wrapping
        candidates = inference.candidates
        self.first = first
        self.hasTurns = hasTurns
        self.isGiven = isGiven
        self.agenda = agenda
        self.openItem = openItem
        headings = openItem == nil ? 0 : 1
        uses = Array(repeating: .unknown, count: max(0, lines.count - first))
        var startsTurn = Array(repeating: false, count: lines.count)
        candidateAt = Array(repeating: -1, count: lines.count)
        for index in candidates.indices where inference.taken[index] {
            candidateAt[candidates[index].line] = index
            startsTurn[candidates[index].line] = true
        }
        self.startsTurn = startsTurn
    }

    mutating func run() {
        if let openItem {
            var open: Int? = openItem
            while let item = open.map({ agenda.items[$0] }) {
                if let style = item.style { lastValues[style] = item.value }
                open = item.parent
            }
        } else {
            agenda.restart()
        }
        var finder = HeadingFinder(bytes: bytes, lines: lines, wrapping: wrapping, startsTurn: startsTurn)
        if hasTurns, !isGiven {
            finder.series =
                HeadingSeries(
                    lines, startsTurn: startsTurn, from: first, opening: openItem != nil, wrapping: wrapping, bytes
                ).lines
        }
        var index = first
        while index < tail {
            index = place(index, finder) + 1
        }
        // A note or a heading may have reached below.
        for index in max(index, tail)..<max(index, lines.count) {
            use(index, lines[index].isBlank ? .blank : lines[index].kind.isFurniture ? .furniture : .header)
        }
        for turn in turns.indices { trim(turn) }
        if let moved = agenda.align() {
            for turn in turns.indices { turns[turn].item = turns[turn].item.map { moved[$0] } }
        }
    }

    private mutating func use(_ index: Int, _ use: LineUse) { uses[index - first] = use }

    /// Places the line, and the lines that go with it.
    /// - Returns: the last line placed.
    private mutating func place(_ index: Int, _ finder: HeadingFinder) -> Int {
        let candidate = candidateAt[index]
        if candidate >= 0 {
            use(index, .turn)
            turns.append(Turn(candidate: candidate, speech: speech.count..<speech.count, last: index, item: openItem))
            isOver = false
            return index
        }
        switch lines[index].kind {
        case .blank:
            use(index, .blank)
            return index
        case .rule, .pageNumber, .address, .stamp, .runningHead:
            use(index, .furniture)
            if lines[index].kind == .rule, !isOver, inTurn { turns[turns.count - 1].last = index }
            return index
        case .timeNote:
            note(index...index)
            if closes(lines[index]) { isOver = true }
            return index
        case .note:
            let open = bytes.scalar(at: lines[index].inkStart).value
            if !isGiven, let heading = finder.listedNote(at: index, agenda, isUsual: headingBrackets.contains(open)) {
                if heading.number != nil { headingBrackets.insert(open) }
                take(heading)
                return index
            }
            if inTurn, !isOver, continuesSentence(index) || isWholeSpeech(index) { break }
            if !isGiven, !isOver, let heading = brackets.heading(at: index, lines, bytes) {
                if isOfNoItem(heading, finder) { note(index...index) } else { take(heading) }
                return index
            }
            note(index...index)
            return index
        case .text:
            if let close = openNote(index) {
                note(index...close)
                return close
            }
        }
        if isOver {
            // Signatures and other end matter say who made the record, as the header does.
            use(index, .header)
            return index
        }
        if !isGiven, finder.mayHead(index, inTurn: inTurn),
            let heading = finder.heading(
                at: index, inTurn: inTurn, values: lastValues, above: headingLine, agenda: agenda)
        {
            if isOfNoItem(heading, finder) {
                note(heading.lines)
                return heading.lines.upperBound
            }
            take(heading)
            return heading.lines.upperBound
        }
        if inTurn, endsPoint(lines[index], index) { headingLine = index }
        if inTurn {
            use(index, .speech)
            speech.append(index)
            turns[turns.count - 1].speech = turns[turns.count - 1].speech.lowerBound..<speech.count
            turns[turns.count - 1].last = index
        } else if !hasTurns {
            use(index, .unknown)
        } else if bytes.scalar(before: lines[index].inkEnd, after: lines[index].inkStart) == 0x3002 {
            // What was done under a heading, said by nobody: 資料に基づき説明。
            note(index...index)
        } else {
            use(index, .agenda)
        }
        return index
    }

    /// The last line of what is said so far.
    func lastLine(of turn: Turn) -> Int {
        turn.speech.isEmpty ? candidates[turn.candidate].line : speech[turn.speech.upperBound - 1]
    }

    /// What stands below a point of a list and no deeper than it does not belong to it, unless the line was cut.
    private func endsPoint(_ line: Line, _ index: Int) -> Bool {
        guard let turn = turns.last, case let candidate = candidates[turn.candidate],
            candidate.shape.kind == .point, line.indent <= lines[candidate.line].indent
        else { return false }
        let above = lines[lastLine(of: turn)]
        return line.blanksBefore > wrapping.blankHabit
            || SentenceEnd.isEnd(bytes.scalar(before: above.inkEnd, after: above.inkStart))
            || !(wrapping.isWrapped && wrapping.isFull(above))
    }

    /// A part of the meeting, or what kind of speech follows, rather than something to treat.
    private func isOfNoItem(_ heading: HeadingFinder.Heading, _ finder: HeadingFinder) -> Bool {
        if finder.isBreak(heading) { return true }
        guard agenda.hasNumberedList || openNumbered, !agenda.isListed(title: bytes.string(heading.title)) else {
            return false
        }
        if agenda.hasNumberedList, finder.isPart(heading) { return true }
        guard openNumbered else { return false }
        if finder.isCaption(heading) { return true }
        // ＜現状について＞ under （２） of a list whose items all have numbers: what the speech below it is about.
        return agenda.hasOnlyNumberedList && finder.isBracketed(heading)
            && !agenda.resembles(nil, Title(number: nil, pieces: [heading.title], bytes))
    }

    /// The open item stands by its number, so that a heading without one is of another kind.
    private var openNumbered: Bool { openItem.map { agenda.items[$0].style != nil } ?? false }

    /// Whether speech may follow: a turn is open and no heading has closed it.
    private var inTurn: Bool { !turns.isEmpty && !isClosed }
    private var isClosed: Bool { headingLine > (turns.last.map { candidates[$0.candidate].line } ?? -1) }
    private var headingLine = -1

    private mutating func note(_ range: ClosedRange<Int>) {
        for index in range where !lines[index].isBlank && !lines[index].kind.isFurniture { use(index, .note) }
        for index in range where lines[index].isBlank { use(index, .blank) }
        for index in range where lines[index].kind.isFurniture { use(index, .furniture) }
        notes.append(range)
        if inTurn, !isOver { turns[turns.count - 1].last = range.upperBound }
    }

    /// 次第３（１）予算について where the list has （１）予算について: the inner number is the item's.
    private func inner(_ heading: HeadingFinder.Heading) -> HeadingFinder.Heading {
        guard heading.number?.style == .word, let number = AgendaNumber.read(heading.title, bytes) else {
            return heading
        }
        let start = bytes.skipBlanks(number.range.upperBound, heading.title.upperBound)
        guard start < heading.title.upperBound,
            agenda.isListed(title: bytes.string(start..<heading.title.upperBound))
        else { return heading }
        var heading = heading
        heading.number = number
        heading.title = start..<heading.title.upperBound
        return heading
    }

    private mutating func take(_ found: HeadingFinder.Heading) {
        let heading = inner(found)
        var pieces = [heading.title]
        for index in heading.lines.dropFirst() where lines[index].kind == .text { pieces.append(lines[index].ink) }
        let text = Title(number: heading.number, pieces: pieces, bytes)
        let top = lines[heading.lines.lowerBound]
        let bottom = lines[heading.lines.upperBound]
        let span = SourceSpan(
            start: top.inkStart, end: bottom.inkEnd, line: top.number, endLine: bottom.number, page: nil)
        let item = agenda.heading(number: heading.number, text: text, span: span, isSetApart: heading.isSetApart)
        if item == openItem, headings == 1 {
            // What stood right above the first turn was a list of one: its item begins here.
            agenda.move(item, to: span)
            for turn in turns.indices where turns[turn].item == item { turns[turn].item = nil }
        }
        openItem = item
        headings += 1
        if let number = heading.number { lastValues[number.style] = number.value }
        headingLine = heading.lines.upperBound
        for index in heading.lines {
            use(index, lines[index].isBlank ? .blank : lines[index].kind.isFurniture ? .furniture : .agenda)
        }
    }

    /// Takes page furniture off the end of a turn.
    private mutating func trim(_ turn: Int) {
        let start = candidates[turns[turn].candidate].line
        while turns[turn].last > start, lines[turns[turn].last].isBlank || lines[turns[turn].last].kind.isPageFurniture
        {
            turns[turn].last -= 1
        }
    }
}
