import MinutesModel
import Testing

@testable import MinutesExport

struct CSVTests {
    @Test(
        "A cell that Excel would run gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("+81", "'+81"), ("-A", "'-A"), ("@x", "'@x"), ("\tx", "'\tx"), ("＝x", "'＝x"),
            ("-25", "-25"),
            ("普通の文", "普通の文"), ("１－２", "１－２"),
        ])
    func formulaInjection(cell: String, expected: String) {
        var writer = CSVWriter(header: ["見出し"])
        writer.add([cell])
        #expect(CSVReader.rows(writer.bytes) == [["見出し"], [expected]])
    }

    @Test("Quotes, commas and line breaks come back as they were")
    func quoting() {
        var writer = CSVWriter(header: ["a", "b"])
        writer.add(["「A」,\"B\"\r\n二行目", nil])
        #expect(CSVReader.rows(writer.bytes) == [["a", "b"], ["「A」,\"B\"\r\n二行目", ""]])
    }

    @Test("The action list opens in Excel: byte order mark, CRLF, one row an action")
    func actions() throws {
        let file = try #require(try ActionsCSVExporter().files(for: ExportInput(meetings: [sampleMeeting()])).first)
        #expect(file.bytes.starts(with: [0xef, 0xbb, 0xbf]))
        #expect(file.bytes.suffix(2) == [0x0d, 0x0a])
        let rows = CSVReader.rows(file.bytes)
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.count == ActionsCSVExporter.header.count })
        #expect(rows[1][1] == "要望")
        #expect(rows[1][4] == "バス停に日よけを付けてください。")
        #expect(Array(rows[2][5...7]) == ["事務局", "９月まで", "2024-09-30"])
        #expect(rows[1][12] == "6")
    }

    @Test("Remarks with a line break and a formula survive")
    func remarks() throws {
        let file = try #require(try RemarksCSVExporter().files(for: ExportInput(meetings: [sampleMeeting()])).first)
        let rows = CSVReader.rows(file.bytes)
        #expect(rows.count == 3)
        #expect(rows[1][8] == "'=SUM(A1)と書かれた\"表\", 見づらいです。\nバス停に日よけを付けてください。")
        #expect(rows[1][3] == "２ 議事")
    }
}
