/// Wishes, requests and promises in their spoken forms, and the plan's form of them.
///
/// Every rule looks at the end of the clause only. A negated wish (〜ないでほしい, 〜てほしくない) has no rule.
enum SpokenWish {
    /// - Returns: the clause in ます-form or with 必要があります, and the rule; `nil` when no rule is sure.
    static func action(of clause: String) -> (text: String, rule: String)? {
        if clause.holdsNegatedTe || clause.ends(in: "ないように") { return nil }
        if let te = clause.before(anyOf: teWishes), let text = polite(te) { return (text, "〜てほしい") }
        if let te = clause.before(anyOf: [
            "いければ", "いけたら", "いければよい", "いければいい", "いければ良い", "いけたらよい", "いけたらいい", "いけたら良い", "いけるように",
        ]),
            te.ends(in: "て") || te.ends(in: "で")
        {
            return (te + "いきます", "〜ていければ")
        }
        if let verb = clause.before(anyOf: ["ことができれば", "ことができたら", "ことができればよい", "ことができれば良い"]),
            let text = VerbForms.polite(dictionary: verb)
        {
            return (text, "〜ことができれば")
        }
        if let noun = clause.before(anyOf: ["できれば", "できたら"]), VerbForms.endsInNoun(noun) {
            return (noun + "します", "〜できれば")
        }
        if let request = request(clause) { return request }
        if let desire = desire(clause) { return desire }
        return nil
    }

    /// 〜したい, 〜ていきたい: stem before たい.
    private static func desire(_ clause: String) -> (text: String, rule: String)? {
        guard let stem = clause.before(anyOf: ["たい", "たいです", "たいところです"]), let last = stem.unicodeScalars.last else {
            return nil
        }
        let others = [
            "あげ", "いただき", "頂き", "もらい", "知り", "聞き", "伺い", "うかがい", "お聞きし", "お伺いし", "教え", "申し上げ", "申し", "述べ", "お話しし", "言い",
            "お願いし", "いたし", "確認し",
        ]
        guard !others.contains(where: stem.ends), isStemEnd(last) else { return nil }
        if let te = stem.before(anyOf: ["まいり", "参り"]), te.ends(in: "て") || te.ends(in: "で") {
            return (te + "いきます", "〜てまいりたい")
        }
        return (stem + "ます", "〜たい")
    }

    /// 検討をお願いします, 〜するようお願いします, ご検討ください.
    private static func request(_ clause: String) -> (text: String, rule: String)? {
        let asks = ["お願いします", "お願いいたします", "お願いしたい", "お願いしたいです", "お願いできれば", "お願い致します", "お願い申し上げます", "お願いできたら"]
        if let rest = clause.before(anyOf: asks) {
            if let verb = rest.before(anyOf: ["ように", "よう"]), let text = VerbForms.polite(dictionary: verb) {
                return (text, "〜ようお願いします")
            }
            guard let noun = rest.before("を") else { return nil }
            return noun.ends(in: "ほど") ? nil : deed(noun, rule: "〜をお願いします")
        }
        let polite = [
            "ください", "下さい", "いただきたい", "いただければ", "いただきたいです", "いただけると", "いただけるとありがたい", "いただけるとありがたいです", "いただければありがたいです",
        ]
        if let noun = clause.before(anyOf: polite), VerbForms.endsInNoun(noun) { return deed(noun, rule: "ご〜ください") }
        return nil
    }

    /// A noun of doing becomes a verb: (ご)検討 → 検討します.
    private static func deed(_ phrase: String, rule: String) -> (text: String, rule: String)? {
        guard let noun = deeds.first(where: phrase.ends), let head = phrase.before(noun) ?? (phrase == noun ? "" : nil)
        else { return nil }
        let plain = head.before("ご") ?? head.before("御") ?? (head == "ご" ? "" : head)
        // 早急な検討 would become 早急な検討します; 〜の検討 takes を.
        if let object = plain.before("の") { return (object + "を" + noun + "します", rule) }
        if plain.isEmpty || plain.ends(in: "を") || plain.ends(in: "に") || plain.ends(in: "で") || plain.ends(in: "、")
            || plain.ends(in: "と")
        {
            return (plain + noun + "します", rule)
        }
        return nil
    }

