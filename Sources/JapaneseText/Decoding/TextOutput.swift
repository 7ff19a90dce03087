/// UTF-8 being written by a decoder, with the count of what could not be read.
struct TextOutput {
    private(set) var bytes: [UInt8] = []
    private(set) var replacements = 0
    private(set) var firstBadByte: Int?
    private(set) var firstReplacement: Int?

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    @inline(__always)
    mutating func write(_ value: UInt32) { bytes.append(utf8: value) }

    mutating func write(_ run: Slice<UnsafeBufferPointer<UInt8>>) { bytes.append(contentsOf: run) }

    /// Writes U+FFFD for unreadable bytes that begin at `offset`.
    mutating func replace(at offset: Int) {
        if firstBadByte == nil {
            firstBadByte = offset
            firstReplacement = bytes.count
        }
        replacements += 1
        bytes.append(utf8: 0xFFFD)
    }

    func decoded(_ encoding: TextEncoding) -> DecodedText {
        DecodedText(
            text: String(decoding: bytes, as: UTF8.self), encoding: encoding, replacements: replacements,
            firstBadByte: firstBadByte, firstReplacement: firstReplacement)
    }
}
