import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Labels that only the list of those who came explains")
struct ListedTurnTests {
    /// A way to write a turn, and whether 医師会 for うぐいす市医師会 stands in it beyond doubt.
    struct Way: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var write: @Sendable (_ label: String, _ speech: String) -> String
    }

    static let ways: [Way] = [
        Way(testDescription: "colon") { "\($0)：\($1)\n" },
        Way(testDescription: "mark") { "○\($0)　\($1)\n" },
        Way(testDescription: "mark, label alone") { "○\($0)\n　　\($1)\n" },
        Way(testDescription: "square brackets") { "［\($0)］ \($1)\n" },
        Way(testDescription: "round brackets") { "（\($0)）\($1)\n" },
        Way(testDescription: "column") { "\($0)　　\($1)\n" },
        Way(testDescription: "tab") { "\($0)\t\($1)\n" },
    ]

    private static let head = """
        令和６年度　うぐいす市防災会議　会議録

        日時　令和６年10月３日（木）10時～11時30分
        出席者　寒河江危機管理監（会長）
        　　　　気象台　次長　砂川敏（代理　防災官　賀来亮）
        　　　　うぐいす市医師会　会長　富樫正
        　　　　電力会社うぐいす支社　支社長　百々秀
        　　　　五十公野勲（青少年指導員）、福士千尋（主任児童委員）、勝俣慎吾（ＰＴＡ会長）
        事務局　田所防災課長


        """

    private static let turns = [
        ("事務局（防災課長）", "ただいまから始めます。資料は三点あります。"), ("会長", "よろしくお願いします。"),
        ("気象台（代理）", "気象台です。的中率は四回に一回です。"), ("会長", "ありがとうございます。"),
        ("医師会", "医師会です。停電の情報が遅いです。"), ("事務局（防災課長）", "改めます。"),
        ("五十公野（青少年指導員）", "高校生も入りますか。"), ("Ａ班（勝俣）", "Ａ班の報告をします。"), ("会長", "次をお願いします。"),
        ("電力会社（代理）", "一時間で載せます。"), ("会長", "これで終わります。"),
    ]

    @Test("people and bodies of the list speak, whatever stands beside their names", arguments: ways)
    func listed(_ way: Way) {
        let text = Self.head + Self.turns.map { way.write($0.0, $0.1) }.joined()
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == Self.turns.map(\.0))
    }

    /// What somebody lists, in the shape of the turns.
    private static let points = (
        "事務局（防災課長）", "内訳は次のとおりです。\n費用（年額）：120万円です。\n開催日（予定）：10月５日です。\n以上です。"
    )

    @Test("points of a list in brackets and colons stay in the speech, and are named")
    func points() {
        let turns = Self.turns.dropLast() + [Self.points, ("会長", "これで終わります。")]
        let text = Self.head + turns.map { "\($0.0)：\($0.1)\n" }.joined()
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.label) == turns.map(\.0))
        #expect(meeting.diagnostics.filter { $0.code == "turn.near-miss" }.count == 2)
    }

    @Test("without a list they are left in the turn before and named")
    func unlisted() {
        let head = Self.head.split(separator: "\n", omittingEmptySubsequences: false).prefix(3).joined(separator: "\n")
        let text = head + "\n\n" + (Self.turns + [Self.points]).map { "\($0.0)：\($0.1)\n" }.joined()
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(!meeting.remarks.map(\.label).contains("気象台（代理）"))
        #expect(meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.message.contains("気象台（代理）") })
    }
}
