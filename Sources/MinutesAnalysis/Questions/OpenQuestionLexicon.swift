/// Words by which a question that waited for nothing is told from one that nobody answered.
enum OpenQuestionLexicon {
    // MARK: - the question

    /// Ends of a sentence that asks whether or what.
    static let polite = words(
        "ますか ですか ましたか でしたか のですか んですか ますかね ですかね のでしょうか んでしょうか ますでしょうか ましたでしょうか")
    /// The same where a turn is written without ですます; there the others of these words only muse.
    static let plain = words("のか ているか あるか いるか たか")
    /// Behind a noun.
    static let nominal = words("でしょうか")
    static let nominalPlain = words("か")
    /// 「理由は？」
    static let cut = words("は")

    /// A view, a proposal, a request, an offer or a nod in the form of a question.
    static let suggesting: WordList = {
        let ends = """
            ませんか ませんかね ないか ないですか ないでしょうか ないものか だろうか ましょうか たいか べきか べきでしょうか べきですか べきなのか \
            ご存じですか 御存じですか ご存知ですか 御存知ですか ご存じでしょうか 御存じでしょうか お分かりですか 聞こえますか 見えますか \
            いいのか よいのか いいのですか よいのですか いいんですか いいのでしょうか よいのでしょうか よろしいのでしょうか いいんでしょうか \
            そうですか そうなのですか そうなんですか そうでしたか そうだったのですか そうだったんですか 思いませんか 何なのか 何なのでしょうか ものでしょうか ことでしょうか
            """
        // もっと増やせないのですか
        let cannot = ["できない", "られない", "せない", "えない", "けない", "めない", "べない", "れない", "てない"].flatMap { verb in
            ["のか", "のですか", "んですか", "のでしょうか", "んでしょうか"].map { verb + $0 }
        }
        return words(ends + " " + cannot.joined(separator: " "))
    }()
    /// Mostly 「…するのはどうでしょうか」.
    static let proposing = words(
        "どうか どうですか どうでしょうか どうなのか どうなのでしょうか どうなんでしょうか いかがか いかがですか いかがでしょうか")
    /// In front of the same it asks.
    static let states = words(
        "状況は 現状は 進捗は 見通しは 見込みは 結果は 予定は 実績は 反応は 動向は 対応は 体制は 状況について 見通しについて 見込みについて 進捗について")
    /// Mostly asks for leave.
    static let consenting = words(
        "よろしいでしょうか よろしいですか よろしいか よいでしょうか よいですか よいか いいでしょうか いいですか いいか")
    /// In front of the same it asks whether it was understood.
    static let understanding = words("理解で 解釈で 認識で ということで")

    /// What asks without か, of the words of `QuestionLexicon.asking`.
    static let asking = words(
        """
        教えてください 教えて下さい 教えていただ 教えて頂 教えてもら 教えてほし 教えて欲し お教え 教示 お聞かせ 聞かせて てお聞き かお聞き 、お聞き 点お聞き にお聞き 見解をお聞き 考えをお聞き \
        所見をお聞き 理由をお聞き 状況をお聞き もお聞き 聞きたい お聞きした お尋ね 尋ねます お伺い を伺い て伺い か伺い 、伺い 点伺い 見解を求め 答弁を求め 所見を求め \
        お示しください お示し下さい お答えください お答え下さい 知りたい
        """)

    /// The same: 「どれくらいあるか分かりますか」 asks, 「この重さが分かりますか」 does not.
    static let knowing = words("分かりますか わかりますか")
    static let embedded = words("か かは かが")

    /// A sentence behind a question that answers it: 「なぜ来ないのですか。知らないからです」.
    static let ownAnswers = words("から からです からだ ため ためです ためだ わけです のです んです と思います と思う でしょう はずです と考えます だろう と聞きました")
    /// At the start of such a sentence.
    static let ownAnswering = words("それは これは つまり 答えは 結局 私は おそらく 恐らく 多分 たぶん きっと もちろん そう いや いえ はい")

    /// Behind the question a turn may still say this.
    static let parting = words(
        "以上です 以上でございます 以上になります 以上となります よろしくお願いします よろしくお願いいたします よろしくお願い致します お願いします お願いいたします お願い致します お願いしたいと思います ありがとうございます ありがとうございました"
    )
    static let polished = words("です ます でした ました ません")

    // MARK: - what follows it

    /// In a chair's sentence: it takes up the question, or says when it will be.
    static let takingUp = words(
        "その点 この点 その件 この件 今の件 今の点 ただいまの 只今の 御質問 ご質問 お尋ね 後ほど のちほど 後で 後日 次回 先ほど 改めて 宿題 持ち帰 検討 承り 承知 伝え 回答 答え 答弁 確認")
    /// In a chair's sentence: it runs the meeting and says nothing of the matter.
    static let running = words(
        "ほかに 他に ほか、 ございませんか ございませんでしょうか ありませんか ありませんでしょうか なければ ないようです ないようでしたら よろしいですか よろしいでしょうか 時間 次の 次に 続いて 続きまして 移り 移る 進み 進め 終わり 終了 休憩 閉会 散会 採決 お諮り 議題 どうぞ 順に 異議 以上で 以上をもち 終わりました ありがとうございま お疲れ 質疑なし 質疑を 討論 起立 賛成 挙手 可決 退室 退席 再開"
    )
    /// At the end of a short one: it calls a member.
    static let called = words("委員 議員 さん 氏 君 先生 様")
    /// A note in a turn: 「（11:58）」.
    static let opened = words("（ (")
    static let closed = words("） )")
    /// In such a sentence: what was spoken of is over.
    static let ending = words(
        "次の議題 次の議事 次の議案 次の案件 次の項目 次の日程 次の報告 議題に移 に移り に移る へ移り 次に進 に進みます に進みたい に進めます へ進みます 質疑を終 質疑を打ち切 質疑は終 討論に入 採決 閉会 散会 閉議 会議を終 会を終 終了いた 終了し 終わりたい 終わります 終わりました 終わらせて 休憩 お疲れ 討論を省 可決"
    )
    /// A chair says which of the two it is.
    static let moreToAsk = words("ほかに 他に ほか、")
    /// Another member wants to know the same.
    static let same = words("同じ質問 同じ疑問 同じことを伺 同じことをお 同じ点")
    /// At the start of a later turn: it comes back to what was asked before.
    static let comingBack = words("先ほど 先程 さきほど 最前 前の議題")
    static let returned = words("質問 お尋ね 御指摘 ご指摘 お問い合わせ 件 回答 答え 答弁 数字 資料")
    /// At the start of a turn that opens an item.
    static let presenting = words("資料 説明 報告 議案 御覧 ご覧 別紙 別添 次第 提案 議題")
    /// In a note between the turns: something was said that is not printed.
    static let unprinted = words("答 回 説明 略 補足 → ⇒ 発言")
}
