/// What the analyzer finds and what it leaves alone, in invented sentences of many fields.
enum FollowUpExamples {
    static let all = AnalyzerExamples(
        matching: commitments + answers + requests + planInput + decisions + openQuestions + views,
        nonMatching: questions + reports + tellings + proceedings + quotations)

    private static let commitments = [
        AnalyzerExample("前回は配管の話でした。↓今後も保護者の皆様への周知に努めてまいります。", role: .official, kind: .commitment),
        AnalyzerExample(
            "分かりました。↓８月上旬までに各校の一覧を作成し、委員の皆様へお送りいたします。", role: .secretariat, kind: .commitment,
            fields: ["owner": "事務局", "dueText": "８月上旬まで", "due": "2024-08-10"], date: "2024-07-03"),
        AnalyzerExample("↓結果を見てからになりますが、開館時間の延長を検討していきたいと考えております。", role: .official, kind: .commitment),
        AnalyzerExample("以上です。↓次回は９月の中旬に開催する予定です。", role: .secretariat, kind: .commitment, fields: ["owner": "事務局"]),
        AnalyzerExample(
            "承知しました。↓町としましては、取水口の点検回数を増やしていきたいと思っております。", role: .member, kind: .commitment, fields: ["owner": "町"]),
        AnalyzerExample("↓図書の返却箱は、追って駅にも設置します。", role: .secretariat, kind: .commitment),
        AnalyzerExample("ありがとうございます。↓漏水の調査を引き続き進めて参りますので、どうぞよろしくお願いいたします。", role: .official, kind: .commitment),
    ]

    private typealias Turn = AnalyzerExample.Turn

    /// What is promised in answer to somebody, or taken on by one who speaks for himself.
    private static let answers = [
        AnalyzerExample(
            [
                Turn(.member, "給食費の納め方は、口座だけですか。"),
                Turn(.official, "↓納め方を増やすことは、来年度の見直しの中で検討しております。"),
            ], kind: .commitment),
        AnalyzerExample(
            [
                Turn(.member, "夜間の訓練は行わないのですか。"),
                Turn(.official, "↓消防の担当と日程を調整させてください。"),
            ], kind: .commitment),
        AnalyzerExample(
            [
                Turn(.member, "検針のお知らせの二枚目は金額が古いままです。"),
                Turn(.secretariat, "申し訳ありません。↓訂正いたします。"),
            ], kind: .commitment),
        AnalyzerExample(
            [
                Turn(.chair, "学校ではどう受け止めますか。"), Turn(.official, "↓遊具の点検は、秋の奉仕作業に合わせて行います。"),
                Turn(.official, "↓幼稚園も協力します。"),
            ], kind: .commitment),
        AnalyzerExample("↓用水路の見回りの当番は、わたしが引き受けます。", kind: .commitment),
        AnalyzerExample("↓空き家の持ち主の意向は、所有者に聞いてみます。", kind: .commitment),
        AnalyzerExample(
            [
                Turn(.member, "検診の案内は、どこまで読みやすくなりましたか。"),
                Turn(.secretariat, "↓刷る前に、目の不自由な利用者の方に見ていただきます。"),
            ], kind: .commitment),
        AnalyzerExample("↓旗の置き場の件は、町内会で相談します。", kind: .commitment),
        AnalyzerExample("分かりました。↓早速、配水の担当に伝えます。", role: .official, kind: .commitment),
        AnalyzerExample("↓４月から二つの中学校で試行することについて、来年度の予算に計上できるか検討させてください。", role: .official, kind: .commitment),
    ]

    private static let requests = [
        AnalyzerExample("分かりました。↓学校の図書室を夏休みにも開けていただきたいと思います。", kind: .request),
        AnalyzerExample("↓公園の遊具は計画的に取り替えていただければと思います。", kind: .request),
        AnalyzerExample("↓教育委員会には、先生方の負担を減らす取組をぜひ続けてほしい。", kind: .request, fields: ["owner": "教育委員会"]),
        AnalyzerExample("↓断水の知らせは紙でも配ってもらえるとありがたいです。", kind: .request),
        AnalyzerExample("↓給水所の地図をバス停にも貼ってはどうでしょうか。", kind: .request),
        AnalyzerExample("↓早期の着工を強く要望して、質問を終わります。", kind: .request),
        AnalyzerExample("↓水質の測定の値がそろったところで、必ず報告してください。", kind: .request),
        AnalyzerExample("↓収穫の終わった秋に、もう一度農家に説明してください。", kind: .request),
        AnalyzerExample("↓学年ごとの人数を表にして、資料として出していただけませんか。", kind: .request),
        AnalyzerExample("↓今後も公民館の行事を教えてください。", role: .chair, kind: .request),
        AnalyzerExample("↓予算も限られていると思いますが、計画よりも早く進めていただきたいと思っておりますので、よろしくお願いします。", kind: .request),
    ]

