/// Finds the lines that could begin a turn, in every shape, without deciding anything.
struct CandidateFinder {
    let bytes: SourceBytes
    var labels: LabelTable
    var candidates: [TurnCandidate] = []
    private var hasTrailing = false
    /// Signs that only a fixed layout gives.
    private var marks: Set<UInt32> = []
    private(set) var delimiters: Set<UInt32> = []
    /// Where the document is a table saved as text, its rows are the turns.
    var table: SpeechTable?

    init(bytes: SourceBytes, labels: LabelTable = LabelTable(), fixed: [TurnShape] = []) {
        self.bytes = bytes
        self.labels = labels
        marks = Set(fixed.filter { $0.kind == .mark && !TurnMarks.isMark($0.scalar) }.map(\.scalar))
        delimiters = Set(fixed.filter { $0.kind == .delimiter && !TurnMarks.isDelimiter($0.scalar) }.map(\.scalar))
    }

    /// - Complexity: O(n): at most the first 60 characters of a line are read.
    mutating func run(_ lines: [Line]) {
        if let table, table.body != nil {
            for (index, row) in table.rows.sorted(by: { $0.key < $1.key }) {
                append(
                    index, TurnShape(kind: .announced, scalar: SpeechTable.sign), row.label, row.text,
                    labels.index(of: row.label, bytes))
            }
            return
        }
        var trailing = TrailingLabels(bytes: bytes)
        for index in lines.indices {
            let line = lines[index]
            switch line.kind {
            case .text, .note:
                let trailing = trailing.label(at: index, line)
                // At the right below a speech a label closes it; elsewhere it opens one.
                if trailing.map({ $0.label.lowerBound > line.inkStart + 3 || $0.start == index }) ?? true {
                    look(at: line, index)
                }
                if let found = trailing {
                    let entry = labels.index(of: found.label, bytes)
                    if labels[entry].reading.strength >= 1 {
                        labels.count(entry)
                        candidates.append(
                            TurnCandidate(
                                line: found.start, shape: TurnShape(kind: .trailing, scalar: found.open),
                                label: found.label,
                                textStart: found.text, labelIndex: entry))
                        hasTrailing = true
                    }
                }
            case .timeNote, .blank, .rule, .pageNumber, .address, .stamp, .runningHead: break
            }
        }
        // A trailing label is found at the end of its turn but stands for the line the turn begins on.
        if hasTrailing {
            candidates = candidates.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
                .map(\.element)
        }
        joinNames()
        joinBrackets(lines)
        complete(lines)
    }

    private mutating func look(at line: Line, _ index: Int) {
        let start = line.inkStart
        // A letter is no bracket, number or mark, ・ (E3 83 BB) and the like aside.
        if bytes.isLetter(at: start), bytes[start + 1] != 0x83, marks.isEmpty {
            unmarked(line, index)
            return
        }
        let (first, length) = bytes.scalar(at: start)
        if first == 0x2A, start + 2 < line.inkEnd, bytes[start + 1] == 0x2A {
            bold(line, index, start + 2)
            return
        }
        if let end = stamp(line) {
            let (label, text) = labelRun(from: end, to: line.inkEnd)
            append(index, TurnShape(kind: .stamp, scalar: 0), label, text, labels.index(of: label, bytes))
            return
        }
        if TurnMarks.isMark(first) || (!marks.isEmpty && marks.contains(first)) {
            marked(line, index, mark: first, after: pastRun(of: first, from: start + length, line.inkEnd))
            return
        }
        if numbered(line, index) { return }
        if let close = Bracket.closing(of: first) ?? Bracket.closingQuote(of: first),
            bracketed(line, index, open: first, close: close, inner: start + length)
        {
            return
        }
        unmarked(line, index)
    }

    // MARK: Shapes

