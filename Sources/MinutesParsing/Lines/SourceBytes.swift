/// The UTF-8 of a document, read in place. Offsets are UTF-8 bytes into the decoded text.
///
/// The text comes from a Swift `String`, so it is valid UTF-8; every reader is bounds-safe all the same.
struct SourceBytes {
    let buffer: UnsafeBufferPointer<UInt8>

    var count: Int { buffer.count }

    @inline(__always) subscript(offset: Int) -> UInt8 { buffer[offset] }

    /// A part of the text as a text of its own.
    @inline(__always) subscript(range: Range<Int>) -> SourceBytes {
        SourceBytes(buffer: UnsafeBufferPointer(rebasing: buffer[range]))
    }

    /// The scalar that begins at `offset`, and its length in bytes (1 for a stray byte).
    @inline(__always) func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(buffer[offset])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 {
            guard offset + 1 < buffer.count else { return (first, 1) }
            return ((first & 0x1F) << 6 | tail(offset + 1), 2)
        }
        if first < 0xF0 {
            guard offset + 2 < buffer.count else { return (first, 1) }
            return ((first & 0x0F) << 12 | tail(offset + 1) << 6 | tail(offset + 2), 3)
        }
        guard offset + 3 < buffer.count else { return (first, 1) }
        return ((first & 0x07) << 18 | tail(offset + 1) << 12 | tail(offset + 2) << 6 | tail(offset + 3), 4)
    }

    @inline(__always) private func tail(_ offset: Int) -> UInt32 { UInt32(buffer[offset] & 0x3F) }

    /// The scalar that ends just before `end`; 0 when there is none after `start`.
    @inline(__always) func scalar(before end: Int, after start: Int) -> UInt32 {
        var offset = end - 1
        guard offset >= start else { return 0 }
        while offset > start, buffer[offset] & 0xC0 == 0x80 { offset -= 1 }
        return scalar(at: offset).value
    }

    /// Length in bytes of the blank at `offset`, 0 where there is none.
    ///
    /// Blank are space, tab, form feed, no-break space, the spaces of U+2000…200B, U+3000 and a stray U+FEFF.
    @inline(__always) func blank(at offset: Int) -> Int {
        switch buffer[offset] {
        case 0x20, 0x09, 0x0B, 0x0C: return 1
        case 0xC2: return offset + 1 < buffer.count && buffer[offset + 1] == 0xA0 ? 2 : 0
        case 0xE3:
            return offset + 2 < buffer.count && buffer[offset + 1] == 0x80 && buffer[offset + 2] == 0x80 ? 3 : 0
        case 0xE2:
            return offset + 2 < buffer.count && buffer[offset + 1] == 0x80 && buffer[offset + 2] <= 0x8B ? 3 : 0
        case 0xEF:
            return offset + 2 < buffer.count && buffer[offset + 1] == 0xBB && buffer[offset + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// Whether kana or an ideograph of three bytes stands at `offset`: no blank, bracket, mark or punctuation.
    @inline(__always) func isLetter(at offset: Int) -> Bool {
        let lead = buffer[offset]
        // U+4000…9FFF, U+3040…30FF; ・ and ー are among the latter.
        if lead >= 0xE4, lead <= 0xE9 { return offset + 2 < buffer.count }
        return lead == 0xE3 && offset + 2 < buffer.count && (0x81...0x83).contains(buffer[offset + 1])
    }

    /// Length in bytes of the blank that ends at `end`, 0 where there is none.
    @inline(__always) func blank(endingAt end: Int, after start: Int) -> Int {
        guard end > start else { return 0 }
        switch buffer[end - 1] {
        case 0x20, 0x09, 0x0B, 0x0C: return 1
        case 0x80...0xBF:
            if end - 2 >= start, blank(at: end - 2) == 2 { return 2 }
            if end - 3 >= start, blank(at: end - 3) == 3 { return 3 }
            return 0
        default: return 0
        }
    }

    /// First offset from `start` on that is not blank, at most `end`.
    @inline(__always) func skipBlanks(_ start: Int, _ end: Int) -> Int {
        var offset = start
        while offset < end {
            let length = blank(at: offset)
            if length == 0 { break }
            offset += length
        }
        return min(offset, end)
    }

    /// The range without blanks at either side.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = skipBlanks(range.lowerBound, range.upperBound)
        var end = range.upperBound
        while end > start {
            let length = blank(endingAt: end, after: start)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    func string(_ range: Range<Int>) -> String {
        String(validated: UnsafeBufferPointer(rebasing: buffer[range]))
    }

    /// The bytes of a range without any blanks, as a string.
    func condensed(_ range: Range<Int>) -> String {
        withCondensed(range) { String(validated: $0) }
    }

    /// Calls `body` with the bytes of a range without any blanks.
    func withCondensed<R>(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        let first = firstBlank(range)
        // Nearly all labels hold none.
        guard first < range.upperBound else { return body(UnsafeBufferPointer(rebasing: buffer[range])) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { kept in
            var count = 0
            var offset = range.lowerBound
            while offset < range.upperBound {
                let length = offset < first ? 0 : blank(at: offset)
                if length > 0 {
                    offset += length
                } else {
                    kept.initializeElement(at: count, to: buffer[offset])
                    count += 1
                    offset += 1
                }
            }
            return body(UnsafeBufferPointer(rebasing: kept[..<count]))
        }
    }

    private func firstBlank(_ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound, blank(at: offset) == 0 { offset += isLetter(at: offset) ? 3 : 1 }
        return min(offset, range.upperBound)
    }

    /// Where the first space of either width or tab stands; the end where there is none.
    var firstBlank: Int {
        var offset = 0
        while offset < count {
            if buffer[offset] == 0x20 || buffer[offset] == 0x09 { return offset }
            if starts(with: "\u{3000}", at: offset, before: count) { return offset }
            offset += isLetter(at: offset) ? 3 : 1
        }
        return count
    }

    /// The words between spaces of either width and tabs.
    func words() -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = 0
        var offset = 0
        while offset <= count {
            let length =
                offset == count || buffer[offset] == 0x20 || buffer[offset] == 0x09
                ? 1 : starts(with: "\u{3000}", at: offset, before: count) ? 3 : 0
            if length > 0 {
                if offset > start { words.append(start..<offset) }
                start = offset + length
            }
            offset += max(1, length)
        }
        return words
    }

    /// How many bytes are left when spaces, tabs and ideographic spaces at either end are cut off.
    var withoutOuterBlanks: Int {
        func isBlank(_ value: UInt32) -> Bool { value == 0x20 || value == 0x3000 || value == 0x09 || value == 0xA0 }
        var (start, end) = (0, count)
        while start < end {
            let (value, length) = scalar(at: start)
            guard isBlank(value) else { break }
            start += length
        }
        while end > start {
            let value = scalar(before: end, after: start)
            guard isBlank(value) else { break }
            end -= value < 0x80 ? 1 : value == 0xA0 ? 2 : 3
        }
        return end - start
    }

    /// Whether the bytes begin with those of `text`.
    func begins(with text: StaticString) -> Bool { starts(with: text, at: 0, before: count) }

    /// Whether the bytes end with those of `text`.
    func ends(in text: StaticString) -> Bool { starts(with: text, at: count - text.utf8CodeUnitCount, before: count) }

    /// Whether the bytes at `offset` are those of `text`.
    func starts(with text: StaticString, at offset: Int, before end: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset + length <= end else { return false }
        let other = text.utf8Start
        for index in 0..<length where buffer[offset + index] != other[index] { return false }
        return true
    }
}
