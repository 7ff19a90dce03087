import Foundation
import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct TopicDictionaryTests {
    private func topics(_ text: String, _ dictionary: TopicDictionary) throws -> [String] {
        let meeting = meeting(text)
        let found = try TopicAnalyzer(dictionary: dictionary).findings(
            in: meeting, context: AnalysisContext(for: meeting))
        return found.map { "\($0.fields["topic"] ?? "") \($0.fields["count"] ?? "") \($0.quote)" }
    }

    @Test func theOneThatComesWithTheProgramIsSound() throws {
        try TopicDictionary.welfare.check()
        #expect(TopicDictionary.welfare.topics.count >= 30)
    }

    @Test func anotherListIsReadFromJSON() throws {
        let json = """
            {"spellings": [["猫", "ねこ", "ネコ"]],
             "topics": [{"id": "neko", "name": "猫", "words": ["地域猫"], "excluding": ["地域猫背"]}]}
            """
        let dictionary = try TopicDictionary(json: Data(json.utf8))
        #expect(try topics("地域ネコと地域ねこ、地域ﾈｺ。地域猫背。", dictionary) == ["猫 3 地域ネコ"])
        #expect(try TopicDictionary(json: JSONEncoder().encode(dictionary)) == dictionary)
    }

    @Test func whatIsWrongWithAListIsSaid() {
        func read(_ topics: String) throws { _ = try TopicDictionary(json: Data("{\"topics\": [\(topics)]}".utf8)) }
        #expect(throws: TopicDictionaryError.noWords("猫")) {
            try read("{\"id\": \"a\", \"name\": \"猫\", \"words\": [\"\"]}")
        }
        #expect(throws: TopicDictionaryError.repeated("猫")) {
            try read(
                "{\"id\": \"a\", \"name\": \"猫\", \"words\": [\"猫\"]}, {\"id\": \"b\", \"name\": \"猫\", \"words\": [\"犬\"]}"
            )
        }
    }

    @Test func aLongerWordOfTheSameTopicIsOneMention() throws {
        let dictionary = TopicDictionary(topics: [.init(id: "a", name: "相談", words: ["相談", "出張相談", "相談支援", "相談支援員"])])
        #expect(try topics("出張相談支援員の相談", dictionary) == ["相談 2 出張相談支援員"])
    }

    @Test func latinWordsStandAlone() throws {
        let dictionary = TopicDictionary(topics: [.init(id: "a", name: "CSW", words: ["CSW", "8050"])])
        #expect(try topics("ＣＳＷが、csw。CSWX 18050", dictionary) == ["CSW 2 ＣＳＷ"])
    }

    @Test func spellingsMultiplyWithinBounds() {
        let group = (0..<30).map { "語\($0)末" }
        let dictionary = TopicDictionary(spellings: [group, ["A", "B", "C"]], topics: [])
        let spellings = dictionary.foldedSpellings()
        #expect(TopicDictionary.spelled("語0末A", spellings).count == 64)
        #expect(TopicDictionary.spelled("無関係", spellings) == ["無関係"])
    }
}
