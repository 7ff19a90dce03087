import MinutesModel
import Testing

@testable import MinutesParsing

/// Tables of people whose cells leave little or no blank between them, and labels by the posts of the list.
@Suite("Columns of attendance tables")
struct AttendanceColumnTests {
    static let tables: [AttendanceNotation] = [
        .init(
            "会長 in a column without a head; cells one blank apart; 選出区分 beside 所属",
            """
            委員の出欠
            　選出区分　　　　氏　　名　　　　所　属　等　　　　　　　出欠
            　学識経験者　　　杉原　由紀恵　　雲井短期大学　　　会長　　出
            　　　　　　　　　樫本壮太郎　　　児童委員連絡会　　副会長　出
            　事業主・労働者　橡　浩三　　　　雲井商工会議所　　　　　　欠
            　事業従事者　　　楢山　静江　　　私立幼稚園協会　　　　　　出
            　公募　　　　　　栗田　あずさ　　　　　　　　　　　　　　　出
            事務局
            　　　　　　　　　こども課　　　　柏課長、栃木係長
            """,
            [
                "杉原由紀恵|会長|雲井短期大学|chair", "樫本壮太郎|副会長|児童委員連絡会|viceChair",
                "×橡浩三|-|雲井商工会議所|member", "楢山静江|-|私立幼稚園協会|member", "栗田あずさ|-|-|member",
                "柏|課長|こども課|secretariat", "栃木|係長|こども課|secretariat",
            ]),
        .init(
            "選出区分 without 所属; a name closed by a bracket fills its column",
            """
            出席者
            　氏　名　　　　　　　　　選出区分
            　杉原　康平　（部会長）　雲井大学
            　樫本　まり子（副部会長）県立農業大学校
            　橡　敬吾　　　　　　　　内水面漁業組合
            　楢山　保　　　　　　　　県商工会連合会
            """,
            [
                "杉原康平|部会長|雲井大学|chair", "樫本まり子|副部会長|県立農業大学校|viceChair", "橡敬吾|-|内水面漁業組合|member",
                "楢山保|-|県商工会連合会|member",
            ]),
    ]

