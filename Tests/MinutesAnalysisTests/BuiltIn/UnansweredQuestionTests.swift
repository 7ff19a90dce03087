import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct UnansweredQuestionTests {
    private typealias Turn = (role: Role, text: String)

    /// Exchanges that show a document to print answers.
    private static let answered: [Turn] = [
        (.member, "蔵書は何冊ありますか。"), (.secretariat, "四万冊です。"), (.member, "閉館の時刻はいつですか。"), (.secretariat, "午後七時です。"),
        (.member, "分館の職員は何人ですか。"), (.chair, "事務局、どうぞ。"), (.secretariat, "三人です。"), (.member, "駐車場は何台分ありますか。"),
        (.secretariat, "十二台です。"),
    ]

    private static let close: [Turn] = [(.chair, "時間ですので、次の議題に移ります。"), (.secretariat, "資料２を御説明します。")]

    private static func meeting(_ turns: [Turn], items: [Int] = []) -> Meeting {
        var item = 0
        var place = 0
        return Meeting(
            id: "m", header: MeetingHeader(id: "m"),
            remarks: turns.enumerated().map { index, turn in
                if items.contains(index) { item += 1 }
                defer { place += turn.text.utf8.count + 2 }
                return Remark(
                    id: "r\(index)", order: index + 1, label: turn.role.japaneseName, role: turn.role,
                    agenda: "a\(item)", text: turn.text,
                    span: SourceSpan(
                        start: place, end: place + turn.text.utf8.count, line: index + 1, endLine: index + 1))
            })
    }

    /// What the pipeline finds of questions left open, by itself.
    private static func open(_ meeting: Meeting) throws -> [String] {
        try AnalysisPipeline().analyze(meeting).findings
            .filter { $0.kind == .openQuestion && $0.analyzer == "questions-and-answers" }.map(\.quote)
    }

    private static func open(_ turns: [Turn]) throws -> [String] { try open(meeting(answered + turns)) }

    // MARK: - the question

    @Test(
        "A question nobody answers stays open",
        arguments: [
            ("給食の残りは、どこで処分しているのでしょうか。", "給食の残りは、どこで処分しているのでしょうか。"),
            ("国の補助は来年も続くのですか。", "国の補助は来年も続くのですか。"),
            ("漏水の件数を教えてください。", "漏水の件数を教えてください。"),
            ("法案の施行日について、政府の見解を伺います。", "法案の施行日について、政府の見解を伺います。"),
            ("古い校舎の耐震化はどの学校から始めますか。よろしくお願いします。", "古い校舎の耐震化はどの学校から始めますか。"),
            ("水質検査の結果はどこで見られますか。以上です。", "水質検査の結果はどこで見られますか。"),
            ("三年で返すという理解でよろしいでしょうか。", "三年で返すという理解でよろしいでしょうか。"),
            ("移動図書館の現状はいかがですか。", "移動図書館の現状はいかがですか。"),
            // Why it is asked stands behind it.
            ("採用の結論はいつ出るのですか。園では三月に職員を決めます。", "採用の結論はいつ出るのですか。"),
            // With the sentence before, where it names nothing itself.
            ("手すりが二本ぐらついています。いつ直りますか。", "手すりが二本ぐらついています。いつ直りますか。"),
        ])
    func question(text: String, quote: String) throws {
        #expect(try Self.open([(.member, text)] + Self.close) == [quote])
    }

    @Test func severalQuestionsOfOneTurn() throws {
        let text = "資料は読みました。検針は年に何回ありますか。料金は口座から払えますか。"
        #expect(try Self.open([(.member, text)] + Self.close) == ["検針は年に何回ありますか。", "料金は口座から払えますか。"])
    }

    @Test(
        "Views, proposals, requests, nods and what is quoted ask nothing",
        arguments: [
            "司書を増やすべきではないでしょうか。", "開館を早めてはいかがでしょうか。", "土曜にも開けるというのはどうでしょうか。", "もっと早く知らせられないのですか。",
            "水道管の図を送っていただけませんか。", "発言してもよろしいでしょうか。", "そうですか。", "これで学校は本当によいのでしょうか。",
            "住民の方から「いつ断水が終わるのか。」", "この苦労が分かりますか。", "子どもの数は今後どうなるのだろうか。", "次は、通学路をどう守るか。",
            "なぜ読まれないのですか。知られていないからです。", "工事の話は以前、課長からお聞きしたことがございます。",
        ])
    func noQuestion(text: String) throws {
        #expect(try Self.open([(.member, text)] + Self.close) == [])
    }

    @Test func onlyMembersAndTheAudienceAsk() throws {
        let asks = "断水の時間は何時間でしたか。"
        #expect(try Self.open([(.audience, asks)] + Self.close) == [asks])
        for role in [Role.chair, .viceChair, .secretariat, .official, .expert, .other] {
            #expect(try Self.open([(role, asks)] + Self.close) == [], "\(role)")
        }
    }

    @Test func whatIsOnTheListIsNotFoundTwice() throws {
        let meeting = Self.meeting(
            Self.answered + [(.member, "それを上回る根拠がどこにあるのか、次回お示しいただきたい。"), (.chair, "閉会します。")])
        let found = try AnalysisPipeline().analyze(meeting).findings.filter { $0.remark == "r9" }.map(\.kind)
        #expect(found.contains(.request) && !found.contains(.openQuestion))
    }

    // MARK: - what follows

    private static let asked: Turn = (.member, "取水口の点検は年に何回していますか。")

    @Test func theTimeForAnAnswerEnds() throws {
        let quote = [Self.asked.text]
        #expect(try Self.open([Self.asked]) == quote)
        #expect(try Self.open([Self.asked, (.chair, "ほかにございませんか。なければ、これで終わります。お疲れさまでした。")]) == quote)
        #expect(
            try Self.open([
                Self.asked, (.chair, "乙川委員。"), (.member, "井戸の数を教えてください。"), (.chair, "質疑を終わり、採決します。"),
                (.chair, "可決されました。"),
            ]) == quote + ["井戸の数を教えてください。"])
        let turns = Self.answered + [Self.asked, (.chair, "学校の耐震化です。"), (.official, "二校で工事をします。")]
        #expect(try Self.open(Self.meeting(turns, items: [10])) == quote)
        #expect(try Self.open(Self.meeting(turns)) == [])
    }

    @Test(
        "Whoever says something may have answered",
        arguments: [
            [(Role.secretariat, "四回です。")], [(.official, "資料を後でお送りします。")], [(.expert, "国では二回としています。")],
            [(.other, "四回です。")], [(.member, "毎月と聞きました。")], [(.chair, "毎月しているようです。次の議題に移ります。")],
            [(.chair, "その件は次の議題で説明があります。")], [(.chair, "次回までに事務局で調べます。次の議題に移ります。")],
            [(.chair, "ほかにございませんか。"), (.member, "草刈りの日を教えてください。"), (.secretariat, "まとめてお答えします。")],
            [(.chair, "次の議題に移ります。"), (.secretariat, "取水口の点検の写真です。")],
            [(.chair, "次の議題に移ります。"), (.secretariat, "新しい計画です。"), (.official, "先ほどのお尋ねですが、四回でした。")],
        ])
    func somebodySpeaks(turns: [(Role, String)]) throws {
        #expect(try Self.open([Self.asked] + turns + [(.chair, "これで閉会します。")]) == [])
    }

    @Test func aNoteMayStandForTheAnswer() throws {
        var meeting = Self.meeting(Self.answered + [Self.asked] + Self.close)
        let end = meeting.remarks[9].span.end
        let span = SourceSpan(start: end, end: end + 1, line: 1, endLine: 1)
        meeting.notes = [Note(text: "（午後三時 休憩）", span: span)]
        #expect(try Self.open(meeting).count == 1)
        meeting.notes = [Note(text: "→　年に四回", span: span)]
        #expect(try Self.open(meeting) == [])
        meeting.notes = []
        meeting.segments = [Segment(kind: .unknown, start: end, end: end + 1)]
        #expect(try Self.open(meeting) == [])
    }

    // MARK: - the document

    @Test func aDocumentThatPrintsNoAnswersLeavesNothingOpen() throws {
        let views: [Turn] = [
            (.member, "返却箱はどこに置くのですか。"), (.member, "夜間の窓口は続くのですか。"), (.member, "学習室の席は何席ですか。"),
        ]
        #expect(try Self.open(Self.meeting(views)) == [])
        #expect(try Self.open(Self.meeting(Array(Self.answered.prefix(2)) + [Self.asked])) == [])
        // One without an answer to two with.
        let listed: [Turn] = [(.member, "返却箱はどこに置くのですか。"), (.chair, "次の議題に移ります。")]
        #expect(try Self.open(listed + listed).count == 2)
        #expect(try Self.open(listed + listed + listed) == [])
    }

    @Test func anOpenQuestionIsExplained() throws {
        let record = try AnalysisPipeline().analyze(Self.meeting(Self.answered + [Self.asked] + Self.close))
        let finding = try #require(record.findings.first { $0.kind == .openQuestion })
        #expect(finding.fields == ["cues": "q.unanswered"] && finding.confidence == 0.6)
        let explained = try #require(QuestionAnswerAnalyzer().explanation(of: finding, in: record.meeting))
        #expect(explained.cues.map(\.id) == ["q.unanswered"])
        #expect(explained.cues.map(\.effect) == ["unanswered:moved"])
        #expect(explained.cues.map(\.words) == ["ますか"])
        #expect(explained.steps == [.weight(0.6)] && explained.owner == nil && explained.dueRule == nil)
        let answer = try #require(record.findings.first { $0.kind == .answer })
        #expect(QuestionAnswerAnalyzer().explanation(of: answer, in: record.meeting) == nil)
        // Answered in the document as it is now.
        let corrected = Self.meeting(Self.answered + [Self.asked, (.secretariat, "四回です。")])
        #expect(QuestionAnswerAnalyzer().explanation(of: finding, in: corrected) == nil)
    }
}
