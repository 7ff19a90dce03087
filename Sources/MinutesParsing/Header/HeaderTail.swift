/// Finds a header that stands at the end of a document, below the proceedings: 日時, 場所, 出席者 as a block of their own.
struct HeaderTail {
    let bytes: SourceBytes
    let lines: [Line]
    let inference: LayoutInference
    let wrapping: Wrapping

    /// Lines looked at from the end.
    private static let reach = 160

    /// The first line of the block.
    /// - Parameter first: the line of the first turn; the block stands below it.
    /// - Complexity: O(lines looked at).
    func start(after first: Int) -> Int? {
        guard let (inked, turns) = inference.tail(after: first, reach: Self.reach) else { return nil }
        let reader = HeaderReader(bytes: bytes, lines: lines, end: lines.count, wrapping: wrapping)
        // From the end upwards, so that each line is judged once with all that stands below it.
        var kinds: Set<HeaderField> = []
        var sentences = 0
        var found: Int?
        for index in inked.reversed() {
            let line = lines[index]
            let endsSentence = bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x3002
            let labelled = line.columns <= 160 ? reader.field(at: index) : nil
            let isField = labelled.map { Self.kinds.contains($0) } ?? false
            // 以上、…ここに署名する。: the record closes with it, below the header as below the proceedings.
            let isClosing = endsSentence && line.columns <= 120 && bytes.withCondensed(line.ink, Self.signs)
            if endsSentence, !isField, !isClosing { sentences += 1 }
            if sentences > 1 || (turns[index] && !isField && line.columns > 30 && !isRow(line)) { break }
            guard let labelled, isField else { continue }
            kinds.insert(labelled)
            let isOpen = line.blanksBefore > wrapping.blankHabit || isBelowRule(index)
            if isOpen, sentences == 0, kinds.count >= 2,
                kinds.contains(.date) || kinds.contains(.venue),
                kinds.contains(.date) || kinds.contains(.attendance(absent: false))
            {
                found = index
            }
        }
        return found.map { title(above: $0, after: first) ?? $0 }
    }

    private static func signs(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        SourceBytes(buffer: text).ends(in: "署名する。")
    }

    /// The title right over the fields of the block, set off by a rule.
    private func title(above field: Int, after first: Int) -> Int? {
        var index = field - 1
        while index > first, lines[index].isBlank { index -= 1 }
        guard index > first, isBelowRule(index), lines[index].columns <= 100 else { return nil }
        let text = bytes.condensed(lines[index].ink)
        return TitleReader.kinds.contains(where: text.ends) ? index : nil
    }

    /// `管理者　山田　太郎　　　副管理者　鈴木　花子`: words set apart by blanks, and no sentence.
    private func isRow(_ line: Line) -> Bool {
        guard line.columns <= 100, bytes.scalar(before: line.inkEnd, after: line.inkStart) != 0x3002 else {
            return false
        }
        var blanks = 0
        var offset = line.inkStart
        while offset < line.inkEnd {
            let next = bytes.skipBlanks(offset, line.inkEnd)
            if next > offset { blanks += 1 }
            offset = next < line.inkEnd ? next + bytes.scalar(at: next).length : next
        }
        return blanks >= 3
    }

    private static let kinds: Set<HeaderField> = [
        .date, .venue, .title, .observers, .openness, .materials, .attendance(absent: false), .attendance(absent: true),
    ]

    private func isBelowRule(_ index: Int) -> Bool {
        index > 0 && (lines[index - 1].kind == .rule || lines[index - 1].kind.isNote)
    }
}
