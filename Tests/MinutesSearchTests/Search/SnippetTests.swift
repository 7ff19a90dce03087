import JapaneseText
import Testing

@testable import MinutesSearch

@Suite struct SnippetTests {
    private func snippet(_ text: String, _ words: String..., longest: Int = Snippet.longest) -> Snippet {
        text.withUTF8Bytes { Snippet($0, phrases: words.compactMap { SearchPhrase($0) }, longest: longest) }
    }

    private func marked(_ snippet: Snippet) -> [String] {
        snippet.highlights.map {
            String(decoding: Array(snippet.text.utf8)[$0.start..<$0.end], as: UTF8.self)
        }
    }

    private let filler = String(repeating: "別の話をしています。", count: 30)

    @Test func itBeginsWithTheSentenceOfTheWord() {
        let found = snippet(filler + "次に、居場所の話です。" + filler, "居場所")
        #expect(found.text.hasPrefix("次に、居場所の話です。"))
        #expect(found.text.hasSuffix("。"))
        #expect(found.text.unicodeScalars.count <= Snippet.longest)
        #expect(marked(found) == ["居場所"])
        #expect(found.range.start == filler.utf8.count)
    }

    @Test func aSentenceThatIsTooLongIsCut() {
        let long = String(repeating: "とても長い文で、", count: 40)
        let found = snippet(long + "居場所" + long, "居場所")
        #expect(found.text.hasPrefix("…"))
        #expect(found.text.hasSuffix("…"))
        #expect(marked(found) == ["居場所"])
    }

    @Test func theHighlightIsTheOriginalSpelling() {
        #expect(marked(snippet("ｶﾞｲﾄﾞの髙橋さん。", "ガイド", "高橋")) == ["ｶﾞｲﾄﾞ", "髙橋"])
        #expect(marked(snippet("か\u{3099}っこう", "が")) == ["か\u{3099}"])
        #expect(marked(snippet("地域　\n福祉", "\"地域 福祉\"".replacing("\"", with: ""))) == ["地域　 福祉"])
    }

    @Test func thePlaceWithMostWordsIsShown() {
        let found = snippet("居場所です。" + filler + filler + "居場所の担い手です。", "担い手", "居場所")
        #expect(found.text == "居場所の担い手です。")
    }

    @Test func aWordOnItsOwnIsPreferred() {
        #expect(snippet("東京都です。" + filler + filler + "京都です。", "京都").text == "京都です。")
    }

    @Test func withoutWordsTheBeginningIsShown() {
        #expect(snippet("　最初の文です。").text == "最初の文です。")
        #expect(snippet("").text == "")
        #expect(snippet("\n\n").text == "")
        #expect(snippet(filler).text.unicodeScalars.count == Snippet.longest)
        #expect(snippet(filler, longest: 15).text == "別の話をしています。")
    }

    @Test func overlappingWordsGiveOneHighlight() {
        #expect(marked(snippet("地域福祉計画", "地域福祉", "福祉計画")) == ["地域福祉計画"])
    }

    @Test func hostileTextEndsSoon() {
        let text = String(repeating: "あ", count: 300_000)
        let found = snippet(text, String(repeating: "あ", count: 900) + "い", String(repeating: "あ", count: 500))
        #expect(!found.highlights.isEmpty || found.text.hasSuffix("…"))
    }
}
