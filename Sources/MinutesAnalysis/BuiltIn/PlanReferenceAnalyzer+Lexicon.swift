/// How documents name plans and the items of a plan, in folded spelling.
enum PlanLexicon {
    /// Levels of a plan that are named so wherever they stand: a number behind them makes a reference.
    static let strongHeads = words(
        """
        基本目標 基本施策 基本方針 基本方向 基本的方向 基本視点 重点的な取り組み 重点的な取組み 重点的な取組 重点取り組み 重点取組み 重点取組 重点施策 重点項目 重点目標 重点事業
        重点プロジェクト 重点プログラム 個別施策 個別目標 主要施策 主要事業 施策の方向 施策の方向性 施策目標 推進方針 推進目標 行動目標 活動目標 取組項目 取り組み項目 成果目標 施策番号 事業番号
        """)
    /// Everyday words that are levels of a plan too: only with an Arabic number, at the beginning of a word.
    static let weakHeads = words("施策 目標 方針 柱 取組 取り組み 取組み")
    /// Behind the number of a head: it counts, and names nothing.
    static let counters = words(
        "つ 点 本 件 年 % か カ ヶ ケ 箇 人 名 回 割 倍 項目 番目 段階 次 期 月 日 時 円 種 個 ポイント 世帯 校 歳 万 千 億 以上 以下 未満 目 社 団体 台 覧 般 部 体 致 定 元 環 貫 層 緒 番 生 方 般 同 度 区"
    )
    /// Plans that go by a name without a number.
    static let namedPlans = words(
        """
        地域福祉活動計画 地域福祉計画 地域福祉推進計画 活動計画 健康福祉総合計画 保健福祉計画 福祉総合計画 地域福祉保健計画 高齢者福祉計画 高齢者保健福祉計画 介護保険事業計画 障害福祉計画 障がい福祉計画
        障害児福祉計画 障がい児福祉計画 障害者計画 障がい者計画 障害者基本計画 子ども・子育て支援事業計画 子供・子育て支援事業計画 子ども総合計画 こども総合計画 こども計画 子ども計画 子どもの貧困対策計画 成年後見制度利用促進基本計画
        成年後見制度利用促進計画 再犯防止推進計画 自殺対策計画 自殺対策推進計画 重層的支援体制整備事業実施計画 発展強化計画 強化発展計画 基盤強化計画 総合計画 長期計画 地域防災計画 個別避難計画
        """)
    /// Named plans that other plans end in: not behind a kanji that belongs to such a name.
    static let shortNames = words("活動計画 総合計画 長期計画")
    static let hosts = words("市 町 村 区 県 都 府 協 会 次 期 の 回 本 当 現")
    static let plan: [UInt8] = Array("計画".utf8)
    static let terms = words("次 期")
    static let nextPlans = words("次期 次の 次回の")
    /// Between a plan and its item, or between a numbered head and the item in brackets.
    static let links = words("の より 、 から における 中の のうち に掲げる にある")
    /// Behind an item in brackets or a circle that is spoken of.
    static let spokenOf = words("の から より に で は が を と も 、 「 『 について まで")
    /// Hiragana that end a name of a plan before it has begun: 第５次は…計画.
    static let breaks = words("は を へ に で と も")
}
