import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Minutes in a table that a spreadsheet saved as text")
struct SpeechTableTests {
    /// The same table with every cell in quotation marks, and with those only that need them.
    static let tables = [
        #"""
        "会議名","うぐいす町図書館協議会 令和6年度第2回 議事録"
        "日時","2024/10/3(木) 14:00-15:10"
        "場所","町役場 第2会議室"
        "",""
        "No","時刻","発言者","発言内容"
        "1","14:00","館長","ただいまから開会します。"
        "2","14:02","会長","よろしくお願いします。
        会長：は私の名札です。
        議題に入ります。"
        "","","【議題】","議題(1) 開館時間の見直し"
        "3","14:03","館長","資料１,２をご覧ください。"
        "4","14:08","読書会","夜は何時までですか。"
        "","14:09","（休憩）",""
        "5","14:20","館長","""８時""です。"
        "","15:10","（閉会）",""
        """#,
        #"""
        会議名,うぐいす町図書館協議会 令和6年度第2回 議事録,,
        日時,2024/10/3(木) 14:00-15:10,,
        場所,町役場 第2会議室,,
        ,,,
        No,時刻,発言者,発言内容
        1,14:00,館長,ただいまから開会します。
        2,14:02,会長,"よろしくお願いします。
        会長：は私の名札です。
        議題に入ります。"
        ,,【議題】,議題(1) 開館時間の見直し
        3,14:03,館長,"資料１,２をご覧ください。"
        4,14:08,読書会,夜は何時までですか。
        ,14:09,（休憩）,
        5,14:20,館長,"""８時""です。"
        ,15:10,（閉会）,
        """#,
    ]

    @Test("its rows are the turns, those without a speaker headings and notes", arguments: tables)
    func rows(_ text: String) {
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["館長", "会長", "館長", "読書会", "館長"])
        #expect(
            meeting.remarks.map(\.text) == [
                "ただいまから開会します。", "よろしくお願いします。\n会長：は私の名札です。\n議題に入ります。", "資料１,２をご覧ください。", "夜は何時までですか。",
                "\"\"８時\"\"です。",
            ])
        #expect(meeting.agenda.map(\.title) == ["開館時間の見直し"])
        let item = meeting.agenda.first?.id
        #expect(meeting.remarks.map(\.agenda) == [nil, nil, item, item, item])
        #expect(meeting.notes.map(\.text) == ["（休憩）", "（閉会）"])
        let header = meeting.header
        #expect(header.title == "うぐいす町図書館協議会 令和6年度第2回 議事録")
        #expect(header.venue == "町役場 第2会議室")
        #expect(header.date == "2024-10-03")
        #expect(meeting.remarks.map(\.span.line) == [6, 7, 11, 12, 14])
    }

    @Test("columns without such a head are none, nor is a head without rows a table")
    func noTable() {
        let text = "発言者,内容\n"
        #expect(MinutesParser().parse(SourceText(text: text)).remarks.isEmpty)
        let plain = MinutesParser().parse(
            SourceText(text: "会長：一,二,三と数えます。\n委員：発言者,内容の順です。\n会長：はい。\n委員：どうぞ。\n"))
        #expect(plain.remarks.count == 4)
    }
}
