import MinutesModel

/// How a document sets off the start of a turn.
package struct TurnShape: Hashable, Sendable, Comparable, CustomStringConvertible {
    package typealias Kind = TurnLayout.Shape

    package var kind: Kind
    /// The mark, delimiter or opening bracket; 0 where the shape has none.
    package var scalar: UInt32

    package var description: String {
        let character = Unicode.Scalar(scalar).map { String(Character($0)) } ?? ""
        return switch kind {
        case .mark: "記号「\(character)」＋発言者"
        case .delimiter: "発言者＋「\(character)」"
        case .bracket: "「\(character)」で囲んだ発言者"
        case .bare: "発言者だけの行"
        case .gap: "発言者＋空白"
        case .quote: "発言者＋「」"
        case .trailing: "文末の「\(character)」に発言者"
        case .stamp: "時刻＋発言者"
        case .numbered: "番号＋発言者"
        case .point: "記号「\(character)」だけ（発言者名なし）"
        case .announced: "「発言者\(character)」の後に発言者"
        }
    }

    package static func < (left: TurnShape, right: TurnShape) -> Bool {
        (left.kind.rank, left.scalar) < (right.kind.rank, right.scalar)
    }

    package static func == (left: TurnShape, right: TurnShape) -> Bool {
        left.scalar == right.scalar && left.kind == right.kind
    }

    package func hash(into hasher: inout Hasher) {
        // Not by its name, which a layout file writes.
        hasher.combine(kind.rank)
        hasher.combine(scalar)
    }
}

extension TurnLayout.Shape {
    /// Place among the shapes, in the order in which they are told.
    var rank: Int {
        switch self {
        case .mark: 0
        case .delimiter: 1
        case .bracket: 2
        case .bare: 3
        case .gap: 4
        case .quote: 5
        case .trailing: 6
        case .stamp: 7
        case .numbered: 8
        case .announced: 9
        case .point: 10
        }
    }

    /// A label that proves nothing says nothing of this shape: any short line, any words before a blank have it.
    var needsProof: Bool {
        switch self {
        case .gap, .bare, .quote, .trailing: true
        case .mark, .delimiter, .bracket, .stamp, .numbered, .announced, .point: false
        }
    }
}

/// A line that can be read as the start of a turn.
struct TurnCandidate {
    /// Index into the line table.
    var line: Int
    var shape: TurnShape
    /// The label without mark, delimiter and outer brackets of the bracket shape.
    var label: Range<Int>
    /// Where the text starts on the line; the end of the ink when it starts on the next one.
    var textStart: Int
    /// Index into the label table.
    var labelIndex: Int
    /// It was found by its shape alone, once labels beyond doubt had shown that shape to begin turns.
    var isFilled = false
}

enum TurnMarks {
    /// Circles, squares, triangles, stars and bullets that begin turns. Bullets need a label beyond doubt.
    @inline(__always) static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x25A0...0x25FF, 0x3007, 0x2605, 0x2606, 0x203B, 0x2B55, 0x26AA, 0x26AB, 0x3013, 0x274D: true
        case 0x2B24, 0x29BF, 0x2022, 0x30FB, 0xFF65, 0x2023, 0x25E6: true
        case 0x2D, 0x2A, 0x23, 0x3E, 0x2B, 0xFF0A, 0xFF1E: true
        case 0x2014, 0x2015, 0x2500, 0x2501, 0xFF0D, 0x40, 0xFF20, 0xFF03, 0xFF06, 0xA7, 0xB6, 0x2020, 0x2021: true
        // Arrows, signs and ornaments; ➀…➓ are numbers.
        case 0x2190...0x21FF, 0x2600...0x2775, 0x2794...0x27BF, 0x2B00...0x2BFF: true
        default: false
        }
    }

    /// Marks and blanks and nothing else.
    static func isOrnament(_ ink: Range<Int>, _ bytes: SourceBytes) -> Bool {
        var offset = ink.lowerBound
        while offset < ink.upperBound {
            let blank = bytes.blank(at: offset)
            let (value, length) = bytes.scalar(at: offset)
            guard blank > 0 || isMark(value) else { return false }
            offset += max(blank, length)
        }
        return true
    }

    @inline(__always) static func isArrow(_ value: UInt32) -> Bool {
        switch value {
        case 0x2192, 0x21D2, 0x21E8, 0x27A1, 0x2794...0x27BE: true
        default: false
        }
    }

    @inline(__always) static func isBullet(_ value: UInt32) -> Bool {
        switch value {
        case 0x2190...0x21FF, 0x2794...0x27BF: true
        case 0x2014, 0x2015, 0x2500, 0x2501, 0xFF0D, 0x40, 0xFF20, 0xFF03, 0xFF06, 0xA7, 0xB6, 0x2020, 0x2021: true
        case 0x2713...0x2718: true
        case 0x2022, 0x30FB, 0xFF65, 0x2023, 0x25E6, 0x2D, 0x2A, 0x23, 0x3E, 0x2B, 0xFF0A, 0x203B, 0xFF1E: true
        default: false
        }
    }

    /// ○ 〇 ◯ and the other open circles are one mark to the eye.
    static func family(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x3007, 0x25EF, 0x2B55, 0x26AA, 0x274D: 0x25CB
        case 0x26AB, 0x2B24: 0x25CF
        default: value
        }
    }

    /// Characters between a label and its text.
    @inline(__always) static func isDelimiter(_ value: UInt32) -> Bool {
        switch value {
        case 0x3A, 0xFF1A, 0xFE13, 0x3B, 0xFF1B, 0x2192, 0xFF1E, 0xFF0F, 0x2236, 0xA789, 0xFF5C, 0x7C: true
        case 0x2502, 0x2503, 0x3E: true
        default: false
        }
    }

    /// Signs that stand for a colon where they follow a label beyond doubt.
    @inline(__always) static func isRareDelimiter(_ value: UInt32) -> Bool {
        switch value {
        case 0x3D, 0xFF1D, 0x2014, 0x2015, 0x2500, 0x2501, 0x2013, 0x2025, 0x2026, 0x2D, 0xFF0D, 0x2212: true
        case 0x21D2, 0x25B6, 0x25B7, 0x25BA, 0x2F, 0xFF5E, 0x301C: true
        default: false
        }
    }
}
