import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Headings that give the whole way to an item, or stand between signs")
struct AgendaPathTests {
    private static let head = """
        令和６年度第３回　みずほ町本の会議　会議録

        日時：令和６年11月７日（木）14時～15時
        場所：町役場　２階会議室
        議題
        　１　貸出しについて
        　　(1) 電子書籍の貸出しの始め方
        　　　ア　利用者の登録の進め方
        　　　イ　端末の台数と置き場所
        　　(2) 延滞の取扱い
        　２　その他


        """

    private func parse(_ text: String, head: String = Self.head) -> Meeting {
        MinutesParser().parse(SourceText(text: head + text))
    }

    private func places(_ meeting: Meeting) -> [Int?] {
        meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    /// The headings of the list with their titles shortened, in the numbers of one document.
    private func body(_ headings: [String]) -> String {
        """
        \(headings[0])
        会長：始めます。
        \(headings[1])
        \(headings[2])
        館長：窓口でも家でも登録できるようにします。
        \(headings[3])
        桐野委員：台数が足りないと思います。
        館長：来年、十台増やします。
        \(headings[4])
        館長：葉書を二度出しています。
        """
    }

    @Test(
        "a number of several steps links to the item it leads to, whatever it is joined with",
        arguments: [
            ["【１　貸出し】", "【１(1)　電子書籍】", "【１(1)ア　利用者の登録】", "【１(1)イ　端末の台数】", "【１(2)　延滞】"],
            ["▪１　貸出し▪", "▪１－(1)　電子書籍▪", "▪１－(1)－ア　利用者の登録▪", "▪１－(1)－イ　端末の台数▪", "▪１－(2)　延滞▪"],
            ["－１　貸出し－", "－１-（１）　電子書籍－", "－１-（１）-ア　利用者の登録－", "－１-（１）-イ　端末の台数－", "－１-（２）　延滞－"],
            ["［１　貸出し］", "［1-1　電子書籍］", "［1-1-ア　利用者の登録］", "［1-1-イ　端末の台数］", "［1-2　延滞］"],
            ["◇◆１　貸出し", "◇◆１(１)　電子書籍", "◇◆１(１)ア　利用者の登録", "◇◆１(１)イ　端末の台数", "◇◆１(２)　延滞"],
        ])
    func path(headings: [String]) {
        let meeting = parse(body(headings))
        #expect(meeting.agenda.map(\.title).first == "貸出しについて")
        #expect(meeting.agenda.count == 6)
        #expect(places(meeting) == [0, 2, 3, 3, 4])
    }

    @Test("items whose numbers have a circled step, in the list and in square brackets")
    func circledStep() {
        let head = """
            令和６年度第１回　さくら病院研究審査委員会　会議録
            日時：令和６年５月９日（木）17時～18時
            場所：講義室
            【審議事項】
            １．新しい申請
            　1-①　夜間の点滴の記録を用いた観察研究（番号31）
            　1-②　転倒を知らせる寝具の使い勝手の調査（番号32）


            """
        let meeting = parse(
            """
            委員長：始めます。
            ［１．新しい申請］
            ［1-①　点滴の記録］
            委員長：説明をお願いします。
            委員：記録はだれが見ますか。
            ［1-②　転倒を知らせる寝具］
            委員：音の大きさはどれほどですか。
            （説明者退室）
            委員長：承認とします。
            """, head: head)
        #expect(meeting.agenda.map(\.number) == ["１．", "1-①", "1-②"])
        #expect(places(meeting) == [nil, 1, 1, 2, 2])
        #expect(meeting.notes.map(\.text) == ["（説明者退室）"])
    }

    @Test("a heading in round brackets by the number of a bill, and one without a number where such headings are usual")
    func roundBrackets() {
        let head = """
            第12回　青波漁業調整会議　議事録
            日時　令和６年９月４日（水）13時～14時
            場所　漁協会館
            議　題
            　諮問第１号　わかめの刈取りの期間について
            　協議第２号　刺し網の目の大きさの見直しについて
            　報　　告　うなぎの稚魚の今年の採捕の量


            """
        let meeting = parse(
            """
            会長：始めます。
            （諮問第１号　わかめの刈取り）
            会長：ご意見をどうぞ。
            （全員異議なし）
            会長：可とします。
            （協議第２号　刺し網の見直し）
            浦井委員：目を広げてください。
            （報告　うなぎの稚魚の量）
            事務局：去年の半分です。
            """, head: head)
        #expect(meeting.agenda.count == 3)
        #expect(places(meeting) == [nil, 0, 0, 1, 2])
        #expect(meeting.notes.map(\.text) == ["（全員異議なし）"])
    }

    @Test("日程 before a day and an hour is no list; a line without a number goes on with a list under no label")
    func dayAndList() {
        let meeting = parse(
            """
            会長：始めます。
            ▶協議１　休館日
            館長：月曜を休みにします。
            ▶意見の交換　冬の催し
            会長：お話をどうぞ。
            """,
            head: """
                令和６年度第１回　もみじ町館運営会議　議事録
                ◇日程　　令和６年11月22日（金）13時30分～15時10分
                ◇会場　　町民館
                ◇話すことのあらまし
                　　協議１　休館日を一日増やすことについて
                　　協議２　貸室の予約の方法について
                　　意見の交換　冬の催しの様子


                """)
        #expect(meeting.header.date == "2024-11-22")
        #expect(meeting.header.opensAt == "13:30")
        #expect(meeting.header.closesAt == "15:10")
        #expect(meeting.agenda.map(\.title) == ["休館日を一日増やすことについて", "貸室の予約の方法について", "意見の交換　冬の催しの様子"])
        #expect(places(meeting) == [nil, 0, 2])
    }

    @Test("the chair calls an item by the numbers of the way to it, or by the last words of its title")
    func called() {
        let list = """
            第１回　ひばり町報酬等審議会　議事録
            日時：令和７年10月９日（木）10時～11時
            議題
            　１　特別職の報酬
            　　１－１　町長、副町長の給与の月額について
            　　１－２　議会の議員の手当の割合について
            　２　今後の日取り


            """
        let meeting = parse(
            """
            会長：始めます。
            会長：議事の１－１、給与から参ります。
            事務局：月額は70万円です。
            会長：次に１－２に移ります。
            事務局：割合は二割です。
            会長：日取りです。事務局、案を。
            事務局：12月に開きます。
            """, head: list)
        #expect(places(meeting) == [nil, 1, 1, 2, 2, 3, 3])
        let short = parse(
            """
            会長：始めます。
            会長：給与の月額から入りましょう。
            事務局：月額は70万円です。
            会長：議員の手当の割合に移ります。
            事務局：割合は二割です。
            """, head: list)
        #expect(places(short) == [nil, 1, 1, 2, 2])
    }

    @Test("a mark before short lines between the turns, the first of them above all turns")
    func marksAlone() {
        let meeting = parse(
            """
            ■ 通学路の見守り
            林　　　朝の横断歩道に立つ人が三人になりました。
            校長　　二学期は事故がありませんでした。
            石川　　雨の日は傘で前が見えない子がいます。
            教頭　　予算を調べてみます。
            ■ 運動会の日にち
            浅野　　五月は暑いという声が出ています。
            校長　　十月に動かすことを考えます。
            林　　　では次は二月に集まりましょう。
            """,
            head: """
                こまどり小学校　学校運営協議会　第３回　議事メモ
                日時　２０２４年１２月３日（火）１６時〜１７時
                来た人：会長　林 のぞみ、石川さん、浅野さん


                """)
        #expect(meeting.agenda.map(\.title) == ["通学路の見守り", "運動会の日にち"])
        #expect(places(meeting) == [0, 0, 0, 0, 1, 1, 1])
    }

    @Test("numbers that are one character, and what the next item is about behind words that go on")
    func oneCharacter() {
        let meeting = parse(
            """
            会長：始めます。
            会長：⑴、川の掃除に入ります。
            委員：網が要ります。
            会長：次に移ります。素案の説明をお願いします。
            事務局：百頁あります。
            """,
            head: """
                令和６年度第１回　せせらぎ会議　議事録
                日時：令和６年５月９日（木）17時～18時
                議題
                　⑴　川の掃除の進め方について
                　⑵　計画の素案


                """)
        #expect(meeting.agenda.map(\.number) == ["⑴", "⑵"])
        #expect(places(meeting) == [nil, 0, 0, 1, 1])
    }
}
