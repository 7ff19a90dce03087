import Testing

@testable import JapaneseText

@Suite struct SentenceSplitterTests {
    private func split(_ text: String) -> [String] {
        SentenceSplitter.ranges(in: text).map { text.utf8Slice($0) ?? "?" }
    }

    @Test(
        arguments: [
            ("はい。いいえ。", ["はい。", "いいえ。"]),
            ("本当ですか？！驚きました!次です?", ["本当ですか？！", "驚きました!", "次です?"]),
            ("「はい。いいえ。」と答えた。次。", ["「はい。いいえ。」と答えた。", "次。"]),
            ("計画（第４次。昨年策定。）を見る。次。", ["計画（第４次。昨年策定。）を見る。", "次。"]),
            ("『「内。」外。』です。終わり", ["『「内。」外。』です。", "終わり"]),
            ("説明（略）。（基本目標２　見守り）", ["説明（略）。", "（基本目標２　見守り）"]),
            ("（説明は以上。）次に進みます。", ["（説明は以上。）", "次に進みます。"]),
            ("そうです。」と結んだ。", ["そうです。」", "と結んだ。"]),
            ("閉じない（括弧です。次の文。\n最後。", ["閉じない（括弧です。", "次の文。", "最後。"]),
            ("一行目\n\n　二行目　\r\n三行目", ["一行目", "二行目", "三行目"]),
            ("３．５％です．次です．", ["３．５％です．", "次です．"]),
            ("http://example.jp/?a=b を見る。", ["http://example.jp/?a=b を見る。"]),
            ("評価は3.5です。", ["評価は3.5です。"]), ("", []), ("。。", ["。。"]), ("　\n ", []),
            ("𠮷野家が、か\u{3099}。はい", ["𠮷野家が、か\u{3099}。", "はい"]),
        ] as [(String, [String])])
    func splits(text: String, expected: [String]) {
        #expect(split(text) == expected)
    }

    @Test func aBracketThatClosesTooFarIsNoBracket() {
        let filler = String(repeating: "あ。", count: 400)
        #expect(split("（" + filler + "）").count >= 400)
    }

    @Test func rangesAreInOrderAndApartWhateverComes() {
        let letters = ["あ", "。", "「", "」", "（", "）", "\n", "　", "！", "(", ")", ".", "1", "𠮷", "』"]
        var random = SeededGenerator(5)
        for _ in 0..<2000 {
            let text = (0..<20).map { _ in letters.randomElement(using: &random)! }.joined()
            var end = 0
            var kept = ""
            for range in SentenceSplitter.ranges(in: text) {
                #expect(range.lowerBound >= end && !range.isEmpty)
                end = range.upperBound
                kept += text.utf8Slice(range) ?? "?"
            }
            func solid(_ text: String) -> String { text.filter { $0 != "\n" && $0 != "　" } }
            #expect(solid(kept) == solid(text))
        }
    }

    @Test func aMillionBracketsAreNoTrouble() {
        #expect(split(String(repeating: "（", count: 1_000_000)).count == 1)
        #expect(split(String(repeating: "「）", count: 500_000)).count == 1)
        #expect(split(String(repeating: "（。", count: 300_000)).count == 300_000)
    }

    @Test func randomBytesNeverCrash() {
        var random = SeededGenerator(9)
        for length in 0..<300 {
            random.bytes(length).withUnsafeBufferPointer { bytes in
                for range in SentenceSplitter.ranges(in: bytes) { #expect(range.upperBound <= bytes.count) }
            }
        }
    }
}
