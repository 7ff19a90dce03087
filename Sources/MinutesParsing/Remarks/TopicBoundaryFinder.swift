/// Finds `説明（略）。（基本目標２ …）`: an explanation left out, and the plan item it was about.
enum TopicBoundaryFinder {
    /// The UTF-8 range of the title inside its brackets.
    ///
    /// Only the beginning of the text counts: words that say an explanation was given or left out, 。, then one bracket
    /// that ends the sentence or the text.
    /// - Complexity: O(1): the first 240 bytes and one bracket.
    static func title(in text: [UInt8]) -> Range<Int>? {
        text.withUnsafeBufferPointer { buffer in
            let source = SourceBytes(buffer: buffer)
            var offset = 0
            let limit = min(buffer.count, 240)
            while true {
                offset = source.skip(to: (0xE7, 0x95, 0xA5), or: (0xE8, 0xAA, 0xAC), from: offset, to: limit)  // 略 or 説
                guard offset < limit else { return nil }
                var end: Int?
                if buffer[offset] == 0xE7 {
                    end = offset + 3
                } else if source.starts(with: "説明", at: offset, before: buffer.count) {
                    end = offset + 6
                }
                if let end, let found = bracket(after: end, source) { return found }
                offset += 3
            }
        }
    }

    private static func bracket(after start: Int, _ source: SourceBytes) -> Range<Int>? {
        var offset = start
        let end = source.count
        var sawStop = false
        while offset < end {
            let blank = source.blank(at: offset)
            if blank > 0 || source[offset] == 0x0A {
                offset += max(1, blank)
                continue
            }
            let (value, length) = source.scalar(at: offset)
            if !sawStop, value == 0xFF09 || value == 0x29 || value == 0xFF3D || value == 0x3015 {
                // The end of （略）.
                offset += length
                continue
            }
            if value == 0x3002, !sawStop {
                sawStop = true
                offset += length
                continue
            }
            guard sawStop, value == 0xFF08 || value == 0x28 else { return nil }
            return inside(offset + length, open: value, source)
        }
        return nil
    }

    private static func inside(_ inner: Int, open: UInt32, _ source: SourceBytes) -> Range<Int>? {
        var depth = 1
        var cursor = inner
        while cursor < source.count, cursor - inner < 600 {
            let (scalar, size) = source.scalar(at: cursor)
            if scalar == open { depth += 1 } else if Bracket.closes(scalar, open) { depth -= 1 }
            if depth == 0 {
                let title = source.trimmed(inner..<cursor)
                let rest = source.skipBlanks(cursor + size, source.count)
                let isLast = rest >= source.count || source[rest] == 0x0A || source.scalar(at: rest).value == 0x3002
                guard title.count >= 6, isLast, !source.string(title).hasSuffix("略") else { return nil }
                return title
            }
            cursor += size
        }
        return nil
    }
}
