extension FollowUpLexicon {
    /// Predicates that are set aside: questions, reports, guesses, the course of the meeting.
    static let asidesText = """
        @x.question aside:question final * 0
         か かね のか (どう|いかが)(か|でしょう|ですか|でしょうか)?
        @x.past aside:report clause * 0
         思ったことが(ある|あります|ございます)
         (まし|でし)た た {て}{おる} {て}(ある|あります|あり|きた|き|きて{おる}|きました)(ところ|とこ|わけ)? 状況 現状 ありました
        @x.restate aside:report clause * 2
         という(こと|理解|お話|話|意味|認識|御意見|ご意見|御指摘|ご指摘|要望|質問|御質問|ご質問)(です|でございます|であります|でした|だった|でよろしい)(ね|よね|か|ですか|でしょうか)
        @x.guess aside:none clause * 2
         (ている|ておる|た|くる|いく|れる|える|減る|増える)(の|ん)(では|じゃ)(ない|ありません)(か|かな|かと|かなと|でしょうか|だろうか|でしょうかと)
        @x.become aside:none clause * 95
         (なっ|増え|減っ|高まっ|変わっ|出|増加し|減少し|広がっ|深まっ|続い|掛かっ|かかっ|上がっ|下がっ|進行し|低下し|老朽化し|高齢化し){て}(い|行|{参})(く|きます|ります|る|くこと)
         (れ|られ){て}(い|行)(く|きます)
        @x.letme aside:question clause * 95
         させ{て}{下} させ{て}もら(いたい|います)
        @x.fact aside:none clause * 0
         ます
        @x.please aside:procedure clause * 2
         (願|ねが)います 御承知おき願います
         (お待ち|御覧|ご覧|ごらん|御参照|ご参照|ご了承|御了承|お目通し|お進み|御着席|ご着席)(を)?({下}|{頂}き(たい|ます)|{頂}ければ)

        """
}
