import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Groups of items, and numbers the proceedings print in their own way")
struct AgendaGroupTests {
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    private func places(_ meeting: Meeting) -> [Int?] {
        meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    private func parents(_ meeting: Meeting) -> [Int?] {
        meeting.agenda.map { item in meeting.agenda.firstIndex { $0.id == item.parent } }
    }

    private static let head = """
        令和６年度第２回　みずほ大学運営会議　議事要旨

        １　日　時　令和６年９月３日（火）　14：00～15：30
        ２　場　所　本館　大会議室


        """

    @Test(
        "＜審議事項＞ and ＜報告事項＞ stand over numbers that begin anew",
        arguments: [("＜", "＞"), ("【", "】"), ("《", "》"), ("≪", "≫"), ("〈", "〉")])
    func groups(open: String, close: String) {
        let meeting = parse(
            Self.head + """
                ３　議　事

                　議事に先立ち、学長からあいさつがあった。

                　（発言の記録）

                \(open)審議事項\(close)
                (1) 図書館の開館時間について
                　木下理事から、資料１に基づき説明があり、原案のとおり承認
                された。主な意見は次のとおり。

                委員：夜の十時まで開けられないか。
                事務局：夜の職員を置けるか検討する。

                (2) 寮費の改定について
                　木下理事から、資料２に基づき説明があった。

                委員：値上げの幅が大きい。
                事務局：段階を分けて改定する。

                \(open)報告事項\(close)
                (1) 附属農場の収支について
                　村井理事から、資料３に基づき報告があった。

                委員：収支が改善したことを評価する。
                事務局：次回も報告する。

                \(open)その他\(close)
                　次回は12月に開催することとされた。
                """)
        #expect(
            meeting.agenda.map(\.title) == [
                "審議事項", "図書館の開館時間について", "寮費の改定について", "報告事項", "附属農場の収支について", "その他",
            ])
        #expect(parents(meeting) == [nil, 0, 0, nil, 3, nil])
        #expect(places(meeting) == [1, 1, 2, 2, 4, 4])
    }

    @Test("＜報告＞ under （１） tells what kind of speech follows; ＜議題＞ over several numbers is a list")
    func captionsAndLists() {
        let meeting = parse(
            Self.head + """
                ＜議題＞
                (1) 図書館の開館時間について
                (2) 寮費の改定について

                ＜議事録＞
                (1) 図書館の開館時間について
                会長：では始めます。
                委員：夜の十時まで開けられませんか。
                (2) 寮費の改定について
                ＜事務局説明＞
                事務局：段階を分けて改定します。
                委員：わかりました。
                """)
        #expect(meeting.agenda.map(\.title) == ["図書館の開館時間について", "寮費の改定について"])
        #expect(places(meeting) == [0, 0, 1, 1])
    }

    @Test("【報告事項】 over one item each is a list where the proceedings repeat the items below")
    func listInGroups() {
        let meeting = parse(
            Self.head + """
                【議事】
                【報告事項】
                (1) 附属農場の収支について
                【協議事項】
                (1) 図書館の開館時間について
                (2) 寮費の改定について

                【議事の経過】
                (1) 附属農場の収支について
                会長：では始めます。
                委員：収支はどうですか。
                (1) 図書館の開館時間について
                会長：次の件です。
                委員：夜の十時まで開けられませんか。
                (2) 寮費の改定について
                委員：わかりました。
                """)
        let titles = meeting.remarks.map { remark in meeting.agenda.first { $0.id == remark.agenda }?.title }
        #expect(
            titles == [
                "附属農場の収支について", "附属農場の収支について", "図書館の開館時間について", "図書館の開館時間について", "寮費の改定について",
            ])
        #expect(meeting.agenda.map(\.title) == ["附属農場の収支について", "図書館の開館時間について", "寮費の改定について"])
    }

    private static let list = """
        令和６年度第１回　みずほ地域福祉協議会　議事録

        日時：令和６年６月４日（火）　10時～11時30分
        場所：みずほ会館　２階会議室
        次第
        　１　開会
        　２　部会の報告
        　　（１）　相談部会
        　　（２）　居場所部会
        　３　協議
        　　（１）　夜間の受入れ（緊急時の短期入所）について
        　　（２）　来年の部会の体制について


        """

    @Test(
        "3-(1) is （１） under ３ of the list, also in other words",
        arguments: ["2-(1)　,2-(2)　,3-(1)　,3-(2)　", "２－（１）　,２－（２）　,３－（１）　,３－（２）　"])
    func compound(numbers: String) {
        let number = numbers.split(separator: ",")
        let meeting = parse(
            Self.list + """
                《１　開会》
                会長：始めます。
                《２　部会の報告》
                《\(number[0])相談部会》
                委員：四回集まりました。
                《\(number[1])居場所部会》
                委員：二回集まりました。
                《３　協議》
                《\(number[2])夜間の受入れについて》
                委員：部屋は足りますか。
                事務局：３-(2)の表のとおり、足りています。
                《\(number[3])部会の体制》
                会長：では決まりました。
                """)
        #expect(meeting.agenda.map(\.number) == ["１", "２", "（１）", "（２）", "３", "（１）", "（２）"])
        #expect(places(meeting) == [0, 2, 3, 5, 5, 6])
    }

    @Test("協議事件１ numbers the items of a list called 協議事件; 協議事件１の is said")
    func wordOfTheList() {
        let meeting = parse(
            """
            　　　　みずほ町議会全員協議会会議録

            招集年月日　　令和６年６月４日（火）
            開催の場所　　みずほ町議会　委員会室
            開　　　議　　午前10時00分
            閉　　　議　　午前11時20分
            協議事件
            　１　診療所の整備について
            　２　学校の配置について

            ○（木下議長）　これより始めます。

            ―――――――――――
            協議事件１　診療所の整備について
            ◎（町長）　資料１により申し上げます。
            ◆（３番　村井議員）　協議事件１の資料の二枚目です。
            協議事件１の表に誤りがあります。
            ◎（町長）　直します。

            ―――――――――――
            協議事件２　学校の配置
            ◎（町長）　資料２により申し上げます。
            """)
        #expect(meeting.agenda.map(\.number) == ["１", "２"])
        #expect(places(meeting) == [nil, 0, 0, 0, 1])
        #expect(meeting.header.opensAt == "10:00")
        #expect(meeting.header.closesAt == "11:20")
    }

    @Test("the end of a listed title on a line between two speeches is its heading; any other line is not")
    func endOfTitle() {
        let head = """
            みずほ地区民生委員協議会　５月定例会　記録

            日　時：令和６年５月９日（木）　10：00～11：30
            場　所：みずほ会館　集会室
            出欠（○出席、×欠席）
            　第一班　　○木下　千代　×村井　勲
            次　第
            　１　協議
            　　①　世帯の調査の進め方
            　　②　秋の視察研修の行き先

            １　協議
            ①　世帯の調査
            【会長】　では始めます。
            【木下委員】　二人で回ります。

            """
        let turns = "【会長】　候補は二つです。\n【木下委員】　海がよいです。\n"
        let whole = parse(head + "視察研修の行き先\n" + turns)
        #expect(places(whole) == [1, 1, 2, 2])
        #expect(whole.header.body == "みずほ地区民生委員協議会")
        #expect(whole.header.venue == "みずほ会館　集会室")
        for other in ["行き先", "山と海の見える所", "秋の視察研修"] {
            #expect(places(parse(head + other + "\n" + turns)) == [1, 1, 1, 1])
        }
    }
}
