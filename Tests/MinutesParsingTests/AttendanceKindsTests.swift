import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Lists by kinds of people, in tables, with dots and strokes")
struct AttendanceKindsTests {
    private func parse(_ list: String, _ turns: String, title: String = "令和６年度第２回　みずほ市場協議会　会議録") -> Meeting {
        MinutesParser().parse(
            SourceText(text: "\(title)\n日時　令和６年11月12日（火）13時～14時\n場所　市民会館\n\(list)\n\n\(turns)\n"))
    }

    /// `name|title|organization|role|group`, `×` before who was absent.
    private func people(_ meeting: Meeting) -> [String] {
        meeting.header.attendance.map {
            ($0.status == .absent ? "×" : "")
                + [$0.name, $0.title ?? "-", $0.organization ?? "-", $0.role.rawValue, $0.group]
                .joined(separator: "|")
        }
    }

    @Test("each row headed by a kind of people, firms and posts before the names, one stood for, staff at the end")
    func rowsOfKinds() {
        let meeting = parse(
            """
            出席者／
            　学　　識　　浅間　保彦（会長　みずほ商科大学）
            　卸　　売　　㈱みずほ魚市場　社長　岩井　豊
            　仲　　卸　　水産仲卸組合　組合長　髙村　健児
            　運　　輸　　（トラック協会　会長　飯塚　剛）代理　桐山田　学　事務長
            　消 費 者　　くらしの会　松木　由里
            　開 設 者　　上中市場長、下條管理係長
            欠席者／
            　卸　　売　　丸水青果㈱　専務　古川　実
            """,
            """
            [開設者・市場長]　お集まりくださり、ありがとうございます。
            [会長・浅間]　始めます。
            [卸売・岩井]　魚が減りました。
            [運輸・(代)桐山田]　待つ時間が長いです。
            [仲卸・高村]　柱が邪魔です。
            [消費者・松木]　値段が心配です。
            [開設者・管理係]　調べます。
            """)
        #expect(
            people(meeting) == [
                "浅間保彦|会長|みずほ商科大学|chair|学識", "岩井豊|社長|㈱みずほ魚市場|member|卸売",
                "髙村健児|組合長|水産仲卸組合|member|仲卸", "×飯塚剛|会長|トラック協会|member|運輸",
                "桐山田学|事務長|-|member|運輸", "松木由里|-|くらしの会|member|消費者", "上中|市場長|-|secretariat|開設者",
                "下條|管理係長|-|secretariat|開設者", "×古川実|専務|丸水青果㈱|member|卸売",
            ])
        #expect(
            meeting.remarks.map(\.role) == [.secretariat, .chair, .member, .member, .member, .member, .secretariat])
        #expect(meeting.remarks.compactMap(\.name).map { String($0.prefix(2)) }.contains("桐山"))
        #expect(!meeting.diagnostics.contains { $0.code == "turn.low-confidence" })
    }

    @Test("a table between bars or tabs, the heading of the list in the column of posts")
    func tables() {
        let turns = "会長：始めます。\n委員：はい、お願いします。\n会長：では終わります。"
        let bars = parse(
            """

            ｜区分｜氏　名　　｜所　属　等　　　　｜出欠｜
            ｜会長｜間　正臣　｜間建築研究室　　　｜出席｜
            ｜一号｜古木寺　梓｜樹木医・造園　　　｜出席｜
            ｜二号｜橋爪　玲　｜港大学色彩学　　　｜欠席｜

            説明者　　三角山興産（事業者）
            """, turns)
        #expect(
            people(bars) == [
                "間正臣|会長|間建築研究室|chair|出席者", "古木寺梓|-|樹木医・造園|member|出席者", "×橋爪玲|-|港大学色彩学|member|出席者",
                "|事業者|三角山興産|other|説明者",
            ])
        #expect(bars.remarks.count == 3)
        let tabs = parse(
            """
            委員\t氏名\t所属・職\t内外\t出欠
            委員長\t塚本　敏江\t副院長\t内\t○
            委員\t鋤田　淳子\t看護部副部長\t内\t×
            委員\t箕田　学\t弁護士\t外\t○
            申請者\t脳神経外科医師　石田　蛍
            事務局\t臨床研究支援室　桝田
            """, turns.replacing("会長", with: "委員長"))
        #expect(
            people(tabs) == [
                "塚本敏江|委員長|副院長|chair|委員", "×鋤田淳子|-|看護部副部長|member|委員", "箕田学|-|弁護士|member|委員",
                "石田蛍|脳神経外科医師|-|other|申請者", "桝田|-|臨床研究支援室|secretariat|事務局",
            ])
    }

    @Test("name and post with a dot between, and offices beside; who opens the meeting serves it")
    func dots() {
        let meeting = parse(
            """
            参集者
            　委　員　　茂原金治・委員長・元団長
            　　　　　　江田忠・副委員長・団長
            　　　　　　久我一成・第１分団長
            　　　　　　鶴野剛・第２分団長（欠）
            　　　　　　鴨田敏・町議会議員
            　消防署　　鷲崎署長
            　総務課　　鴻田課長、鳥川防災係長
            """,
            """
            ○総務課「始めます。」
            ○委員長「はい、では。」
            ○委員（第１分団）「人が足りません。」
            ○消防署長「応援を出します。」
            """)
        #expect(
            people(meeting) == [
                "茂原金治|委員長|元団長|chair|委員", "江田忠|副委員長|団長|viceChair|委員", "久我一成|第１分団長|-|member|委員",
                "×鶴野剛|第２分団長|-|member|委員", "鴨田敏|町議会議員|-|member|委員", "鷲崎|署長|-|official|消防署",
                "鴻田|課長|-|secretariat|総務課", "鳥川|防災係長|-|secretariat|総務課",
            ])
        #expect(meeting.remarks.map(\.role) == [.secretariat, .chair, .member, .official])
    }

    @Test("people between strokes over several lines, a body spread before a colon, and who could not come")
    func strokes() {
        let meeting = parse(
            """
            ◎参加された方（お名前の後ろは所属です）
            　委　員　：岡羽克枝委員長（地区連絡会）／志田根達副委員長（災害ボラン
            　　　　　　ティア「てつなぎ」）／青志一馬（高校ボランティア部顧問）／菅原さ
            　　　　　　と子（手話サークル）／坂田ひろみ（傾聴の会）
            　　　　　　※桑原満（老人クラブ連合会）は都合により不参加
            　オブザーバー：ミラ・ロサ・クラウス（国際交流協会）
            　社　協　：桃田センター長、渡野主事、答村ボランティアコーディネーター
            """,
            """
            ◯桃田（センター長）　始めます。
            ◯岡羽（委員長）　はい、どうぞ。
            ◯渡野（事務局）　資料を配ります。
            ◯菅原（委員）　窓口がほしいです。
            ◯ミラ（オブザーバー）　手伝います。
            """)
        #expect(
            people(meeting) == [
                "岡羽克枝|委員長|地区連絡会|chair|委員", "志田根達|副委員長|災害ボランティア「てつなぎ」|viceChair|委員",
                "青志一馬|-|高校ボランティア部顧問|member|委員", "菅原さと子|-|手話サークル|member|委員",
                "坂田ひろみ|-|傾聴の会|member|委員", "×桑原満|-|老人クラブ連合会|member|委員",
                "ミラ・ロサ・クラウス|-|国際交流協会|expert|オブザーバー", "桃田|センター長|-|secretariat|社協",
                "渡野|主事|-|secretariat|社協", "答村|ボランティアコーディネーター|-|secretariat|社協",
            ])
        #expect(meeting.header.venue == "市民会館")
        #expect(meeting.remarks.map(\.role) == [.secretariat, .chair, .secretariat, .member, .expert])
    }

    @Test("groups of a prefecture and its board, posts told below the list, absentees with their kind in brackets")
    func prefecture() {
        let meeting = parse(
            """
            １　出席委員　　（定数６名　出席４名）
            　　　漁業者委員　　　浦住竜太郎　磯部谷亘
            　　　学識経験委員　　網田ゆかり
            　　　中立委員　　　　帆足美砂
            　　欠席委員　　　　　櫓田鉄也（漁業者委員）、塩来恒彦（学識経験委員）
            　　※会長　浦住竜太郎、会長代理　網田ゆかり
            ２　県側出席者
            　　　県　　　　　　　水産課長　鰭田功、水産課主任　長岬遼、水産試験場長　沢本明
            　　　委員会事務局　　事務局長　舟居直美、書記　梶原翔
            """,
            """
            事務局長　始めます。資料をご覧ください。
            議長（浦住会長）　では、議事に入ります。
            委員（磯部谷）　網の目が細かいと思います。
            水産課（長岬主任）　調べてお答えします。
            水産試験場　稚魚は増えております。
            会長代理（網田）　よいと思います。
            """)
        #expect(
            people(meeting) == [
                "浦住竜太郎|会長|-|chair|漁業者委員", "磯部谷亘|-|-|member|漁業者委員", "網田ゆかり|会長代理|-|viceChair|学識経験委員",
                "帆足美砂|-|-|member|中立委員", "×櫓田鉄也|-|-|member|漁業者委員", "×塩来恒彦|-|-|member|学識経験委員",
                "鰭田功|水産課長|-|official|県", "長岬遼|水産課主任|-|official|県", "沢本明|水産試験場長|-|official|県",
                "舟居直美|事務局長|-|secretariat|委員会事務局", "梶原翔|書記|-|secretariat|委員会事務局",
            ])
        #expect(meeting.remarks.map(\.role) == [.secretariat, .chair, .member, .official, .official, .viceChair])
    }

    @Test(
        "a post before a name with the post elsewhere in brackets, 【欠】, 古殿 as a family name, and an office inside a label"
    )
    func smallSigns() {
        let meeting = parse(
            """
            出席者
            　・委員　棚倉　恭一（商工会議所）、古殿　利江（税理士会）
            　　※矢祭　信也（農協）は欠席
            　・市　玉川　昭市長
            　・事務局　平田総務部長
            """,
            "（事務局）　始めます。\n（会長）　はい、どうぞ。\n（委員Ａ）　お願いします。\n（事務局）　資料です。")
        #expect(
            people(meeting) == [
                "棚倉恭一|-|商工会議所|member|出席者", "古殿利江|-|税理士会|member|出席者", "×矢祭信也|-|農協|member|出席者",
                "玉川昭|市長|-|official|市", "平田|総務部長|-|secretariat|事務局",
            ])
        let sides = parse(
            """
            出席者等
              【委員】今井府武委員長(前高校長協会会長)
                    生田木春菜(公認会計士)
                    【欠】開田定男(看護協会)
              【法人】江娃京子学長、喜多靖事務局長
              【県】枕崎高等教育振興課長、坊野教育振興課主幹
            """,
            """
            高等教育振興課長 始めます。資料をご覧ください。

            今井委員長 はい、では進めます。

            法人（江娃学長） 説明いたします。

            生田木委員 よく分かりました。
            """)
        #expect(people(sides).contains { $0.begins(with: "×開田定男|-|看護協会|member") })
        #expect(sides.header.attendance.filter { $0.group == "県" }.allSatisfy { $0.role == .secretariat })
        #expect(sides.header.attendance.filter { $0.group == "法人" }.allSatisfy { $0.role == .official })
        #expect(sides.remarks.map(\.role) == [.secretariat, .chair, .official, .member])
    }

    @Test("whoever presides named above the list, posts in a column, and a family name that ends like a body")
    func presiding() {
        let meeting = parse(
            """
            議長氏名　　　小早川　尚
            出席委員　　　小早川　尚、有田　恵、都丸　進　　　　計３人
            欠席委員　　　堀越　愛（所用）
            説明者の職・氏名　こども未来部長　仲村　清
            　　　　　　　　　保育課長　　　　渡会　誠
            """,
            """
            （仲村部長）　開会します。
            （小早川議長）　では、議事に入ります。
            （渡会課長）　資料をご覧ください。
            （有田委員）　枠は増えますか。
            （渡会課長）　三名増えます。
            """)
        #expect(
            people(meeting).map { $0.split(separator: "|").prefix(4).joined(separator: "|") } == [
                "小早川尚|議長|-|chair", "有田恵|-|-|member", "都丸進|-|-|member", "×堀越愛|-|-|member", "仲村清|こども未来部長|-|official",
                "渡会誠|保育課長|-|official",
            ])
        #expect(meeting.remarks.map(\.role) == [.official, .chair, .official, .member, .official])
    }

    @Test("part of a name in several, and those of the town below who did not come")
    func partsOfNames() {
        let meeting = parse(
            """
            出席者：〔委員〕橘　真理（座長）、蒲田　剛（商工会）、ミラ・ティ・ロサ（交流サロン）
            　　　　〔欠席〕樋田　潤（農協）
            　　　　〔町〕政策推進課：多田課長、和久係長
            """,
            """
            橘座長／始めます。
            多田課長／資料の一です。
            ロサ委員／よく分かりました。
            蒲田委員／私もです。
            橘座長／終わります。
            """)
        #expect(meeting.remarks.map(\.name) == ["橘真理", "多田", "ミラ・ティ・ロサ", "蒲田剛", "橘真理"])
        #expect(meeting.header.attendance.filter { $0.status == .absent }.map(\.name) == ["樋田潤"])
    }
}
