import JapaneseText
import MinutesModel

/// Turns the text of minutes into a record: header, agenda, turns, notes, each with its place in the text.
///
/// The parser does not know any document's format. It finds how turns begin from the document itself (which marks or
/// shapes begin lines and recur, which strings behind them behave like speakers' labels, which names the attendance
/// list gives) and says in the diagnostics where it is unsure. It never throws: whatever it cannot place stays in the
/// record as an `unknown` segment with a diagnostic.
public struct MinutesParser: Sendable {
    /// Raised when the same text may give another record, so that kept records are made again.
    package static let version = 7

    public init() {}

    /// The meeting of a document; the first where its format gives several, with a diagnostic that says so.
    /// - Complexity: O(n) in the bytes of the text, for any text.
    public func parse(_ source: SourceText) -> Meeting {
        var first = parseAll(source)[0]
        if source.meetings.count > 1 {
            first.diagnostics.insert(
                Diagnostic(
                    .error, code: "text.several-meetings",
                    message: "この文書には会議が\(source.meetings.count)件入っています。最初の会議だけを読みました。会議ごとに読んでください。"), at: 0)
        }
        return first
    }

    /// All meetings of a document: one, unless its format gives several.
    /// - Complexity: O(n) in the bytes of the text for each meeting.
    public func parseAll(_ source: SourceText) -> [Meeting] { parseExplaining(source).map(\.meeting) }

    /// Parses and returns the layout that was found with its evidence, for each meeting.
    /// - Parameter fixed: how turns begin, where a person says so; nothing is then inferred but where they do. A format
    ///   that gives turns needs none.
    package func parseExplaining(
        _ source: SourceText, as fixed: TurnLayout? = nil
    ) -> [(meeting: Meeting, layout: Layout)] {
        source.text.withUTF8Bytes { buffer in
            guard !source.meetings.isEmpty else {
                return [DocumentParse(bytes: SourceBytes(buffer: buffer), fixed: fixed.map(FixedLayout.init)).run()]
            }
            return source.meetings.map { GivenMeetingParse(meeting: $0, text: buffer).run() }
        }
    }
}

/// The steps of one parse, in order.
struct DocumentParse {
    let bytes: SourceBytes
    /// What the format says, with offsets into `bytes`.
    var given: GivenMeeting?
    /// What a person says about the turns.
    var fixed: FixedLayout?

    func run() -> (meeting: Meeting, layout: Layout) {
        var lines = LineTable.lines(of: bytes)
        var labels = fixed?.labels ?? LabelTable()
        var isInline = false
        var table: SpeechTable?
        if given == nil {
            Furniture.mark(&lines, in: bytes)
            TableFrame.strip(&lines, in: bytes)
            isInline = InlineTurns.split(&lines, in: bytes, labels: &labels)
            if fixed == nil { table = SpeechTable(&lines, in: bytes) }
        } else {
            Furniture.markRules(&lines, in: bytes)
        }
        NoteLine.mark(&lines, in: bytes)

        var inference = infer(lines, labels, table)
        var first = firstTurn(inference)
        var wrapping = self.wrapping(lines[(first ?? 0)...])
        var reader = readHeader(lines, first, wrapping)
        var header = fields(reader, lines, wrapping)
        let names = Self.knownNames(header.attendance)
        if !names.isEmpty, let labels = inference.labels.knowing(names) {
            inference = infer(lines, labels, table)
            let again = firstTurn(inference)
            if again != first {
                first = again
                wrapping = self.wrapping(lines[(first ?? 0)...])
                reader = readHeader(lines, first, wrapping)
                header = fields(reader, lines, wrapping)
            }
        }
        if given == nil, fixed == nil, inference.hasNearMisses { inference.hear(ListedWords(reader.sections, bytes)) }
        var tail = lines.count
        if given == nil, let first, header.date == nil || header.attendance.isEmpty {
            let found = HeaderTail(bytes: bytes, lines: lines, inference: inference, wrapping: wrapping)
                .start(after: first)
            if let found {
                tail = found
                inference.leave(from: found)
                var below = HeaderReader(bytes: bytes, lines: lines, end: lines.count, wrapping: wrapping)
                below.run(from: found)
                reader.sections += below.sections
                if header.title == nil { reader.loose = below.loose + reader.loose }
                header = fields(reader, lines, wrapping)
            }
        }
        if given == nil, let first, tail == lines.count,
            header.attendance.isEmpty || RosterTail.isNamed(in: reader.sections, bytes)
        {
            let found = RosterTail(bytes: bytes, lines: lines, inference: inference, wrapping: wrapping)
                .headings(after: first)
            if let found {
                tail = found.lowerBound
                inference.leave(from: found.lowerBound)
                var below = HeaderReader(bytes: bytes, lines: lines, end: lines.count, wrapping: wrapping)
                below.opensList(at: found.upperBound)
                below.run(from: found.upperBound + 1)
                reader.sections += below.sections
                header = fields(reader, lines, wrapping)
            }
        }
        let letters = LetterLegend(lines, end: given == nil ? first ?? 0 : 0, in: bytes)
        header.attendance += letters.listed
        var proceedings = Proceedings(
            bytes: bytes, lines: lines, wrapping: wrapping, inference: inference,
            first: first ?? SummaryStart.line(lines, in: bytes) ?? lines.count, hasTurns: first != nil,
            agenda: reader.agenda, openItem: first == nil ? nil : reader.openItem, isGiven: given != nil, tail: tail)
        proceedings.run()
        var record = RecordBuilder(
            bytes: bytes, lines: lines, wrapping: wrapping, inference: inference, header: header, letters: letters,
            reader: reader,
            proceedings: proceedings, given: given)
        let meeting = record.meeting()
        let layout = Layout(
            evidence: inference.evidence, turns: meeting.remarks.count, confidence: inference.confidence,
            isWrapped: wrapping.isWrapped, wrapColumns: wrapping.columns, blankLinesBetween: wrapping.blankHabit,
            isInline: isInline, isFixed: fixed != nil, legend: inference.legend.roles,
            leftOut: meeting.diagnostics.filter { $0.code == "turn.near-miss" }.compactMap(\.line),
            unlike: inference.unsure.map { index in
                Layout.Place(
                    line: lines[inference.candidates[index].line].number,
                    label: bytes.string(inference.candidates[index].label))
            })
        return (meeting, layout)
    }

