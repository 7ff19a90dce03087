import MinutesModel
import Testing

@testable import MinutesParsing

/// Lists in parts, deputies, presence told by words, and labels as evidence for the list.
@Suite("Parts of attendance lists")
struct AttendancePartsTests {
    @Test("who is on the list", arguments: AttendanceNotation.parts + AttendanceNotation.presence)
    func people(notation: AttendanceNotation) {
        #expect(AttendanceNotationTests.read(notation.list) == notation.people)
    }

    @Test("who is on the list", arguments: AttendanceNotation.bodies + AttendanceNotation.edges)
    func more(notation: AttendanceNotation) {
        #expect(AttendanceNotationTests.read(notation.list) == notation.people)
    }

    @Test("the heading of a part is the group of its people")
    func groups() {
        let people = Self.meeting(
            """
            出席者
            ［委員］杉原俊（会長）、樫本由美
            ［雲井小学校］柏校長、栗田教頭
            """, "会長：始めます。\n樫本委員：はい。\n会長：終わります。"
        ).header.attendance
        #expect(people.map(\.group) == ["委員", "委員", "雲井小学校", "雲井小学校"])
        let seats = Self.meeting(
            "出席委員\n　１号委員　杉原　俊、樫本　由美\n　２号委員　楢山　一夫", "会長：始めます。\n樫本委員：はい。\n会長：終わります。"
        ).header.attendance
        #expect(seats.map(\.group) == ["１号委員", "１号委員", "２号委員"])
    }

    @Test("a name ends where an office begins that a label names")
    func offices() {
        let meeting = Self.meeting(
            "出席者：座長　杉原\n事務局：栗田ゆめ共創室長、橡ゆめ共創室主任",
            "事務局（ゆめ共創室）：始めます。\n座長：はい。\n事務局（ゆめ共創室）：お答えします。\n座長：では終わります。")
        #expect(
            meeting.header.attendance.map(AttendanceNotationTests.line) == [
                "杉原|座長|-|chair", "栗田|ゆめ共創室長|-|secretariat", "橡|ゆめ共創室主任|-|secretariat",
            ])
    }

    @Test("labels that call somebody 委員 make a member of whom the list says nothing, and nobody else")
    func called() {
        let meeting = Self.meeting(
            "参加者　杉原　俊、樫本　由美\n　　　　柏建設株式会社　栗田　豊\n事務局　橡課長",
            "杉原座長：始めます。\n樫本委員：はい。\n杉原座長：では終わります。")
        #expect(
            meeting.header.attendance.map(AttendanceNotationTests.line) == [
                "杉原俊|-|-|chair", "樫本由美|-|-|member", "栗田豊|-|柏建設株式会社|other", "橡|課長|-|secretariat",
            ])
    }

    @Test("bodies speak as those they sent; the letters of 議会 in 会議会議録 make no assembly")
    func senders() {
        let meeting = Self.meeting(
            """
            出席委員
            　１号委員　市長　杉原　俊（会長）
            　２号委員　観測所　所長　樫本　由美　（代理）主任技官　楢山　一夫
            　３号委員　雲井市医師会　会長　椎名　光
            　　　　　　雲井放送株式会社　報道部長　橡　さつき
            事務局　柏防災課長
            """,
            """
            議長（市長）：始めます。
            観測所（代理）：はい。
            医師会：はい。
            雲井放送：はい。
            防災課長：お答えします。
            議長（市長）：終わります。
            """, title: "雲井市防災会議会議録")
        #expect(meeting.remarks.map(\.role) == [.chair, .member, .member, .member, .secretariat, .chair])
        #expect(meeting.remarks[1...3].allSatisfy { $0.name == nil })
    }

    @Test("who came instead is named in labels, with those they came for")
    func deputies() {
        #expect(SpeakerLabel.read("委員（楢山代理）").name == "楢山")
        #expect(SpeakerLabel.read("楢山代理（樫本委員）").name == "楢山")
        #expect(SpeakerLabel.read("楢山代理（樫本委員）").role == .member)
        #expect(SpeakerLabel.read("委員（観測所長代理）").name == nil)
        #expect(SpeakerLabel.read("会長職務代理").name == nil)
        #expect(SpeakerLabel.read("議長（評議員　楢山）").name == "楢山")
        #expect(SpeakerLabel.read("議長（評議員　大室）").name == "大室")
        #expect(SpeakerLabel.read("議長（委員会）").name == nil)
        #expect(SpeakerLabel.read("発言者（不明）").name == nil)
        #expect(SpeakerLabel.read("五月女館長").name == "五月女")
        #expect(SpeakerLabel.read("五月会館長").name != "五月")
        #expect(SpeakerLabel.read("一号委員").name == nil)
        #expect(SpeakerLabel.read("意見陳述人").name == nil)
    }

    static func meeting(_ list: String, _ turns: String, title: String = "令和６年度第１回　雲井市みどり会議　会議録") -> Meeting {
        MinutesParser().parse(
            SourceText(
                text: """
                    \(title)
                    日時　令和６年７月３日（水）午後２時～４時
                    場所　雲井市役所　大会議室
                    \(list)
                    議題　（１）計画について

                    \(turns)
                    """))
    }
}

