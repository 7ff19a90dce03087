import MinutesModel

/// Writes a spoken sentence as a plan would put it, where the rules are sure; else the quote stands.
///
/// Openings, hedges and politeness go, wishes and promises take the plain future form, what ought to be is stated.
/// Nothing is added that was not said. Questions, negated wishes, and what others are reported to have said stay
/// quotes, and so does every sentence in which a rule would have to guess.
public enum PlanStyle {
    /// - Parameters:
    ///   - quote: one sentence, verbatim.
    ///   - kind: what the sentence is; an issue or opinion may be told as a view, a request may not.
    ///   - role: who spoke.
    public static func wording(of quote: String, kind: FindingKind, role: Role) -> PlanWording {
        let sentence = trimmed(quote)
        guard !sentence.isEmpty, !isBeyondRules(sentence) else { return quotation(quote, rule: "引用") }
        for candidate in MainClause.candidates(SpokenOpening.removed(from: sentence)) {
            let text = SpokenOpening.removed(from: candidate.text)
            guard !MainClause.leansOnContext(text),
                var wording = written(text, candidate.wasCut, kind: kind, role: role)
            else {
                continue
            }
            wording.text = Humility.removed(from: wording.text)
            if isClean(wording.text), !isRequestToSomebody(wording, kind) { return wording }
        }
        return quotation(quote, rule: "引用")
    }

    /// What was said, short, for 意見の要旨: openings and 〜と思います gone, the wish left in the speaker's words.
    public static func gist(of quote: String) -> String {
        let sentence = trimmed(quote)
        guard !sentence.holds("。"), !sentence.holds("\n") else { return sentence + "。" }
        let opened = SpokenOpening.removed(from: sentence)
        let candidates = MainClause.candidates(opened).filter { !MainClause.leansOnContext($0.text) }
        let text = candidates.first?.text ?? opened
        let said = SpokenHedge.peel(text).asSaid
        return (isBroken(said) ? text : said) + (sentence.ends(in: "？") || sentence.ends(in: "?") ? "" : "。")
    }

    /// Whether it ends in the middle: 〜ていただければ.
    private static func isBroken(_ said: String) -> Bool { ["ば", "ら", "と", "が", "ので"].contains(where: said.ends) }

    /// Whether a sentence needs the one before it to be understood.
    static func leansOnContext(_ quote: String) -> Bool {
        MainClause.leansOnContext(SpokenOpening.removed(from: trimmed(quote)))
    }

    private static func written(_ text: String, _ wasCut: Bool, kind: FindingKind, role: Role) -> PlanWording? {
        let peeled = SpokenHedge.peel(text)
        let clause = withoutUrging(peeled.clause)
        let isDeed = kind == .commitment || kind == .request || kind == .planInput || kind == .decision
        if let wish = SpokenWish.action(of: clause), isDeed || kind == .opinion && !wish.rule.ends(in: "たい") {
            return namesItsMatter(wish.text) ? PlanWording(text: wish.text + "。", form: .action, rule: wish.rule) : nil
        }
        if let statement = SpokenStatement.written(clause) ?? view(clause, peeled) {
            return PlanWording(text: statement.text + "。", form: .statement, rule: statement.rule)
        }
        if isDeed, kind != .request, !peeled.wasView, let promise = SpokenPromise.plain(clause) {
            return namesItsMatter(promise.text)
                ? PlanWording(text: promise.text + "。", form: .action, rule: promise.rule) : nil
        }
        guard kind == .opinion || kind == .issue || kind == .planInput else { return nil }
        if !peeled.wasView {
            let isStatement =
                ["ます", "です", "ません"].contains(where: clause.ends) && !feelings.contains(where: clause.ends)
            return isStatement && kind == .issue && !wasCut
                ? PlanWording(text: clause + "。", form: .statement, rule: "そのまま") : nil
        }
        guard role != .secretariat, role != .official, !isBroken(peeled.asSaid), !peeled.asSaid.ends(in: "たい") else {
            return nil
        }
        return PlanWording(text: peeled.asSaid + "との意見がありました。", form: .report, rule: "〜との意見")
    }

    /// Whether a deed says what it is about behind its reason: 引き続き進めます alone does not.
    private static func namesItsMatter(_ deed: String) -> Bool {
        let parts = deed.split(separator: "ため、", omittingEmptySubsequences: false)
        return String(parts.last ?? "").holds(anyOf: ["を", "は", "に", "が", "も", "へ", "と", "で", "よう"])
    }

    /// A request in which somebody else's help is asked for in passing: who does what would turn around.
    private static func isRequestToSomebody(_ wording: PlanWording, _ kind: FindingKind) -> Bool {
        kind == .request && wording.form == .action && wording.text.holds("てもら")
    }

    /// 大事な視点だ: a noun that a judging word stands before.
    private static func view(_ clause: String, _ peeled: SpokenHedge.Peeled) -> (text: String, rule: String)? {
        guard peeled.wasView, let noun = clause.before("だ") else { return nil }
        let tail = String(String.UnicodeScalarView(noun.unicodeScalars.suffix(14)))
        guard tail.holds(anyOf: ["大事な", "大切な", "重要な", "必要な", "有効な", "不可欠な"]) else { return nil }
        return (noun + "です", "〜大事な〜です")
    }

