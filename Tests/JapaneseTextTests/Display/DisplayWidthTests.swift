import Testing

@testable import JapaneseText

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("abc", 3), ("委員長", 6), ("ｶﾞ", 2), ("か\u{3099}", 2), ("é", 1), ("e\u{301}", 1), ("𠮷", 2), ("○①", 4), ("😀", 2),
        ("👨‍👩‍👧", 2), ("ＡＢ", 4), ("", 0), ("　", 2), ("～", 2),
    ])
    func columns(text: String, expected: Int) {
        #expect(DisplayWidth.columns(of: text) == expected)
    }

    @Test func padsAndCuts() {
        #expect(DisplayWidth.pad("委員", to: 6) == "委員  ")
        #expect(DisplayWidth.pad("12", to: 5, alignment: .right) == "   12")
        #expect(DisplayWidth.pad("委員長", to: 4) == "委員長")
        #expect(DisplayWidth.truncate("居場所づくり", to: 12) == "居場所づくり")
        let cut = DisplayWidth.truncate("居場所づくり", to: 9)
        #expect(DisplayWidth.columns(of: cut) <= 9)
        #expect(cut.hasPrefix("居場所"))
        #expect(DisplayWidth.truncate("居場所", to: 0) == "")
    }
}
