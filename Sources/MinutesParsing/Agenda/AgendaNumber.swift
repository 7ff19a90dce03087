import JapaneseText

/// A number at the start of a line, in one of the styles agendas are printed in.
struct AgendaNumber {
    /// Styles from the outer to the inner level as they are usually nested.
    enum Style: Int, Comparable, Hashable {
        /// 日程第１, 議題１, 議案第１号, 案件１
        case word
        /// 第１, 第１章
        case ordinal
        /// Ⅰ, I.
        case roman
        /// １, 1., １．, １、
        case arabic
        /// 一, 一、
        case kanji
        /// 1-1, 1.1
        case compound
        /// （１）, (1), 1)
        case bracketed
        /// （一）
        case bracketedKanji
        /// ①
        case circled
        /// ア, ｱ, イ
        case kana
        /// （ア）
        case bracketedKana
        /// a, Ａ, (a)
        case letter

        static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
    }

    var style: Style
    var value: Int
    /// UTF-8 range of the number as printed, without the blanks behind it.
    var range: Range<Int>
    /// Where the title starts.
    var titleStart: Int
    /// Whether a dot, comma or blank stands between number and title, or a bracket around the number.
    var isSetOff: Bool
    /// The number stands in brackets of its own: 【議題１】.
    private(set) var isBoxed = false
    /// What `word` numbers begin with: 日程, 議題, 議案. No string, so that numbers are copied as they are.
    private(set) var printedWord: StaticString = ""

    var word: String { "\(printedWord)" }

    /// Digits in every width and kanji numerals.
    @inline(__always) static func isDigitLike(_ value: UInt32) -> Bool {
        switch value {
        case 0x30...0x39, 0xFF10...0xFF19, 0x2460...0x2473: true
        case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x3007: true
        default: false
        }
    }

    /// Reads a number at the start of a line's ink.
    /// - Complexity: O(1): numbers are at most a few characters.
    static func read(_ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard !ink.isEmpty else { return nil }
        let (first, length) = bytes.scalar(at: ink.lowerBound)
        guard mayBegin(first) else { return nil }
        if let value = circled(first) {
            return finish(.circled, value, ink.lowerBound..<ink.lowerBound + length, ink, bytes)
        }
        // ⑴, ⒈ and ㈠ are one character each.
        switch first {
        case 0x2474...0x2487:
            return finish(.bracketed, Int(first - 0x2473), ink.lowerBound..<ink.lowerBound + length, ink, bytes)
        case 0x2488...0x249B:
            var number = finish(.arabic, Int(first - 0x2487), ink.lowerBound..<ink.lowerBound + length, ink, bytes)
            number.isSetOff = true
            return number
        case 0x3220...0x3229:
            return finish(.bracketedKanji, Int(first - 0x321F), ink.lowerBound..<ink.lowerBound + length, ink, bytes)
        default: break
        }
        if let close = Bracket.closing(of: first), first == 0xFF08 || first == 0x28 {
            return bracketed(ink, inner: ink.lowerBound + length, close: close, open: first, bytes)
                ?? boxed(ink, inner: ink.lowerBound + length, close, bytes)
        }
        if let close = Bracket.closing(of: first), let found = boxed(ink, inner: ink.lowerBound + length, close, bytes)
        {
            return found
        }
        if first == 0x300C, let found = boxed(ink, inner: ink.lowerBound + length, 0x300D, bytes) { return found }
        if let found = worded(ink, bytes) { return found }
        if let found = ordinalWord(ink, bytes) ?? ordinal(ink, bytes) { return found }
        if let (value, end) = arabic(at: ink.lowerBound, ink.upperBound, bytes) {
            return plain(value, end, ink, bytes)
        }
        if (0x2160...0x216B).contains(first) {
            return setOff(.roman, Int(first - 0x215F), ink.lowerBound + length, ink, bytes)
        }
        if let (value, end) = kanji(at: ink.lowerBound, ink.upperBound, bytes) {
            return setOff(.kanji, value, end, ink, bytes)
        }
        if let value = kana(first) { return setOff(.kana, value, ink.lowerBound + length, ink, bytes) }
        if let value = letter(first) { return setOff(.letter, value, ink.lowerBound + length, ink, bytes) }
        return nil
    }

