import Foundation
import MinutesModel
import Testing

@testable import MinutesExport

struct CalendarTests {
    private func item(_ change: (inout ActionItem) -> Void = { _ in }) -> ActionItem {
        var item = ActionItem(
            id: "f1", type: .commitment, quote: "一覧を整理し、８月下旬までに送付します。", summary: "一覧を整理し、送付する",
            owner: "事務局", due: ActionItem.Due(text: "８月下旬まで", date: "2024-08-31"), meeting: "m1",
            meetingTitle: "みどり町推進委員会", remark: "r1", speaker: "事務局", date: "2024-07-18", line: 12, topics: ["広報"])
        change(&item)
        return item
    }

    private func text(_ items: ActionItem...) -> String {
        String(decoding: ActionsICSExporter.calendar(ActionList(items: items)), as: UTF8.self)
    }

    @Test("A task has a stable UID, its due day, its state and the quote")
    func task() {
        let unfolded = text(item()).replacingOccurrences(of: "\r\n ", with: "")
        for line in [
            "UID:f1@gijiroku", "DTSTAMP:20240718T000000Z", "DUE;VALUE=DATE:20240831", "STATUS:NEEDS-ACTION",
            "SUMMARY:一覧を整理し、送付する", "CONTACT:事務局", "CATEGORIES:約束,広報",
        ] {
            #expect(unfolded.contains(line + "\r\n"), "\(line)")
        }
        #expect(unfolded.contains("DESCRIPTION:「一覧を整理し、８月下旬までに送付します。」\\n担当：事務局\\n"))
        #expect(text(item { $0.status = .done }).contains("STATUS:COMPLETED\r\n"))
        #expect(text(item { $0.status = .dropped }).contains("STATUS:CANCELLED\r\n"))
    }

    @Test("A corrected sentence updates its task; what was rejected or merged is cancelled")
    func updates() {
        let corrected = text(
            item {
                $0.id = "f7"
                $0.firstID = "f1"
                $0.formerIDs = ["f1", "f4"]
                $0.reviewedAt = "2024-08-01T09:00:00+09:00"
            })
        #expect(corrected.contains("UID:f1@gijiroku\r\n") && !corrected.contains("f7@"))
        #expect(corrected.contains("DTSTAMP:20240801T000000Z\r\nLAST-MODIFIED:20240801T000000Z\r\n"))
        #expect(text(item { $0.verdict = .rejected }).contains("STATUS:CANCELLED\r\n"))
        let merged = text(
            item { $0.merged = [.init(item: "f2", quote: "重ねて送付します。", meeting: "m1", remark: "r2")] })
        #expect(merged.contains("UID:f2@gijiroku\r\n"))
        #expect(merged.components(separatedBy: "BEGIN:VTODO").count == 3)
        #expect(merged.components(separatedBy: "STATUS:CANCELLED").count == 2)
    }

    @Test("A due that names no date gives no DUE; a decision without a date is no task")
    func withoutDate() {
        let undated = item { $0.due?.date = nil }
        let decision = item {
            $0.type = .decision
            $0.due = nil
        }
        let calendars = [text(undated), text(decision)]
        #expect(calendars[0].contains("BEGIN:VTODO"))
        #expect(calendars[0].contains("DUE") == false)
        #expect(calendars[1].contains("VTODO") == false)
    }

    @Test("No line is longer than 75 bytes, none cuts a character, and every one ends with CRLF")
    func folding() {
        let long = String(repeating: "𠮷野川の堤防、", count: 40)
        let bytes = ActionsICSExporter.calendar(ActionList(items: [item { $0.quote = long }]))
        let whole = String(validating: bytes, as: UTF8.self)
        #expect(whole != nil)
        for line in (whole ?? "").components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 75)
            #expect(!line.contains("\n"))
        }
        #expect((whole ?? "").replacingOccurrences(of: "\r\n ", with: "").contains(long))
    }

    @Test("Line ends, commas, semicolons and backslashes are escaped; other control characters go")
    func escaping() {
        #expect(CalendarWriter.escaped("a,b;c\\d\r\ne\nf\u{7}") == "a\\,b\\;c\\\\d\\ne\\nf")
    }
}
