import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Lines of a header that say more than one thing, or nothing")
struct HeaderLineTests {
    private static let turns = """

        館長：ただいまから開会します。会長、お願いします。
        会長：よろしくお願いします。議題に入ります。
        館長：資料１をご覧ください。時間を延ばします。
        委員：夜は何時までですか。
        """
    private static let title = "令和６年度第２回　うぐいす町図書館協議会　会議録\n\n"

    private func parse(_ header: String) -> Meeting {
        MinutesParser().parse(SourceText(text: header + "\n" + Self.turns))
    }

    @Test(
        "hours and place, several fields on a line or in a sentence",
        arguments: [
            "日　時　令和６年10月３日（木）　開会14時　閉会15時10分\n場　所　町役場第２会議室",
            "開会時刻　14時00分　　閉会時刻　15時10分\n期日　令和６年10月３日（木）　　会場　町役場第２会議室",
            "１　招集の日時　令和６年10月３日　午後１時\n２　招集の場所　町役場第２会議室\n３　開閉の時刻　開会　午後２時　閉会　午後３時10分",
            "日時：令和６年10月３日（木）14時～15時10分　場所：町役場第２会議室　傍聴者：３人",
            "い　つ　　令和６年10月３日（木）14時から15時10分\nど　こ　で　町役場第２会議室",
            "令和６年10月３日（木）14時から15時10分まで\n町役場第２会議室　　傍聴者　４人",
            "日時・場所：令和６年10月３日（木）14時～15時10分　町役場第２会議室\n傍聴者：一般３名、報道１名",
            "【開催日】令和６年10月３日（木）【時間】14時～15時10分【場所】町役場第２会議室",
        ])
    func fields(_ fields: String) {
        let header = parse(Self.title + fields + "\n出席者　藤井会長、根岸委員\n").header
        #expect(header.date == "2024-10-03")
        #expect(header.opensAt == "14:00")
        #expect(header.closesAt == "15:10")
        #expect(header.venue == "町役場第２会議室")
        let observers = fields.contains("３人") ? 3 : fields.contains("４人") || fields.contains("報道") ? 4 : nil
        #expect(header.observers == observers)
        #expect(header.attendance.map(\.name) == ["藤井", "根岸"])
    }

    @Test(
        "the place in the sentence that says that the meeting was opened, and in none else",
        arguments: [
            ("令和６年10月３日（木）午後２時から、町役場第２会議室において、図書館協議会を開催した。", "町役場第２会議室" as String?),
            ("令和６年10月３日午後２時、図書館協議会を町役場第２会議室に招集した。", "町役場第２会議室"),
            ("令和６年10月３日午後２時、藤井委員の辞任につき、協議会において根岸委員が会長に選ばれた。", nil),
        ])
    func sentence(_ line: String, venue: String?) {
        let header = parse(Self.title + line + "\n出席者　藤井会長、根岸委員\n").header
        #expect(header.venue == venue)
        #expect(header.date == "2024-10-03")
    }

    @Test("where a web page stands on its site is no title; the kind of document on its own line is")
    func titles() {
        let page = parse("ホーム > 町政 > 図書館 > 図書館協議会\n\n第２回うぐいす町図書館協議会　議事録\n\n日時　令和６年10月３日\n").header
        #expect(page.title == "第２回うぐいす町図書館協議会　議事録")
        #expect(page.body == "うぐいす町図書館協議会")
        for (printed, kind) in [("会議の記録（要点筆記）", "要点筆記"), ("（会議録）", "会議録")] {
            let header = parse("令和６年度第２回　うぐいす町図書館協議会\n\(printed)\n\n日時　令和６年10月３日\n出席者　藤井会長、根岸委員\n").header
            #expect(header.title == "令和６年度第２回　うぐいす町図書館協議会 \(printed)")
            #expect(header.kind == kind)
            #expect(header.attendance.count == 2)
        }
    }

