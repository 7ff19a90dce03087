extension ResponseAnalyzer {
    private typealias Turn = AnalyzerExample.Turn

    static let examples = AnalyzerExamples(
        matching: [
            AnalyzerExample(
                [
                    Turn(.member, "通学路の標識を増やしていただきたいと思います。"),
                    Turn(.secretariat, "御意見ありがとうございます。↓通学路の標識については、道路の所管課と協議し、来年度に向けて検討してまいります。"),
                ],
                fields: ["stance": "considering"]),
            AnalyzerExample(
                [
                    Turn(.member, "水質検査の結果を一覧にして出していただけませんか。"), Turn(.chair, "水道課長。"),
                    Turn(.official, "↓承知しました。"),
                ], fields: ["stance": "accepted"]),
            AnalyzerExample(
                [
                    Turn(.member, "夜間も窓口を開けてほしい。"),
                    Turn(.official, "↓夜間の開設は、職員の体制から難しいと考えております。"),
                ], fields: ["stance": "difficult"]),
            AnalyzerExample(
                [
                    Turn(.member, "給食費の減免を広げてほしい。"),
                    Turn(.official, "↓給食費の減免は、昨年四月から第三子以降を対象としております。"),
                ], fields: ["stance": "explained"]),
            AnalyzerExample(
                [
                    Turn(.member, "駅前の段差を早くなくしてほしい。巡回車の台数も増やしていただきたい。"),
                    Turn(.secretariat, "↓巡回車につきましては、来年度に一台増やしてまいります。"),
                ], fields: ["stance": "accepted", "requestQuote": "巡回車の台数も増やしていただきたい。"]),
            AnalyzerExample(
                [
                    Turn(.member, "↓体育館の空調を急いでほしい。"), Turn(.member, "前の方と同じ意見です。"),
                ], fields: ["stance": "none"]),
        ],
        nonMatching: [
            // Of two things asked, the answer takes up neither word.
            AnalyzerExample([
                Turn(.member, "駅前の段差を早くなくしてほしい。巡回車の台数も増やしていただきたい。"),
                Turn(.secretariat, "図書館の改修は検討してまいります。"),
            ]),
            AnalyzerExample([Turn(.member, "参加者は何人ですか。"), Turn(.secretariat, "検討してまいります。")]),
            AnalyzerExample([Turn(.member, "体育館の空調を急いでほしい。"), Turn(.chair, "要望として承ります。")]),
        ])
}