    /// 〜て + wish → ます-form. The one who is asked must not stand in it as に: 市に続けていただく is not 市に続けます.
    private static func polite(_ te: String) -> String? {
        guard te.ends(in: "て") || te.ends(in: "で"), !asksSomebody(te) else { return nil }
        if notForPlans.contains(where: te.ends) { return nil }
        return VerbForms.polite(te: te)
    }

    private static func asksSomebody(_ te: String) -> Bool {
        guard !takesRecipient.contains(where: te.ends) else { return false }
        return askedOnes.contains { who in ["に", "にも", "にお", "から"].contains { te.holds(who + $0) } }
    }

    /// Those a wish is addressed to with に.
    private static let askedOnes = [
        "方", "方々", "皆様", "皆さん", "みなさん", "委員", "職員", "行政", "市", "町", "区", "村", "県", "都", "国", "事務局", "社協", "住民", "市民",
        "町民", "区民", "団体", "学校", "企業", "大学", "課", "部", "者", "人", "会", "先生", "センター",
    ]

    /// Verbs whose に is the one who receives.
    private static let takesRecipient = [
        "共有して", "説明して", "周知して", "報告して", "提供して", "伝えて", "渡して", "配って", "配布して", "つなげて", "つないで", "発信して", "紹介して", "案内して",
        "派遣して", "設置して", "入れて", "盛り込んで", "位置付けて", "位置づけて", "反映して", "活かして", "生かして",
    ]

    /// Asked of somebody in the room, not of a plan.
    private static let notForPlans = [
        "教えて", "話して", "読んで", "読んできて", "読んでおいて", "目を通して", "聞かせて", "お話しして", "見て", "言って", "待って", "あげて", "くれて", "来て",
        "参加して", "お越しになって", "考えてみて", "して見せて",
        "安心して", "いらして",
    ]

    /// Nouns of doing that requests end with.
    private static let deeds = [
        "検討", "実施", "周知", "整理", "見直し", "調整", "作成", "配布", "公表", "報告", "共有", "対応", "配慮", "改善", "支援", "推進", "強化", "充実",
        "調査", "分析", "検証", "説明", "反映", "設置", "開催", "連携", "把握", "拡充", "継続", "協議", "研究", "提供",
    ]

    /// What follows a て-form in a wish, alone and with what politeness adds behind.
    private static let teWishes: [String] = {
        let wishes = ["ほしい", "欲しい", "もらいたい", "いただきたい", "頂きたい"].flatMap { [$0, $0 + "です", $0 + "ところです", $0 + "と"] }
        let commands = ["ください", "下さい", "くださいますようお願いします", "いただくようお願いします", "いただくようお願いいたします", "いただきますようお願いします"]
        let tails = [
            "", "と", "ありがたい", "ありがたいです", "有り難い", "有難い", "助かります", "助かる", "幸いです", "幸い", "うれしい", "うれしいです", "嬉しい", "嬉しいです",
            "よい", "よいです", "良い", "良いです", "いい", "いいです", "よろしい", "よろしいです",
        ]
        let conditions = [
            "いただければ", "いただけると", "いただけたら", "いただければと", "頂ければ", "頂けると", "もらえれば", "もらえると", "もらえたら", "くれると", "くださると", "くれれば",
        ]
        .flatMap { condition in tails.map { condition + $0 } }
        let questions = [
            "はどうか", "はどうかと", "はどうでしょうか", "はいかがでしょうか", "はいかがか", "みてはどうか", "みてはどうでしょうか", "みてはいかがでしょうか", "いただけないか",
            "いただけないでしょうか", "いただけませんか", "もらえないか", "もらえないでしょうか", "もらえませんか",
        ]
        return wishes + commands + conditions + questions
    }()

    private static func isStemEnd(_ scalar: Unicode.Scalar) -> Bool {
        "いきぎしちにびみりえけげせぜてでねべめれ見得出".unicodeScalars.contains(scalar)
    }
}
