/// UTF-8 and UTF-16.
enum UnicodeDecoding {
    static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        if let text = String(validating: bytes, as: UTF8.self) { return DecodedText(text: text, encoding: .utf8) }
        return repairedUTF8(bytes)
    }

    /// Well-formed runs copied, each longest beginning of a well-formed sequence replaced by one U+FFFD.
    static func repairedUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        var output = TextOutput(inputCount: bytes.count)
        var offset = 0
        var good = 0
        while offset < bytes.count {
            let length = UTF8Sequence.length(in: bytes, at: offset)
            if length > 0 {
                offset += length
                continue
            }
            output.write(bytes[good..<offset])
            output.replace(at: offset)
            offset += -length
            good = offset
        }
        output.write(bytes[good..<offset])
        return output.decoded(.utf8)
    }

    static func utf16(_ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool) -> DecodedText {
        var output = TextOutput(inputCount: bytes.count)
        let (high, low) = bigEndian ? (0, 1) : (1, 0)
        func unit(_ offset: Int) -> UInt32 { UInt32(bytes[offset + high]) << 8 | UInt32(bytes[offset + low]) }
        var offset = 0
        while offset + 1 < bytes.count {
            let first = unit(offset)
            if first & 0xF800 != 0xD800 {
                output.write(first)
                offset += 2
                continue
            }
            if first < 0xDC00, offset + 3 < bytes.count {
                let second = unit(offset + 2)
                if second & 0xFC00 == 0xDC00 {
                    output.write(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
                    offset += 4
                    continue
                }
            }
            output.replace(at: offset)
            offset += 2
        }
        if offset < bytes.count { output.replace(at: offset) }
        return output.decoded(bigEndian ? .utf16BE : .utf16LE)
    }
}

/// Well-formed UTF-8 sequences, after table 3-7 of the Unicode Standard.
enum UTF8Sequence {
    /// Length of the well-formed sequence at `offset`, or minus the number of bytes that one U+FFFD stands for
    /// (the longest beginning of a well-formed sequence, at least one byte).
    @inline(__always)
    static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        let first = bytes[offset]
        if first < 0x80 { return 1 }
        let wanted: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF:
            wanted = 3
            if first == 0xE0 { lowest = 0xA0 }
            if first == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            wanted = 4
            if first == 0xF0 { lowest = 0x90 }
            if first == 0xF4 { highest = 0x8F }
        default: return -1
        }
        var length = 1
        while length < wanted {
            guard offset + length < bytes.count else { return -length }
            let byte = bytes[offset + length]
            guard byte >= lowest, byte <= highest else { return -length }
            lowest = 0x80
            highest = 0xBF
            length += 1
        }
        return length
    }
}