    /// ぜひ inside a wish.
    private static func withoutUrging(_ clause: String) -> String {
        guard clause.holds("ぜひ") || clause.holds("是非") else { return clause }
        return ["、ぜひ、", "、ぜひ", "、是非、", "、是非"].reduce(clause) { $0.replacing(every: $1, by: "、") }
    }

    /// Without blanks at both ends.
    private static func withoutBlanks(_ quote: String) -> String {
        var scalars = Array(quote.unicodeScalars)[...]
        while let first = scalars.first, PlanHeading.isBlank(first) || first == "\n" { scalars = scalars.dropFirst() }
        while let last = scalars.last, PlanHeading.isBlank(last) || last == "\n" { scalars = scalars.dropLast() }
        return PlanHeading.string(scalars)
    }

    /// Without blanks, the full stop, and the ね and よ of speech at the end.
    private static func trimmed(_ quote: String) -> String {
        var text = withoutBlanks(quote)
        while let rest = text.before(anyOf: ["。", "．"]) { text = rest }
        return ["ますね", "ですね", "ますよ", "ですよ", "ますよね", "ですよね"].contains(where: text.ends)
            ? text.before(anyOf: ["ね", "よ", "よね"]) ?? text : text
    }

    /// Several sentences, questions, negated wishes, and what others are reported to have said.
    private static func isBeyondRules(_ sentence: String) -> Bool {
        if sentence.unicodeScalars.count > 400 || sentence.holds("。") || sentence.holds("\n") { return true }
        if sentence.ends(in: "？") || sentence.ends(in: "?") { return true }
        if sentence.holds(anyOf: reported) || sentence.holds(anyOf: negatedWishes) || sentence.holdsNegatedTe {
            return true
        }
        guard sentence.ends(in: "か") || sentence.ends(in: "かね") || sentence.ends(in: "かな") else { return false }
        return !askingWishes.contains(where: sentence.ends)
    }

    /// Words that show that the text is still speech, points at somebody, or belongs to a speaker.
    private static func isClean(_ text: String) -> Bool { !outsideBrackets(text).holds(anyOf: spokenMarks) }

    private static func outsideBrackets(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "「" || scalar == "『" { depth += 1 }
            if depth == 0 { result.append(scalar) }
            if scalar == "」" || scalar == "』" { depth = max(0, depth - 1) }
        }
        return String(result)
    }

    /// The words as they were said, to the last.
    private static func quotation(_ quote: String, rule: String) -> PlanWording {
        PlanWording(text: "「" + withoutBlanks(quote) + "」", form: .quotation, rule: rule)
    }

    private static let reported = [
        "という意見", "との意見", "というご意見", "とのご意見", "という声", "との声", "というお声", "という話を", "と言われ", "といわれ", "と聞い", "と聞き", "と伺",
        "とのこと", "ようです", "という要望", "との要望", "というご要望", "という指摘", "との指摘", "とおっしゃ", "と仰", "そうです", "らしい", "と言って", "という提案",
    ]

    private static let negatedWishes = [
        "てほしくな", "て欲しくな", "てもらいたくな", "ていただきたくな", "なくてもよい",
        "なくてもいい", "なくても良い", "たくない", "たくあり", "べきではな", "べきではあり", "必要はな", "必要はあり", "必要はない", "必要はありません", "わけではあり",
        "とは思いません", "と思いません", "とは思わな", "とは考えていません", "ほうがよいとは", "てはいけな", "てはならな",
    ]

    private static let askingWishes = [
        "てはどうか", "てはどうでしょうか", "てはいかがでしょうか", "てはいかがか", "てみてはどうか", "ではないか", "ではないでしょうか", "ていただけないか", "ていただけないでしょうか",
        "てもらえないか", "てもらえないでしょうか", "ていただけませんか", "てもらえませんか",
    ]

    /// Endings of a sentence about the speaker's own mind.
    private static let feelings = [
        "感じています", "感じます", "思っています", "わかります", "わかっています", "わかってはいます", "分かります", "分かっています", "心配です", "記憶しています",
        "実感しています", "驚きました", "うれしいです", "嬉しいです", "残念です",
    ]

    private static let spokenMarks = [
        "私", "自分", "我々", "われわれ", "うちの", "仰", "おっしゃ", "いただ", "頂", "くださ", "ですよ", "ですね", "ですよね", "んです", "ちゃっ", "ちゃう",
        "なんか", "かなと",
        "けど", "けれど", "ませんか", "でしょう", "かもしれ", "ございま", "申し訳", "ありがと", "存じ", "恐れ入", "お願い", "と思います", "と思いま", "と思って", "なと思",
        "ちょっと",
        "先ほど", "お話", "ご説明", "てあげ", "記憶して", "いらっしゃ",
    ]
}