    private func wrapping(_ lines: ArraySlice<Line>) -> Wrapping {
        var wrapping = Wrapping(lines, bytes)
        if let isWrapped = fixed?.isWrapped { wrapping.isWrapped = isWrapped }
        return wrapping
    }

    private func infer(_ lines: [Line], _ labels: LabelTable, _ table: SpeechTable?) -> LayoutInference {
        var finder = CandidateFinder(bytes: bytes, labels: labels, fixed: Array(fixed?.shapes ?? []))
        finder.table = table
        if let given { finder.take(given.turns, lines) } else { finder.run(lines) }
        var inference = LayoutInference(bytes: bytes, lines: lines, finder: finder, fixed: fixed)
        if given == nil { inference.run() } else { inference.takeAll() }
        return inference
    }

    private func firstTurn(_ inference: LayoutInference) -> Int? {
        guard let first = inference.taken.firstIndex(of: true) else { return nil }
        let candidate = inference.candidates[first]
        guard candidate.shape.kind == .point, inference.legend.roles.isEmpty else { return candidate.line }
        // Opinions without speakers stand in the middle of a summary.
        return min(candidate.line, SummaryStart.line(inference.lines, in: bytes) ?? candidate.line)
    }

    /// Without turns the header is at most the lines up to the heading of the proceedings, or the first forty.
    private func readHeader(_ lines: [Line], _ first: Int?, _ wrapping: Wrapping) -> HeaderReader {
        let end = first ?? SummaryStart.line(lines, in: bytes) ?? min(40, lines.count)
        var reader = HeaderReader(bytes: bytes, lines: lines, end: end, wrapping: wrapping)
        reader.run()
        return reader
    }

    private func fields(_ reader: HeaderReader, _ lines: [Line], _ wrapping: Wrapping) -> MeetingHeader {
        var header = HeaderFields(
            bytes: bytes, lines: lines, wrapping: wrapping, sections: reader.sections, loose: reader.loose
        ).header()
        if let given { header.take(given.header) }
        return header
    }

    /// Full names, and family names where the list separates them.
    private static func knownNames(_ attendance: [Attendance]) -> [String] {
        var names: [String] = []
        for person in attendance where !person.name.isEmpty {
            names.append(person.name)
            // A family name is the first two or three characters of a name of four or more.
            let length = person.name.characterCount
            if length >= 3 { names.append(String(person.name.prefix(2))) }
            if length >= 5 { names.append(String(person.name.prefix(3))) }
        }
        return names
    }
}
