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

    @Test("a body speaks as those it sent; the side before a name is no part of it")
    func sides() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    令和６年度第１回　雲井市みどり審議会　会議録
                    １　開催の日時　令和６年７月３日（水）　午後２時
                    ２　閉会の日時　同日　午後４時
                    ３　場　　　所　雲井市役所　大会議室
                    ４　出席委員
                    　　杉原　俊（会長）、樫本　由美（雲井市商工会）、楢山　一夫（公募）
                    ５　傍聴人　　２人

                    会長：始めます。
                    市商工会：苗木の数を伺います。
                    利用者代表・楢山委員：公園は足りています。
                    会長：では終わります。
                    """))
        #expect(meeting.header.date == "2024-07-03")
        #expect(meeting.header.closesAt == "16:00")
        #expect(meeting.header.observers == 2)
        #expect(meeting.header.attendance.count == 3)
        #expect(meeting.remarks.map(\.role) == [.chair, .member, .member, .chair])
        #expect(meeting.remarks.map(\.name).dropFirst().prefix(2) == [nil, "楢山一夫"])
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
            "groups in a column of their own between tabs",
            "出席者\t委　員\t杉原　俊　委員長（雲井大学）\n\t\t樫本　由美　委員（公募）\n\tみどり振興会\t楢山　一夫　理事長兼園長、椎名　光　副園長\n\t\t橡　事務局長\n\t事務局\t柏　公園緑地課長、栗田　公園緑地課係長",
            [
                "杉原俊|委員長|雲井大学|chair", "樫本由美|-|公募|member", "楢山一夫|理事長兼園長|-|official",
                "椎名光|副園長|-|official", "橡|事務局長|-|official", "柏|公園緑地課長|-|secretariat", "栗田|公園緑地課係長|-|secretariat",
            ]),
        .init(
            "several people in one word, somebody who came instead, others who are counted",
            "出席者　　杉原会長、樫本委員代理楢山氏（雲井商工会）\n事務局　　公園緑地課　柏係長・栗田主任、桐生・椋専門員、総務係長ほか職員２名",
            [
                "杉原|会長|-|chair", "楢山|-|雲井商工会|member", "柏|係長|公園緑地課|secretariat",
                "栗田|主任|公園緑地課|secretariat", "桐生|専門員|公園緑地課|secretariat", "椋|専門員|公園緑地課|secretariat",
                "-|総務係長|公園緑地課|secretariat", "-|職員２名|公園緑地課|secretariat",
            ]),
        .init(
            "two towns before their posts, a body as deep as the label above",
            "出席委員　　会長　杉原　俊\n欠席委員　　樫本　由美\n構成団体　　東町生活環境課長、西町生活環境課長\n区役所　福祉課長、健康課長",
            [
                "杉原俊|会長|-|chair", "×樫本由美|-|-|member", "-|生活環境課長|東町|official", "-|生活環境課長|西町|official",
                "-|福祉課長|-|secretariat", "-|健康課長|-|secretariat",
            ]),
        .init(
            "a post of the body that sent somebody beside the seat here; who signs is no further person",
            "出席者名簿\n区分\t団体・機関名\t職\t氏名\t備考\n会長\t雲井大学\t教授\t杉原　俊\n委員\t雲井ＰＴＡ連合会\t会長\t樫本　由美\n会議録署名委員：樫本委員",
            ["杉原俊|教授|雲井大学|chair", "樫本由美|会長|雲井ＰＴＡ連合会|member"]),
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
