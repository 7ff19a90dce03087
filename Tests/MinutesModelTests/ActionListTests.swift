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
}
