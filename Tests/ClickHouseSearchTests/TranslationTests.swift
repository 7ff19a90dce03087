import MinutesSearch
import Testing

@testable import ClickHouseSearch

/// Queries become conditions; what cannot says so.
@Suite struct TranslationTests {
    private static let tables = ClickHouseTables(database: ClickHouseName("g")!, isSpread: false)

    private func condition(_ query: String, scope: SearchScope = .remark, isExact: Bool = true) throws -> String {
        let understood = try SearchIndex.query(of: SearchRequest(query, scope: scope, isExact: isExact))
        return try QueryTranslation(understood, tables: Self.tables).condition.description
    }

    @Test func wordsAndSigns() throws {
        #expect(try condition("居場所") == "position(compared, '居場所') != 0")
        #expect(
            try condition("居場所 -(担い手 OR 見守り)")
                == "(position(compared, '居場所') != 0 AND NOT ((position(compared, '担い手') != 0 OR position(compared, '見守り') != 0)))"
        )
        #expect(try condition("") == "1")
        // Folded as the index folds: width, letters, runs of blanks.
        #expect(try condition("\"ＡＢ　　Ｃ\"") == "position(compared, 'ab c') != 0")
        #expect(try condition("100%_") == "position(compared, '100%_') != 0")
        #expect(try condition("it's\\").contains(#"'it\'s\\'"#))
    }

    @Test func filters() throws {
        #expect(try condition("役割:事務局") == "role = 'secretariat'")
        #expect(
            try condition("日付:2023-04..2024-03") == "(day > 0 AND day >= 20230401 AND day <= 20240331)")
        #expect(try condition("年度:令和5").contains("fiscal_year >= 2023 AND fiscal_year <= 2023"))
        #expect(try condition("回答:あり") == "answers > 0")
        #expect(try condition("種別:要望") == "has(kinds, 'request')")
        #expect(try condition("発言者:\"山田 太郎\"").contains("position(label_folded, '山田太郎') != 0"))
        #expect(try condition("会議:x'y").contains(#"position(names_folded, 'x\'y')"#))
    }

    @Test func prefixesLookAtTheCharacterBefore() throws {
        let sql = try condition("京都*")
        #expect(sql.hasPrefix("(position(compared, '京都') != 0 AND match(compared, "))
        #expect(sql.contains(#"(?:\\A|[^"#))
        // A word may always begin with a sign.
        #expect(
            try condition("\"（京都\"*") == "position(compared, '（京都') != 0"
                || condition("\"（京都\"*") == "position(compared, '(京都') != 0")
    }

    @Test func nearTakesBothOrders() throws {
        let sql = try condition("居場所 NEAR/20 担い手")
        #expect(sql.contains("居場所(?s:.{0,20})担い手|担い手(?s:.{0,20})居場所"), "\(sql)")
        #expect(try condition("あい NEAR うえ NEAR かき").contains("notEmpty(arrayFilter("))
        // Every place of these is not to be had, and without them the answer would be another.
        for query in ["ここ NEAR うえ NEAR かき", "あい* NEAR うえ NEAR かき", "市民の市 NEAR うえ NEAR かき"] {
            #expect(throws: ClickHouseError.self) { try condition(query) }
        }
        #expect(try condition("ここ NEAR うえ").contains("match("))
    }

    @Test func signsOfRegularExpressionsMeanNothing() throws {
        let sql = try condition(#""a.b*(c)[d]{2}|^$+?\" NEAR/5 居場所"#)
        let sign = RegexText(".*()[]{}|^$+?\\".unicodeScalars.map(\.value)).pattern
        #expect(sign.allSatisfy { $0.isHexDigit || "\\x{}".contains($0) }, "\(sign)")
        #expect(sql.contains(#"\\x{2e}b\\x{2a}"#), "\(sql)")
    }

    @Test func wideScopesAskForUnits() throws {
        let sql = try condition("居場所 担い手", scope: .meeting)
        #expect(sql.contains("load IN (SELECT load FROM g.gijiroku_remarks_1 WHERE position(compared, '居場所') != 0)"))
        #expect(sql.hasSuffix(" AND (position(compared, '居場所') != 0 OR position(compared, '担い手') != 0))"))
        #expect(try condition("居場所", scope: .exchange).contains("(load, exchange_unit) IN"))
    }

    /// The ranges are those of `WordBoundary`, asked for every character.
    @Test(arguments: ["京都", "カフェ", "みまもり", "abc", "3年", "「京都」"]) func edges(word: String) throws {
        let phrase = try #require(SearchPhrase(word))
        let edges = WordEdges(phrase)
        for value in (UInt32(0x21)...0x10_FFFF) where Unicode.Scalar(value) != nil {
            let begins = WordBoundary.begins(before: phrase.scalars[0], after: value)
            let ends = WordBoundary.ends(after: phrase.scalars[phrase.scalars.count - 1], before: value)
            if edges.letsBegin(behind: value) != begins || edges.letsEnd(before: value) != ends {
                Issue.record("\(word) \(String(value, radix: 16))")
            }
        }
        #expect(edges.letsBegin(behind: 0) && edges.letsEnd(before: 0))
    }

    @Test func numbersOfVeryManyClauses() throws {
        let sql = try condition((0..<200).map { "語\($0)" }.joined(separator: " OR "), isExact: false)
        #expect(sql.utf8.count < 4_000_000)
    }
}
