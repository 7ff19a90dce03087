/// Splits running text into sentences.
///
/// A sentence ends at 。！？ (also ! ? ｡, and ． after kana) and at a line break. What stands in 「」『』（）() and other
/// brackets is not split; a bracket that is not closed on its line or within `longestQuotation` bytes counts as no
/// bracket. Closing brackets and repeated marks stay with the sentence before them. A sentence that stands wholly in
/// round brackets ends with them.
public enum SentenceSplitter {
    /// UTF-8 bytes between an opening bracket and its closing one at most.
    static let longestQuotation = 1500
    /// Brackets in brackets at most; deeper ones are not looked at.
    static let deepestNesting = 16

    /// - Returns: UTF-8 ranges without blanks at their ends, in order, none empty.
    /// - Complexity: O(n).
    public static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var scan = SentenceScan(bytes: bytes)
        scan.collect()
        return scan.sentences()
    }

    /// - Returns: UTF-8 ranges without blanks at their ends, in order, none empty.
    public static func ranges(in text: String) -> [Range<Int>] {
        text.withUTF8Bytes { ranges(in: $0) }
    }
}

/// Collects marks and brackets in one pass over the bytes, then walks over what was collected.
private struct SentenceScan {
    struct Mark {
        var start: Int
        var end: Int
        var isBreak: Bool
    }
    struct Quotation {
        var start: Int
        var end: Int
        var isRound: Bool
    }
    struct Opening {
        var offset: Int
        var closing: UInt32
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private var marks: [Mark] = []
    /// Outermost pairs of brackets, in order.
    private var quotations: [Quotation] = []
    private var open: [Opening] = []

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func collect() {
        var offset = 0
        let count = bytes.count
        marks.reserveCapacity(min(count / 48 + 2, 64))
        while offset < count {
            // Kana and ideographs, the blank and the comma; the other marks of U+3000…303F begin with E3 80 too.
            while offset &+ 2 < count, bytes[offset] &- 0xE3 <= 6,
                bytes[offset] != 0xE3 || bytes[offset &+ 1] != 0x80 || bytes[offset &+ 2] <= 0x81
            {
                offset &+= 3
            }
            if offset >= count { break }
            let first = bytes[offset]
            if first < 0x80 {
                offset += 1
                // Letters, digits and blanks are most of ASCII.
                if first > 0x3F && first != 0x5B && first != 0x5D && first != 0x7B && first != 0x7D { continue }
                switch first {
                case 0x0A, 0x0C, 0x0D, 0x0B:
                    marks.append(Mark(start: offset - 1, end: offset, isBreak: true))
                    open.removeAll(keepingCapacity: true)
                case 0x21, 0x3F:  // ! ?
                    if !isAlphanumeric(offset) { marks.append(Mark(start: offset - 1, end: offset, isBreak: false)) }
                case 0x28: push(offset - 1, closing: 0x29)
                case 0x5B: push(offset - 1, closing: 0x5D)
                case 0x7B: push(offset - 1, closing: 0x7D)
                case 0x29, 0x5D, 0x7D: close(UInt32(first), end: offset)
                case 0x2E: if isStop(offset - 1, end: offset) { appendMark(offset - 1, offset) }
                default: break
                }
                continue
            }
            if first >= 0xE4, first <= 0xE9 {  // cut off at the end
                offset += 3
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x203C, 0x2047, 0x2048, 0x2049: appendMark(offset, offset + length)
            case 0xFF0E: if isStop(offset, end: offset + length) { appendMark(offset, offset + length) }
            case 0x300C: push(offset, closing: 0x300D)  // 「
            case 0x300E: push(offset, closing: 0x300F)  // 『
            case 0xFF08: push(offset, closing: 0xFF09)  // （
            case 0x3014: push(offset, closing: 0x3015)  // 〔
            case 0x3010: push(offset, closing: 0x3011)  // 【
            case 0x3008: push(offset, closing: 0x3009)  // 〈
            case 0x300A: push(offset, closing: 0x300B)  // 《
            case 0xFF3B: push(offset, closing: 0xFF3D)  // ［
            case 0xFF5B: push(offset, closing: 0xFF5D)  // ｛
            case 0xFF62: push(offset, closing: 0xFF63)  // ｢
            case 0x201C: push(offset, closing: 0x201D)  // “
            case 0x300D, 0x300F, 0xFF09, 0x3015, 0x3011, 0x3009, 0x300B, 0xFF3D, 0xFF5D, 0xFF63, 0x201D:
                close(value, end: offset + length)
            default: break
            }
            offset += length
        }
    }