extension AttendanceNotation {
    static let parts: [Self] = [
        .init(
            "kinds of seats over those who hold them",
            "出席者\n　１号委員（学識経験者）\n　　杉原　俊（会長）\n　２号委員（関係団体）\n　　楢山　一夫（雲井市商工会）\n　３号委員（公募市民）\n　　椎名　光",
            ["杉原俊|会長|学識経験者|chair", "楢山一夫|-|雲井市商工会|member", "椎名光|-|公募市民|member"]),
        .init(
            "kinds of seats and of members in one row",
            "出席委員　１号委員　学識経験者　　杉原　俊\n　　　　　２号委員　市民代表　　　樫本　由美\n　　　　　　　　　　　　　　　　　楢山　一夫",
            ["杉原俊|-|学識経験者|member", "樫本由美|-|市民代表|member", "楢山一夫|-|市民代表|member"]),
        .init(
            "a body under the mark of the list's heading",
            "出席者\n　○委員\n　会長　杉原俊（診療所）　①楢山一夫（老人クラブ）\n　○相談支援センター\n　柏センター長、栗田主任ケアマネジャー\n　○事務局\n　杉福祉課長",
            [
                "杉原俊|会長|診療所|chair", "楢山一夫|-|老人クラブ|member", "柏|センター長|-|official",
                "栗田|主任ケアマネジャー|-|official", "杉|福祉課長|-|secretariat",
            ]),
        .init(
            "教育長及び委員", "教育長及び委員\n　　柏木教育長、杉原俊教育長職務代理者、樫本由美委員\n説明のため出席した職員\n　　栗田教育部長",
            ["柏木|教育長|-|official", "杉原俊|教育長職務代理者|-|viceChair", "樫本由美|-|-|member", "栗田|教育部長|-|official"]),
        .init(
            "groups in two columns behind an everyday label",
            "だれが　委　員　杉原俊会長（元小学校長）、樫本由美（公募）\n　　　　欠　席　楢山一夫（保育園）\n　　　　図書館　五月女館長、柏移動図書館担当",
            [
                "杉原俊|会長|元小学校長|chair", "樫本由美|-|公募|member", "×楢山一夫|-|保育園|member", "五月女|館長|-|official",
                "柏|移動図書館担当|-|secretariat",
            ]),
        .init(
            "what stands before in the bracket behind",
            "出　席：杉原俊，樫本由美（以上委員），柏一郎部長，栗田豊課長（以上事務局）",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "柏一郎|部長|-|secretariat", "栗田豊|課長|-|secretariat"]),
        .init(
            "whom a committee called by its rules",
            "出席委員　杉原俊、樫本由美\n委員会条例第５条により出席した者　副町長　柏一郎、産業課長　栗田豊",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "柏一郎|副町長|-|official", "栗田豊|産業課長|-|official"]),
    ]

    static let presence: [Self] = [
        .init(
            "出 and 欠 behind the names, the chair named again below",
            "委員の出欠（出＝出席、欠＝欠席）\n　１番　杉原　俊　出　　２番　樫本　由美　出\n　３番　楢山　一夫　欠　　４番　椎名　光　出\n　（会長　４番　椎名　光　　会長職務代理者　１番　杉原　俊）",
            ["杉原俊|1番|-|viceChair", "樫本由美|2番|-|member", "×楢山一夫|3番|-|member", "椎名光|4番|-|chair"]),
        .init(
            "who came instead, on the line and below it",
            "委員\n　観測所　次長　樫本　由美　（代理）主任技官　楢山　一夫\n　杉原　俊（県土木事務所長）\n　　（代理　維持課長　椎名　光）",
            ["×樫本由美|次長|観測所|member", "楢山一夫|主任技官|-|member", "×杉原俊|-|県土木事務所長|member", "椎名光|維持課長|-|member"]),
        .init(
            "sentences of absence, reasons in brackets",
            "委員　杉原　俊、樫本　由美、楢山　一夫（所用）\n　　　※椎名　光は欠席",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "楢山一夫|-|-|member", "×椎名光|-|-|member"]),
        .init(
            "the absent in a row of their own", "出席者　委員10名中３名　杉原俊、樫本由美、楢山一夫\n　　　　欠席２名　　　　栗田豊、橡さつき",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "楢山一夫|-|-|member", "×栗田豊|-|-|member", "×橡さつき|-|-|member"]),
    ]

    static let bodies: [Self] = [
        .init(
            "bodies no lexicon knows before posts and names in two parts",
            "出席者　委員６名のうち５名\n　こころの電話　事務局長　杉原　俊\n　雲井青年会議所　理事長　樫本　由美　※会長\n　親の会　　　　代表　　　楢山　一夫\n欠席者\n　雲井大学　教授　栗田　豊\n事務局　樫福祉課長",
            [
                "杉原俊|事務局長|こころの電話|member", "樫本由美|理事長|雲井青年会議所|chair", "楢山一夫|代表|親の会|member",
                "×栗田豊|教授|雲井大学|member", "樫|福祉課長|-|secretariat",
            ]),
        .init(
            "whom members come from at the end of their rows",
            "出席者　座　長　杉　原　　　俊　雲井大学教授\n　　　　委　員　樫　本　由　美　雲井市医師会長\n　　　　　〃　　椎　名　　　光　雲井商工会女性部長",
            ["杉原俊|座長|雲井大学教授|chair", "樫本由美|-|雲井市医師会長|member", "椎名光|-|雲井商工会女性部長|member"]),
        .init(
            "a place behind a whole name is no end of it",
            "委員　杉原　俊　雲井市長\n　　　樫本　由美　国立みどり研究所主任研究員",
            ["杉原俊|-|雲井市長|member", "樫本由美|-|国立みどり研究所主任研究員|member"]),
        .init(
            "heads of other bodies preside over none here",
            "出席者　杉原　俊（雲井市福祉協議会会長）\n　　　　樫本　由美（雲井市自治会連合会副会長）\n　　　　楢山　一夫（雲井大学准教授）◎\n　　　　※◎は委員長",
            ["杉原俊|-|雲井市福祉協議会会長|member", "樫本由美|-|雲井市自治会連合会副会長|member", "楢山一夫|委員長|雲井大学准教授|chair"]),
        .init(
            "市長 and 教育長 answer as such wherever they are listed", "委員　杉原俊、樫本由美\n事務局　柏木教育長、栗田文化財課長",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "柏木|教育長|-|official", "栗田|文化財課長|-|secretariat"]),
    ]

    static let edges: [Self] = [
        .init(
            "two posts of one, the same office again",
            "事務局　橡福祉部次長兼福祉課長、杉同課課長補佐兼福祉係長、樫同係主任、柏主査（記録）、栗田主幹（保健担当）",
            [
                "橡|福祉部次長兼福祉課長|-|secretariat", "杉|同課課長補佐兼福祉係長|-|secretariat", "樫|同係主任|-|secretariat",
                "柏|主査|-|secretariat", "栗田|主幹（保健担当）|-|secretariat",
            ]),
        .init(
            "a director who heads the office", "出席した理事　会長　杉原　俊　　副会長　樫本　由美\n　　　　　　　常務理事兼事務局長　楢山　一夫",
            ["杉原俊|会長|-|chair", "樫本由美|副会長|-|viceChair", "楢山一夫|常務理事兼事務局長|-|secretariat"]),
        .init(
            "a table of Markdown",
            "出席者\n| 氏名 | 所属 | 備考 |\n|---|---|---|\n| 杉原 俊 | 雲井大学 | 会長 |\n| 樫本 由美 | － | 欠席 |",
            ["杉原俊|会長|雲井大学|chair", "×樫本由美|-|-|member"]),
        .init(
            "rows of kinds of members", "出席者\n　学識経験者　杉原　俊\n　市民公募委員　樫本　由美、楢山　一夫\n　事務局　橡課長",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "楢山一夫|-|-|member", "橡|課長|-|secretariat"]),
        .init("nobody", "出席者　別紙名簿のとおり\n　保護者　３名\n事務局　柏課長", ["柏|課長|-|secretariat"]),
        .init(
            "names in rows that a line cuts", "出席者　杉原　俊、樫本　由美、楢山　一夫、椎名　光、栗田　豊介\n　　　　橡　さつき、柏　一郎",
            [
                "杉原俊|-|-|other", "樫本由美|-|-|other", "楢山一夫|-|-|other", "椎名光|-|-|other", "栗田豊介|-|-|other",
                "橡さつき|-|-|other", "柏一郎|-|-|other",
            ]),
    ]
}
