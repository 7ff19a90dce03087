import Foundation
import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpEvaluationTests {
    static let heading = "number\tkind\towner\tdue\treaders\tspeaker\tsentence\n"

    /// A meeting whose remarks the real analyzer reads.
    static func meeting(_ turns: [AnalyzerExample.Turn]) throws -> AnalyzedMeeting {
        let set = ExampleMeeting(AnalyzerExample(turns))
        let findings = try FollowUpAnalyzer().findings(in: set.meeting, context: AnalysisContext(for: set.meeting))
        return AnalyzedMeeting(meeting: set.meeting, findings: findings)
    }

    @Test func hitsFalseAlarmsAndMissesAreCounted() throws {
        let analyzed = try Self.meeting([
            .init(.member, "プールの水を止めないでほしい。図書室の本を増やしてほしい。体育館は暑い。"),
            .init(.secretariat, "８月末までに水質の表を作成します。屋根の修繕も進めてまいります。"),
        ])
        let gold =
            Self.heading + """
                1\trequest\t\t\tagreed\t委員\tプールの水を止めないでほしい。
                3\trequest\t\t\tagreed\t委員\t体育館は暑い。
                4\tcommitment\t事務局\t８月末\tagreed\t事務局\t８月末までに水質の表を作成します。
                5\trequest\t\t\tagreed\t事務局\t屋根の修繕も進めてまいります。
                """
        let report = FollowUpEvaluation.evaluate(meeting: analyzed, gold: gold)
        #expect((report.detection.hits, report.detection.falseAlarms, report.detection.misses) == (3, 1, 1))
        #expect((report.strict.hits, report.strict.falseAlarms, report.strict.misses) == (2, 2, 2))
        #expect(report.kinds["request"]?.hits == 1 && report.kinds["request"]?.misses == 2)
        #expect(report.owner.right == 1 && report.owner.invented == 1)
        #expect(report.due.wrong == 1)
        #expect(report.otherKind.count == 1)
        #expect(report.falseAlarms.map(\.sentence) == ["図書室の本を増やしてほしい。"])
        #expect(report.misses.map(\.sentence) == ["体育館は暑い。"])
        #expect(report.detection.precision == 0.75)
    }

    @Test func splitRowsCountNeitherWay() throws {
        let analyzed = try Self.meeting([.init(.member, "プールの水を止めないでほしい。体育館は暑い。")])
        let gold =
            Self.heading + """
                1\trequest\t\t\tsplit\t委員\tプールの水を止めないでほしい。
                2\trequest\t\t\tsplit\t委員\t体育館は暑い。
                """
        let report = FollowUpEvaluation.evaluate(meeting: analyzed, gold: gold)
        #expect(report.detection == FollowUpEvaluation.Score())
        #expect(report.splitRows == 2)
    }

    @Test func findingsBehindTheLastRowAreNotScored() throws {
        let analyzed = try Self.meeting([.init(.member, "プールの水を止めないでほしい。本を増やしてほしい。")])
        let gold = Self.heading + "1\trequest\t\t\tagreed\t委員\tプールの水を止めないでほしい。"
        let report = FollowUpEvaluation.evaluate(meeting: analyzed, gold: gold)
        #expect(report.detection.falseAlarms == 0)
        #expect(report.findingsBeyond == 1)
    }

    @Test func widthsBlanksAndFurnitureDoNotHideASentence() throws {
        let analyzed = try Self.meeting([
            .init(.member, "第３小学校のプールは、夏休みのあいだも水を止めないで使えるようにしてほしい。第３小学校のプールは、夏休みのあいだも水を止めないでほしい。")
        ])
        let gold =
            Self.heading + """
                1\trequest\t\t\tagreed\t委員\t第 3 小学校のプールは、夏休みのあいだも水を止めない印刷画面で使えるようにしてほしい。
                2\trequest\t\t\tagreed\t委員\t第3小学校のプールは、夏休みのあいだも水を止めないでほしい。
                3\trequest\t\t\tagreed\t委員\tこの文はどこにもない。
                """
        let report = FollowUpEvaluation.evaluate(meeting: analyzed, gold: gold)
        #expect(report.detection.hits == 2)
        #expect(report.lostRows == ["3"])
        #expect(report.detection.misses == 1)
    }

    @Test func reportIsReadableAndItsJSONComesBack() throws {
        let analyzed = try Self.meeting([.init(.member, "プールの水を止めないでほしい。")])
        let report = FollowUpEvaluation.evaluate(
            meeting: analyzed, gold: Self.heading + "1\trequest\t\t\tagreed\t委員\tプールの水を止めないでほしい。\nbroken line\n")
        #expect(report.text.contains("対応が必要な文か（５種）"))
        #expect(report.text.contains("1.000"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(report)
        #expect(try JSONDecoder().decode(FollowUpEvaluation.self, from: data) == report)
        #expect(String(decoding: data, as: UTF8.self).contains("\"f1\":1"))
    }
}
