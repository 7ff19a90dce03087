/// Promises in humble politeness, and what they say without it: 送付いたします → 送付します.
enum SpokenPromise {
    static func plain(_ sentence: String) -> (text: String, rule: String)? {
        if let rest = sentence.before(anyOf: ["てまいります", "て参ります"]) { return (rest + "ていきます", "〜てまいります") }
        if let rest = sentence.before(anyOf: ["でまいります", "で参ります"]) { return (rest + "でいきます", "〜てまいります") }
        if let rest = sentence.before(anyOf: ["させていただきます", "させて頂きます"]) { return letMe(rest) }
        if let rest = sentence.before(anyOf: ["せていただきます", "せて頂きます"]) { return letMeDo(rest) }
        if let rest = sentence.before(anyOf: ["いたします", "致します"]) { return humble(rest) }
        if let rest = sentence.before(anyOf: ["予定でおります", "予定でございます"]) { return (rest + "予定です", "〜予定です") }
        if let rest = sentence.before("ております") { return (rest + "ています", "〜ております") }
        if let rest = sentence.before("でおります") { return (rest + "でいます", "〜ております") }
        if let rest = sentence.before(anyOf: ["所存です", "つもりです", "所存でございます"]),
            let text = VerbForms.polite(dictionary: rest)
        {
            return (text, "〜所存です")
        }
        if let rest = sentence.before("します"), let plain = withoutHonorific(rest) { return (plain + "ます", "お〜します") }
        if sentence.ends(in: "ます") || sentence.ends(in: "予定です") || sentence.ends(in: "見込みです") {
            return (sentence, "〜ます")
        }
        return nil
    }

    /// 配布させていただきます → 配布します, 入れさせていただきます → 入れます.
    private static func letMe(_ rest: String) -> (text: String, rule: String)? {
        if VerbForms.endsInNoun(rest) || rest.ends(in: "を") {
            return rest.ends(in: "を") ? nil : (rest + "します", "〜させていただきます")
        }
        guard let last = rest.unicodeScalars.last, "えけげせてでねべめれ".unicodeScalars.contains(last) else { return nil }
        return (rest + "ます", "〜させていただきます")
    }

    /// 行わせていただきます → 行います.
    private static func letMeDo(_ rest: String) -> (text: String, rule: String)? {
        let rows = ["わ": "い", "か": "き", "が": "ぎ", "さ": "し", "た": "ち", "ば": "び", "ま": "み", "ら": "り"]
        for (from, to) in rows.sorted(by: { $0.key < $1.key }) {
            if let head = rest.before(from) { return (head + to + "ます", "〜せていただきます") }
        }
        return nil
    }

    /// 送付いたします → 送付します, お送りいたします → 送ります.
    private static func humble(_ rest: String) -> (text: String, rule: String)? {
        guard
            VerbForms.endsInNoun(rest) || rest.ends(in: "に") || rest.ends(in: "を") || rest.ends(in: "と")
                || endsInStem(rest)
        else { return nil }
        if let plain = withoutHonorific(rest) { return (plain + "ます", "お〜いたします") }
        guard !endsInStem(rest) else { return nil }
        for mark in ["ご", "御"] {
            // ご連絡いたします: the ご belongs to the deed, two kanji long as a rule.
            let scalars = Array(rest.unicodeScalars)
            if scalars.count > 2, String(scalars[scalars.count - 3]) == mark {
                return (
                    PlanHeading.string(scalars[..<(scalars.count - 3)])
                        + PlanHeading.string(scalars[(scalars.count - 2)...]) + "します", "ご〜いたします"
                )
            }
        }
        return (rest + "します", "〜いたします")
    }

    /// お送り → 送り, お示し → 示し, behind a particle, a kanji (後日お送り) or at the beginning.
    private static func withoutHonorific(_ rest: String) -> String? {
        guard endsInStem(rest) else { return nil }
        let scalars = Array(rest.unicodeScalars)
        for length in 2...5 where scalars.count > length {
            let place = scalars.count - length - 1
            guard scalars[place] == "お" else { continue }
            guard
                place == 0 || "をにでへはも、".unicodeScalars.contains(scalars[place - 1])
                    || (0x4e00...0x9fff).contains(scalars[place - 1].value)
            else { return nil }
            return PlanHeading.string(scalars[..<place]) + PlanHeading.string(scalars[(place + 1)...])
        }
        return nil
    }

    private static func endsInStem(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return "いきぎしちにびみりえけげせてねべめれ".unicodeScalars.contains(last) && !text.ends(in: "に")
    }
}
