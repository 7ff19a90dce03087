import MinutesModel

/// What stands between the header and the first turn: headings, captions, ornaments.
extension HeaderReader {
    /// `○会長あいさつ` right above the first turn, set off by a blank line: a heading, and nobody's name.
    func isMarkedHeading(_ content: Range<Int>, _ index: Int) -> Bool {
        let line = lines[index]
        guard TurnMarks.isMark(bytes.scalar(at: line.inkStart).value), line.blanksBefore > wrapping.blankHabit,
            isLastInk(index), line.columns <= 60
        else { return false }
        return HeadingWords.ends(bytes.buffer[content].withoutBrackets())
            || bytes.scalar(before: line.inkEnd, after: line.inkStart) != 0x3002
                && headsAgain(bytes.scalar(at: line.inkStart).value)
    }

    /// Whether the mark begins a short line among the turns, too, that is no sentence: ■ 運動会の日にち.
    private func headsAgain(_ mark: UInt32) -> Bool {
        !TurnMarks.isBullet(mark)
            && lines[end...].contains { line in
                line.kind == .text && line.columns <= 60 && bytes.scalar(at: line.inkStart).value == mark
                    && !SentenceEnd.isEnd(bytes.scalar(before: line.inkEnd, after: line.inkStart))
            }
            && !lines[end...].prefix(1).contains { bytes.scalar(at: $0.inkStart).value == mark }
    }

    /// 〔開会〕, 【会長挨拶】, and an item of the list word for word, right above the first turn and set off from the
    /// header: the heading of what is said there.
    mutating func opensFirstTurn(_ index: Int, _ content: Range<Int>, _ number: AgendaNumber?) -> Bool {
        let line = lines[index]
        let isNumberAlone = number.map { $0.isBoxed && $0.titleStart >= line.inkEnd } ?? true
        guard isNumberAlone, line.columns <= 60, isLastInk(index) else { return false }
        let isSetOff = line.blanksBefore > wrapping.blankHabit || index > 0 && isAboveFurniture(index)
        let open = bytes.scalar(at: line.inkStart).value
        if isSetOff, !list.contains(where: { bytes.scalar(at: lines[$0.first].inkStart).value == open }),
            isBoxed(line) || line.kind == .note && brackets.heading(at: index, lines, bytes) != nil
        {
            let length = bytes.scalar(at: line.inkStart).length
            let inner = bytes.buffer[bytes.trimmed(line.inkStart + length..<line.inkEnd - length)].withoutBrackets()
            guard
                HeadingFinder.isPart(inner) || HeadingWords.ends(inner)
                    || AgendaNumber.read(line.inkStart + length..<line.inkEnd - length, bytes)?.style == .word
                    || list.contains(where: { bytes.buffer[$0.pieces[0]].starts(with: inner) })
            else { return false }
            flushList()
            endField(afterRule: false)
            boxed(index)
            return true
        }
        guard number == nil, isSetOff || sections.last?.field.isPeople == true, line.kind == .text, list.isEmpty,
            agenda.isListed(title: Title(number: nil, pieces: [content], bytes).title)
        else { return false }
        flushList()
        endField(afterRule: false)
        let text = Title(number: nil, pieces: [content], bytes)
        let span = SourceSpan(start: line.inkStart, end: line.inkEnd, line: line.number, endLine: line.number)
        agenda.restart()
        openItem = agenda.heading(number: nil, text: text, span: span)
        uses[index] = .agenda
        return true
    }

    /// 【１　予算】, －議案第３号　予算－ or the like right above the first turn, for an item of the list above it that has the
    /// number and says more: the heading of what is said there.
    mutating func opensFirstItem(_ index: Int) -> Bool {
        let line = lines[index]
        guard isLastInk(index), line.columns <= 100, line.kind == .text || line.kind == .note,
            case let (inner, isDecorated) = undecorated(line), !inner.isEmpty,
            isDecorated
                || line.blanksBefore > max(wrapping.blankHabit, list.last.map { lines[$0.last].blanksBefore } ?? 0),
            !isDecorated
                || !list.contains(where: {
                    bytes.scalar(at: lines[$0.first].inkStart).value == bytes.scalar(at: line.inkStart).value
                }),
            let number = AgendaNumber.read(inner, bytes), number.titleStart < inner.upperBound
        else { return false }
        let text = Title(number: number, pieces: [number.titleStart..<inner.upperBound], bytes)
        var trial = self
        trial.flushList()
        guard trial.agenda.resembles(number, text) else { return false }
        self = trial
        endField(afterRule: false)
        inProceedings = true
        agenda.restart()
        let span = SourceSpan(start: line.inkStart, end: line.inkEnd, line: line.number, endLine: line.number)
        openItem = agenda.heading(number: number, text: text, span: span, isSetApart: isDecorated)
        uses[index] = .agenda
        return true
    }

    /// What stands in brackets, behind marks, or between two of one sign.
    private func undecorated(_ line: Line) -> (Range<Int>, isDecorated: Bool) {
        let (first, length) = bytes.scalar(at: line.inkStart)
        if let close = Bracket.closing(of: first), line.ink.count > length * 2,
            bytes.scalar(before: line.inkEnd, after: line.inkStart) == close
        {
            return (bytes.trimmed(line.inkStart + length..<line.inkEnd - length), true)
        }
        if let inner = DecoratedLine.inner(line.ink, bytes) ?? DecoratedLine.between(line.ink, bytes) {
            return (inner, true)
        }
        var ink = line.ink
        while ink.count > length, case let (mark, size) = bytes.scalar(at: ink.lowerBound), TurnMarks.isMark(mark),
            !TurnMarks.isBullet(mark), mark != 0x3007
        {
            ink = bytes.trimmed(ink.lowerBound + size..<ink.upperBound)
        }
        guard ink.lowerBound > line.inkStart else { return (ink, false) }
        if ink.count > length, bytes.scalar(before: ink.upperBound, after: ink.lowerBound) == first {
            ink = bytes.trimmed(ink.lowerBound..<ink.upperBound - length)
        }
        return (ink, true)
    }

    /// ----- 話合いの様子 ----- among the items of a list is none of them: what was said stands below.
    func isCaption(_ index: Int, _ content: Range<Int>, _ number: AgendaNumber?) -> Bool {
        number == nil && sections.last?.field == .agenda && DecoratedLine.inner(lines[index].ink, bytes) != nil
            && !agenda.isListed(title: Title(number: nil, pieces: [content], bytes).title) && !firstField(after: index)
    }

    /// （以下、発言者は略称で記す。）
    func isSentenceInBrackets(_ line: Line) -> Bool {
        guard line.kind == .note, line.ink.count > 6 else { return false }
        let close = bytes.scalar(before: line.inkEnd, after: line.inkStart)
        return bytes.scalar(before: line.inkEnd - (close < 0x80 ? 1 : 3), after: line.inkStart) == 0x3002
    }

    private func isAboveFurniture(_ index: Int) -> Bool {
        lines[index - 1].kind == .rule || lines[index - 1].kind.isNote
    }

    /// （開会・事務局長挨拶） below a list whose items have numbers, set off from it: what was done.
    func isBehindList(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.kind == .note, let last = list.last, last.number != nil else { return false }
        return line.blanksBefore > max(wrapping.blankHabit, lines[last.last].blanksBefore)
    }
}
