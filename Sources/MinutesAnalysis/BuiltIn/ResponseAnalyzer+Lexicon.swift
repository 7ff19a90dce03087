import MinutesModel

/// Words near the end of a sentence that say how a request is met; of several, the last counts.
enum ResponseLexicon {
    static let stances: [(stance: ResponseStance, words: String)] = [
        (
            .accepted,
            """
            承知しました 承知いたしました かしこまりました そのようにいたし そのようにします そのようにさせて 対応いたします 対応します 対応させて 対応してまいり 提出させて 提出いたします 提出します \
            お示しいたします お送りいたします 送付いたします 送付します 反映いたします 反映します 反映させて 反映してまいり 実施いたします 実施してまいり 作成いたします 修正いたします 修正します \
            掲載いたします 掲載します 追記します 追記いたします 用意します 用意いたします 改めます 改善いたします 改善してまいり
            """
        ),
        (
            .considering,
            """
            検討してまいり 検討して参り 検討していき 検討していく 検討いたします 検討します 検討させて 検討したい 検討を進め 検討を続け 検討する。 検討課題 研究してまいり 研究していき 研究させて 研究いたします \
            参考にさせて 参考にいたし 参考にしながら 持ち帰 考えてまいり 考えていき 考えさせて 協議してまいり 協議していき 調整してまいり 見極めてまいり 相談してまいり 検討中
            """
        ),
        (
            .difficult,
            """
            難しい 困難 できません できかね いたしかね 考えておりません 考えていません 予定はございません 予定はありません 予定しておりません 見送 差し控え 厳しいと 厳しい状況 対象となりません 対象になりません
            """
        ),
    ]
    /// 「この場でお答えできません」 is no answer to a request.
    static let unsaid = ["お答え", "申し上げられ", "申し上げること", "把握して"]
    /// In a chair's turn: the request is taken in, so that it is not without an answer.
    static let acknowledging = ["承り", "承ります", "要望として", "伝えます", "伝えておき", "お伝えし"]
    /// In a turn between a request and its answer: another asks for the same.
    static let agreeing = ["同じく", "同じ意見", "同じ考え", "同じ思い", "賛成", "同感", "私も", "わたしも", "関連して", "同様に"]
    /// Words of two characters that two turns share without speaking of the same.
    static let common: Set<String> = [
        "検討", "実施", "必要", "今後", "皆様", "皆さん", "委員", "場合", "意見", "対応", "質問", "要望", "状況", "部分", "取組", "方々", "関係", "内容",
        "資料", "説明",
        "報告", "確認", "事業", "計画", "会議", "市民", "地域", "本市", "十分", "引続", "一つ", "先生", "時間", "問題", "課題", "参考", "御意", "指摘",
    ]
}
