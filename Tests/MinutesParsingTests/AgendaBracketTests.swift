import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Headings in the brackets a document has chosen")
struct AgendaBracketTests {
    private static let head = """
        令和６年度第２回　うぐいす町図書館協議会　会議録

        日時：令和６年10月３日（木）10時～11時30分
        場所：町役場　３階会議室
        出席委員：藤井会長、根岸委員
        事務局：水野館長


        """
    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: Self.head + text)) }

    private func places(_ meeting: Meeting) -> [Int?] {
        meeting.remarks.map { remark in meeting.agenda.firstIndex { $0.id == remark.agenda } }
    }

    @Test(
        "【議題１】 before a title needs neither a list nor …について; 開会 and 閉会 in the same brackets stand beside it",
        arguments: [("〔", "〕"), ("［", "］"), ("【", "】"), ("《", "》"), ("[", "]"), ("＜", "＞"), ("〈", "〉")])
    func numberInBrackets(open: String, close: String) {
        let meeting = parse(
            """
            \(open)開会\(close)
            館長：ただいまから開会します。
            \(open)議題１\(close)開館時間の見直し
            館長：資料１をご覧ください。時間を延ばします。
            委員：\(open)議題１\(close)の資料は見やすいです。
            館長：ありがとうございます。
            \(open)議題２\(close)子どもの読書
            　事務局から資料２により説明した。
            委員：よい計画だと思います。
            \(open)閉会\(close)
            会長：これで終わります。
            """)
        #expect(meeting.agenda.map(\.number) == ["", "議題１", "議題２", ""])
        #expect(meeting.agenda.map(\.title) == ["開会", "開館時間の見直し", "子どもの読書", "閉会"])
        #expect(meeting.agenda.allSatisfy { $0.parent == nil })
        #expect(places(meeting) == [0, 1, 1, 1, 2, 3])
    }

    @Test(
        "［議題１　開館時間］ is a heading where notes stand in such brackets too; ［休憩］ is a note",
        arguments: [("〔", "〕"), ("［", "］"), ("【", "】"), ("[", "]"), ("《", "》")])
    func titleInBrackets(open: String, close: String) {
        let meeting = parse(
            """
            \(open)開会\(close)
            館長：ただいまから開会します。
            \(open)議題１　開館時間の見直し\(close)
            館長：資料１をご覧ください。時間を延ばします。
            \(open)休憩\(close)
            委員：夜は何時までですか。
            \(open)議題２　子どもの読書\(close)
            委員：よい計画だと思います。
            \(open)その他\(close)
            会長：これで終わります。
            """)
        #expect(meeting.agenda.map(\.title) == ["開会", "開館時間の見直し", "子どもの読書", "その他"])
        #expect(places(meeting) == [0, 1, 1, 2, 3])
        #expect(meeting.notes.map(\.text) == ["\(open)休憩\(close)"])
    }

    @Test("without numbered headings in them, such brackets hold notes")
    func notes() {
        let meeting = parse(
            """
            会長：議案第１号を採決します。
            〔議案第１号　賛成多数〕
            会長：可決されました。
            〔その他〕
            委員：一つ伺います。
            〔館長　説明〕
            委員：わかりました。
            """)
        #expect(meeting.agenda.isEmpty)
        #expect(meeting.notes.map(\.text) == ["〔議案第１号　賛成多数〕", "〔その他〕", "〔館長　説明〕"])
    }

    @Test(
        "bills by one character and 第…号 stand under 議事, with and without a list",
        arguments: [("議第12号", "報第３号"), ("認第１号", "承第２号"), ("発議第１号", "陳情第２号"), ("選挙第１号", "意見書第２号")], [true, false])
    func bills(_ bills: (String, String), hasList: Bool) {
        let list = """
            会議に付した事項
            　第１　会議録の承認
            　第２　議事
            　　　\(bills.0)　図書館規則の一部改正
            　　　\(bills.1)　館長の専決
            　第３　その他


            """
        let meeting = parse(
            (hasList ? list : "")
                + """
                第１　会議録の承認
                会長：承認してよろしいですか。
                第２　議事
                　\(bills.0)　図書館規則の一部改正
                館長：時間を延ばすものです。
                委員：\(bills.0)に賛成です。
                　\(bills.1)　館長の専決
                館長：急を要しました。
                第３　その他
                館長：次回は12月です。
                """)
        #expect(meeting.agenda.map(\.number) == ["第１", "第２", bills.0, bills.1, "第３"])
        let second = meeting.agenda[1].id
        #expect(meeting.agenda.map(\.parent) == [nil, nil, second, second, nil])
        #expect(places(meeting) == [0, 2, 2, 3, 4])
    }

    @Test("《報告》 for 報告　外来の状況 of the list; 閉会 word for word; a list that is read out is none")
    func words() {
        let meeting = parse(
            """
            議題
            　議題１　病床の計画について
            　報告　　外来の状況
            　その他

            《議題１》
            委員：数は足りますか。
            館長：次の順に伺います。
            　議題１　病床の計画
            　議題２　予算の見込み
            委員：足りないと思います。
            《報告》
            館長：昨年より増えました。
            その他
            館長：次回は12月です。
            """)
        #expect(meeting.agenda.map(\.title) == ["病床の計画について", "報告　外来の状況", "その他"])
        #expect(places(meeting) == [0, 0, 0, 1, 2])
    }
}
