import Testing

@testable import MinutesReading

@Suite struct WordNumberingTests {
    @Test(arguments: [
        (1, "decimal", "1"), (12, "decimalFullWidth", "１２"), (3, "decimalZero", "03"),
        (20, "decimalEnclosedCircle", "⑳"),
        (21, "decimalEnclosedCircle", "㉑"), (36, "decimalEnclosedCircle", "㊱"), (51, "decimalEnclosedCircle", "51"),
        (2, "decimalEnclosedParen", "⑵"), (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"),
        (27, "upperLetter", "AA"),
        (2, "lowerLetter", "b"), (1, "aiueo", "ｱ"), (46, "aiueoFullWidth", "ン"), (47, "aiueoFullWidth", "ア"),
        (2, "irohaFullWidth", "ロ"), (47, "irohaFullWidth", "ス"), (10, "japaneseCounting", "十"),
        (11, "japaneseCounting", "十一"), (120, "japaneseCounting", "百二十"), (2024, "japaneseCounting", "二千二十四"),
        (11, "japaneseLegal", "壱拾壱"), (10, "ideographDigital", "一〇"), (3, "ideographTraditional", "丙"), (5, "none", ""),
        (7, "somethingNew", "7"), (0, "aiueoFullWidth", "0"), (-1, "upperRoman", "-1"), (-3, "decimalFullWidth", "-３"),
    ])
    func formats(number: Int, format: String, expected: String) {
        #expect(WordNumberFormat.text(number, format) == expected)
    }

    private func numbering(_ xml: String) throws -> WordNumbering {
        try Array("<w:numbering \(DocxFixture.namespaces)>\(xml)</w:numbering>".utf8).withUnsafeBufferPointer {
            try WordNumbering($0, styles: WordStyles())
        }
    }

    private func level(_ index: Int, _ text: String, _ extra: String = "") -> String {
        #"<w:lvl w:ilvl="\#(index)"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\#(extra)<w:lvlText w:val="\#(text)"/></w:lvl>"#
    }

    @Test func listsThatShareADefinitionGoOnAndStartAgainWhereTheySay() throws {
        var lists = try numbering(
            #"<w:abstractNum w:abstractNumId="0">"# + level(0, "%1.") + level(1, "%1-%2", #"<w:suff w:val="nothing"/>"#)
                + #"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#
                + #"<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/>"#
                + #"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>"#)
        #expect(lists.next(1, level: 0) == "1.　")
        #expect(lists.next(1, level: 1) == "1-1")
        #expect(lists.next(1, level: 1) == "1-2")
        #expect(lists.next(2, level: 0) == "2.　")
        #expect(lists.next(1, level: 1) == "2-1")
        #expect(lists.next(3, level: 0) == "1.　")
        #expect(lists.next(3, level: 0) == "2.　")
        #expect(lists.next(9, level: 0) == nil)
        #expect(lists.next(1, level: 7) == nil)
    }

    @Test func aLevelMayGoOnAcrossHigherOnes() throws {
        var lists = try numbering(
            #"<w:abstractNum w:abstractNumId="0">"# + level(0, "%1") + level(1, "%2", #"<w:lvlRestart w:val="0"/>"#)
                + #"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#)
        let shown = [0, 1, 1, 0, 1].map { lists.next(1, level: $0) }
        #expect(shown == ["1　", "1　", "2　", "2　", "3　"])
    }

    /// A pattern of a megabyte, shown in front of every paragraph, is a bomb.
    @Test func endlessPatternsShowNothing() throws {
        var lists = try numbering(
            #"<w:abstractNum w:abstractNumId="0">"# + level(0, String(repeating: "あ", count: 1_000))
                + #"</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#)
        #expect(lists.next(1, level: 0) == nil)
    }
}
