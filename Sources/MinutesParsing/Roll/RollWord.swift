import JapaneseText
import MinutesModel

/// A word of an attendance list, as the blanks, brackets and separators of the list set it off.
struct RollWord {
    enum Kind: Equatable {
        /// 委員長, 福祉課長: a post and nobody's name in it.
        case post
        /// 平野部長, 晋会長: a name, or the end of one, with the post or the form of address behind it.
        case postedName(name: String, post: String)
        /// 福祉課, 市医師会: where somebody comes from.
        case body
        /// A name or a part of one; anything else that cannot be told apart.
        case name
        /// 担当者２名
        case headCount
        /// オンライン, 途中退席
        case remark
        /// What stands in round brackets, or in others.
        case bracket
        case mark(Character)
        /// `３`, `③`, `５番`; the number counts the entry or is a seat.
        case number(Int, isSeat: Bool)
        /// 、 and others that go on with the group; ／ ends it.
        case separator(endsGroup: Bool)
        case colon
    }

    var text: String
    /// Columns of blank before the word, 0 where it stands right behind the one before.
    var gap: Int
    /// Display column the word begins in.
    var column: Int
    var kind: Kind
    /// A name put together of cells that blanks spread.
    var isWhole = false

    var isName: Bool { kind == .name }

    /// One character, decomposed kana counted as one.
    var isSingle: Bool { text.count == 1 }
}

/// Cuts lines of attendance lists into words.
enum RollLexer {
    /// A hostile line may hold a word every few bytes.
    private static let most = 1500

    /// - Parameters:
    ///   - column: display column the text begins in.
    ///   - dots: ・ separates people in this list.
    /// - Complexity: O(n) in the text, brackets that never close aside: for these it looks ahead `reach` bytes.
    static func words(_ text: String, column: Int, dots: Bool) -> [RollWord] {
        text.withUTF8Bytes { buffer in
            let bytes = SourceBytes(buffer: buffer)
            var words: [RollWord] = []
            var column = column
            var gap = 0
            var offset = 0
            func add(_ range: Range<Int>, _ text: String, _ kind: RollWord.Kind) {
                words.append(RollWord(text: text, gap: gap, column: column, kind: kind))
                column += LineTable.width(of: range, bytes)
                gap = 0
            }
            while offset < bytes.count, words.count < most {
                let next = bytes.skipBlanks(offset, bytes.count)
                if next > offset {
                    let width = LineTable.width(of: offset..<next, bytes)
                    gap += width
                    column += width
                    offset = next
                    continue
                }
                let (value, length) = bytes.scalar(at: offset)
                let isAtStart = gap > 0 || !(words.last.map(\.joinsNext) ?? false)
                if let separator = separator(value, at: offset, length, bytes, gap, dots) {
                    add(offset..<offset + length, "", .separator(endsGroup: separator))
                    offset += length
                    continue
                }
                if isColon(value), !isBetweenDigits(offset, length, bytes) {
                    add(offset..<offset + length, "", .colon)
                    offset += length
                    continue
                }
                if let close = closing(value, from: offset, bytes), !isCorporate(offset..<close, bytes) {
                    let inner = bytes.string(
                        bytes.trimmed(offset + length..<close - (bytes[close - 1] < 0x80 ? 1 : 3)))
                    let number = SpeakerLabel.isNumber(SpeakerLabel.condensed(inner)[...])
                    if number, let count = HeaderFields.count(inner + "人") {
                        add(offset..<close, "", .number(count, isSeat: false))
                    } else {
                        add(offset..<close, inner, .bracket)
                    }
                    offset = close
                    continue
                }
                if isMark(value), isAtStart || value != 0x30FB {
                    let remark = wordEnd(from: bytes.skipBlanks(offset + length, bytes.count), bytes, dots)
                    let note = bytes.string(offset + length..<max(offset + length, remark))
                    let isSign = value == 0x203B || value == 0x2A || value == 0xFF0A
                    if isSign && remark > offset + length && AttendanceReader.isRemark(note)
                        || !words.isEmpty && note.isSeatWord && endsEntry(remark, bytes, dots)
                    {
                        // ※11:00退席, and ※会長 behind the name of who presides
                        add(offset..<remark, note, .remark)
                        offset = remark
                    } else {
                        add(offset..<offset + length, "", .mark(bytes.string(offset..<offset + length).first ?? "○"))
                        offset += length
                    }
                    continue
                }
                if isAtStart, let (number, isSeat, end) = number(from: offset, bytes) {
                    add(offset..<end, "", .number(number, isSeat: isSeat))
                    offset = end
                    continue
                }
                let end = max(wordEnd(from: offset, bytes, dots), offset + length)
                var word = bytes.string(offset..<end)
                // 部長ほか: others came whom nobody names.
                if word.utf8.count > 6, word.ends(in: "ほか") { word = String(word.dropLast(2)) }
                if let other = word.range(ofWord: "ほか"), other.lowerBound > word.startIndex,
                    AttendanceReader.isHeadCount(String(word[other.upperBound...]))
                {
                    // 係長ほか職員２名: somebody, and others who are counted.
                    let head = String(word[..<other.lowerBound])
                    let cut = offset + head.utf8.count
                    add(offset..<cut, head, RollWord.Kind.of(head))
                    add(cut..<end, String(word[other.upperBound...]), .headCount)
                    offset = end
                    continue
                }
                if word.begins(with: "は"), gap == 0, words.last?.kind == .bracket, RollDraft.saysAbsent(word) {
                    // 山田（町会）は都合により不参加
                    add(offset..<end, "欠席", .remark)
                    offset = end
                    continue
                }
                if let particle = word.range(ofWord: "は"), particle.lowerBound > word.startIndex,
                    case let rest = String(word[particle.upperBound...]), AttendanceReader.isRemark(rest)
                {
                    // ※山田　太郎は欠席
                    let head = String(word[..<particle.lowerBound])
                    let cut = offset + head.utf8.count
                    add(offset..<cut, head, RollWord.Kind.of(head))
                    add(cut..<end, rest, .remark)
                    offset = end
                    continue
                }
                add(offset..<end, word, RollWord.Kind.of(word))
                offset = end
            }
            return words
        }
    }

