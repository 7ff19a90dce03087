/// Turns in the middle of lines: text that lost its line breaks, `… 開会 ○会長 本日は… ○事務局 資料は…`.
enum InlineTurns {
    /// Cuts lines before marks whose label is a speaker's beyond doubt, when the document has hardly any turn at the
    /// start of a line but several inside.
    /// - Parameter labels: takes in the labels that are read on the way.
    /// - Returns: whether anything was cut.
    static func split(_ lines: inout [Line], in bytes: SourceBytes, labels: inout LabelTable) -> Bool {
        var atStart = 0
        var cuts: [(line: Int, offset: Int)] = []
        for index in lines.indices where lines[index].kind == .text {
            let line = lines[index]
            if isTurn(at: line.inkStart, line.inkEnd, bytes, &labels) { atStart += 1 }
            // A document that has begun many lines with turns keeps to that.
            if atStart > 12, cuts.count < atStart { return false }
            guard line.inkEnd - line.inkStart >= 200 else { continue }
            var offset = line.inkStart + 1
            while true {
                offset = bytes.skipUnmarked(from: offset, to: line.inkEnd)
                guard offset < line.inkEnd else { break }
                // Marks begin with E2 96, E2 97, E2 AD or E3 80 87.
                let byte = bytes[offset]
                let isLead = byte == 0xE2 || byte == 0xE3
                if isLead, offset + 2 < line.inkEnd, mayBeMark(bytes[offset + 1], bytes[offset + 2], byte),
                    isSetOff(offset, line, bytes), isTurn(at: offset, line.inkEnd, bytes, &labels)
                {
                    cuts.append((index, offset))
                }
                offset += byte & 0xF0 == 0xE0 ? 3 : 1
            }
        }
        guard cuts.count >= 3, cuts.count > atStart * 2 else { return false }
        var result: [Line] = []
        result.reserveCapacity(lines.count + cuts.count)
        var next = 0
        for index in lines.indices {
            var rest = lines[index]
            while next < cuts.count, cuts[next].line == index {
                var head = rest
                head.end = cuts[next].offset
                head.next = cuts[next].offset
                remeasure(&head, bytes)
                result.append(head)
                rest.start = cuts[next].offset
                next += 1
            }
            remeasure(&rest, bytes)
            result.append(rest)
        }
        lines = result
        LineTable.countBlanks(in: &lines)
        return true
    }

    @inline(__always) private static func mayBeMark(_ second: UInt8, _ third: UInt8, _ lead: UInt8) -> Bool {
        lead == 0xE3 ? second == 0x80 && third == 0x87 : second == 0x96 || second == 0x97 || second == 0xAD
    }

    private static func remeasure(_ line: inout Line, _ bytes: SourceBytes) {
        let kind = line.kind
        line.columns = LineTable.width(of: line.start..<line.end, bytes)
        LineTable.measure(&line, bytes)
        if !line.isBlank, kind != .text { line.kind = kind }
    }

    private static func isSetOff(_ offset: Int, _ line: Line, _ bytes: SourceBytes) -> Bool {
        if bytes.blank(endingAt: offset, after: line.inkStart) > 0 { return true }
        return SentenceEnd.isEnd(bytes.scalar(before: offset, after: line.inkStart))
    }

    private static func isTurn(at offset: Int, _ end: Int, _ bytes: SourceBytes, _ labels: inout LabelTable) -> Bool {
        let (mark, length) = bytes.scalar(at: offset)
        guard TurnMarks.isMark(mark), !TurnMarks.isBullet(mark) else { return false }
        var cursor = offset + length
        var scalars = 0
        while cursor < end, scalars < 30 {
            let (value, size) = bytes.scalar(at: cursor)
            if bytes.blank(at: cursor) > 0 || TurnMarks.isDelimiter(value) {
                guard scalars > 0 else { return false }
                let label = labels.index(of: offset + length..<cursor, bytes)
                return labels[label].reading.strength >= 2
            }
            if value == 0x3002 || value == 0x3001 { return false }
            cursor += size
            scalars += 1
        }
        return false
    }
}
