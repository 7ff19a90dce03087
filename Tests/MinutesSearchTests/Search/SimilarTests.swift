import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct SimilarTests {
    private let meetings = [
        meeting(
            "m1",
            [
                Turn("移動販売車を団地の集会所に呼んではどうか。買い物の不便を聞いている。", topics: ["買い物支援"]),
                Turn("次の議題に進みます。ご意見をお願いします。", role: .chair),
                Turn("団地の集会所で移動販売車を試した。", role: .secretariat, topics: ["買い物支援", "広報"]),
                Turn("広報紙の配布方法を見直したい。", topics: ["広報"]),
                Turn("ご意見をお願いします。", role: .chair),
            ]),
        meeting("m2", [Turn("移動販売車の巡回は来年度から始める。"), Turn("議題は以上です。ご意見をお願いします。", role: .chair)]),
    ]

    private func similar(_ id: String, _ change: (inout SearchFilters) -> Void = { _ in }) throws -> SimilarRemarks? {
        let fixture = try SearchFixture(meetings)
        var filters = SearchFilters()
        change(&filters)
        return try fixture.index().similar(to: id, filters: filters, texts: fixture.texts)
    }

    @Test func theMostAlikeFirstAndWhy() throws {
        let found = try #require(try similar("m1-1"))
        #expect(found.of.remark == "m1-1")
        #expect(found.remarks.map(\.hit.remark).prefix(2) == ["m1-3", "m2-1"])
        #expect(found.remarks[0].topics == ["買い物支援"])
        let shared = Set(found.remarks[0].hit.words)
        #expect(shared.isSuperset(of: ["移動販売車", "団地", "集会所"]), "\(shared)")
        #expect(!found.remarks.contains { $0.hit.remark == "m1-1" })
        #expect(found.words.allSatisfy { $0.total > 1 })
    }

    @Test func filtersNarrow() throws {
        let found = try #require(try similar("m1-1") { $0.meetings = ["m2"] })
        #expect(found.remarks.map(\.hit.remark) == ["m2-1"])
    }

    @Test func unknownAndAmbiguousIdsAreNone() throws {
        #expect(try similar("m9") == nil)
        #expect(try similar("m1-") == nil)
        #expect(try similar("") == nil)
    }

    @Test func aRemarkWithoutTellingWordsHasNone() throws {
        let fixture = try SearchFixture([meeting("m1", [Turn("はい。"), Turn("はい。"), Turn("")])])
        for id in ["m1-1", "m1-3"] {
            let found = try #require(try fixture.index().similar(to: id, texts: fixture.texts))
            #expect(found.words.isEmpty && found.remarks.isEmpty)
        }
    }

    @Test func wordsAreCutByKindsOfLetters() {
        let words = TellingWords.candidates(in: ComparedText("移動販売車の担い手をＡＩで2024年に取り組む。").scalars)
            .map(ComparedText.string)
        #expect(Set(words).isSuperset(of: ["移動販売車", "移動", "販売", "担い手", "ai"]), "\(words)")
        #expect(!words.contains("2024"))
    }
}
