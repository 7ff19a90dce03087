/// The longest beginning of a text that stands in another, whole characters only, where it is worth naming.
private struct CommonStart {
    private static let shortest = 12

    var start = 0
    var length = 0

    init?(_ text: UnsafeBufferPointer<UInt8>, in other: UnsafeBufferPointer<UInt8>) {
        guard text.count >= Self.shortest, other.count >= Self.shortest else { return nil }
        let (raw, rawOther) = (UnsafeRawBufferPointer(text), UnsafeRawBufferPointer(other))
        let first = raw.loadUnaligned(as: UInt64.self)
        for place in 0...other.count - 8 where rawOther.loadUnaligned(fromByteOffset: place, as: UInt64.self) == first {
            var same = 8
            while same < text.count, place + same < other.count, text[same] == other[place + same] { same += 1 }
            if same > length { (start, length) = (place, same) }
            if same == text.count { break }
        }
        while length > 0, length < text.count, text[length] & 0xC0 == 0x80 { length -= 1 }
        if length < Self.shortest { return nil }
    }
}

extension WordCodes {
    /// Names a text that may begin with words of a quote and then go its own way: 0, where in the quote, how many
    /// bytes, and the rest; or its code.
    mutating func write(
        _ value: String, cutFrom quote: UnsafeBufferPointer<UInt8>, to column: inout ColumnWriter
    ) {
        var value = value
        let cut = value.withUTF8 { CommonStart($0, in: quote) }
        guard let cut else { return column.add(code(value)) }
        column.add(0)
        column.add(cut.start)
        column.add(cut.length)
        column.add(
            cut.length == value.utf8.count
                ? 0 : code(String(decoding: value.utf8.dropFirst(cut.length), as: UTF8.self)))
    }
}

extension WordCodeReader {
    /// Reads what `write(_:cutFrom:to:)` wrote.
    mutating func text(_ column: inout ColumnReader, cutFrom quote: String) throws(RecordFileError) -> String {
        let code = try column.number()
        if code != 0 { return try text(code) ?? "" }
        let (start, length) = (try column.number(), try column.number())
        let bytes = quote.utf8
        guard start >= 0, length >= 0, start <= bytes.count, length <= bytes.count - start else {
            throw .damaged("引用の位置が合いません")
        }
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        let cut = String(decoding: bytes[from..<bytes.index(from, offsetBy: length)], as: UTF8.self)
        return try textIfAny(&column).map { cut + $0 } ?? cut
    }
}
