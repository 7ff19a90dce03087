import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Lists of agenda items")
struct AgendaListTests {
    private func tree(_ text: String) -> [String] {
        let agenda = MinutesParser().parse(SourceText(text: text)).agenda
        return agenda.map { item in
            let above = item.parent.flatMap { id in agenda.first { $0.id == id } }
            return "\(item.number)|\(item.title)" + (above.map { " < \($0.number)|\($0.title)" } ?? "")
        }
    }

    @Test("議事 over a list is its label where the proceedings have another; bullets stand under their number")
    func bullets() {
        let found = tree(
            """
            令和６年度第１回すずかぜ市国保協議会　会議録

            1 開催日時 令和6年8月1日（木） 午後1時30分
            2 開催場所 すずかぜ市役所
            3 議事
             (1) 報告事項
               ・令和5年度特別会計決算について
               ・令和6年度保健事業の進捗について
             (2) 協議事項
               ・保険税率の改定について
             (3) その他
            4 会議の内容

            事務局：開会いたします。
            会長：進めます。
            """)
        #expect(
            found == [
                "(1)|報告事項", "|令和5年度特別会計決算について < (1)|報告事項", "|令和6年度保健事業の進捗について < (1)|報告事項", "(2)|協議事項",
                "|保険税率の改定について < (2)|協議事項", "(3)|その他",
            ])
    }

    @Test("numbered reports beside the greetings above them; parts of an item; an item in the brackets of a note")
    func greetingsAndParts() {
        let found = tree(
            """
            令和６年度いりえ県防犯連絡会議　会議録
            ・日時　令和６年７月３日（水）10時
            ・次第
            　　開会
            　　部長挨拶
            　　報告１　見守り活動の状況について
            　　協議１　議題の整理について
            　　閉会

            事務局：始めます。
            （協議１　議題の整理について）
            会長：進めます。
            """)
        #expect(found == ["|開会", "|部長挨拶", "報告１|見守り活動の状況について", "協議１|議題の整理について", "|閉会"])
        let parts = tree(
            """
            第２回つばき市駐輪対策会議　会議概要
            (1) 開催日時　令和６年７月３日（水）10時
            (2) 議題
            　議題１　放置の状況について
            　　議題１－１　撤去の実績
            　　議題１－２　区域の拡大
            　議題２　使用料について

            会長：始めます。
            """)
        #expect(
            parts == [
                "議題１|放置の状況について", "議題１－１|撤去の実績 < 議題１|放置の状況について", "議題１－２|区域の拡大 < 議題１|放置の状況について", "議題２|使用料について",
            ])
    }

    @Test("（１） under 3), 1) under （１）; bills in one column under their day")
    func levels() {
        let half = tree(
            """
            第２回しらかば町地域福祉計画策定委員会　会議録
            日時：令和６年７月２日（火）14時
            次第
            1) 開会
            2) 審議
              (1) 懇談会の結果について
              (2) 骨子について
            3) 閉会

            会長：始めます。
            """)
        #expect(half == ["1)|開会", "2)|審議", "(1)|懇談会の結果について < 2)|審議", "(2)|骨子について < 2)|審議", "3)|閉会"])
        let full = tree(
            """
            第２回しらかば町地域福祉計画策定委員会　会議録
            日時：令和６年７月２日（火）14時
            次第
            （１）報告
              １）懇談会の結果について
              ２）骨子について
            （２）その他

            会長：始めます。
            """)
        #expect(full == ["（１）|報告", "１）|懇談会の結果について < （１）|報告", "２）|骨子について < （１）|報告", "（２）|その他"])
        let bills = tree(
            """
            令和６年第４回あけぼの村農業委員会総会議事録
            開催日時　令和６年４月25日（木）
            議事日程
            　第１　会議書記の指名
            　第２　議案第10号　許可申請について
            　　　　議案第11号　転用申請について
            　　　　報告第４号　合意解約について

            議　長　それでは始めます。
            事務局　一件です。
            議　長　終わります。
            """)
        #expect(
            bills == [
                "第１|会議書記の指名", "第２|議案第10号　許可申請について", "議案第11号|転用申請について < 第２|議案第10号　許可申請について",
                "報告第４号|合意解約について < 第２|議案第10号　許可申請について",
            ])
    }

    @Test("【その他】 in a list; 日程第１から日程第３まで is no item, nor is what goes on in a sentence")
    func noItems() {
        let boxed = tree(
            """
            第１回やまぶき市審査会　議事要旨
            ■ 日時：令和5年6月5日（月）
            ■ 議題
            【議題1】諮問第12号について
            【その他】

            ■ 議事要旨

            【議題1】諮問第12号
            会長：始めます。

            【その他】
            事務局：次回は七月です。
            """)
        #expect(boxed == ["議題1|諮問第12号について", "|その他"])
        let days = tree(
            """
            令和６年第３回つゆくさ市議会定例会会議録
            令和６年９月10日（火曜日）
            議事日程
            　第１　一般質問
            　第２　認定第１号　決算の認定について
            本日の会議に付した事件
            　日程第１から日程第２まで

            ○議長（井出修君）　開きます。
            ○市長（秋山進君）　お答えします。
            """)
        #expect(days == ["第１|一般質問", "第２|認定第１号　決算の認定について"])
        let said = tree(
            """
            令和６年度第２回つくし市会議　議事録
            日時：令和６年８月１日（木）
            議題
            　議題１　公園について

            会長：始めます。

            議題１　公園について
            会長：資料のとおりです。
            議題１は前回の続きです
            第２号被保険者の方も使えます
            認定３件のうち二件です
            委員：わかりました。
            """)
        #expect(said == ["議題１|公園について"])
    }

    @Test("rows of quoted cells and sentences below a list are no items")
    func rows() {
        let found = tree(
            """
            令和６年度第１回すずらん市会議　会議録
            日時：令和６年８月１日（木）
            次第
            　公園の改修について
            　資料は当日配ります。持ち帰れます（要返却）
            　"No","発言者","発言内容"
            　その他

            会長：始めます。
            """)
        #expect(found == ["|公園の改修について", "|その他"])
    }

    @Test("追加日程 and 発議 have numbers as 日程 and 議案 have")
    func words() {
        let found = tree(
            """
            令和６年第１回ひいらぎ組合議会臨時会会議録
            令和６年２月10日（土曜日）
            議事日程
            　日程第１　議長の選挙
            　日程第２　発議第１号　規則の改正について

            日程第１　議長の選挙
            ○臨時議長（岡一君）　行います。

            追加日程第１　副議長の選挙
            ○議長（林二君）　行います。

            日程第２　発議第１号　規則の改正について
            ○議長（林二君）　議題とします。
            """)
        #expect(found == ["日程第１|議長の選挙", "日程第２|発議第１号　規則の改正について", "追加日程第１|副議長の選挙"])
    }
}
