import JapaneseText
import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpTests {
    static func findings(
        _ text: String, _ role: Role = .member, label: String? = nil, date: String = "2024-02-21"
    ) throws -> [Finding] {
        let set = ExampleMeeting(AnalyzerExample([.init(role, text, label: label)], date: date))
        return try FollowUpAnalyzer().findings(in: set.meeting, context: AnalysisContext(for: set.meeting))
    }

    // MARK: - lexicon

    @Test func everyLineOfTheLexiconIsRead() {
        #expect(FollowUpLexicon.standard.problems == [])
    }

    @Test func idsDiffer() {
        let ids = FollowUpLexicon.standard.cues.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func everyCueThatARuleNamesIsThere() {
        let ids = FollowUpLexicon.standard.cues.map(\.id)
        #expect(FollowUpCueName.allCases.filter { !ids.contains($0.rawValue) } == [])
    }

    /// Against the forms written out: the longest that ends at a place, and of its cues the heaviest.
    @Test func theGraphOfFormsHoldsThemAll() {
        let reader = FollowUpLexiconReader(FollowUpLexicon.tailsText + FollowUpLexicon.viewsText)
        let traits = reader.cues.map(FollowUpTraits.init)
        let endings = FormEndings(reader.patterns, traits)
        for (form, cue) in reader.forms where traits[cue].speakers.contains(.member) {
            let found = form.withUnsafeBufferPointer {
                endings.longest(in: $0, endingAt: $0.count, speaker: .member)
            }
            #expect(found?.start == 0)
            #expect(found.map { traits[$0.cue].weight >= traits[cue].weight } == true)
        }
        let none = Array("ひゅう".utf8).withUnsafeBufferPointer {
            endings.longest(in: $0, endingAt: $0.count, speaker: .member)
        }
        #expect(none == nil)
    }

    @Test(arguments: FollowUpLexicon.standard.cues.filter { !$0.examples.isEmpty })
    func cueFiresInItsExamples(cue: FollowUpCue) throws {
        let roles: [Role] = [.member, .chair, .secretariat, .official]
        for example in cue.examples {
            let role = try #require(roles.first { FollowUpSpeakers($0) == example.speaker })
            // Words that set a sentence aside make no finding; that they are met is the census's.
            guard case .kind = cue.effect else { continue }
            let found = try Self.findings(example.text, role)
            #expect(
                found.first?.fields["cues"]?.split(separator: " ").contains(Substring(cue.id)) == true,
                "\(cue.id): \(example.text) → \(found.map(\.fields))")
            if case .kind(let kind) = cue.effect { #expect(found.first?.kind == kind, "\(cue.id): \(example.text)") }
        }
    }

    @Test func everyCueThatMakesAnActionHasAnExample() {
        // What is under way promises only in an answer: of it the analyzer has examples.
        let quiet: Set<String> = ["c.member", "c.underway", "c.itadaku"]
        for cue in FollowUpLexicon.standard.cues {
            guard case .kind(let kind) = cue.effect, FindingKind.actions.contains(kind) else { continue }
            #expect(!cue.examples.isEmpty || quiet.contains(cue.id), "\(cue.id)")
        }
    }

    @Test func formsAreExpanded() {
        let reader = FollowUpLexiconReader("$頂 いただ 頂\n@t tail clause * 1\n {頂}(き(たい|ます)|け)？ a?b\n")
        #expect(reader.problems == [])
        #expect(
            reader.forms.map { String(decoding: $0.bytes, as: UTF8.self) } == [
                "いただきたい？", "いただきます？", "いただけ？", "頂きたい？", "頂きます？", "頂け？", "ab", "b",
            ])
    }

    @Test(arguments: [
        "@broken", "@a unknown clause * 1", "@a tail nowhere * 1", " form before any cue", "> nobody: text",
    ])
    func brokenLinesAreNamed(line: String) {
        #expect(FollowUpLexiconReader(line).problems == [line])
    }

    // MARK: - fields

    @Test(
        arguments: [
            ("教育委員会としましては、給食の献立を見直してまいります。", Role.official, "教育委員会"),
            ("水道局では、漏水の調査を進めてまいります。", .official, "水道局"),
            ("学校には、避難の手順を確かめてほしい。", .member, "学校"),
            ("町内会と学校とで話し合っていただければと思います。", .member, "町内会と学校"),
            ("空き教室の一覧は市でまとめてもらいたい。", .member, "市"),
            ("ぜひ市にも共有していただきたい。", .member, nil),
            ("図書館を増やしてほしい。", .member, nil), ("説明会は土日にも開いてほしい。", .member, nil),
            ("開館時間を延ばしてまいります。", .official, nil),
            ("健康都市宣言市として、歩く催しを続けてまいります。", .official, nil),
            ("検討会には、若い方の声を聞く機会を設けていただきたい。", .member, nil),
            ("資料を作成いたします。", .secretariat, "事務局"),
        ] as [(String, Role, String?)])
    func ownerIsWhatTheWordsSay(text: String, role: Role, owner: String?) throws {
        let found = try #require(try Self.findings(text, role).first)
        #expect(found.fields["owner"] == owner)
    }

    @Test func labelGivesTheSideWithoutTheName() throws {
        #expect(try Self.findings("案を作成いたします。", .secretariat, label: "事務局（青木）").first?.fields["owner"] == "事務局")
        #expect(try Self.findings("案を作成いたします。", .secretariat, label: "福祉課長").first?.fields["owner"] == nil)
        #expect(try Self.findings("案を作成いたします。", .official, label: "商工観光課").first?.fields["owner"] == "商工観光課")
        #expect(try Self.findings("来月までに必ず調べます。", .member, label: "農業委員会（沢）").first?.fields["owner"] == "農業委員会")
        #expect(try Self.findings("来月までに必ず調べます。", .member, label: "長谷部").first?.fields["owner"] == nil)
        #expect(try Self.findings("案を作成いたします。", .secretariat, label: "事 務 局").first?.fields["owner"] == "事務局")
        #expect(
            try Self.findings("事務局で名簿を作成いたします。", .official, label: "商工観光課").first?.fields["owner"] == "事務局")
        #expect(
            try Self.findings("図書館で一覧を作成いたします。", .official, label: "商工観光課").first?.fields["owner"] == "商工観光課")
    }

    @Test(
        arguments: [
            ("６月末までに一覧を作成します。", "６月末まで", "2024-06-30"),
            ("今年度中に３校で試行したいと考えております。", "今年度中", "2024-03-31"),
            ("次回の委員会で資料を提出いたします。", "次回の委員会", nil),
            ("来年度に点検の回数を増やしていきます。", "来年度", "2025-03-31"),
            ("昨年度の結果を見ながら検討してまいります。", nil, nil),
            ("次回の計画改定を見据えて検討してまいります。", nil, nil),
            ("年内には結論を出したいと考えております。", "年内", "2024-12-31"),
            ("６月の中旬ぐらいから試行していきます。", "６月の中旬ぐらいから", "2024-06-20"),
            ("来年２月の委員会で報告する。", "来年２月の委員会", "2025-02-28"), ("年明けに素案をお示しいたします。", "年明け", "2025-01-31"),
            ("来年の事業として検討してまいります。", nil, nil), ("調査を９月に実施したいと考えております。", "９月", "2024-09-30"),
            ("第２次水道ビジョンの策定に当たっては、丁寧に検討してまいります。", nil, nil),
        ] as [(String, String?, String?)])
    func dueIsWhatTheWordsAttachToTheAct(text: String, words: String?, date: String?) throws {
        let found = try #require(try Self.findings(text, .secretariat).first)
        #expect(found.fields["dueText"] == words)
        #expect(found.fields["due"] == date)
    }

    @Test(arguments: [
        ("また、今後も点検の回数を増やし、結果の公表を続けてまいりたいと考えております。", Role.official, "今後も点検の回数を増やし、結果の公表を続ける"),
        ("案を作成し、委員の皆様へ送付いたします。", .secretariat, "案を作成し、委員の皆様へ送付する"),
        ("予算は厳しいと思いますが、公園の遊具は計画的に取り替えていただきたいと思います。", .member, "公園の遊具は計画的に取り替える"),
    ])
    func summaryIsTheActInItsWords(text: String, role: Role, summary: String) throws {
        #expect(try Self.findings(text, role).first?.fields["summary"] == summary)
    }

    // MARK: - spelling and hostile input

    @Test(arguments: ["続けて下さい。", "続けて頂きたいと思います。", "続けて欲しいと思います。", "続けていた\u{305F}\u{3099}きたい。", "ﾎﾟｽﾀｰを続けてほしい。"])
    func spellingsAreTheSame(text: String) throws {
        #expect(try Self.findings("見守りを" + text).map(\.kind) == [.request])
    }

    @Test func longAndOddTextIsRead() throws {
        let long = String(repeating: "と思いますので、", count: 40_000) + "続けてほしい。"
        #expect(try Self.findings(long).count == 1)
        _ = try Self.findings(String(repeating: "、", count: 100_000))
        _ = try Self.findings(String(repeating: "市と", count: 100_000) + "市とで検討していただきたい。")
        _ = try Self.findings(String(repeating: "市とで", count: 100_000) + "検討していただきたい。")
        #expect(try Self.findings("").isEmpty)
        #expect(try Self.findings("\u{0}。").isEmpty)
    }
}
