import Testing

@testable import MinutesModel

@Suite struct DecisionLedgerTests {
    private func line(_ item: String, _ verdict: Review.Verdict? = nil, _ change: (inout Review) -> Void = { _ in })
        -> Review
    {
        var review = Review(
            item: item, at: "2025-06-11T00:00:00Z", quote: item, meeting: "m1", remark: "r1", kind: .request,
            verdict: verdict)
        change(&review)
        return review
    }

    private func merge(_ item: String, into target: String) -> Review {
        line(item) { $0.mergedInto = ActionReference(item: target, meeting: "m1") }
    }

    @Test func takingBackLeavesNothingOfWhatWasDecided() {
        let ledger = DecisionLedger([line("f1", .rejected), line("f2", .accepted), line("f1", .reset)])
        #expect(ledger.decisions["f1"] == nil)
        #expect(ledger.decisions["f2"]?.count == 1)
        // What comes after counts again.
        let again = DecisionLedger([line("f1", .rejected), line("f1", .reset), line("f1", .accepted)])
        #expect(again.decisions["f1"]?.map(\.verdict) == [.accepted])
    }

    @Test func mergedItemsStandInTheLastOfTheChain() {
        let ledger = DecisionLedger([merge("f1", into: "f2"), merge("f2", into: "f3"), line("f3", .accepted)])
        #expect(ledger.target(of: "f1")?.item == "f3")
        #expect(ledger.absorbed["f3"]?.map(\.item) == ["f1", "f2"])
        #expect(!ledger.isShown("f1") && !ledger.isShown("f2") && ledger.isShown("f3"))
        let back = DecisionLedger([merge("f1", into: "f2"), line("f1", .reset)])
        #expect(back.isShown("f1") && back.absorbed.isEmpty)
    }

    @Test func aRingOfMergesHidesNothing() {
        let ledger = DecisionLedger([merge("f1", into: "f2"), merge("f2", into: "f1"), merge("f3", into: "f3")])
        #expect(["f1", "f2", "f3"].allSatisfy(ledger.isShown))
        #expect(ledger.absorbed.isEmpty)
    }

    @Test func partsGoWhenTheWholeIsTakenBack() {
        func part(_ id: String) -> Review {
            line(id, .accepted) {
                $0.added = true
                $0.splitFrom = "f1"
            }
        }
        let split = line("f1") { $0.split = true }
        let ledger = DecisionLedger([split, part("f8"), part("f9")])
        #expect(!ledger.isShown("f1") && ledger.isShown("f8") && ledger.isShown("f9"))
        let whole = DecisionLedger([split, part("f8"), part("f9"), line("f1", .reset)])
        #expect(whole.isShown("f1") && !whole.isShown("f8") && whole.decisions["f8"] == nil)
        // Split anew: only the new parts.
        let anew = DecisionLedger([split, part("f8"), part("f9"), line("f1", .reset), split, part("f8"), part("f7")])
        #expect(["f7", "f8"].allSatisfy(anew.isShown) && !anew.isShown("f9") && !anew.isShown("f1"))
    }

    @Test func theLastWordOnAnExpressionTeaches() {
        let expression = ActionExpression(cue: "r.itadaku", object: "資料", act: "見る")
        func said(_ item: String, _ verdict: Review.Verdict) -> Review {
            line(item, verdict) { $0.expression = expression }
        }
        #expect(RejectedExpressions([said("f1", .rejected)]).items == [expression: "f1"])
        #expect(RejectedExpressions([said("f1", .rejected), said("f2", .accepted)]).isEmpty)
        #expect(RejectedExpressions([said("f2", .accepted), said("f1", .rejected)]).items == [expression: "f1"])
        #expect(RejectedExpressions([said("f1", .rejected), line("f1", .reset)]).isEmpty)
        // A change of mind takes the place of the first.
        #expect(RejectedExpressions([said("f1", .rejected), said("f1", .accepted)]).isEmpty)
    }
}
