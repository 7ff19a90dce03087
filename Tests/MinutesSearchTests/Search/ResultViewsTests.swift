import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct ResultViewsTests {
    private let meetings = [
        meeting(
            "m1", date: "2022-06-10", body: "あおば町福祉計画委員会", fiscalYear: "令和4年度",
            [
                Turn("居場所の話です。", topics: ["居場所づくり"]), Turn("居場所と担い手。", topics: ["居場所づくり", "担い手"]),
                Turn("別の話。", role: .chair, label: "委員長", agenda: "居場所の現状"),
            ]),
        meeting(
            "m2", date: "2024-05-20", body: "みどり町地域福祉推進委員会", fiscalYear: "令和6年度",
            [
                Turn("居場所の話です。", role: .secretariat, label: "居場所担当係長"), Turn("担い手の話。", topics: ["担い手"]),
            ]),
        meeting("m3", date: "2023-05-20", body: "あおば町福祉計画委員会", [Turn("居場所の居場所。")]),
    ]

    @Test func facetsCountTheWholeResult() throws {
        let results = try SearchFixture(meetings).search("居場所") { ($0.wantsFacets, $0.limit) = (true, 1) }
        let facets = try #require(results.facets)
        #expect(results.hits.count == 1 && results.total == 4)
        #expect(facets.roles.map(\.value) == ["member", "secretariat"])
        #expect(facets.roles.map(\.total) == [3, 1])
        #expect(facets.roles.map(\.name) == ["委員・議員", "事務局"])
        #expect(facets.years.map(\.name) == ["令和6年度", "令和5年度", "令和4年度"])
        #expect(facets.years.map(\.total) == [1, 1, 2])
        #expect(facets.meetings.map(\.value) == ["m1", "m2", "m3"])
        #expect(facets.meetings.map(\.total) == [2, 1, 1])
        #expect(facets.topics.map(\.value) == ["居場所づくり", "担い手"])
        #expect(facets.topics.map(\.total) == [2, 1])
        #expect(facets.kinds.map(\.name) == ["話題"])
        #expect(try SearchFixture(meetings).search("居場所").facets == nil)
    }

    @Test func groupsByMeeting() throws {
        let results = try SearchFixture(meetings).search("居場所 OR 担い手") { $0.grouping = .meeting }
        let groups = try #require(results.groups)
        #expect(groups.map(\.id) == ["m2", "m1", "m3"])
        #expect(groups.map(\.total) == [2, 2, 1])
        #expect(groups[1].hits.map(\.remark).sorted() == ["m1-1", "m1-2"])
        #expect(groups[0].date == "2024-05-20" && groups[0].name == groups[0].hits[0].meetingTitle)
        #expect(results.hits.isEmpty && results.groupTotal == 3 && results.total == 5)
        let second = try SearchFixture(meetings).search("居場所 OR 担い手") {
            ($0.grouping, $0.offset, $0.limit) = (.meeting, 1, 1)
        }
        #expect(second.groups?.map(\.id) == ["m1"])
        #expect(second.groupTotal == 3)
    }

    @Test func groupsByTopicHoldAHitOfTwoTopicsTwice() throws {
        let groups = try #require(try SearchFixture(meetings).search("居場所 OR 担い手") { $0.grouping = .topic }.groups)
        #expect(groups.map(\.id) == ["居場所づくり", "担い手", ""])
        #expect(groups.map(\.total) == [2, 2, 2])
        #expect(groups.allSatisfy { $0.hits.count <= HitGroups.shown })
    }

    @Test func fieldsAreSearchedWhenAsked() throws {
        let fixture = try SearchFixture(meetings)
        #expect(Set(try fixture.found("現状")) == [])
        #expect(Set(try fixture.found("現状") { $0.fields = [.agenda] }) == ["m1-3"])
        #expect(Set(try fixture.found("係長") { $0.fields = [.label] }) == ["m2-1"])
        #expect(try fixture.search("あおば町") { $0.fields = [.title] }.total == 4)
        #expect(try fixture.search("あおば町 担い手") { $0.fields = [.title] }.total == 1)
        #expect(try fixture.search("居場所 -あおば町") { $0.fields = [.title] }.total == 1)
        let found = try fixture.found("居場所") { ($0.fields, $0.filters.meetings) = ([.label, .agenda], ["m1", "m2"]) }
        // In label and text before text alone.
        #expect(found.first == "m2-1")
        #expect(found.contains("m1-3"))
    }

    @Test func laterMeetingsMayCountForMore() throws {
        let fixture = try SearchFixture(meetings)
        let equal = try fixture.search("居場所の話")
        #expect(equal.hits[0].score == equal.hits[1].score)
        let recent = try fixture.search("居場所の話") { $0.prefersRecent = true }
        #expect(recent.hits.map(\.remark) == ["m2-1", "m1-1"])
        #expect(recent.hits[0].score == equal.hits[0].score)
        #expect(recent.hits[1].score < equal.hits[1].score && recent.hits[1].score > equal.hits[1].score / 2)
    }

    @Test func theOrderByMeetingKeepsBodiesTogether() throws {
        let found = try SearchFixture(meetings).found("居場所") { $0.sort = .meeting }
        #expect(found == ["m1-1", "m1-2", "m3-1", "m2-1"])
    }

    @Test(arguments: [
        ("居場書", "居場所"), ("居所", "居場所"), ("居場場所", "居場所"), ("担手い", "担い手"), ("担う手", "担い手"), ("居場所創造", "居場所"),
    ])
    func aWordThatStandsNowhereGetsTheNearest(query: String, nearest: String) throws {
        let fixture = try SearchFixture(meetings)
        let results = try fixture.search(query) { $0.isExact = true }
        #expect(results.total == 0)
        let word = try #require(results.words.first)
        #expect(word.nearest.first?.text == nearest, "\(word.nearest)")
        for offered in word.nearest {
            #expect(try fixture.search("\"\(offered.text)\"").total == offered.total)
            #expect(offered.total > 0)
        }
    }

    @Test func onlyWordsThatStandNowhereGetOne() throws {
        let results = try SearchFixture(meetings).search("居場所 宇宙船")
        #expect(results.words[0].nearest.isEmpty)
        #expect(results.words[1].nearest.isEmpty)
        #expect(try SearchFixture([]).search("居場所").words[0].nearest.isEmpty)
    }
}