    private static let planInput = [
        AnalyzerExample("↓通学路の安全は、次期計画にもしっかり位置付けていただきたい。", kind: .planInput),
        AnalyzerExample("↓この点は第３期水道ビジョンで検討してはどうかと思います。", kind: .planInput),
        AnalyzerExample("↓小規模校の事例も報告書に載せておく必要があると思います。", role: .chair, kind: .planInput),
        AnalyzerExample(
            "↓いただいた御意見は、次の計画に反映していきたいと思います。", role: .secretariat, kind: .planInput, fields: ["owner": "事務局"]),
    ]

    private static let decisions = [
        AnalyzerExample("↓異議なしと認め、本案は原案のとおり決定いたしました。", role: .chair, kind: .decision),
        AnalyzerExample("↓御異議がありませんので、参考人の意見を聴くことといたします。", role: .chair, kind: .decision),
    ]

    private static let openQuestions = [
        AnalyzerExample(
            "↓学年別の正確な人数は、この場では申し上げられません。", role: .secretariat, kind: .openQuestion, fields: ["owner": "事務局"]),
        AnalyzerExample("↓修繕の件数は確認の上、後日回答いたします。", role: .official, kind: .openQuestion),
    ]

    private static let views = [
        AnalyzerExample("↓先生方が話し合う時間を確保することが大事だと思います。", kind: .opinion),
        AnalyzerExample("↓水道料金の見直しは急ぐべきではないと思います。", kind: .opinion),
        AnalyzerExample("↓部活動の指導者をどう確保するかが課題です。", kind: .issue),
        AnalyzerExample("↓古い配水管の取り替えが間に合わない状況です。", kind: .issue),
    ]

    private static let questions = [
        AnalyzerExample("学校ごとの内訳を教えてください。"),
        AnalyzerExample("今年度の利用者数について御説明ください。"),
        AnalyzerExample("その点についてお聞かせいただきたいと思います。"),
        AnalyzerExample("耐震化はどこまで進んでいますか。"),
        AnalyzerExample("市の見解を伺います。"),
        AnalyzerExample("市長の答弁を求めます。", role: .chair),
    ]

    private static let reports = [
        AnalyzerExample("昨年度は説明会を３回実施しました。", role: .secretariat),
        AnalyzerExample("現在、貯水池の水質を毎日確認しています。", role: .official),
        AnalyzerExample("先ほど申しましたように、点検を毎月行います。", role: .official),
        AnalyzerExample("この路線は30分間隔で運行します。", role: .official),
    ]

    /// How it is, how it is always done, what somebody else does.
    private static let tellings = [
        AnalyzerExample([Turn(.member, "対象になりますか。"), Turn(.official, "転校の場合は届出が要ります。")], kind: .commitment),
        AnalyzerExample([Turn(.member, "誰が直しますか。"), Turn(.official, "漏水があれば、直ちに業者が調べます。")], kind: .commitment),
        AnalyzerExample(
            [Turn(.member, "急がなくてよいのですか。"), Turn(.official, "先に延ばすと、後の世代に負担を残します。")], kind: .commitment),
        AnalyzerExample("なぜ検査の回数を増やせないのか。", kind: .request),
        AnalyzerExample("負担を若い人に回すというのはどうかと思います。", kind: .request),
        AnalyzerExample("若い委員の方も遠慮なく話していただきたいと思います。", role: .chair),
        AnalyzerExample("次の会議録の確認の前に、議事の進め方を決めます。それでは、私が議事を進めます。", role: .chair),
    ]

    private static let proceedings = [
        AnalyzerExample("次の議題に移ります。", role: .chair),
        AnalyzerExample("それでは、事務局から説明をお願いします。", role: .chair),
        AnalyzerExample("御発言のある方は挙手をお願いいたします。", role: .chair),
        AnalyzerExample("暫時休憩いたします。", role: .chair),
        AnalyzerExample("御審議くださいますようお願い申し上げます。", role: .official),
        AnalyzerExample("どうぞよろしくお願いいたします。"),
        AnalyzerExample("それでは、順に質問してまいります。"),
        AnalyzerExample("資料の２ページを御覧ください。", role: .secretariat),
        AnalyzerExample("３点、御報告させていただきます。", role: .secretariat),
        AnalyzerExample("担当を紹介させてもらいます。"),
    ]

    private static let quotations = [
        AnalyzerExample("開館時間を延ばしてほしいという御意見でした。", role: .secretariat),
        AnalyzerExample("以前、街灯を増やしてほしいと思ったことがあります。"),
        AnalyzerExample("利用者は今後も増えていくのではないかと予想しています。", role: .secretariat),
        AnalyzerExample("それらも今後の話ということですね。", role: .chair),
    ]
}
