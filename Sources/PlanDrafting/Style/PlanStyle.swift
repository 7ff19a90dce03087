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
        let (clause, wasCut) = MainClause.of(SpokenOpening.removed(from: sentence))
        let text = SpokenOpening.removed(from: clause)
        guard wasCut || !MainClause.pointsBack(text) else { return quotation(quote, rule: "前の文を指す") }
        guard let wording = written(text, kind: kind, role: role), isClean(wording.text) else {
            return quotation(quote, rule: "引用")
        }
        return wording
    }

    private static func written(_ text: String, kind: FindingKind, role: Role) -> PlanWording? {
        let peeled = SpokenHedge.peel(text)
        let clause = withoutUrging(peeled.clause)
        let isDeed = kind == .commitment || kind == .request || kind == .planInput || kind == .decision
        if let wish = SpokenWish.action(of: clause), isDeed || kind == .opinion && wish.rule != "〜たい" {
            return PlanWording(text: wish.text + "。", form: .action, rule: wish.rule)
        }
        if let statement = SpokenStatement.written(clause) ?? view(clause, peeled) {
            return PlanWording(text: statement.text + "。", form: .statement, rule: statement.rule)
        }
        if isDeed, !peeled.wasView, let promise = SpokenPromise.plain(clause) {
            return kind == .request ? nil : PlanWording(text: promise.text + "。", form: .action, rule: promise.rule)
        }
        guard kind == .opinion || kind == .issue else { return nil }
        if !peeled.wasView {
            let isStatement = clause.ends(in: "ます") || clause.ends(in: "です") || clause.ends(in: "ません")
            return isStatement && kind == .issue ? PlanWording(text: clause + "。", form: .statement, rule: "そのまま") : nil
        }
        guard role != .secretariat, role != .official, !clause.ends(in: "たい") else { return nil }
        let doubt = peeled.wasTentative ? "のではないか" : ""
        let joint =
            peeled.wasTentative && (clause.ends(in: "だ") || clause.ends(in: "な"))
            ? String(clause.dropLast()) + "な" : clause
        return PlanWording(text: joint + doubt + "との意見がありました。", form: .report, rule: "〜との意見")
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
        var text = clause
        for word in ["、ぜひ、", "、ぜひ", "、是非、", "、是非"] where text.contains(word) {
            text = text.split(separator: word, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: "、")
        }
        return text
    }

    /// Without blanks at both ends and the full stop.
    private static func trimmed(_ quote: String) -> String {
        var scalars = Array(quote.unicodeScalars)[...]
        while let first = scalars.first, PlanHeading.isBlank(first) || first == "\n" { scalars = scalars.dropFirst() }
        while let last = scalars.last, PlanHeading.isBlank(last) || last == "\n" || last == "。" || last == "．" {
            scalars = scalars.dropLast()
        }
        return PlanHeading.string(scalars)
    }

    /// Several sentences, questions, negated wishes, and what others are reported to have said.
    private static func isBeyondRules(_ sentence: String) -> Bool {
        if sentence.unicodeScalars.count > 400 || sentence.contains("。") || sentence.contains("\n") { return true }
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

    private static func quotation(_ quote: String, rule: String) -> PlanWording {
        PlanWording(text: "「" + trimmed(quote) + (quote.contains("。") ? "。" : "") + "」", form: .quotation, rule: rule)
    }

    private static let reported = [
        "という意見", "との意見", "というご意見", "とのご意見", "という声", "との声", "というお声", "という話を", "と言われ", "といわれ", "と聞い", "と聞き", "と伺",
        "とのこと", "という要望", "との要望", "というご要望", "という指摘", "との指摘", "とおっしゃ", "と仰", "そうです", "らしい", "と言って", "という提案",
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

    private static let spokenMarks = [
        "私", "自分", "我々", "われわれ", "うちの", "仰", "おっしゃ", "いただ", "頂", "くださ", "ですよ", "ですね", "んです", "ちゃっ", "ちゃう", "なんか", "かなと",
        "けど", "けれど", "ませんか", "でしょう", "かもしれ", "ございま", "申し訳", "ありがと", "存じ", "恐れ入", "お願い", "もらって", "と思います", "と思いま", "と思っ",
        "ちょっと",
        "先ほど", "お話", "ご説明", "てあげ", "てくれ",
    ]
}
