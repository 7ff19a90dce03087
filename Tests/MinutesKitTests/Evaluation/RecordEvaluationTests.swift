import Foundation
import MinutesKit
import Testing

@Suite("evaluate record")
struct RecordEvaluationTests {
    private static let text = """
        令和６年度第１回　みなと市公園審議会　会議録
        日時　令和６年５月９日（木）14時～15時
        出席者　会長　大野正、木村花子
        事務局　公園課長　秋吉

        １　開会
        会長：始めます。
        ２　ベンチについて
        木村委員：ベンチはありますか。
        公園課長：あります。
        """

    private func report(_ truth: String) throws -> RecordReport {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("record-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try Self.text.write(to: root.appendingPathComponent("会議録.txt"), atomically: true, encoding: .utf8)
        try truth.write(to: root.appendingPathComponent("会議録.truth.json"), atomically: true, encoding: .utf8)
        return try Evaluation.records(in: [root])
    }

    private static func truth(date: String = "2024-05-09", second: String = "ベンチについて") -> String {
        """
        {"title": "令和６年度第１回　みなと市公園審議会　会議録", "body": "みなと市公園審議会", "session": "第１回",
         "fiscalYear": 2024, "date": "\(date)", "opensAt": "14:00", "closesAt": "15:00", "venue": null, "observers": null,
         "attendance": [
          {"name": "大野 正", "role": "chair", "title": "会長", "organization": null, "status": "present"},
          {"name": "木村 花子", "role": "member", "title": "委員", "organization": null, "status": "present"},
          {"name": "秋吉", "role": "secretariat", "title": "公園課長", "organization": null, "status": "present"}],
         "agenda": [{"number": "１", "title": "開会", "parent": null}, {"number": "２", "title": "\(second)", "parent": null}],
         "turns": [{"line": 7, "role": "chair", "name": null, "agenda": 0},
          {"line": 9, "role": "member", "name": "木村", "agenda": 1},
          {"line": 10, "role": "secretariat", "name": null, "agenda": 1}]}
        """
    }

    @Test("a perfect reading scores one everywhere")
    func perfect() throws {
        let report = try report(Self.truth())
        #expect(report.problems.isEmpty)
        let document = try #require(report.documents.first)
        #expect(document.differences == [])
        for score in [
            document.header, document.people, document.details, document.agenda, document.links, document.roles,
            document.names,
        ] {
            #expect(score.f1 == 1)
            #expect(score.wanted > 0)
        }
    }

    @Test("the stop behind a number, blanks and widths do not count; another number does")
    func numbers() throws {
        let printed = Self.truth().replacingOccurrences(of: "\"number\": \"２\"", with: "\"number\": \"2． \"")
        let document = try #require(try report(printed).documents.first)
        #expect(document.agenda.f1 == 1)
        #expect(document.links.f1 == 1)
        let other = Self.truth().replacingOccurrences(of: "\"number\": \"２\"", with: "\"number\": \"３\"")
        #expect(try #require(try report(other).documents.first).agenda.right == 1)
    }

    @Test("what is other is counted and named")
    func differences() throws {
        let document = try #require(try report(Self.truth(date: "2024-05-10", second: "机について")).documents.first)
        #expect(document.header.right == document.header.wanted - 1)
        #expect(document.agenda.right == 1)
        #expect(document.links.right == 1)
        #expect(document.differences.contains { $0.field == "date" && $0.found == "2024-05-09" })
        #expect(document.differences.contains { $0.field == "agenda" && $0.wanted == "２ 机について" })
    }

    @Test("a truth that cannot be used is told; a folder without one is refused")
    func problems() throws {
        #expect(try report("{}").problems.count == 1)
        let dangling = Self.truth().replacingOccurrences(of: "\"agenda\": 1}", with: "\"agenda\": 9}")
        #expect(try report(dangling).problems.count == 1)
        let empty = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: empty) }
        #expect(throws: RequestProblem.noRecordTruth(empty.path)) { try Evaluation.records(in: [empty]) }
    }
}
