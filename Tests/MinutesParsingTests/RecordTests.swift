import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Header, agenda, topics, pages")
struct ParsedRecordTests {
    private let committee = """
         令和５年度第３回

        第２次こぶし台地域福祉活動計画推進委員会

        会 議 要 録

        日  時  令和６年１月 17 日（水）午後６時半から午後８時 5 分

        会  場  こぶし台福祉会館 ２階会議室

        出席委員  青柳志津子、岩永たけし、魚住良一、榎田三枝子、小野寺久美、柏崎

        光夫

        事務局   北条常務理事、久我事務局長、毛利係長、近藤主任

        傍聴者   ２名

        －－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－－

        （午後６時半 開会）

        １ 開会

        ○事務局長 寒いなかお集まりいただきありがとうございます。今日は前回に引き続き、基

        本目標１の振り返りを行います。



        ２ 議事

        （１）振り返りシートについて ※別紙１参照

        ○事務局 説明（略）。（基本目標１ 「となりと知り合う」より（２）集まる場所をふや

        す）

        ○委員 （２）の２に「空き店舗を使う」とありますが、使った店は何軒ありますか。来年

        度の予定もあわせて教えてください。

                                      －1－

         ○事務局 ３軒です。来年度は１軒ふやせるように、商店会と話し合いを進めているところ

        です。

        ○事務局 説明（略）。（基本目標１ 「となりと知り合う」より（３）声をかけ合う）

        ○委員長 見守りの当番を決めた町会が増えたのはよいことだと思います。ほかにご意見が

        なければ次に進みます。



        （２）その他

        ○事務局 次回は３月を予定しています。



        ４ 閉会

        （午後８時 5 分 閉会）
        """

    @Test("header fields, names cut by a line end, posts behind names")
    func header() {
        let header = MinutesParser().parse(SourceText(text: committee)).header
        #expect(header.title == "令和５年度第３回 第２次こぶし台地域福祉活動計画推進委員会 会議要録")
        #expect(header.body == "第２次こぶし台地域福祉活動計画推進委員会")
        #expect(header.kind == "会議要録")
        #expect(header.fiscalYear == "令和5年度")
        #expect(header.session == "第3回")
        #expect(header.date == "2024-01-17")
        #expect(header.opensAt == "18:30")
        #expect(header.closesAt == "20:05")
        #expect(header.venue == "こぶし台福祉会館 ２階会議室")
        #expect(header.observers == 2)
        let members = header.attendance.filter { $0.role == .member }.map(\.name)
        #expect(members == ["青柳志津子", "岩永たけし", "魚住良一", "榎田三枝子", "小野寺久美", "柏崎光夫"])
        let office = header.attendance.filter { $0.role == .secretariat }
        #expect(office.map(\.name) == ["北条", "久我", "毛利", "近藤"])
        #expect(office.map(\.title) == ["常務理事", "事務局長", "係長", "主任"])
    }

    @Test("agenda as printed, nested, with its attachment and a gap that is said")
    func agenda() {
        let meeting = MinutesParser().parse(SourceText(text: committee))
        #expect(meeting.agenda.map(\.number) == ["１", "２", "（１）", "（２）", "４"])
        #expect(meeting.agenda.map(\.title) == ["開会", "議事", "振り返りシートについて", "その他", "閉会"])
        #expect(meeting.agenda.map(\.parent) == [nil, nil, meeting.agenda[1].id, meeting.agenda[1].id, nil])
        #expect(meeting.agenda[2].attachment == "別紙１参照")
        #expect(meeting.remarks.map(\.agenda).last == meeting.agenda[3].id)
        #expect(meeting.diagnostics.contains { $0.code == "agenda.number-gap" })
    }

    @Test("an explanation left out opens a topic")
    func topics() {
        let meeting = MinutesParser().parse(SourceText(text: committee))
        #expect(
            meeting.topicBoundaries.map(\.title) == ["基本目標１ 「となりと知り合う」より（２）集まる場所をふやす", "基本目標１ 「となりと知り合う」より（３）声をかけ合う"])
        let first = meeting.topicBoundaries[0].id
        let second = meeting.topicBoundaries[1].id
        #expect(meeting.remarks.map(\.topicBoundary) == [nil, first, first, first, second, second, nil])
    }

    @Test("pages are counted, their numbers stay out of the text")
    func pages() {
        let meeting = MinutesParser().parse(SourceText(text: committee))
        #expect(meeting.remarks.map(\.span.page) == [1, 1, 1, 2, 2, 2, 2])
        #expect(meeting.remarks[3].text == "３軒です。来年度は１軒ふやせるように、商店会と話し合いを進めているところです。")
        #expect(meeting.remarks.allSatisfy { !$0.text.contains("－1－") })
    }

    @Test("ids do not hang on the position")
    func ids() {
        let before = MinutesParser().parse(SourceText(text: committee))
        let changed = committee.replacing("寒いなか", with: "お寒いなか、遠くから")
        let after = MinutesParser().parse(SourceText(text: changed))
        #expect(before.id == after.id)
        #expect(before.remarks.dropFirst().map(\.id) == after.remarks.dropFirst().map(\.id))
        #expect(before.remarks[0].id != after.remarks[0].id)
    }

    @Test("several marks stand for parties; a label alone on its line is followed by the text")
    func parties() {
        let text = """
            ○委員長（桐山のぞみ）
            　それでは質疑に入ります。栗田委員。
            ◆委員（栗田大介）
            　歩道の段差について伺います。
            　いつ直しますか。
            ◎建設部長（剣持誠）
            　来年の春に直します。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.party) == ["chair", "members", "officials"])
        #expect(meeting.remarks.map(\.name) == ["桐山のぞみ", "栗田大介", "剣持誠"])
        #expect(meeting.remarks[1].text == "歩道の段差について伺います。\nいつ直しますか。")
    }

    @Test("labels at the end of what was said")
    func trailing() {
        let text = """
            １ 駅前広場について
            ・木陰になる場所がほしい。（鳥居委員）
            ・ベンチを増やすことを
            　検討している。（事務局）
            ２ 駐輪場について
            ・料金は据え置いてほしい（鳥居委員）
            ・夜も開けてほしい。（苗場委員）
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["鳥居委員", "事務局", "鳥居委員", "苗場委員"])
        #expect(meeting.remarks.map(\.text).first == "木陰になる場所がほしい。")
        #expect(meeting.remarks.map(\.text).last == "夜も開けてほしい。")
    }
}
