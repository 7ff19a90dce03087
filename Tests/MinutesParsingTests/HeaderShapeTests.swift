import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Headers in their shapes")
struct HeaderShapeTests {
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    @Test("a header given as a table with tabs, people with a head of their own and marks for who came")
    func table() {
        let meeting = parse(
            """
            会議録

            会議の名称\t令和６年度第２回うみかぜ市緑の基本計画策定委員会
            開催日時\tR6.8.21（水）13:30～15:00
            開催場所\tうみかぜ市役所本庁舎４階　402会議室
            公開・非公開\t公開
            傍聴者数\t３人
            議題\t(1) 骨子案について
            \t(2) その他
            会議資料\t資料１　骨子案
            \t資料２　日程表
            出席者
            役職\t氏名\t所属\t出欠
            委員長\t潮田　健一\t海辺大学教授\t○
            副委員長\t浜中　さち\t市民公募\t○
            委員\t砂川　登\t造園業協会\t×
            委員\t岬　花枝\t公募\t○
            事務局\t公園緑地課長　貝塚\t
            \t同係長　波多野\t

            会議の内容
            委員長：開会します。(1)骨子案について、説明をお願いします。
            貝塚課長：資料１をご覧ください。
            浜中委員：わかりやすいです。
            岬委員：図がほしいです。
            委員長：では、(2)その他に移ります。
            貝塚課長：次回は10月です。
            """)
        let header = meeting.header
        #expect(header.body == "うみかぜ市緑の基本計画策定委員会")
        #expect(header.date == "2024-08-21")
        #expect(header.opensAt == "13:30")
        #expect(header.closesAt == "15:00")
        #expect(header.observers == 3)
        #expect(header.materials == ["資料１　骨子案", "資料２　日程表"])
        #expect(header.attendance.map(\.name) == ["潮田健一", "浜中さち", "砂川登", "岬花枝", "貝塚", "波多野"])
        #expect(header.attendance.map(\.status) == [.present, .present, .absent, .present, .present, .present])
        #expect(header.attendance[0].organization == "海辺大学教授")
        #expect(header.attendance.map(\.role) == [.chair, .viceChair, .member, .member, .secretariat, .secretariat])
        #expect(meeting.agenda.map(\.number) == ["(1)", "(2)"])
        #expect(meeting.agenda.map(\.title) == ["骨子案について", "その他"])
        let second = meeting.agenda.last?.id
        #expect(meeting.remarks.map { $0.agenda == second } == [false, false, false, false, true, true])
    }

