/// How much a reading of bytes in one encoding looks like Japanese text.
struct ReadingScore {
    private var likely = 0.0
    /// Characters beyond ASCII that could be read.
    private(set) var characters = 0.0
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
