import JapaneseText

/// Takes the marks of Markdown off, line by line: no line is added or lost, so that line numbers stay those of the file.
enum MarkdownText {
    /// - Complexity: O(n): within a line every mark looks ahead at most `reach` bytes.
    static func text(of source: String) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(source.utf8.count)
        source.withUTF8Bytes { bytes in
            var start = 0
            var isCode = false
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                var line = start..<end
                if isFence(line, bytes) {
                    isCode.toggle()
                    line = end..<end
                } else if !isCode {
                    line = withoutBlockMarks(line, bytes)
                }
                if isCode { text.append(contentsOf: bytes[line]) } else { inline(line, bytes, &text) }
                while end < bytes.count, bytes[end] == 0x0D || bytes[end] == 0x0A {
                    text.append(bytes[end])
                    end += 1
                    if bytes[end - 1] == 0x0A { break }
                    if end < bytes.count, bytes[end] != 0x0A { break }
                }
                start = end
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let reach = 2000

    /// ``` or ~~~ opens and closes what is shown as it is written.
    private static func isFence(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let ink = line.first { bytes[$0] != 0x20 } ?? line.upperBound
        return ink - line.lowerBound <= 3 && (bytes.matches("```", at: ink) || bytes.matches("~~~", at: ink))
    }

    /// The line without `#` of a heading and `>` of a quotation.
    private static func withoutBlockMarks(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var start = line.first { bytes[$0] != 0x20 } ?? line.upperBound
        guard start - line.lowerBound <= 3 else { return line }
        var isMarked = false
        while start < line.upperBound, bytes[start] == 0x3E {
            isMarked = true
            start += 1
            while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
        }
        var end = line.upperBound
        var level = 0
        while start + level < end, bytes[start + level] == 0x23 { level += 1 }
        if (1...6).contains(level), start + level == end || bytes[start + level] == 0x20 {
            isMarked = true
            start += level
            while start < end, bytes[start] == 0x20 { start += 1 }
            // A heading may be closed with the same marks.
            var close = end
            while close > start, bytes[close - 1] == 0x20 { close -= 1 }
            let ink = close
            while close > start, bytes[close - 1] == 0x23 { close -= 1 }
            if close < ink, close == start || bytes[close - 1] == 0x20 {
                while close > start, bytes[close - 1] == 0x20 { close -= 1 }
                end = close
            }
        }
        return isMarked ? start..<max(start, end) : line
    }

    private static func inline(
        _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ text: inout [UInt8], depth: Int = 0
    ) {
        var place = line.lowerBound
        /// By mark, whether strong text is open.
        var isOpen: [UInt8: Bool] = [:]
        while place < line.upperBound {
            let byte = bytes[place]
            switch byte {
            case 0x5C where place + 1 < line.upperBound && isPunctuation(bytes[place + 1]):
                text.append(bytes[place + 1])
                place += 2
                continue
            case 0x5C where place + 1 == line.upperBound:
                // A backslash at the end of a line breaks the line.
                place += 1
                continue
            case 0x60:
                place += 1
                continue
            case 0x2A, 0x5F:
                let isDouble = place + 1 < line.upperBound && bytes[place + 1] == byte
                if isDouble {
                    if isOpen[byte] == true {
                        isOpen[byte] = false
                        place += 2
                        continue
                    }
                    // Underscores inside a word are part of it.
                    let before = place > line.lowerBound ? bytes[place - 1] : 0x20
                    let isInWord = byte == 0x5F && (before.isASCIILetter || (0x30...0x39).contains(before))
                    if !isInWord, partner(of: byte, from: place + 2, line.upperBound, bytes) {
                        isOpen[byte] = true
                        place += 2
                        continue
                    }
                }
            case 0x21 where place + 1 < line.upperBound && bytes[place + 1] == 0x5B, 0x5B:
                let open = byte == 0x21 ? place + 1 : place
                if depth < 4, let (label, end) = link(at: open, line.upperBound, bytes) {
                    inline(label, bytes, &text, depth: depth + 1)
                    place = end
                    continue
                }
            case 0x3C:
                if let (inner, end) = angle(at: place, line.upperBound, bytes) {
                    text.append(contentsOf: bytes[inner])
                    place = end
                    continue
                }
            default: break
            }
            text.append(byte)
            place += 1
        }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    private static func partner(of byte: UInt8, from start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        guard start < end, bytes[start] != 0x20, bytes[start] != byte else { return false }
        var place = start
        while place + 1 < min(end, start + reach) {
            if bytes[place] == byte, bytes[place + 1] == byte { return true }
            place += 1
        }
        return false
    }

    /// `[text](address)`: the text, and where the link ends.
    private static func link(
        at open: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (label: Range<Int>, end: Int)? {
        let limit = min(end, open + reach)
        var depth = 0
        var close = open
        while close < limit {
            if bytes[close] == 0x5B { depth += 1 } else if bytes[close] == 0x5D { depth -= 1 }
            if depth == 0 { break }
            close += 1
        }
        guard close + 1 < limit, bytes[close] == 0x5D, bytes[close + 1] == 0x28 else { return nil }
        var after = close + 2
        var brackets = 1
        while after < limit {
            if bytes[after] == 0x28 { brackets += 1 } else if bytes[after] == 0x29 { brackets -= 1 }
            after += 1
            if brackets == 0 { return (open + 1..<close, after) }
        }
        return nil
    }

    /// `<https://…>` is the address, a tag of HTML is nothing; what else stands in angles stays.
    private static func angle(
        at open: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (inner: Range<Int>, end: Int)? {
        guard open + 1 < end else { return nil }
        var close = open + 1
        while close < min(end, open + 400), bytes[close] != 0x3E {
            if bytes[close] >= 0x80 { return nil }
            close += 1
        }
        guard close < end, bytes[close] == 0x3E, close > open + 1 else { return nil }
        for scheme in ["http://", "https://", "mailto:"] as [StaticString] where bytes.matches(scheme, at: open + 1) {
            return (open + 1..<close, close + 1)
        }
        var name = open + 1
        if bytes[name] == 0x2F { name += 1 }
        let start = name
        while name < close, bytes[name].isASCIILetter || (0x30...0x39).contains(bytes[name]) { name += 1 }
        let tags: Set<String> = [
            "br", "b", "i", "u", "s", "span", "font", "strong", "em", "sub", "sup", "div", "p", "a", "ruby", "rt", "rp",
            "mark", "small", "del", "ins", "details", "summary",
        ]
        return tags.contains(bytes.tagName(start..<name)) ? (close..<close, close + 1) : nil
    }
}
