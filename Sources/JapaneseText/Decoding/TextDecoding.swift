/// Bytes of a document to text.
public enum TextDecoding {
    /// Finds out the encoding and decodes.
    ///
    /// A byte order mark decides; then well-formed UTF-8; otherwise the encoding whose reading of the bytes looks most
    /// like Japanese (see `EncodingDetection`). Bytes that cannot be read become U+FFFD and are counted.
    /// - Complexity: O(n); about memory speed for UTF-8.
    public static func decode(_ bytes: [UInt8]) -> DecodedText {
        bytes.withUnsafeBufferPointer { decode($0) }
    }

    /// Decodes in a given encoding; a byte order mark of that encoding is taken off.
    public static func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> DecodedText {
        bytes.withUnsafeBufferPointer { decode($0, as: encoding) }
    }

    package static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> DecodedText {
        if let (encoding, _) = byteOrderMark(bytes) { return decode(bytes, as: encoding) }
        let binary = EncodingDetection.looksBinary(bytes)
        // The common case first, in one pass: well-formed UTF-8 that is neither UTF-16 nor seven-bit JIS in disguise.
        if let guess = EncodingDetection.guessBeforeUTF8(bytes) { return decode(bytes, guess, binary) }
        if let text = String(validating: bytes, as: UTF8.self) {
            return DecodedText(text: text, encoding: .utf8, confidence: binary ? 0.1 : 1, looksBinary: binary)
        }
        return decode(bytes, EncodingDetection.guessByStatistics(bytes), binary)
    }

    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ guess: EncodingDetection.Guess, _ binary: Bool
    ) -> DecodedText {
        var decoded =
            guess.encoding == .utf8 ? UnicodeDecoding.repairedUTF8(bytes) : decode(bytes, as: guess.encoding)
        let isUTF16 = guess.encoding == .utf16LE || guess.encoding == .utf16BE
        decoded.looksBinary = binary && !isUTF16
        decoded.confidence = decoded.looksBinary ? min(guess.confidence, 0.1) : guess.confidence
        return decoded
    }

    package static func decode(_ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding) -> DecodedText {
        var body = bytes
        var markLength = 0
        if let mark = byteOrderMark(bytes), mark.encoding == encoding {
            markLength = mark.length
            body = UnsafeBufferPointer(rebasing: bytes[markLength...])
        }
        var decoded =
            switch encoding {
            case .utf8: UnicodeDecoding.utf8(body)
            case .utf16LE: UnicodeDecoding.utf16(body, bigEndian: false)
            case .utf16BE: UnicodeDecoding.utf16(body, bigEndian: true)
            case .cp932: JapaneseDecoding.cp932(body)
            case .eucJP: JapaneseDecoding.eucJP(body)
            case .iso2022JP: JapaneseDecoding.iso2022JP(body)
            }
        decoded.hadByteOrderMark = markLength > 0
        decoded.firstBadByte = decoded.firstBadByte.map { $0 + markLength }
        return decoded
    }

    private static func byteOrderMark(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (encoding: TextEncoding, length: Int)? {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
        guard bytes.count >= 2 else { return nil }
        if bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LE, 2) }
        if bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BE, 2) }
        return nil
    }
}
