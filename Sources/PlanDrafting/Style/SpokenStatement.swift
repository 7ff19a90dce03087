/// What ought to be or does not work, in the form of a plan's prose.
enum SpokenStatement {
    /// - Parameter clause: plain form behind a peeled hedge, or the sentence as said.
    static func written(_ clause: String) -> (text: String, rule: String)? {
        if let verb = clause.before(anyOf: ["べき", "べきだ", "べきです", "べきである", "べきもの"]) {
            let dictionary =
                verb.ends(in: "す") && VerbForms.endsInNoun(verb.before("す") ?? "")
                ? (verb.before("す") ?? "") + "する" : verb
            guard VerbForms.stem(dictionary: dictionary) != nil else { return nil }
            return (dictionary + "必要があります", "〜べき")
        }
        for (ends, written) in endings {
            guard let rest = clause.before(anyOf: ends) else { continue }
            return rest.ends(in: "ない") || rest.ends(in: "なく") ? nil : (rest + written, "〜\(written)")
        }
        if let te = clause.before(anyOf: [
            "いかなければならない", "いかなければいけない", "いかなくてはならない", "いかなくてはいけない", "いかないといけない", "いかなければなりません",
        ]),
            te.ends(in: "て") || te.ends(in: "で")
        {
            return (te + "いく必要があります", "〜なければならない")
        }
        if let noun = clause.before(anyOf: [
            "しなければならない", "しなければいけない", "しなくてはならない", "しないといけない", "しなければなりません", "しなくてはいけない",
        ]) {
            return (noun + "する必要があります", "〜なければならない")
        }
        return desirable(clause)
    }

    /// 〜と良い, 〜た方が良い, 〜たら良い → 〜ことが望まれます.
    private static func desirable(_ clause: String) -> (text: String, rule: String)? {
        let good = ["よい", "良い", "いい", "よいです", "良いです", "いいです", "いいな", "良いな", "よいな", "よろしい", "望ましい", "ありがたい"]
        guard let condition = clause.before(anyOf: good) else { return nil }
        if let verb = condition.before("と") {
            // 連携していけると良い wishes for 連携していく.
            let plain = verb.before(anyOf: ["ていける"]).map { $0 + "ていく" } ?? verb
            guard VerbForms.stem(dictionary: plain) != nil else { return nil }
            return (plain + "ことが望まれます", "〜とよい")
        }
        for link in ["方が", "ほうが"] {
            if let past = condition.before(link), let verb = dictionary(past: past) {
                return (verb + "ことが望まれます", "〜た方がよい")
            }
        }
        if let past = condition.before("ら"), let verb = dictionary(past: past) { return (verb + "ことが望まれます", "〜たらよい") }
        return nil
    }

    private static func dictionary(past: String) -> String? {
        if let head = past.before("あった") { return head + "ある" }
        if let head = past.before("た") { return VerbForms.dictionary(te: head + "て") }
        if let head = past.before("だ") { return VerbForms.dictionary(te: head + "で") }
        return nil
    }

    /// Endings as said, and the ending as written.
    private static let endings: [([String], String)] = {
        let words = ["大事", "大切", "重要", "必要", "不可欠", "有効", "効果的", "課題", "急務", "ポイント", "前提", "鍵", "喫緊の課題", "肝要"]
        let ends = ["", "だ", "です", "である", "であります", "でございます", "な", "なん", "なの", "なことだ", "なことです"]
        let becoming = words.flatMap { word -> [([String], String)] in
            [
                (ends.map { word + $0 }, word + "です"), ([word + "になる", word + "になります"], word + "になります"),
                ([word + "になっている", word + "になっています"], word + "になっています"),
                ([word + "となる", word + "となります"], word + "となります"),
                ([word + "となっている", word + "となっています", word + "となっております"], word + "となっています"),
            ]
        }
        return [
            (["必要がある", "必要があります", "必要があるの", "必要もある", "必要もあります", "必要があるということ"], "必要があります"),
            (["求められる", "求められます"], "求められます"), (["求められている", "求められています", "求められております"], "求められています"),
            (["欠かせない", "欠かせません"], "欠かせません"), (["避けられない", "避けられません"], "避けられません"),
        ] + becoming
    }()
}
