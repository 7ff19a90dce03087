import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct ResponseAnalyzerTests {
    private static func responses(_ turns: [AnalyzerExample.Turn]) throws -> [Finding] {
        let meeting = ExampleMeeting(AnalyzerExample(turns)).meeting
        return try AnalysisPipeline().analyze(meeting).findings.filter { $0.kind == .response }
    }

    @Test(
        arguments: [
            ("図書館の開館時間については、来年度に向けて検討してまいります。", .considering), ("承知しました。", .accepted),
            ("開館時間の延長は、人員の面から困難でございます。", .difficult), ("開館時間は、条例で午後七時までとしております。", .explained),
            ("直ちには難しいところもございますが、研究してまいります。", .considering),
        ] as [(String, ResponseStance)])
    func stanceOfTheAnswer(answer: String, stance: ResponseStance) throws {
        let found = try Self.responses([
            .init(.member, "図書館の開館時間を延ばしていただきたい。"), .init(.chair, "図書館長。"), .init(.official, answer),
        ])
        #expect(found.map { $0.fields["stance"] } == [stance.rawValue], "\(answer)")
        #expect(found.first?.remark == "r3")
    }

    @Test func theListShowsTheStance() throws {
        let meeting = ExampleMeeting(
            AnalyzerExample([
                .init(.member, "図書館の開館時間を延ばしていただきたい。"), .init(.official, "承知しました。"),
                .init(.member, "公園の水飲み場も直していただきたい。"),
            ])
        ).meeting
        let list = ActionList(meetings: [try AnalysisPipeline().analyze(meeting)], reviews: [])
        #expect(
            list.items.filter { $0.type == .request }.map(\.response) == [
                ActionItem.Response(stance: .accepted, quote: "承知しました。"), ActionItem.Response(stance: .unanswered),
            ])
    }

    /// Somebody of the other side speaks later, but of something else: neither answered nor unanswered.
    @Test func doubtGivesNothing() throws {
        let found = try Self.responses([
            .init(.member, "図書館の開館時間を延ばしていただきたい。"), .init(.member, "公園の水飲み場も直していただきたい。"),
            .init(.official, "次回の日程は後日お知らせいたします。"),
        ])
        #expect(found.isEmpty)
    }

    /// The words of the request are those of another member's matter in between, and the answer is to him.
    @Test func theAnswerIsToTheOneWhoSpokeLast() throws {
        let answer = "農業委員会の役割は、部会で整理してまいります。"
        let others = "農業委員会の役割と土地改良区の役割が重なっていて、話が進みません。"
        #expect(
            try Self.responses([
                .init(.member, "冊子は、農業委員会の皆さんと作っていただきたい。"), .init(.member, others), .init(.official, answer),
            ]).isEmpty)
        // One who agrees speaks of the same.
        let agreed = try Self.responses([
            .init(.member, "農業委員会の役割を整理していただきたい。"), .init(.member, "私も同じ考えです。" + others), .init(.official, answer),
        ])
        #expect(
            agreed.map { $0.fields["stance"] } == ["considering"] || agreed.map { $0.fields["stance"] } == ["accepted"])
    }

    @Test func manyRequestsAreRead() throws {
        let asks = String(repeating: "図書館の開館時間を延ばしていただきたい。", count: 300)
        let found = try Self.responses([.init(.member, asks), .init(.official, "図書館の開館時間の延長を検討してまいります。")])
        #expect(found.count == 300)
    }
}
