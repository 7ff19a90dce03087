/// Decides whether a line in the proceedings is an agenda heading or part of what is being said.
struct HeadingFinder {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    /// By line, whether a turn starts there.
    let startsTurn: [Bool]
    /// Lines that others written alike prove to be headings.
    var series: Set<Int> = []

    struct Heading {
        var number: AgendaNumber?
        /// Where the title stands on its first line.
        var title: Range<Int>
        /// Lines it takes, the first included.
        var lines: ClosedRange<Int>
        /// It stands behind a mark or in 【】.
        var isSetApart: Bool
    }

    /// Whether a line may be a heading at all, told by its ends and neighbours. Nearly every line of what is said is
    /// none: it has neither number nor mark, and ends its sentence or stands among others like it.
    @inline(__always) func mayHead(_ index: Int, inTurn: Bool) -> Bool {
        let line = lines[index]
        // A line that ends its sentence has nothing below it to go on with.
        guard line.columns <= 240, line.kind == .text, !endsSentence(line) else { return false }
        guard inTurn, line.blanksBefore <= wrapping.blankHabit, bytes.isLetter(at: line.inkStart) else { return true }
        let mark = bytes.scalar(at: line.inkStart).value
        return mark == 0x30FB || AgendaNumber.mayBegin(mark) || isAfterRule(index) || isBetweenTurns(index)
    }

    /// - Parameters:
    ///   - index: a text line that starts no turn and of which ``mayHead(_:inTurn:)``.
    ///   - inTurn: a turn is open, so that the line could be speech.
    ///   - agenda: what is on it so far, the list at the top above all.
    ///   - values: the values of the last heading of each style so far.
    ///   - above: the last line of the heading before.
    func heading(
        at index: Int, inTurn: Bool, values: [AgendaNumber.Style: Int], above: Int, agenda: AgendaBuilder
    ) -> Heading? {
        let line = lines[index]
        let (mark, markLength) = bytes.scalar(at: line.inkStart)
        let isInside = inTurn && line.blanksBefore <= wrapping.blankHabit
        var ink = line.ink
        var isMarked = false
        if TurnMarks.isMark(mark), !TurnMarks.isBullet(mark) {
            isMarked = true
            ink = bytes.trimmed(line.inkStart + markLength..<line.inkEnd)
            // ◇◆議題１
            while ink.count > markLength, case let (next, length) = bytes.scalar(at: ink.lowerBound),
                TurnMarks.isMark(next), !TurnMarks.isBullet(next), next != 0x3007
            {
                ink = bytes.trimmed(ink.lowerBound + length..<ink.upperBound)
            }
            if ink.count > markLength, bytes.scalar(before: ink.upperBound, after: ink.lowerBound) == mark {
                // ◇ 理事 ◇ names a speaker, ◇ １　予算 ◇ an item.
                let inner = bytes.trimmed(ink.lowerBound..<ink.upperBound - markLength)
                if SpeakerLabel.read(bytes.string(inner)).strength >= 2 { return nil }
                if AgendaNumber.read(inner, bytes) != nil || isListed(nil, inner, index, agenda) { ink = inner }
            }
        } else if let inner = DecoratedLine.inner(line.ink, bytes) ?? DecoratedLine.between(line.ink, bytes) {
            // Between dashes stand topics of every kind; only what has a number or stands on the list is an item.
            guard
                AgendaNumber.read(inner, bytes).map({ !$0.isOfTopic || agenda.isListed($0) }) == true
                    || isListed(nil, inner, index, agenda)
            else { return nil }
            isMarked = true
            ink = inner
        } else if mark == 0x23 {
            isMarked = true
            var start = line.inkStart
            while start < line.inkEnd, bytes[start] == 0x23 { start += 1 }
            ink = bytes.trimmed(start..<line.inkEnd)
        } else if let close = Bracket.closing(of: mark),
            mark == 0x3010 || mark == 0xFF1C || mark == 0x3008 || mark == 0x300A || mark == 0x226A,
            bytes.scalar(before: line.inkEnd, after: line.inkStart) == close
        {
            isMarked = true
            ink = line.inkStart + markLength..<line.inkEnd - 3
        }
        guard !ink.isEmpty, !isMarked || ink.count > 12 || !TurnMarks.isOrnament(ink, bytes) else { return nil }
        let number = AgendaNumber.read(ink, bytes)
        let title = (number?.titleStart ?? ink.lowerBound)..<ink.upperBound
        if title.isEmpty {
            // △議案第58号 by itself, where a list says what it is.
            guard let number, agenda.isListed(number) else { return nil }
        }
        var isRepeated = false
        if isInside, number == nil, !isMarked, !isAfterRule(index) {
            // A line of the list word for word, between the end of a sentence and the next speaker, is its heading.
            // So is the end of one: 研修の行き先 for ② 秋の研修の行き先.
            isRepeated =
                isBetweenTurns(index)
                && agenda.repeatsListed(title: Title(number: nil, pieces: [title], bytes).title)
        }
        if isInside, number == nil, !isMarked, !isAfterRule(index), !isRepeated {
            // In the middle of what is said neither a short line's ending nor its place makes up for a number, a mark
            // or a gap above (-1.5 - 0.75 + 0.75 + 1 + 0.75), and the list is asked from 0.5 on.
            return nil
        }
        let last = continuation(of: index)
        guard !endsSentence(lines[last]), !holdsSentence(index...last) else { return nil }
        var score = evidence(index, last, number, title, isMarked, inTurn, above)
        if let number, let before = values[number.style], number.value == before + 1 {
            score += 1.25
            if let next = nextInk(after: last), startsTurn[next], !wrapping.isWrapped { score += 0.5 }
        }
        if series.contains(index) { score += 1 }
        let needed: Double = inTurn ? 2 : 1
        // The list is asked only where it decides: making the title costs more than all the rest.
        if score < needed, score + 1.5 >= needed, isListed(number, title, index, agenda) {
            // Read out inside a turn, indented like the rest of it, it is speech; elsewhere it is the item's place.
            score += looksLikeSpeech(line) && inTurn && !series.contains(index) ? 0 : 1.5
        }
        guard score >= needed || isRepeated else { return nil }
        return Heading(number: number, title: title, lines: index...last, isSetApart: isMarked && mark != 0x23)
    }

