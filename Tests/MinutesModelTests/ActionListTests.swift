import Testing

@testable import MinutesModel

@Suite struct ActionListTests {
    private let analyzer = AnalyzerIdentity(id: "follow-ups", version: 1)

    private func meeting() throws -> AnalyzedMeeting {
        let remark = Remark(
            id: "r1", order: 1, label: "事務局", role: .secretariat, text: "名簿を送付します。よい会でした。",
            span: SourceSpan(start: 0, end: 60, line: 5, endLine: 5),
            map: TextMap(pieces: [.init(text: 0, source: 12, line: 5)]))
        var header = MeetingHeader(id: "m1")
        header.date = "2025-06-10"
        header.body = "見守り連絡会"
        header.session = "第2回"
        let fields: FindingFields = ["owner": "事務局", "dueText": "７月中", "due": "2025-07-31", "summary": "名簿を送付する"]
        let findings = [
            try #require(Finding(.commitment, analyzer: analyzer, in: remark, range: 0..<27, fields: fields)),
            try #require(Finding(.opinion, analyzer: analyzer, in: remark, range: 27..<48)),
            try #require(Finding(.topic, analyzer: analyzer, in: remark, range: 0..<6, fields: ["topic": "見守り"])),
        ]
        return AnalyzedMeeting(meeting: Meeting(id: "m1", header: header, remarks: [remark]), findings: findings)
    }

    @Test func onlyActionKindsAreListedWithTheirFields() throws {
        let list = ActionList(meetings: [try meeting()], reviews: [])
        let item = try #require(list.items.first)
        #expect(list.items.count == 1)
        #expect(item.owner == "事務局")
        #expect(item.due == .init(text: "７月中", date: "2025-07-31"))
        #expect(item.topics == ["見守り"])
        #expect(item.meetingTitle == "第2回 見守り連絡会")
        #expect(item.line == 5)
        #expect(item.status == .open && !item.reviewed)
    }

    @Test func laterDecisionsLieOverEarlierOnes() throws {
        let analyzed = try meeting()
        let id = analyzed.findings[0].id
        func review(_ at: String, status: ActionStatus? = nil, owner: String? = nil, due: String? = nil) -> Review {
            Review(
                item: id, at: at, status: status, owner: owner, due: due, quote: "名簿を送付します。", meeting: "m1",
                remark: "r1", kind: .commitment)
        }
        let reviews = [
            review("2025-06-11T00:00:00Z", status: .done, owner: "総務係"),
            review("2025-06-12T00:00:00Z", status: .open, due: "2025-08-01"),
        ]
        let item = try #require(ActionList(meetings: [analyzed], reviews: reviews).items.first)
        #expect(item.status == .open)
        #expect(item.owner == "総務係")
        #expect(item.due == .init(text: "2025-08-01", date: "2025-08-01"))
        #expect(item.reviewed)
    }

    @Test func anEmptyWordTakesTheOwnerAndTheDueAway() throws {
        let analyzed = try meeting()
        let review = Review(
            item: analyzed.findings[0].id, at: "2025-06-11T00:00:00Z", owner: "", due: "", quote: "", meeting: "m1",
            remark: "r1", kind: .commitment)
        let item = try #require(ActionList(meetings: [analyzed], reviews: [review]).items.first)
        #expect(item.owner == nil)
        #expect(item.due == nil)
    }

    private func review(_ id: String, _ verdict: Review.Verdict? = nil, kind: FindingKind = .commitment) -> Review {
        Review(
            item: id, at: "2025-06-11T00:00:00Z", by: "係長", quote: "名簿を送付します。", meeting: "m1", remark: "r1",
            kind: kind, verdict: verdict)
    }

    @Test func whatWasSeenFirstStaysWhateverIsFoundLater() throws {
        var analyzed = try meeting()
        let id = analyzed.findings[0].id
        var accepted = review(id, .accepted)
        accepted.seen = Review.Seen(summary: "名簿を送る", owner: "福祉課", due: .init(text: "８月中", date: "2025-08-31"))
        var later = review(id)
        later.seen = Review.Seen(summary: "名簿を送付する", owner: "事務局")
        later.status = .done
        let item = try #require(ActionList(meetings: [analyzed], reviews: [accepted, later]).items.first)
        #expect(item.summary == "名簿を送る" && item.owner == "福祉課")
        #expect(item.due == .init(text: "８月中", date: "2025-08-31"))
        #expect(item.status == .done && item.verdict == .accepted && item.reviewedBy == "係長" && item.decisions == 2)
        // Another kind, and a kind that is no action leaves the list.
        var other = review(id)
        other.type = .request
        #expect(ActionList(meetings: [analyzed], reviews: [other]).items.map(\.type) == [.request])
        other.type = .opinion
        #expect(ActionList(meetings: [analyzed], reviews: [other]).items.isEmpty)
        analyzed.findings = []
        #expect(ActionList(meetings: [analyzed], reviews: [accepted]).items.isEmpty)
    }

