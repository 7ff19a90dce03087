import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct QuestionWalkTests {
    /// `answer←question` for each pair, remarks counted from 1.
    private func pairs(_ turns: [(Role, String)], boundaryAt boundary: Int? = nil) -> [String] {
        var meeting = Meeting(
            id: "m", header: MeetingHeader(id: "m"),
            remarks: turns.enumerated().map { index, turn in
                Remark(
                    id: "r\(index + 1)", order: index + 1, label: turn.0.japaneseName, role: turn.0, text: turn.1,
                    span: SourceSpan(start: 0, end: turn.1.utf8.count, line: index + 1, endLine: index + 1))
            })
        if let boundary {
            let remark = meeting.remarks[boundary - 1]
            meeting.topicBoundaries = [TopicBoundary(id: "b", remark: remark.id, title: "次", span: remark.span)]
        }
        var walk = QuestionWalk(meeting, AnalysisContext(for: meeting))
        walk.run()
        return walk.pairs.map { "\($0.answer + 1)←\($0.question + 1)" }
    }

    @Test func severalOfficialsAnswerOneQuestion() {
        let found = pairs([
            (.member, "園庭の開放と予算について、それぞれお尋ねします。"), (.chair, "市長。"), (.official, "開放を進めます。"), (.chair, "財政部長。"),
            (.official, "予算は二百万円です。"), (.member, "ありがとうございました。"), (.chair, "福祉部長。"), (.official, "資料を配ります。"),
        ])
        #expect(found == ["3←1", "5←1"])
    }

    @Test func oneAnswerServesTwoQuestions() {
        #expect(
            pairs([
                (.member, "参加費はいくらですか。"), (.member, "定員も教えてください。"), (.secretariat, "五百円で、定員は二十名です。"),
            ]) == ["3←1", "3←2"])
    }

    @Test func aQuestionAtTheEndOfALongRemarkCounts() {
        let long = String(repeating: "会場まで遠いという声があります。", count: 40) + "送迎はありますか。"
        #expect(pairs([(.member, long), (.secretariat, "あります。")]) == ["2←1"])
    }

    @Test func aNewTopicEndsTheExchange() {
        let turns: [(Role, String)] = [(.member, "費用はどのくらいですか。"), (.secretariat, "説明（略）。（（２）見守り）")]
        #expect(pairs(turns, boundaryAt: 2) == [])
        #expect(pairs([(.member, "費用はどのくらいですか。"), (.secretariat, "資料２をご覧ください。")]) == ["2←1"])
    }

    @Test func aCommentOfAnotherMemberDoesNotAnswer() {
        #expect(pairs([(.member, "費用はどのくらいですか。"), (.member, "私も賛成です。"), (.secretariat, "三万円です。")]) == ["3←1"])
        #expect(
            pairs([
                (.member, "費用はどのくらいですか。"), (.secretariat, "三万円です。"), (.member, "私も賛成です。"), (.secretariat, "どうも。"),
            ]) == ["2←1"])
    }

    @Test func questionsWithoutAnswersDoNotPileUp() {
        let turns = Array(repeating: (Role.member, "費用はどのくらいですか。"), count: 500) + [(.secretariat, "三万円です。")]
        #expect(pairs(turns).count == 8)
    }

    @Test func anyRemarkMayBeEmpty() { #expect(pairs([(.member, ""), (.chair, ""), (.secretariat, "")]) == []) }
}