    /// Whether a list gives the title, or the number where the title is left out; 次第３（１）予算 stands for （１）予算.
    private func isListed(_ number: AgendaNumber?, _ title: Range<Int>, _ index: Int, _ agenda: AgendaBuilder) -> Bool {
        if let number, title.isEmpty { return agenda.isListed(number) }
        if agenda.isListed(title: Title(number: number, pieces: [title], bytes).title) { return true }
        if let number, agenda.isListed(number), isBetweenTurns(index), !isInRun(index, number) { return true }
        guard number?.style == .word, let inner = AgendaNumber.read(title, bytes) else { return false }
        return agenda.isListed(title: Title(number: inner, pieces: [inner.titleStart..<title.upperBound], bytes).title)
    }

    private func isBetweenTurns(_ index: Int) -> Bool {
        guard lines[index].columns >= 4, let next = nextInk(after: index), startsTurn[next],
            let above = previousInk(before: index)
        else { return false }
        return lines[above].kind.isNote
            || SentenceEnd.isEnd(bytes.scalar(before: lines[above].inkEnd, after: lines[above].inkStart))
    }

    private func evidence(
        _ index: Int, _ last: Int, _ number: AgendaNumber?, _ title: Range<Int>, _ isMarked: Bool, _ inTurn: Bool,
        _ above: Int
    ) -> Double {
        let line = lines[index]
        var score = 0.0
        if let number {
            score += number.isSetOff || number.style >= .bracketed ? 1 : 0
            if number.style == .word || number.style == .ordinal { score += 0.25 }
            if number.style == .letter || number.style == .kana { score -= 1 }
            // 【議題１】; [1] numbers points of every kind.
            if number.isBoxed, number.isSetOff, !number.word.isEmpty { score += 1 }
            // 報第３号　専決について between the end of a speech and the next.
            if number.style == .word, number.isSetOff, inTurn, isBetweenTurns(index), !isInRun(index, number) {
                score += 0.5
            }
        } else if !isMarked {
            score -= 1.5
        }
        if isMarked { score += 1.5 }
        if line.blanksBefore > wrapping.blankHabit || isAfterRule(index) {
            score += 1.25
        } else if inTurn, !isBelowNote(index) {
            score -= 0.75
        }
        if HeadingWords.ends(bytes.buffer[title].withoutBrackets()) { score += 0.75 }
        let next = nextInk(after: last)
        if next == nil { score += 0.5 }
        if let next, startsTurn[next] {
            score += 1
        } else if let number, let next, opensBelow(number, next) {
            // １ 審査 over （１）…について over the first turn of it
            score += 1
        } else if let next, isNumbered(next) || lines[next].kind.isNote {
            score += 0.5
        }
        if inTurn {
            if looksLikeSpeech(line), !series.contains(index) {
                score -= 1.25
            } else if wrapping.usualIndent >= 2, line.indent < wrapping.usualIndent {
                score += 0.75
            }
            if isInRun(index, number) { score -= 1.5 }
            if let previous = previousInk(before: index), lines[previous].kind == .text, previous != above {
                let end = bytes.scalar(before: lines[previous].inkEnd, after: lines[previous].inkStart)
                if !SentenceEnd.isEnd(end), line.blanksBefore <= wrapping.blankHabit, !lines[previous].kind.isNote {
                    score -= wrapping.isWrapped && wrapping.isFull(lines[previous]) ? 3 : 0.75
                }
            }
        }
        if line.columns > 100 { score -= 0.75 }
        return score
    }

