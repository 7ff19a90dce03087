import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("People and fields of headers in further shapes")
struct HeaderPeopleTests {
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    private let turns = """

        事務局：定刻ですので始めます。
        会長：よろしくお願いします。では事務局から説明をお願いします。
        事務局：資料のとおりです。
        委員：よく分かりました。
        会長：ほかにございますか。
        委員：ありません。
        会長：それでは終わります。
        """

    @Test("posts in brackets before the names, members who are only counted")
    func postBeforeName() {
        let people = parse(
            """
            令和６年度第１回　雲井市みどり審議会　会議録
            １．日時　令和６年７月３日（水）午後２時～４時
            ２．場所　雲井市役所　大会議室
            ３．出席委員　（会長）杉原　俊、（職務代理者）樫本　由美、楢山　一夫、委員３名
            """ + turns
        ).header.attendance
        #expect(people.map(\.name) == ["杉原俊", "樫本由美", "楢山一夫"])
        #expect(people.map(\.title) == ["会長", "職務代理者", nil])
        #expect(people.map(\.role) == [.chair, .viceChair, .member])
    }

    @Test("captions inside a list, posts held besides, a day whose year comes from the fiscal year")
    func captions() {
        let meeting = parse(
            """
            令和５年度　民生環境委員会
            第６回委員会（２月８日）
            出席委員　浅瀬肇委員長，深川千鶴副委員長，早瀬太委員
            市執行部　【市民部】
            　市民部長　淵野光男，主幹兼窓口センター長　川辺あずさ
            　【水道部】
            　給水課長補佐　泉千秋

            浅瀬委員長）ただ今から委員会を開会いたします。
            市民部長）市民部長の淵野でございます。
            早瀬委員）件数を伺います。
            主幹兼窓口センター長）３０件でございます。
            早瀬委員）分かりました。
            浅瀬委員長）以上で閉会いたします。
            """)
        #expect(meeting.header.date == "2024-02-08")
        #expect(meeting.header.session == "第6回")
        let officials = meeting.header.attendance.filter { $0.role == .official }
        #expect(officials.map(\.name) == ["淵野光男", "川辺あずさ", "泉千秋"])
        #expect(officials.map(\.title) == ["市民部長", "主幹兼窓口センター長", "給水課長補佐"])
        #expect(meeting.header.attendance.count == 6)
    }

    @Test("directors and auditors counted first, whole names a blank apart, the presiding one named once")
    func directors() {
        let people = parse(
            """
            社会福祉法人　雲井福祉会
            令和７年度　第２回理事会　議事録

            １　開催日時　令和７年９月１日（月）　１３時３０分～１５時
            ２　開催場所　雲井会館　大研修室
            ３　理事総数　６名　　出席理事　５名
            　　　杉原俊之（会長）　樫本由美（副会長）　楢山一夫（常務理事）
            　　　椎名光　橡さつき　柏邦彦
            　　　欠席理事　栗田健吾
            ４　監事総数　２名　　出席監事　１名　桐生進
            ５　議　長　杉原俊之
            """ + turns
        ).header.attendance
        #expect(people.map(\.name) == ["杉原俊之", "樫本由美", "楢山一夫", "椎名光", "橡さつき", "柏邦彦", "栗田健吾", "桐生進"])
        #expect(
            people.map(\.status) == [.present, .present, .present, .present, .present, .present, .absent, .present])
        #expect(people.map(\.role) == [.chair, .viceChair, .member, .member, .member, .member, .member, .other])
    }

    @Test("day, hours and place in one line; Markdown labels")
    func lines() {
        let loose = parse(
            """
            雲井市みどり連絡会　議事録
            2024/06/05 18:30-20:00 みどり交流館
            出席者/ 会長, 副会長, 婦人会, 事務局
            """ + turns
        ).header
        #expect(loose.date == "2024-06-05")
        #expect(loose.opensAt == "18:30")
        #expect(loose.closesAt == "20:00")
        #expect(loose.venue == "みどり交流館")
        #expect(loose.attendance.map(\.title) == ["会長", "副会長", nil, "事務局"])
        let marked = parse(
            """
            # 雲井市みどり研究会 第3回 議事メモ

            - **日時**: 2025年3月14日 13:00〜15:10
            - **場所**: みどり交流館
            - **出席**: 杉原 俊（座長）、樫本、楢山（敬称略）
            """ + turns
        ).header
        #expect(marked.opensAt == "13:00")
        #expect(marked.venue == "みどり交流館")
        #expect(marked.attendance.map(\.name) == ["杉原俊", "樫本", "楢山"])
        #expect(marked.attendance.map(\.organization) == [nil, nil, nil])
    }

    @Test("a body is its entry on the list where nobody it sent is named")
    func bodies() {
        let roster = Roster([
            Attendance(name: "", role: .member, group: "参加", organization: "読み手の会"),
            Attendance(name: "杉原俊", role: .member, group: "参加", organization: "しおりの会"),
        ])
        #expect(roster.unnamed("読み手の会") == 0)
        #expect(roster.unnamed("しおりの会") == nil)
    }

    @Test("letters that stand for speakers have the roles the legend tells")
    func letters() {
        let meeting = parse(
            """
            雲川流域協議会 住民部会（第2回） 議事録
            2025年11月2日（日）午前10時から正午まで

            発言者の記号
              A: 部会長
              B: 上流の区長
              C: 下流の農家
              D: 雲川河川事務所 調査課長
              S: 事務局

            ア　水田について

            A: 前回の続きから始めます。
            B: 上流では板を付けました。
            C: 下流は助かっています。
            D: 来年も続けます。
            S: 資料をお送りします。
            A: では次に移ります。
            C: お願いします。
            """)
        let people = meeting.header.attendance
        #expect(people.map(\.title) == ["部会長", "上流の区長", "下流の農家", "雲川河川事務所 調査課長", "事務局"])
        #expect(people.map(\.role) == [.chair, .member, .member, .official, .secretariat])
        #expect(
            meeting.remarks.map(\.role) == [.chair, .member, .member, .official, .secretariat, .chair, .member])
        #expect(meeting.remarks.allSatisfy { $0.name == nil })
    }

    @Test(
        "posts that hold another word are nobody's name",
        arguments: [
            ("主幹兼窓口センター長", Role.official), ("副実行委員長", .viceChair), ("保健師（ゲスト）", .expert),
        ])
    func labels(label: String, role: Role) {
        let reading = SpeakerLabel.read(label)
        #expect(reading.name == nil)
        #expect(reading.role == role)
    }

    @Test("兼田 is a name, and so is what stands behind a post in katakana")
    func names() {
        #expect(SpeakerLabel.read("兼田課長").name == "兼田")
        #expect(SpeakerLabel.read("モデレーター谷口氏").name == "谷口")
    }
}
