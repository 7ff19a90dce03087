import Foundation
import Testing

@testable import MinutesModel

@Suite struct RecordTests {
    private let remark = Remark(
        id: "r1", order: 1, mark: "○", label: "事務局", role: .secretariat, text: "𠮷野です。\n資料を送付します。",
        span: SourceSpan(start: 10, end: 70, line: 2, endLine: 4),
        map: TextMap(pieces: [.init(text: 0, source: 20, line: 2), .init(text: 17, source: 44, line: 4)]))
    private let analyzer = AnalyzerIdentity(id: "test", version: 1)

    @Test func aFindingQuotesItsRange() throws {
        let finding = try #require(Finding(.commitment, analyzer: analyzer, in: remark, range: 17..<44))
        #expect(finding.quote == "資料を送付します。")
    }

    @Test(arguments: [0..<0, 0..<2, 1..<4, 40..<99, 44..<45])
    func aRangeThatIsNoTextGivesNoFinding(range: Range<Int>) {
        #expect(Finding(.issue, analyzer: analyzer, in: remark, range: range) == nil)
    }

    @Test func aPlaceInTheTextLeadsToTheLineOfTheDocument() {
        #expect(remark.map.place(of: 4) == .init(text: 4, source: 24, line: 2))
        #expect(remark.map.place(of: 20) == .init(text: 20, source: 47, line: 4))
        #expect(TextMap().place(of: 0) == nil)
    }

    @Test func theRecordSurvivesItsJSON() throws {
        var header = MeetingHeader(id: "m1")
        header.title = "令和6年度第1回 委員会"
        header.attendance = [Attendance(name: "山野太郎", title: "委員長", role: .chair, group: "出席委員")]
        let meeting = Meeting(
            id: "m1", header: header,
            agenda: [
                AgendaItem(
                    id: "a1", number: "１", title: "開会", span: SourceSpan(start: 0, end: 9, line: 1, endLine: 1))
            ],
            remarks: [remark], notes: [], segments: [Segment(kind: .remark, start: 0, end: 70)],
            diagnostics: [Diagnostic(.warning, code: "turn.near-miss", message: "確かめてください。", line: 3)])
        let finding = try #require(Finding(.commitment, analyzer: analyzer, in: remark, range: 17..<44))
        let record = AnalyzedMeeting(meeting: meeting, findings: [finding])
        let data = try JSONEncoder().encode(record)
        #expect(try JSONDecoder().decode(AnalyzedMeeting.self, from: data) == record)
    }

    @Test func aNewerSchemaIsRefused() throws {
        let json =
            #"{"schema":99,"meeting":{"id":"m","materials":[],"attendance":[]},"agenda":[],"remarks":[],"notes":[],"findings":[],"diagnostics":[]}"#
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(AnalyzedMeeting.self, from: Data(json.utf8)) }
    }

    @Test func theJSONHasTheNamesOtherProgramsHoldOnTo() throws {
        let record = AnalyzedMeeting(
            meeting: Meeting(id: "m1", header: MeetingHeader(id: "m1"), remarks: [remark]),
            findings: [try #require(Finding(.planInput, analyzer: analyzer, in: remark, range: 17..<44))])
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record)) as? [String: Any]
        let top = try #require(object)
        #expect(
            Set(top.keys).isSuperset(of: ["schema", "meeting", "agenda", "remarks", "notes", "findings", "diagnostics"])
        )
        let finding = try #require((top["findings"] as? [[String: Any]])?.first)
        #expect(finding["kind"] as? String == "plan_input")
        #expect((finding["range"] as? [String: Int]) == ["start": 17, "end": 44])
        let json = try #require((top["remarks"] as? [[String: Any]])?.first)
        #expect(json["map"] as? [Int] == [0, 20, 2, 17, 44, 4])
        #expect(json["role"] as? String == "secretariat")
    }
}
