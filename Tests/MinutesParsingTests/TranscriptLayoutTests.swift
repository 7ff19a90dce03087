import MinutesModel
import Testing

@testable import MinutesParsing

/// Minutes that a machine or a mailbox wrote first: times before labels, messages, nicknames.
@Suite("Transcripts and messages")
struct TranscriptLayoutTests {
    private static let head = "第３回　すなやま市自転車会議　記録\n日時　令和６年９月３日（火）10時～11時\n場所　市役所\n\n"

    private func labels(_ text: String) -> [String] {
        MinutesParser().parse(SourceText(text: Self.head + text)).remarks.map(\.label)
    }

    @Test(
        "a time, or from when to when, stands before the label",
        arguments: [
            ("[00:00:05-00:00:31] ", "\n"), ("［10：02～10：04］", "\n"), ("(0:05) ", "　"), ("00:12:30 --> 00:12:41 ", "\n"),
            ("【10:15】", "　"),
        ])
    func stamped(before: String, behind: String) {
        let turns = [
            ("話し手１（秋吉 委員長）", "始めます。資料は二枚です。"), ("話し手２（波多 委員）", "駐輪場は足りていますか。"),
            ("話し手１（秋吉 委員長）", "事務局からお願いします。"), ("話し手３（事務局）", "駅の北側で八十台足りません。"),
            ("話し手２（波多 委員）", "分かりました。"),
        ]
        let text = turns.map { "\(before)\($0.0)\(behind)\($0.1)\n" }.joined(separator: "\n")
        #expect(labels(text) == turns.map(\.0))
    }

    @Test("a word announces the speaker of a message behind its mark; quoted messages begin no turn")
    func messages() {
        let text = """
            ■01　送信者：事務局・丹羽
            　　　件　名：書面による協議のお願い

            皆様の御意見をお寄せください。締切りは金曜日です。

            ■02　送信者：委員・波多
            　　　件　名：Re: 書面による協議のお願い

            > 送信者：事務局・丹羽
            > 締切りは金曜日です。
            承知しました。駐輪場の料金は上げないでください。

            ■03　送信者：座長・秋吉
            　　　件　名：Re: 書面による協議のお願い

            料金は来年度に改めて協議します。
            """
        #expect(labels(text) == ["事務局・丹羽", "委員・波多", "座長・秋吉"])
    }

    @Test("who speaks again and again under a blank line is a speaker, whatever the name; once is a heading")
    func nicknames() {
        func turn(_ label: String, _ speech: String) -> String { "\(label)\n----------\n\(speech)\n\n" }
        let text =
            turn("司会・みかん", "始めます。前回の続きです。") + turn("うみうし（中２）", "自転車で図書館に行けません。")
            + turn("市役所", "歩道を広げる工事をしています。") + turn("司会・みかん", "いつ終わりますか。")
            + turn("市役所", "三月です。") + turn("うみうし（中２）", "遠回りはできますか。")
            + turn("司会・みかん", "地図に描いてみましょう。") + turn("書記", "描きました。")
            + turn("うみうし（中２）", "橋を渡れば行けそうです。") + turn("司会・みかん", "ありがとう。")
        #expect(labels(text).count { $0 == "うみうし（中２）" } == 3)
        #expect(labels(text).count { $0 == "司会・みかん" } == 4)
    }
}