    /// Most lines begin with hiragana or an ideograph that is neither a numeral nor the first of a word with a number.
    @inline(__always) static func mayBegin(_ value: UInt32) -> Bool {
        switch value {
        case 0x3041...0x3096: false
        case 0x4E00...0x9FFF: isDigitLike(value) || value == 0x7B2C || isWordStart(value)  // 第
        default: true
        }
    }

    // MARK: Styles

    private static func plain(_ value: Int, _ end: Int, _ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard end < ink.upperBound else { return nil }
        if let path = path(value, end, ink, bytes) { return path }
        let (next, length) = bytes.scalar(at: end)
        // 1-1, 1.1, １－２
        if next == 0x2D || next == 0xFF0D || next == 0x2E || next == 0x2212 || next == 0xFF0E,
            let (inner, innerEnd) = arabic(at: end + length, ink.upperBound, bytes)
        {
            let mixed = setOff(.compound, value * 1000 + inner, innerEnd, ink, bytes)
            if next == 0x2E || next == 0xFF0E, mixed == nil { return nil }
            return mixed
        }
        // 2-(1)
        if next == 0x2D || next == 0xFF0D || next == 0x2212, end + length < ink.upperBound,
            case let (open, width) = bytes.scalar(at: end + length), open == 0x28 || open == 0xFF08,
            let (inner, innerEnd) = arabic(at: end + length + width, ink.upperBound, bytes), inner < 1000,
            innerEnd < ink.upperBound, case let (close, closeLength) = bytes.scalar(at: innerEnd),
            Bracket.closes(close, open)
        {
            return finish(.compound, value * 1000 + inner, ink.lowerBound..<innerEnd + closeLength, ink, bytes)
        }
        if next == 0x29 || next == 0xFF09 {
            return finish(.bracketed, value, ink.lowerBound..<end + length, ink, bytes)
        }
        return setOff(.arabic, value, end, ink, bytes)
    }

    /// A number that counts only when a dot, comma, colon or blank follows.
    private static func setOff(
        _ style: Style, _ value: Int, _ end: Int, _ ink: Range<Int>, _ bytes: SourceBytes
    ) -> AgendaNumber? {
        guard end < ink.upperBound else { return nil }
        let (next, length) = bytes.scalar(at: end)
        switch next {
        case 0x2E, 0xFF0E, 0x3001, 0x3002, 0xFF61, 0x2C, 0xFF0C, 0xFF64, 0x3A, 0xFF1A:
            let title = bytes.skipBlanks(end + length, ink.upperBound)
            // 1.5 and 1,234 are figures.
            if title == end + length, title < ink.upperBound, isDigitLike(bytes.scalar(at: title).value), next < 0x80 {
                return nil
            }
            return AgendaNumber(
                style: style, value: value, range: ink.lowerBound..<end + length, titleStart: title, isSetOff: true)
        default:
            guard bytes.blank(at: end) > 0 else { return nil }
            return finish(style, value, ink.lowerBound..<end, ink, bytes)
        }
    }

    static func finish(
        _ style: Style, _ value: Int, _ range: Range<Int>, _ ink: Range<Int>, _ bytes: SourceBytes,
        word: StaticString = ""
    ) -> AgendaNumber {
        var title = bytes.skipBlanks(range.upperBound, ink.upperBound)
        let isSetOff = title > range.upperBound
        if title < ink.upperBound {
            let (value, length) = bytes.scalar(at: title)
            if value == 0x3001 || value == 0xFF0E || value == 0xFF1A || value == 0x3A {
                title = bytes.skipBlanks(title + length, ink.upperBound)
            }
        }
        return AgendaNumber(
            style: style, value: value, range: range, titleStart: title, isSetOff: isSetOff, printedWord: word)
    }

    private static func bracketed(
        _ ink: Range<Int>, inner: Int, close: UInt32, open: UInt32, _ bytes: SourceBytes
    ) -> AgendaNumber? {
        let start = bytes.skipBlanks(inner, ink.upperBound)
        guard start < ink.upperBound else { return nil }
        let found: (Style, Int, Int)?
        if let (value, end) = arabic(at: start, ink.upperBound, bytes) {
            found = (.bracketed, value, end)
        } else if let (value, end) = kanji(at: start, ink.upperBound, bytes) {
            found = (.bracketedKanji, value, end)
        } else {
            let (value, length) = bytes.scalar(at: start)
            if let number = kana(value) {
                found = (.bracketedKana, number, start + length)
            } else if let number = letter(
                value)
            {
                found = (.letter, number, start + length)
            } else {
                found = nil
            }
        }
        guard let (style, value, end) = found else { return nil }
        let closing = bytes.skipBlanks(end, ink.upperBound)
        guard closing < ink.upperBound else { return nil }
        let (scalar, length) = bytes.scalar(at: closing)
        guard Bracket.closes(scalar, open) else { return nil }
        return finish(style, value, ink.lowerBound..<closing + length, ink, bytes)
    }

