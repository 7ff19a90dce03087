/// Where a label on a line ends and the text behind it begins.
extension CandidateFinder {
    /// The label that starts at an offset, and where the text behind it starts.
    ///
    /// A label ends at a blank, a colon, 「, or its closing bracket. Spread labels (`委　員　長`) and names with blanks
    /// (`山田 太郎 委員`) run over blanks as long as that makes a label beyond doubt.
    ///
    /// - Parameter mark: a mark that closes the label as it opened it: `＊座長＊`, `―座長―`.
    mutating func labelRun(from start: Int, to end: Int, endedBy mark: UInt32? = nil) -> (label: Range<Int>, text: Int)
    {
        var offset = start
        let limit = min(end, start + 150)
        var firstEnd: Int?
        var tokens = 0
        while offset < limit {
            let blank = bytes.blank(at: offset)
            if blank > 0 {
                tokens += 1
                let label = start..<offset
                let text = bytes.skipBlanks(offset, end)
                if strength(of: label) >= 2 { return withIndex(label, tokens, text, end) }
                if firstEnd == nil { firstEnd = offset }
                if tokens >= 8 || offset - start > 60 { break }
                offset = text
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            if TurnMarks.isDelimiter(value) || (value == mark && offset > start) {
                return (bytes.trimmed(start..<offset), bytes.skipBlanks(offset + length, end))
            }
            if value == 0x2A, offset > start {
                // The end of **label**.
                let (_, text) = pastDelimiter(offset, end)
                return (start..<offset, text)
            }
            if value == 0x300C, offset > start { return (bytes.trimmed(start..<offset), offset) }
            if value == 0x3002 || value == 0x3001 || value == 0xFF0E { break }
            if let close = Bracket.closing(of: value), offset > start,
                let found = closed(offset + length, end, value, close)
            {
                let (labelEnd, text) = afterBracket(found.after, end)
                return (start..<labelEnd, text)
            }
            offset += length
        }
        if let firstEnd {
            let last = spreadEnd(start, firstEnd, end)
            return (start..<last, bytes.skipBlanks(last, end))
        }
        let whole = bytes.trimmed(start..<min(end, limit)).upperBound
        return offset >= end ? (start..<whole, end) : (start..<alignedEnd(whole), end)
    }

    /// The end of a label whose characters stand one by one: `社　協　　　…`, which no lexicon knows.
    private func spreadEnd(_ start: Int, _ first: Int, _ end: Int) -> Int {
        guard start + bytes.scalar(at: start).length == first else { return first }
        var last = first
        var gap = 0
        while true {
            let next = bytes.skipBlanks(last, end)
            let width = LineTable.width(of: last..<next, bytes)
            guard next < end, gap == 0 || width == gap, width <= 4, last - start <= 60 else { return last }
            let after = next + bytes.scalar(at: next).length
            guard after >= end || bytes.blank(at: after) > 0 else { return last }
            gap = width
            last = after
        }
    }

    /// `委 員 Ａ　…`: a letter or number behind a label that is spread, set off by more than what spreads it.
    private func withIndex(_ label: Range<Int>, _ tokens: Int, _ text: Int, _ end: Int) -> (
        label: Range<Int>, text: Int
    ) {
        guard tokens >= 2, text < end else { return (label, text) }
        let after = text + bytes.scalar(at: text).length
        let gap = LineTable.width(of: label.upperBound..<text, bytes)
        let next = bytes.skipBlanks(after, end)
        guard SpeakerLabel.isIndex(ArraySlice(bytes.buffer[text..<after])), next < end, gap <= 2,
            LineTable.width(of: after..<next, bytes) >= max(2, gap)
        else { return (label, text) }
        return (label.lowerBound..<after, next)
    }

    mutating func strength(of label: Range<Int>) -> Int {
        let index = labels.index(of: label, bytes)
        return labels[index].reading.strength
    }

    func alignedEnd(_ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }

    /// Behind `山田（賢）` a role may follow: `委員`. Behind `議長（山田太郎君）` the text starts.
    mutating func afterBracket(_ start: Int, _ end: Int) -> (label: Int, text: Int) {
        var offset = start
        var scalars = 0
        while offset < end, scalars < 8, bytes.blank(at: offset) == 0 {
            let (value, length) = bytes.scalar(at: offset)
            if TurnMarks.isDelimiter(value) || value == 0x300C { break }
            offset += length
            scalars += 1
        }
        if offset > start, strength(of: start..<offset) >= 2 {
            let (_, text) = pastDelimiter(offset, end)
            return (offset, text)
        }
        let (_, text) = pastDelimiter(start, end)
        return (start, text)
    }

    /// Skips blanks, one colon and closing asterisks behind a label.
    func pastDelimiter(_ start: Int, _ end: Int) -> (end: Int, text: Int) {
        var offset = bytes.skipBlanks(start, end)
        while offset < end, bytes[offset] == 0x2A { offset = bytes.skipBlanks(offset + 1, end) }
        if offset < end {
            let (value, length) = bytes.scalar(at: offset)
            if TurnMarks.isDelimiter(value) { offset = bytes.skipBlanks(offset + length, end) }
        }
        return (start, offset)
    }

    /// `〔Ｂ委員］`: a slip of the pen; what stands before the wrong bracket has to be a speaker beyond doubt.
    mutating func closedByAnother(_ start: Int, _ end: Int) -> (range: Range<Int>, after: Int)? {
        var offset = start
        while offset < min(end, start + 60) {
            let (value, length) = bytes.scalar(at: offset)
            if Bracket.isClosing(value) {
                return offset > start && strength(of: bytes.trimmed(start..<offset)) >= 3
                    ? (start..<offset, offset + length) : nil
            }
            offset += length
        }
        return nil
    }

    /// The inside of a bracket that closes within 60 characters.
    func closed(_ start: Int, _ end: Int, _ open: UInt32, _ close: UInt32) -> (range: Range<Int>, after: Int)? {
        var offset = start
        var depth = 1
        var scalars = 0
        while offset < end, scalars < 60 {
            let (value, length) = bytes.scalar(at: offset)
            if value == open {
                depth += 1
            } else if Bracket.closes(value, open) {
                depth -= 1
                if depth == 0 { return (start..<offset, offset + length) }
            }
            offset += length
            scalars += 1
        }
        return nil
    }
}
