import Foundation
import MinutesModel
import Testing
import ZipContainer

@testable import MinutesExport

struct SpreadsheetTests {
    @Test(
        "Days count as Excel counts them",
        arguments: [("2024-02-29", 45351), ("1970-01-01", 25569), ("2000-01-01", 36526), ("2026-12-31", 46387)])
    func serial(day: String, number: Int) {
        #expect(SpreadsheetXML.serial(ofDay: day) == number)
    }

    @Test("What is no day of the calendar is no number", arguments: ["2023-02-29", "2024-13-01", "次回", "2024-2-1", ""])
    func noDay(text: String) {
        #expect(SpreadsheetXML.serial(ofDay: text) == nil)
    }

    @Test("Columns are named as in Excel", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
    func columns(index: Int, name: String) {
        #expect(SpreadsheetXML.columnName(index) == name)
    }

    @Test("Markup and what XML cannot hold is escaped; a text that looks like an escape stays what it is")
    func escaping() {
        #expect(SpreadsheetXML.escaped("<a & \"b\">\n\u{0b}") == "&lt;a &amp; &quot;b&quot;&gt;\n_x000B_")
        #expect(SpreadsheetXML.escaped("_x0041_ _x_") == "_x005F_x0041_ _x_")
        #expect(SpreadsheetXML.escaped(String(repeating: "𠮷", count: 40_000)).utf16.count <= 32_767)
    }

    @Test("The workbook holds every item: dates as numbers, formulas as text, a header that stays")
    func workbook() throws {
        let item = ActionItem(
            id: "f1", type: .request, quote: "=1+1 と書いてください。", summary: "=1+1", owner: "事務局",
            due: ActionItem.Due(text: "８月末まで", date: "2024-08-31"), meeting: "m1", meetingTitle: "みどり町 <推進> 委員会",
            remark: "r1", speaker: "委員", date: "2024-07-18", line: 12, topics: ["広報", "居場所"])
        let bytes = try ActionsXLSXExporter.workbook(ActionList(items: [item]))
        let archive = try ZipArchive(bytes)
        let names = archive.entries.map(\.name)
        #expect(names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml"))
        let entry = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet1.xml" })
        let sheet = String(decoding: try archive.contents(of: entry), as: UTF8.self)
        for part in [
            "<v>45535</v>", "<v>45491</v>", "=1+1 と書いてください。</t>", "みどり町 &lt;推進&gt; 委員会", "state=\"frozen\"",
            "<autoFilter ref=\"A1:U2\"/>", "広報、居場所",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
        #expect(!sheet.contains("<f>"))
        #expect(try ActionsXLSXExporter.workbook(ActionList(items: [item])) == bytes)
    }
}
