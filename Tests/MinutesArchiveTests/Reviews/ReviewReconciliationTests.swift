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
        #expect(finding.id == old.review().item, "it keeps its id, for calendars and links")
        #expect(result.diagnostics.map(\.code) == ["reviews.kept"])
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

    @Test func whatAnalyzersSeeOtherwiseNowIsSaid() throws {
        var review = old.review(1)
        review.seen = Review.Seen(summary: "調べる", owner: "福祉課", due: .init(text: "９月まで", date: "2024-09-30"))
        var new = old.analyzed
        new.findings[1].fields = ["summary": "調べる", "owner": "事務局", "dueText": "９月まで", "due": "2024-09-30"]
        let result = ReviewReconciliation([review], meetings: [new])
        #expect(result.diagnostics.map(\.code) == ["reviews.differs"])
        #expect(result.diagnostics[0].message.contains("担当「福祉課」→「事務局」"))
        #expect(!result.diagnostics[0].message.contains("期限"))
        review.seen?.owner = "事務局"
        #expect(ReviewReconciliation([review], meetings: [new]).diagnostics.isEmpty)
        // What was thrown out or taken back is nobody's concern.
        review.seen?.owner = "福祉課"
        review.verdict = .rejected
        #expect(ReviewReconciliation([review], meetings: [new]).diagnostics.isEmpty)
        var back = review
        back.verdict = .reset
        let gone = ReviewReconciliation([old.review(1), back], meetings: [InventedMeeting(answer: "別の話です。").analyzed])
        #expect(gone.diagnostics.isEmpty)
    }

    @Test func whatAPersonAddedStandsWithoutAnyFinding() throws {
        var added = old.review(0)
        added.item = "f-added"
        added.added = true
        added.quote = "日よけを付けて"
        var set = added
        set.added = nil
        let result = ReviewReconciliation([added, set], meetings: [old.analyzed])
        let finding = try #require(result.restored["m1"]?.first)
        #expect(finding.id == "f-added" && finding.quote == "日よけを付けて" && finding.remark == "m1-r1")
        #expect(result.attached.map(\.item) == ["f-added", "f-added"])
        #expect(result.diagnostics.isEmpty)
        let items = ActionList(meetings: [with(result.restored)], reviews: result.attached).items
        #expect(items.map(\.quote) == [old.review(0).quote, "日よけを付けて", old.review(1).quote])
        #expect(items[1].isAdded && items[1].reviewed)
    }

    private func with(_ restored: [String: [Finding]]) -> AnalyzedMeeting {
        var analyzed = old.analyzed
        analyzed.findings += restored["m1"] ?? []
        return analyzed
    }

    @Test func mergesAndPartsFollowTheItemsTheyName() throws {
        var new = old.analyzed
        new.meeting.remarks[0].id = "m1-r9"
        let analyzer = AnalyzerIdentity(id: "follow-ups", version: 2)
        new.findings = [
            try #require(Finding(.request, analyzer: analyzer, in: new.meeting.remarks[0], range: 0..<48)),
            try #require(Finding(.commitment, analyzer: analyzer, in: new.meeting.remarks[1], range: 0..<27)),
        ]
        var merged = old.review(1)
        merged.mergedInto = ActionReference(item: old.analyzed.findings[0].id, meeting: "m1")
        let result = ReviewReconciliation([old.review(0), merged], meetings: [new])
        #expect(result.attached[1].mergedInto?.item == new.findings[0].id)
        let items = ActionList(meetings: [new], reviews: result.attached).items
        #expect(items.map(\.id) == [new.findings[0].id])
        #expect(items[0].merged.map(\.quote) == ["９月までに調べます。"])
    }
}