    private mutating func marked(_ line: Line, _ index: Int, mark: UInt32, after: Int) {
        var start = bytes.skipBlanks(after, line.inkEnd)
        // Markdown: ### 委員長, **委員長**：
        while start < line.inkEnd, bytes[start] == 0x23 || bytes[start] == 0x2A {
            start = bytes.skipBlanks(start + 1, line.inkEnd)
        }
        guard start < line.inkEnd else { return }
        // > 送信者：… quotes another message.
        if mark != 0x3E, mark != 0xFF1E, announcedBehindMark(line, index, start) { return }
        let shape = TurnShape(kind: .mark, scalar: mark)
        let (value, length) = bytes.scalar(at: start)
        if let close = Bracket.closing(of: value), let inner = closed(start + length, line.inkEnd, value, close) {
            let rest = inner.after
            if TurnMarks.isArrow(mark) {
                // → （事務局）: the arrow leads from the question to the answer, the brackets hold the label.
                add(
                    line: index, shape, label: bytes.trimmed(inner.range), reading: inner.range,
                    text: pastDelimiter(rest, line.inkEnd).text)
                return
            }
            let label = inner.range
            let (end, text) = pastDelimiter(rest, line.inkEnd)
            // ○（伊藤一郎議長）: the label with its brackets is what is printed.
            _ = end
            add(line: index, shape, label: start..<rest, reading: label, text: text)
            return
        }
        var (label, text) = labelRun(from: start, to: line.inkEnd, endedBy: mark)
        // ◇ 理事 ◇: the mark that closes the label is none of what is said.
        let closing = pastRun(of: mark, from: text, line.inkEnd)
        if closing > text, closing >= line.inkEnd || bytes.blank(at: closing) > 0 {
            text = bytes.skipBlanks(closing, line.inkEnd)
        }
        add(line: index, shape, label: label, reading: label, text: text)
    }

    /// Behind a mark that is written several times: `――`, `◆◆`.
    func pastRun(of mark: UInt32, from start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end, offset - start < 12 {
            let (value, length) = bytes.scalar(at: offset)
            guard value == mark else { break }
            offset += length
        }
        return offset
    }

    /// Markdown: **委員長**：
    private mutating func bold(_ line: Line, _ index: Int, _ start: Int) {
        var end = start
        while end + 1 < line.inkEnd, end - start < 90, bytes[end] != 0x2A { end += 1 }
        guard end + 1 < line.inkEnd, bytes[end] == 0x2A, bytes[end + 1] == 0x2A else { return }
        var label = bytes.trimmed(start..<end)
        let last = bytes.scalar(before: label.upperBound, after: label.lowerBound)
        if TurnMarks.isDelimiter(last) {
            label = bytes.trimmed(label.lowerBound..<label.upperBound - (last < 0x80 ? 1 : 3))
        }
        guard !label.isEmpty else { return }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 1 else { return }
        let (_, text) = pastDelimiter(end + 2, line.inkEnd)
        append(index, TurnShape(kind: .bracket, scalar: 0x2A), label, text, entry)
    }

    private mutating func bracketed(_ line: Line, _ index: Int, open: UInt32, close: UInt32, inner: Int) -> Bool {
        guard let found = closed(inner, line.inkEnd, open, close) ?? closedByAnother(inner, line.inkEnd) else {
            return false
        }
        let label = bytes.trimmed(found.range)
        guard !label.isEmpty, label.count <= 120 else { return false }
        let entry = labels.index(of: label, bytes)
        let isQuoted = open == 0x300C || open == 0x300E
        guard
            labels[entry].reading.strength >= 2 || (isQuoted ? isShortPost(entry) : labels[entry].reading.strength == 1)
        else { return false }
        let (_, text) = pastDelimiter(found.after, line.inkEnd)
        append(index, TurnShape(kind: .bracket, scalar: open), label, text, entry)
        return true
    }

    // MARK: Labels

    private mutating func add(line: Int, _ shape: TurnShape, label: Range<Int>, reading: Range<Int>, text: Int) {
        guard !label.isEmpty else { return }
        append(line, shape, label, text, labels.index(of: label, bytes))
    }

    mutating func append(_ line: Int, _ shape: TurnShape, _ label: Range<Int>, _ text: Int, _ entry: Int) {
        labels.count(entry)
        candidates.append(TurnCandidate(line: line, shape: shape, label: label, textStart: text, labelIndex: entry))
    }
}
