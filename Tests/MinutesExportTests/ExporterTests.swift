import Foundation
import MinutesModel
import Testing

@testable import MinutesExport

struct ExporterTests {
    private let input = ExportInput(
        meetings: [sampleMeeting()],
        reviews: [
            Review(
                item: sampleMeeting().findings[2].id, at: "2024-07-01T09:00:00+09:00", status: .done, note: "調査済",
                quote: "", meeting: "m1", remark: "r2", kind: .commitment)
        ])

    @Test("Every built-in exporter has an id of its own and a Japanese summary")
    func registry() throws {
        let registry = try ExporterRegistry.withBuiltIn()
        #expect(registry.exporters.count == ExporterRegistry.builtIn.count)
        for exporter in registry.exporters { #expect(exporter.summary.hasSuffix("。")) }
    }

    @Test("A second exporter with the same id is an error; an unknown id lists the known")
    func registryErrors() throws {
        var registry = try ExporterRegistry.withBuiltIn()
        #expect(throws: ExporterError.duplicate("json")) { try registry.add(MeetingJSONExporter.self) }
        let error = #expect(throws: ExporterError.self) { try registry.exporter("docx") }
        #expect(error?.description.contains("actions-csv、actions-ics") == true)
    }

    @Test("The JSON of the action list has the keys other programs hold on to")
    func actionsJSON() throws {
        let file = try #require(try ActionsJSONExporter().files(for: input).first)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any])
        let items = try #require(object["items"] as? [[String: Any]])
        #expect(items.count == 2)
        for key in ["id", "type", "status", "quote", "summary", "owner", "due", "meeting", "remark", "date", "topics"] {
            #expect(items.allSatisfy { $0[key] != nil }, "\(key)")
        }
        #expect(items[0]["owner"] is NSNull)
        #expect(items[0]["topics"] as? [String] == ["移動"])
        let due = try #require(items[1]["due"] as? [String: Any])
        #expect(due["text"] as? String == "９月まで")
        #expect(due["date"] as? String == "2024-09-30")
        #expect(items[1]["status"] as? String == "done")
    }

    @Test("The Markdown list is grouped by kind and names place and speaker")
    func actionsMarkdown() throws {
        let text = try #require(try ActionsMarkdownExporter().files(for: input).first).text
        #expect(text.contains("全 2 件（うち未了 1 件）"))
        #expect(text.contains("## 約束"))
        #expect(text.contains("状態：完了　確認済み　担当：事務局　期限：９月まで（2024-09-30）"))
        #expect(text.contains("備考：調査済"))
        #expect(text.contains("原文6行目"))
        #expect(ActionsMarkdownExporter.markdown(ActionList()).contains("ありませんでした"))
    }

    @Test("The record comes back from its JSON")
    func meetingJSON() throws {
        let file = try #require(try MeetingJSONExporter().files(for: input).first)
        #expect(file.name == "2024-06-05-m1.json")
        #expect(try JSONDecoder().decode(AnalyzedMeeting.self, from: Data(file.bytes)) == sampleMeeting())
    }

    @Test("Without names no name is written")
    func withoutNames() throws {
        let input = ExportInput(meetings: [sampleMeeting()], withNames: false)
        for exporter in try ExporterRegistry.withBuiltIn().exporters where exporter.id != "json" {
            for file in try exporter.init().files(for: input) {
                #expect(!file.text.contains("南野") && !file.text.contains("北川"), "\(exporter.id)")
            }
        }
        #expect(throws: MeetingJSONExporter.NamesInRecord.self) { try MeetingJSONExporter().files(for: input) }
    }

    @Test("The minutes read in order, with what Markdown would take for its own escaped")
    func minutes() throws {
        let text = try #require(try MinutesMarkdownExporter().files(for: input).first).text
        #expect(text.hasPrefix("# 令和６年度第１回 みどり町地域福祉推進委員会 会議要録\n"))
        #expect(text.contains("## ２ 議事\n\n**委員（南野次郎君）**　=SUM(A1)"))
        #expect(text.contains("- 出席委員：北川花子委員長、南野次郎（欠席）"))
        #expect(text.hasSuffix("*（午後８時 閉会）*\n"))
    }

    @Test("Same input, same bytes")
    func deterministic() throws {
        for exporter in try ExporterRegistry.withBuiltIn().exporters {
            #expect(try exporter.init().files(for: input) == exporter.init().files(for: input))
        }
    }
}
