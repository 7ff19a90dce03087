import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct PlanReferenceAnalyzerTests {
    /// Two remarks under a boundary with this title; the first carries it.
    private func findings(under title: String, _ texts: [String]) throws -> [Finding] {
        var meeting = meeting(texts[0], texts[1])
        let span = meeting.remarks[0].span
        meeting.topicBoundaries = [TopicBoundary(id: "b1", remark: "m1-r1", title: title, span: span)]
        for index in meeting.remarks.indices { meeting.remarks[index].topicBoundary = "b1" }
        return try PlanReferenceAnalyzer().findings(in: meeting, context: AnalysisContext(for: meeting))
    }

    @Test(
        arguments: [
            ("基本目標３ 「ともに暮らす」より（２）声を聞く", "基本目標3（2）", "声を聞く"),
            ("重点的な取り組み （４）相談の場を広げる", "重点的な取り組み（4）", "相談の場を広げる"),
            ("施策２－１　買い物の手伝い", "施策2-1", "買い物の手伝い"), ("第２章 計画の目標", "第２章 計画の目標", nil),
        ] as [(String, String, String?)])
    func theItemOfTheBoundaryHoldsForItsRemarks(boundary: String, item: String, title: String?) throws {
        let found = try findings(under: boundary, ["説明（略）。（\(boundary)）", "よい取り組みです。続けてください。"])
        let last = try #require(found.last)
        #expect(last.remark == "m1-r2")
        #expect(last.quote == "よい取り組みです。")
        #expect(last.fields["via"] == "boundary")
        #expect(last.fields["item"] == item.replacing("２", with: "2"))
        #expect(last.fields["title"] == title)
    }

    @Test func aRemarkThatNamesTheItemItselfNeedsNoBoundary() throws {
        let found = try findings(under: "基本目標１ （２）集う", ["説明（略）。（基本目標１ （２）集う）", "（２）では、会場が足りません。"])
        #expect(found.filter { $0.remark == "m1-r1" }.map { $0.fields["via"] } == [nil])
        #expect(found.filter { $0.remark == "m1-r2" }.map { $0.fields["item"] } == ["（2）", "基本目標1（2）"])
    }

    @Test func aPlanIsKeptBesideItsItem() throws {
        let meeting = meeting("第４次計画の基本目標２が要です。")
        let found = try PlanReferenceAnalyzer().findings(in: meeting, context: AnalysisContext(for: meeting))
        #expect(found.last?.fields == ["item": "基本目標2", "plan": "第4次計画"])
        #expect(found.last?.quote == "基本目標２")
    }
}
