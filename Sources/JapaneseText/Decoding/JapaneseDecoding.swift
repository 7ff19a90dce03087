/// The three Japanese encodings, all through one table (Windows' mappings), so that they give the same characters.
enum JapaneseDecoding {
    /// CP932. Lead bytes F0–F9 are the user-defined area, U+E000 and up, as Windows maps it.
    static func cp932(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        var output = TextOutput(inputCount: bytes.count)
        KanjiTable.windows.withUnsafeBufferPointer { table in
            var offset = 0
            while offset < bytes.count {
                let lead = bytes[offset]
                if lead < 0x80 {
                    output.write(ascii: lead)
                    offset += 1
                    continue
                }
                if lead >= 0xA1, lead <= 0xDF {
                    output.write(0xFF61 + UInt32(lead) - 0xA1)
                    offset += 1
                    continue
                }
                guard lead != 0x80, lead != 0xA0, lead <= 0xFC, offset + 1 < bytes.count else {
                    output.replace(at: offset)
                    offset += 1
                    continue
                }
                let trail = bytes[offset + 1]
                guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else {
                    output.replace(at: offset)
                    offset += 1
                    continue
                }
                let cell = Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
                if lead >= 0xF0, lead <= 0xF9 {
                    output.write(0xE000 + UInt32(lead - 0xF0) * 188 + UInt32(cell))
                    offset += 2
                    continue
                }
                let value = table[(Int(lead) - (lead > 0x9F ? 0xC1 : 0x81)) * 188 + cell]
                if value == 0 {
                    output.replace(at: offset)
                    // A trail byte below 80 may be a character of its own: a lost byte must not swallow a line end.
                    offset += trail < 0x80 ? 1 : 2
                } else {
                    output.write(UInt32(value))
                    offset += 2
                }
            }
        }
        return output.decoded(.cp932)
    }

    /// EUC-JP with half-width katakana (8E) and JIS X 0212 (8F).
    static func eucJP(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        var output = TextOutput(inputCount: bytes.count)
        func graphic(_ offset: Int) -> Bool {
            offset < bytes.count && bytes[offset] >= 0xA1 && bytes[offset] != 0xFF
        }
        KanjiTable.windows.withUnsafeBufferPointer { table in
            var offset = 0
            while offset < bytes.count {
                let lead = bytes[offset]
                if lead < 0x80 {
                    output.write(ascii: lead)
                    offset += 1
                } else if lead == 0x8E, offset + 1 < bytes.count, (0xA1...0xDF).contains(bytes[offset + 1]) {
                    output.write(0xFF61 + UInt32(bytes[offset + 1]) - 0xA1)
                    offset += 2
                } else if lead == 0x8F, graphic(offset + 1), graphic(offset + 2) {
                    let value = supplementary(row: bytes[offset + 1] & 0x7F, cell: bytes[offset + 2] & 0x7F)
                    if value == 0 { output.replace(at: offset) } else { output.write(value) }
                    offset += 3
                } else if graphic(offset), graphic(offset + 1) {
                    let value = table[(Int(lead) - 0xA1) * 94 + Int(bytes[offset + 1]) - 0xA1]
                    if value == 0 { output.replace(at: offset) } else { output.write(UInt32(value)) }
                    offset += 2
                } else {
                    output.replace(at: offset)
                    offset += unreadableLength(bytes, at: offset)
                }
            }
        }
        return output.decoded(.eucJP)
    }

