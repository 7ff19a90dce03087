import Testing

@testable import MinutesSearch

@Suite struct SynonymFileTests {
    private let table = """
        グループ,語,展開,分類
        1,社会福祉協議会,,組織
        1,社協,0,組織
        1,市社協,1,組織
        1,"福祉,協",2,
        2,コミュニティセンター,,
        2,コミセン,,

        """

    private func words(_ dictionary: SynonymDictionary, of word: String) -> [String] {
        dictionary.synonyms(of: [ComparedText(word).trimmed])
    }

    @Test func aTableWithHeadings() throws {
        let dictionary = try SynonymFile.read(table)
        #expect(dictionary.entries.count == 6)
        #expect(words(dictionary, of: "社協") == ["社会福祉協議会", "市社協"])
        #expect(words(dictionary, of: "市社協") == [])
        #expect(words(dictionary, of: "福祉,協") == [])
        #expect(words(dictionary, of: "ｺﾐｾﾝ") == ["コミュニティセンター"])
        #expect(words(dictionary, of: "居場所") == [])
        #expect(dictionary.grouped.map(\.count) == [4, 2])
    }

    @Test(arguments: [
        "word,group\nコミセン,a\nコミュニティセンター,a\n", "group\tword\r\na\tコミセン\r\na\tコミュニティセンター\r\n",
        "000008,1,0,1,0,0,0,(建築),コミセン,,\n000008,1,0,1,0,0,2,(),コミュニティセンター,,\n",
        "000008,,,,,,,,コミセン,,\n000008,,,,,,,,コミュニティセンター,,",
        "[{\"words\": [\"コミセン\", {\"word\": \"コミュニティセンター\", \"expansion\": 0}]}]",
        " {\"groups\": [{\"group\": \"a\", \"category\": \"建築\", \"words\": [\"コミセン\", \"コミュニティセンター\"]}]}",
    ])
    func otherForms(text: String) throws {
        let dictionary = try SynonymFile.read(text)
        #expect(words(dictionary, of: "コミセン") == ["コミュニティセンター"])
        #expect(words(dictionary, of: "コミュニティセンター") == ["コミセン"])
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let dictionary = try SynonymFile.read(table)
        let text = SynonymFile.rows(dictionary).map { row in
            row.map { "\"\($0)\"" }.joined(separator: ",")
        }.joined(separator: "\r\n")
        #expect(try SynonymFile.read(text) == dictionary)
        #expect(try SynonymFile.read("") == SynonymDictionary())
    }

    @Test(arguments: [
        ("語,展開\na,b\n", 1, 1), ("グループ,語\n1,社協\n,社会福祉協議会\n", 3, 1), ("グループ,語\n1,社協\n1, \n", 3, 2),
        ("グループ,語,展開\n1,社協,5\n", 2, 3), ("グループ,語\n1,\"社協\n1,x\n", 2, 2), ("グループ,語\n1\n", 2, 2),
        ("語,グループ\nあ,1\nい,\n", 3, 2),
    ])
    func aBadTableTellsLineAndColumn(text: String, line: Int, column: Int) throws {
        let error = try #require(throws: SynonymFileError.self) { try SynonymFile.read(text) }
        #expect(error.line == line && error.column == column, "\(error)")
        #expect(error.reason.hasSuffix("。") && error.english.hasSuffix("."))
    }

    @Test(arguments: [
        "[", "{\"groups\": 3}", "[{\"words\": 1}]", "[{\"words\": [\"\"]}]", "[{\"group\": \"a\"}]", "[{}]",
    ])
    func badJSONIsRefused(text: String) throws {
        let error = try #require(throws: SynonymFileError.self) { try SynonymFile.read(text) }
        #expect(!error.reason.isEmpty && !error.english.isEmpty)
    }

    @Test func aLargeFileIsRefused() {
        #expect(throws: SynonymFileError.self) {
            try SynonymFile.read(String(repeating: "あ", count: SynonymFile.largest))
        }
    }
}
