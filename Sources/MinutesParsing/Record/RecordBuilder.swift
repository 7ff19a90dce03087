import JapaneseText
import MinutesModel

/// Makes the record of what the header reader and the walk over the proceedings found.
struct RecordBuilder {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    let inference: LayoutInference
    var header: MeetingHeader
    let letters: LetterLegend
    let reader: HeaderReader
    let proceedings: Proceedings
    let given: GivenMeeting?

    mutating func meeting() -> Meeting {
        completeTimes()
        RollOffices(inference, in: header.attendance).settle(&header.attendance)
        RollSpeakers(inference, in: header.attendance).settle(&header.attendance)
        RollHosts(inference).settle(&header)
        let id = meetingID()
        header.id = id
        let pages = PageNumbers(lines)
        let agenda = proceedings.agenda.items(meeting: id).map { item in
            var item = item
            item.span.page = pages.page(of: item.span.start)
            return item
        }
        var remarks: [Remark] = []
        var boundaries: [TopicBoundary] = []
        let people = People(header: header, inference: inference, letters: letters)
        RemarkMaker(
            bytes: bytes, lines: lines, wrapping: wrapping, inference: inference, proceedings: proceedings,
            people: people, pages: pages, meeting: id, agenda: agenda, given: given?.turns ?? []
        ).make(&remarks, &boundaries)
        let chair = ChairCalls(
            agenda: agenda, items: proceedings.agenda.items, hasHeadings: proceedings.headings > 0)
        let calls = chair.apply(to: &remarks)
        let notes = notes(pages)
        // Without a turn the header ends after some lines and nothing places the rest.
        let unplaced = lines[min(lines.count, reader.uses.count + proceedings.uses.count)...]
        let uses = reader.uses + proceedings.uses + unplaced.map { $0.isBlank ? LineUse.blank : .unknown }
        var meeting = Meeting(
            id: id, header: header, agenda: agenda, remarks: remarks, topicBoundaries: boundaries, notes: notes,
            segments: Segments.make(lines, uses: uses, text: bytes.count))
        meeting.diagnostics = ParseDiagnostics(
            bytes: bytes, lines: lines, wrapping: wrapping, inference: inference, proceedings: proceedings, uses: uses,
            people: people, meeting: meeting
        ).all()
        meeting.diagnostics += chair.diagnostics(calls)
        return meeting
    }

    // MARK: Header

    /// Opening and closing from the notes where the header gives none.
    private mutating func completeTimes() {
        var opening: String?
        var closing: String?
        for index in lines.indices where lines[index].kind == .timeNote {
            let text = bytes.string(lines[index].ink)
            guard let time = TimeScanner.times(in: text).first else { continue }
            let opens = text.holds(anyOf: ["開会", "開議", "開始"])
            let closes = text.holds(anyOf: ["閉会", "散会", "延会", "終了"])
            if opens, opening == nil { opening = time.description }
            if closes { closing = time.description }
        }
        if opening == nil, closing == nil { titleTimes(&opening) }
        if header.opensAt == nil { header.opensAt = opening }
        if header.closesAt == nil { header.closesAt = closing }
    }

    /// `… 午後７時１分開会` in a title line.
    private func titleTimes(_ opening: inout String?) {
        for value in reader.loose.prefix(6) where value.range.count < 600 {
            let text = bytes.string(value.range)
            if text.holds("開会") || text.holds("開議"), let time = TimeScanner.times(in: text).first {
                opening = time.description
                return
            }
        }
    }

    /// Body, date and session; the content where one of body and date is missing.
    private func meetingID() -> String {
        guard let body = header.body, let date = header.date else {
            return StableID.make("m", [bytes.string(0..<bytes.count)], salt: 0)
        }
        return StableID.make("m", [AgendaBuilder.key(body), date, header.session ?? ""], salt: 0)
    }

    private func notes(_ pages: PageNumbers) -> [Note] {
        let ranges = reader.notes.map { $0...$0 } + proceedings.notes
        return ranges.map { range in
            let inked = range.filter { !lines[$0].isBlank && !lines[$0].kind.isFurniture }
            let first = lines[inked.first ?? range.lowerBound]
            let last = lines[inked.last ?? range.upperBound]
            return Note(
                text: Title.join(inked.map { lines[$0].ink }, bytes),
                span: SourceSpan(
                    start: first.inkStart, end: last.inkEnd, line: first.number, endLine: last.number,
                    page: pages.page(of: first.start)))
        }
    }
}

/// Pages of a document that shows them: form feeds, else page numbers at the foot.
struct PageNumbers {
    /// Where each page but the first begins.
    private let starts: [Int]

    init(_ lines: [Line]) {
        var starts: [Int] = []
        if let last = lines.last, last.page > 0 {
            for (above, below) in zip(lines, lines.dropFirst()) where below.page > above.page {
                for _ in above.page..<below.page { starts.append(below.start) }
            }
        } else {
            for line in lines where line.kind == .pageNumber { starts.append(line.next) }
        }
        self.starts = starts
    }

    /// - Complexity: O(log n).
    func page(of offset: Int) -> Int? {
        guard !starts.isEmpty else { return nil }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
