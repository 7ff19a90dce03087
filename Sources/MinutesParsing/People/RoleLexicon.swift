import MinutesModel

/// Words a speaker's label or a post ends with, and the role they stand for.
///
/// Looked up from the end of a label, longest first, in one pass over its last bytes.
struct RoleLexicon: Sendable {
    /// What a word at the end of a label tells.
    struct Entry: Sendable {
        var role: Role
        /// 3: hardly anything but a speaker ends so; 2: a post; 1: an organisation or a word that also ends headings.
        var strength: Int
        /// UTF-8 length of the word.
        var length: Int
        /// A form of address (君, 氏, さん) that is no part of name or post.
        var isAddress: Bool
    }

    static let standard = RoleLexicon()

    private let entries: [UInt64: Entry]
    /// 4096 bits by hash, set where an entry may be: the dictionary is asked for few places of a label.
    private let filter: [UInt64]

    private init() {
        var entries: [UInt64: Entry] = [:]
        func add(_ words: String, _ role: Role, _ strength: Int, isAddress: Bool = false) {
            for word in words.split(separator: " ") {
                let bytes = Array(word.utf8)
                var hash = ByteHash()
                for byte in bytes.reversed() { hash.add(byte) }
                entries[hash.value] = Entry(role: role, strength: strength, length: bytes.count, isAddress: isAddress)
            }
        }
        add("委員長 会長 部会長 座長 議長 分科会長 理事長 司会 司会者 司会進行 進行役 議事進行 進行 モデレーター ファシリテーター 座長代行 塾長 組合長 総代", .chair, 3)
        add(
            "副委員長 副会長 副部会長 副座長 副議長 副分科会長 副理事長 職務代理 職務代理者 委員長職務代理者 会長職務代理者 会長代理 委員長代理 議長代理 座長代理 委員長職務代理 会長職務代理 委員長代行 会長代行",
            .viceChair, 3)
        add(
            "委員 議員 構成員 専門委員 評議員 部会員 協議会員 代議員 公募委員 各委員 全委員 委員一同 市民委員 臨時委員 特別委員 推進員 協議員 メンバー 参加者 出席者 会員 民生委員 児童委員 委員代理 議員代理 委貟 議貟",
            .member, 3)
        add("会計 庶務 理事 幹事 常任理事 議席番号 番", .member, 2)
        add("監事", .other, 2)
        add("監査委員 代表監査委員", .other, 3)
        add("申請人 申請者 要望 指定管理者 意見陳述人 意見陳述者", .other, 2)
        add("教育委員 農業委員 選挙管理委員 公平委員 人事委員", .official, 3)
        add(
            "事務局 事務局長 事務局次長 事務局員 事務局職員 事務局担当 書記 書記長 議会事務局長 局員 事務方 事務局側 事務局補佐",
            .secretariat, 3)
        add(
            "課長 係長 主任 主査 主事 主事補 技師補 主幹 副主幹 課長補佐 補佐 副主任 課長代理 室長補佐 班長 科長 技師 学芸員 司書 司書長 保健師 保健師長 看護師 看護師長 社会福祉士 精神保健福祉士 管理栄養士 栄養士 相談員 係員 課員 部員 臨床心理士 専門職 専門官 コーディネート係 担当課長 担当係長 主任主事 主任主査 上席主任 嘱託員 担当者 担当職員 専務理事 常務理事 事務長 統括 リーダー 主席 副参事 チーフ ケアマネジャー ケアマネージャー 介護支援専門員 相談支援専門員 保育士 調理員 養護教諭",
            .secretariat, 2)
        add("担当 職員 担当課 所管課 課 係 室 事務所 受託者 受託業者 受託事業者 コンサルタント コンサル 委託業者", .secretariat, 1)
        add(
            "市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 副知事 助役 収入役 教育長 教育次長 理事者 説明員 政府参考人 大臣 副大臣 大臣政務官 政務官 国務大臣 政府委員 参事官 審議官 総括審議官 市長職務代理者 管理者 会計管理者 企業管理者 企業長",
            .official, 3)
        add(
            "教諭 部長 局長 次長 参事 長官 統括官 総括官 技監 次官 室長 所長 館長 園長 校長 署長 消防長 消防署長 院長 支所長 センター長 担当部長 担当次長 戦略監 政策監 危機管理監 理事官 監 補佐官 調査官 企画官 管理官 検査官 指導主事 企画監 総監 本部長 支部長 工事長 学長 副学長 総長 社長 常務 専務 取締役 頭取 支店長 所属長 施設長 副所長 副館長 副園長 副校長 教頭 副部長 副局長 部次長 局次長 病院長 図書館長 公民館長 保健所長 小学校長 中学校長 学校長 消防団長 博物館長 保育所長 保育園長 幼稚園長 児童館長 警察署長 福祉事務所長 総合支所長 出張所長 資料館長 美術館長 専門員 調査員 技師長 主計官 秘書官 報道官 検事 裁判官 領事 大使 公使 総裁 理事監 政策統括官 会計課長 団長 副団長 分団長 副分団長 隊長 副隊長 中隊長 大隊長 小隊長 支社長 駅長 工場長 営業所長 事業所長 市場長 試験場長 工事長 場長",
            .official, 2)
        add("部 局 庁 省 府 官 市 町 区 県 都 議会 団体 本部 執行部 当局 理事会 協議会 社協", .official, 1)
        add(
            "参考人 有識者 オブザーバー オブザーバ アドバイザー 講師 公述人 証人 学識経験者 学識者 助言者 公聴人 陳述人 請願者 陳情者 紹介議員 ゲスト 専門家 鑑定人 顧問",
            .expert, 3)
        add("教授 准教授 名誉教授 特任教授 講演者 医師 弁護士 博士 コーディネーター コーディネータ 研究員 相談役 発表者 報告者", .expert, 2)
        add("傍聴者 傍聴人 傍聴席 傍聴", .audience, 3)
        add("君 議員君", .other, 3, isAddress: true)
        add("氏 さん 様 殿 先生 くん ちゃん", .other, 2, isAddress: true)
        add("質問 回答 意見 答弁 質問者 回答者 発言者 提案者 提出者 説明者 問 答 Ｑ Ａ Q A 質疑 応答 返答 コメント", .other, 2)
        add("代表 代理 一同 市民 住民 保護者 参加市民 町民 区民 村民 県民 事業者 議場 全員 会場 発言 質 組合 長 員 者 役 士 師", .other, 1)
        self.entries = entries
        filter = entries.keys.reduce(into: [UInt64](repeating: 0, count: 64)) { filter, hash in
            filter[Int(hash >> 58)] |= 1 << (hash & 63)
        }
    }

