import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Turns that begin with a mark")
struct MarkedTurnTests {
    @Test("wrapped lines with every second line blank become one text")
    func wrapped() {
        let text = """
            令和６年度第１回

            第２次みどり町支え合い推進委員会

            会 議 要 録

            日  時  令和６年６月 12 日（水）午後２時から午後３時半

            出席委員  青木春子、石田一、上野みどり、大川

            健一

            （午後２時 開会）

            １ 開会

            ○委員長 ただいまから始めます。今日は昨年度の取組みの結果を皆さんで振り返りま

            す。よろしくお願いします。

            ○委員 資料の３ページについて、団体の数が前の年より少ないのはどのような理由で

            しょうか。新しく始めた団体はどのくらいありますか。あわせて、休んでいる団体の

            数も教えてください。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["委員長", "委員"])
        #expect(meeting.remarks[0].text == "ただいまから始めます。今日は昨年度の取組みの結果を皆さんで振り返ります。よろしくお願いします。")
        #expect(meeting.header.attendance.map(\.name) == ["青木春子", "石田一", "上野みどり", "大川健一"])
        #expect(meeting.header.date == "2024-06-12")
        #expect(meeting.header.opensAt == "14:00")
        #expect(meeting.header.closesAt == "15:30")
        #expect(meeting.header.body == "第２次みどり町支え合い推進委員会")
    }
}
