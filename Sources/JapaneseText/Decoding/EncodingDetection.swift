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
    private static let sampleSize = 1 << 18

    /// UTF-16 without a mark and ISO-2022-JP, both of which may pass for well-formed UTF-8.
    static func guessBeforeUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess? {
        if let utf16 = utf16(UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, sampleSize)])) { return utf16 }
        return isISO2022JP(bytes) ? Guess(encoding: .iso2022JP, confidence: 0.99) : nil
    }

    /// For bytes that are not well-formed UTF-8.
    static func guessByStatistics(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess {
        // Statistics around the first byte beyond ASCII: a long English preface must not hide the text.
        let start = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - 1)
        let window = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + sampleSize)])
        let scores: [(encoding: TextEncoding, score: Double)] = [
            (.utf8, ReadingScore.utf8(window).value),
            (.cp932, ReadingScore.cp932(window).value),
            (.eucJP, ReadingScore.eucJP(window).value),
        ]
        var best = scores[0]
        for candidate in scores.dropFirst() where candidate.score > best.score { best = candidate }
        let second = scores.filter { $0.encoding != best.encoding }.map(\.score).max() ?? 0
        let margin = best.score - max(second, 0)
        return Guess(encoding: best.encoding, confidence: max(0.05, min(0.99, best.score * 0.5 + margin * 0.6)))
    }

    /// Whether the bytes are no text: more than one control byte (other than line ends, tabs, page breaks, escapes) in
    /// two hundred, or a NUL.
    static func looksBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let sample = bytes[..<min(bytes.count, sampleSize)]
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
    /// throughout, the other does not.
    private static func utf16(_ bytes: UnsafeBufferPointer<UInt8>) -> Guess? {
        guard bytes.count >= 4, bytes.contains(0) else { return nil }
        let little = plausibleUnits(bytes, high: 1, low: 0)
        let big = plausibleUnits(bytes, high: 0, low: 1)
        let best = max(little, big)
        guard best > 0.9, abs(little - big) > 0.3 else { return nil }
        return Guess(encoding: little > big ? .utf16LE : .utf16BE, confidence: min(0.99, best))
    }

    private static func plausibleUnits(_ bytes: UnsafeBufferPointer<UInt8>, high: Int, low: Int) -> Double {
        var plausible = 0
        var units = 0
        var offset = 0
        while offset + 1 < bytes.count {
            let unit = UInt16(bytes[offset + high]) << 8 | UInt16(bytes[offset + low])
            switch unit {
            case 0x09...0x0D, 0x20...0x7E, 0x2000...0x206F, 0x2460...0x24FF, 0x25A0...0x25FF, 0x3000...0x30FF,
                0x3200...0x32FF, 0x4E00...0x9FFF, 0xFF01...0xFF9F:
                plausible += 1
            default: break
            }
            units += 1
            offset += 2
        }
        return units == 0 ? 0 : Double(plausible) / Double(units)
    }
}

/// How much a reading of bytes in one encoding looks like Japanese text.
struct ReadingScore {
    private var likely = 0.0
    private var characters = 0.0
    private var malformed = 0.0

    /// At most 1; negative when malformed bytes prevail.
    var value: Double {
        let all = characters + malformed
        return all == 0 ? 0 : (likely - 2 * malformed) / all
    }

    /// A character by JIS row (1–120).
    private mutating func count(row: Int, assigned: Bool) {
        guard assigned else {
            malformed += 1
            return
        }
        characters += 1
        switch row {
        case 4, 5, 1: likely += 1
        case 3: likely += 1
        case 16...47: likely += 0.9
        case 13, 2: likely += 0.6
        case 48...84: likely += 0.2
        case 115...119: likely += 0.3
        default: break
        }
    }

    static func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> ReadingScore {
        var score = ReadingScore()
        var offset = 0
        while offset < bytes.count {
            let length = UTF8Sequence.length(in: bytes, at: offset)
            if length < 0 {
                // What the window or a lost tail cut off at the very end is not held against the reading.
                if offset - length < bytes.count { score.malformed += 1 }
            } else if length > 1 {
                // A well-formed sequence of three bytes is hardly ever an accident.
                score.characters += 1
                score.likely += length >= 3 ? 1 : 0.5
            }
            offset += abs(length)
        }
        return score
    }

    static func cp932(_ bytes: UnsafeBufferPointer<UInt8>) -> ReadingScore {
        var score = ReadingScore()
        let table = KanjiTable.windows
        var offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            offset += 1
            switch lead {
            case 0..<0x80: continue
            case 0xA1...0xDF:
                score.characters += 1
                score.likely += 0.1
            case 0x81...0x9F, 0xE0...0xFC:
                guard offset < bytes.count else { continue }
                let trail = bytes[offset]
                guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else {
                    score.malformed += 1
                    continue
                }
                offset += 1
                if lead >= 0xF0, lead <= 0xF9 {
                    score.characters += 1
                    continue
                }
                let index = (Int(lead) - (lead > 0x9F ? 0xC1 : 0x81)) * 188 + Int(trail) - (trail > 0x7F ? 0x41 : 0x40)
                score.count(row: index / 94 + 1, assigned: table[index] != 0)
            default: score.malformed += 1
            }
        }
        return score
    }

    static func eucJP(_ bytes: UnsafeBufferPointer<UInt8>) -> ReadingScore {
        var score = ReadingScore()
        let table = KanjiTable.windows
        var offset = 0
        while offset < bytes.count {
            let lead = bytes[offset]
            offset += 1
            if lead < 0x80 { continue }
            guard offset < bytes.count else { break }
            let trail = bytes[offset]
            if lead == 0x8E, (0xA1...0xDF).contains(trail) {
                score.characters += 1
                score.likely += 0.1
                offset += 1
            } else if lead == 0x8F, trail >= 0xA1, offset + 1 < bytes.count, bytes[offset + 1] >= 0xA1 {
                score.characters += 1
                score.likely += 0.1
                offset += 2
            } else if lead >= 0xA1, lead < 0xFF, trail >= 0xA1, trail < 0xFF {
                let index = (Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1
                score.count(row: index / 94 + 1, assigned: table[index] != 0)
                offset += 1
            } else {
                score.malformed += 1
            }
        }
        return score
    }
}
