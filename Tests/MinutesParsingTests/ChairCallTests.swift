import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Items the chair calls")
struct ChairCallTests {
    /// The item of each remark, by its place in the list.
    private func places(_ list: String, _ turns: String) -> [Int?] {
        let meeting = meeting(list, turns)
        return meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    private func meeting(_ list: String, _ turns: String) -> Meeting {
        MinutesParser().parse(
            SourceText(text: "令和６年度第２回みずほ市会議　議事録\n日時：令和６年８月22日（木）10時\n議題\n\(list)\n\n\(turns)\n"))
    }

    private let three = """
        　（１）第４次みずほ市男女平等プランの進捗評価について
        　（２）市職員の育児休業の取得状況について
        　（３）市民意識調査の実施について
        　（４）その他
        """

    @Test("その他 is called with the day of the next meeting; 次回のその他 is another meeting's")
    func nextMeeting() {
        let found = places(
            three,
            """
            会長：それでは、議題（３）、市民意識調査の実施に入ります。
            事務局：二千人に送ります。その他は、次回の会議でお願いします。
            委員：わかりました。
            会長：では、その他ですが、次回の日程をお願いします。
            事務局：10月29日です。
            """)
        #expect(found == [2, 2, 2, 3, 3])
    }

    @Test("a call at the head begins the item there, one behind other words with the next remark")
    func headAndMiddle() {
        let found = places(
            three,
            """
            事務局：お集まりいただきありがとうございます。議題（２）の説明のため、人事課長が同席しております。
            会長：皆さん、おはようございます。それでは早速、議題（１）、第４次プランの進捗評価に入ります。説明をお願いします。
            委員：参加者は何人ですか。
            会長：では、評価案は確定とします。続きまして、市の職員の育児休業について、人事課長からお願いします。
            委員：消防は何日ですか。
            会長：よろしくお願いします。では、次に参ります。市民意識調査です。お願いします。
            委員：設問を変えませんか。
            会長：最後に、その他で何かございますか。
            委員：託児を続けてください。
            """)
        #expect(found == [nil, 0, 0, 0, 1, 1, 2, 3, 3])
    }

    @Test(
        "calls",
        arguments: [
            "それでは、議題の２番目、職員の休業について、説明をお願いします。", "続きまして、（２）市職員の育児休業の取得状況についてです。", "次に、議題２に移ります。",
            "次の議題に移ります。", "それでは、２つ目の議題について説明をお願いします。", "議題（１）を終わり、議題（２）に入ります。",
            "続いて、育児休業の取得状況について事務局から説明願います。", "議題（２）を議題といたします。",
            "では、二つ目に移ります。事務局。", "続きまして、議題の２番目、前回の宿題でもある職員の休業について、説明を願います。",
        ])
    func calls(sentence: String) {
        let found = places(
            three,
            """
            会長：議題（１）について、説明をお願いします。
            事務局：資料のとおりです。
            会長：\(sentence)
            事務局：資料二のとおりです。
            """)
        #expect(found == [0, 0, 1, 1])
    }

    @Test(
        "no calls: looking back, looking ahead, questions, other things of the same name",
        arguments: [
            "先ほどの議題（２）について、事務局から説明をお願いします。", "その点は、後ほど議題（２）で説明をお願いします。", "議題（１）について、ご質問はございますか。",
            "以上で議題（１）を終わります。", "育児休業は大切だと思います。", "次に、資料２の４ページをお願いします。", "（２）の表は昨年のものです。",
            "その他ご意見はございますか。", "その他の委員の方はいかがですか。", "続きまして、令和６年度の予算の説明をお願いします。", "２番目の表について説明をお願いします。",
        ])
    func noCalls(sentence: String) {
        let found = places(
            three,
            """
            会長：議題（１）について、説明をお願いします。
            事務局：資料のとおりです。
            会長：\(sentence)
            事務局：資料二のとおりです。
            """)
        #expect(found == [0, 0, 0, 0])
    }

    @Test("what others say of an item calls nothing, nor does an announcement of the whole agenda")
    func announcement() {
        let found = places(
            three,
            """
            会長：本日の議題は四件でございます。１つ目は議題（１）プランの進捗評価について、２つ目は議題（２）育児休業の取得状況についてです。
            委員：次に、議題（２）に移ってはどうですか。
            会長：そうはいきません。
            """)
        #expect(found == [nil, nil, nil])
    }

    @Test("bills: 日程第２ read on in one remark, 一括 for the first of several, 第２号議案")
    func bills() {
        let days = """
            　日程第１　署名委員の指名
            　日程第２　議案第１号　農地の許可について
            　日程第３　議案第２号　農地の転用について
            　日程第４　報告第１号　調査の結果について
            """
        let found = places(
            days,
            """
            議長：開会いたします。日程第１、署名委員の指名ですが、私から指名させていただきます。
            議長：２番と９番を指名します。日程第２、議案第１号から日程第３、議案第２号までを一括議題といたします。説明を求めます。
            事務局：三件でございます。
            議長：可決いたしました。日程第４、報告第１号「調査の結果について」、事務局から報告をお願いします。
            事務局：六ヘクタールです。
            """)
        #expect(found == [0, 0, 1, 1, 3])
        let worded = places(
            "　第１号議案　決算の承認について\n　第２号議案　役員の補欠選任について\n　その他",
            """
            議長：第１号議案について、事務局の説明を求めます。
            事務局：決算書のとおりです。
            議長：続きまして、第２号議案に移ります。
            事務局：候補は一名です。
            議長：これをもって議事を終わり、その他に入ります。
            事務局：次回は三月です。
            """)
        #expect(worded == [0, 0, 1, 1, 2, 2])
    }

    @Test("items without a heading between items with one; the evidence is said")
    func betweenHeadings() {
        let meeting = meeting(
            """
            　１　開会
            　２　会長あいさつ
            　３　公園の改修について
            　４　遊具の点検について
            　５　その他
            """,
            """
            １　開会
            事務局：開会いたします。続いて、会長から御挨拶をお願いいたします。
            会長：暑い中をありがとうございます。

            ３　公園の改修について
            事務局：四月に始めます。
            会長：それでは次に、遊具の点検について説明をお願いします。
            事務局：十基を直しました。

            ５　その他
            会長：公園の改修についてですが、先ほどの件をお願いします。
            """)
        let places = meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
        #expect(places == [0, 1, 2, 3, 3, 4])
        let evidence = meeting.diagnostics.filter { $0.code == "agenda.called" }
        #expect(evidence.map(\.line) == [11, 16])
        #expect(evidence.last?.message.contains("それでは次に、遊具の点検について説明をお願いします") == true)
    }

    @Test("a long speech full of numbers is read in time", .timeLimit(.minutes(1)))
    func hostile() {
        var list = ""
        for number in 1...300 { list += "　（\(number)）公園の管理の状況その\(number)について\n" }
        let speech = String(repeating: "次に、（三百一）公園の管理の状況について説明をお願いします。", count: 20_000)
        let found = places(list, "会長：始めます。\n委員：はい。\n会長：\(speech)\n委員：はい。")
        #expect(found.count == 4)
    }
}

@Suite("Items the chair calls, in lists of other kinds")
struct ChairCallListTests {
    private func places(_ head: String, _ turns: String) -> [Int?] {
        let meeting = MinutesParser().parse(
            SourceText(text: "令和６年度第２回みずほ市会議　議事録\n日時：令和６年８月22日（木）10時\n\(head)\n\n\(turns)\n"))
        return meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    @Test("items without numbers; what stands in brackets is not said")
    func unnumbered() {
        let found = places(
            """
            会議に付した事件
            　図書館の休館に関する件
            　一般質問（教育部、都市部）
            　閉会中の継続調査に関する件
            """,
            """
            委員長：開会いたします。図書館の休館に関する件についてお諮りいたします。
            委員長：異議なしと認めます。
            委員長：次に、一般質問を行います。
            委員：通学路のことを伺います。
            委員長：閉会中の継続調査に関する件を議題といたします。
            """)
        #expect(found == [0, 0, 1, 1, 2])
    }

    @Test("circled numbers, kanji numbers, half-width brackets")
    func styles() {
        let circled = places(
            "議題\n　①公園の改修について\n　②遊具の点検について",
            "座長：では、議題①をお願いします。\n事務局：四月です。\n座長：続いて、議題②をお願いします。\n事務局：十基です。")
        #expect(circled == [0, 0, 1, 1])
        let kanji = places(
            "議題\n　一、公園の改修について\n　二、遊具の点検について",
            "座長：一つ目の議題に入ります。\n事務局：四月です。\n座長：続いて、二つ目の議題に移ります。\n事務局：十基です。")
        #expect(kanji == [0, 0, 1, 1])
        let half = places(
            "議題\n (1) 公園の改修について\n (2) 遊具の点検について",
            "座長：(1)公園の改修について、事務局から説明をお願いします。\n事務局：四月です。\n座長：次に(2)をお願いします。\n事務局：十基です。")
        #expect(half == [0, 0, 1, 1])
    }

    @Test("numbers that begin again below each part are told apart by where the meeting stands")
    func restarting() {
        let found = places(
            """
            次第
            　１　報告事項
            　　（１）公園の改修について
            　　（２）遊具の点検について
            　２　協議事項
            　　（１）花壇の管理について
            　　（２）来年度の予算について
            """,
            """
            会長：それでは、報告事項（１）について説明をお願いします。
            事務局：四月です。
            会長：続いて（２）の説明をお願いします。
            事務局：十基です。
            会長：次に、協議事項の（１）に移ります。
            事務局：愛護会に頼みます。
            会長：次に、（２）に移ります。
            事務局：増やします。
            """)
        #expect(found == [1, 1, 2, 2, 4, 4, 5, 5])
    }

    @Test(
        "parts of a list are called by name with a step into them; words of the title outweigh the number of another list"
    )
    func parts() {
        let found = places(
            """
            次第
            　Ⅰ　開会
            　Ⅱ　議事
            　　１　会長の選出
            　　２　計画の進捗
            　　　（１）雇用・就労
            　　　（２）情報・意思疎通
            　　３　その他
            """,
            """
            司会：ただいまから開会いたします。議事録は後日お送りします。
            司会：次に、次第のⅡ、議事に入ります。（１）会長の選出ですが、案はありますか。
            事務局：案を申し上げます。
            会長：では、議事の２番、計画の進捗に入ります。まず、雇用・就労について説明をお願いします。
            事務局：二割です。
            会長：続いて、情報・意思疎通の分野をお願いします。
            事務局：百件です。
            会長：ほかになければ、３のその他に移ります。
            """)
        #expect(found == [0, 2, 2, 4, 4, 5, 5, 6])
    }

    @Test("items taken up out of order, or once more, by the whole of their titles")
    func outOfOrder() {
        let found = places(
            """
            会議に付した事件
            　急行バスの運行の検証について
            　一般質問（水道局、交通局）
            """,
            """
            委員長：それでは、水道局関係の一般質問を行います。
            委員：漏水のことを伺います。
            委員長：それでは、急行バスの運行の検証についての報告を求めます。
            交通局長：十便を走らせました。
            委員：急行バスの運行の検証について、説明をお願いしたのは私です。
            委員長：次に、交通局関係の一般質問を行います。
            委員：停留所のことを伺います。
            """)
        #expect(found == [1, 1, 0, 0, 0, 1, 1])
    }

    @Test("a heading for two bills stands over the call right below it")
    func headingAbove() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    令和７年第２回みなと町議会定例会会議録
                    令和７年６月10日
                    　議事日程
                    　日程第１　会議録署名議員の指名
                    　日程第２　議案第３号　条例の一部改正について
                    　日程第３　議案第４号　補正予算について

                    ◎日程第１　会議録署名議員の指名
                    ○議長（岡進君）　指名します。

                    ◎議案第３号及び議案第４号の上程
                    ○議長（岡進君）　日程第２、議案第３号及び日程第３、議案第４号を一括議題とします。
                    ○町長（浜実君）　説明いたします。
                    """))
        let titles = meeting.remarks.map { remark in meeting.agenda.first { $0.id == remark.agenda }?.title }
        #expect(titles == ["会議録署名議員の指名", "議案第３号及び議案第４号の上程", "議案第３号及び議案第４号の上程"])
    }
}
