/// A heading of a plan, taken apart: `基本目標２ 「人がつながる地域」` → goal, `基本目標２`, `人がつながる地域`.
struct PlanHeading {
    /// The kind its word gives; `nil` when there is no word.
    var level: PlanItemLevel?
    /// With the word before it, as printed.
    var number: String
    var title: String
    /// The number's value, where there is one.
    var printed: PrintedNumber?

    init(_ line: String) {
        let text = Array(line.unicodeScalars)
        let start = text.firstIndex { !Self.isBlank($0) } ?? text.count
        if let (level, printed, end) = Self.worded(text, at: start) {
            self.level = level
            self.printed = printed
            number = Self.string(text[start..<end])
            title = Self.title(text[end...])
            if printed == nil, title.isEmpty { (number, title) = ("", number) }
            return
        }
        if let (printed, length) = PrintedNumber.scan(text, at: start), Self.separates(printed, text, start + length) {
            self.printed = printed
            number = Self.string(text[start..<start + length])
            title = Self.title(text[(start + length)...])
            return
        }
        if let kana = PrintedNumber.kana(text, at: start), start + 1 < text.count, Self.isSeparator(text[start + 1]) {
            printed = PrintedNumber(style: .kana, values: [kana])
            number = Self.string(text[start...start])
            title = Self.title(text[(start + 1)...])
            return
        }
        number = ""
        title = Self.title(text[start...])
    }

    /// A level word with its number, or alone before a separator or the end.
    private static func worded(
        _ text: [Unicode.Scalar], at start: Int
    ) -> (PlanItemLevel, PrintedNumber?, Int)? {
        guard let (level, after) = levelWord(text, at: start) else { return nil }
        if let (printed, end) = number(text, after: after) { return (level, printed, end) }
        guard after == text.count || isSeparator(text[after]) || text[after] == "「" else { return nil }
        return (level, nil, after)
    }

    /// The level word at a place, and where it ends.
    static func levelWord(_ text: [Unicode.Scalar], at start: Int) -> (PlanItemLevel, Int)? {
        for (word, level) in PlanItemLevel.words where text[start...].starts(with: word) {
            return (level, start + word.count)
        }
        return nil
    }

    /// The number behind a level word, blanks between allowed; kanji numerals count here.
    static func number(_ text: [Unicode.Scalar], after place: Int) -> (PrintedNumber, Int)? {
        var start = place
        while start < text.count, isBlank(text[start]), start - place < 4 { start += 1 }
        if let (printed, length) = PrintedNumber.scan(text, at: start) { return (printed, start + length) }
        guard start == place, let (value, length) = PrintedNumber.kanji(text, at: start) else { return nil }
        return (PrintedNumber(style: .plain, values: [value]), start + length)
    }

    /// A bare run of digits is a number only before a separator (`13地域合同` is a title).
    private static func separates(_ printed: PrintedNumber, _ text: [Unicode.Scalar], _ end: Int) -> Bool {
        printed.style != .plain || end == text.count || isSeparator(text[end])
    }

    private static func title(_ text: ArraySlice<Unicode.Scalar>) -> String {
        var rest = text
        while let first = rest.first, isSeparator(first) { rest = rest.dropFirst() }
        while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
        if let first = rest.first, let last = rest.last, rest.count > 2,
            (first == "「" && last == "」") || (first == "『" && last == "』"),
            !rest.dropFirst().dropLast().contains(where: { $0 == "「" || $0 == "」" || $0 == "『" || $0 == "』" })
        {
            rest = rest.dropFirst().dropLast()
        }
        return string(rest)
    }

    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{3000}" || scalar == "\t" || scalar == "\u{a0}" || scalar == "\r"
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        if isBlank(scalar) { return true }
        switch scalar {
        case ":", "：", ".", "．", ")", "）", "、", "|", "｜": return true
        default: return false
        }
    }

    static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