    static let rows: [AttendanceNotation] = [
        .init(
            "rows in the two columns of the list, a mark before each name",
            """
            出欠（○出席、×欠席）
            役　員　　　　○会長　杉原　俊子　　○副会長　樫本　重夫
            第一班　　　　○橡　千代子　○楢山　勲
            第二班　　　　○栗田　みよ　×椎名　正
            関係機関　　　高齢介護課　柏係長、東交番　桐生所長
            """,
            [
                "杉原俊子|会長|-|chair", "樫本重夫|副会長|-|viceChair", "橡千代子|-|-|member", "楢山勲|-|-|member",
                "栗田みよ|-|-|member", "×椎名正|-|-|member", "柏|係長|高齢介護課|official", "桐生|所長|東交番|official",
            ]),
        .init(
            "rows in two columns, several in a row with brackets; those who are missed further in",
            """
            【出席者】
            　会長・副会長　　杉原　一誠（社会福祉法人もみじ会）　　樫本　真由（就労支援センター）
            　当事者・家族　　橡　茜（視覚障がい者協会）　　　　　　楢山　俊江（手をつなぐ会）
            　相談・サービス　栗田　礼司（相談支援事業所）　　　　　椎名　勉（ケアホーム）
            　　　　　　　　　［欠席］桐生　望（訪問看護ステーション）
            　医療・教育・職業　椋　弘子（雲井病院）　　　　　　　　柏　太一（公共職業安定所）
            """,
            [
                "杉原一誠|会長|社会福祉法人もみじ会|chair", "樫本真由|副会長|就労支援センター|viceChair", "橡茜|-|視覚障がい者協会|member",
                "楢山俊江|-|手をつなぐ会|member", "栗田礼司|-|相談支援事業所|member", "椎名勉|-|ケアホーム|member",
                "椋弘子|-|雲井病院|member", "柏太一|-|公共職業安定所|member", "×桐生望|-|訪問看護ステーション|member",
            ]),
        .init(
            "names in columns with brackets are no rows of kinds",
            """
            出席委員
            　杉原　一誠（会長）　　樫本　真由（副会長）
            　橡　　茜（家族会）　　楢山　俊江（親の会）
            　栗田　礼司（公募）　　椎名　勉（公募）
            """,
            [
                "杉原一誠|会長|-|chair", "樫本真由|副会長|-|viceChair", "橡茜|-|家族会|member", "楢山俊江|-|親の会|member",
                "栗田礼司|-|公募|member", "椎名勉|-|公募|member",
            ]),
        .init(
            "members of the house and from outside on lines of their own and on one; a town's office",
            """
            出席者　学内委員　　杉原光彦学長（議長）、樫本律子理事（総務・財務担当）、
            　　　　　　　　　　橡義之理事（病院担当）
            　　　　学外委員　　楢山郁夫（雲井銀行相談役）、栗田恵（公認会計士）
            欠席者　学内委員　椎名健工学部長　　学外委員　桐生伸（製薬会社顧問）
            オブザーバー　雲井市福祉総務課長　椋
            """,
            [
                "杉原光彦|学長|-|chair", "樫本律子|理事（総務・財務担当）|-|member", "橡義之|理事（病院担当）|-|member",
                "楢山郁夫|-|雲井銀行相談役|member", "栗田恵|-|公認会計士|member", "×椎名健|工学部長|-|member",
                "×桐生伸|-|製薬会社顧問|member", "椋|雲井市福祉総務課長|-|expert",
            ]),
        .init(
            "kinds of members behind bullets, the lines between them wide",
            """
            出席委員
            　・学識経験を有する者　　　　　杉原　千鶴子（弁護士）、樫本　岳人（雲井大学教育学部講師）
            　・関係団体の推薦を受けた者　　楢山　幹子（雲井市女性団体連絡会）、椎名　学（雲井市の消防団）
            　・市民　　　　　　　　　　　　栗田　ひかる（公募）、橡　タケ（公募）
            """,
            [
                "杉原千鶴子|-|弁護士|member", "樫本岳人|-|雲井大学教育学部講師|member", "楢山幹子|-|雲井市女性団体連絡会|member",
                "椎名学|-|雲井市の消防団|member", "栗田ひかる|-|公募|member", "橡タケ|-|公募|member",
            ]),
        .init(
            "主査 and 主査代理 of a panel; names with ・; the body whose people are heard",
            """
            出席者
            （委員）　　　杉原　元彦　主査　　　　雲井工科大学教授
            　　　　　　　樫本　節　　主査代理　　弁護士
            　　　　　　　橡　尚美　　委員　　　　雲井新聞論説委員
            　　　　　　　クララ・マイヤー委員　　研究所主席研究員
            （専門委員）　楢山　雅史　専門委員　　公認会計士
            （法人）　　　独立行政法人雲井機構　栗田　剛志　理事長、椎名　早苗　理事
            """,
            [
                "杉原元彦|主査|雲井工科大学教授|chair", "樫本節|主査代理|弁護士|viceChair", "橡尚美|-|雲井新聞論説委員|member",
                "クララ・マイヤー|-|研究所主席研究員|member", "楢山雅史|専門委員|公認会計士|expert",
                "栗田剛志|理事長|独立行政法人雲井機構|official", "椎名早苗|理事|独立行政法人雲井機構|official",
            ]),
    ]

    @Test("rows with a kind of people at their head", arguments: rows)
    func heads(notation: AttendanceNotation) {
        #expect(AttendanceNotationTests.read(notation.list) == notation.people)
    }

    @Test("cells are parted where the rows begin theirs", arguments: tables)
    func cells(notation: AttendanceNotation) {
        #expect(AttendanceNotationTests.read(notation.list) == notation.people)
    }

    @Test("a label with the post of one of the list is that one, wherever its name might end")
    func titled() {
        let meeting = AttendancePartsTests.meeting(
            "会長　　服部　由紀絵\n副会長　樫本　太郎\n委員　　橡　光", "服部会長：始めます。\n橡委員：はい。\n服部会長：終わります。")
        #expect(meeting.remarks.first?.name == "服部由紀絵")
    }

    @Test(
        "an office answers for the executive where its head was asked to explain, and not where it is the secretariat")
    func offices() {
        let meeting = AttendancePartsTests.meeting(
            "委員　　杉原　俊、樫本　由美\n説明員　農林課長　柏、商工課長　橡\n事務局　企画課長　栗田",
            "杉原委員：どうですか。\n農林課：お答えします。\n企画課：資料のとおりです。\n樫本委員：はい。\n商工課：見込みです。\n企画課：終わります。",
            title: "令和６年度第１回　雲井市みどり審議会　会議録")
        #expect(
            meeting.remarks.map(\.role) == [.member, .official, .secretariat, .member, .official, .secretariat])
    }
}