    // MARK: What ends a word

    private static func wordEnd(from start: Int, _ bytes: SourceBytes, _ dots: Bool) -> Int {
        var offset = start
        while offset < bytes.count, bytes.blank(at: offset) == 0 {
            let (value, length) = bytes.scalar(at: offset)
            if separator(value, at: offset, length, bytes, 0, dots) != nil { break }
            if isColon(value), !isBetweenDigits(offset, length, bytes) { break }
            if isMark(value), value != 0x30FB, value != 0x3007, offset > start { break }
            if let close = closing(value, from: offset, bytes) {
                guard isCorporate(offset..<close, bytes) else { break }
                offset = close
                continue
            }
            offset += length
        }
        return offset
    }

    /// Whether nothing of an entry follows: the line ends, or another begins.
    private static func endsEntry(_ offset: Int, _ bytes: SourceBytes, _ dots: Bool) -> Bool {
        guard offset < bytes.count else { return true }
        let (value, length) = bytes.scalar(at: offset)
        return separator(value, at: offset, length, bytes, 0, dots) != nil
    }

    /// `nil` for no separator, else whether the group ends with it.
    private static func separator(
        _ value: UInt32, at offset: Int, _ length: Int, _ bytes: SourceBytes, _ gap: Int, _ dots: Bool
    ) -> Bool? {
        switch value {
        case 0x3001, 0xFF0C, 0x2C, 0xFF64: return false  // 、，,
        case 0xFF1B, 0x3B, 0xFF0F: return true  // ；／
        case 0x2F:
            let isOpen = offset + length >= bytes.count || bytes.blank(at: offset + length) > 0
            return gap > 0 || isOpen ? true : nil
        case 0x30FB, 0xFF65: return dots ? false : nil
        case 0x3002: return true
        default: return nil
        }
    }

    private static func isColon(_ value: UInt32) -> Bool { value == 0xFF1A || value == 0x3A }

