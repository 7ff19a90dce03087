/// Finds the lines that could begin a turn, in every shape, without deciding anything.
struct CandidateFinder {
    let bytes: SourceBytes
    var labels: LabelTable
    private(set) var candidates: [TurnCandidate] = []
    private var hasTrailing = false

    init(bytes: SourceBytes, labels: LabelTable = LabelTable()) {
        self.bytes = bytes
        self.labels = labels
    }

    /// - Complexity: O(n): at most the first 60 characters of a line are read.
    mutating func run(_ lines: [Line]) {
        var trailing = TrailingLabels(bytes: bytes)
        for index in lines.indices {
            let line = lines[index]
            switch line.kind {
            case .text, .note:
                look(at: line, index)
                if let found = trailing.label(at: index, line) {
                    let entry = labels.index(of: found.label, bytes)
                    if labels[entry].reading.strength >= 2 {
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
    }

    private mutating func look(at line: Line, _ index: Int) {
        let start = line.inkStart
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
        if TurnMarks.isMark(first) {
            marked(line, index, mark: first, after: start + length)
            return
        }
        if numbered(line, index) { return }
        if let close = Bracket.closing(of: first),
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
        let (label, text) = labelRun(from: start, to: line.inkEnd)
        add(line: index, shape, label: label, reading: label, text: text)
    }

    /// Where the label behind a time stamp starts: `00:01:10 司会`, `[12:30] 委員長`, `(0:05)`.
    private func stamp(_ line: Line) -> Int? {
        var offset = line.inkStart
        let isBracketed = bytes[offset] == 0x5B || bytes[offset] == 0x28
        if isBracketed { offset += 1 }
        guard offset < line.inkEnd, (0x30...0x39).contains(bytes[offset]) else { return nil }
        var colons = 0
        while offset < line.inkEnd,
            (0x30...0x39).contains(bytes[offset]) || bytes[offset] == 0x3A || bytes[offset] == 0x2E
        {
            if bytes[offset] == 0x3A { colons += 1 }
            offset += 1
        }
        guard (1...2).contains(colons), offset < line.inkEnd else { return nil }
        if isBracketed {
            guard bytes[offset] == 0x5D || bytes[offset] == 0x29 else { return nil }
            offset += 1
        } else if bytes.blank(at: offset) == 0 {
            return nil
        }
        let start = bytes.skipBlanks(offset, line.inkEnd)
        return start < line.inkEnd ? start : nil
    }

    /// A column of numbers before the speakers: `12⇥委員⇥…`, `３　会長　…`.
    private mutating func numbered(_ line: Line, _ index: Int) -> Bool {
        var offset = line.inkStart
        while offset < line.inkEnd {
            let (value, length) = bytes.scalar(at: offset)
            guard Furniture.digit(value) != nil else { break }
            offset += length
        }
        guard offset > line.inkStart, offset - line.inkStart <= 12, offset < line.inkEnd else { return false }
        let isCell = TableFrame.isBar(bytes.scalar(at: offset).value)
        guard isCell || bytes.blank(at: offset) > 0 else { return false }
        var start = bytes.skipBlanks(offset, line.inkEnd)
        if start < line.inkEnd, TableFrame.isBar(bytes.scalar(at: start).value) {
            start = bytes.skipBlanks(start + bytes.scalar(at: start).length, line.inkEnd)
        }
        guard start < line.inkEnd else { return false }
        let (label, text) = labelRun(from: start, to: line.inkEnd)
        guard text < line.inkEnd, !label.isEmpty else { return false }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 2 else { return false }
        append(index, TurnShape(kind: .numbered, scalar: 0), label, text, entry)
        return true
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
        guard let found = closed(inner, line.inkEnd, open, close) else { return false }
        let label = bytes.trimmed(found.range)
        guard !label.isEmpty, label.count <= 120 else { return false }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 1 else { return false }
        let (_, text) = pastDelimiter(found.after, line.inkEnd)
        append(index, TurnShape(kind: .bracket, scalar: open), label, text, entry)
        return true
    }

    /// Label and colon, label alone, label and blank, label and 「.
    private mutating func unmarked(_ line: Line, _ index: Int) {
        var offset = line.inkStart
        let limit = min(line.inkEnd, line.inkStart + 120)
        var scalars = 0
        var firstBlank: Int?
        var depth = 0
        scan: while offset < limit, scalars < 36 {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                if depth == 0, firstBlank == nil { firstBlank = offset }
                offset += blank
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0xFF08, 0x28: depth += 1
            case 0xFF09, 0x29:
                if depth == 0 {
                    // 会長）…, 質問）…: a bracket that was never opened ends the label.
                    if offset > line.inkStart, delimited(line, index, at: offset, 0xFF09, length) { return }
                    break scan
                }
                depth -= 1
            case 0x3002, 0x3001, 0xFF0E, 0xFF1F, 0xFF01, 0x300D: break scan
            case 0x300C, 0x300E:
                if offset > line.inkStart, depth == 0 { quoted(line, index, at: offset, length) }
                break scan
            default:
                if depth == 0, TurnMarks.isDelimiter(value), offset > line.inkStart {
                    if delimited(line, index, at: offset, value, length) { return }
                    break scan
                }
            }
            offset += length
            scalars += 1
        }
        if let firstBlank, firstBlank - line.inkStart <= 75 {
            let (label, text) = labelRun(from: line.inkStart, to: line.inkEnd)
            if text < line.inkEnd {
                let entry = labels.index(of: label, bytes)
                // 司法書士　… is at least worth a word where no other label is found on the line.
                if labels[entry].reading.strength >= 2
                    || (labels[entry].reading.isGeneric && label.count <= 24 && offset < line.inkEnd)
                {
                    append(index, TurnShape(kind: .gap, scalar: 0), label, text, entry)
                    return
                }
            }
        }
        if line.inkEnd - line.inkStart <= 96, offset >= line.inkEnd {
            let entry = labels.index(of: line.ink, bytes)
            if labels[entry].reading.strength >= 2 {
                append(index, TurnShape(kind: .bare, scalar: 0), line.ink, line.inkEnd, entry)
            }
        }
    }

    private mutating func delimited(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool
    {
        let label = bytes.trimmed(line.inkStart..<offset)
        let after = offset + length
        if value == 0x3A, after < line.inkEnd {
            // 10:30 and http://
            if bytes[after] == 0x2F || (0x30...0x39).contains(bytes[after]) && (0x30...0x39).contains(bytes[offset - 1])
            {
                return false
            }
        }
        guard !label.isEmpty else { return false }
        let entry = labels.index(of: label, bytes)
        // １） and ア） number lists.
        guard labels[entry].reading.strength >= (value == 0xFF09 ? 2 : 1) else { return false }
        let text = bytes.skipBlanks(after, line.inkEnd)
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    private mutating func quoted(_ line: Line, _ index: Int, at offset: Int, _ length: Int) {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 60 else { return }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 2 else { return }
        append(index, TurnShape(kind: .quote, scalar: 0x300C), label, offset, entry)
    }

    // MARK: Labels

    private mutating func add(line: Int, _ shape: TurnShape, label: Range<Int>, reading: Range<Int>, text: Int) {
        guard !label.isEmpty else { return }
        append(line, shape, label, text, labels.index(of: label, bytes))
    }

    private mutating func append(_ line: Int, _ shape: TurnShape, _ label: Range<Int>, _ text: Int, _ entry: Int) {
        labels.count(entry)
        candidates.append(TurnCandidate(line: line, shape: shape, label: label, textStart: text, labelIndex: entry))
    }
}
