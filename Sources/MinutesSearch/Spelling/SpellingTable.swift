/// Words of minutes that are written in several ways no rule gives.
///
/// A line that begins with `~` holds for the end of a longer word only: 居場所作り is 居場所づくり, 作り方 is not づくり方.
///
/// A spelling in hiragana has three characters at least: shorter ones stand inside of too many other words (けが in だけが).
enum SpellingTable {
    static func alternatives(in word: [UInt32], at place: Int) -> SpellingVariants.Alternatives? {
        guard let candidates = byFirst[word[place]] else { return nil }
        for candidate in candidates where word[place...].starts(with: candidate.spelling) {
            if place == 0, suffixes.contains(candidate.set) { continue }
            let range = place..<(place + candidate.spelling.count)
            return SpellingVariants.Alternatives(
                range: range, spellings: sets[candidate.set].filter { $0 != candidate.spelling })
        }
        return nil
    }

    private static let sets: [[[UInt32]]] = {
        var sets: [[[UInt32]]] = []
        for line in words.split(separator: "\n") {
            let spellings = line.split(separator: " ").filter { $0 != "~" }.map { ComparedText(String($0)).trimmed }
            // What folds to the same is there once.
            var seen: Set<[UInt32]> = []
            sets.append(spellings.filter { !$0.isEmpty && seen.insert($0).inserted })
        }
        return sets
    }()

    /// Sets that hold behind another character only.
    private static let suffixes = Set(
        words.split(separator: "\n").enumerated().filter { $1.hasPrefix("~") }.map(\.offset))

    /// Spellings by their first character, the longest first.
    private static let byFirst: [UInt32: [(spelling: [UInt32], set: Int)]] = {
        var table: [UInt32: [(spelling: [UInt32], set: Int)]] = [:]
        for (number, set) in sets.enumerated() {
            for spelling in set { table[spelling[0], default: []].append((spelling, number)) }
        }
        return table.mapValues { $0.sorted { $0.spelling.count > $1.spelling.count } }
    }()

    private static let words = """
        子ども 子供 こども
        障がい 障害 障碍
        一人ひとり 一人一人 ひとりひとり 1人ひとり 1人1人 ひとり一人
        一人暮らし ひとり暮らし 独り暮らし 1人暮らし 一人暮し
        ひきこもり 引きこもり 引き籠もり 引き籠り 引籠り 引き篭り
        まちづくり 街づくり 町づくり まち作り 街作り 町作り
        ~ づくり 作り 造り
        申し出 申出
        届け出 届出
        引っ越し 引越し 引越
        見積もり 見積り 見積
        行う 行なう おこなう
        行い 行ない おこない
        行わ 行なわ おこなわ
        行え 行なえ
        行っ 行なっ
        表す 表わす
        表し 表わし
        表れ 表われ
        現れ 現われ
        断る 断わる
        当たり 当り
        当たる 当る
        当たっ 当っ
        変わる 変る
        変わり 変り
        変わっ 変っ
        終わる 終る
        終わり 終り
        終わっ 終っ
        関わる 係わる 関る かかわる
        関わり 係わり 関り かかわり
        関わっ 係わっ 関っ かかわっ
        分かる 分る わかる 判る
        分かり 分り わかり 判り
        起こる 起る
        起こり 起り
        落とす 落す
        落とし 落し
        暮らし 暮し くらし
        暮らす 暮す
        集まり 集り
        集まる 集る
        生まれ 生れ
        担い手 にない手
        目指す めざす 目ざす
        目指し めざし 目ざし
        支え合い 支えあい ささえあい ささえ合い 支合い
        助け合い 助けあい たすけあい
        話し合い 話しあい 話合い
        ふれあい 触れ合い ふれ合い 触れあい
        分かち合い 分かちあい わかちあい
        つながり 繋がり
        つながる 繋がる
        つなぐ 繋ぐ
        つなげ 繋げ
        さまざま 様々
        すべて 全て
        できる 出来る
        できない 出来ない
        できれば 出来れば
        できた 出来た
        ください 下さい
        いただき 頂き
        いただく 頂く
        いただけ 頂け
        あいさつ 挨拶
        ごみ ゴミ
        あっせん 斡旋
        みなさん 皆さん 皆さま 皆様 みなさま
        取りまとめ 取り纏め とりまとめ 取纏め
        あり方 在り方 ありかた
        考え方 考えかた
        読み聞かせ 読みきかせ
        預かり 預り
        預かる 預る
        気づき 気付き
        気づく 気付く
        気づい 気付い
        位置づけ 位置付け 位置付
        義務づけ 義務付け
        関連づけ 関連付け
        裏づけ 裏付け
        片づけ 片付け
        声かけ 声掛け 声がけ
        働きかけ 働き掛け
        呼びかけ 呼び掛け
        心がけ 心掛け
        きっかけ 切っ掛け 切掛け
        受けとめ 受け止め 受止め
        取りやめ 取り止め 取止め
        引き続き 引続き ひきつづき
        手だて 手立て
        手伝い 手伝
        目途 目処
        年寄り 年寄
        身寄り 身寄
        付き合い つきあい 付きあい 付合い
        付き添い 付添い 付添 つきそい
        寄り添い 寄りそい よりそい 寄添い
        取り残さ 取残さ とり残さ
        見える化 みえる化
        困りごと 困り事 こまりごと
        悩みごと 悩み事
        いきいき 生き生き 活き活き イキイキ
        いきがい 生きがい 生き甲斐
        やりがい やり甲斐 遣り甲斐
        お互いさま お互い様
        おもてなし お持て成し
        仲間づくり 仲間作り
        居どころ 居所
        よりどころ 拠り所 拠りどころ
        怪我 ケガ
        癌 ガン
        鬱 ウツ
        いじめ 苛め イジメ
        はがき 葉書 ハガキ
        そろえ 揃え
        ひも付け 紐づけ 紐付け ひもづけ
        ひもとく 紐解く
        めりはり メリハリ
        無駄 ムダ
        くい止め 食い止め
        さかのぼ 遡
        たたき台 叩き台
        すき間 隙間 すきま
        はざま 狭間
        コミュニティ コミュニティー
        ホームヘルパー ホームヘルパ
        デイサービス デーサービス デイ・サービス
        スマートフォン スマートホン
        ウェブ ウエブ web
        アンケート アンケイト
        シミュレーション シュミレーション
        ヴィジョン ビジョン
        ウイルス ウィルス
        """
}