    /// The longest word that the bytes end with.
    /// - Complexity: O(1): looks at the last 45 bytes at most.
    func suffix(of bytes: ArraySlice<UInt8>) -> Entry? {
        var hash = ByteHash()
        var found: Entry?
        var offset = bytes.endIndex
        let floor = max(bytes.startIndex, bytes.endIndex - 45)
        while offset > floor {
            offset -= 1
            hash.add(bytes[offset])
            if bytes[offset] & 0xC0 != 0x80, filter[Int(hash.value >> 58)] >> (hash.value & 63) & 1 != 0,
                let entry = entries[hash.value],
                entry.length == bytes.endIndex - offset
            {
                found = entry
            }
        }
        return found
    }

    /// The entry when the bytes are exactly one word.
    func exact(_ bytes: ArraySlice<UInt8>) -> Entry? {
        guard let entry = suffix(of: bytes), entry.length == bytes.count else { return nil }
        return entry
    }
}

/// Words that begin the name of a department or field of work, so that what stands before them may be a person's name
/// and what begins with them is none: `猪口|内閣府特命担当大臣`, `総務課長`.
enum DepartmentWords {
    private static let words: [[UInt8]] =
        "総務 生徒 少年 料金 賃金 院外 院内 外部 内部 ボランティア 給付 認定 関係課 企画 財政 財務 福祉 保健 教育 市民 区民 町民 住民 県民 健康 環境 建設 都市 産業 経済 子ども こども 子育て 高齢 障害 障がい 介護 地域 政策 生活 防災 危機 管理 会計 税務 国保 国民 水道 下水 上下水 交通 自動車 高速 消防 農林 農政 農業 商工 観光 文化 スポーツ 生涯 学習 学校 施設 住宅 土木 道路 公園 緑 情報 広報 秘書 人事 職員 契約 監査 議会 議事 選挙 病院 医療 担当 文部 科学 厚生 労働 国土 内閣 外務 法務 防衛 国務 デジタル 常任 特別 専門 運営 予算 決算 行政 経営 街づくり まちづくり 児童 青少年 男女 人権 協働 調査 審議 推進 計画 事務 公営 公共 港湾 営業 クリエイティブ 企業 清掃 ごみ 資源 ＤＸ DX ＩＣＴ ICT 感染 感染症 地方 次世代 家庭 母子 保育 幼稚 社会 相談 支援 包括 権利 生涯 統括 戦略 総合 教務 指導 図書 博物 衛生 市場 用地 建築 開発 整備 河川 砂防 林務 水産 畜産 食品 薬務 警察 警務 刑事 生安 安全 主任 主席 上席 技術 工務 給水 浄水 配水 経理 管財 収納 納税 課税 資産 戸籍 年金 保険 国際 多文化 統計 電算 システム 入札 検査 代表 金融 総括 大臣 常務 専務 政府 消費 復興 文教 民生 地方創生 広域 連携 庶務 企業 雇用 就労 障がい者 高齢者 共生 生活支援 社会福祉 事務局 市 区 町 村 県 都 府 国 本部 民間 公民 公募 学識 部 課 局 係 副 執行 新 旧 元 前 臨時 仮 当 本 各 筆頭 首席 主担当 第 同課 同係 同部 同局 同室 同所 看護 薬剤 業務 基幹 港営 給食 振興 普及 調整 補償 出納 農地 林業 漁業 漁港 空港 鉄道 バス 電気 機械 調達 渉外 法規 文書 市史 学芸 リハビリ 放射線 臨床 栄養 診療 外来 病棟 救急 予防 警備 通信 指令 斎場 墓地 行事 渉外 事業 書記 美化 実行 指定 質問 婦人 女性部 青年部 体育 衛生 納付 賦課 徴収 市街 景観 拠点 定住 移住 ふるさと 魅力 未来 創生 再生 循環 脱炭素 エネルギー 温暖化 自然 鳥獣 動物 食育 学務 教職員 校務 研修 児童相談 更生 保護 援護 認知症 在宅 訪問 居宅 生きがい 自立 就学 株式会社 有限会社 合同会社 法人 大学 組合 連合 協会 協議会 病院 研究所 センター 団体 委員会 全国 日本 研究 学園 学院 銀行 商店 自治会 町内会 町会 連盟 公社 財団 社団 大使館 クラブ ＮＰＯ NPO こころの 精神 奉仕 移動図書館 国立 県立 市立 町立 村立 都立 府立 道立 区立 私立 公立 地区担当 維持 営繕 空家 空き家 街路 文化財 歴史 医務 難病 疾病 依存症 農村 造園 色彩"
        .split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }

    private static let byFirst: [UInt32: [[UInt8]]] = Dictionary(grouping: words.filter { $0.count > 3 }) {
        UInt32($0[0]) << 16 | UInt32($0[1]) << 8 | UInt32($0.count > 2 ? $0[2] : 0)
    }

    /// By scalar of the basic plane, whether a word begins with it.
    private static let starts = byFirst.keys.reduce(into: [UInt64](repeating: 0, count: 1024)) { starts, key in
        let (row, bit) = place(UInt8(key >> 16), UInt8(key >> 8 & 0xFF), UInt8(key & 0xFF))
        starts[row] |= 1 << bit
    }

    @inline(__always) private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (Int, UInt64) {
        (Int(first & 0x0F) << 6 | Int(second & 0x3F), UInt64(third & 0x3F))
    }

    private static let short = Set(words.filter { $0.count <= 3 })

    /// Offset of the first department word in the bytes, `nil` when there is none.
    static func first(in bytes: ArraySlice<UInt8>) -> Int? {
        var offset = bytes.startIndex
        while offset < bytes.endIndex {
            if bytes[offset] & 0xC0 != 0x80, offset + 2 < bytes.endIndex {
                let (row, bit) = place(bytes[offset], bytes[offset + 1], bytes[offset + 2])
                guard starts[row] >> bit & 1 != 0 else {
                    offset += 1
                    continue
                }
                let key = UInt32(bytes[offset]) << 16 | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2])
                for word in byFirst[key] ?? [] where bytes[offset...].starts(with: word) { return offset }
            } else if bytes[offset] & 0xC0 != 0x80, bytes[offset...].starts(with: [0x44, 0x58]) {
                return offset
            }
            offset += 1
        }
        return nil
    }

    /// Whether the bytes are nothing but a short word that qualifies a post (市, 前, 新).
    static func isQualifier(_ bytes: ArraySlice<UInt8>) -> Bool { short.contains(Array(bytes)) }
}

