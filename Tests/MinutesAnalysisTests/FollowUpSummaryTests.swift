import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpSummaryTests {
    @Test(
        arguments: [
            ("漏水の多い地区は、計画より早く更新していただきたいと思います。", .member, "漏水の多い地区は、計画より早く更新する"),
            ("配水池の見学会をぜひ続けてほしい。", .member, "配水池の見学会をぜひ続ける"),
            ("通学路の標識を増やしてもらえるとありがたいです。", .member, "通学路の標識を増やす"),
            ("図書室の本を各学級にも置いてください。", .member, "図書室の本を各学級にも置く"),
            ("工事の図面は、事前にお送りください。", .member, "工事の図面は、事前に送る"),
            ("給食の献立についても御検討いただければと思います。", .member, "給食の献立についても検討する"),
            ("回覧板を使って知らせてみてはどうでしょうか。", .member, "回覧板を使って知らせる"),
            ("学校の門を広げられないでしょうか。", .member, "学校の門を広げる"),
            ("相談の時間を夜まで延長できないものでしょうか。", .member, "相談の時間を夜まで延長する"),
            ("予約の締切りを見直すことはできませんか。", .member, "予約の締切りを見直す"),
            ("水質検査の結果の公表をお願いしたい。", .member, "水質検査の結果の公表"),
            ("補聴器の助成を早期に始めていただくよう強く求めて、質問を終わります。", .member, "補聴器の助成を早期に始める"),
            ("給水車の台数を増やしていただきたい、このことを強く求めておきます。", .member, "給水車の台数を増やす"),
            ("議事録は翌月までに公開されたい。", .member, "議事録は翌月までに公開する"),
            ("夜間の窓口を試行的に設けさせていただきます。", .secretariat, "夜間の窓口を試行的に設ける"),
            ("報告書の案は、来週、委員の皆様にお示しいたします。", .secretariat, "報告書の案は、来週、委員の皆様に示す"),
            ("老朽化した校舎の改修に計画的に取り組んでまいります。", .official, "老朽化した校舎の改修に計画的に取り組む"),
            ("今後も保護者の皆様への説明を行ってまいりたいと考えております。", .official, "今後も保護者の皆様への説明を行う"),
            ("浄水場の統合は、地元の理解を得ながら進めていく所存でございます。", .official, "浄水場の統合は、地元の理解を得ながら進める"),
            ("様式をそろえ、学年ごとに比べられるようにいたします。", .secretariat, "様式をそろえ、学年ごとに比べられるようにする"),
            ("異議なしと認め、修正案は原案のとおり決定いたします。", .chair, "修正案は原案のとおり決定"),
            // Two verbs are written so: the end stays.
            ("点検の担当を外部の事業者にもかっていただきたい。", .member, "点検の担当を外部の事業者にもかっていただきたい"),
        ] as [(String, Role, String)])
    func actsInTheirDictionaryForm(text: String, role: Role, summary: String) throws {
        #expect(try FollowUpTests.findings(text, role).first?.fields["summary"] == summary)
    }

    @Test(
        arguments: [
            ("続け", false, "続ける"), ("送付し", false, "送付する"), ("示し", false, "示す"), ("増やし", false, "増やす"),
            ("見直し", false, "見直す"),
            ("を使っ", false, "を使う"), ("に持っ", false, "に持つ"), ("を作っ", false, "を作る"), ("を行っ", false, "を行う"),
            ("に行っ", false, nil),
            ("書い", false, "書く"), ("用い", false, "用いる"), ("急い", true, "急ぐ"), ("組ん", true, "組む"), ("選ん", true, "選ぶ"),
            ("しまっ", false, "しまう"),
            ("深まっ", false, "深まる"), ("進めていっ", false, "進める"), ("", false, nil),
        ] as [(String, Bool, String?)])
    func verbsBehindTe(stem: String, voiced: Bool, verb: String?) {
        #expect(PlainForm.ofTe(stem, voiced: voiced) == verb, "\(stem)")
    }

    @Test(arguments: [
        ("続け", "続ける"), ("開き", "開く"), ("お送りし", "送る"), ("お示しいたし", "示す"), ("御報告し", "報告する"), ("取り組み", "取り組む"),
        ("起き", "起きる"),
        ("公表いたし", "公表する"), ("図り", "図る"), ("講じ", "講じる"), ("増やし", "増やす"),
    ])
    func verbsBeforeMasu(stem: String, verb: String) {
        #expect(PlainForm.ofContinuative(stem) == verb)
    }

    /// Nothing in a summary but the words of the sentence, the end of its verb apart.
    @Test(arguments: FollowUpExamples.all.matching.map { $0.turns[0] })
    func summariesAreCutFromTheSentence(turn: AnalyzerExample.Turn) throws {
        let text = turn.text.filter { $0 != "↓" }
        for finding in try FollowUpTests.findings(text, turn.role) {
            guard let summary = finding.fields["summary"] else { continue }
            let body = summary.dropLast(3).filter { $0 != "御" }
            #expect(finding.quote.filter { $0 != "御" }.contains(body), "\(summary)")
        }
    }
}
