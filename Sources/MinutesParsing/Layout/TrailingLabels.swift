/// Labels in brackets at the end of what was said, as lists of opinions have them:
/// `・若い人の意見を聞いてほしい。（山田委員）`.
struct TrailingLabels {
    struct Found {
        /// Line the turn begins on, and where its text begins there.
        var start: Int
        var text: Int
        var label: Range<Int>
        var open: UInt32
    }

    let bytes: SourceBytes
    private var start: Int?
    private var text = 0
    private var isOpen = false

    init(bytes: SourceBytes) { self.bytes = bytes }

    /// Looks at the lines in order; a bullet, a blank line or the end of a turn begins the next.
    mutating func label(at index: Int, _ line: Line) -> Found? {
        let (first, length) = bytes.scalar(at: line.inkStart)
        let isBulleted = TurnMarks.isMark(first)
        if isBulleted || line.blanksBefore > 0 || !isOpen || start == nil {
            start = index
            text = isBulleted ? bytes.skipBlanks(line.inkStart + length, line.inkEnd) : line.inkStart
        }
        isOpen = true
        guard let begin = start, let (label, open, bracket) = bracketAtEnd(line) else { return nil }
        isOpen = false
        // Something has to be said before the label, on its own line, and end like a sentence.
        let floor = begin == index ? text : line.inkStart
        guard bracket - floor >= 9, endsLikeSpeech(bytes.trimmed(floor..<bracket)) else { return nil }
        return Found(start: begin, text: text, label: label, open: open)
    }

    /// 。 and the like, or hiragana: 部長（山田太郎） ends in kanji and is a label of its own.
    private func endsLikeSpeech(_ range: Range<Int>) -> Bool {
        switch bytes.scalar(before: range.upperBound, after: range.lowerBound) {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x300D, 0x3041...0x3096: true
        default: false
        }
    }

    private func bracketAtEnd(_ line: Line) -> (label: Range<Int>, open: UInt32, at: Int)? {
        var end = line.inkEnd
        if bytes.scalar(before: end, after: line.inkStart) == 0x3002 { end -= 3 }
        let close = bytes.scalar(before: end, after: line.inkStart)
        guard close == 0xFF09 || close == 0x29 || close == 0x3015 || close == 0x3011 else { return nil }
        let inner = end - (close < 0x80 ? 1 : 3)
        var offset = inner
        let floor = max(line.inkStart, inner - 60)
        while offset > floor {
            offset -= 1
            guard bytes[offset] & 0xC0 != 0x80 else { continue }
            let (value, length) = bytes.scalar(at: offset)
            if Bracket.closes(close, value) {
                let label = bytes.trimmed(offset + length..<inner)
                return label.isEmpty ? nil : (label, value, offset)
            }
        }
        return nil
    }
}
