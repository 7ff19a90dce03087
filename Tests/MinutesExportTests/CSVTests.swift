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

    @Test("The workbook has the columns of the CSV; a request shows how it was met, an item what people made of it")
    func columns() throws {
        var item = ActionItem(
            id: "f1", type: .request, quote: "日よけを付けてください。", summary: "日よけを付ける", meeting: "m1",
            meetingTitle: "みどり町推進委員会", remark: "r1", speaker: "委員", date: "2024-07-18")
        item.response = .init(stance: .considering, quote: "検討します。")
        item.verdict = .accepted
        item.reviewedBy = "係長"
        item.merged = [.init(item: "f2", quote: "雨よけもほしいです。", meeting: "m1", remark: "r2")]
        var like = item
        (like.id, like.verdict, like.likeRejected, like.merged) = ("f3", .pending, "f9", [])
        let rows = CSVReader.rows(ActionsCSVExporter.csv(ActionList(items: [item, like])))
        func cell(_ row: Int, _ title: String) -> String? {
            rows[0].firstIndex(of: title).map { rows[row][$0] }
        }
        #expect(cell(1, "要望への対応") == "検討" && cell(1, "対応の発言") == "検討します。")
        #expect(cell(1, "確認") == "確認済み" && cell(1, "確認者") == "係長")
        #expect(cell(1, "発言（原文）") == "日よけを付けてください。\n雨よけもほしいです。")
        #expect(cell(2, "確認") == "以前に除外した表現")
        let page = ActionsMarkdownExporter.markdown(ActionList(items: [item, like]))
        #expect(page.contains("要望への対応：検討「検討します。」") && page.contains("あわせた発言：「雨よけもほしいです。」"))
        #expect(page.contains("## 以前に除外した表現\n\n1. **日よけを付ける**（要望）"))
        let byOwner = ActionsMarkdownExporter.markdown(ActionList(items: [item]), by: .owner)
        #expect(byOwner.contains("| 担当 | 件数 | 未了 |") && byOwner.contains("## 担当の記載なし"))
    }

    @Test("The progress table: how it stands, what was last said, what comes next")
    func progress() {
        var item = ActionItem(
            id: "f1", type: .commitment, quote: "送付します。", summary: "送付する", owner: "事務局", meeting: "m1",
            meetingTitle: "第1回", remark: "r1", speaker: "事務局", date: "2024-07-18", line: 3, note: "校正中")
        let trace = CarriedPoint.Trace(
            kind: .pending, quote: "まだです。", meeting: "m2", meetingTitle: "第2回", remark: "r2", speaker: "事務局",
            date: "2024-11-21", line: 9)
        let open = CarriedPoint(item: item, traces: [trace], referenceDate: "2025-01-01")
        item.id = "f2"
        item.status = .done
        let done = CarriedPoint(item: item, traces: [], referenceDate: "2025-01-01")
        let sheet = CarryOverSheet(
            body: "委員会", referenceDate: "2025-01-01", includesSettled: true, points: [done, open])
        let rows = CSVReader.rows(CarryOverWriter.csv(sheet))
        #expect(rows.map { $0[1] } == ["項目", "送付する", "送付する"])
        #expect(rows.map { $0[6] } == ["状況", "未了の報告あり", "完了"])
        #expect(rows.map { $0[7] } == ["最終報告日", "2024-11-21", ""])
        #expect(rows[1][8] == "未了の報告：「まだです。」（事務局）" && rows[1][9] == "校正中")
        #expect(rows[1][10] == "未了の報告：「まだです。」（2024-11-21、第2回、事務局、9行目）")
        let page = CarryOverWriter.markdown(sheet)
        #expect(page.hasPrefix("# 進行管理表") && page.contains("## 完了（1件）") && page.contains("次の対応：校正中"))
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
