import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("A way of beginning turns, once it is shown, holds for every label")
struct TurnConventionTests {
    private static let head = "第４回　ひばり町緑地協議会　会議録\n日時　令和６年10月３日（木）10時～11時\n場所　町役場\n\n"

    /// A way to write a turn: label and speech in, lines out.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var write: @Sendable (_ number: Int, _ label: String, _ speech: String) -> String
    }

    static let ways: [Way] = [
        Way(testDescription: "slash") { "\($1)/\($2)\n" },
        Way(testDescription: "wide slash") { "\($1)／\($2)\n" },
        Way(testDescription: "colon") { "\($1)：\($2)\n" },
        Way(testDescription: "equals sign") { "\($1)＝\($2)\n" },
        Way(testDescription: "lenticular brackets") { "【\($1)】\($2)\n" },
        Way(testDescription: "double angle brackets and a blank") { "《\($1)》 \($2)\n" },
        Way(testDescription: "bold") { "**\($1)** \($2)\n\n" },
        Way(testDescription: "marks around the label, speech below") { "◇ \($1) ◇\n　\($2)\n\n" },
        Way(testDescription: "marks around the label, close") { "◆\($1)◆\n　\($2)\n\n" },
        Way(testDescription: "mark before the label") { "□\($1)　\($2)\n" },
        Way(testDescription: "three columns") { "\($0)\t\($1)\t\($2)\n" },
    ]

    private static func document(_ way: Way, odd: [String], among known: [String] = known) -> (text: String, odd: [Int])
    {
        var text = head
        var places: [Int] = []
        var turn = 0
        func add(_ label: String, _ speech: String) {
            turn += 1
            text += way.write(turn, label, speech)
        }
        for (index, label) in known.enumerated() {
            add(label, speeches[index % speeches.count])
            guard index >= 3, index - 3 < odd.count else { continue }
            places.append(text.utf8.count { $0 == 0x0A } + 1)
            add(odd[index - 3], "公園の木陰がもっとほしいです。")
        }
        return (text, places)
    }

    private static let known = [
        "会長", "事務局", "秋吉委員", "公園課長", "会長", "波多委員", "事務局", "秋吉委員", "公園課長", "会長", "波多委員", "会長",
    ]
    private static let speeches = [
        "それでは始めます。", "資料の説明をします。", "苗木の値段はいくらですか。", "一本千円です。", "ほかにありませんか。", "水やりは誰がしますか。", "町内会に頼みます。",
        "当番の負担が重いと聞きます。", "夏だけ業者に任せます。", "その案でよろしいですか。", "賛成です。", "では終わります。",
    ]

    @Test("bodies, the public and people who head lists in the header speak", arguments: ways)
    func labels(_ way: Way) {
        let odd = ["造園組合", "理事", "造園組合", "傍聴者", "理事", "樹木医会", "樹木医会"]
        let (text, places) = Self.document(way, odd: odd)
        let meeting = MinutesParser().parse(SourceText(text: text))
        let found = Dictionary(
            meeting.remarks.map { ($0.span.line, $0.label) }, uniquingKeysWith: { first, _ in first })
        #expect(places.map { found[$0] } == odd)
        #expect(meeting.remarks.count == Self.known.count + odd.count)
        #expect(
            meeting.remarks.allSatisfy { $0.text.hasSuffix("。") && !$0.text.contains("◇") && !$0.text.contains("◆") })
    }

    @Test("a line of that shape is a turn or named, whatever its label says", arguments: ways)
    func nothingIsSilent(_ way: Way) {
        for label in ["参考", "理由", "緑を守る会", "通訳", "会場", "備考", "委員からの意見", "場所", "その他", "青葉台", "はまなす会", "資料２", "ねこ"] {
            let (text, places) = Self.document(way, odd: [label])
            let meeting = MinutesParser().parse(SourceText(text: text))
            let begins = meeting.remarks.contains { $0.span.line == places[0] }
            let isNamed = meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == places[0] }
            let isHeading = meeting.agenda.contains { $0.span.line == places[0] }
            #expect(begins || isNamed || isHeading, "\(label) at line \(places[0]) was left out without a word")
            #expect(meeting.remarks.count == Self.known.count + (begins ? 1 : 0))
        }
    }

    /// Ways in which much else is written as well.
    static let looseWays: [Way] = [
        Way(testDescription: "round brackets") { "（\($1)）\($2)\n" },
        Way(testDescription: "label and blank") { "\($1)　\($2)\n" },
        Way(testDescription: "label and tab") { "\($1)\t\($2)\n" },
        Way(testDescription: "label alone") { "\($1)\n　\($2)\n" },
        Way(testDescription: "quotation marks") { "\($1)「\($2)」\n" },
        Way(testDescription: "bullet") { "・\($1)　\($2)\n" },
    ]

    @Test("people whom the header lists are heard, and the room is named", arguments: looseWays)
    func fields(_ way: Way) {
        for label in ["理事", "傍聴者", "会場"] {
            let (text, places) = Self.document(way, odd: [label])
            let meeting = MinutesParser().parse(SourceText(text: text))
            let begins = meeting.remarks.contains { $0.span.line == places[0] && $0.label == label }
            let isNamed = meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == places[0] }
            #expect(label == "会場" ? begins || isNamed : begins, "\(label) at line \(places[0])")
            #expect(meeting.remarks.count == Self.known.count + (begins ? 1 : 0))
        }
    }

    @Test("numbered turns of a body")
    func numbered() {
        let way = Way(testDescription: "number with a point") { "\($0). \($1)　\($2)\n" }
        let (text, _) = Self.document(way, odd: ["造園組合", "樹木医会"])
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.count == Self.known.count + 2)
    }

    @Test("headings in the brackets of the labels are none")
    func headings() {
        let text =
            Self.head + """
                【会長】始めます。
                【事務局】説明します。
                【委員からの意見】
                【秋吉委員】値段はいくらですか。
                【公園課長】一本千円です。
                【次回の日程】
                【会長】終わります。
                【閉会】
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["会長", "事務局", "秋吉委員", "公園課長", "会長"])
    }

    @Test("a break between the marks of the labels is no turn")
    func breaks() {
        let text =
            Self.head + """
                ◆ 会長 ◆
                　始めます。

                ◇ 事務局 ◇
                　説明します。

                ◇ 理事 ◇
                　値段はいくらですか。

                ◇ 事務局 ◇
                　千円です。

                ◇ 休憩　10時30分から10時40分まで ◇

                ◇ 公園課長 ◇
                　苗木は五百本です。

                ◇ 理事 ◇
                　多いですね。

                ◆ 会長 ◆
                　終わります。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["会長", "事務局", "理事", "事務局", "公園課長", "理事", "会長"])
        #expect(meeting.remarks.first?.text == "始めます。")
    }

    @Test("slashes in what is said part nothing")
    func slashes() {
        let text =
            Self.head + """
                会長/始めます。
                事務局/開園は8:30/17:00とします。
                造園組合/枝と/葉は分けますか。
                事務局/分けます。
                会長/次回は12/5です。会長/副会長/委員の三者で決めます。
                造園組合/承知しました。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["会長", "事務局", "造園組合", "事務局", "会長", "造園組合"])
    }

    @Test("the first turn is one although only those below prove the way they are written")
    func firstTurn() {
        let text =
            Self.head + """
                S: 前の回の答えから始めます。
                A: 木は何本ですか。
                S: 三百本です。
                B: 多いと思います。
                A: 足りません。
                S: 調べます。
                B: お願いします。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == ["S", "A", "S", "B", "A", "S", "B"])
    }

    @Test("where every label is underlined, a nickname and a class are one; a heading has another line or a number")
    func underlined() {
        let text =
            Self.head + """
                a. 居場所の時間
                ==============

                ファシリテーター
                ----------------
                始めます。一人ずつ話してください。

                まるちゃん（高２）
                ------------------
                夜まで開いている場所がほしいです。

                Ｒ（大学１年）
                --------------
                となりの市にはあります。二つ見てきました。
                ---
                ・九時まで
                ---
                以上です。

                市役所・青少年課
                ----------------
                調べてみます。

                いぬ（中３）
                ------------
                机がないです。

                事務局
                ------
                書きました。次へ進みます。

                会長
                ----
                ありがとう。覚えておきます。

                委員
                ----
                私も行ってみます。

                ファシリテーター
                ----------------
                終わります。
                """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(
            meeting.remarks.map(\.label) == [
                "ファシリテーター", "まるちゃん（高２）", "Ｒ（大学１年）", "市役所・青少年課", "いぬ（中３）", "事務局", "会長", "委員", "ファシリテーター",
            ])
    }
}
