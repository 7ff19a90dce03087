import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Headings of the proceedings and the list at the top")
struct AgendaAlignmentTests {
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    /// The tree as text: number, title, and the number of the item above.
    private func tree(_ meeting: Meeting) -> [String] {
        meeting.agenda.map { item in
            let above = item.parent.flatMap { id in meeting.agenda.first { $0.id == id } }
            return "\(item.number)|\(item.title)" + (above.map { " < \($0.number)|\($0.title)" } ?? "")
        }
    }

    private func places(_ meeting: Meeting) -> [Int?] {
        meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    @Test("shortened and lengthened headings are the list's items, at the line of the heading")
    func inOtherWords() {
        let meeting = parse(
            """
            令和６年度第１回ひなた市みどり審議会　会議録
            日　　時：令和６年５月20日（月）14時～15時
            場　　所：ひなた市役所　第一会議室
            議　　題：
            　１．報告事項
            　　（１）令和５年度ひなた市公園愛護会の活動実績について
            　　（２）街路樹の剪定方針の見直しに伴う対応について
            　２．協議事項
            　　（１）緑の基本計画（素案）
            　３．その他

            【事務局（公園緑地課長）】
            　始めます。

            １．報告事項
            （１）公園愛護会の活動実績

            【会長】
            　説明をお願いします。
            【事務局（公園緑地課長）】
            　団体は四十あります。

            （２）街路樹の剪定方針の見直し

            【委員】
            　樹形が変わりました。

            ２．協議事項
            （１）ひなた市緑の基本計画（素案）について

            【委員】
            　目標を教えてください。

            ３．その他

            【会長】
            　次回は八月です。
            """)
        #expect(
            tree(meeting) == [
                "１．|報告事項", "（１）|令和５年度ひなた市公園愛護会の活動実績について < １．|報告事項",
                "（２）|街路樹の剪定方針の見直しに伴う対応について < １．|報告事項", "２．|協議事項", "（１）|緑の基本計画（素案） < ２．|協議事項",
                "３．|その他",
            ])
        #expect(places(meeting) == [nil, 1, 1, 2, 4, 5])
        #expect(meeting.agenda.map(\.span.line) == [15, 16, 23, 28, 29, 34])
    }