/// Words that the names of organisations end with: what ends so is nobody's name.
enum OrganizationWords {
    private static let endings: [[UInt8]] =
        "所 センター 課 係 局 室 大学 大学院 学部 協会 協議会 連合会 連絡会 審議会 委員会 組合 連合 法人 社協 病院 学校 小学校 中学校 高校 学園 幼稚園 保育園 こども園 公民館 図書館 会館 博物館 株式会社 会社 商店 団 庁 署 役場 自治会 町内会 町会 区会 老人会 婦人会 女性会 青年会 若妻会 子ども会 育成会 家族会 商工会 商工会議所 会議所 友の会 の会 福祉会 医師会 師会 士会 部会 クラブ サロン グループ ネットワーク 研究会 学会 財団 社団 公社 連盟 同盟 農協 漁協 生協 銀行 信用金庫 新聞社 機構 事業団 基金 支部 本部 支所 班 組 会 隊 警察 生協連 商連 婦連 団連 労連 体連 農連 議会 代表 関係者 公募 店主 スーパーバイザー"
        .split(separator: " ").map { Array($0.utf8) }
    /// Single characters no name of two characters ends with.
    private static let distinct = ["課", "係", "班", "組", "会"].map { Array($0.utf8) }
    private static let all = WordEndings(endings)
    /// 田所 and 大室 are family names.
    private static let ofShort = WordEndings(endings.filter { $0.count > 3 || distinct.contains($0) })

    /// - Complexity: O(1): a few words are compared.
    static func ends(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { ($0.count > 6 ? all : ofShort).end($0) }
    }

    static func ends(_ text: String) -> Bool { ends(SpeakerLabel.condensed(text)[...]) }
}
