/// A number found in text.
public struct ScannedNumber: Sendable, Hashable {
    /// The whole part.
    public var value: Int
    /// The part behind the decimal point, 0…1, where there is one: 3.5 has value 3 and fraction 0.5.
    public var fraction: Double?
    /// UTF-8 range.
    public var range: Range<Int>

    public init(value: Int, fraction: Double? = nil, range: Range<Int>) {
        self.value = value
        self.fraction = fraction
        self.range = range
    }
}

/// Numbers as Japanese documents write them: １２, 12, 1,234, 二十一, 三百五, 二〇二四, 2万5,000.
public enum JapaneseNumeral {
    /// The value of a text that is one whole number and nothing else.
    public static func value(of text: String) -> Int? {
        text.withUTF8Bytes { bytes in
            guard let number = scan(bytes, at: 0), number.range.upperBound == bytes.count, number.fraction == nil
            else { return nil }
            return number.value
        }
    }

    /// The number that begins at an offset, the longest reading; `nil` where none begins or it does not fit an `Int`.
    /// - Complexity: O(length of the number).
    public static func scan(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> ScannedNumber? {
        guard start >= 0, start < bytes.count else { return nil }
        var reading = NumberReading(bytes: bytes, offset: start)
        guard let value = reading.read() else { return nil }
        return ScannedNumber(value: value, fraction: reading.fraction, range: start..<reading.offset)
    }

    /// 二十一 for 21. Negative numbers have 「−」 in front.
    public static func kanji(_ number: Int) -> String {
        if number == 0 { return "〇" }
        var result = number < 0 ? "−" : ""
        var rest = number.magnitude
        let units: [(UInt, String)] = [
            (1_0000_0000_0000_0000, "京"), (1_0000_0000_0000, "兆"), (1_0000_0000, "億"), (1_0000, "万"), (1, ""),
        ]
        for (size, name) in units where rest >= size {
            result += section(rest / size) + name
            rest %= size
        }
        return result
    }

    private static func section(_ number: UInt) -> String {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var result = ""
        for (size, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] as [(UInt, String)] {
            let digit = Int(number / size % 10)
            if digit == 0 { continue }
            result += (digit == 1 && size > 1 ? "" : digits[digit]) + name
        }
        return result
    }

    /// １２ for 12.
    public static func fullWidth(_ number: Int) -> String {
        String(
            String.UnicodeScalarView(
                String(number).unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
    }

    /// The number in a circle: ⓪ ① … ㊿, ❶ … ⓴, ㊀ … ㊉.
    public static func circled(_ scalar: Unicode.Scalar) -> Int? {
        let value = Int(scalar.value)
        switch value {
        case 0x2460...0x2473: return value - 0x2460 + 1
        case 0x3251...0x325F: return value - 0x3251 + 21
        case 0x32B1...0x32BF: return value - 0x32B1 + 36
        case 0x24EA, 0x24FF: return 0
        case 0x2776...0x277F: return value - 0x2776 + 1
        case 0x2780...0x2789: return value - 0x2780 + 1
        case 0x278A...0x2793: return value - 0x278A + 1
        case 0x24EB...0x24F4: return value - 0x24EB + 11
        case 0x24F5...0x24FE: return value - 0x24F5 + 1
        case 0x3280...0x3289: return value - 0x3280 + 1
        default: return nil
        }
    }

    /// The number in brackets or with a stop, in one character: ⑴ … ⒇, ⒈ … ⒛, ㈠ … ㈩.
    public static func bracketed(_ scalar: Unicode.Scalar) -> Int? {
        let value = Int(scalar.value)
        switch value {
        case 0x2474...0x2487: return value - 0x2474 + 1
        case 0x2488...0x249B: return value - 0x2488 + 1
        case 0x3220...0x3229: return value - 0x3220 + 1
        default: return nil
        }
    }

    /// The Roman numeral in one character: Ⅰ … Ⅻ, ⅰ … ⅻ.
    public static func roman(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x2160...0x216B: Int(scalar.value) - 0x2160 + 1
        case 0x2170...0x217B: Int(scalar.value) - 0x2170 + 1
        default: nil
        }
    }

    /// The value of a Roman numeral up to 39 in Latin letters of either width or in one character: IV, ＩＶ, Ⅳ.
    public static func roman(of text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        if scalars.count == 1, let value = roman(scalars[0]) { return value }
        var total = 0
        var letters = ""
        for scalar in scalars {
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            guard let letter = Unicode.Scalar(plain & ~0x20), "IVX".unicodeScalars.contains(letter) else { return nil }
            letters.unicodeScalars.append(letter)
        }
        var rest = Substring(letters)
        for (letters, value) in [("X", 10), ("X", 10), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4)] {
            if rest.hasPrefix(letters) {
                total += value
                rest = rest.dropFirst(letters.count)
            }
        }
        while total % 5 != 4, rest.hasPrefix("I"), total % 5 < 3 {
            total += 1
            rest = rest.dropFirst()
        }
        return rest.isEmpty && total > 0 ? total : nil
    }
}
