import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct QueryExpansionTests {
    private let synonyms = SynonymDictionary([
        .init(group: "1", word: "社会福祉協議会"), .init(group: "1", word: "社協"),
        .init(group: "2", word: "コミセン"), .init(group: "2", word: "コミュニティセンター"),
        .init(group: "3", word: "取り組み"), .init(group: "3", word: "活動"),
    ])
    private let meetings = [
        meeting(
            "m1",
            [
                Turn("社協の取組です。"), Turn("社会福祉協議会の取り組みです。"), Turn("取組みを続けます。"), Turn("活動の場。"),
                Turn("コミュニティセンターで打合せをする。"), Turn("子供の居場所。"), Turn("こどもの居場所。"),
            ])
    ]

    private func found(_ query: String, exact: Bool = false) throws -> (ids: Set<String>, results: SearchResults) {
        let fixture = try SearchFixture(meetings)
        let request = SearchRequest(query, isExact: exact)
        let results = try fixture.index().search(request, synonyms: synonyms, texts: fixture.texts)
        #expect(results.total == results.hits.count)
        return (Set(results.hits.map { String($0.remark.dropFirst(3)) }), results)
    }

    @Test(arguments: [
        ("社協", ["1", "2"]), ("社会福祉協議会", ["1", "2"]), ("取り組み", ["1", "2", "3", "4"]), ("取組", ["1", "2", "3", "4"]),
        ("\"取り組み\"", ["2"]), ("「社協」", ["1"]), ("ｺﾐｾﾝ 打ち合わせ", ["5"]), ("子ども 居場所", ["6", "7"]),
        ("居場所 -子ども", []), ("取り組*", ["1", "2", "3"]), ("社協 NEAR/3 取り組み", ["1", "2"]), ("活動", ["1", "2", "3", "4"]),
    ])
    func spellingsAndSynonymsAreFound(query: String, expected: [String]) throws {
        #expect(try found(query).ids == Set(expected))
    }

    @Test(arguments: [("社協", ["1"]), ("取り組み", ["2"]), ("取組", ["1", "3"]), ("子ども", []), ("活動", ["4"])])
    func exactFindsWhatIsTyped(query: String, expected: [String]) throws {
        #expect(try found(query, exact: true).ids == Set(expected))
    }

    @Test func aHitTellsWhatStandsForTheWord() throws {
        let results = try found("社協 取り組み").results
        let second = try #require(results.hits.first { $0.remark == "m1-2" })
        #expect(second.substitutions == [.init(word: "社協", found: "社会福祉協議会", isSynonym: true)])
        let first = try #require(results.hits.first { $0.remark == "m1-1" })
        #expect(first.substitutions == [.init(word: "取り組み", found: "取組", isSynonym: false)])
        #expect(results.words.map(\.text) == ["社協", "取り組み"])
        #expect(results.words.map(\.total) == [2, 4])
        #expect(results.words[0].others == [.init(text: "社会福祉協議会", isSynonym: true, total: 1)])
        #expect(Set(results.words[1].others.map(\.text)) == ["取組", "活動"])
    }

    @Test func aRareSpellingCountsLikeTheUsualOne() throws {
        let turns = (0..<20).map { _ in Turn("取組です。") } + [Turn("取り組みです。"), Turn("社協です。")]
        let hits = try SearchFixture([meeting("m1", turns)]).search("取組") { $0.limit = 30 }.hits
        #expect(hits.count == 21)
        // The longer remark behind, not the rarer spelling before.
        #expect(hits.last?.remark == "m1-21")
    }

    @Test func whatAShorterSpellingFindsIsNotLookedForTwice() throws {
        var expansion = QueryExpansion(synonyms: SynonymDictionary())
        let expression = expansion.expanded(.phrase(try #require(SearchPhrase("取組"))))
        #expect(expression.wantedPhrases.map(\.typed).sorted() == ["取り組み", "取組"])
    }

    @Test func manyWordsStayBounded() throws {
        var expansion = QueryExpansion(synonyms: synonyms)
        let words = try (0..<250).map { _ in SearchExpression.phrase(try #require(SearchPhrase("取り組みの打ち合わせ"))) }
        #expect(expansion.expanded(.any(words)).wantedPhrases.count <= QueryLimits.mostExpansions + 250)
    }
}
