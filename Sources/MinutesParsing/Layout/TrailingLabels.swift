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

    /// From here on a line stands at the right.
    private static let rightIndent = 20

    let bytes: SourceBytes
    private var start: Int?
    private var text = 0
    private var isOpen = false

    init(bytes: SourceBytes) { self.bytes = bytes }

    /// Looks at the lines in order; a bullet, a blank line or the end of a turn begins the next.
    mutating func label(at index: Int, _ line: Line) -> Found? {
        let (first, length) = bytes.scalar(at: line.inkStart)
        let isBulleted = (!bytes.isLetter(at: line.inkStart) || first == 0x30FB) && TurnMarks.isMark(first)
        if isBulleted || line.blanksBefore > 0 || !isOpen || start == nil {
            start = index
            text = isBulleted ? bytes.skipBlanks(line.inkStart + length, line.inkEnd) : line.inkStart
        }
        isOpen = true
        guard let begin = start, mayClose(line.ink), let (label, open, bracket) = bracketAtEnd(line.ink) else {
            return nil
        }
        if bracket == line.inkStart {
            // Far to the right on a line of its own, below what was said.
            guard begin < index, line.indent >= Self.rightIndent else { return nil }
            isOpen = false
            return Found(start: begin, text: text, label: label, open: open)
        }
        isOpen = false
        // Something has to be said before the label, on its own line, and end like a sentence.
        let floor = begin == index ? text : line.inkStart
        guard bracket - floor >= 9, endsLikeSpeech(bytes.trimmed(floor..<bracket)) else { return nil }
        return Found(start: begin, text: text, label: label, open: open)
    }

    /// 。 and the like, or hiragana: 部長（山田太郎） ends in kanji and is a label of its own.
    private func endsLikeSpeech(_ range: Range<Int>) -> Bool {
        switch bytes.scalar(before: range.upperBound, after: range.lowerBound) {
        case 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x300D, 0x3041...0x3096: return true
        case 0xFF09, 0x29:
            // …でよいか。（異議なし）（座長）
            guard let (_, _, open) = bracketAtEnd(range) else { return false }
            switch bytes.scalar(before: bytes.trimmed(range.lowerBound..<open).upperBound, after: range.lowerBound) {
            case 0x3002, 0xFF01, 0xFF1F, 0x300D, 0x3041...0x3096: return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether the last byte is that of a closing bracket or of 。: nearly every line ends with neither.
    @inline(__always) private func mayClose(_ ink: Range<Int>) -> Bool {
        guard !ink.isEmpty else { return false }
        switch bytes[ink.upperBound - 1] {
        case 0x29, 0x5D: return true
        case 0x89, 0x95, 0x91, 0xBD, 0x8B, 0x9E, 0xAB: return true  // ）〉〕】］》＞≫
        case 0x82: return true  // 。, behind which the bracket may stand
        default: return false
        }
    }

    private func bracketAtEnd(_ ink: Range<Int>) -> (label: Range<Int>, open: UInt32, at: Int)? {
        var end = ink.upperBound
        var close = bytes.scalar(before: end, after: ink.lowerBound)
        if close == 0x3002 {
            end -= 3
            close = bytes.scalar(before: end, after: ink.lowerBound)
        }
        // A half-width > ends no label.
        guard Bracket.isClosing(close), close != 0x3E else { return nil }
        let inner = end - (close < 0x80 ? 1 : 3)
        var offset = inner
        let floor = max(ink.lowerBound, inner - 60)
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
