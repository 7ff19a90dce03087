/// Turns of speakers the document does not name.
struct UnnamedTurns {
    struct Point {
        var line: Int
        var mark: UInt32
        /// Where the text behind the mark begins.
        var text: Int
    }

    let bytes: SourceBytes
    let lines: [Line]
    let isTurn: [Bool]

    /// Marks that begin lines which name nobody.
    func marks() -> Set<UInt32> {
        lines.indices.reduce(into: []) { marks, index in
            if let point = point(at: index) { marks.insert(point.mark) }
        }
    }

    /// Lines that begin with a mark of the legend, or one of the marks given, and go on with what is said.
    func marked(_ legend: MarkLegend, at marks: Set<UInt32>) -> [Point] {
        guard !legend.roles.isEmpty || !marks.isEmpty else { return [] }
        let found = lines.indices.dropFirst(legend.line + 1).compactMap { index -> Point? in
            guard let point = point(at: index), legend.role(of: point.mark) != nil || marks.contains(point.mark),
                isSpeech(point)
            else { return nil }
            return point
        }
        return found.count >= 2 ? found : []
    }

    /// Bullets below headings that say opinions, questions or remarks: 主な意見, 質疑応答.
    /// - Complexity: O(lines).
    func opinions() -> [Point] {
        var found: [Point] = []
        var level: (mark: UInt32, indent: Int)?
        var isOpen = false
        for index in lines.indices {
            let line = lines[index]
            guard line.kind == .text || line.kind == .note else { continue }
            if isOpinionHeading(line) {
                isOpen = true
                level = nil
                continue
            }
            guard isOpen, !isTurn[index] else { continue }
            if let point = point(at: index) {
                if level == nil { level = (point.mark, line.indent) }
                let isAnswer = TurnMarks.isArrow(point.mark)
                if let level, isAnswer || (point.mark == level.mark && line.indent <= level.indent + 1) {
                    found.append(point)
                }
            } else if let level, line.indent <= level.indent, !continues(index) {
                isOpen = false
            } else if level == nil {
                // Something else stands below the heading.
                isOpen = false
            }
        }
        return found.count >= 2 ? found : []
    }

    /// Arrows in front of answers that carry no label.
    func arrows(from first: Int) -> [Point] {
        lines.indices.dropFirst(first).compactMap { index in
            // Every arrow begins with this byte.
            guard !lines[index].isBlank, bytes[lines[index].inkStart] == 0xE2 else { return nil }
            guard let point = point(at: index), TurnMarks.isArrow(point.mark), isSpeech(point) else { return nil }
            return point
        }
    }

    private func point(at index: Int) -> Point? {
        let line = lines[index]
        guard line.kind == .text || line.kind == .note, !isTurn[index] else { return nil }
        // A letter is no mark, ・ (E3 83 BB) aside.
        if bytes.isLetter(at: line.inkStart), bytes[line.inkStart + 1] != 0x83 { return nil }
        let (mark, length) = bytes.scalar(at: line.inkStart)
        guard TurnMarks.isMark(mark), mark != 0x203B, mark != 0x23 else { return nil }
        let text = bytes.skipBlanks(line.inkStart + length, line.inkEnd)
        guard text < line.inkEnd else { return nil }
        return Point(line: index, mark: mark, text: text)
    }

    /// A sentence, or too long for a heading.
    private func isSpeech(_ point: Point) -> Bool {
        let line = lines[point.line]
        return line.columns >= 40 || SentenceEnd.isEnd(bytes.scalar(before: line.inkEnd, after: point.text))
    }

    /// The line goes on with the sentence of the line above.
    private func continues(_ index: Int) -> Bool {
        guard index > 0, lines[index].blanksBefore == 0 else { return false }
        let above = lines[index - 1]
        return above.kind == .text && above.columns >= 40
            && !SentenceEnd.isEnd(bytes.scalar(before: above.inkEnd, after: above.inkStart))
    }

    /// Whether the last byte is that of た, り or 。: nearly every line ends with none.
    @inline(__always) private func mayTell(_ line: Line) -> Bool {
        switch bytes[line.inkEnd - 1] {
        case 0x9F, 0x8A, 0x82: true
        default: false
        }
    }

    private static let subjects: [StaticString] = ["意見", "質問", "質疑", "要望", "感想"]
    private static let endings: [StaticString] = ["あった。", "出された。", "とおり。", "出た。", "あった", "とおり"]
    private static let qualifiers: [StaticString] = ["次の", "以下の", "主な", "下記の"]

    /// `（主な意見）`, `【質疑応答】`, `委員からの意見・質問：`, `次のような意見が出された。`
    private func isOpinionHeading(_ line: Line) -> Bool {
        guard line.ink.count <= 150 else { return false }
        // た and り, or た。 and り。, end long ones.
        if line.columns > 40, !mayTell(line) { return false }
        let ink = bytes[line.ink]
        let last = ink.scalar(before: ink.count, after: 0)
        let letter = last == 0x3002 ? ink.scalar(before: ink.count - 3, after: 0) : last
        // た or り
        let tells = (letter == 0x305F || letter == 0x308A) && Self.endings.contains { ink.ends(in: $0) }
        // What neither tells of them nor is short and no sentence heads nothing: nearly every line.
        guard tells || line.columns <= 40 && last != 0x3002, ink.holds(anyOf: Self.subjects) else { return false }
        if tells { return ink.holds(anyOf: Self.qualifiers) }
        guard ink.first("。") == nil else { return false }
        return ink.first("、について") == nil && !TurnMarks.isMark(ink.scalar(at: 0).value) || ink.first("主な") != nil
    }
}
