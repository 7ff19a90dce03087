extension QuestionAnswerAnalyzer {
    private typealias Turn = AnalyzerExample.Turn

    static let examples = AnalyzerExamples(matching: answers + open, nonMatching: noAnswers + notOpen)

    private static let answers = [
        AnalyzerExample(
            [
                Turn(.member, "資料を読みました。講座の参加者の年齢層を教えてください。"),
                Turn(.secretariat, "↓六十代の方が中心です。若い方も見えます。"),
            ], fields: ["question": "r1", "questionQuote": "講座の参加者の年齢層を教えてください。"]),
        AnalyzerExample(
            [
                Turn(.chair, "この会はどのような方が集まっているのですか。"), Turn(.secretariat, "↓近所の方が中心です。"),
                Turn(.member, "↓今の話に補足しますと、昨年から学生も来ています。"),
            ], fields: ["question": "r1"]),
        AnalyzerExample(
            [
                Turn(.member, "学校の空き教室の利用について、市長と教育長の見解を伺います。", label: "議員（甲野一郎君）"),
                Turn(.chair, "説明員の答弁を求めます。", label: "議長（乙川二郎君）"), Turn(.chair, "市長。", label: "議長（乙川二郎君）"),
                Turn(.official, "甲野議員の御質問にお答えいたします。↓活用を進める考えです。", label: "市長（丙山三郎君）"),
                Turn(.chair, "教育長。", label: "議長（乙川二郎君）"),
                Turn(.official, "↓現在、三校で調べております。", label: "教育長（丁田四郎君）"),
            ], fields: ["question": "r1"]),
        AnalyzerExample(
            [
                Turn(.chair, "住民の方は、その窓口をどこで知るのでしょうか。"), Turn(.member, "↓やはり回覧板です。"),
            ], fields: ["question": "r1"]),
        AnalyzerExample(
            [
                Turn(.member, "では、生活支援課の窓口はどこですか。"), Turn(.member, "↓生活支援課は二階の奥です。"),
            ]),
        AnalyzerExample(
            [
                Turn(.member, "送迎の車は何台ありますか。"), Turn(.chair, "事務局、お願いします。"), Turn(.secretariat, "↓二台です。"),
            ]),
    ]

    private static let noAnswers = [
        AnalyzerExample([Turn(.chair, "ほかにご質問はありませんか。"), Turn(.member, "食堂の日を増やしてほしいです。")]),
        AnalyzerExample([
            Turn(.member, "場所を固定するのも大事ではないでしょうか。"), Turn(.secretariat, "ご意見として承ります。"),
        ]),
        AnalyzerExample([Turn(.chair, "では、事務局から説明をお願いします。"), Turn(.secretariat, "資料１をご覧ください。")]),
        AnalyzerExample([Turn(.member, "来週、係の者がお宅に伺います。"), Turn(.secretariat, "次の資料です。")]),
        AnalyzerExample([
            Turn(.member, "参加費はいくらですか。"), Turn(.chair, "時間ですので、次に進みます。議題の二つ目です。"),
            Turn(.secretariat, "資料２をご覧ください。"),
        ]),
        AnalyzerExample([Turn(.member, "先日、予算について教えていただきました。"), Turn(.secretariat, "資料を配ります。")]),
    ]

    // MARK: - questions without an answer

    /// Two questions with their answers: the document prints answers.
    private static let answered = [
        Turn(.member, "講座の定員は何名ですか。"), Turn(.secretariat, "↓二十名です。"), Turn(.member, "参加費はいくらですか。"),
        Turn(.secretariat, "↓無料です。"),
    ]

    private static let open = [
        AnalyzerExample(
            answered + [
                Turn(.member, "貸出しの数は分かりました。↓配水管の更新の費用は、一年にどのくらいになるのでしょうか。"),
                Turn(.chair, "時間ですので、次の議題に移ります。"), Turn(.secretariat, "図書館の分館を御説明します。"),
            ]),
        AnalyzerExample(
            answered + [
                Turn(.member, "↓通学バスの運転手は何人いますか。"), Turn(.member, "私も同じ点を伺いたいです。"),
                Turn(.chair, "ほかにございませんか。以上で閉会といたします。"),
            ]),
    ]

    private static let notOpen = [
        [Turn(.member, "通学バスを増やせないのですか。"), Turn(.chair, "次の議題に移ります。")],
        [Turn(.member, "運転手は何人いますか。"), Turn(.chair, "その点は次回までに調べてください。次の議題に移ります。")],
        [Turn(.member, "運転手は何人いますか。"), Turn(.member, "六人だと聞いています。"), Turn(.chair, "次の議題に移ります。")],
        [Turn(.chair, "運転手の件で、ほかに御質問はございますか。"), Turn(.chair, "次の議題に移ります。")],
        [
            Turn(.member, "運転手は何人いますか。"), Turn(.chair, "次の議題に移ります。"), Turn(.secretariat, "資料２を御覧ください。"),
            Turn(.secretariat, "先ほどの御質問の運転手ですが、六人でした。"),
        ],
    ].map { turns in
        AnalyzerExample(
            answered.map { Turn($0.role, $0.text.replacing("↓", with: ""), label: $0.label) } + turns,
            kind: .openQuestion)
    }
}
