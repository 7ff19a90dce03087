import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Layouts written by bodies nobody has shown us")
struct UnseenLayoutTests {
    private static let head = "第２回　うみべ市緑化協議会　会議録\n日時　令和６年５月９日（木）14時～15時\n場所　市役所\n"

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var labels: [String]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "a bracket that was never opened",
            text: """
                質問）苗木は何本ですか。
                回答）五百本です。
                質問）植える月はいつですか。
                回答）十一月です。
                """, labels: ["質問", "回答", "質問", "回答"]),
        Case(
            testDescription: "rows of a table drawn with bars",
            text: """
                | 発言者 | 内容 |
                |---|---|
                | 会長 | 始めます。 |
                | 事務局 | 苗木の説明をします。 |
                | 秋吉委員 | 値段はいくらですか。 |
                | 会長 | 終わります。 |
                """, labels: ["会長", "事務局", "秋吉委員", "会長"]),
        Case(
            testDescription: "a column of numbers",
            text: "1\t会長\t始めます。\n2\t公園課長\t苗木の説明をします。\n3\t委員\t値段はいくらですか。\n4\t公園課長\t一本千円です。\n",
            labels: ["会長", "公園課長", "委員", "公園課長"]),
        Case(
            testDescription: "points under a speaker",
            text: """
                【秋吉座長】
                ○　本日は街路樹の話をする。
                【波多委員】
                ○　根が歩道を持ち上げている。
                ○　つまずく人がいる。
                【事務局】
                ○　調査を行う。
                """, labels: ["秋吉座長", "波多委員", "事務局"]),
        Case(
            testDescription: "answers behind arrows",
            text: """
                （委員）枝が電線に触れている。
                →（事務局）電力会社に伝える。
                （委員）落ち葉が多い。
                →（事務局）掃除の回数を増やす。
                （会長）よろしくお願いしたい。
                →（公園課長）承知した。
                """, labels: ["委員", "事務局", "委員", "事務局", "会長", "公園課長"]),
        Case(
            testDescription: "a mark of their own for guests without a post",
            text: """
                □委員長　質疑を始めます。
                □委員　手入れは誰がしますか。
                ■応募者Ａ　社員が行います。
                □委員　夜の見回りはありますか。
                ■応募者Ａ　毎晩行います。
                □委員　値段の根拠は何ですか。
                ■応募者Ｂ　前の年の実績です。
                □委員長　終わります。
                """, labels: ["委員長", "委員", "応募者Ａ", "委員", "応募者Ａ", "委員", "応募者Ｂ", "委員長"]),
        Case(
            testDescription: "letters behind spread labels",
            text: """
                会　　長　　始めます。
                委 員 Ａ　　並木を増やしてください。
                事 務 局　　検討します。
                委 員 Ｂ　　水やりの当番が足りません。
                事 務 局　　手伝いを募ります。
                会　　長　　終わります。
                """, labels: ["会長", "委員Ａ", "事務局", "委員Ｂ", "事務局", "会長"]),
        Case(
            testDescription: "telegram style without a full stop",
            text: """
                民生委員：公園の草が伸びている
                民生委員：ごみも多い
                事務局：来週刈る
                """, labels: ["民生委員", "民生委員", "事務局"]),
        Case(
            testDescription: "bodies in brackets",
            text: """
                ≪会長≫　始めます。
                ≪消防署≫　水の便が悪い所です。
                ≪事務局≫　調べます。
                ≪消防署≫　お願いします。
                """, labels: ["会長", "消防署", "事務局", "消防署"]),
        Case(
            testDescription: "bodies in brackets alone on the line, acts among them",
            text: """
                （会長）
                　・始める。
                （警察）
                　・見通しの悪い角がある。
                （休憩）
                （事務局）
                　・枝を切る。
                （会長）
                　・終わる。
                """, labels: ["会長", "警察", "事務局", "会長"]),
        Case(
            testDescription: "a post that speaks once",
            text: """
                教育長　始めます。
                秋吉委員　花壇の予算はいくらですか。
                学校教育課長　十万円です。
                教育長　終わります。
                """, labels: ["教育長", "秋吉委員", "学校教育課長", "教育長"]),
    ]

    @Test("labels", arguments: cases)
    func labels(of example: Case) {
        let meeting = MinutesParser().parse(SourceText(text: Self.head + "\n" + example.text))
        #expect(meeting.remarks.map { $0.label.filter { $0 != " " && $0 != "\u{3000}" } } == example.labels)
        #expect(meeting.header.venue == "市役所")
    }

    @Test("a line that only looks like a label is named where it was left in a turn")
    func nearMisses() {
        let text =
            Self.head + """

                会長　始めます。
                事務局　説明します。
                苗木は町の負担です。
                委員　補助はありますか。
                枝の処分にもお金がかかります。
                事務局　あります。
                司法書士　登記のない土地もあります。
                事務局　調べます。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.count == 5)
        #expect(meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == 11 })
    }

    @Test("a label nobody knows is a speaker's where nothing but turns begins at its place, and it is said")
    func placeProves() {
        let text =
            Self.head + """

                会長　始めます。
                事務局　説明します。
                　苗木は町の負担です。
                委員　補助はありますか。
                　枝の処分にもお金がかかります。
                事務局　あります。
                司法書士　登記のない土地もあります。
                事務局　調べます。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["会長", "事務局", "委員", "事務局", "司法書士", "事務局"])
        #expect(meeting.diagnostics.contains { $0.code == "turn.unsure" && $0.line == 11 })
    }

    @Test("one line is no convention, and it is said")
    func oneLine() {
        let meeting = MinutesParser().parse(SourceText(text: Self.head + "話は次のとおり。\n市長：木を植えたい。\n皆が賛成した。\n"))
        #expect(meeting.diagnostics.contains { $0.code == "turn.low-confidence" })
    }

    @Test("a summary without speakers keeps its headings, and its text is unknown, not header")
    func summary() {
        let text =
            Self.head + """
                １　開会
                ２　議題
                （１）街路樹について
                事務局から資料に基づき説明した。
                ・枝を早めに切ってほしいとの意見があった。
                ３　閉会
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.isEmpty)
        #expect(meeting.agenda.map(\.title) == ["開会", "議題", "街路樹について", "閉会"])
        #expect(meeting.segments.contains { $0.kind == .unknown })
        #expect(meeting.diagnostics.contains { $0.code == "turn.none" })
        #expect(meeting.diagnostics.contains { $0.code == "text.unknown" && $0.line == 7 })
    }

    @Test("items on the line of their label; remarks linked by what the chair calls")
    func links() {
        let text =
            Self.head + """
                議題　第１号議案　並木の更新について　第２号議案　花壇の委託について

                会長　第１号議案の説明をお願いします。
                事務局　説明します。
                会長　第２号議案に移ります。
                事務局　説明します。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.agenda.map(\.number) == ["第１号議案", "第２号議案"])
        #expect(meeting.agenda.map(\.title) == ["並木の更新について", "花壇の委託について"])
        let first = meeting.agenda.first?.id
        let second = meeting.agenda.last?.id
        #expect(meeting.remarks.map(\.agenda) == [first, first, second, second])
    }

    @Test("posts in brackets behind a name, and several names behind one post")
    func people() {
        let text = """
            緑化協議会　議事録
            日時：令和６年５月９日 14:00-15:00
            出席: 秋吉（会長）、副会長 波多・三好、委員 国分　/　欠席: 灘
            1. 会長挨拶
            秋吉: 始めます。
            波多: 花の苗が届きました。
            三好: 何本ですか。
            国分: 百本です。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        let present = meeting.header.attendance.filter { $0.status == .present }
        #expect(present.map(\.name) == ["秋吉", "波多", "三好", "国分"])
        #expect(present.map(\.role) == [.chair, .viceChair, .viceChair, .member])
        #expect(meeting.header.attendance.filter { $0.status == .absent }.map(\.name) == ["灘"])
        #expect(meeting.agenda.map(\.title) == ["会長挨拶"])
        #expect(meeting.remarks.map(\.label) == ["秋吉", "波多", "三好", "国分"])
    }
}
