/// Text of XML as characters: entities resolved, white space other than blanks made blanks.
enum XMLText {
    /// - Throws: `XMLProblem.unknownEntity` for anything but the five of XML and numbers of characters XML allows.
    static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isCharacterData: Bool = false, to text: inout [UInt8]
    ) throws(XMLProblem) {
        var start = range.lowerBound
        var offset = start
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte >= 0x20, byte != 0x26 {
                offset &+= 1
                continue
            }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
            if byte == 0x26, !isCharacterData {
                offset = try appendEntity(bytes, offset, range.upperBound, to: &text)
            } else {
                // Line ends and tabs in the source are layout of the XML; others have no place there at all.
                text.append(byte == 0x26 ? byte : 0x20)
                offset += 1
            }
            start = offset
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
    }

    private static func appendEntity(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, to text: inout [UInt8]
    ) throws(XMLProblem) -> Int {
        var close = start + 1
        while close < end, close - start <= 12, bytes[close] != 0x3B { close += 1 }
        guard close < end, bytes[close] == 0x3B else { throw .unknownEntity(offset: start) }
        let name = bytes[start + 1..<close]
        if name.first == 0x23 {
            guard let scalar = scalar(name.dropFirst()) else { throw .unknownEntity(offset: start) }
            if scalar.value < 0x20 { text.append(0x20) } else { text.append(contentsOf: UTF8.encode(scalar)!) }
        } else if let byte = named.first(where: { name.elementsEqual($0.name.utf8) })?.byte {
            text.append(byte)
        } else {
            throw .unknownEntity(offset: start)
        }
        return close + 1
    }

    private static let named: [(name: String, byte: UInt8)] = [
        ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
    ]

    private static func scalar(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        let isHex = digits.first == 0x78
        let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
        guard text.utf8.first.map({ $0 != 0x2B && $0 != 0x2D }) == true,
            let value = UInt32(text, radix: isHex ? 16 : 10)
        else { return nil }
        // XML 1.0, production 2.
        guard value >= 0x20 || value == 9 || value == 10 || value == 13, value != 0xFFFE, value != 0xFFFF else {
            return nil
        }
        return Unicode.Scalar(value)
    }
}
