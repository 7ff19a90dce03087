/// Cuts HTML or XML into tags and text. Takes whatever comes: nothing in the input is an error.
///
/// - Complexity: every byte is looked at a bounded number of times, for any input.
struct MarkupTokenizer {
    enum Token {
        /// Text as it stands, character references not yet read.
        case text(Range<Int>)
        /// What stands in `<![CDATA[…]]>`: text without references.
        case cdata(Range<Int>)
        case start(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
        case end(name: Range<Int>)
        /// `<!DOCTYPE …>` and other declarations.
        case declaration(Range<Int>)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next token; `nil` at the end. Comments and processing instructions are passed over.
    mutating func next() -> Token? {
        while offset < bytes.count {
            let start = offset
            if bytes[start] != 0x3C {
                skipText()
                return .text(start..<offset)
            }
            guard start + 1 < bytes.count else {
                offset = bytes.count
                return .text(start..<offset)
            }
            switch bytes[start + 1] {
            case 0x21:  // !
                if bytes.matches("<!--", at: start) {
                    // <!--> and <!---> are whole comments to a browser.
                    if bytes.matches(">", at: start + 4) || bytes.matches("->", at: start + 4) {
                        offset = start + (bytes[start + 4] == 0x3E ? 5 : 6)
                    } else {
                        offset = end(of: "-->", from: start + 4)
                    }
                    continue
                }
                if bytes.matches("<![CDATA[", at: start) {
                    let close = place(of: "]]>", from: start + 9)
                    offset = min(bytes.count, close + 3)
                    return .cdata(start + 9..<max(start + 9, close))
                }
                offset = end(of: ">", from: start + 2)
                return .declaration(start..<offset)
            case 0x3F:  // ?
                offset = end(of: ">", from: start + 2)
                continue
            case 0x2F:
                guard start + 2 < bytes.count, bytes[start + 2].isASCIILetter else {
                    // </ and no name: a comment to a browser.
                    offset = end(of: ">", from: start + 2)
                    continue
                }
                let name = name(from: start + 2)
                offset = end(of: ">", from: name.upperBound)
                return .end(name: name)
            case let byte where byte.isASCIILetter:
                let name = name(from: start + 1)
                return tag(name)
            default:
                offset = start + 1
                skipText()
                return .text(start..<offset)
            }
        }
        return nil
    }

    /// Passes over everything up to the end tag of that name, as the content of `<script>` is passed over.
    /// - Returns: what was passed over.
    mutating func skipRaw(until name: Range<Int>) -> Range<Int> {
        let start = offset
        while offset < bytes.count {
            if bytes[offset] == 0x3C, offset + 2 + name.count <= bytes.count, bytes[offset + 1] == 0x2F,
                isSameName(offset + 2, name)
            {
                let content = start..<offset
                offset = end(of: ">", from: offset + 2 + name.count)
                return content
            }
            offset += 1
        }
        return start..<offset
    }

    private func isSameName(_ place: Int, _ name: Range<Int>) -> Bool {
        for index in 0..<name.count where bytes[place + index] | 0x20 != bytes[name.lowerBound + index] | 0x20 {
            return false
        }
        let after = place + name.count
        return after >= bytes.count || !bytes[after].isASCIILetter
    }

    private mutating func skipText() {
        while offset < bytes.count, bytes[offset] != 0x3C { offset += 1 }
    }

    private func name(from start: Int) -> Range<Int> {
        var end = start
        while end < bytes.count, !bytes[end].isMarkupBlank, bytes[end] != 0x3E, bytes[end] != 0x2F { end += 1 }
        return start..<end
    }

    /// The attributes end at the first `>` outside of quotes.
    private mutating func tag(_ name: Range<Int>) -> Token {
        var cursor = name.upperBound
        var isValue = false
        while cursor < bytes.count, bytes[cursor] != 0x3E {
            let byte = bytes[cursor]
            if isValue, byte == 0x22 || byte == 0x27 {
                var close = cursor + 1
                while close < bytes.count, bytes[close] != byte { close += 1 }
                cursor = close
                isValue = false
            } else if byte == 0x3D {
                isValue = true
            } else if !byte.isMarkupBlank {
                isValue = false
            }
            cursor += 1
        }
        let end = min(cursor, bytes.count)
        offset = min(bytes.count, cursor + 1)
        let isEmpty = end > name.upperBound && bytes[end - 1] == 0x2F
        return .start(name: name, attributes: name.upperBound..<(isEmpty ? end - 1 : end), isEmpty: isEmpty)
    }

    /// Where a short string next stands, or the end.
    private func place(of text: StaticString, from start: Int) -> Int {
        var cursor = start
        let first = text.utf8Start.pointee
        while cursor < bytes.count {
            if bytes[cursor] == first, bytes.matches(text, at: cursor) { return cursor }
            cursor += 1
        }
        return bytes.count
    }

    private func end(of text: StaticString, from start: Int) -> Int {
        min(bytes.count, place(of: text, from: start) + text.utf8CodeUnitCount)
    }
}

extension UnsafeBufferPointer<UInt8> {
    @inline(__always)
    func matches(_ text: StaticString, at offset: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard offset >= 0, offset + length <= count else { return false }
        for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: self[range]), as: UTF8.self)
    }

    /// The name of a tag in small letters; empty for one longer than any known.
    func tagName(_ range: Range<Int>) -> String {
        range.count > 16 ? "" : string(range).lowercased()
    }

    /// The value of an attribute, references as they stand; `nil` when it is not there, empty when it has no value.
    /// - Complexity: O(length of the attributes).
    func attribute(_ wanted: StaticString, in range: Range<Int>) -> Range<Int>? {
        var cursor = range.lowerBound
        let end = range.upperBound
        while cursor < end {
            while cursor < end, self[cursor].isMarkupBlank || self[cursor] == 0x2F { cursor += 1 }
            let nameStart = cursor
            while cursor < end, !self[cursor].isMarkupBlank, self[cursor] != 0x3D, self[cursor] != 0x2F { cursor += 1 }
            let name = nameStart..<cursor
            while cursor < end, self[cursor].isMarkupBlank { cursor += 1 }
            var value = cursor..<cursor
            if cursor < end, self[cursor] == 0x3D {
                cursor += 1
                while cursor < end, self[cursor].isMarkupBlank { cursor += 1 }
                if cursor < end, self[cursor] == 0x22 || self[cursor] == 0x27 {
                    let quote = self[cursor]
                    let start = cursor + 1
                    cursor = start
                    while cursor < end, self[cursor] != quote { cursor += 1 }
                    value = start..<cursor
                    cursor = Swift.min(end, cursor + 1)
                } else {
                    let start = cursor
                    while cursor < end, !self[cursor].isMarkupBlank { cursor += 1 }
                    value = start..<cursor
                }
            }
            if name.count == wanted.utf8CodeUnitCount,
                name.indices.allSatisfy({ self[$0] | 0x20 == wanted.utf8Start[$0 - nameStart] | 0x20 })
            {
                return value
            }
            if name.isEmpty, value.isEmpty { cursor += 1 }
        }
        return nil
    }
}

extension UInt8 {
    @inline(__always) var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
    @inline(__always) var isMarkupBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