    private static func isBetweenDigits(_ offset: Int, _ length: Int, _ bytes: SourceBytes) -> Bool {
        guard offset > 0, offset + length < bytes.count else { return false }
        return isDigit(bytes.scalar(before: offset, after: 0)) && isDigit(bytes.scalar(at: offset + length).value)
    }

    private static func isDigit(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
    }

    private static func isMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x25CB, 0x25EF, 0x3007, 0x25CF, 0x25CE, 0x25C7, 0x25C6, 0x25B3, 0x25B2, 0x25BD, 0x25BC, 0x25A1, 0x25A0,
            0x2605, 0x2606, 0x203B, 0x2A, 0xFF0A, 0x30FB, 0xD7, 0x2713, 0x2714:
            true
        default: false
        }
    }

    // MARK: Brackets

    /// How far a bracket may be from the one that closes it, in bytes.
    private static let reach = 400

    /// One past the bracket that closes the one at an offset.
    private static func closing(_ value: UInt32, from offset: Int, _ bytes: SourceBytes) -> Int? {
        guard Bracket.closing(of: value) != nil else { return nil }
        var depth = 0
        var place = offset
        while place < bytes.count, place - offset < reach {
            let (next, length) = bytes.scalar(at: place)
            if next == value { depth += 1 }
            place += length
            if Bracket.closes(next, value) {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }

    /// （株）, （一社）: part of the name of a body.
    private static func isCorporate(_ range: Range<Int>, _ bytes: SourceBytes) -> Bool {
        guard range.count <= 18 else { return false }
        return corporate.contains(bytes.condensed(range).trimmingCharacters("（）()"))
    }

    private static let corporate: Set<String> = [
        "株", "有", "資", "名", "合", "一社", "一財", "公社", "公財", "社", "財", "福", "社福", "特非", "医", "学", "宗", "独", "地独", "ＮＰＯ",
        "NPO",
        "農", "生協", "協", "同",
    ]

    // MARK: Numbers

    private static func number(from start: Int, _ bytes: SourceBytes) -> (Int, isSeat: Bool, end: Int)? {
        let (first, length) = bytes.scalar(at: start)
        // ① to ⑳, ⑴ to ⒇
        if (0x2460...0x2473).contains(first) { return (Int(first) - 0x245F, false, start + length) }
        if (0x2474...0x2487).contains(first) { return (Int(first) - 0x2473, false, start + length) }
        var offset = start
        var number = 0
        while offset < bytes.count, offset - start < 12 {
            let (value, length) = bytes.scalar(at: offset)
            guard isDigit(value) else { break }
            number = number * 10 + Int(value >= 0xFF10 ? value - 0xFF10 : value - 0x30)
            offset += length
        }
        guard offset > start, offset < bytes.count, number > 0 else { return nil }
        let (next, size) = bytes.scalar(at: offset)
        if bytes.blank(at: offset) > 0 { return (number, false, offset) }
        switch next {
        case 0x2E, 0xFF0E, 0x29, 0xFF09: return (number, false, offset + size)
        case 0x756A:  // 番
            let behind = offset + size
            let isLabel =
                bytes.starts(with: "委員", at: behind, before: bytes.count)
                || bytes.starts(with: "議員", at: behind, before: bytes.count)
            return isLabel ? nil : (number, true, behind)
        default: return isCounter(next) || next < 0x3041 ? nil : (number, false, offset)
        }
    }

    /// 号班組区期名人年月日時分階校丁級次度項戸世回
    private static func isCounter(_ value: UInt32) -> Bool {
        switch value {
        case 0x53F7, 0x73ED, 0x7D44, 0x533A, 0x671F, 0x540D, 0x4EBA, 0x5E74, 0x6708, 0x65E5, 0x6642, 0x5206, 0x968E,
            0x6821, 0x4E01, 0x7D1A, 0x6B21, 0x5EA6, 0x9805, 0x6238, 0x4E16, 0x56DE:
            true
        default: false
        }
    }
}

extension RollWord {
    /// Whether what stands right behind is no beginning of its own.
    fileprivate var joinsNext: Bool {
        switch kind {
        case .separator, .colon, .mark, .number, .bracket: false
        default: true
        }
    }
}
