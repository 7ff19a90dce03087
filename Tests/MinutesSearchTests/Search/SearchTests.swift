import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct SearchTests {
    private let meetings = [
        meeting(
            "m1", date: "2023-06-10", fiscalYear: "令和5年度",
            [
                Turn("居場所づくりの担い手が足りません。どのように考えていますか。", topics: ["居場所づくり", "担い手"], agenda: "活動計画の振り返り"),
                Turn(
                    "ｺﾐｾﾝと相談して検討します。", role: .secretariat, label: "事務局（山田　太郎君）", name: "山田太郎", answers: 0,
                    agenda: "活動計画の振り返り"),
                Turn("京都の取り組みを見ました。", label: "田中委員"),
                Turn("東京都の補助金です。東京都の補助金です。東京都の補助金です。", role: .official, label: "福祉部長"),
            ]),
        meeting(
            "m2", date: "2024-05-20", body: "みどり町社協理事会",
            [
                Turn("市民社協と社協の違いは何ですか。"), Turn("髙橋さんの居場所の話をＡＩで整理した。MAILで送る。", topics: ["広報"]),
                Turn("か\u{3099}っこうと はし\u{3099}の話。", role: .chair, label: "委員長"),
                Turn("", role: .audience, label: "傍聴者"),
            ]),
    ]

    @Test(arguments: [
        ("居場所", ["m1-1", "m2-2"]), ("居場", ["m1-1", "m2-2"]), ("所", ["m1-1", "m2-2"]), ("社協", ["m2-1"]),
        ("居場所 担い手", ["m1-1"]), ("居場所 -担い手", ["m2-2"]), ("居場所 OR 社協", ["m1-1", "m2-1", "m2-2"]),
        ("コミセン", ["m1-2"]), ("ｺﾐｾﾝ", ["m1-2"]), ("高橋", ["m2-2"]), ("髙橋", ["m2-2"]), ("ai", ["m2-2"]), ("Ａｉ", ["m2-2"]),
        ("がっこう", ["m2-3"]), ("\"がっこうと　はじ\"", ["m2-3"]), ("がっこうとはじ", []), ("宇宙", []),
        ("役割:事務局", ["m1-2"]), ("発言者:山田", ["m1-2"]), ("発言者:\"山田 太郎\"", ["m1-2"]), ("発言者:田中", ["m1-3"]),
        ("話題:居場所", ["m1-1"]), ("話題:広報 OR 話題:担い手", ["m1-1", "m2-2"]), ("議題:振り返り", ["m1-1", "m1-2"]),
        ("会議:社協 居場所", ["m2-2"]), ("会議:m1 居場所", ["m1-1"]), ("年度:令和5 居場所", ["m1-1"]), ("年度:R6 居場所", ["m2-2"]),
        ("日付:2023-04..2024-03 居場所", ["m1-1"]), ("日付:2024.. 居場所", ["m2-2"]), ("種別:回答", ["m1-2"]),
        ("-会議:m1 -役割:委員", ["m2-3", "m2-4"]), ("(居場所 OR 京都) -(AI OR 補助金)", ["m1-1", "m1-3"]), ("委員", []),
    ])
    func finds(query: String, expected: [String]) throws {
        let fixture = try SearchFixture(meetings)
        let results = try fixture.search(query)
        #expect(Set(results.hits.map(\.remark)) == Set(expected))
        #expect(results.total == expected.count)
    }

    @Test func aWordOnItsOwnRanksBeforeOneInsideAnother() throws {
        let fixture = try SearchFixture(meetings)
        #expect(try fixture.found("京都") == ["m1-3", "m1-4"])
        #expect(try fixture.found("AI").first == "m2-2")
    }

    @Test func aHitShowsTheAnswerAndAnAnswerTheQuestion() throws {
        let fixture = try SearchFixture(meetings)
        let question = try #require(try fixture.search("担い手").hits.first)
        #expect(question.answer?.remark == "m1-2")
        #expect(question.answer?.label == "事務局（山田　太郎君）")
        #expect(question.answer?.snippet == "ｺﾐｾﾝと相談して検討します。")
        #expect(question.answers == 1)
        #expect(question.question == nil)
        let answer = try #require(try fixture.search("相談").hits.first)
        #expect(answer.question?.remark == "m1-1")
        #expect(answer.answer == nil)
    }

    @Test func aHitTellsWhereItStands() throws {
        let hit = try #require(try SearchFixture(meetings).search("担い手").hits.first)
        #expect(hit.meeting == "m1")
        #expect(hit.meetingTitle == "令和5年度第1回 みどり町地域福祉推進委員会")
        #expect(hit.date == "2023-06-10")
        #expect(hit.role == .member)
        #expect(hit.label == "委員")
        #expect(hit.agenda == "（1） 活動計画の振り返り")
        #expect(hit.topics == ["居場所づくり", "担い手"])
        #expect(hit.order == 1)
        #expect(hit.line == 10)
        #expect(hit.score > 0)
        #expect(hit.occurrences == 1)
        let tokyo = try #require(try SearchFixture(meetings).search("東京都 補助金 京都").hits.first)
        #expect(tokyo.occurrences == 6)
        #expect(tokyo.words == ["東京都", "補助金", "京都"])
    }

    @Test func filtersBesideTheQuery() throws {
        let fixture = try SearchFixture(meetings)
        #expect(try fixture.found("居場所") { $0.filters.meetings = ["理事会"] } == ["m2-2"])
        #expect(try fixture.found("") { $0.filters.roles = ["事務局", "official"] } == ["m1-2", "m1-4"])
        #expect(try fixture.found("居場所 OR 社協") { $0.filters.dates = ["令和5年度"] } == ["m1-1"])
        #expect(throws: SearchQueryError.self) { try fixture.found("") { $0.filters.roles = ["火星人"] } }
    }

    @Test func orderAndPages() throws {
        let fixture = try SearchFixture(meetings)
        #expect(try fixture.found("") { $0.sort = .oldest }.first == "m1-1")
        let newest = try fixture.found("")
        #expect(newest == ["m2-1", "m2-2", "m2-3", "m2-4", "m1-1", "m1-2", "m1-3", "m1-4"])
        var paged: [String] = []
        for offset in stride(from: 0, to: 10, by: 3) {
            let page = try fixture.search("") { ($0.offset, $0.limit) = (offset, 3) }
            #expect(page.total == 8)
            paged += page.hits.map(\.remark)
        }
        #expect(paged == newest)
        #expect(try fixture.search("") { $0.limit = 0 }.hits.isEmpty)
        #expect(try fixture.search("") { ($0.limit, $0.offset) = (.max, .max) }.hits.isEmpty)
        #expect(try fixture.search("") { $0.limit = .max }.hits.count == 8)
    }

    @Test func eachWordTellsItsCount() throws {
        let words = try SearchFixture(meetings).search("居場所 宇宙 -京都").words
        #expect(words == [.init(text: "居場所", total: 2), .init(text: "宇宙", total: 0)])
    }

    @Test func anEmptyIndexFindsNothing() throws {
        #expect(try SearchFixture([]).search("居場所").total == 0)
        #expect(try SearchFixture([]).search("").total == 0)
    }

    @Test func meetingsWithoutADateAreFoundAndStandLast() throws {
        let fixture = try SearchFixture(meetings + [meeting("m0", date: nil, [Turn("居場所")])])
        #expect(try fixture.found("").last == "m0-1")
        #expect(try fixture.search("居場所 日付:..2030").total == 2)
        #expect(try fixture.search("居場所 会議:m0").hits.first?.date == nil)
    }
}
