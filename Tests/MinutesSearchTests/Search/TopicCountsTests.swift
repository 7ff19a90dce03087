import MinutesModel
import Testing

@testable import MinutesSearch

@Suite struct TopicCountsTests {
    private let meetings = [
        meeting(
            "m2", date: "2024-05-20", body: "みどり町理事会", fiscalYear: "令和6年度",
            [Turn("広報の話。", topics: ["広報"]), Turn("広報と担い手。", topics: ["担い手", "広報"])]),
        meeting(
            "m1", date: "2023-06-10", fiscalYear: "令和5年度",
            [Turn("居場所と担い手。", topics: ["居場所", "担い手"]), Turn("別の話。")]),
    ]

    @Test func topicsAreCountedByMeeting() throws {
        let counts = try SearchFixture(meetings).index().topicCounts()
        #expect(counts.meetings.map(\.id) == ["m1", "m2"])
        #expect(counts.meetings.map(\.remarks) == [2, 2])
        #expect(counts.meetings.map(\.fiscalYear) == [2023, 2024])
        #expect(counts.topics == ["居場所", "広報", "担い手"])
        #expect(counts.counts == [[0: 1], [1: 2], [0: 1, 1: 1]])
        #expect(counts.pairs == [.init(first: 0, second: 2): 1, .init(first: 1, second: 2): 1])
    }

    @Test func someMeetingsAlone() throws {
        let counts = try SearchFixture(meetings).index().topicCounts(ofMeetings: "理事会")
        #expect(counts.meetings.map(\.id) == ["m2"])
        #expect(counts.topics == ["広報", "担い手"])
        #expect(counts.counts == [[0: 2], [0: 1]])
        #expect(counts.pairs == [.init(first: 0, second: 1): 1])
        #expect(try SearchFixture(meetings).index().topicCounts(ofMeetings: "市議会").topics.isEmpty)
    }

    @Test func replacedMeetingsDoNotCount() throws {
        let fixture = try SearchFixture(meetings)
        try fixture.add([meeting("m1", [Turn("防災の話。", topics: ["防災"])])], version: "2")
        let counts = try fixture.index().topicCounts()
        #expect(counts.topics == ["広報", "担い手", "防災"])
        #expect(counts.meetings.count == 2)
    }
}