    private mutating func appendMark(_ start: Int, _ end: Int) {
        marks.append(Mark(start: start, end: end, isBreak: false))
    }

    private func isAlphanumeric(_ offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        switch bytes[offset] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3D, 0x26, 0x25, 0x2F: return true
        default: return false
        }
    }

    /// A full stop written ． or . ends a sentence behind kana, where no digit follows.
    private func isStop(_ start: Int, end: Int) -> Bool {
        guard let before = bytes.scalar(before: start)?.value, (0x3041...0x3096).contains(before) else { return false }
        guard end < bytes.count else { return true }
        switch bytes.scalar(at: end).value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x2E, 0xFF0E: return false
        default: return true
        }
    }

    private mutating func push(_ offset: Int, closing: UInt32) {
        if open.count < SentenceSplitter.deepestNesting {
            open.append(Opening(offset: offset, closing: closing))
        } else if let oldest = open.first, offset - oldest.offset > SentenceSplitter.longestQuotation {
            open.removeFirst()
            open.append(Opening(offset: offset, closing: closing))
        }
    }

    private mutating func close(_ closing: UInt32, end: Int) {
        guard let place = open.lastIndex(where: { $0.closing == closing }) else { return }
        let start = open[place].offset
        open.removeSubrange(place...)
        guard end - start <= SentenceSplitter.longestQuotation else { return }
        while let last = quotations.last, last.start > start { quotations.removeLast() }
        quotations.append(
            Quotation(
                start: start, end: end,
                isRound: closing == 0x29 || closing == 0xFF09 || closing == 0x3015))
    }

    func sentences() -> [Range<Int>] {
        var result: [Range<Int>] = []
        result.reserveCapacity(min(marks.count + 1, 64))
        var start = 0
        var quotation = 0
        var place = 0
        func finish(_ end: Int) {
            let last = Blanks.trimmedEnd(bytes, floor: start, from: end)
            let first = Blanks.trimmedStart(bytes, last, from: start)
            if first < last { result.append(first..<last) }
            start = end
        }
        while place < marks.count {
            let mark = marks[place]
            while quotation < quotations.count, quotations[quotation].end <= mark.start { quotation += 1 }
            if quotation < quotations.count, quotations[quotation].start < mark.start {
                // Inside brackets: go on behind them.
                let inner = quotations[quotation]
                var last = mark
                while place < marks.count, marks[place].start < inner.end {
                    last = marks[place]
                    place += 1
                }
                let opens = Blanks.trimmedStart(bytes, inner.start, from: start) == inner.start
                let ends = Blanks.trimmedEnd(bytes, floor: last.end, from: lastClosing(inner.end)) == last.end
                if inner.isRound, opens, ends { finish(inner.end) }
                continue
            }
            place += 1
            if mark.start < start { continue }
            if mark.isBreak {
                finish(mark.start)
                start = mark.end
                continue
            }
            var end = mark.end
            while place < marks.count, marks[place].start == end, !marks[place].isBreak {
                end = marks[place].end
                place += 1
            }
            while end < bytes.count {
                let (value, length) = bytes.scalar(at: end)
                guard isClosing(value) else { break }
                end += length
            }
            finish(end)
        }
        finish(bytes.count)
        return result
    }

    /// Start of the closing bracket that ends at `end`.
    private func lastClosing(_ end: Int) -> Int { end - (bytes.scalar(before: end)?.length ?? 1) }

    private func isClosing(_ value: UInt32) -> Bool {
        switch value {
        case 0x300D, 0x300F, 0xFF09, 0x3015, 0x3011, 0x3009, 0x300B, 0xFF3D, 0xFF5D, 0xFF63, 0x201D, 0x29, 0x5D, 0x7D:
            true
        default: false
        }
    }
}
