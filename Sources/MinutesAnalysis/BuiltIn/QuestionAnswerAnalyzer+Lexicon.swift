/// Words by which questions, answers and the running of a meeting are told apart.
enum QuestionLexicon {
    /// Near the end of a sentence: it asks for an answer.
    static let asking = """
        教えてください 教えて下さい 教えていただ 教えて頂 教えてもら 教えてほし 教えて欲し お教え 教示 お聞かせ 聞かせて てお聞き かお聞き 、お聞き 点お聞き にお聞き 見解をお聞き 考えをお聞き 所見をお聞き 理由をお聞き 状況をお聞き もお聞き
        聞きたい お聞きした お尋ね 尋ねます 尋ねいた お伺い を伺い て伺い か伺い 、伺い 点伺い もうかがい をうかがい てうかがい おうかがい
        質問します 質問いたします 質問をいたします 質問させて 質問をさせて 質問である 見解を求め 答弁を求め 説明を求め 所見を求め 認識を問 見解を問 お示しください お示し下さい お示しいただ お示し願
        お答えください お答え下さい お答えいただ お答え願 お答えをいただ 答弁ください 答弁をお願 答弁願 答弁をいただ 答弁いただ 回答をお願 回答ください 回答願 御所見を ご所見を
        御見解を ご見解を 説明ください 説明してください 説明して下さい 説明をお願 説明お願 説明いただけ 補足をお願 確認させて 確認をさせて 確認したい 確認をしたい 知りたい
        """
    /// Near the end of a sentence that ends in か or a question mark: it asks for information all the same.
    static let informing = "教え 聞かせ 説明 お示し 答え 御答弁 ご答弁 紹介"
    /// End of a sentence that only has the form of a question: a view, a suggestion, an offer.
    static let rhetorical = """
        ではないでしょうか じゃないでしょうか ではないだろうか のではないか じゃないか ではないか ではありませんか じゃありませんか ではなかろうか ではないですか じゃないですか
        てはどうでしょうか てはどうか てはいかがでしょうか てはいかがか てはいかがですか たらどうでしょうか たらどうか たらいかがでしょうか たらいかがか たらどうですか たらいかがですか
        ましょうか かどうか とか なか ほか ものか ことか どころか しばらか おろか いささか わずか 確か たしか にわか 明らか 豊か 静か 細やか 速やか ますか、か
        """
    /// End of a sentence that asks a favour in the form of a question.
    static let favours = """
        いただけませんか いただけないか いただけないでしょうか いただけますか いただけますでしょうか いただけませんでしょうか もらえませんか もらえないか もらえないでしょうか くださいませんか
        いただけないものか てくれませんか 願えませんか 願えないか
        """
    /// End of a sentence that looks back: the asking is over.
    static let past = "ました でした ことがございます ことがあります ことがある ところです ありがとうございました ありがとうございます 終わります 終わりたいと思います 終わらせていただきます"
    /// In a chair's sentence: it runs the meeting.
    static let running = """
        意見 質問 質疑 発言 異議 ございませんか ありませんか ございますか いらっしゃい よろしい 宜しい ほかに 他に お諮り 賛成 挙手 次に進 説明を伺 説明をお願 説明をいただ 説明を求め
        報告をお願 報告を求め 答弁を求め 感想 何かあれば 何かあり 進めて 事務局から願 お話を伺 伺っていき 伺ってい 順番に 自己紹介 推薦 承認 出席を求め
        """
    /// In a chair's sentence: what is asked is more than the next step.
    static let asked = "どういった どのよう どういう どうして なぜ 何故 どこ いつ どれ どの 補足"
    /// In a chair's turn: the exchange is over.
    static let closing = """
        次に、 次に進 次の 次は 休憩 再開 議題 日程 採決 討論 お諮り 終結 終了 以上で 以上を 閉会 散会 閉議 これより 続いて、 続きまして 質疑なし 決定 可決 ただいまの出席 異議なし 質疑に入 質疑を許
        """
    /// In a chair's turn: the answer is still to come.
    static let calling = "答弁 回答 お答え 事務局 理事者 説明員 当局 担当課 補足"
    /// Before an answer: a member adds to what was answered.
    static let adding = "補足し 補足いた 補足させ 補足を 補足で 補足です 付け加え 付言"
    /// Beginnings of a turn that explains what is on the agenda and answers nobody.
    static let explanations = words("説明（略） 説明(略) （説明） (説明) （資料 (資料 資料確認 資料の確認 （略）")
    /// A sentence that only says that an answer follows.
    static let openings =
        "お答えいたします お答えします お答えをいたします お答えを申し上げます お答え申し上げます お答えさせていただきます お答えをさせていただきます 質問がありました 質問がございました 質問をいただきました お尋ねがありました お尋ねがございました 質問でございます 質問です 答弁いたします 答弁申し上げます 回答いたします 回答します 説明いたします 説明します ありがとうございます ありがとうございました"
    /// A short sentence that only names what is answered.
    static let headings =
        "はい についてでございます についてです についてでありますが についてでございますが の件でございます の件です 状況でございます の関係でございます 関係です に関してでございます の御質問ですが"
}
