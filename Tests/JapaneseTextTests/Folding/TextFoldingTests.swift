import Testing

@testable import JapaneseText

@Suite struct TextFoldingTests {
    @Test(arguments: [
        ("ＡｂＣ１２３", "abc123"), ("ｶﾞｷﾞﾊﾟｳﾞ", "ガギパヴ"), ("ｱｲｳｴｵｯｬ､｡", "アイウエオッャ、。"), ("　", " "), ("￥", "¥"),
        ("か\u{3099}は\u{309A}ハ\u{309A}ワ\u{3099}", "がぱパ\u{30F7}"), ("カ\u{FF9E}", "ガ"),
        ("⽇⽉⾒⻑⺠", "日月見長民"), ("神\u{FA19}", "神神"),
        ("髙﨑邊斎齋", "高崎辺斉斉"), ("𠮷田", "吉田"), ("澤", "沢"),
        ("〇○◯", "○○○"), ("―－−—", "----"), ("～〜", "~~"), ("コーヒー", "コーヒー"), ("ÀÉ", "àé"), ("Ⅳ", "ⅳ"),
        ("\u{3099}", "\u{3099}"), ("ん\u{3099}", "ん\u{3099}"), ("ﾞ", "゛"),
    ])
    func folds(text: String, expected: String) {
        #expect(Array(TextFolding.fold(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test func optionsFoldWhatTheyName() {
        let text = "ＡＢ髙ｶ\u{3099}〇"
        #expect(TextFolding.fold(text, .width) == "AB髙カ\u{3099}〇")
        #expect(TextFolding.fold(text, .letterCase) == "ａｂ髙ｶ\u{3099}〇")
        #expect(TextFolding.fold(text, .variants) == "ＡＢ高ｶ\u{3099}〇")
        #expect(TextFolding.fold(text, .circles) == "ＡＢ髙ｶ\u{3099}○")
        #expect(TextFolding.fold(text, [.width, .composition]) == "AB髙ガ〇")
        #expect(TextFolding.fold(text, []) == text)
    }

    @Test func textThatDoesNotFoldIsLeft() {
        let folded = TextFolding.foldWithMap("居場所づくりと担い手")
        #expect(folded.isIdentity)
        #expect(folded.sourceRange(of: 3..<9) == 3..<9)
    }

    @Test func foldingTwiceIsFoldingOnce() {
        for value in UInt32(0)..<0x10000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = TextFolding.fold(String(scalar))
            #expect(TextFolding.fold(once) == once, "U+\(String(value, radix: 16))")
        }
    }

    @Test func theMapLeadsBack() {
        let text = "ａ①ｶﾞか\u{3099}𠮷髙：１２３終"
        let folded = TextFolding.foldWithMap(text)
        #expect(folded.text == "a①ガが吉高:123終")
        let utf8 = Array(text.utf8)
        func original(_ part: String) -> String {
            let place = Array(folded.text.utf8).firstRange(of: Array(part.utf8))!
            return String(decoding: utf8[folded.sourceRange(of: place)], as: UTF8.self)
        }
        #expect(Array(original("ガ").unicodeScalars) == Array("ｶﾞ".unicodeScalars))
        #expect(Array(original("が").unicodeScalars) == Array("か\u{3099}".unicodeScalars))
        #expect(original("吉高") == "𠮷髙")
        #expect(original("23") == "２３")
        #expect(original("終") == "終")
        #expect(folded.sourceRange(of: 0..<folded.bytes.count) == 0..<utf8.count)
    }

    /// Every range of every folded text leads to whole characters, in order, without gaps.
    @Test func theMapIsMonotonousOnRandomText() {
        let letters = ["a", "Ａ", "１", "ｶ", "ﾞ", "ﾟ", "か", "\u{3099}", "\u{309A}", "髙", "𠮷", "⽇", "。", "　", "é", "は"]
        var random = SeededGenerator(3)
        for _ in 0..<500 {
            let text = (0..<12).map { _ in letters.randomElement(using: &random)! }.joined()
            let folded = TextFolding.foldWithMap(text)
            var last = 0
            for offset in 0...folded.bytes.count {
                let source = folded.sourceOffset(of: offset)
                #expect(source >= last)
                last = source
                if folded.bytes.withUnsafeBufferPointer({ $0.isCharacterStart(offset) }) {
                    #expect(text.withUTF8Bytes { $0.isCharacterStart(source) })
                }
            }
            #expect(last == text.utf8.count)
        }
    }

    @Test func malformedBytesPassThrough() {
        var random = SeededGenerator(11)
        for length in 0..<200 {
            random.bytes(length).withUnsafeBufferPointer { bytes in
                let folded = TextFolding.fold(bytes)
                #expect(folded.sourceOffset(of: folded.bytes.count) == bytes.count)
            }
        }
    }
}
