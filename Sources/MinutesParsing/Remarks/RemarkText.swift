import JapaneseText
import MinutesModel

/// Puts the text of a turn together from its lines: wraps undone, paragraphs apart, every piece with its place.
struct RemarkText {
    private(set) var text: [UInt8] = []
    private(set) var pieces: [TextMap.Piece] = []
    private var lastLine: Int?
    private var lastRange: Range<Int>?

    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping

    init(bytes: SourceBytes, lines: [Line], wrapping: Wrapping) {
        self.bytes = bytes
        self.lines = lines
        self.wrapping = wrapping
    }

    /// Forgets what was put together, to begin the next turn in the same memory.
    /// - Parameter lines: how many lines the turn has at most.
    mutating func begin(lines count: Int) {
        text.removeAll(keepingCapacity: true)
        pieces = []
        pieces.reserveCapacity(count)
        lastLine = nil
        lastRange = nil
    }

    /// Adds the ink of a line, or the part of it behind the label.
    mutating func add(_ range: Range<Int>, line: Int) {
        guard !range.isEmpty else {
            lastLine = line
            return
        }
        if let lastRange, let lastLine {
            if !joins(lastLine, line) {
                text.append(0x0A)
            } else if !endsInLetter(lastRange.lowerBound, lines[lastLine].end) {
                let separator = LineJoin.separator(
                    lastBytes: UnsafeBufferPointer(rebasing: bytes.buffer[lastRange.lowerBound..<lines[lastLine].end]),
                    nextBytes: UnsafeBufferPointer(rebasing: bytes.buffer[range]))
                if !separator.isEmpty { text.append(contentsOf: separator.utf8) }
            }
        }
        pieces.append(TextMap.Piece(text: text.count, source: range.lowerBound, line: lines[line].number))
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes.buffer[range]))
        lastLine = line
        lastRange = range
    }

    /// Whether kana or an ideograph ends the bytes, as in nearly all lines that were cut: nothing stands between it and
    /// the next line.
    @inline(__always) private func endsInLetter(_ start: Int, _ end: Int) -> Bool {
        end - start >= 3 && bytes[end - 1] & 0xC0 == 0x80 && bytes.isLetter(at: end - 3)
    }

    /// Whether a line continues the paragraph of the one above.
    private func joins(_ previous: Int, _ next: Int) -> Bool {
        guard wrapping.isWrapped else { return false }
        let above = lines[previous]
        let below = lines[next]
        let crossesPage = (previous + 1..<next).contains { lines[$0].kind.isPageFurniture } || above.page != below.page
        if (previous + 1..<next).contains(where: { lines[$0].kind.isNote }) { return false }
        if !crossesPage, below.blanksBefore > wrapping.blankHabit { return false }
        if below.indent >= wrapping.continuationIndent + 2 { return false }
        if wrapping.isFull(above) { return true }
        let ends = SentenceEnd.isEnd(bytes.scalar(before: above.inkEnd, after: above.inkStart))
        // A short line that breaks off goes on below only when it is nearly as long as the rest.
        return !ends && above.columns + above.indent >= wrapping.columns * 3 / 4
    }
}
