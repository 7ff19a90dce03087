/// Finds out the encoding of bytes that carry no mark, by what is well formed and what looks like Japanese.
///
/// A reading is scored over its non-ASCII characters: kana, common punctuation and level-1 kanji are what minutes are
/// made of; half-width katakana, rare kanji and malformed bytes are what a wrong reading gives. No single byte decides:
/// a UTF-8 document with one bad byte reads as UTF-8 with one replacement.
enum EncodingDetection {
    struct Guess {
        var encoding: TextEncoding
        var confidence: Double
    }

    /// Bytes looked at for statistics.
    private static let sampleSize = 1 << 15
    /// Bytes looked at for UTF-16 and for control bytes, which show at once.
    private static let unitSampleSize = 1 << 13

    /// UTF-16 without a mark and ISO-2022-JP, both of which may pass for well-formed UTF-8.
    static func guessBeforeUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess? {
        if let utf16 = utf16(UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, unitSampleSize)])) { return utf16 }
        return isISO2022JP(bytes) ? Guess(encoding: .iso2022JP, confidence: 0.99) : nil
    }

    /// For bytes that are not well-formed UTF-8.
    static func guessByStatistics(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess {
        // Statistics around the first byte beyond ASCII: a long English preface must not hide the text.
        let start = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - 1)
        let window = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + sampleSize)])
        let scores: [(encoding: TextEncoding, score: ReadingScore)] = [
            (.utf8, .utf8(window)), (.cp932, .cp932(window)), (.eucJP, .eucJP(window)),
        ]
        var best = scores[0]
        for candidate in scores.dropFirst() where candidate.score.value > best.score.value { best = candidate }
        let second = scores.filter { $0.encoding != best.encoding }.map(\.score.value).max() ?? 0
        let margin = best.score.value - max(second, 0)
        // Few characters are little evidence, however well they read.
        let evidence = best.score.characters / (best.score.characters + 2)
        let confidence = (best.score.value * 0.5 + margin * 0.6) * evidence
        return Guess(encoding: best.encoding, confidence: max(0.05, min(0.99, confidence)))
    }

    /// Whether the bytes are no text: more than one control byte (other than line ends, tabs, page breaks, escapes) in
    /// two hundred, or a NUL.
    static func looksBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let sample = UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 4 * unitSampleSize)])
        var controls = 0
        var nuls = 0
        for byte in sample where byte < 0x20 || byte == 0x7F {
            switch byte {
            case 0: nuls += 1
            case 0x09...0x0D, 0x1A, 0x1B, 0x0E, 0x0F: break
            default: controls += 1
            }
        }
        return nuls > sample.count / 1000 || (nuls + controls) * 200 > sample.count && nuls + controls > 3
    }

    /// Escape sequences that open a Japanese character set, and next to no byte beyond seven bits.
    ///
    /// Ends early in any other encoding: at the second byte of 80 and up, unless an escape sequence came before.
    private static func isISO2022JP(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var opened = 0
        var high = 0
        for offset in 0..<bytes.count {
            let byte = bytes[offset]
            if byte >= 0x80 {
                high += 1
                if high > opened + 1 { return false }
            } else if byte == 0x1B, offset + 2 < bytes.count {
                switch (bytes[offset + 1], bytes[offset + 2]) {
                case (0x24, 0x40), (0x24, 0x42), (0x24, 0x28), (0x28, 0x49): opened += 1
                default: break
                }
            }
        }
        return opened > 0
    }

    /// UTF-16 without a mark: one of the two byte orders reads as ASCII, kana, kanji and full-width forms almost
    /// throughout, and better than the other. NULs or a good share of kana have to be there, because pairs of small
    /// Latin letters read as kanji too.
    private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess? {
        // Printable ASCII throughout is ASCII, though 0A0B0C would read as kana.
        guard bytes.count >= 4, bytes.contains(where: { $0 >= 0x80 || $0 == 0 }) else { return nil }
        let little = UnitScore(bytes, high: 1, low: 0)
        let big = UnitScore(bytes, high: 0, low: 1)
        let best = little.value > big.value ? little : big
        guard best.plausible > 0.85, best.hasZeros || best.kana > 0.15, abs(little.value - big.value) > 0.15
        else { return nil }
        let confidence = min(0.99, best.plausible * (bytes.count < 16 ? 0.7 : 1))
        return Guess(encoding: little.value > big.value ? .utf16LE : .utf16BE, confidence: confidence)
    }
}
