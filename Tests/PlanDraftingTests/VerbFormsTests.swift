import Testing

@testable import PlanDrafting

struct VerbFormsTests {
    @Test(
        "て-forms of every class",
        arguments: [
            ("検討して", "検討します"), ("話して", "話します"), ("書いて", "書きます"), ("防いで", "防ぎます"), ("持って", "持ちます"), ("使って", "使います"),
            ("配って", "配ります"), ("学んで", "学びます"), ("取り組んで", "取り組みます"), ("続けて", "続けます"), ("感じて", "感じます"), ("見て", "見ます"),
            ("来て", "来ます"), ("できて", "できます"), ("用いて", "用います"), ("広がって", "広がります"), ("増えて", "増えます"), ("支え合って", "支え合います"),
            ("進んでいって", "進んでいきます"), ("続いていて", "続いています"), ("なって", "なります"), ("を行って", "を行います"),
        ])
    func te(form: String, polite: String) { #expect(VerbForms.polite(te: form) == polite) }

    @Test(
        "Dictionary forms of every class",
        arguments: [
            ("検討する", "検討します"), ("書く", "書きます"), ("防ぐ", "防ぎます"), ("話す", "話します"), ("持つ", "持ちます"), ("学ぶ", "学びます"),
            ("読む", "読みます"),
            ("使う", "使います"), ("配る", "配ります"), ("知る", "知ります"), ("続ける", "続けます"), ("見る", "見ます"), ("できる", "できます"),
            ("ある", "あります"),
            ("している", "しています"), ("つくる", "つくります"), ("出てくる", "出てきます"), ("入る", "入ります"),
        ])
    func dictionary(form: String, polite: String) { #expect(VerbForms.polite(dictionary: form) == polite) }

    @Test("What the tables do not decide is left alone", arguments: ["に行って", "しないで", "強くて", "よんで"])
    func undecided(te: String) { #expect(VerbForms.polite(te: te) == nil) }

    @Test("No dictionary form of an adjective or a past", arguments: ["難しい", "した", "大事だ"])
    func noVerb(form: String) { #expect(VerbForms.polite(dictionary: form) == nil) }

    @Test(
        "て-form to dictionary form",
        arguments: [
            ("して", nil), ("検討して", "検討する"), ("残して", "残す"), ("おいて", "おく"), ("使って", "使う"), ("続けて", "続ける"), ("学んで", "学ぶ"),
        ] as [(String, String?)])
    func teToDictionary(te: String, dictionary: String?) { #expect(VerbForms.dictionary(te: te) == dictionary) }
}
