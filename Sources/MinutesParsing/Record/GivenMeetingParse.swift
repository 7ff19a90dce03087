import MinutesModel

/// Parses the part of a text that a format gives as one meeting; places are those of the whole text.
struct GivenMeetingParse {
    let meeting: GivenMeeting
    let text: UnsafeBufferPointer<UInt8>

    func run() -> (meeting: Meeting, layout: Layout) {
        let range = meeting.range.clamped(to: 0..<text.count)
        var part = meeting
        part.range = 0..<range.count
        let bytes = SourceBytes(buffer: UnsafeBufferPointer(rebasing: text[range]))
        part.turns = soundTurns(range, bytes)
        var (record, layout) = DocumentParse(bytes: bytes, given: part).run()
        var linesAbove = 0
        for offset in 0..<range.lowerBound where text[offset] == 0x0A { linesAbove += 1 }
        record.move(bytes: range.lowerBound, lines: linesAbove, text: text.count)
        return (record, layout)
    }

    /// Turns whose label stands on the line they begin on, one a line, with places inside the part. A reader's mistake
    /// costs a turn, not the program.
    private func soundTurns(_ range: Range<Int>, _ bytes: SourceBytes) -> [GivenMeeting.Turn] {
        let lines = LineTable.lines(of: bytes)
        var sound: [GivenMeeting.Turn] = []
        var line = -1
        for turn in meeting.turns {
            guard turn.start >= range.lowerBound, turn.label.lowerBound >= turn.start, !turn.label.isEmpty,
                turn.text >= turn.label.upperBound
            else { continue }
            let start = turn.start - range.lowerBound
            var next = max(0, line)
            while next + 1 < lines.count, lines[next].next <= start { next += 1 }
            guard next > line, next < lines.count, lines[next].start <= start,
                turn.label.upperBound - range.lowerBound <= lines[next].inkEnd
            else { continue }
            line = next
            var turn = turn
            turn.start = start
            turn.label = turn.label.lowerBound - range.lowerBound..<turn.label.upperBound - range.lowerBound
            turn.text = min(turn.text - range.lowerBound, lines[line].inkEnd)
            sound.append(turn)
        }
        return sound
    }
}

extension Meeting {
    /// Moves every place behind what stands above in the document; what belongs to other meetings is furniture here.
    fileprivate mutating func move(bytes: Int, lines: Int, text count: Int) {
        guard bytes > 0 || segments.last?.end != count else { return }
        func moved(_ span: SourceSpan) -> SourceSpan {
            SourceSpan(
                start: span.start + bytes, end: span.end + bytes, line: span.line + lines,
                endLine: span.endLine + lines, page: span.page)
        }
        for index in agenda.indices { agenda[index].span = moved(agenda[index].span) }
        for index in topicBoundaries.indices { topicBoundaries[index].span = moved(topicBoundaries[index].span) }
        for index in notes.indices { notes[index].span = moved(notes[index].span) }
        for index in remarks.indices {
            remarks[index].span = moved(remarks[index].span)
            for piece in remarks[index].map.pieces.indices {
                remarks[index].map.pieces[piece].source += bytes
                remarks[index].map.pieces[piece].line += lines
            }
        }
        for index in diagnostics.indices { diagnostics[index].line = diagnostics[index].line.map { $0 + lines } }
        for index in segments.indices {
            segments[index].start += bytes
            segments[index].end += bytes
        }
        if bytes > 0 { segments.insert(Segment(kind: .furniture, start: 0, end: bytes), at: 0) }
        let end = segments.last?.end ?? 0
        if end < count { segments.append(Segment(kind: .furniture, start: end, end: count)) }
    }
}

extension MeetingHeader {
    /// Puts what a format says before what the text says.
    mutating func take(_ given: MeetingHeader) {
        title = given.title ?? title
        body = given.body ?? body
        kind = given.kind ?? kind
        fiscalYear = given.fiscalYear ?? fiscalYear
        session = given.session ?? session
        date = given.date ?? date
        opensAt = given.opensAt ?? opensAt
        closesAt = given.closesAt ?? closesAt
        venue = given.venue ?? venue
        host = given.host ?? host
        observers = given.observers ?? observers
        openness = given.openness ?? openness
        if !given.materials.isEmpty { materials = given.materials }
        if !given.attendance.isEmpty { attendance = given.attendance }
        fields = given.fields
    }
}

extension CandidateFinder {
    /// The turns a format gives, as candidates in their order.
    /// - Complexity: O(turns + lines).
    mutating func take(_ turns: [GivenMeeting.Turn], _ lines: [Line]) {
        var line = 0
        for turn in turns {
            while line + 1 < lines.count, lines[line].next <= turn.start { line += 1 }
            guard line < lines.count else { return }
            let entry = labels.index(of: turn.label, bytes)
            labels.count(entry)
            let first = turn.start < turn.label.lowerBound ? bytes.scalar(at: turn.start).value : 0
            let shape = TurnShape(
                kind: first == 0 ? .bare : .mark, scalar: first == 0 ? 0 : TurnMarks.family(first))
            candidates.append(
                TurnCandidate(line: line, shape: shape, label: turn.label, textStart: turn.text, labelIndex: entry))
        }
    }
}
