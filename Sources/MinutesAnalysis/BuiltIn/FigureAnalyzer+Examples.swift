extension FigureAnalyzer {
    static let examples = AnalyzerExamples(
        matching: [
            AnalyzerExample(
                "令和４年度の相談件数は↓３７件（－２５件）でした。", role: .secretariat,
                fields: ["value": "37", "unit": "件", "change": "-25", "subject": "相談件数"]),
            AnalyzerExample("参加者は↓１，２００名です。", fields: ["value": "1200", "unit": "名", "subject": "参加者"]),
            AnalyzerExample("利用は前年度比↓５％増でした。", fields: ["value": "5", "unit": "%", "change": "+5", "comparedTo": "前年度"]),
            AnalyzerExample("登録は↓10名増となりました。", fields: ["change": "+10"]),
            AnalyzerExample("昨年より↓三団体減りました。", fields: ["value": "3", "change": "-3", "comparedTo": "昨年"]),
            AnalyzerExample("この項目の↓評価は３としました。", fields: ["score": "3", "value": "3"]),
            AnalyzerExample("↓評価を３から４に改めます。", fields: ["score": "4", "change": "3→4"]),
            AnalyzerExample("自己↓評価はＢで、理由は次のとおりです。", fields: ["score": "B"]),
            AnalyzerExample("基金の残高は↓1.4億円です。", fields: ["value": "140000000", "unit": "円", "subject": "基金の残高"]),
            AnalyzerExample("補助金↓２，５００千円を見込みます。", fields: ["value": "2500000", "subject": "補助金"]),
            AnalyzerExample("活動場所は↓２ヵ所です。", fields: ["unit": "か所", "subject": "活動場所"]),
            AnalyzerExample("毎回↓３～４名が見えます。", fields: ["value": "3", "valueTo": "4"]),
            AnalyzerExample("講座は↓２時間です。", fields: ["unit": "時間", "value": "2"]),
            AnalyzerExample("対象は↓６０歳代の方です。", fields: ["unit": "歳代", "value": "60"]),
            AnalyzerExample("出席者は↓二十二名でありました。", fields: ["value": "22"]),
            AnalyzerExample("回収率は↓48.5パーセントでした。", fields: ["value": "48.5", "unit": "%", "subject": "回収率"]),
        ],
        nonMatching: [
            AnalyzerExample("令和６年２月２１日の第３回で、２点目の議題です。"),
            AnalyzerExample("午後６時半から８時２９分までです。"),
            AnalyzerExample("（１）と①は第５条第２項によります。資料３の12ページです。"),
            AnalyzerExample("平成28年から30年までの計画です。"),
            AnalyzerExample("10年ほど前に始まりました。50年経っています。"),
            AnalyzerExample("一人ひとりが、もう１回考える。３人目の方、どうぞ。"),
            AnalyzerExample("評価は５段階で行います。"),
            AnalyzerExample("数十名ほどです。何回かあります。"),
            AnalyzerExample("２項目めの質問に入ります。"),
            AnalyzerExample("第１、第２分科会の３部会長です。"),
        ])
}
