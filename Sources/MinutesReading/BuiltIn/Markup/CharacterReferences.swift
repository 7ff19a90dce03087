/// Reads character references: `&amp;` `&#12354;` `&#x3042;`.
enum CharacterReferences {
    /// Longest name that is looked up; what is longer is text.
    private static let longestName = 10

    /// Appends text with its references read. What is no reference stays as it stands.
    /// - Complexity: O(length).
    static func append(
        _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8], isXML: Bool = false
    ) {
        var cursor = range.lowerBound
        while cursor < range.upperBound {
            if bytes[cursor] == 0x26, let (value, end) = reference(at: cursor, before: range.upperBound, bytes, isXML) {
                append(value, to: &text)
                cursor = end
                continue
            }
            text.append(bytes[cursor])
            cursor += 1
        }
    }

    static func string(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, isXML: Bool = false) -> String {
        var text: [UInt8] = []
        append(range, of: bytes, to: &text, isXML: isXML)
        return String(decoding: text, as: UTF8.self)
    }

    /// The character referred to at `&`, and where the reference ends.
    static func reference(
        at start: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ isXML: Bool = false
    ) -> (value: UInt32, end: Int)? {
        var cursor = start + 1
        guard cursor < end else { return nil }
        if bytes[cursor] == 0x23 { return number(at: cursor + 1, before: end, bytes) }
        let nameStart = cursor
        while cursor < end, cursor - nameStart <= longestName,
            bytes[cursor].isASCIILetter || (0x30...0x39).contains(bytes[cursor])
        {
            cursor += 1
        }
        guard cursor > nameStart else { return nil }
        let name = bytes.string(nameStart..<cursor)
        if cursor < end, bytes[cursor] == 0x3B {
            let isKnown = !isXML || ["amp", "lt", "gt", "quot", "apos"].contains(name)
            guard isKnown, let value = NamedCharacters.character(name) else { return nil }
            return (value, cursor + 1)
        }
        // These few are read without the semicolon too.
        guard !isXML, ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "yen"].contains(name) else { return nil }
        return NamedCharacters.character(name).map { ($0, cursor) }
    }

    private static func number(
        at start: Int, before end: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (value: UInt32, end: Int)? {
        var cursor = start
        let isHexadecimal = cursor < end && bytes[cursor] | 0x20 == 0x78
        if isHexadecimal { cursor += 1 }
        let first = cursor
        var value: UInt32 = 0
        while cursor < end {
            let byte = bytes[cursor]
            let digit: UInt32
            switch byte {
            case 0x30...0x39: digit = UInt32(byte) - 0x30
            case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: digit = UInt32(byte | 0x20) - 0x57
            default:
                guard cursor > first else { return nil }
                return (sound(value), byte == 0x3B ? cursor + 1 : cursor)
            }
            // Beyond Unicode stays beyond Unicode.
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            cursor += 1
        }
        return cursor > first ? (sound(value), cursor) : nil
    }

    /// What Windows wrote as 0x80…0x9F, and U+FFFD for what is no character.
    private static func sound(_ value: UInt32) -> UInt32 {
        if (0x80...0x9F).contains(value) { return windows[Int(value - 0x80)] }
        return value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value
    }

    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func append(_ value: UInt32, to text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return text.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        text.append(contentsOf: UTF8.encode(scalar)!)
    }
}
