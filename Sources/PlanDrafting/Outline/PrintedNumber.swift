/// A number as plans and minutes print it before a title: `２`, `1-2`, `（６）`, `①`, `Ⅱ`, `第３章`, `ア`.
struct PrintedNumber: Hashable, Sendable {
    enum Style: Hashable, Sendable { case plain, parenthesised, circled, chapter, section, paragraph, kana }

    var style: Style
    /// More than one for `1-2` and `1.2`.
    var values: [Int]

    /// Depth a number stands at when nothing else tells it; smaller is higher.
    var rank: Int {
        switch style {
        case .chapter: 4
        case .section: 5
        case .paragraph: 6
        case .plain: 60 + values.count
        case .parenthesised: 70
        case .circled: 80
        case .kana: 90
        }
    }

    /// Reads a number at a place.
    /// - Returns: the number and how many scalars it takes, `nil` when there is none. A run of digits longer than six
    ///   is no number of a plan.
    static func scan(_ text: [Unicode.Scalar], at start: Int) -> (number: PrintedNumber, length: Int)? {
        guard start < text.count else { return nil }
        if let value = circled(text[start]) { return (PrintedNumber(style: .circled, values: [value]), 1) }
        if (0x2474...0x2487).contains(text[start].value) {
            return (PrintedNumber(style: .parenthesised, values: [Int(text[start].value) - 0x2473]), 1)
        }
        if (0x2160...0x216b).contains(text[start].value) {
            return (PrintedNumber(style: .plain, values: [Int(text[start].value) - 0x215f]), 1)
        }
        if text[start] == "（" || text[start] == "(" { return bracketed(text, at: start) }
        if text[start] == "第" { return chapter(text, at: start) }
        return plain(text, at: start)
    }

    private static func bracketed(_ text: [Unicode.Scalar], at start: Int) -> (number: PrintedNumber, length: Int)? {
        guard let inner = digits(text, at: start + 1) ?? kanji(text, at: start + 1) else {
            guard let kana = kana(text, at: start + 1), start + 2 < text.count, isClosing(text[start + 2]) else {
                return nil
            }
            return (PrintedNumber(style: .kana, values: [kana]), 3)
        }
        let close = start + 1 + inner.length
        guard close < text.count, isClosing(text[close]) else { return nil }
        return (PrintedNumber(style: .parenthesised, values: [inner.value]), inner.length + 2)
    }

    private static func chapter(_ text: [Unicode.Scalar], at start: Int) -> (number: PrintedNumber, length: Int)? {
        guard let inner = digits(text, at: start + 1) ?? kanji(text, at: start + 1) else { return nil }
        let after = start + 1 + inner.length
        guard after < text.count else { return (PrintedNumber(style: .plain, values: [inner.value]), inner.length + 1) }
        let style: Style
        switch text[after] {
        case "章", "編", "部": style = .chapter
        case "節": style = .section
        case "項": style = .paragraph
        case " ", "\u{3000}": return (PrintedNumber(style: .plain, values: [inner.value]), inner.length + 1)
        default: return nil
        }
        return (PrintedNumber(style: style, values: [inner.value]), inner.length + 2)
    }

    private static func plain(_ text: [Unicode.Scalar], at start: Int) -> (number: PrintedNumber, length: Int)? {
        guard let first = digits(text, at: start) else { return nil }
        var values = [first.value]
        var end = start + first.length
        while end + 1 < text.count, isJoint(text[end]), let next = digits(text, at: end + 1), values.count < 5 {
            values.append(next.value)
            end += 1 + next.length
        }
        return (PrintedNumber(style: .plain, values: values), end - start)
    }

    /// Digits of either width.
    static func digits(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, length: Int)? {
        var value = 0
        var length = 0
        while start + length < text.count, let digit = digit(text[start + length]) {
            guard length < 6 else { return nil }
            value = value * 10 + digit
            length += 1
        }
        return length > 0 ? (value, length) : nil
    }

    /// Kanji numerals up to 99.
    static func kanji(_ text: [Unicode.Scalar], at start: Int) -> (value: Int, length: Int)? {
        let units: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var value = 0
        var pending = 0
        var length = 0
        while start + length < text.count, length < 3 {
            let scalar = text[start + length]
            if let unit = units.firstIndex(of: scalar), pending == 0 {
                pending = unit + 1
            } else if scalar == "十", value == 0 {
                value = (pending == 0 ? 1 : pending) * 10
                pending = 0
            } else {
                break
            }
            length += 1
        }
        return length > 0 ? (value + pending, length) : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case 0xff10...0xff19: Int(scalar.value) - 0xff10
        default: nil
        }
    }

    private static func circled(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2460...0x2473: Int(scalar.value) - 0x245f
        case 0x3251...0x325f: Int(scalar.value) - 0x3251 + 21
        case 0x32b1...0x32bf: Int(scalar.value) - 0x32b1 + 36
        default: nil
        }
    }

    /// ア is 1, イ 2, … コ 10.
    static func kana(_ text: [Unicode.Scalar], at index: Int) -> Int? {
        let order: [Unicode.Scalar] = ["ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"]
        guard index < text.count else { return nil }
        return order.firstIndex(of: text[index]).map { $0 + 1 }
    }

    static func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == "）" || scalar == ")" }

    private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "－", "‐", "−", "–", ".", "．", "ー": true
        default: false
        }
    }
}