    /// 【議題１】, ＜議題（２）＞, 【１】
    private static func boxed(_ ink: Range<Int>, inner: Int, _ close: UInt32, _ bytes: SourceBytes) -> AgendaNumber? {
        var end = inner
        while end < ink.upperBound, end - inner < 40 {
            let (value, length) = bytes.scalar(at: end)
            if value == close {
                let inside = inner..<end
                let found = worded(inside, bytes)
                let number =
                    found
                    ?? arabic(at: inner, end, bytes).flatMap { value, numberEnd in
                        numberEnd == end
                            ? AgendaNumber(style: .word, value: value, range: inside, titleStart: end, isSetOff: true)
                            : nil
                    }
                guard let number, number.titleStart >= end else { return nil }
                var boxed = finish(
                    number.style, number.value, ink.lowerBound..<end + length, ink, bytes, word: number.printedWord)
                boxed.isBoxed = true
                if !goesOnInSentence(at: end + length, ink.upperBound, bytes) { boxed.isSetOff = true }
                return boxed
            }
            end += length
        }
        return nil
    }

    /// 第１, 第　２
    private static func ordinal(_ ink: Range<Int>, _ bytes: SourceBytes) -> AgendaNumber? {
        guard bytes.starts(with: "第", at: ink.lowerBound, before: ink.upperBound) else { return nil }
        let start = bytes.skipBlanks(ink.lowerBound + 3, ink.upperBound)
        guard start < ink.upperBound,
            let (value, end) = arabic(at: start, ink.upperBound, bytes) ?? kanji(at: start, ink.upperBound, bytes),
            end < ink.upperBound
        else { return nil }
        return setOff(.ordinal, value, end, ink, bytes)
    }

    // MARK: Single numbers

    static func arabic(at start: Int, _ limit: Int, _ bytes: SourceBytes) -> (Int, Int)? {
        var offset = start
        var value = 0
        while offset < limit {
            let (scalar, length) = bytes.scalar(at: offset)
            guard let digit = Furniture.digit(scalar) else { break }
            value = value * 10 + digit
            guard value < 10_000 else { return nil }
            offset += length
        }
        return offset > start ? (value, offset) : nil
    }

    static func kanji(at start: Int, _ limit: Int, _ bytes: SourceBytes) -> (Int, Int)? {
        var offset = start
        var total = 0
        var unit = 0
        var length = 0
        while offset < limit, length < 4 {
            let (scalar, size) = bytes.scalar(at: offset)
            switch scalar {
            case 0x4E00: unit = 1
            case 0x4E8C: unit = 2
            case 0x4E09: unit = 3
            case 0x56DB: unit = 4
            case 0x4E94: unit = 5
            case 0x516D: unit = 6
            case 0x4E03: unit = 7
            case 0x516B: unit = 8
            case 0x4E5D: unit = 9
            case 0x5341:
                total += max(1, unit) * 10
                unit = 0
            default: return length > 0 ? (total + unit, offset) : nil
            }
            offset += size
            length += 1
        }
        return length > 0 ? (total + unit, offset) : nil
    }

    static func circled(_ scalar: UInt32) -> Int? { Unicode.Scalar(scalar).flatMap(JapaneseNumeral.circled) }

    private static let kanaOrder: [UInt32] = "アイウエオカキクケコサシスセソタチツテト".unicodeScalars.map(\.value)

    static func kana(_ scalar: UInt32) -> Int? { kanaOrder.firstIndex(of: scalar).map { $0 + 1 } }

    static func letter(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x41...0x5A: Int(scalar) - 0x40
        case 0x61...0x7A: Int(scalar) - 0x60
        case 0xFF21...0xFF3A: Int(scalar) - 0xFF20
        case 0xFF41...0xFF5A: Int(scalar) - 0xFF40
        default: nil
        }
    }
}
