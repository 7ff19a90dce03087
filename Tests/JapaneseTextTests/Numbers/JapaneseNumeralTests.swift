import Testing

@testable import JapaneseText

@Suite struct JapaneseNumeralTests {
    @Test(arguments: [
        ("１２", 12), ("12", 12), ("二十一", 21), ("三百五", 305), ("二〇二四", 2024), ("1,234", 1234), ("１，２３４", 1234),
        ("2万5,000", 25_000), ("千五百", 1500), ("十", 10), ("百", 100), ("一億二千万", 120_000_000), ("３千", 3000),
        ("二千二十四", 2024), ("1,234,567", 1_234_567), ("〇", 0), ("○", 0), ("1.5億", 150_000_000), ("弐拾", 20),
        ("九千九百九十九", 9999), ("2５", 25),
    ])
    func reads(text: String, expected: Int) {
        #expect(JapaneseNumeral.value(of: text) == expected)
    }

    @Test(arguments: ["", "約", "3.5", "１２人", "万", "1,23", "99999999999999999999", "億一"])
    func readsNothingElse(text: String) {
        #expect(JapaneseNumeral.value(of: text) == nil)
    }

    @Test(
        arguments: [
            ("37件", 37, 2, nil), ("3.5％", 3, 3, 0.5), ("３．２５倍", 3, 12, 0.25), ("1,234人", 1234, 5, nil),
            ("1,23", 1, 1, nil),
            ("6.2.21", 6, 1, nil), ("十分", 10, 3, nil), ("二、三", 2, 3, nil), ("2,000,00", 2000, 5, nil),
            ("5.", 5, 1, nil),
        ] as [(String, Int, Int, Double?)])
    func scansTheLongestReading(text: String, value: Int, length: Int, fraction: Double?) throws {
        let number = try #require(text.withUTF8Bytes { JapaneseNumeral.scan($0, at: 0) })
        #expect(number.value == value)
        #expect(number.range == 0..<length)
        if let fraction {
            #expect(abs((number.fraction ?? -1) - fraction) < 1e-9)
        } else {
            #expect(number.fraction == nil)
        }
    }

    @Test func kanjiAndBack() {
        for number in Array(0...3000) + [10_000, 12_345, 100_000_000, 987_654_321] {
            #expect(JapaneseNumeral.value(of: JapaneseNumeral.kanji(number)) == number)
            #expect(JapaneseNumeral.value(of: JapaneseNumeral.fullWidth(number)) == number)
        }
        #expect(JapaneseNumeral.kanji(21) == "二十一")
        #expect(JapaneseNumeral.kanji(12_000) == "一万二千")
        #expect(JapaneseNumeral.fullWidth(-3) == "－３")
    }

    @Test func circles() {
        #expect(JapaneseNumeral.circled("①") == 1)
        #expect(JapaneseNumeral.circled("⑳") == 20)
        #expect(JapaneseNumeral.circled("㉑") == 21)
        #expect(JapaneseNumeral.circled("㊿") == 50)
        #expect(JapaneseNumeral.circled("❿") == 10)
        #expect(JapaneseNumeral.circled("１") == nil)
        #expect(JapaneseNumeral.bracketed("⑴") == 1)
        #expect(JapaneseNumeral.bracketed("㈩") == 10)
    }

    @Test(arguments: [
        ("I", 1), ("IV", 4), ("ＶＩＩＩ", 8), ("IX", 9), ("Ⅻ", 12), ("xiv", 14), ("XXXIX", 39),
    ])
    func roman(text: String, expected: Int) {
        #expect(JapaneseNumeral.roman(of: text) == expected)
    }

    @Test(arguments: ["", "IIII", "VX", "IC", "第", "IVI"])
    func notRoman(text: String) {
        #expect(JapaneseNumeral.roman(of: text) == nil)
    }

    @Test func longRunsOfDigitsAreRefusedAtOnce() {
        let digits = String(repeating: "9", count: 100_000)
        #expect(digits.withUTF8Bytes { JapaneseNumeral.scan($0, at: 0) } == nil)
    }
}
