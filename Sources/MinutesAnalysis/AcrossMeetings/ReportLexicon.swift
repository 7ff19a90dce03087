/// The words by which a later meeting comes back to what an earlier one left.
enum ReportLexicon {
    /// Refer to what was said before: 「前回ご指摘いただいた…」「お約束しておりました」.
    static let backward = words(
        """
        前回 前々回 先回 前の会議 前の委員会 第１回 第２回 第３回 第４回 第５回 先日 先般 かねて 懸案 宿題 積み残し 持ち帰 ご指摘 御指摘 ご意見をいただ \
        御意見をいただ ご要望 御要望 ご質問のあ 御質問のあ ご質問いただ 御質問いただ ご提案いただ 御提案いただ お約束 お答えできなかった お答えできませんでした \
        について確認 に確認したところ に確認しましたところ 確認しましたところ 確認したところ 調べたところ 調べましたところ 当初 と聞いていた 予定していた
        """)

    /// In the title of an agenda item under which earlier points are taken up.
    static let reviewing = words("前回 前々回 意見への対応 意見に対する対応 要望への対応 指摘への対応 指摘事項 宿題 継続事項 懸案 積み残し")

    /// End a sentence that says it is done: 「送付しました。」
    static let done = words(
        """
        ました ましたところです たところです たところでございます となりました になりました ております となっております となっています になっています 済みです 済です 済みでございます \
        ています 終えています 終わっています でした 決定しています たものです ました次第です てあります 配付のとおりです のとおりです とおりでございます されています
        """)

    /// … and that it is not: 「まだ実施できていません。」
    static let notDone = words(
        """
        ていません ておりません できませんでした られませんでした ませんでした 至っていません 至っておりません 至りませんでした 遅れています 遅れております 見送りました 見送っています \
        延期しました 延期しています 延期となりました 中止しました 中止となりました これからです 未定です 未実施です ところで止まっています 検討中です 調整中です 協議中です 準備中です \
        検討しているところです 調整しているところです 協議しているところです 進めているところです
        """)

    /// Stand inside a sentence that reports what has not come about.
    static let still = words("まだ いまだ 未だ 間に合わ 折り合わ 見合わせ")

    /// The end of a remark that waits for an answer.
    static let asking = words("か か。 か？ か？。 でしょう。 ようです。 いただきたいです。 教えてください。 伺います。 になります。 お聞かせください。")

    /// A member comes back to a point.
    static let again = words(
        """
        前回も 再度 重ねて 改めてお願い 改めて伺 結局 と聞いていた と伺っていた どうなりましたか どうなっていますか どうなったので どうなっているので 進捗 その後 何度も \
        まだ示されて まだ回答
        """)
}
