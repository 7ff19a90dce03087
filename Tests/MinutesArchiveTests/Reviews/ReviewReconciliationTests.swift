import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct ReviewReconciliationTests {
    private let old = InventedMeeting()

    @Test func aDecisionWhoseFindingIsThereStays() {
        let result = ReviewReconciliation([old.review()], meetings: [old.analyzed])
        #expect(result.attached == [old.review()])
        #expect(result.restored.isEmpty && result.orphans.isEmpty && result.diagnostics.isEmpty)
    }

    @Test func itFollowsTheSameQuoteToANewRemark() throws {
        var new = old.analyzed
        new.meeting.remarks[0].id = "m1-r9"
        let analyzer = AnalyzerIdentity(id: "follow-ups", version: 2)
        new.findings = [
            try #require(Finding(.request, analyzer: analyzer, in: new.meeting.remarks[0], range: 0..<48)),
            try #require(Finding(.commitment, analyzer: analyzer, in: new.meeting.remarks[1], range: 0..<12)),
        ]
        let result = ReviewReconciliation([old.review(0), old.review(1)], meetings: [new])
        #expect(result.attached.map(\.item) == new.findings.map(\.id))
        #expect(result.attached[0].remark == "m1-r9")
        #expect(result.attached[0].status == .done)
        #expect(result.diagnostics.isEmpty)
    }

    @Test func spellingsThatFoldAlikeAreTheSameQuote() {
        let new = InventedMeeting(answer: "9月までに調べます。")
        let fold: (String) -> String = { $0.replacing("９", with: "9") }
        let result = ReviewReconciliation([old.review(1)], meetings: [new.analyzed], fold: fold)
        #expect(result.attached.map(\.item) == [new.analyzed.findings[1].id])
        #expect(ReviewReconciliation([old.review(1)], meetings: [new.analyzed]).orphans == [old.review(1)])
    }

    @Test func aFindingNobodyMakesAnyMoreIsMadeAgain() throws {
        var new = old.analyzed
        new.findings = []
        let result = ReviewReconciliation([old.review(0), old.review(0, status: .open)], meetings: [new])
        let finding = try #require(result.restored["m1"]?.first)
        #expect(result.restored["m1"]?.count == 1)
        #expect(finding.quote == old.review().quote)
        #expect(finding.kind == .request)
        #expect(result.attached.map(\.item) == [finding.id, finding.id])
    }

    @Test func whatIsGoneIsAnOrphanAndReported() {
        let new = InventedMeeting(request: "街灯を増やしてください。")
        let result = ReviewReconciliation([old.review(0)], meetings: [new.analyzed])
        #expect(result.orphans == [old.review(0)])
        #expect(result.attached.isEmpty)
        #expect(result.diagnostics.map(\.code) == ["reviews.orphan"])
    }

    @Test func aMeetingWithANewIDIsFoundByTheQuote() {
        let renamed = InventedMeeting(id: "m7")
        let result = ReviewReconciliation([old.review(0)], meetings: [renamed.analyzed])
        #expect(result.attached.map(\.meeting) == ["m7"])
        // Two meetings that say the same: nobody knows which, so neither.
        let both = [renamed.analyzed, InventedMeeting(id: "m8").analyzed]
        #expect(ReviewReconciliation([old.review(0)], meetings: both).orphans.count == 1)
    }
}
