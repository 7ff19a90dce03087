/// Scans that leap over blocks of bytes in which nothing of what is looked for can stand.
///
/// Each block is judged without a branch inside, so that the compiler makes vector instructions of it: text is too
/// irregular for the processor to foresee what a loop over characters does next.
extension SourceBytes {
    private static var block: Int { 32 }

    /// Leaps over characters that are no mark.
    /// - Returns: the start of a character that may be one, at most `end`.
    func skipUnmarked(from start: Int, to end: Int) -> Int {
        guard let base = buffer.baseAddress else { return end }
        var offset = start
        while offset < end {
            // The last character of a block may reach two bytes beyond it.
            while offset + Self.block + 2 <= count, offset < end, !Self.mayHoldMark(base + offset) {
                offset &+= Self.block
            }
            let last = min(end, offset &+ Self.block)
            while offset < last {
                let byte = base[offset]
                if byte & 0xC0 != 0x80, mayBeMark(at: offset) { return offset }
                offset &+= 1
            }
        }
        return end
    }

    /// Whether a mark begins with the bytes at an offset, as far as two of them tell.
    @inline(__always) private func mayBeMark(at offset: Int) -> Bool {
        switch buffer[offset] {
        case 0x23, 0x2A, 0x2B, 0x2D, 0x3E, 0x40, 0xC2, 0xE2, 0xEF: true
        case 0xE3: offset + 1 < count && (buffer[offset + 1] == 0x80 || buffer[offset + 1] == 0x83)
        default: false
        }
    }

    @inline(__always) private static func mayHoldMark(_ block: UnsafePointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in 0..<Self.block {
            let (first, second, third) = (block[index], block[index + 1], block[index + 2])
            // # * + - > @, and all of ○ ● ◆ → ※ and their like.
            found |= isOf(first &- 0x23, below: 0x0B) | same(first, 0x3E) | same(first, 0x40)
            found |= same(first, 0xE2) | same(first, 0xC2)
            // ・, then 〇 and 〓
            found |= same(second, 0x83) & same(third, 0xBB)
            found |= same(second, 0x80) & (same(third, 0x87) | same(third, 0x93))
            // ＃ ＆ ＊ － ＞ ＠ ･
            found |=
                same(first, 0xEF)
                & (same(third, 0x83) | same(third, 0x86) | same(third, 0x8A) | same(third, 0x8D)
                    | same(third, 0x9E) | same(third, 0xA0) | same(third, 0xA5))
        }
        return found != 0
    }

    /// Where a word of two characters may begin whose first bytes are those given, at most `end`.
    func skip(to first: (UInt8, UInt8, UInt8), or other: (UInt8, UInt8, UInt8), from start: Int, to end: Int) -> Int {
        guard let base = buffer.baseAddress else { return end }
        var offset = start
        while offset < end {
            while offset + Self.block + 2 <= count, offset < end {
                let block = base + offset
                var found: UInt8 = 0
                for index in 0..<Self.block {
                    let (lead, second, third) = (block[index], block[index + 1], block[index + 2])
                    found |= Self.same(lead, first.0) & Self.same(second, first.1) & Self.same(third, first.2)
                    found |= Self.same(lead, other.0) & Self.same(second, other.1) & Self.same(third, other.2)
                }
                if found != 0 { break }
                offset &+= Self.block
            }
            let last = min(end, offset &+ Self.block, count &- 2)
            while offset < last {
                let bytes = (base[offset], base[offset + 1], base[offset + 2])
                if bytes == first || bytes == other { return offset }
                offset &+= 1
            }
            if offset >= count &- 2 { return end }
        }
        return end
    }

    @inline(__always) private static func same(_ byte: UInt8, _ value: UInt8) -> UInt8 { byte == value ? 1 : 0 }
    @inline(__always) private static func isOf(_ byte: UInt8, below limit: UInt8) -> UInt8 { byte < limit ? 1 : 0 }
}
