/// Finds the lines that could begin a turn, in every shape, without deciding anything.
struct CandidateFinder {
    let bytes: SourceBytes
    var labels: LabelTable
    var candidates: [TurnCandidate] = []
    private var hasTrailing = false
    /// Signs that only a fixed layout gives.
    private var marks: Set<UInt32> = []
    private var delimiters: Set<UInt32> = []

    init(bytes: SourceBytes, labels: LabelTable = LabelTable(), fixed: [TurnShape] = []) {
        self.bytes = bytes
        self.labels = labels
        marks = Set(fixed.filter { $0.kind == .mark && !TurnMarks.isMark($0.scalar) }.map(\.scalar))
        delimiters = Set(fixed.filter { $0.kind == .delimiter && !TurnMarks.isDelimiter($0.scalar) }.map(\.scalar))
    }

    /// - Complexity: O(n): at most the first 60 characters of a line are read.
    mutating func run(_ lines: [Line]) {
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
    }

    /// `○委員　秋吉　…`: where nearly every post is followed by a short word and a blank, the word is a name and
    /// belongs to the label.
    private mutating func joinNames() {
        var posts: [TurnShape: Int] = [:]
        var named: [TurnShape: [Int: Range<Int>]] = [:]
        for index in candidates.indices {
            let candidate = candidates[index]
            guard candidate.shape.kind == .mark || candidate.shape.kind == .gap,
                case let reading = labels[candidate.labelIndex].reading, reading.strength >= 2, reading.name == nil
            else { continue }
            posts[candidate.shape, default: 0] += 1
            if let label = labelWithName(candidate) { named[candidate.shape, default: [:]][index] = label }
        }
        for (shape, found) in named where found.count >= 4 && found.count * 10 >= (posts[shape] ?? 0) * 8 {
            let labels = found.mapValues { bytes.condensed($0) }
            guard Set(labels.values).count * 10 <= found.count * 8 else { continue }
            for (index, label) in found.sorted(by: { $0.key < $1.key }) {
                candidates[index].label = label
                candidates[index].labelIndex = self.labels.index(of: label, bytes)
                candidates[index].textStart = bytes.skipBlanks(label.upperBound, bytes.count)
                self.labels.count(candidates[index].labelIndex)
            }
        }
    }

