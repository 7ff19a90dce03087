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

    @Test func anEmptyQueryIsEverything() throws {
        #expect(try QueryParser.expression(of: "") == .all([]))
        #expect(try QueryParser.expression(of: " 　\n") == .all([]))
    }

    @Test(arguments: [
        ("居場所 OR", 5), ("OR 居場所", 1), ("a OR OR b", 6), ("(居場所", 1), ("居場所)", 4), ("a ()", 4), (")", 1),
        ("a \"b", 3), ("「", 1), ("a NOT", 3), ("AND a", 1), ("a AND", 3), ("役割:", 1), ("x 役割:火星人", 3),
        ("日付:来年あたり", 1), ("日付:2024-13", 1), ("年度:昔", 1), ("役目:事務局", 1), ("a rolle:chair", 3), ("\" \"", 1),
        ("NOT )", 1),
    ])
    func errorsTellThePlace(query: String, position: Int) throws {
        let error = #expect(throws: SearchQueryError.self) { try QueryParser.expression(of: query) }
        #expect(try #require(error).position == position, "\(String(describing: error))")
        #expect(try #require(error).reason.hasSuffix("。"))
    }

    @Test func hostileQueriesEndSoonWithAMessage() {
        let queries = [
            String(repeating: "あ", count: 1_000_000), String(repeating: "(", count: 9_000),
            String(repeating: "(", count: 70) + "a" + String(repeating: ")", count: 70),
            String(repeating: "a ", count: 10_000), String(repeating: "-", count: 20_000),
            String(repeating: "NOT ", count: 5_000), String(repeating: "「", count: 9_000),
            String(repeating: "あ", count: 2_000), "話題:" + String(repeating: "a,", count: 5_000),
            String(repeating: "(a OR ", count: 500), "会議:", String(repeating: "\u{3099}", count: 9_000),
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
            "|", "\u{0}", "𠮷",
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
