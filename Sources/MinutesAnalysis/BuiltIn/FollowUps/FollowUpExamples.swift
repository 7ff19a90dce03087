/// What the analyzer finds and what it leaves alone, in invented sentences of many fields.
enum FollowUpExamples {
    static let all = AnalyzerExamples(
        matching: commitments + requests + planInput + decisions + openQuestions + views,
        nonMatching: questions + reports + proceedings + quotations)

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

    private static let requests = [
        AnalyzerExample("分かりました。↓学校の図書室を夏休みにも開けていただきたいと思います。", kind: .request),
        AnalyzerExample("↓公園の遊具は計画的に取り替えていただければと思います。", kind: .request),
        AnalyzerExample("↓教育委員会には、先生方の負担を減らす取組をぜひ続けてほしい。", kind: .request, fields: ["owner": "教育委員会"]),
        AnalyzerExample("↓断水の知らせは紙でも配ってもらえるとありがたいです。", kind: .request),
        AnalyzerExample("↓給水所の地図をバス停にも貼ってはどうでしょうか。", kind: .request),
        AnalyzerExample("↓早期の着工を強く要望して、質問を終わります。", kind: .request),
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
    ]

    private static let quotations = [
        AnalyzerExample("開館時間を延ばしてほしいという御意見でした。", role: .secretariat),
        AnalyzerExample("以前、街灯を増やしてほしいと思ったことがあります。"),
        AnalyzerExample("利用者は今後も増えていくのではないかと予想しています。", role: .secretariat),
        AnalyzerExample("それらも今後の話ということですね。", role: .chair),
    ]
}
