/// Undoes line breaks that were put in by hand or by a page layout.
public enum LineJoin {
    /// What stands between two wrapped lines: nothing in Japanese, a space between Latin words.
    ///
    /// Between two Latin letters a space; between a number and a number or a word only where a blank stood at the
    /// break; after Latin punctuation and before a Latin letter a space; after a hyphen nothing.
    /// - Parameters: the bytes of the two lines; blanks at the break are looked at, and the caller takes them off.
    public static func separator(
        lastBytes line: UnsafeBufferPointer<UInt8>, nextBytes next: UnsafeBufferPointer<UInt8>
    ) -> String {
        // Behind kana, ideographs and Japanese signs nothing stands, whatever follows.
        if let last = line.scalar(before: line.count)?.value, last > 0x3000, last != 0xFEFF { return "" }
        let end = Blanks.trimmedEnd(line, line.startIndex)
        let start = Blanks.trimmedStart(next, next.count)
        guard let left = line.scalar(before: end)?.value, start < next.count else { return "" }
        let right = next.scalar(at: start).value
        if left < 0x80, right < 0x80, end == line.count, start == 0, endsInAddress(line) { return "" }
        let blank = end < line.count || start > 0
        switch (kind(left), kind(right)) {
        case (.letter, .letter): return " "
        case (.letter, .digit), (.digit, .letter), (.digit, .digit): return blank ? " " : ""
        case (.stop, .letter), (.letter, .opening): return " "
        case (.stop, .digit): return blank ? " " : ""
        default: return ""
        }
    }

    /// Whether the last word of a line is a web or mail address, which is broken anywhere. Looks back 200 bytes at most.
    private static func endsInAddress(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in line.suffix(200).reversed() {
            if byte <= 0x20 || byte >= 0x80 { return false }
            if byte == 0x2F || byte == 0x40 { return true }  // / @
        }
        return false
    }

    /// Joins lines to one; blanks at their ends are taken off, empty lines left out.
    public static func unwrap(_ lines: [String]) -> String {
        var result: [UInt8] = []
        var last: String?
        for line in lines {
            line.withUTF8Bytes { bytes in
                let end = Blanks.trimmedEnd(bytes, 0)
                let start = Blanks.trimmedStart(bytes, end)
                guard start < end else { return }
                if let last {
                    let separator = last.withUTF8Bytes { LineJoin.separator(lastBytes: $0, nextBytes: bytes) }
                    result.append(contentsOf: separator.utf8)
                }
                result.append(contentsOf: bytes[start..<end])
                last = line
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private enum Kind { case letter, digit, stop, opening, other }

    /// ASCII and accented Latin only: full-width letters belong to Japanese setting, which needs no space.
    private static func kind(_ value: UInt32) -> Kind {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: .letter
        case 0x30...0x39: .digit
        case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x26: .stop  // , . : ; ! ? ) &
        case 0x28: .opening
        default: .other
        }
    }
}

/// Blanks at the ends of lines: space, tab, no-break and ideographic space, line ends, page breaks.
enum Blanks {
    static func isBlank(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0xA0, 0x3000, 0xFEFF, 0x2000...0x200B, 0x2028, 0x2029, 0x202F: true
        default: false
        }
    }

    /// End of what is not blank, not before `floor`.
    static func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ floor: Int) -> Int {
        trimmedEnd(bytes, floor: floor, from: bytes.count)
    }

    static func trimmedEnd(_ bytes: UnsafeBufferPointer<UInt8>, floor: Int, from end: Int) -> Int {
        var end = end
        while end > floor, let (value, length) = bytes.scalar(before: end), isBlank(value) { end -= length }
        return max(end, floor)
    }

    /// Start of what is not blank, not after `ceiling`.
    static func trimmedStart(
        _ bytes: UnsafeBufferPointer<UInt8>, _ ceiling: Int, from start: Int = 0
    ) -> Int {
        var start = start
        while start < ceiling {
            let (value, length) = bytes.scalar(at: start)
            guard isBlank(value) else { break }
            start += length
        }
        return min(start, ceiling)
    }
}
