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

    /// Lines that begin with a mark of the legend, or one of the marks given, and go on with what is said.
    func marked(_ legend: MarkLegend, at marks: Set<UInt32>) -> [Point] {
        guard !legend.roles.isEmpty || !marks.isEmpty else { return [] }
        let found = lines.indices.dropFirst(legend.line + 1).compactMap { index -> Point? in
            guard let point = point(at: index), legend.roles[point.mark] != nil || marks.contains(point.mark),
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
            guard let point = point(at: index), TurnMarks.isArrow(point.mark), isSpeech(point) else { return nil }
            return point
        }
    }

    private func point(at index: Int) -> Point? {
        let line = lines[index]
        guard line.kind == .text || line.kind == .note, !isTurn[index] else { return nil }
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

    /// One of the subjects stands in the range: a look at the bytes before a string is made.
    private func mayHoldSubject(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset + 5 < range.upperBound {
            let lead = bytes[offset]
            switch (lead, bytes[offset + 1], bytes[offset + 2]) {
            case (0xE6, 0x84, 0x8F), (0xE8, 0xB3, 0xAA), (0xE8, 0xA6, 0x81), (0xE6, 0x84, 0x9F):
                switch (bytes[offset + 3], bytes[offset + 4], bytes[offset + 5]) {
                // 見, 問, 疑, 望, 想
                case (0xE8, 0xA6, 0x8B), (0xE5, 0x95, 0x8F), (0xE7, 0x96, 0x91), (0xE6, 0x9C, 0x9B), (0xE6, 0x83, 0xB3):
                    return true
                default: offset += 3
                }
            default: offset += lead & 0xF0 == 0xE0 ? 3 : 1
            }
        }
        return false
    }

    private static let subjects = ["意見", "質問", "質疑", "要望", "感想"]
    private static let endings = ["あった。", "出された。", "とおり。", "出た。", "あった", "とおり"]

    /// `（主な意見）`, `【質疑応答】`, `委員からの意見・質問：`, `次のような意見が出された。`
    private func isOpinionHeading(_ line: Line) -> Bool {
        guard line.ink.count <= 150, mayHoldSubject(line.ink) else { return false }
        let text = bytes.string(line.ink)
        guard text.holds(anyOf: Self.subjects) else { return false }
        if Self.endings.contains(where: text.hasSuffix) {
            return text.holds(anyOf: ["次の", "以下の", "主な", "下記の"])
        }
        return line.columns <= 40 && !text.holds("。") && !text.holds("、について")
            && !TurnMarks.isMark(bytes.scalar(at: line.inkStart).value)
            || line.columns <= 40 && text.holds("主な") && !text.holds("。")
    }
}