    @Test("brackets around the item's word and number; a number by itself behind a mark")
    func byNumber() {
        let boxed = parse(
            """
            第３期あやめ町公民館運営審議会　会議記録
            開催日時　　令和５年６月１日（木）
            会議次第　　以下のとおり
            　　　　　　ア　休館日の変更について
            　　　　　　イ　減免の基準について

            事務局：
            　お集まりいただきありがとうございます。

            【議題ア】休館日の変更について（諮問）
            館長：
            　月曜日を開けます。

            【議題イ】減免の基準
            委員：
            　団体の数を教えてください。
            """)
        #expect(tree(boxed) == ["ア|休館日の変更について", "イ|減免の基準について"])
        #expect(places(boxed) == [nil, 0, 1])
        let bills = parse(
            """
            建設委員会　会議録
            １．開催日　　令和６年９月２日（月）
            １．出席委員　（２人）
            　　　　委員長　川　端　一　郎　　委　員　野　口　花　子
            １．会議に付した事件
            　(1) 議案第12号　みさき市道路占用料条例の一部改正について
            　(2) 陳情第３号　歩道の段差の解消を求める陳情
            　(3) 閉会中の継続調査事項について
            １．会議の経過及び概要　　次のとおり

            　　　　　　　　　　（午前10時　開会）
            　○川端委員長　開会いたします。

            △議案第12号
            　○川端委員長　議案第12号を議題といたします。
            　◎建設部長　説明いたします。占用料を改めます。
            　○野口委員　差額はいくらですか。
            　◎建設部長　年に十万円です。

            △陳情第３号
            　○川端委員長　陳情第３号を議題といたします。
            　○野口委員　採択を求めます。

            △閉会中の継続調査
            　○川端委員長　お諮りいたします。
            """)
        #expect(
            tree(bills) == [
                "(1)|議案第12号　みさき市道路占用料条例の一部改正について", "(2)|陳情第３号　歩道の段差の解消を求める陳情", "(3)|閉会中の継続調査事項について",
            ])
        #expect(places(bills) == [nil, 0, 0, 0, 0, 1, 1, 2])
    }

    @Test("bills stand below the part of the day that takes them; 第１号 below （３）議事")
    func bills() {
        let board = parse(
            """
            令和７年第３回こだま町教育委員会定例会会議録
            　　　　　　　議　事　日　程
            　日程第１　会議録の承認について
            　日程第２　報告案件
            　　　　　　報告第５号　図書館の休館について
            　日程第３　議決案件
            　　　　　　議案第８号　学校給食費の規則の一部改正について
            　日程第４　その他

            　　　　　　　　　　開会　午後２時
            ○教育長（森　進）　開会いたします。

            日程第１　会議録の承認について
            ○教育長（森　進）　承認といたします。

            日程第２　報告案件
            報告第５号　図書館の休館について
            ○館長（林　幸）　十日間休みます。

            日程第３　議決案件
            議案第８号　学校給食費の規則の一部改正について
            ○委員（谷　実）　値上げの幅を教えてください。
            """)
        #expect(
            tree(board) == [
                "日程第１|会議録の承認について", "日程第２|報告案件", "報告第５号|図書館の休館について < 日程第２|報告案件", "日程第３|議決案件",
                "議案第８号|学校給食費の規則の一部改正について < 日程第３|議決案件", "日程第４|その他",
            ])
        #expect(places(board) == [nil, 0, 2, 4])
        let council = parse(
            """
            令和６年度うしお市防災会議　議事録

            １　開催日　　令和６年６月５日（水）
            ２　会　場　　市役所
            ３　次　第
            　　（１）開会
            　　（２）議事
            　　　　　第１号　うしお市地域防災計画の修正について
            　　　　　第２号　避難所の指定の状況について
            　　（３）閉会
            ４　議事の概要

            ≪開会≫
            ○ 司会（危機管理課長補佐）
            　　開会いたします。

            ≪議事≫
            ○ 会長（市長）
            　　議長を務めます。

            第１号　地域防災計画の修正
            ○ 幹事（危機管理課長）
            　　資料のとおりです。

            第２号　避難所の指定の状況
            ○ 委員（消防長）
            　　二か所増えました。

            ≪閉会≫
            ○ 司会（危機管理課長補佐）
            　　閉会いたします。
            """)
        #expect(
            tree(council) == [
                "（１）|開会", "（２）|議事", "第１号|うしお市地域防災計画の修正について < （２）|議事", "第２号|避難所の指定の状況について < （２）|議事", "（３）|閉会",
            ])
        #expect(places(council) == [0, 1, 2, 3, 4])
    }

    @Test("what is about something else stays an item of its own; order decides between items that are alike")
    func notAlike() {
        let meeting = parse(
            """
            令和６年度第２回こもれび市文化審議会　会議録
            日時：令和６年７月３日（水）10時
            議題
            　１　文化会館の改修について
            　２　文化祭の日程について
            　３　その他

            会長：始めます。

            １　文化会館の改修
            事務局：来年の四月に始めます。

            ２　委員長の互選について
            会長：どなたかいらっしゃいますか。

            ３　その他
            事務局：次回は十月です。
            """)
        #expect(tree(meeting) == ["１|文化会館の改修について", "２|文化祭の日程について", "３|その他", "２|委員長の互選について"])
        #expect(places(meeting) == [nil, 0, 3, 2])
        #expect(meeting.diagnostics.contains { $0.code == "agenda.not-listed" && $0.line == 13 })
    }

    @Test("a list under a numbered header keeps 報告事項, 議事 and 意見交換 as its items")
    func listOfHeaderWords() {
        let meeting = parse(
            """
            まなび研究会（第２回）　議事録

            １．日時　　令和６年10月29日（火）15:00
            ２．場所　　合同庁舎　５階
            ３．議事次第
            　１．開会
            　２．議事
            　　（１）前回の整理
            　　（２）意見交換
            　３．報告事項
            　４．閉会
            ４．議事

            １．開会
            【事務局】　始めます。

            ２．議事
            （１）前回の整理
            【座長】　説明をお願いします。
            【事務局】　三つに分けました。

            （２）意見交換
            【座長】　どなたからでもどうぞ。

            ３．報告事項
            【事務局】　報告はございません。
            """)
        #expect(
            tree(meeting) == [
                "１．|開会", "２．|議事", "（１）|前回の整理 < ２．|議事", "（２）|意見交換 < ２．|議事", "３．|報告事項", "４．|閉会",
            ])
        #expect(places(meeting) == [0, 2, 2, 3, 4])
    }

    @Test("topics between brackets under a numbered item are what is said of it; a decorated number is an item")
    func captions() {
        let meeting = parse(
            """
            第２回きらめき県交通委員会　議事要旨

            １　日時　令和７年１月24日（金）10時
            ２　議題
            　（１）計画の素案について
            　（２）今後の予定について

            ３　議事の概要

            （１）計画の素案について
            ＜現状の見方＞
            ・（委員）便数が減ったことを書いてほしい。
            　→（事務局）書き直す。
            ＜取組の方向＞
            ・（委員）高校生の声を入れてほしい。
            　→（事務局）整理する。

            （２）今後の予定について
            ・（委員）公表はいつか。
            　→（事務局）三月である。
            """)
        #expect(tree(meeting) == ["（１）|計画の素案について", "（２）|今後の予定について"])
        #expect(places(meeting) == [0, 0, 0, 0, 1, 1])
        let decorated = parse(
            """
            令和６年度第１回　町立あかね診療所運営委員会
            日時：令和６年８月７日（水）18時
            予定の議題
            　１　昨年度の決算
            　２　夜間の診療

            事務長：始めます。

            ━━━━ 議題１　昨年度の決算 ━━━━
            委員：赤字の理由は何ですか。
            事務長：電気代です。

            ＊＊＊　議題２　夜間の診療　＊＊＊
            委員：週に何日ですか。
            事務長：二日です。
            """)
        #expect(tree(decorated) == ["１|昨年度の決算", "２|夜間の診療"])
        #expect(places(decorated) == [nil, 0, 0, 1, 1])
    }

    @Test("a line of the list word for word between two speakers is its heading, in the middle of a sentence it is not")
    func wordForWord() {
        let meeting = parse(
            """
            第８回すみれ市都市計画審議会　議事録
            日時：令和５年８月２日（水）14時
            議題
            　議案第１号　道路の変更について
            　報告事項　マスタープランの改定について

            議案第１号　道路の変更について
            ［会長］　説明をお願いします。
            ［事務局］　幅を広げます。
            報告事項　マスタープランの改定について
            ［事務局］　三月に公表します。
            ［会長］　資料の
            道路の変更について
            という頁を御覧ください。
            """)
        #expect(meeting.agenda.map(\.number) == ["議案第１号", ""])
        #expect(places(meeting) == [0, 0, 1, 1])
    }

    @Test("many headings that are nearly alike are told apart in time", .timeLimit(.minutes(1)))
    func hostile() {
        var text = "第１回こぶし市会議　会議録\n日時：令和６年１月９日\n議題\n"
        for number in 1...1500 { text += "　（\(number)）公園の管理の状況の報告その\(number)について\n" }
        text += "\n会長：始めます。\n"
        for number in 1...1500 { text += "\n（\(number)）公園の管理の報告その\(number)\n会長：どうぞ。\n" }
        let meeting = parse(text)
        #expect(meeting.remarks.count == 1501)
    }
}
