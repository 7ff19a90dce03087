/// Rows as ClickHouse's format RowBinary has them: no signs, so that nothing in a text can be taken for one.
struct RowBinary {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            appendLength(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func append(_ texts: [String]) {
        appendLength(texts.count)
        for text in texts { append(text) }
    }

    /// Little-endian, as wide as its type.
    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Seven bits a byte, the low ones first.
    private mutating func appendLength(_ length: Int) {
        var rest = length
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
