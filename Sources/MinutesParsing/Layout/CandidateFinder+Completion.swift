/// Lines of a shape that the document has shown to begin turns, whose labels alone would not have made them candidates.
extension CandidateFinder {
    /// Labels beyond doubt that a shape needs before any other label is looked for in it.
    private static let evidence = 4
    /// A label is short: fifteen characters.
    static let longest = 45

    /// Adds what stands in an established shape: `商工会青年部/…` among `会長/…` and `事務局/…`, `《おはなしの会》 …` among
    /// `《館長》 …`, `10⇥運輸支局⇥…` among `9⇥委員長⇥…`.
    /// - Complexity: O(n): at most the first 60 bytes of a line that is no candidate yet are read.
    mutating func complete(_ lines: [Line]) {
        let shapes = establishedShapes()
        guard !shapes.isEmpty else { return }
        let brackets = Set(shapes.filter { $0.kind == .bracket }.map(\.scalar))
        let signs = Set(shapes.filter { $0.kind == .delimiter }.map(\.scalar))
        let numbers = Set(shapes.filter { $0.kind == .numbered }.map(\.scalar))
        let isAlone = shapes.contains(TurnShape(kind: .bare, scalar: 0))
        let known = candidates.count
        var next = 0
        for index in lines.indices where lines[index].kind == .text || lines[index].kind == .note {
            while next < known, candidates[next].line < index { next += 1 }
            var row = next
            var isTaken = false
            var isLabel = false
            while row < known, candidates[row].line == index {
                if !candidates[row].shape.kind.needsProof { isTaken = true }
                if candidates[row].shape.kind != .trailing { isLabel = true }
                row += 1
            }
            guard !isTaken else { continue }
            let line = lines[index]
            let first = bytes.scalar(at: line.inkStart)
            if brackets.contains(first.value) {
                enclose(line, index, open: first.value, inner: line.inkStart + first.length)
            } else if !numbers.isEmpty, Furniture.digit(first.value) != nil {
                column(line, index, numbers)
            } else if !signs.isEmpty {
                sign(line, index, signs)
            } else if isAlone, !isLabel, line.blanksBefore > 0, line.inkEnd - line.inkStart <= Self.longest {
                fill(index, TurnShape(kind: .bare, scalar: 0), line.ink, line.inkEnd)
            }
        }
        guard candidates.count > known else { return }
        candidates = candidates.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }

    /// Shapes in which several labels beyond doubt stand. Round brackets and quotation marks hold too much else.
    private func establishedShapes() -> Set<TurnShape> {
        var found: [TurnShape: Int] = [:]
        for candidate in candidates where labels[candidate.labelIndex].reading.strength >= 2 {
            switch (candidate.shape.kind, candidate.shape.scalar) {
            case (.bracket, 0xFF08), (.bracket, 0x28), (.bracket, 0x300C), (.bracket, 0x300E): continue
            case (.bracket, _), (.delimiter, _), (.numbered, _), (.bare, _): found[candidate.shape, default: 0] += 1
            default: continue
            }
        }
        return Set(found.filter { $0.value >= Self.evidence }.keys)
    }

    private mutating func enclose(_ line: Line, _ index: Int, open: UInt32, inner: Int) {
        var label: Range<Int>
        var after: Int
        if open == 0x2A {
            guard inner < line.inkEnd, bytes[inner] == 0x2A else { return }
            var end = inner + 1
            while end + 1 < line.inkEnd, end - inner < 90, bytes[end] != 0x2A { end += 1 }
            guard end + 1 < line.inkEnd, bytes[end] == 0x2A, bytes[end + 1] == 0x2A else { return }
            (label, after) = (bytes.trimmed(inner + 1..<end), end + 2)
        } else {
            guard let close = Bracket.closing(of: open), let found = closed(inner, line.inkEnd, open, close) else {
                return
            }
            (label, after) = (bytes.trimmed(found.range), found.after)
        }
        fill(index, TurnShape(kind: .bracket, scalar: open), label, pastDelimiter(after, line.inkEnd).text)
    }

    /// The number, a tab or a wide gap, the label, a tab or a wide gap; or the number with a point, and the label.
    private mutating func column(_ line: Line, _ index: Int, _ signs: Set<UInt32>) {
        var offset = line.inkStart
        while offset < line.inkEnd, case let (value, length) = bytes.scalar(at: offset), Furniture.digit(value) != nil {
            offset += length
        }
        guard offset < line.inkEnd else { return }
        var shape = TurnShape(kind: .numbered, scalar: 0)
        if bytes.blank(at: offset) == 0 {
            // 12. 造園組合　…: behind a point one blank parts the label from the text.
            let (value, length) = bytes.scalar(at: offset)
            shape.scalar = value
            offset += length
        }
        guard signs.contains(shape.scalar) else { return }
        let start = bytes.skipBlanks(offset, line.inkEnd)
        var end = start
        while end < line.inkEnd, end - start <= Self.longest {
            if bytes.blank(at: end) > 0 {
                let text = bytes.skipBlanks(end, line.inkEnd)
                if shape.scalar != 0 || bytes[end] == 0x09 || LineTable.width(of: end..<text, bytes) >= 3 {
                    fill(index, shape, start..<end, text)
                    return
                }
                end = text
            } else {
                end += bytes.scalar(at: end).length
            }
        }
    }

    /// A short label and the first of the signs.
    private mutating func sign(_ line: Line, _ index: Int, _ signs: Set<UInt32>) {
        var offset = line.inkStart
        let limit = min(line.inkEnd, line.inkStart + Self.longest + 1)
        while offset < limit {
            if bytes.isLetter(at: offset) {
                offset += 3
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            if signs.contains(value), offset > line.inkStart {
                let after = offset + length
                // 16:00, 8/4 and http://
                guard after < line.inkEnd,
                    value > 0x7F || !Self.isLatin(bytes[after]) || !Self.isLatin(bytes[offset - 1])
                else { return }
                fill(
                    index, TurnShape(kind: .delimiter, scalar: value), bytes.trimmed(line.inkStart..<offset),
                    bytes.skipBlanks(pastRun(of: value, from: after, line.inkEnd), line.inkEnd))
                return
            }
            switch value {
            case 0x3001, 0x3002, 0x300C, 0xFF08, 0x28, 0xFF0C, 0x2C, 0xFF1F, 0xFF01: return
            default: offset += length
            }
        }
    }

    private static func isLatin(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2F || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private mutating func fill(_ line: Int, _ shape: TurnShape, _ label: Range<Int>, _ text: Int) {
        guard !label.isEmpty, label.count <= Self.longest, AgendaNumber.read(label, bytes) == nil else { return }
        let entry = labels.index(of: label, bytes)
        append(line, shape, label, text, entry)
        candidates[candidates.count - 1].isFilled = true
    }
}
