import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Headings that are written alike prove each other")
struct HeadingSeriesTests {
    private static let head = """
        令和６年度第２回　うぐいす町図書館協議会　会議録

        日時　令和６年10月３日（木）10時～11時30分
        場所　町役場　３階会議室
        出席者　藤井会長、根岸委員
        事務局　水野館長


        """
    private static let titles = ["開館時間の見直し", "子どもの本棚", "移動図書館の道順"]

    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: Self.head + text)) }

    private func places(_ meeting: Meeting) -> [Int?] {
        meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    @Test(
        "without a list, a gap or …について: numbers that count up, the same mark, the same brackets",
        arguments: [
            ["１　", "２　", "３　"], ["1. ", "2. ", "3. "], ["（１）", "（２）", "（３）"], ["① ", "② ", "③ "], ["一、", "二、", "三、"],
            ["第１　", "第２　", "第３　"], ["議題１：", "議題２：", "議題３："], ["議題（１）", "議題（２）", "議題（３）"], ["■", "■", "■"],
            ["△", "△", "△"],
            ["【", "【", "【"], ["＜", "＜", "＜"],
        ], ["：", "　"])
    func alike(_ heads: [String], delimiter: String) {
        let close = ["【": "】", "＜": "＞"]
        let headings = zip(heads, Self.titles).map { $0 + $1 + (close[$0] ?? "") }
        let mark = delimiter == "：" ? "" : "○"
        func turn(_ label: String, _ speech: String) -> String { "\(mark)\(label)\(delimiter)\(speech)\n" }
        let meeting = parse(
            turn("館長", "ただいまから開会します。資料は三点あります。") + turn("会長", "よろしくお願いします。") + headings[0] + "\n"
                + turn("館長", "資料１をご覧ください。") + turn("委員", "夜は何時までですか。") + headings[1] + "\n"
                + turn("館長", "資料２のとおりです。") + turn("委員", "よいと思います。") + headings[2] + "\n"
                + turn("館長", "変えません。") + turn("会長", "これで終わります。"))
        #expect(meeting.agenda.map(\.title) == Self.titles)
        #expect(places(meeting) == [nil, nil, 0, 0, 1, 1, 2, 2])
    }

    @Test("headings in the column of the lines of speech are headings where they go on from each other")
    func inTheColumnOfSpeech() {
        let long = "昨年度の利用は一日平均で二百三十一人となり、前の年より十四人増えております。\n　　　夕方の五時から七時までの間に高校生の利用が多く、席が足りない日が月に六日ほど\n　　　ありました。\n"
        let meeting = parse(
            "館長：" + long + "会長：よろしくお願いします。\n　　　１　開館時間の見直し\n館長：" + long + "委員：" + long
                + "　　　２　子どもの本棚\n館長：" + long + "委員：" + long + "　　　３　移動図書館の道順\n館長：" + long)
        #expect(meeting.agenda.map(\.title) == Self.titles)
        #expect(places(meeting) == [nil, nil, 0, 0, 1, 1, 2])
    }

    @Test("one line proves nothing, nor does a list that is read out above the next turn")
    func alone() {
        let meeting = parse(
            """
            館長：ただいまから開会します。
            会長：次の順に伺います。
            １　開館時間の見直し
            ２　子どもの本棚
            委員：夜は何時までですか。
            館長：多い順に申し上げます。
            １　小説
            委員：わかりました。
            館長：はい。
            ◇　　◇
            委員：もう一つあります。
            館長：どうぞ。
            ◇　　◇
            会長：これで終わります。
            """)
        #expect(meeting.agenda.isEmpty)
    }

    @Test("items called by their place in the list, whatever numbers it has", arguments: ["・", "議案第５号　", "（１）", "１　"])
    func called(_ mark: String) {
        let next = ["議案第５号　": "議案第６号　", "（１）": "（２）", "１　": "２　"][mark] ?? mark
        let calls = [
            ["最初の議題に入ります。", "次の議題に移ります。"], ["議題の１つ目に入ります。", "議題の２つ目に移ります。"],
        ]
        for call in calls {
            let meeting = parse(
                """
                議題
                　\(mark)開館時間の見直し
                　\(next)子どもの本棚

                館長：ただいまから開会します。
                会長：では、\(call[0])説明をお願いします。
                館長：資料１をご覧ください。
                会長：ありがとうございます。\(call[1])説明をお願いします。
                館長：資料２のとおりです。
                委員：よいと思います。
                """)
            #expect(places(meeting) == [nil, 0, 0, 0, 1, 1])
        }
    }

    @Test("■2-1 stands under ■2, without a list as well")
    func compound() {
        let meeting = parse(
            """
            ■1 開会
            館長：ただいまから開会します。
            ■2 図書館の一年
            ■2-1 開館時間
            館長：資料１をご覧ください。
            ■2-2 本棚
            委員：よいと思います。
            ■3 連絡
            会長：これで終わります。
            """)
        #expect(meeting.agenda.map(\.number) == ["1", "2", "2-1", "2-2", "3"])
        let second = meeting.agenda[1].id
        #expect(meeting.agenda.map(\.parent) == [nil, nil, second, second, nil])
    }
}
