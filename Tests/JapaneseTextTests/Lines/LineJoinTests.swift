import Testing

@testable import JapaneseText

@Suite struct LineJoinTests {
    @Test(
        arguments: [
            (["第４次活動計画の", "振り返りです。"], "第４次活動計画の振り返りです。"),
            (["This is a", "sentence."], "This is a sentence."),
            (["the COVID", "対策"], "the COVID対策"),
            (["計画の", "PDCA"], "計画のPDCA"),
            (["20", "24年"], "2024年"), (["20 ", "24"], "20 24"),
            (["令和６年", "　２月"], "令和６年２月"),
            (["  前の行  ", "", "　次の行"], "前の行次の行"),
            (["Tokyo,", "Japan"], "Tokyo, Japan"), (["1,", "234"], "1,234"), (["co-", "op"], "co-op"),
            (["https://www.city.", "example.jp/a"], "https://www.city.example.jp/a"), (["𠮷", "田"], "𠮷田"), ([], ""),
            (["", "  "], ""),
        ] as [([String], String)])
    func unwraps(lines: [String], expected: String) {
        #expect(LineJoin.unwrap(lines) == expected)
    }
}