    /// How many bytes of EUC-JP one U+FFFD stands for, so that the pairs behind a bad byte are read as they were meant: a
    /// good first byte takes its bad second one along, and a bad one its orphan, which makes the run behind it odd.
    private static func unreadableLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        func isGraphic(_ byte: UInt8) -> Bool { byte >= 0xA1 && byte != 0xFF }
        if isGraphic(bytes[offset]) {
            return offset + 1 < bytes.count && bytes[offset + 1] >= 0x80 ? 2 : 1
        }
        var end = offset + 1
        while end < bytes.count, isGraphic(bytes[end]) { end += 1 }
        return (end - offset - 1).isMultiple(of: 2) ? 1 : 2
    }

    /// - Parameters: bytes 21…7E as they stand in ISO-2022-JP.
    private static func supplementary(row: UInt8, cell: UInt8) -> UInt32 {
        UInt32(KanjiTable.supplementary[(Int(row) - 0x21) * 94 + Int(cell) - 0x21])
    }

    private enum CharacterSet { case ascii, halfWidthKatakana, kanji, supplementaryKanji }

    /// ISO-2022-JP: escape sequences switch between ASCII, JIS X 0201 katakana, JIS X 0208 and JIS X 0212.
    static func iso2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        var output = TextOutput(inputCount: bytes.count)
        var set = CharacterSet.ascii
        var shiftedOut = false
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0x1B {
                if let escape = escape(bytes, at: offset) {
                    set = escape.set
                    offset += escape.length
                } else {
                    output.replace(at: offset)
                    // An escape sequence that the end cuts off shows as one bad byte.
                    offset += offset + 3 >= bytes.count ? bytes.count - offset : 1
                }
                continue
            }
            if byte == 0x0E || byte == 0x0F {
                shiftedOut = byte == 0x0E
                offset += 1
                continue
            }
            if byte == 0x0A || byte == 0x0D {
                // Every line begins in ASCII (RFC 1468): a lost escape must not spoil the rest of the document.
                set = .ascii
                shiftedOut = false
            }
            if byte < 0x21 || byte == 0x7F {
                output.write(ascii: byte)
                offset += 1
            } else if byte >= 0x80 {
                let isPaired = set == .kanji || set == .supplementaryKanji
                if (0xA1...0xDF).contains(byte), !isPaired {
                    output.write(0xFF61 + UInt32(byte) - 0xA1)
                } else {
                    output.replace(at: offset)
                }
                let isHalf = isPaired && offset + 1 < bytes.count && bytes[offset + 1] > 0x20
                offset += isHalf ? 2 : 1
            } else if shiftedOut || set == .halfWidthKatakana {
                if byte <= 0x5F { output.write(0xFF61 + UInt32(byte) - 0x21) } else { output.replace(at: offset) }
                offset += 1
            } else if set == .ascii {
                output.write(ascii: byte)
                offset += 1
            } else if offset + 1 < bytes.count, (0x21...0x7E).contains(bytes[offset + 1]) {
                let cell = bytes[offset + 1]
                let value =
                    set == .kanji
                    ? UInt32(KanjiTable.windows[(Int(byte) - 0x21) * 94 + Int(cell) - 0x21])
                    : supplementary(row: byte, cell: cell)
                if value == 0 { output.replace(at: offset) } else { output.write(value) }
                offset += 2
            } else {
                output.replace(at: offset)
                offset += offset + 1 < bytes.count && bytes[offset + 1] >= 0x80 ? 2 : 1
            }
        }
        return output.decoded(.iso2022JP)
    }

    private static func escape(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
    ) -> (set: CharacterSet, length: Int)? {
        func byte(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? bytes[offset + distance] : 0 }
        switch (byte(1), byte(2)) {
        case (0x28, 0x42), (0x28, 0x4A): return (.ascii, 3)  // ( B, ( J
        case (0x28, 0x49): return (.halfWidthKatakana, 3)  // ( I
        case (0x24, 0x40), (0x24, 0x42): return (.kanji, 3)  // $ @, $ B
        case (0x24, 0x28):
            switch byte(3) {
            case 0x44: return (.supplementaryKanji, 4)  // $ ( D
            case 0x40, 0x42: return (.kanji, 4)
            default: return nil
            }
        case (0x26, 0x40): return (.ascii, 3)  // & @ announces JIS X 0208-1990
        default: return nil
        }
    }
}
