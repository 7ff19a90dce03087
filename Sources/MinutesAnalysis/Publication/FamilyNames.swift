/// Whether a word is a family name: the common ones by list, rarer ones by how they are built.
enum FamilyNames {
    static func isFamilyName(_ word: String) -> Bool {
        if common.contains(word) { return true }
        guard !noNames.contains(word) else { return false }
        let scalars = Array(word.unicodeScalars)
        guard (2...3).contains(scalars.count), let last = scalars.last, let first = scalars.first else { return false }
        return endings.contains(last) && !noBeginnings.contains(first)
    }

    /// Characters that end family names and seldom the names of trades and groups.
    private static let endings = Set(
        "田藤川沢澤野山島嶋崎﨑﨑橋谷原塚瀬浦辺邉邊井村木本岡池尾口森林坂松倉堀津根浜濱沼杉竹柳泉".unicodeScalars)

    /// Characters that begin the words for groups, places and kin, not family names.
    private static let noBeginnings = Set("御各当全他両諸某同本地学町市区県国公私民隣近農漁".unicodeScalars)

    /// Words that look like family names, or like given names, and are none.
    static let noNames = Set(
        """
        皆 奥 旦那 女将 地元 町村 農村 山村 漁村 市町村 隣村 川口 窓口 入口 出口 人口 河川 山林 森林 公園 学校 住民 市民 区民 町民 患者 業者 事業者 利用者 当事者
        高齢者 障害者 保護者 支援者 担当者 参加者 来場者 関係者 職員 会員 委員 議員 役員 店員 駅員 隊員 団員 組合員 先生 学生 生徒 児童 園児 看護師 保健師 教師 医師 医者
        運転手 運転士 介護士 保育士 弁護士 警察 消防 役場 役所 会社 商店 酒屋 本屋 花屋 魚屋 肉屋 八百屋 薬屋 大工 大家 店子 農家 家族 親御 息子 娘 子供 子 孫 嫁 姑 婿 母 父
        祖母 祖父 兄 姉 弟 妹 叔父 叔母 伯父 伯母 姪 甥 赤 坊 坊主 客 神 仏 王 殿 若 爺 婆 奥方 仲間 友人 知人 隣 隣人 近所 ご近所 世話人 保証人 社協 市 県 区 町 村 国
        何 誰 沢山 一本 日本 熊本 見本 基本 資料 手本 大阪 京都 東京 名古屋 団体 商工会 自治会 町会 町内会 老人会 婦人会 子ども会 民生 民生児童委員 包括 居宅 施設 事務局 行政
        ワン ネコ ニャン アカ ペット タクシー おじい おばあ じい ばあ おにい おねえ にい ねえ おとう おかあ とう かあ おじ おば ぼっ ぼく おぼっ おっ あん みい あか わん にゃん
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    /// The most frequent family names of Japan, among them those of one character and those whose endings tell nothing.
    static let common = Set(
        """
        佐藤 鈴木 高橋 髙橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 齋藤 齊藤 清水 山崎 山﨑 森 池田 橋本 阿部 石川 山下
        中島 中嶋 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 岡本 金子 藤原 中野 三浦 原田 松田 中川 竹内 小野 田村 中山 和田 石田 森田
        上田 原 内田 柴田 酒井 宮崎 宮﨑 横山 高木 髙木 安藤 谷口 大野 丸山 今井 高田 髙田 藤本 武田 村田 上野 杉山 増田 平野 菅原 小島 大塚 千葉 久保 松井 岩崎 桜井 櫻井 野口
        松尾 野村 木下 菊地 菊池 佐野 大西 杉本 新井 荒井 浜田 濱田 市川 古川 水野 小松 島田 小山 高野 山内 西田 西川 菅野 北村 五十嵐 安田 福島 中田 川口 平田 川崎 飯田 東 吉川 本田
        久保田 沢田 澤田 辻 関 吉村 渡部 岩田 中西 服部 樋口 福井 川上 永井 松岡 田口 山中 森本 矢野 秋山 大島 石原 広瀬 廣瀬 松下 大橋 松原 小池 馬場 浅野 荒木 大久保 野田 川村
        星野 黒田 堀 尾崎 望月 永田 熊谷 内藤 松村 西山 大谷 平井 岡崎 田辺 片山 松浦 本多 早川 横田 岡 荻野 新田 平山 成田 石橋 須藤 高山 小西 篠原 関口 小沢 富田 鎌田 根本
        東野 大石 岸 小田 石塚 堀内 栗原 松永 大川 森下 白井 福岡 上原 高島 河野 鶴田 宮本 奥村 奥田 奥山 奥野 土屋 守屋 古屋 古谷 大場 木場 的場 羽田 安部 磯部 岡部 矢部 河合 落合 川合
        三宅 三好 石黒 黒木 黒川 白石 荒川 市原 今村 入江 岩井 岩本 植田 植木 牛島 江口 榎本 大内 大木 大沢 大森 大山 小倉 小原 小野寺 片岡 川島 川田 川原 河村 神田 木内 木本 北川
        北島 工藤 栗田 桑原 小泉 小柳 相馬 相沢 児玉 駒井 佐伯 坂口 坂井 坂田 桜田 笹川 笹原 佐久間 志村 柴崎 島崎 下田 庄司 杉浦 杉田 杉原 須田 瀬戸 関根 曽根 高井 高桑 滝沢 武井
        武藤 竹田 竹中 田代 立花 田島 多田 谷 谷川 塚本 塚田 土田 堤 手塚 寺田 戸田 内海 長尾 長沢 長島 長野 永野 中尾 中井 中沢 中原 名取 西尾 西岡 西沢 西野 西本 萩原 橋口 長谷部
        花田 原口 日高 比嘉 平川 平松 深沢 福本 福原 藤岡 藤川 藤沢 藤村 古田 細川 細田 堀江 堀川 堀口 本間 牧野 町田 松崎 三上 三木 水谷 水田 溝口 宮内 宮川 宮沢 宮下 宮田 武者 村井
        村松 村山 室井 本橋 森川 森山 八木 矢島 安井 柳沢 柳田 山岸 山根 山村 山脇 結城 吉岡 吉井 吉沢 吉野 米田 若林 脇田 和久井 渡瀬 梶原 梅田 梅津 梅原 蛭田 久我 新藤 進藤
        神谷 神山 神崎 仲村 仲田 宮城 大城 金城 島袋 玉城 新垣 知念 下村 下山 沼田 沼尻 浜口 浜崎 平林 平岡 星 堀田 真鍋 三輪 向井 百瀬 柳 柳原 山名 油井 横井 横尾 芳賀 羽生 麻生
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
