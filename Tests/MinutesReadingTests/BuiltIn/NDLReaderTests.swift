import Foundation
import MinutesModel
import Testing

@testable import MinutesReading

/// Answers of the Diet's minutes API, all bodies, people and words invented.
enum InventedAnswer {
    static let speeches: [[(String, String)]] = [
        [
            ("speechID", "199900000X00120990401_000"), ("speechOrder", "0"), ("speaker", "会議録情報"),
            ("speech", "令和八十一年四月一日（水曜日）\r\n　　　　午前十時開会\r\n　出席委員\r\n　　　委員長　雪洞　灯君\r\n本日の会議に付した案件\r\n　灯台に関する件"),
        ],
        [
            ("speechID", "199900000X00120990401_001"), ("speechOrder", "1"), ("speaker", "雪洞灯"),
            ("speakerYomi", "ぼんぼりともる"),
            ("speakerGroup", "燈火の会"), ("startPage", "1"), ("speech", "○雪洞委員長　これより会議を開きます。\n　灯台に関する件を議題といたします。"),
            ("speechURL", "https://example.jp/txt/1"),
        ],
        [
            ("speechID", "199900000X00120990401_002"), ("speechOrder", "2"), ("speaker", "岬守"),
            ("speakerPosition", "灯台庁長官"),
            ("speakerRole", "参考人"), ("speech", "灯台は七基を改修しております。"),
        ],
    ]
    static let meeting: [(String, String)] = [
        ("issueID", "199900000X00120990401"), ("session", "999"), ("nameOfHouse", "両院"), ("nameOfMeeting", "灯台委員会"),
        ("issue", "第1号"),
        ("date", "2099-04-01"), ("closing", ""), ("meetingURL", "https://example.jp/txt"),
    ]

    static func xml(_ fields: [(String, String)]) -> String {
        fields.map { "<\($0.0)>\($0.1.replacingOccurrences(of: "&", with: "&amp;"))</\($0.0)>" }.joined()
    }

    static func meetingXML(issue: String = "第1号") -> String {
        "<record><recordData><meetingRecord>" + xml(meeting.map { $0.0 == "issue" ? ("issue", issue) : $0 })
            + speeches.map { "<speechRecord>\(xml($0))</speechRecord>" }.joined()
            + "</meetingRecord></recordData></record>"
    }

    static func answerXML(_ records: [String]) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><data><numberOfRecords>\(records.count)</numberOfRecords><numberOfReturn>\(records.count)</numberOfReturn><startRecord>1</startRecord><records>"
            + records.joined() + "</records></data>"
    }

    static func json(_ fields: [(String, String)]) -> [String: Any] {
        Dictionary(
            fields.map { ($0.0, $0.1.isEmpty ? NSNull() as Any : Int($0.1).map { $0 as Any } ?? $0.1) },
            uniquingKeysWith: { $1 })
    }

    static func meetingJSON() throws -> [UInt8] {
        var record = json(meeting)
        record["speechRecord"] = speeches.map(json)
        return Array(
            try JSONSerialization.data(withJSONObject: [
                "numberOfRecords": 1, "numberOfReturn": 1, "startRecord": 1, "meetingRecord": [record],
            ]))
    }

    static func speechJSON() throws -> [UInt8] {
        let records = speeches.dropFirst().map { json(meeting + $0) }
        return Array(
            try JSONSerialization.data(withJSONObject: [
                "numberOfRecords": 9, "numberOfReturn": 2, "speechRecord": records,
            ]))
    }
}

@Suite struct NDLReaderTests {
    private func read(_ bytes: [UInt8], _ name: String = "a.json") throws -> Parsed<SourceText> {
        try NDLReader().read(SourceBytes(name: name, bytes: bytes))
    }

    private func slice(_ text: String, _ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }

    @Test func everyFieldGoesWithItsTurn() throws {
        let xml = try read(Array(InventedAnswer.answerXML([InventedAnswer.meetingXML()]).utf8), "a.xml")
        let json = try read(InventedAnswer.meetingJSON())
        #expect(xml.value.text == json.value.text)
        #expect(xml.value.meetings == json.value.meetings)
        let meeting = try #require(xml.value.meetings.first)
        #expect(meeting.header.body == "両院灯台委員会")
        #expect(meeting.header.date == "2099-04-01")
        #expect(meeting.header.session == "第999回国会第1号")
        #expect(meeting.header.fields["meetingURL"] == "https://example.jp/txt")
        #expect(meeting.turns.map { slice(xml.value.text, $0.label) } == ["雪洞委員長", "岬守"])
        #expect(meeting.turns.map(\.name) == ["雪洞灯", "岬守"])
        #expect(meeting.turns.map(\.role) == [nil, .expert])
        for (turn, speech) in zip(meeting.turns, InventedAnswer.speeches.dropFirst()) {
            let expected = Dictionary(speech.filter { $0.0 != "speech" }, uniquingKeysWith: { $1 })
            #expect(turn.fields == expected)
        }
        #expect(!xml.value.text.contains("\r"))
        #expect(xml.diagnostics.isEmpty)
    }

    @Test func severalMeetingsStandOneAfterTheOther() throws {
        let two = InventedAnswer.answerXML([InventedAnswer.meetingXML(), InventedAnswer.meetingXML(issue: "第2号")])
        let read = try read(Array(two.utf8), "a.xml")
        #expect(read.value.meetings.count == 2)
        #expect(read.value.meetings[0].range.upperBound == read.value.meetings[1].range.lowerBound)
        #expect(read.value.meetings[1].range.upperBound == read.value.text.utf8.count)
        #expect(slice(read.value.text, read.value.meetings[1].range).hasPrefix("第999回国会　両院　灯台委員会　第2号\n"))
    }

    @Test func speechesOfASearchAreGatheredByMeetingAndGapsAreTold() throws {
        let read = try read(InventedAnswer.speechJSON())
        #expect(read.value.meetings.map(\.turns.count) == [2])
        #expect(read.value.meetings[0].header.fields["issueID"] == "199900000X00120990401")
        #expect(read.value.meetings[0].turns[0].fields["issueID"] == nil)
        #expect(read.diagnostics.map(\.code) == ["ndl.more-results", "ndl.partial"])
    }

    @Test(arguments: [
        "{\"numberOfRecords\":0,\"numberOfReturn\":0}",
        "{\"numberOfRecords\":1,\"meetingRecord\":[{\"issueID\":\"1\",\"speechRecord\":[{\"speechID\":\"1\"}]}]}",
        "{\"numberOfRecords\":1,", "{\"numberOfRecords\":1,\"meetingRecord\":7}",
        "<data><numberOfRecords>1</numberOfRecords>",
        "<!DOCTYPE d [<!ENTITY a \"b\">]><data><numberOfRecords>1</numberOfRecords></data>",
    ])
    func whatHoldsNoMinutesIsRefusedWithAdvice(text: String) throws {
        let bytes = Array(text.utf8)
        #expect(NDLReader().canRead(SourceBytes(name: "a", bytes: bytes)))
        let error = #expect(throws: ReadingError.self) { try read(bytes) }
        #expect(error?.description.hasSuffix("ください。") == true)
    }

    @Test func entitiesOfXMLAreReadAndOthersAreText() throws {
        let xml = InventedAnswer.answerXML([InventedAnswer.meetingXML()]).replacingOccurrences(
            of: "七基", with: "&lt;七&gt;&amp;&#22522;&nbsp;")
        #expect(try read(Array(xml.utf8)).value.text.contains("<七>&基&nbsp;"))
    }

    @Test func anyPrefixIsReadOrRefused() throws {
        let bytes = Array(InventedAnswer.answerXML([InventedAnswer.meetingXML()]).utf8)
        for length in stride(from: 0, to: bytes.count - 16, by: 7) {
            #expect(throws: ReadingError.self) { try read(Array(bytes.prefix(length))) }
        }
    }

    @Test func otherJSONIsLeftToOthers() {
        #expect(!NDLReader().canRead(SourceBytes(name: "a.json", bytes: Array("{\"schema\":1}".utf8))))
        #expect(!NDLReader().canRead(SourceBytes(name: "a.txt", bytes: Array("\"numberOfRecords\"".utf8))))
    }
}
