import JapaneseText

/// Dictionary forms of verbs, where their kana and the character in front leave no doubt: 続けて → 続ける, 取り組み → 取り組む,
/// お送りし → 送る.
enum PlainForm {
    /// Of a stem in front of て or で: 続け, 送付し, 組ん; `nil` where more than one verb is written so.
    static func ofTe(_ stem: String, voiced: Bool) -> String? {
        if stem.endLength(of: auxiliaryEnds) != nil {
            for auxiliary in auxiliaries where stem.ends(in: auxiliary) {
                let inner = stem.cut(auxiliary)
                return ofTe(inner, voiced: auxiliary.begins(with: "で"))
            }
        }
        guard let last = stem.unicodeScalars.last else { return nil }
        if voiced {
            switch last {
            case "ん": return replaced(stem, by: nasal)
            case "い": return stem.cut("い") + "ぐ"
            default: return nil
            }
        }
        switch last {
        case "っ":
            if stem.ends(in: "しまっ") { return stem.cut("っ") + "う" }
            if ["を行っ", "と行っ", "も行っ", "で行っ", "に行っ"].contains(where: { stem.ends(in: $0) }) {
                return stem.ends(in: "に行っ") ? nil : stem.cut("っ") + "う"
            }
            return replaced(stem, by: doubled)
        case "い":
            if stem.ends(in: "用い") || stem.ends(in: "率い") || stem.ends(in: "報い") { return stem + "る" }
            return stem.cut("い") + "く"
        case "ん": return nil
        default: return ofContinuative(stem, isTe: true)
        }
    }

    /// Of a stem in front of ます or たい: 続け, 送付し, 取り組み, お送りいたし.
    static func ofContinuative(_ stem: String, isTe: Bool = false) -> String? {
        guard let last = stem.unicodeScalars.last else { return nil }
        switch last {
        case "し":
            for humble in ["いたし", "致し"] where stem.ends(in: humble) { return ofShi(stem.cut(humble)) }
            return ofShi(stem.cut("し"))
        case "え", "け", "せ", "て", "ね", "べ", "め", "れ", "げ", "ぜ", "で", "へ", "じ": return stem + "る"
        default: break
        }
        if stem.endLength(of: ichidan) != nil { return stem + "る" }
        if isTe { return "見出得経着寝来".unicodeScalars.contains(last) ? stem + "る" : nil }
        guard let vowel = godan[last] else { return nil }
        return String(stem.unicodeScalars.dropLast()) + vowel
    }

    /// Of what stands in front of し: 送付 → 送付する, 示 → 示す, 増や → 増やす, お送り → 送る.
    private static func ofShi(_ body: String) -> String {
        if body.endLength(of: politeStems) != nil {
            for (polite, plain) in politeVerbs where body.ends(in: polite) { return body.cut(polite) + plain }
        }
        if body.ends(in: "見直") { return body + "す" }
        if body.unicodeScalars.last != "を", let noun = FollowUpSummary.noun(body) { return noun + "する" }
        var scalars = body.unicodeScalars[...]
        guard let last = scalars.popLast() else { return "する" }
        if "やからわまかばごがも".unicodeScalars.contains(last), last != "も", !body.ends(in: "から"), !body.ends(in: "が") {
            return body + "す"
        }
        let stands = scalars.last.map { !(0x4E00...0x9FFF).contains($0.value) } ?? true
        return stands && "示出直試話渡残移返通落押消指正流起果記訳探".unicodeScalars.contains(last) ? body + "す" : body + "する"
    }

    /// The end of a stem and the last ideograph before it decide: 作っ → 作る, 組ん → 組む.
    private static func replaced(_ stem: String, by table: [(kanji: String, end: String)]) -> String? {
        let body = String(stem.unicodeScalars.dropLast())
        guard let last = body.unicodeScalars.last else { return nil }
        for (kanji, end) in table where kanji.unicodeScalars.contains(last) { return body + end }
        return nil
    }

    private static let doubled: [(kanji: String, end: String)] = [
        ("使扱払買願担合思伺揃伴補従習失救追問雇ら", "う"), ("待立打放勝持保育も", "つ"),
        ("作図守配計切減振送渡移残取乗帰入知登探戻語練測至謳諮頼絞縛貼張走参直回困異破売借がやとなわくま", "る"),
    ]
    private static let nasal: [(kanji: String, end: String)] = [
        ("読込組進頼住飲積望踏含励臨挟編休済歩", "む"), ("選呼結運学並喜遊飛", "ぶ"),
    ]
    private static let godan: [Unicode.Scalar: String] = [
        "き": "く", "ぎ": "ぐ", "ち": "つ", "に": "ぬ", "び": "ぶ", "み": "む", "り": "る", "い": "う",
    ]
    /// Verbs of one grade with i before る.
    private static let ichidan = words(
        """
        起き 生き 尽き でき 出来 過ぎ 延び 伸び 浴び 帯び 試み 省み 顧み 借り 足り 降り 率い 用い \
        満ち 落ち てい でい てみ でみ に見 を見 も見 と見 て見 を得 も得 を経
        """)
    private static let politeVerbs = [
        ("お示し", "示す"), ("お送り", "送る"), ("お配り", "配る"), ("お届け", "届ける"), ("お渡し", "渡す"), ("お知らせ", "知らせる"), ("お伝え", "伝える"),
        ("お返し", "返す"), ("お諮り", "諮る"), ("お見せ", "見せる"), ("お出し", "出す"), ("お話し", "話す"), ("お答え", "答える"), ("お持ち", "持つ"),
    ]
    private static let auxiliaryEnds = WordList(auxiliaries.map { Array($0.utf8) })
    private static let politeStems = WordList(politeVerbs.map { Array($0.0.utf8) })
    /// What only says how the act goes on: 進めていって, しておいて, してみて.
    private static let auxiliaries = [
        "ていっ", "でいっ", "ておい", "でおい", "てみ", "でみ", "ていただい", "でいただい", "て頂い", "で頂い", "てもらっ", "でもらっ", "てい", "でい",
    ]
}

extension String {
    /// Without the bytes of a suffix that stands there.
    func cut(_ suffix: String) -> String {
        withUTF8Bytes { String(validated: UnsafeBufferPointer(rebasing: $0.dropLast(suffix.utf8.count))) }
    }

    /// Length of the first of `words` that stands at the end.
    fileprivate func endLength(of words: WordList) -> Int? { withUTF8Bytes { $0.last(of: words, at: $0.count) } }
}