    @Test(
        "what parts the list of items from the proceedings is no item",
        arguments: [
            "―――――　会　議　の　経　過　―――――", "＝＝＝＝＝ 議　事 ＝＝＝＝＝", "＊＊＊　発言の記録　＊＊＊", "-------- 話合いの様子 --------",
            "・・・・・議事・・・・・", "◇　　　◇　　　◇", "　　　　◇　　　　◇", "（開会・館長挨拶）", "６　発言の記録",
        ])
    func captions(_ line: String) {
        let meeting = MinutesParser().parse(
            SourceText(
                text: Self.title + """
                    １　日時　令和６年10月３日（木）
                    ２　場所　町役場
                    ３　出席者　藤井会長、根岸委員
                    ４　事務局　水野館長
                    ５　内容
                    　報告１　利用の状況
                    　協議１　開館時間の見直し

                    \(line)

                    館長：ただいまから開会します。
                    【報告１　利用の状況】
                    館長：資料１をご覧ください。
                    委員：よくわかりました。
                    【協議１　開館時間の見直し】
                    館長：時間を延ばします。
                    """))
        #expect(meeting.agenda.map(\.number) == ["報告１", "協議１"])
        let places = meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
        #expect(places == [nil, 0, 0, 1])
    }

    @Test(
        "議題 set off from the number behind it is a label", arguments: ["議題　　（１）", "○議題　（１）", "案件：（１）", "協　議　事　項　　（１）"])
    func inline(_ label: String) {
        let meeting = parse(Self.title + "日時　令和６年10月３日\n\(label)開館時間の見直しについて　（２）その他\n")
        #expect(meeting.agenda.map(\.number) == ["（１）", "（２）"])
        #expect(meeting.agenda.map(\.title) == ["開館時間の見直しについて", "その他"])
    }

    @Test("a header in rows of quoted cells")
    func cells() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    "項目","内容"
                    "会議名","うぐいす町図書館協議会 令和6年度第2回 議事録"
                    "日時","2024/10/3(木) 14:00-15:10"
                    "場所","町役場 第2会議室"
                    "出席委員","藤井 太郎(会長)、根岸 花子
                    柏木 登"
                    "傍聴者数","5"
                    "次第","議題(1) 開館時間の見直し
                    議題(2) その他"
                    """))
        let header = meeting.header
        #expect(header.title == "うぐいす町図書館協議会 令和6年度第2回 議事録")
        #expect(header.body == "うぐいす町図書館協議会")
        #expect([header.date, header.opensAt, header.closesAt] == ["2024-10-03", "14:00", "15:10"])
        #expect(header.venue == "町役場 第2会議室")
        #expect(header.observers == 5)
        #expect(header.attendance.map(\.name) == ["藤井太郎", "根岸花子", "柏木登"])
        #expect(meeting.agenda.map(\.title) == ["開館時間の見直し", "その他"])
    }

    @Test("開会 right above the first turn is the first item of the list, not the last of those who came")
    func firstItem() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: Self.title + """
                    ・日時　令和６年10月３日（木）
                    ・次第
                    　　開会
                    　　報告１　利用の状況
                    　　閉会
                    ・出席者名簿
                    区分\t氏名\t備考
                    会長\t藤井　太郎\t
                    委員\t根岸　花子\tオンライン
                    事務局\t水野館長\t

                    （以下、発言者は役職で記す。）

                    開会
                    館長：ただいまから開会します。
                    報告１
                    館長：資料１をご覧ください。
                    会長：よくわかりました。
                    閉会
                    会長：これで終わります。
                    """))
        #expect(meeting.agenda.map(\.title) == ["開会", "利用の状況", "閉会"])
        let places = meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
        #expect(places == [0, 1, 1, 2])
        #expect(meeting.header.attendance.map(\.name) == ["藤井太郎", "根岸花子", "水野"])
        #expect(meeting.notes.map(\.text) == ["（以下、発言者は役職で記す。）"])
    }
}