    @Test("kanji dates, seats, officials in columns; 第１号議案 called by the chair")
    func seats() {
        let meeting = parse(
            """
            第３回やまなみ町防災会議　議事録

            １　日　時　　令和六年二月二十一日（水）午後二時から午後四時まで
            ２　場　所　　やまなみ町役場　大会議室
            ３　出席委員（５名）
            　　１番　山田太郎君　　２番　山田花子君
            　　３番　高橋賢一君　　５番　斎藤　実君
            　　６番　渡辺広子君
            ４　欠席委員　なし
            ５　説明のため出席した者
            　　総務課長　沢村　隆　　防災係長　森下
            ６　議　事
            　　第１号議案　避難所運営について
            　　第２号議案　備蓄計画について

            ○議長（斎藤　実君）　ただいまから会議を開きます。
            第１号議案を議題とします。事務局の説明を求めます。
            ○総務課長（沢村　隆君）　避難所の一覧をご覧ください。
            ○２番（山田花子君）　女性の部屋はありますか。
            ○山田委員　よくわかりました。
            ○髙橋委員　発電機の数を教えてください。
            ○防災係長　一か所に２台です。
            ○渡邊委員　車いすは通れますか。
            ○総務課長（沢村　隆君）　スロープを作ります。
            ○議長（斎藤　実君）　第２号議案を議題とします。
            ○防災係長　三年分です。
            """)
        #expect(meeting.header.date == "2024-02-21")
        #expect(meeting.header.opensAt == "14:00")
        #expect(meeting.header.closesAt == "16:00")
        let members = meeting.header.attendance.filter { $0.role == .member }
        #expect(members.map(\.name) == ["山田太郎", "山田花子", "高橋賢一", "斎藤実", "渡辺広子"])
        #expect(members.map(\.seat) == [1, 2, 3, 5, 6])
        #expect(meeting.header.attendance.filter { $0.role == .official }.map(\.title) == ["総務課長", "防災係長"])
        #expect(
            meeting.remarks.map(\.name) == [
                "斎藤実", "沢村隆", "山田花子", "山田", "高橋賢一", "森下", "渡辺広子", "沢村隆", "斎藤実", "森下",
            ])
        #expect(meeting.agenda.map(\.number) == ["第１号議案", "第２号議案"])
        #expect(meeting.remarks.last?.agenda == meeting.agenda[1].id)
    }

    @Test("a header at the end of the document")
    func atTheEnd() {
        let text = """
            みどりが丘地区社会福祉協議会　理事会　議事要旨

            １．開会
            会長　本日はお集まりいただきありがとうございます。
            ２．議題
            （１）敬老会について
            事務局長　九月の第三月曜に行います。
            理事Ａ　会場はどこですか。
            事務局長　小学校の体育館です。
            （２）見守りについて
            会長　民生委員の石橋さんが毎日回ってくださっています。
            副会長　石橋さんには頭が下がります。
            理事Ｂ　名簿を作ってはどうでしょう。
            ３．閉会
            副会長　以上で閉会します。

            日時：２０２４年７月９日（火）　１９時～２０時３０分
            場所：みどりが丘会館
            出席者：会長　大原正、副会長　西野かおる、理事　小田切修、他理事３名
            事務局：事務局長　黒木
            欠席者：なし
            傍聴者：なし
            """
        let meeting = parse(text)
        #expect(meeting.header.date == "2024-07-09")
        #expect(meeting.header.opensAt == "19:00")
        #expect(meeting.header.venue == "みどりが丘会館")
        #expect(meeting.header.observers == 0)
        #expect(meeting.header.attendance.map(\.name) == ["大原正", "西野かおる", "小田切修", "", "黒木"])
        #expect(meeting.remarks.count == 8)
        #expect(meeting.remarks.last?.text == "以上で閉会します。")
        #expect(meeting.remarks.last?.name == "西野かおる")
        #expect(meeting.segments.last?.kind == .header)
        #expect(meeting.segments.map { $0.end - $0.start }.reduce(0, +) == text.utf8.count)
    }

    @Test("groups in brackets, names spread over columns, hours behind their own labels")
    func groups() {
        let meeting = parse(
            """
            令和５年度　第１回
            はまべ市子ども読書推進会議　会議録

            とき　　平成31年４月26日（金）　開会　午後１時　閉会　午後３時15分
            ところ　中央図書館　視聴覚室
            出席者
            （委員）
            山 田 太 郎　　鈴 木　花 子　　佐々木　一
            田　中　　実　　小野寺　さくら
            （事務局）
            図書館長　上杉　　主査　毛利
            （オブザーバー）
            県立図書館　片倉
            次第
            Ⅰ　開会
            Ⅱ　議事
            　１　報告
            　　ア　貸出状況
            　　イ　読み聞かせ
            　２　協議
            　　（ア）　計画案
            Ⅲ　閉会

            Ⅰ　開会
            ◆図書館長　開会いたします。
            Ⅱ　議事
            １　報告
            ア　貸出状況
            ◇上杉館長　貸出は三万冊です。
            ◆山田委員　多いですね。
            イ　読み聞かせ
            ◆鈴木委員　月に二回しています。
            　次の三つを大切にしています。
            　１　声の大きさ
            　２　間の取り方
            　３　本の選び方
            ◆佐々木委員　わかりました。
            ２　協議
            （ア）　計画案
            ◆田中委員　よいと思います。
            ◆小野寺委員　賛成です。
            Ⅲ　閉会
            ◆図書館長　閉会します。
            """)
        #expect(meeting.header.date == "2019-04-26")
        #expect(meeting.header.opensAt == "13:00")
        #expect(meeting.header.closesAt == "15:15")
        #expect(
            meeting.header.attendance.map(\.name) == ["山田太郎", "鈴木花子", "佐々木一", "田中実", "小野寺さくら", "上杉", "毛利", "片倉"])
        #expect(meeting.header.attendance.last?.organization == "県立図書館")
        // The list at the top and the headings are one agenda; a numbered list inside a speech is none.
        #expect(meeting.agenda.map(\.number) == ["Ⅰ", "Ⅱ", "１", "ア", "イ", "２", "（ア）", "Ⅲ"])
        let depth = meeting.agenda.map { item in meeting.agenda.first { $0.id == item.parent }?.number }
        #expect(depth == [nil, nil, "Ⅱ", "１", "１", "Ⅱ", "２", nil])
        #expect(meeting.remarks.allSatisfy { $0.agenda != nil })
        #expect(meeting.remarks.last?.agenda == meeting.agenda.last?.id)
    }

    @Test("posts and organisations behind the names, legends of marks, who is missing in brackets")
    func columns() {
        let meeting = parse(
            """
            海辺の交通を考える研究会（第２回）
            議事要旨

            １．日時　　令和６年１月23日（火）15：00～17：00
            ２．場所　　合同会館　会議室及びオンライン
            ３．出席者　（敬称略、五十音順。◎は座長）
            　　◎浅井　信也　　海辺大学教授
            　　　江口　洋子　　海浜学院大学准教授
            　　　宍戸　晃　　　一般社団法人海の足（オンライン）
            ４．議事
            （１）報告

            委員：始めます。
            座長：お願いします。
            委員：報告します。
            座長：ありがとうございました。
            """)
        #expect(meeting.header.title == "海辺の交通を考える研究会（第２回） 議事要旨")
        #expect(meeting.header.date == "2024-01-23")
        #expect(meeting.header.attendance.map(\.name) == ["浅井信也", "江口洋子", "宍戸晃"])
        #expect(meeting.header.attendance.map(\.organization) == ["海辺大学教授", "海浜学院大学准教授", "一般社団法人海の足"])
        #expect(meeting.header.attendance.map(\.role) == [.chair, .member, .member])
    }

    @Test("labels no table knows, told by where their values stand; counts name nobody")
    func aligned() {
        let meeting = parse(
            """
            令和６年度第２回なぎさ町水道審議会会議録

            日　　時　　令和６年10月３日（木）午前10時から11時50分まで
            場　　所　　なぎさ町浄水場　会議室
            出席委員　　１号委員（学識経験者）　　越野直彦（会長）、妙見百合
            　　　　　　２号委員（使用者代表）　　飯田和枝、新田茂（欠席：名取みさ）
            企業団　　　企業長　　　　　蘭健
            　　　　　　業務課長　　　　美瑛
            傍　　聴　　二十戸のうち三名

            会長：始めます。
            １号委員：水はおいしいです。
            業務課長：ありがとうございます。
            １号委員：よろしく。
            """)
        let people = meeting.header.attendance
        #expect(people.map(\.name) == ["越野直彦", "妙見百合", "飯田和枝", "新田茂", "名取みさ", "蘭健", "美瑛"])
        #expect(people.map(\.status).filter { $0 == .absent }.count == 1)
        #expect(people.prefix(2).map(\.group) == ["１号委員（学識経験者）", "１号委員（学識経験者）"])
        #expect(people.suffix(2).map(\.title) == ["企業長", "業務課長"])
        #expect(people.suffix(2).map(\.group) == ["企業団", "企業団"])
        #expect(meeting.remarks.map(\.name) == ["越野直彦", nil, "美瑛", nil])
    }

    @Test(
        "the body is what met: its part in brackets belongs to it, the kind of session does not",
        arguments: [
            ("みずほ法人評価会合（港湾分科会）\n第３回議事録", "みずほ法人評価会合（港湾分科会）", "みずほ法人評価会合（港湾分科会） 第３回議事録"),
            ("みずほ市環境審議会（水質部会）　第３回会議録", "みずほ市環境審議会（水質部会）", "みずほ市環境審議会（水質部会）　第３回会議録"),
            ("みずほ市環境審議会（第３回部会）　会議録", "みずほ市環境審議会", "みずほ市環境審議会（第３回部会）　会議録"),
            ("第３回　みずほ市環境審議会（公開）　会議録", "みずほ市環境審議会", "第３回　みずほ市環境審議会（公開）　会議録"),
            ("第３回　みずほ市自立支援協議会　全体会　議事録", "みずほ市自立支援協議会", "第３回　みずほ市自立支援協議会　全体会　議事録"),
            ("みずほ地区民生委員協議会　５月定例会　記録", "みずほ地区民生委員協議会", "みずほ地区民生委員協議会　５月定例会　記録"),
            ("社会福祉法人みずほ会\n第３回評議員会議事録", "社会福祉法人みずほ会", "第３回評議員会議事録"),
        ])
    func bodies(title: String, body: String, whole: String) {
        let meeting = parse(
            """
            \(title)

            日時：令和６年６月４日（火）　10時～11時
            場所：みずほ会館

            会長：始めます。
            委員：よろしくお願いします。
            会長：終わります。
            """)
        #expect(meeting.header.body == body)
        #expect(meeting.header.title == whole)
    }
}