    @Test func rejectedStaysRejectedUntilSomebodyAccepts() throws {
        let analyzed = try meeting()
        let id = analyzed.findings[0].id
        func verdict(_ reviews: Review...) -> ReviewVerdict? {
            ActionList(meetings: [analyzed], reviews: reviews).items.first?.verdict
        }
        #expect(verdict() == .pending)
        #expect(verdict(review(id, .rejected)) == .rejected)
        #expect(verdict(review(id, .rejected), review(id)) == .rejected)
        #expect(verdict(review(id, .rejected), review(id, .accepted)) == .accepted)
        #expect(verdict(review(id, .rejected), review(id, .reset)) == .pending)
        #expect(verdict(review(id)) == .accepted, "any decision is a look at it")
    }

    @Test func anOrphanStaysOnTheListWithWhatWasSeen() throws {
        let analyzed = try meeting()
        var orphan = review("f9", .accepted)
        orphan.seen = Review.Seen(summary: "名簿を作る", owner: "福祉課", meetingTitle: "旧", date: "2020-01-01", speaker: "事務局")
        let list = ActionList(meetings: [analyzed], reviews: [], orphans: [orphan])
        #expect(list.items.map(\.isMissing) == [false, true])
        #expect(list.items[1].meetingTitle == "第2回 見守り連絡会" && list.items[1].owner == "福祉課")
        orphan.meeting = "m0"
        let lost = try #require(ActionList(meetings: [analyzed], reviews: [], orphans: [orphan]).items.first)
        #expect(lost.isMissing && lost.meetingTitle == "旧" && lost.date == "2020-01-01")
    }

    @Test func whatIsPutLikeSomethingRejectedComesLast() throws {
        var list = ActionList(meetings: [try meeting()], reviews: [])
        let expression = ActionExpression(cue: "c.suru", object: "名簿", act: "送付する")
        list.items[0].expression = expression
        var other = list.items[0]
        other.id = "f9"
        other.expression = nil
        list.items.append(other)
        var taught = review("f5", .rejected)
        taught.expression = expression
        list.mark(RejectedExpressions([taught]))
        #expect(list.items.map(\.likeRejected) == [nil, "f5"])
        #expect(list.items[1].reviewName == "以前に除外した表現")
        list.items[1].verdict = .accepted
        list.mark(RejectedExpressions([taught]))
        #expect(list.items.allSatisfy { $0.likeRejected == nil }, "what people looked at is not doubted")
    }

    @Test func groupsStandAsAClerkReadsThem() throws {
        var items: [ActionItem] = []
        for (place, (owner, due, topics)) in [
            ("福祉課", "2025-08-31", ["広報"]), (nil, nil, []), ("事務局", "次回", ["居場所", "広報"]),
            ("事務局", "2025-07-31", ["居場所"]),
        ].enumerated() as EnumeratedSequence<[(String?, String?, [String])]> {
            var item = ActionList(meetings: [try meeting()], reviews: []).items[0]
            item.id = "f\(place)"
            item.owner = owner
            item.due = due.map { .init(text: $0, date: $0.hasPrefix("2025") ? $0 : nil) }
            item.topics = topics
            item.type = place == 0 ? .request : .commitment
            item.status = place == 3 ? .done : .open
            items.append(item)
        }
        func names(_ grouping: ActionGrouping) -> [String] {
            grouping.groups(of: items).map { "\($0.name) \($0.items.count)" }
        }
        #expect(names(.owner) == ["事務局 2", "福祉課 1", "担当の記載なし 1"])
        #expect(names(.due) == ["2025年7月まで 1", "2025年8月まで 1", "日付の決まらない期限 1", "期限の記載なし 1"])
        #expect(names(.topic) == ["広報 2", "居場所 2", "話題なし 1"])
        #expect(names(.kind) == ["約束 3", "要望 1"])
        #expect(names(.status) == ["未了 3", "完了 1"])
        #expect(names(.meeting) == ["2025-06-10　第2回 見守り連絡会 4"])
        #expect(ActionGrouping.topic.sorted(items).map(\.id) == ["f0", "f2", "f3", "f1"], "each item once")
    }
}
