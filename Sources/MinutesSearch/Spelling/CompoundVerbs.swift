/// Words made of two verbs, whose okurigana may be written or left out: 取り組み 取組み 取組, 打ち合わせ 打合せ, 申し込み 申込.
///
/// The rule is that of 送り仮名の付け方 (Cabinet notice of 1973, rules 6 and 7): okurigana are written, and may be left out
/// where nobody would misread. Which verbs there are stands in a table; any of the first kind may stand before any of the
/// second. In a form that is conjugated (取り組む) only the okurigana of the first verb vary.
enum CompoundVerbs {
    static func alternatives(in word: [UInt32], at place: Int) -> SpellingVariants.Alternatives? {
        guard let inflections = firsts[word[place]] else { return nil }
        // The longest that is written; none is always possible.
        for inflection in inflections.sorted(by: { $0.count > $1.count }) + [[]] {
            let second = place + 1 + inflection.count
            guard second < word.count, word[(place + 1)..<second].elementsEqual(inflection),
                let verbs = seconds[word[second]]
            else { continue }
            let heads = inflection.isEmpty ? inflections + [[]] : [inflection, []]
            return alternatives(in: word, from: place, heads: heads, second: second, verbs: verbs)
        }
        return nil
    }

    private static func alternatives(
        in word: [UInt32], from place: Int, heads: [[UInt32]], second: Int, verbs: [Second]
    ) -> SpellingVariants.Alternatives? {
        let first = word[place]
        var end = second + 1
        var tails: [[UInt32]] = [[]]
        var isNoun = true
        let form = verbs.flatMap { verb in verb.forms.map { (verb, $0) } }
            .filter { word[end...].starts(with: $0.1) && endsNoun(word, at: end + $0.1.count) }
            .max { $0.1.count < $1.1.count }
        if let (verb, form) = form {
            end += form.count
            tails = verb.forms + (mayBeBare(verb, first, word[second]) ? [[]] : [])
        } else if endsNoun(word, at: end) {
            let bare = verbs.filter { mayBeBare($0, first, word[second]) }
            guard !bare.isEmpty else { return nil }
            tails = [[]] + bare.flatMap(\.forms)
        } else {
            isNoun = false
        }
        let written = Array(word[place..<end])
        var seen: Set<[UInt32]> = [written]
        var spellings: [[UInt32]] = []
        for head in heads {
            for tail in tails {
                // 取り組 is the stem of a verb, and no way to write 取り組み.
                if tail.isEmpty, !head.isEmpty, isNoun { continue }
                let spelling = [first] + head + [word[second]] + tail
                if seen.insert(spelling).inserted { spellings.append(spelling) }
            }
        }
        return spellings.isEmpty ? nil : SpellingVariants.Alternatives(range: place..<end, spellings: spellings)
    }

    /// Whether a noun may end there: no hiragana follow, or such as stand behind nouns.
    private static func endsNoun(_ word: [UInt32], at end: Int) -> Bool {
        guard end < word.count, SpellingVariants.isHiragana(word[end]) else { return true }
        return particles.contains(word[end])
    }

    /// Behind a noun, and not the end of these verbs: and に and な of its own.
    private static let particles: Set<UInt32> = Set("のをがにはもとやへでか".unicodeScalars.map(\.value))

    private static func mayBeBare(_ second: Second, _ first: UInt32, _ kanji: UInt32) -> Bool {
        let pair = UInt64(first) << 32 | UInt64(kanji)
        return second.isBare ? !otherWords.contains(pair) : bareWords.contains(pair)
    }

    private struct Second {
        /// Endings as a noun, the full one first.
        var forms: [[UInt32]]
        /// Whether the ending may be left out altogether.
        var isBare: Bool
    }

    private static func scalars(_ text: some StringProtocol) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private static func pairs(_ words: String) -> Set<UInt64> {
        Set(
            words.split(separator: " ").compactMap { word in
                let kanji = scalars(word)
                return kanji.count == 2 ? UInt64(kanji[0]) << 32 | UInt64(kanji[1]) : nil
            })
    }

    /// Two kanji alone that are another word: 組合 is no 組み合わせ.
    private static let otherWords = pairs("手当 取締 落合 河合 受動 売買 取得 見解 支出 支持 差出 立法 引率 手引 手合 見立 切手 見積 送付")
    /// Two kanji alone though the verb usually keeps its ending.
    private static let bareWords = pairs("打合 問合 申合 見積")

    /// First verbs with the okurigana before another: `取り`. Nouns that stand before verbs have none.
    private static let firsts: [UInt32: [[UInt32]]] = {
        let words = """
            取り 打ち 申し 受け 引き 立ち 立て 話し 言い 書き 買い 売り 貸し 借り 払い 差し 押し 落ち 落とし 掛け 割り 繰り 組み 切り 付け 付き 積み 盛り 持ち
            問い 届け 乗り 聞き 聴き 呼び 読み 待ち 振り 巻き 埋め 植え 追い 送り 置き 折り 思い 踏み 締め 据え 使い 突き 作り 飛び 成り 抜き 張り 貼り 吹き
            掘り 混ぜ 回り 結び 焼き 雇い 譲り 寄り 寄せ 助け 働き 住み 飲み 投げ 駆け 刷り 編み 織り 汲み 通り 返し 消し 洗い 拭き 磨き 釣り 選び 建て
            見 支 仕 手 値 名 下 上 荷
            """
        var table: [UInt32: [[UInt32]]] = [:]
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let word = scalars(word)
            table[word[0], default: []].append(Array(word.dropFirst()))
        }
        return table
    }()

    /// Second verbs: kanji, endings as a noun with the full one first, `*` where they may be left out altogether.
    private static let seconds: [UInt32: [Second]] = {
        let words = """
            組み* 合わせ,せ 合い 込み* 入れ* 入り* 上げ* 上がり 下げ* 下がり 継ぎ* 出し* 扱い* 付け* 付き* 消し* 替え* 換え* 代え* 止め 返し 払い* 直し 掛け
            当て* 当たり,り 落とし,し 越し* 通し 渡し* 取り* 立て* 戻し 分け 押し 届け 読み 書き 切り* 決め 持ち 抜き 守り 積もり,り 送り 売り 買い 貸し 借り 巻き
            引き* 続き* 繰り 置き* 次ぎ* 締め 締まり,り 崩し 回り 向け 寄り 聞き 添え 送り 迎え 残し 合わし 組め 上り 下り 降り 抑え 過ぎ 詰め 張り 建て 潰し 壊し 外し 刷り
            """
        var table: [UInt32: [Second]] = [:]
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let isBare = word.last == "*"
            let parts = (isBare ? word.dropLast() : word).split(separator: ",")
            guard let head = parts.first.map(scalars), let kanji = head.first else { continue }
            let forms = [Array(head.dropFirst())] + parts.dropFirst().map(scalars)
            table[kanji, default: []].append(Second(forms: forms, isBare: isBare))
        }
        return table
    }()
}
