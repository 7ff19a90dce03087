import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct QueryParserTests {
    private func word(_ text: String) throws -> SearchExpression { .phrase(try #require(SearchPhrase(text))) }

    @Test func wordsSideBySideAreAND() throws {
        #expect(try QueryParser.expression(of: "居場所　担い手") == .all([word("居場所"), word("担い手")]))
        #expect(try QueryParser.expression(of: "居場所 AND 担い手") == .all([word("居場所"), word("担い手")]))
        #expect(try QueryParser.expression(of: "居場所 かつ 担い手") == .all([word("居場所"), word("担い手")]))
    }

    @Test(arguments: ["a OR b", "a ＯＲ b", "a または b", "a | b", "a｜b", "(a)OR(b)", "（a）または（b）"])
    func orHasManyNames(query: String) throws {
        #expect(try QueryParser.expression(of: query) == .any([word("a"), word("b")]))
    }

    @Test func andBindsCloserThanOr() throws {
        #expect(
            try QueryParser.expression(of: "a b OR c -d")
                == .any([.all([word("a"), word("b")]), .all([word("c"), .not(word("d"))])]))
        #expect(
            try QueryParser.expression(of: "a (b OR c)") == .all([word("a"), .any([word("b"), word("c")])]))
    }

    @Test(arguments: ["-b", "－b", "NOT b", "ＮＯＴ　b", "-\"b\"", "NOT NOT NOT b"])
    func notHasManyNames(query: String) throws { #expect(try QueryParser.expression(of: query) == .not(word("b"))) }

    @Test(arguments: ["\"a OR b\"", "「a OR b」", "“a OR b”", "『a OR b』", "＂a　OR　b＂", "\"  a OR b \""])
    func quotationMarksKeepWordsTogether(query: String) throws {
        #expect(try QueryParser.expression(of: query) == word("a or b"))
    }

    @Test(arguments: ["or", "and", "not", "a-b", "13:30", "ア-ト", "第５次活動計画"])
    func smallLettersAndSignsInsideAreWords(query: String) throws {
        #expect(try QueryParser.expression(of: query) == word(query))
    }

    @Test(arguments: [
        ("役割:事務局", SearchFilter.role(.secretariat)), ("role:chair", .role(.chair)), ("役割：議長", .role(.chair)),
        ("発言者:ﾔﾏﾀﾞ", .speaker("ヤマダ")), ("話題:「居場所 づくり」", .topic("居場所 づくり")),
        ("会議:推進委員会", .meeting("推進委員会")), ("議題:振り返り", .agenda("振り返り")),
        ("種別:要望", .kind(.request)), ("kind:plan_input", .kind(.planInput)),
    ])
    func filters(query: String, filter: SearchFilter) throws {
        #expect(try QueryParser.expression(of: query) == .filter(filter))
    }

    @Test func severalValuesAreAlternatives() throws {
        #expect(
            try QueryParser.expression(of: "役割:事務局、説明員 -役割:chair")
                == .all([
                    .any([.filter(.role(.secretariat)), .filter(.role(.official))]), .not(.filter(.role(.chair))),
                ]))
    }

    @Test(arguments: [
        "役割:(事務局 OR 説明員)", "役割:（事務局　または　説明員）", "役割:事務局|説明員", "役割:「事務局」、\"説明員\"", "role:(secretariat | official)",
        "役割:( 事務局 、説明員 )",
    ])
    func valuesInBracketsAreAlternativesToo(query: String) throws {
        #expect(
            try QueryParser.expression(of: query)
                == .any([.filter(.role(.secretariat)), .filter(.role(.official))]))
    }

    @Test func aQuotedValueKeepsItsComma() throws {
        #expect(try QueryParser.expression(of: "議題:「計画、報告」") == .filter(.agenda("計画、報告")))
        #expect(
            try QueryParser.expression(of: "議題:(計画の 見直し OR 報告)")
                == .any([.filter(.agenda("計画の 見直し")), .filter(.agenda("報告"))]))
    }

    @Test func nearJoinsWordsAndTheirAlternatives() throws {
        func phrase(_ text: String) throws -> SearchPhrase { try #require(SearchPhrase(text)) }
        #expect(
            try QueryParser.expression(of: "居場所 NEAR/20 担い手")
                == .near(NearWords(words: [[phrase("居場所")], [phrase("担い手")]], distances: [20])))
        #expect(
            try QueryParser.expression(of: "a 近傍/5 (b OR \"c d\") ＮＥＡＲ／３ e f")
                == .all([
                    .near(
                        NearWords(
                            words: [[phrase("a")], [phrase("b"), phrase("c d")], [phrase("e")]], distances: [5, 3])),
                    word("f"),
                ]))
        #expect(
            try QueryParser.expression(of: "-a NEAR b")
                == .not(.near(NearWords(words: [[phrase("a")], [phrase("b")]], distances: [20]))))
    }

    @Test(arguments: ["出張*", "出張＊", "「出張」*", "出張**"])
    func aStarBehindAWordIsAPrefix(query: String) throws {
        #expect(try QueryParser.expression(of: query) == .phrase(try #require(SearchPhrase("出張", isPrefix: true))))
        #expect(try QueryParser.expression(of: query) != word("出張"))
    }

    @Test(arguments: [
        ("範囲:会議 a", SearchScope.meeting), ("a scope:exchange", .exchange), ("範囲：議題　a", .agenda), ("範囲:発言 a", .remark),
        ("範囲:問答 範囲:問答 a", .exchange),
    ])
    func aScopeHoldsForTheWholeQuery(query: String, scope: SearchScope) throws {
        let found = try QueryParser.query(query)
        #expect(found.scope == scope)
        #expect(try found.expression == word("a"))
        #expect(try QueryParser.query("a", scope: .meeting).scope == .meeting)
    }

    @Test func anEmptyQueryIsEverything() throws {
        #expect(try QueryParser.expression(of: "") == .all([]))
        #expect(try QueryParser.expression(of: " 　\n") == .all([]))
    }

    @Test(arguments: [
        ("居場所 OR", 5), ("OR 居場所", 1), ("a OR OR b", 6), ("(居場所", 1), ("居場所)", 4), ("a ()", 4), (")", 1),
        ("a \"b", 3), ("「", 1), ("a NOT", 3), ("AND a", 1), ("a AND", 3), ("役割:", 1), ("x 役割:火星人", 3),
        ("日付:来年あたり", 1), ("日付:2024-13", 1), ("年度:昔", 1), ("役目:事務局", 1), ("a rolle:chair", 3), ("\" \"", 1),
        ("NOT )", 1), ("NEAR/5 a", 1), ("a NEAR/5", 3), ("a NEAR/x b", 3), ("a NEAR/5 (b c)", 3), ("(a b) 近傍/5 c", 7),
        ("a NEAR/99999 b", 3), ("a NEAR/5 役割:事務局", 3), ("a NEAR/5 -b", 3), ("a *", 3), ("(範囲:会議 a)", 2), ("範囲:町 a", 1),
        ("範囲:会議 a 範囲:問答", 9), ("役割:(事務局 OR", 4), ("回答:たぶん", 1), ("-範囲:会議", 1), ("OR 範囲:会議", 1),
    ])
    func errorsTellThePlace(query: String, position: Int) throws {
        let error = #expect(throws: SearchQueryError.self) { try QueryParser.expression(of: query) }
        #expect(try #require(error).position == position, "\(String(describing: error))")
        #expect(try #require(error).reason.hasSuffix("。"))
        #expect(try #require(error).english.hasSuffix("."))
    }

    @Test(arguments: [
        ("居場所 \"担い手", "居場所 \"担い手\n       ^"), ("ab)", "ab)\n  ^"), ("a\tb )", "a b )\n    ^"),
        (
            String(repeating: "あ", count: 40) + " )" + String(repeating: "い", count: 40),
            "..." + String(repeating: "あ", count: 14) + " )" + String(repeating: "い", count: 14) + "...\n"
                + String(repeating: " ", count: 32) + "^"
        ),
    ])
    func aCaretStandsUnderThePlace(query: String, expected: String) throws {
        let error = try #require(throws: SearchQueryError.self) { try QueryParser.expression(of: query) }
        #expect(error.pointer(in: query) == expected)
    }

    @Test func hostileQueriesEndSoonWithAMessage() {
        let queries = [
            String(repeating: "あ", count: 1_000_000), String(repeating: "(", count: 9_000),
            String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70),
            String(repeating: "a ", count: 10_000), String(repeating: "-", count: 20_000),
            String(repeating: "NOT ", count: 5_000), String(repeating: "「", count: 9_000),
            String(repeating: "あ", count: 2_000), "話題:" + String(repeating: "a,", count: 5_000),
            String(repeating: "(a OR ", count: 500), (0..<9).map { "\($0)" }.joined(separator: " NEAR/5 "), "会議:",
            String(repeating: "\u{3099}", count: 9_000),
        ]
        for query in queries { #expect(throws: SearchQueryError.self) { try QueryParser.expression(of: query) } }
    }

    @Test func deepButAllowed() throws {
        let query = String(repeating: "(", count: 64) + "a" + String(repeating: ")", count: 64)
        #expect(try QueryParser.expression(of: query) == word("a"))
    }

    @Test func anyBytesAreAQueryOrAnError() {
        var generator = SplitMix(seed: 7)
        let pieces = [
            "(", ")", "（", "」", "「", "\"", "-", "OR", " ", "　", "役割:", "日付:", "..", "a", "居場所", "\u{3099}", ":", "NOT",
            "|", "\u{0}", "𠮷", "NEAR/3", "近傍/", "*", "範囲:", "会議", "、",
        ]
        for _ in 0..<3000 {
            let query = (0..<Int(generator.next() % 12)).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))]
            }
            do {
                _ = try QueryParser.expression(of: query.joined())
            } catch let error {
                #expect(!error.reason.isEmpty)
            }
        }
    }
}
