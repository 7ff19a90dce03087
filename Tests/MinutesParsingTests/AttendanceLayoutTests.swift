import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Layouts of attendance lists")
struct AttendanceLayoutTests {
    @Test("who is on the list", arguments: AttendanceNotation.layouts)
    func people(notation: AttendanceNotation) {
        #expect(AttendanceNotationTests.read(notation.list) == notation.people)
    }

    @Test("a list in brackets below the venue, and a table without a label, are none of the venue")
    func venue() {
        for list in [
            "［院外委員］（順不同）\n　雲井医師会　杉原　俊　様（委員長）",
            "　区分　　　氏　名　　　　所　属　　　　　　　出欠\n　委員長　　杉原　俊　　　弁護士会　　　　　　出\n　委員　　　樫本　由美　　司法書士会　　　　　欠",
        ] {
            let meeting = MinutesParser().parse(
                SourceText(
                    text: """
                        令和６年度第１回　雲井市みどり審議会　会議録
                        ［日時］令和６年７月３日（水）午後２時～４時
                        ［場所］雲井市役所　大会議室
                        \(list)

                        委員長：始めます。
                        樫本委員：資料の説明をお願いします。
                        委員長：では終わります。
                        """))
            #expect(meeting.header.venue == "雲井市役所　大会議室")
            #expect(meeting.header.attendance.first.map(AttendanceNotationTests.line)?.hasPrefix("杉原俊|委員長|") == true)
        }
    }

    @Test("day and place in one field")
    func dayAndPlace() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    令和６年度第１回　雲井市みどり審議会　会議録
                    開催日時及び場所　　令和６年７月３日（水）　午後２時から午後４時まで
                    　　　　　　　　　　雲井市役所　大会議室
                    出席者　　　　　　　杉原　俊（会長）、樫本　由美（委員）
                    対象期間　　　　　　自　令和５年４月１日　至　令和６年３月31日

                    意見・質問：苗木は足りたのか。
                    回　　　答：足りた。
                    意見・質問：来年はどうか。
                    回　　　答：増やす。
                    """))
        #expect(meeting.header.date == "2024-07-03")
        #expect(meeting.header.opensAt == "14:00")
        #expect(meeting.header.closesAt == "16:00")
        #expect(meeting.header.venue == "雲井市役所　大会議室")
        #expect(meeting.remarks.map(\.role) == [.member, .secretariat, .member, .secretariat])
    }
}

extension AttendanceNotation {
    static let layouts: [Self] = [
        .init(
            "whom each speaks for in a bracket before the name",
            "出席　〔学識〕杉原　俊（座長）　〔民生委員〕樫本　由美（副座長）\n　　　〔自治会〕楢山　一夫　〔公募〕椎名　光\n欠席　〔保護者〕橡　さつき",
            [
                "杉原俊|座長|学識|chair", "樫本由美|副座長|民生委員|viceChair", "楢山一夫|-|自治会|member", "椎名光|-|公募|member",
                "×橡さつき|-|保護者|member",
            ]),
        .init(
            "three sides in columns, one of them absent, the chair told below",
            "出席状況\n　　公益代表　　　　労働者代表　　　使用者代表\n　　杉原　俊　　　　樫本　由美　　　楢山　一夫\n　　椎名　光　　　　橡　さつき　　　（桐生　健　欠席）\n　　※部会長　杉原　俊　　部会長代理　椎名　光",
            [
                "杉原俊|部会長|-|chair", "樫本由美|-|-|member", "楢山一夫|-|-|member", "椎名光|部会長代理|-|viceChair",
                "橡さつき|-|-|member", "×桐生健|-|-|member",
            ]),
        .init(
            "a numbered label no table knows, told by the posts behind it",
            "一、出席者　　会長　杉原俊\n　　　　　　　委員　樫本由美\n二、資料館　　館長　柏健、主任　栗田",
            ["杉原俊|会長|-|chair", "樫本由美|-|-|member", "柏健|館長|-|official", "栗田|主任|-|secretariat"]),
    ]
}
