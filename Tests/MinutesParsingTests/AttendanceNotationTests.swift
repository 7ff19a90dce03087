import MinutesModel
import Testing

@testable import MinutesParsing

/// A way of writing a list of people, and who stands on it: `name|title|organization|role`, `-` for what is not given and
/// `×` before who was absent.
struct AttendanceNotation: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let list: String
    let people: [String]

    init(_ description: String, _ list: String, _ people: [String]) {
        testDescription = description
        self.list = list
        self.people = people
    }
}

@Suite("Notations of attendance lists")
struct AttendanceNotationTests {
    @Test("who is on the list", arguments: AttendanceNotation.departments + AttendanceNotation.rows)
    func people(notation: AttendanceNotation) { #expect(Self.read(notation.list) == notation.people) }

    @Test("who is on the list", arguments: AttendanceNotation.marks + AttendanceNotation.tables)
    func marked(notation: AttendanceNotation) { #expect(Self.read(notation.list) == notation.people) }

    @Test("labels of lists", arguments: AttendanceNotation.labels)
    func labels(notation: AttendanceNotation) { #expect(Self.read(notation.list) == notation.people) }

    @Test("a table on a sheet of its own behind the proceedings")
    func sheet() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    令和６年度第１回　雲井市みどり審議会　会議録
                    日時　令和６年７月３日（水）午後２時～４時
                    場所　雲井市役所　大会議室
                    出席状況　委員５名中４名出席（別紙のとおり）

                    会長：始めます。
                    樫本委員：よろしくお願いします。
                    会長：御意見はありますか。
                    樫本委員：ございません。
                    会長：では終わります。

                    （別紙）
                    　　　雲井市みどり審議会　委員名簿（出欠）

                    　　氏　　名　　　　選出区分　　　　　　　　出欠
                    　　杉原　俊　　　　学識経験者（会長）　　　○
                    　　樫本　由美　　　雲井市商工会　　　　　　○
                    　　楢山　一夫　　　公募市民　　　　　　　　欠
                    　　椎名　光　　　　雲井市自治会連合会　　　○
                    　　橡　さつき　　　みどりの会　　　　　　　○
                    　事務局　　公園緑地課長　柏　　同課主任　栗田
                    """))
        #expect(
            meeting.header.attendance.map(Self.line) == [
                "杉原俊|会長|学識経験者|chair", "樫本由美|-|雲井市商工会|member", "×楢山一夫|-|公募市民|member",
                "椎名光|-|雲井市自治会連合会|member", "橡さつき|-|みどりの会|member", "柏|公園緑地課長|-|secretariat",
                "栗田|同課主任|-|secretariat",
            ])
        #expect(meeting.remarks.count == 5)
        #expect(meeting.remarks.last?.text == "では終わります。")
    }

    @Test(
        "office and department apart on the list, joined in the label; 司会 stays with the secretariat, 幹事 with the town")
    func offices() {
        let person = Attendance(
            name: "栗田", title: "課長", role: .secretariat, group: "事務局", organization: "公園緑地課")
        #expect(Roster.offices(person) == ["課長", "公園緑地課長", "公園緑地課課長"])
        let meeting = MinutesParser().parse(
            SourceText(
                text: """
                    令和６年度　雲井市みどり会議　議事録
                    日時　令和６年７月３日（水）午前９時～１０時
                    出席者
                    　会長　市長　　　　　　　　　　杉原　俊
                    　委員　みどりの会連絡会長　　　樫本　文雄
                    　幹事　土木部　部長　柏
                    　司会　公園緑地課　課長補佐　桐生
                    傍聴人　報道機関２社

                    ○ 司会（公園緑地課 課長補佐）
                    　定刻となりましたので始めます。
                    ○ 会長（市長）
                    　よろしくお願いします。幹事から説明をお願いします。
                    ○ 幹事（土木部長）
                    　資料のとおりです。
                    ○ 委員（みどりの会連絡会長）
                    　わかりました。
                    ○ 会長（市長）
                    　では終わります。
                    """))
        #expect(meeting.remarks.map(\.role) == [.secretariat, .chair, .official, .member, .chair])
        #expect(meeting.remarks[3].name != "みどり")
    }

    @Test("a body speaks whoever it sent", arguments: ["（株）雲井造園", "みどりの会連絡会長", "雲井医師会長"])
    func bodies(label: String) { #expect(SpeakerLabel.read(label).name == nil) }

    static func read(_ list: String) -> [String] {
        let text = """
            令和６年度第１回　雲井市みどり審議会　会議録
            日時　令和６年７月３日（水）午後２時～４時
            場所　雲井市役所　大会議室
            \(list)
            議題　（１）計画について

            会長：始めます。事務局から説明をお願いします。
            事務局：資料のとおりです。
            委員：よく分かりました。
            会長：ほかにございますか。
            委員：ありません。
            会長：それでは終わります。
            """
        return MinutesParser().parse(SourceText(text: text)).header.attendance.map(line)
    }

    static func line(_ person: Attendance) -> String {
        let title = person.title ?? person.seat.map { "\($0)番" } ?? "-"
        return (person.status == .absent ? "×" : "")
            + "\(person.name.isEmpty ? "-" : person.name)|\(title)|\(person.organization ?? "-")|\(person.role.rawValue)"
    }
}

extension AttendanceNotation {
    static let departments: [Self] = [
        .init(
            "department, post and name in words of their own",
            "事務局　みどり環境部　部長　柏\n　　　　公園緑地課　課長　栗田、係長　桐生、主任　椋",
            [
                "柏|部長|みどり環境部|secretariat", "栗田|課長|公園緑地課|secretariat", "桐生|係長|公園緑地課|secretariat",
                "椋|主任|公園緑地課|secretariat",
            ]),
        .init(
            "department in brackets before name and post",
            "事務局　（みどり環境部）柏部長　（公園緑地課）栗田課長、桐生係長",
            [
                "柏|部長|みどり環境部|secretariat", "栗田|課長|公園緑地課|secretariat", "桐生|係長|公園緑地課|secretariat",
            ]),
        .init(
            "departments between slashes",
            "事務局　公園緑地課　課長　栗田　／　計画係　係長　桐生、主事　椋",
            ["栗田|課長|公園緑地課|secretariat", "桐生|係長|計画係|secretariat", "椋|主事|計画係|secretariat"]),
        .init(
            "department once, its people in rows below",
            """
            説明員
            　　環境部　　環境部長　　　　柏　　邦　彦
            　　　　　　　公園緑地課長　　栗　田　健　吾
            　　土木部　　道路課長　　　　桐　生　　　進
            """,
            [
                "柏邦彦|環境部長|環境部|official", "栗田健吾|公園緑地課長|環境部|official", "桐生進|道路課長|土木部|official",
            ]),
        .init(
            "posts nobody is named for, in columns",
            "市側出席者　中央資料館長　東資料館長\n　　　　　　公園緑地課長",
            ["-|中央資料館長|-|official", "-|東資料館長|-|official", "-|公園緑地課長|-|official"]),
        .init(
            "a name before the department, told by the others of the list",
            "事務局　柏環境部長、栗田公園緑地課長、桐生公園緑地係主任、椋同課主事",
            [
                "柏|環境部長|-|secretariat", "栗田|公園緑地課長|-|secretariat", "桐生|公園緑地係主任|-|secretariat",
                "椋|同課主事|-|secretariat",
            ]),
        .init(
            "given names with は in them",
            "事務局　柏 はるみ環境部長、椋 みつは係長",
            ["柏はるみ|環境部長|-|secretariat", "椋みつは|係長|-|secretariat"]),
        .init(
            "a company nobody is named of, people only counted",
            "説明者　（株）雲井造園　担当者２名",
            ["-|担当者２名|（株）雲井造園|official"]),
    ]

    static let rows: [Self] = [
        .init(
            "numbered seats in columns",
            """
            出席委員　６名
            　　　１　杉原　俊之　　　　　２　樫本　のぞみ　　　　３　楢山　一
            　　１０　椎名　由香里　　　１１　橡　光　　　　　　１２　柏　紀子
            """,
            [
                "杉原俊之|-|-|member", "樫本のぞみ|-|-|member", "楢山一|-|-|member", "椎名由香里|-|-|member",
                "橡光|-|-|member", "柏紀子|-|-|member",
            ]),
        .init(
            "circled numbers, posts and remarks in brackets",
            "委員　①杉原　俊（会長）　②樫本　静（副会長）　③楢山　一樹　④椎名　みのり（オンライン出席）\n　　　⑤橡　孝（欠席）　⑥柏　優（14時から出席）",
            [
                "杉原俊|会長|-|chair", "樫本静|副会長|-|viceChair", "楢山一樹|-|-|member", "椎名みのり|-|-|member",
                "×橡孝|-|-|member", "柏優|-|-|member",
            ]),
        .init(
            "names and posts spread with blanks, two in a row",
            """
            出席委員
            　　委　員　長　鷹　巣　明　良　　副委員長　四　方　里　美
            　　委　　　員　木々田　　　勝　　委　　員　弓　木　さゆり
            """,
            ["鷹巣明良|委員長|-|chair", "四方里美|副委員長|-|viceChair", "木々田勝|-|-|member", "弓木さゆり|-|-|member"]),
        .init(
            "groups of officers with their heads, in one line",
            "出席役員　会長　杉原俊之　　常務理事　樫本洋　　監事　楢山政子",
            ["杉原俊之|会長|-|chair", "樫本洋|常務理事|-|member", "楢山政子|監事|-|other"]),
        .init(
            "one post for the names behind it, groups between slashes",
            "出席役員　理事長　杉原 俊　／　理事　樫本 由美、楢山 一夫　／　監事　椎名 光",
            ["杉原俊|理事長|-|chair", "樫本由美|理事|-|member", "楢山一夫|理事|-|member", "椎名光|監事|-|other"]),
        .init(
            "seat and organisation in one bracket",
            "出席委員\n　杉原　俊（会長・雲井大学）　　　　樫本　由美（副会長・みどりの会）\n　楢山　一夫（雲井市老人クラブ連合会）　　椎名　光（公募）",
            [
                "杉原俊|会長|雲井大学|chair", "樫本由美|副会長|みどりの会|viceChair",
                "楢山一夫|-|雲井市老人クラブ連合会|member", "椎名光|-|公募|member",
            ]),
        .init(
            "a column of seats that are no posts",
            """
            出席者
            　部会長　　　　杉原（相談センターひなた）
            　副部会長　　　樫本（親の会）
            　就労支援　　　楢山（作業所あおば）※オンライン
            　当事者　　　　椎名（ピアの会）※11:00退席
            """,
            [
                "杉原|部会長|相談センターひなた|chair", "樫本|副部会長|親の会|viceChair", "楢山|就労支援|作業所あおば|member",
                "椎名|当事者|ピアの会|member",
            ]),
        .init(
            "heads of other bodies are members here",
            """
            出席委員
            　会長　雲井市長　　　　　　　　杉原　俊
            　委員　自主防災会連絡会長　　　樫本　文雄
            　委員　雲井医師会長　　　　　　楢山　昭
            　委員　女性クラブ会長　　　　　椎名　のり子
            """,
            [
                "杉原俊|雲井市長|-|chair", "樫本文雄|自主防災会連絡会長|-|member", "楢山昭|雲井医師会長|-|member",
                "椎名のり子|女性クラブ会長|-|member",
            ]),
        .init(
            "the head of a body that sent a member",
            "出席委員　会長　杉原　俊、みどりの会　会長　樫本　由美、雲井市商工会　楢山　一夫",
            ["杉原俊|会長|-|chair", "樫本由美|会長|みどりの会|member", "楢山一夫|-|雲井市商工会|member"]),
        .init(
            "nicknames with dots between",
            "出席者　しろ（ファシリテーター）・くろちゃん・Ｋ・はなまる",
            ["しろ|ファシリテーター|-|chair", "くろちゃん|-|-|member", "Ｋ|-|-|member", "はなまる|-|-|member"]),
        .init(
            "a master of ceremonies from the secretariat",
            "出席委員　会長　杉原　俊\n　　　　　委員　樫本　由美\n　　　　　司会　公園緑地課　課長補佐　桐生",
            ["杉原俊|会長|-|chair", "樫本由美|-|-|member", "桐生|課長補佐|公園緑地課|secretariat"]),
        .init(
            "several names before one 各委員",
            "出席委員　杉原委員長、樫本副委員長、楢山・椎名各委員",
            ["杉原|委員長|-|chair", "樫本|副委員長|-|viceChair", "楢山|-|-|member", "椎名|-|-|member"]),
        .init(
            "classes of members",
            "出席者\n　１号委員　杉原　俊、樫本　由美\n　２号委員　楢山　一夫",
            ["杉原俊|-|-|member", "樫本由美|-|-|member", "楢山一夫|-|-|member"]),
        .init(
            "the seat here behind the office there",
            "出席者\n1 杉原 俊 雲井大学 教授 会長\n2 樫本 由美 雲井市商工会 事務局長\n3 楢山 一夫 公募市民",
            ["杉原俊|会長|雲井大学 教授|chair", "樫本由美|-|雲井市商工会 事務局長|member", "楢山一夫|-|公募市民|member"]),
        .init(
            "〃 for the word above",
            "出席者\n　委　員　長　　杉　原　　　俊\n　委　　　員　　楢　山　一　夫\n　　〃　　　　　椎　名　　　光",
            ["杉原俊|委員長|-|chair", "楢山一夫|-|-|member", "椎名光|-|-|member"]),
        .init(
            "the secretariat at the end of the members' line",
            "出席者：会長　杉原 俊、委員　樫本 由美、楢山 一夫（Web参加）、事務局　柏、栗田",
            [
                "杉原俊|会長|-|chair", "樫本由美|-|-|member", "楢山一夫|-|-|member", "柏|-|-|secretariat",
                "栗田|-|-|secretariat",
            ]),
        .init(
            "bodies that sent their heads, in columns",
            "出席委員\n　雲井市医師会　　　　　会長　　　杉原　俊\n　雲井市薬剤師会　　　　副会長　　樫本　由美",
            ["杉原俊|会長|雲井市医師会|member", "樫本由美|副会長|雲井市薬剤師会|member"]),
        .init(
            "counts are nobody",
            "出席委員　杉原 俊会長、樫本 由美委員（以上２名）\n欠席委員　（１人）\n　楢山　一夫",
            ["杉原俊|会長|-|chair", "樫本由美|-|-|member", "×楢山一夫|-|-|member"]),
    ]

    static let marks: [Self] = [
        .init(
            "marks with a legend in the heading, a deputy, who is absent",
            """
            出席者（敬称略、五十音順、◎は座長、※はオンラインでの出席）
            　（構成員）
            　　　樫本　由美　　　雲井県立大学　教授
            　　◎杉原　俊　　　　全国みどり協会　理事
            　　　楢山　一夫　※　三輪村長
            　　　椎名　光　　　　雲井市商工会　会頭（代理：橡　さつき　同　主任）
            　　　柏　邦彦※　　　雲井造園株式会社　部長（欠席）
            """,
            [
                "樫本由美|-|雲井県立大学 教授|member", "杉原俊|座長|全国みどり協会 理事|chair", "楢山一夫|-|三輪村長|member",
                "×椎名光|-|雲井市商工会 会頭|member", "橡さつき|主任|-|member", "×柏邦彦|-|雲井造園株式会社 部長|member",
            ]),
        .init(
            "marks explained below the list",
            "出席委員　◎杉原　俊　　○樫本　由美　　楢山　一夫\n　　　　　（◎は会長、○は副会長）",
            ["杉原俊|会長|-|chair", "樫本由美|副会長|-|viceChair", "楢山一夫|-|-|member"]),
        .init(
            "marks for who came",
            "出席委員\n　○杉原　俊　　　×樫本　由美　　○楢山　一夫\n　（○は出席、×は欠席）",
            ["杉原俊|-|-|member", "×樫本由美|-|-|member", "楢山一夫|-|-|member"]),
        .init(
            "who came instead of a member",
            "出席委員　杉原　俊（会長）、樫本　由美（楢山委員代理）",
            ["杉原俊|会長|-|chair", "樫本由美|-|-|member"]),
        .init(
            "the absent in a bracket behind the others",
            "出席委員　杉原俊（会長）、樫本由美（途中退席）、楢山一夫（欠席：椎名光、橡さつき）",
            [
                "杉原俊|会長|-|chair", "樫本由美|-|-|member", "楢山一夫|-|-|member", "×椎名光|-|-|member",
                "×橡さつき|-|-|member",
            ]),
    ]

    static let tables: [Self] = [
        .init(
            "a table whose cells do not stand under their heads, rows of others below",
            """
            出席者
            　　区分　　機関名・職名　　　　　　　　氏　名　　　　　備　考
            　　会長　　市長　　　　　　　　　　　　　　　　杉原　俊之　　　
            　　委員　　消防長　　　　　　　　　　　　　　　樫本　剛　　　　
            　　委員　　気象台長　　　　　　　　　　　　　　楢山　香　　　　代理：防災官　椎名　光
            　　委員　　警察署長　　　　　　　　　　　　　　橡　伸吾　　　　欠席
            　　幹事　　公園緑地課長　柏、福祉課長　栗田
            """,
            [
                "杉原俊之|市長|-|chair", "樫本剛|消防長|-|member", "×楢山香|気象台長|-|member", "椎名光|防災官|-|member",
                "×橡伸吾|警察署長|-|member", "柏|公園緑地課長|-|official", "栗田|福祉課長|-|official",
            ]),
        .init(
            "a table with tabs",
            "出席者\n番号\t氏名\t所属\t役職\t出欠\n1\t杉原 俊\t雲井大学\t会長\t○\n2\t樫本 由美\tみどりの会\t委員\t×",
            ["杉原俊|会長|雲井大学|chair", "×樫本由美|2番|みどりの会|member"]),
    ]

    static let labels: [Self] = [
        .init(
            "sentences for headings",
            "　出席委員は次のとおりである。\n　　会　　　長　　　杉　原　　　俊\n　　委　　　員　　　樫　本　由　美\n　書記は次のとおりである。\n　　総務係長　　　　柏　　　邦　彦",
            ["杉原俊|会長|-|chair", "樫本由美|-|-|member", "柏邦彦|総務係長|-|secretariat"]),
        .init(
            "a group no table of words knows, by the mark of the labels",
            "■出席委員　会長　杉原　俊\n■欠席委員　樫本　由美\n■公園緑地課　柏主幹、栗田主事\n■事務局　社会福祉協議会　桐生、椋",
            [
                "杉原俊|会長|-|chair", "×樫本由美|-|-|member", "柏|主幹|-|official", "栗田|主事|-|official",
                "桐生|-|社会福祉協議会|secretariat", "椋|-|社会福祉協議会|secretariat",
            ]),
        .init(
            "groups of which each begins a line with a colon",
            "参加者\n  委員: 杉原 俊(会長)、樫本 由美、楢山 一夫\n  学校: 校長、教頭\n欠席: 椎名 光",
            [
                "杉原俊|会長|-|chair", "樫本由美|-|-|member", "楢山一夫|-|-|member", "-|校長|-|official", "-|教頭|-|official",
                "×椎名光|-|-|member",
            ]),
        .init(
            "everyday words",
            "きた人　杉原（座長）、樫本、楢山\nお休み　椎名",
            ["杉原|座長|-|chair", "樫本|-|-|member", "楢山|-|-|member", "×椎名|-|-|member"]),
        .init(
            "captions in brackets, one of them of the town's own people",
            "【委員】\n杉原　俊　会長（雲井大学）、樫本　由美　委員（公募）\n【市】\n柏環境部長\n【事務局】\n公園緑地課長、同課主任",
            [
                "杉原俊|会長|雲井大学|chair", "樫本由美|-|公募|member", "柏|環境部長|-|official",
                "-|公園緑地課長|-|secretariat", "-|同課主任|-|secretariat",
            ]),
    ]
}
