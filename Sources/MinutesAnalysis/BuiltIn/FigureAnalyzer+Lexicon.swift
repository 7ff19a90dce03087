/// Words around numbers, in folded spelling (half-width digits, small Latin letters).
enum FigureLexicon {
    /// Name, flags, forms, and what must not follow: see `MeasureUnits.init(table:)`.
    static let units = """
        名 漢=名 名様!目 め 前 称 簿 義 誉 物 刺 札 所 門 字 乗 産 作
        人 =人!1 目 め 口 間 材 数 権 気 生 工 件 物 員 文 類 格 暮 ぐら くら 親 ずつ ひと 1人 一人 三脚 組 称 形 型 世 体 事 様の 乗
        件 漢=件!目 め 数 名 費
        回 漢=回!目 め 答 復 線 収 転 覧 帰 避 顧 忌 路 生 診
        か所 漢=か所 カ所 ヶ所 ケ所 ヵ所 ヶ所 箇所 個所 か処!目 め
        円 漢=円!滑 形 卓 満 高 安 陣 熟 周 筒 借款
        % =% パーセント ㌫!オフ
        割 漢=割!合 り 引 当 く 愛 れ ら 烹
        ポイント =ポイント!制 カード 付与 還元
        世帯 漢=世帯!主 数 向 分離
        団体 漢=団体!数 名 戦 目
        時間 漢 時=時間!帯 目 め 割 外 的 延長 給 隔
        日間 漢 時=日間!隔
        週間 漢 時=週間!隔
        か月 漢 時=か月 カ月 ヶ月 ケ月 ヵ月 箇月!目 め 分の
        か月児 =か月児 カ月児
        年間 漢 時=年間!隔
        年 時=年!度 生 目 め 代 末 月 頃 ごろ 次 齢 額 版 金 少 頭 始 中 当 春 夏 秋 冬 初 号 第 一 二 三 0 1 2 3 4 5 6 7 8 9
        分間 漢 時=分間!隔
        歳児 =歳児
        歳代 =歳代
        歳 漢=歳!入 出 費 末
        歳 =才!能
        校 漢=校!区 長 舎 則 庭 内 外 時 歌 名 正 目 務 医 訂
        園 漢=園!長 児 庭 舎 内 芸 目
        施設 漢 題=施設!長 名 側 目
        事業所 漢 題=事業所!長 名
        事業 題=事業!所 者 費 計 部 名 主 課 局 年度 目 債
        拠点 漢 題=拠点
        会場 漢 題=会場
        教室 漢 題=教室
        講座 漢 題=講座
        コース 題=コース
        自治体 漢 題=自治体
        市町村 =市町村
        都道府県 =都道府県
        か国 漢=か国 カ国 ヶ国
        地区 漢 題=地区!社協 計画 会 別 目
        コミセン =コミセン
        地域 題=地域!福 別 包 社 目
        中学校区 =中学校区
        小学校区 =小学校区
        学区 =学区
        校区 =校区
        町会 題=町会!長
        自治会 題=自治会!長 館
        町内会 題=町内会!長
        クラス =クラス!目
        学級 漢=学級!活 閉
        チーム 漢=チーム
        グループ 漢=グループ!ホーム
        クラブ 題=クラブ
        台 漢=台!風 帳 所 地 数 本 湾 東 頭 詞
        冊 漢=冊!子 目
        部 題=部!長 会 門 署 局 屋 分 隊 品 員 活 数 類 材 目 落 下 内 外
        枚 漢=枚!目 め 挙 方
        通 =通!り 常 学 所 路 過 知 報 院 信 勤 行 帳 話 訳 称 期 告 達 貨 目 年
        棟 漢=棟!目
        戸 漢=戸!籍 別 建 外 田 惑 数 目
        軒 漢=軒!目
        店舗 漢=店舗!目
        社 漢=社!会 協 長 員 内 屋 団 宅 目 説
        者 =者!会 面 協 連 択 数 目 間
        倍 漢=倍!率 数
        種類 漢=種類!目
        項目 漢 題=項目!め 目
        組 漢=組!織 合 み 長 む 曲 閣 目
        本 =本!柱 部 当 人 市 年 日 件 来 会 庁 文 音 委 区 県 町 校 店 館 間 格 議 予 事 制 定 案 計 条 社 質 番 気 目 立 則 線 庄
        票 漢=票!目 決
        食 =食!事 堂 料 育 品 材 卓 糧 生 文 欲 目
        床 漢=床!下 面 上 目
        席 漢=席!上 順 目
        室 題=室!長 内 温 蘭 町 目
        ヘクタール =ヘクタール ha
        平方メートル =平方メートル 平米 m2 m²
        平方キロメートル =平方キロメートル km2 km²
        立方メートル =立方メートル m3 m³
        キロメートル =キロメートル キロ km!グラム ワット カロリー
        メートル =メートル m!ル
        センチメートル =センチメートル センチ cm
        ミリメートル =ミリメートル ミリ mm!シーベルト
        キログラム =キログラム kg
        キロワット =キロワット kw
        キロワット時 =キロワット時 キロワットアワー kwh
        グラム =グラム
        トン =トン!ネル
        リットル =リットル
        ドル =ドル
        """

