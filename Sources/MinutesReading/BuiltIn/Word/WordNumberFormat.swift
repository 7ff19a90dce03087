/// The number formats of Word lists (ST_NumberFormat) as text.
enum WordNumberFormat {
    /// - Returns: the number as the format shows it; formats without a Japanese use fall back to digits, as Word does
    ///   where a format ends.
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "none", "bullet": ""
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "decimalFullWidth", "decimalFullWidth2": fullWidth(number)
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
        case "decimalEnclosedParen": scalar(0x2474, number, 20) ?? "\(number)"
        case "decimalEnclosedFullstop": scalar(0x2488, number, 20) ?? "\(number)"
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "upperLetter": letter(number, 0x41)
        case "lowerLetter": letter(number, 0x61)
        case "aiueo": pick(number, "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
        case "aiueoFullWidth": pick(number, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
        case "iroha": pick(number, "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ")
        case "irohaFullWidth": pick(number, "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス")
        case "ideographTraditional": pick(number, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": pick(number, "子丑寅卯辰巳午未申酉戌亥")
        case "ideographEnclosedCircle": scalar(0x3280, number, 10) ?? "\(number)"
        case "japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
            "taiwaneseCountingThousand":
            counted(number, digits: "〇一二三四五六七八九", units: ["", "十", "百", "千"], ten: "万", writesOne: false)
        case "japaneseLegal", "chineseLegalSimplified", "ideographLegalTraditional":
            counted(number, digits: "〇壱弐参四伍六七八九", units: ["", "拾", "百", "阡"], ten: "萬", writesOne: true)
        case "japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital":
            String("\(number)".compactMap { $0.wholeNumberValue.map { Array("〇一二三四五六七八九")[$0] } })
        case "numberInDash": "- \(number) -"
        default: "\(number)"
        }
    }

    static func fullWidth(_ number: Int) -> String {
        String(
            String.UnicodeScalarView(
                "\(number)".unicodeScalars.map { $0.value < 0x30 ? $0 : Unicode.Scalar($0.value + 0xFEE0)! }))
    }

    /// ①…⑳, ㉑…㉟, ㊱…㊿.
    private static func circled(_ number: Int) -> String {
        scalar(0x2460, number, 20) ?? scalar(0x3251, number - 20, 15) ?? scalar(0x32B1, number - 35, 15) ?? "\(number)"
    }

    private static func scalar(_ first: UInt32, _ number: Int, _ count: Int) -> String? {
        guard (1...count).contains(number), let scalar = Unicode.Scalar(first + UInt32(number) - 1) else { return nil }
        return String(Character(scalar))
    }

    /// The nth character; from the end on it begins again, as Word does.
    private static func pick(_ number: Int, _ characters: String) -> String {
        guard number >= 1 else { return "\(number)" }
        let all = Array(characters)
        return String(all[(number - 1) % all.count])
    }

    /// a…z, aa, bb…
    private static func letter(_ number: Int, _ first: UInt8) -> String {
        guard (1...780).contains(number) else { return "\(number)" }
        let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1...3999).contains(number) else { return "\(number)" }
        let steps = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in steps {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func counted(_ number: Int, digits: String, units: [String], ten: String, writesOne: Bool) -> String
    {
        guard (1...99_999).contains(number) else { return "\(number)" }
        let digit = Array(digits)
        func below(_ value: Int) -> String {
            var text = ""
            for (unit, divisor) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
                let count = value / divisor % 10
                guard count > 0 else { continue }
                if unit == 0 || count > 1 || writesOne { text.append(digit[count]) }
                text += units[unit]
            }
            return text
        }
        return number >= 10_000 ? below(number / 10_000) + ten + below(number % 10_000) : below(number)
    }
}