    /// Indented exactly like the paragraphs of speech, where these are indented, and not set off by a blank line.
    private func looksLikeSpeech(_ line: Line) -> Bool {
        wrapping.usualIndent >= 2 && line.indent == wrapping.usualIndent && line.blanksBefore <= wrapping.blankHabit
    }

    /// What was done closes the item before: （町長から諮問書を手渡し） over ２ 議事.
    private func isBelowNote(_ index: Int) -> Bool {
        previousInk(before: index).map { lines[$0].kind.isNote } ?? false
    }

    private func isAfterRule(_ index: Int) -> Bool {
        var back = index - 1
        while back >= 0, lines[back].isBlank { back -= 1 }
        return back >= 0 && lines[back].kind == .rule
    }

    /// Whether the first item of a level below stands on a line, with a turn right under it.
    private func opensBelow(_ number: AgendaNumber, _ index: Int) -> Bool {
        guard lines[index].kind == .text, lines[index].columns <= 100, !endsSentence(lines[index]),
            let below = AgendaNumber.read(lines[index].ink, bytes), below.value == 1, below.style > number.style,
            let next = nextInk(after: index)
        else { return false }
        return startsTurn[next]
    }

    /// Several numbered lines of one style in a row are a list, not headings.
    private func isInRun(_ index: Int, _ number: AgendaNumber?) -> Bool {
        guard let number else { return false }
        func isSame(_ other: Int?) -> Bool {
            guard let other, lines[other].kind == .text,
                lines[other].blanksBefore <= wrapping.blankHabit || other < index
            else { return false }
            guard let found = AgendaNumber.read(lines[other].ink, bytes) else { return false }
            return found.style == number.style
        }
        return isSame(nextInk(after: index)) || isSame(previousInk(before: index))
    }

    private func isNumbered(_ index: Int) -> Bool {
        lines[index].kind == .text && AgendaNumber.read(lines[index].ink, bytes) != nil
    }

    /// The last line of a heading that begins here: a heading cut at the width goes on below.
    private func continuation(of index: Int) -> Int {
        var last = index
        while wrapping.isWrapped, last - index < 4, wrapping.isFull(lines[last]),
            !endsSentence(lines[last]), let next = nextInk(after: last), lines[next].kind == .text, !startsTurn[next],
            !isNumbered(next), lines[next].blanksBefore <= wrapping.blankHabit
        {
            last = next
        }
        return last
    }

    private func endsSentence(_ line: Line) -> Bool {
        switch bytes.scalar(before: line.inkEnd, after: line.inkStart) {
        case 0x3002, 0xFF0E, 0xFF61, 0xFF1F, 0xFF01, 0x3001, 0x21, 0x3F: true
        default: false
        }
    }

    /// Whether a sentence ends inside the lines.
    private func holdsSentence(_ range: ClosedRange<Int>) -> Bool {
        for index in range {
            var offset = lines[index].inkStart
            let end = lines[index].inkEnd
            while offset + 2 < end {
                if bytes[offset] == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x82 { return true }
                offset += bytes[offset] & 0xF0 == 0xE0 ? 3 : 1
            }
        }
        return false
    }

    func nextInk(after index: Int) -> Int? {
        var next = index + 1
        while next < lines.count, next - index < 12 {
            if !lines[next].isBlank, !lines[next].kind.isFurniture { return next }
            next += 1
        }
        return nil
    }

    private func previousInk(before index: Int) -> Int? {
        var back = index - 1
        while back >= 0, index - back < 12 {
            if !lines[back].isBlank, !lines[back].kind.isFurniture { return back }
            back -= 1
        }
        return nil
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The bytes up to a bracket that closes at their end: `報告について（案）` → `報告について`.
    func withoutBrackets() -> ArraySlice<UInt8> {
        var bytes = Array(self)[...]
        let close: [UInt8] = [0xEF, 0xBC, 0x89]
        if bytes.last(3) == close || bytes.last == 0x29 {
            let open: [UInt8] = [0xEF, 0xBC, 0x88]
            var offset = bytes.endIndex - 1
            while offset > bytes.startIndex {
                if bytes[offset] == 0x28 || bytes[offset...].starts(with: open) {
                    bytes = bytes[..<offset]
                    break
                }
                offset -= 1
            }
        }
        return bytes
    }
}