    /// Before a number that counts nothing: an order, an unknown number, one more.
    static let notAfter = words("第 数 何 幾 もう 議席番号 no. 号 条 項 章 番 丁目")
    /// Between a year and the next in a list of years: 平成28年～30年.
    static let joints = words("~ 、 ・ - から と 及び および 度 度と 度から 度、 度及び ,")
    static let eras = words("令和 平成 昭和 大正 明治 西暦 紀元")
    /// Between the two numbers of a range.
    static let ranges = words("~ - から ないし 乃至")
    /// Before a number that is less than nothing.
    static let minus = words("マイナス ▲ △ ▼")
    /// Behind a unit: so much for each, no count of its own.
    static let each = words("当たり あたり 当り につき")
    /// At the beginning of a subject: when, not what.
    static let subjectOpenings = words("本日 今回 現在 昨年度 今年度 大体 毎年 昨年 今年 当日 当初 年間平均 月平均")
    /// Behind a stretch of time that only says when.
    static let whenWords = words("前 後 先 経 たっ たち たつ ぶり 越し ごし 来 来の 余り前")
    static let roughly = words("くらい ぐらい ほど 程度 程 あまり 余り 近く 以上 ちょっと 弱 強 も")

    static let increase = words("の増加 の増 増加 増員 増 の上昇 上昇 アップ 増え 増や 上回 伸び プラス")
    static let decrease = words("の減少 の減 減少 減員 減 の低下 低下 ダウン 減っ 減り 減ら 減る 下回 マイナス 落ち")
    /// Behind a change in brackets: 増加した.
    static let grown = words("し て た した して")
    /// Between a comparison and its number.
    static let before = words("約 およそ 、")
    /// Words that begin like a change and are none.
    static let notChange = words("増設 増築 の増設 の増築 の増便 の減免 の増税 増刷 増便 増税 増床 増進 減免 減災 減税 減塩 減量 減価 減反")
    static let comparisons: [(form: [UInt8], name: String)] = [
        "前年度", "前年同期", "前年", "昨年度", "昨年", "一昨年", "前々年度", "前回", "前期", "当初", "計画",
    ]
    .flatMap { base in
        ["比", "比べ", "と比べ", "と比べて", "に比べ", "に比べて", "より", "よりも", "から", "対比", "比で", "比較で"].map {
            (Array((base + $0).utf8), base)
        }
    }
    .sorted { $0.0.count > $1.0.count }

    /// Before a score: 評価は３.
    static let scoreLeads = words(
        "評価は 評価を 評価が 評価も 評価点は 評価結果は 評価としては 評価については 評価: 評価「 評価は「 評価を「 評価は、 達成度は 達成度: 進捗評価は 自己評価 総合評価 評価")
    /// Behind a score.
    static let scoreTails = words(
        "と で に へ だ 」 。 、 . , ) 点と 点で 点に 点。 点、 点だ 点」 から 点から より が妥当 を付 をつ の理由 相当 評価")
    static let fullMarks = words("点満点 段階 つ 項目")

    /// Between a subject and its number.
    static let adverbs = words(
        "約 およそ おおよそ おおむね 概ね 合計 計 合計で 全部で 全体で 合わせて 延べ のべ 延 総勢 平均 年間 年間で 月 月平均 週 毎年 毎月 それぞれ 各 うち わずか 最大 最大で 最低 最低でも 最高 少なくとも 全 市内 区内 町内 前年度比 前年比 ほぼ 残り"
    )
    static let subjectParticles = words("は が も : は、 が、 の数は の数が として")
    /// Ends of words that say when, where or how, and are no subject.
    static let notSubjectEnd = words(
        "原則 発足 大体 結構 最終 令和 平成 昭和 後期 前期 又 特 今後 半径 直径 年 月 日 年度 度 回 第 約 計 総勢 合計 各 現在 時点 以上 以下 以内 前後 内 中 間 後 前 比 今回 前回 次回 当初 最近 以前 今年 昨年 来年 一方 毎週 毎月 毎年 年間 週 方 他 際 時 場合 全部 全体 延 平均 最大 最低 私 委員 皆 皆様 今 本日 昨日 上 下 分 頃 点 別 等 例 多 少 全 計画 目"
    )
}
