/// Words and sentence frames of minutes made for measuring the search: thousands of words whose frequencies fall as
/// those of real text do, in hundreds of frames. Invented; the sentences mean nothing, their letters are as dense as in
/// real minutes.
struct SearchVocabulary {
    /// By falling frequency.
    let nouns: [String]
    let places: [String]
    let frames: [String]

    init() {
        var random = SeededRandom(seed: 4_021)
        // Short words first, as in any language; what they are put together to follows in no order.
        let single = Self.heads + Self.tails
        let compounds = Self.heads.flatMap { head in Self.tails.map { head + $0 } }
        nouns = Self.shuffled(single, &random) + Self.shuffled(compounds, &random)
        places = Self.shuffled(Self.sites.flatMap { site in Self.buildings.map { site + $0 } }, &random)
        frames = Self.shuffled(
            Self.openings.flatMap { opening in Self.endings.map { opening + $0 } }, &random)
    }

    private static func shuffled(_ words: [String], _ random: inout SeededRandom) -> [String] {
        var words = words
        for place in words.indices.reversed() where place > 0 { words.swapAt(place, random.below(place + 1)) }
        return words
    }

    private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

    private static let heads = words(
        """
        地域 市民 住民 高齢者 子ども 若者 障がい者 生活 健康 介護 医療 保育 教育 学習 防災 防犯 交通 道路 公園 河川 上下水道 環境 資源 農業 漁業 商業 観光 雇用 住宅 空き家 文化 芸術 図書 歴史 \
        国際 平和 人権 男女 多世代 世代間 外国人 転入者 一人暮らし 認知症 ひきこもり 不登校 貧困 孤立 見守り 居場所 担い手 ボランティア 民生委員 町内会 自治会 社協 行政 議会 財政 予算 情報 広報 デジタル 窓口 \
        職員 学校 家庭 企業 大学 駅前 里山
        """)
    private static let tails = words(
        """
        支援 計画 事業 活動 相談 連携 推進 整備 調査 評価 講座 研修 会議 委員会 協議会 体制 制度 条例 要綱 方針 目標 指標 課題 実績 効果 周知 啓発 交流 訪問 見学 募集 登録 養成 育成 確保 配置 派遣 補助 助成 \
        負担 利用 参加 参画 協働 運営 管理 改修 更新 点検 訓練 計測 記録 統計 白書 便り 手引き 一覧 拠点 施設 会館 広場 通り 協定 基金 基準 期間 区域 対策 案内
        """)
    private static let sites = words(
        "東浜 西浜 北浜 南浜 上沢 中沢 下沢 小岩 大岩 平石 白砂 青葉台 若葉台 朝日丘 夕陽丘 桜並木 松並木 梅ヶ枝 柳橋 竹橋 石橋 木橋 新田 古田 長田 広田 深田 浅田 湯川 清水川")
    private static let buildings = words("公民館 集会所 小学校 中学校 図書室 児童館 体育館 保健室 出張所 商店会 老人会 消防団")

    private static let openings = words(
        """
        %aについては、 %aと%aの関係では、 %pの%aは、 先ほどの%aの説明では、 資料の%n頁にある%aは、 昨年度の%aでは、 %aに関わる方からは、 %aを始めたころは、 今の%aのままでは、 ほかの市の%aと比べると、 \
        %pで行った%aでは、 %aの%aという点では、 来年度の%aに向けて、 私どもの%aでも、 %aが%n件あったうち、 %aの見直しに当たり、 この%aについて、 %aを知らない方にも、 %pの近くでは、 若い方の%aは、
        """)
    private static let endings = words(
        """
        %aを続けることが大切だと思います。 %aが足りないという声を聞いています。 %aとの調整に時間がかかっています。 %aを%n回行い、%n人が参加しました。 %aの担当者が一人で受け持っています。 %aにどう結び付けるのかを伺います。 \
        %aの進め方を改めて整理しました。 %aを広げるには人手が要ります。 %aの数字だけでは分からないことがあります。 %aを%pでも開いてほしいという要望がありました。 %aとして位置付けられています。 %aの費用は前の年とほぼ同じです。 \
        %aに来られない方への手立てが必要です。 %aをお願いする先が見つかっていません。 %aと合わせて考えたほうがよいのではないでしょうか。 %aの結果は次回お示しします。 %aを紹介する紙を全部の世帯に配りました。 \
        %aの仕組みがうまく働いていると感じます。 %aについて御意見をいただければと思います。 %aの年間の利用は延べ%n人でした。
        """)
}