    /// The label with the next word, when that is at most five characters without kana and a blank follows it.
    private func labelWithName(_ candidate: TurnCandidate) -> Range<Int>? {
        let start = candidate.textStart
        guard start > candidate.label.upperBound, LineTable.width(of: candidate.label.upperBound..<start, bytes) <= 2
        else { return nil }
        var offset = start
        while offset < bytes.count, offset - start <= 15 {
            if bytes.blank(at: offset) > 0 { return offset > start ? candidate.label.lowerBound..<offset : nil }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x4E00...0x9FFF, 0x3005, 0x30A1...0x30FA, 0xF900...0xFAFF, 0x20000...0x2FFFF: offset += length
            default: return nil
            }
        }
        return nil
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
        let (label, text) = labelRun(from: start, to: line.inkEnd, endedBy: mark)
        add(line: index, shape, label: label, reading: label, text: text)
    }

    /// Behind a mark that is written several times: `――`, `◆◆`.
    private func pastRun(of mark: UInt32, from start: Int, _ end: Int) -> Int {
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
        guard let found = closed(inner, line.inkEnd, open, close) else { return false }
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

    /// Label and colon, label alone, label and blank, label and 「.
    private mutating func unmarked(_ line: Line, _ index: Int) {
        var offset = line.inkStart
        let limit = min(line.inkEnd, line.inkStart + 120)
        var scalars = 0
        var firstBlank: Int?
        var depth = 0
        scan: while offset < limit, scalars < 36 {
            if bytes.isLetter(at: offset) {
                offset += 3
                scalars += 1
                continue
            }
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
            case 0x2E, 0xFF0E, 0x3001:
                if offset > line.inkStart, pointed(line, index, at: offset, value, length) { return }
                if value != 0x2E { break scan }
            case 0x3002, 0xFF1F, 0xFF01, 0x300D: break scan
            case 0x300C, 0x300E:
                if offset > line.inkStart, depth == 0 { quoted(line, index, at: offset, length) }
                break scan
            default:
                if depth == 0, offset > line.inkStart,
                    TurnMarks.isDelimiter(value) || (!delimiters.isEmpty && delimiters.contains(value))
                {
                    if delimited(line, index, at: offset, value, length) { return }
                    break scan
                } else if depth == 0, TurnMarks.isRareDelimiter(value), offset > line.inkStart,
                    rare(line, index, at: offset, value, length)
                {
                    return
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
                    || (isShortPost(entry) && (line.inkEnd - text >= 60 || hasEnd(text, line.inkEnd)))
                {
                    append(index, TurnShape(kind: .gap, scalar: 0), label, text, entry)
                    return
                }
            }
        }
        if line.inkEnd - line.inkStart <= 96, offset >= line.inkEnd {
            let entry = labels.index(of: line.ink, bytes)
            if labels[entry].reading.strength >= 2 || isShortPost(entry) {
                append(index, TurnShape(kind: .bare, scalar: 0), line.ink, line.inkEnd, entry)
            }
        }
    }

    /// A label that only its surroundings can prove: at most fifteen characters, no kana, no number before it.
    private func isShortPost(_ entry: Int) -> Bool {
        let text = labels[entry].text
        return labels[entry].reading.strength == 1 && text.utf8.count <= 45
            && !text.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
    }

    /// Whether 。？！ stands in the range or at its end; the first 600 bytes are looked at.
    private func hasEnd(_ start: Int, _ end: Int) -> Bool {
        var offset = start
        let limit = min(end, start + 600)
        while offset < limit {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3002 || value == 0xFF1F || value == 0xFF01 || value == 0xFF0E { return true }
            offset += length
        }
        return limit < end
    }

    /// Label and a sign that is no colon but stands for one: `座長―始めます`, `座長＝`, `座長…`.
    private mutating func rare(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 60 else { return false }
        let entry = labels.index(of: label, bytes)
        let text = bytes.skipBlanks(pastRun(of: value, from: offset + length, line.inkEnd), line.inkEnd)
        guard labels[entry].reading.strength >= 2, text < line.inkEnd else { return false }
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    /// `Q1. …`, `問１．…`: a point behind the number of a question or an answer.
    private mutating func pointed(_ line: Line, _ index: Int, at offset: Int, _ value: UInt32, _ length: Int) -> Bool {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 15 else { return false }
        switch bytes.scalar(at: label.lowerBound).value {
        case 0x51, 0x41, 0xFF31, 0xFF21, 0x554F, 0x7B54, 0x8CEA, 0x56DE: break  // QAＱＡ問答質回
        default: return false
        }
        let entry = labels.index(of: label, bytes)
        let text = bytes.skipBlanks(offset + length, line.inkEnd)
        guard SpeakerLabel.isQuestionOrAnswer(labels[entry].text), text < line.inkEnd else { return false }
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
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
        if announced(line, index, label, value, after) { return true }
        let entry = labels.index(of: label, bytes)
        // １） and ア） number lists.
        guard labels[entry].reading.strength >= (value == 0xFF09 ? 2 : 1) else { return false }
        let text = bytes.skipBlanks(after, line.inkEnd)
        append(index, TurnShape(kind: .delimiter, scalar: value), label, text, entry)
        return true
    }

    /// `発言者：座長`: the label stands behind the word that announces it.
    private mutating func announced(
        _ line: Line, _ index: Int, _ word: Range<Int>, _ value: UInt32, _ after: Int
    ) -> Bool {
        guard ["発言者", "話者", "発言者名"].contains(bytes.condensed(word)) else { return false }
        let label = bytes.skipBlanks(after, line.inkEnd)..<line.inkEnd
        guard !label.isEmpty, label.count <= 90 else { return false }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 1 else { return false }
        append(index, TurnShape(kind: .announced, scalar: value), label, line.inkEnd, entry)
        return true
    }

    private mutating func quoted(_ line: Line, _ index: Int, at offset: Int, _ length: Int) {
        let label = bytes.trimmed(line.inkStart..<offset)
        guard label.count <= 60 else { return }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 2 || isShortPost(entry) else { return }
        append(index, TurnShape(kind: .quote, scalar: 0x300C), label, offset, entry)
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
