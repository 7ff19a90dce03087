import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Agendas in their shapes")
struct AgendaShapeTests {
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    @Test("議題１ set in under ２ 議題; 開会 and その他 by what the chair says")
    func nested() {
        let meeting = parse(
            """
            第８回なぎさ市子ども会議　議事録
            日時　令和５年８月29日（火）10時から
            次第
            　１　開会
            　２　議題
            　　議題１　居場所の調査について
            　　議題２　病児保育の利用について
            　３　その他

            ［司会］ただいまから開会いたします。
            ［会長］議題１について、説明をお願いします。
            ［事務局］結果は三つあります。
            １　小学生は六割です。
            ２　中学生は四割です。
            ［会長］次に、議題２に移ります。
            ［事務局］利用は増えています。
            ［会長］それでは、その他に移ります。
            ［事務局］次回は十月です。
            """)
        #expect(meeting.agenda.map(\.number) == ["１", "２", "議題１", "議題２", "３"])
        let second = meeting.agenda[1].id
        #expect(meeting.agenda.map(\.parent) == [nil, nil, second, second, nil])
        let places = meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
        #expect(places == [0, 2, 2, 3, 3, 4, 4])
    }

    @Test("what kind of speech follows is no item; the next number stands where it stood")
    func captions() {
        let meeting = parse(
            """
            令和６年度第１回なぎさ市高齢者会議　会議録
            日時：令和６年11月14日（木）

            １　開会
            事務局：始めます。

            ２　議題
            （１）見守りについて
            会長：説明をお願いします。
            【事務局説明】
            事務局：登録は四百人です。
            【質疑応答】
            委員：少ない地区はどこですか。

            （２）買い物について
            会長：続いて説明をお願いします。
            事務局：停留所は十四か所です。

            ３　閉会
            会長：終わります。
            """)
        #expect(meeting.agenda.map(\.number) == ["１", "２", "（１）", "（２）", "３"])
        let second = meeting.agenda[1].id
        #expect(meeting.agenda.map(\.parent) == [nil, nil, second, second, nil])
        #expect(meeting.notes.map(\.text).contains("【質疑応答】"))
        #expect(meeting.remarks.count == 7)
    }

    @Test("a heading shorter than the item of the list is that item; numbers that repeat or begin again are said")
    func shortened() {
        let meeting = parse(
            """
            令和６年第４回なぎさ町議会定例会会議録
            開　　議　　令和６年12月10日　午前10時
            散　　会　　令和６年12月10日　午後２時22分

            議事日程
            　日程第１　会議録署名議員の指名
            　日程第２　議案第58号　介護保険条例の一部を改正する条例

            　　　　◎日程第１　会議録署名議員の指名
            ○議長（奥田君）　指名します。
            　　　　◎日程第２　議案第58号
            ○議長（奥田君）　議案第58号を議題とします。
            ○町長（二宮君）　説明します。
            """)
        #expect(meeting.header.opensAt == "10:00")
        #expect(meeting.header.closesAt == "14:22")
        #expect(meeting.agenda.map(\.number) == ["日程第１", "日程第２"])
        #expect(meeting.agenda.last?.title.contains("介護保険条例") == true)
        #expect(meeting.remarks.last?.agenda == meeting.agenda.last?.id)
        let restarted = parse(
            """
            第１回なぎさ村常会　記録
            日時　令和６年４月１日

            一、水路について
            ○区長　始めます。
            二、道について
            ○区長　直します。
            二、柵について
            ○区長　立てます。
            一、その他
            ○区長　終わります。
            """)
        let codes = Set(restarted.diagnostics.map(\.code))
        #expect(codes.isSuperset(of: ["agenda.repeated-number", "agenda.number-restart"]))
        #expect(restarted.agenda.map(\.number) == ["一", "二", "二", "一"])
    }
}
