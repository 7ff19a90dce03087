import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct ScopeAndNearTests {
    private let meetings = [
        meeting(
            "m1",
            [
                Turn("居場所づくりの担い手が足りません。", agenda: "振り返り"),
                Turn("予算を検討します。", role: .secretariat, label: "事務局", answers: 0, agenda: "振り返り"),
                Turn("補助金の話も担当からします。", role: .official, label: "部長", answers: 1, agenda: "その他"),
                Turn("居場所は常設がよい。", agenda: "その他"),
            ]),
        meeting("m2", [Turn("予算がない。"), Turn("居場所がない。")]),
    ]

    @Test(arguments: [
        ("居場所 予算", []), ("範囲:問答 居場所 予算", ["m1-1", "m1-2"]), ("範囲:問答 居場所 補助金", ["m1-1", "m1-3"]),
        ("範囲:議題 居場所 補助金", ["m1-3", "m1-4"]), ("範囲:議題 居場所 予算", ["m1-1", "m1-2", "m2-1", "m2-2"]),
        ("範囲:会議 常設 予算", ["m1-2", "m1-4"]), ("範囲:会議 居場所 -常設", ["m2-2"]),
        ("範囲:会議 居場所 予算 役割:事務局", ["m1-2"]), ("範囲:会議 居場所 -役割:委員", []), ("範囲:会議 役割:部長", ["m1-3"]),
        ("範囲:発言 居場所 担い手", ["m1-1"]), ("範囲:問答 補助金 OR 常設", ["m1-3", "m1-4"]),
    ])
    func wordsStandInTheUnitAndHitsHoldOne(query: String, expected: [String]) throws {
        let results = try SearchFixture(meetings).search(query)
        #expect(Set(results.hits.map(\.remark)) == Set(expected))
        #expect(results.total == expected.count)
    }

    @Test func theScopeOfTheRequestHoldsWhereTheQueryNamesNone() throws {
        let fixture = try SearchFixture(meetings)
        #expect(Set(try fixture.found("居場所 予算") { $0.scope = .exchange }) == ["m1-1", "m1-2"])
        #expect(try fixture.found("居場所 予算 範囲:発言") { $0.scope = .exchange } == [])
    }

    @Test(arguments: [
        ("居場所 NEAR/5 担い手", ["m1-1"]), ("担い手 NEAR/4 居場所", ["m1-1"]), ("居場所 NEAR/3 担い手", []),
        ("居場所 NEAR/0 づくり", ["m1-1"]), ("居場所 NEAR/5 場所", []), ("居場所 NEAR/5 (常設 OR 担い手)", ["m1-1", "m1-4"]),
        ("居場所 NEAR/4 担い手 NEAR/1 足り", ["m1-1"]), ("居場所 NEAR/4 担い手 NEAR/0 足り", []),
        ("足り NEAR/8 居場所", ["m1-1"]), ("の NEAR/0 担", ["m1-1"]), ("金 NEAR/5 担当", ["m1-3"]), ("月面 NEAR/5 担当", []),
        ("-(居場所 NEAR/5 担い手) 居場所", ["m1-4", "m2-2"]), ("範囲:問答 居場所 NEAR/9 足り 予算", ["m1-1", "m1-2"]),
    ])
    func wordsNearEachOther(query: String, expected: [String]) throws {
        #expect(Set(try SearchFixture(meetings).found(query)) == Set(expected))
    }

    @Test(arguments: [
        ("回答:あり", ["m1-1", "m1-2"]), ("回答:なし 居場所", ["m1-4", "m2-2"]), ("-回答:no", ["m1-1", "m1-2"]),
    ])
    func whetherARemarkIsAnswered(query: String, expected: [String]) throws {
        #expect(Set(try SearchFixture(meetings).found(query)) == Set(expected))
    }

    @Test func aPrefixBeginsAWord() throws {
        let fixture = try SearchFixture([
            meeting("m1", [Turn("東京都です。"), Turn("京都府です。"), Turn("mail"), Turn("ＡＩの話。"), Turn("東京都と京都。")])
        ])
        #expect(Set(try fixture.found("京都*")) == ["m1-2", "m1-5"])
        #expect(try fixture.search("京都").total == 3)
        #expect(try fixture.found("ai*") == ["m1-4"])
        let hit = try #require(try fixture.search("京都* 東京都").hits.first)
        #expect(hit.highlights.count == 2)
    }

    @Test(arguments: 0..<6)
    func nearEqualsAScanOfAllPairs(seed: Int) throws {
        var generator = SplitMix(seed: UInt64(seed))
        let letters: [Character] = ["あ", "い", "う", "居", "場"]
        func text(_ length: Int) -> String {
            String((0..<length).map { _ in letters[Int(generator.next() % UInt64(letters.count))] })
        }
        let texts = (0..<60).map { _ in text(Int(generator.next() % 14)) }
        let fixture = try SearchFixture([meeting("m1", texts.map { Turn($0) })])
        for _ in 0..<60 {
            let words = (0..<(2 + generator.next() % 2)).map { _ in text(1 + Int(generator.next() % 3)) }
            let distances = words.dropFirst().map { _ in Int(generator.next() % 5) }
            let query = zip(words.dropFirst(), distances).reduce(words[0]) { "\($0) NEAR/\($1.1) \($1.0)" }
            let expected = texts.count { holds(Array($0), words.map(Array.init), distances) }
            #expect(try fixture.search(query).total == expected, "\(query)")
        }
    }

    private func holds(_ text: [Character], _ words: [[Character]], _ distances: [Int]) -> Bool {
        func places(_ word: [Character]) -> [Range<Int>] {
            guard text.count >= word.count else { return [] }
            return (0...(text.count - word.count)).filter { Array(text[$0..<($0 + word.count)]) == word }
                .map { $0..<($0 + word.count) }
        }
        var reached = places(words[0])
        for (word, distance) in zip(words.dropFirst(), distances) {
            reached = places(word).filter { range in
                reached.contains {
                    let gap = max($0.lowerBound - range.upperBound, range.lowerBound - $0.upperBound)
                    return gap >= 0 && gap <= distance
                }
            }
        }
        return !reached.isEmpty
    }
}
