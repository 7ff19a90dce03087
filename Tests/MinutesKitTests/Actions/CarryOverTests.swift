import Foundation
import MinutesKit
import Testing

/// The three consecutive sample meetings: what a person carries from one to the next.
struct CarryOverTests {
    private func secretariat() throws -> (Secretariat, URL) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("carry-\(UUID().uuidString)")
        let secretariat = try Secretariat.create(at: folder)
        let documents = try Sample.all.prefix(3).map { sample in
            try #require(try DocumentFolder.documents(at: [sample.document.path]).first)
        }
        _ = try secretariat.importDocuments(documents)
        return (secretariat, folder)
    }

    private func point(_ words: String, in sheet: CarryOverSheet) throws -> CarriedPoint {
        try #require(sheet.points.first { $0.item.quote.contains(words) }, "\(words)")
    }

    @Test("Kept, late, overdue, asked again, unreported")
    func sheetOfTheMeetingToCome() throws {
        let (secretariat, folder) = try secretariat()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = try secretariat.carryOver(today: "2025-04-10")

        let kept = try point("地区別の一覧を整理して", in: sheet)
        #expect(kept.state == .reportedDone)
        #expect(kept.traces.first?.quote.contains("８月26日付けで皆様に送付しました") == true)
        #expect(kept.traces.first?.date == "2024-11-21")

        // Late at the second meeting, done at the third.
        let late = try point("10月中に１回目を開催する予定です", in: sheet)
        #expect(late.traces.map(\.kind).contains(.pending))
        let asked = try point("買い物のついでに寄れる場所", in: sheet)
        #expect(asked.state == .reportedDone)
        #expect(asked.traces.map(\.kind) == [.again, .pending, .done])

        #expect(try point("今年度中に再開したい", in: sheet).state == .overdue)
        #expect(try point("動画は、ぜひ地区福祉会の皆さんと一緒に作って", in: sheet).state == .pending)
        #expect(try point("やさしい日本語の版を用意してください", in: sheet).state == .unreported)
        // Announced, and held on that day.
        #expect(!sheet.points.contains { $0.item.quote.contains("令和６年11月21日（木）午後２時から開催") })
    }

    @Test("The sheet of a meeting knows nothing that was said at it or later; 次回 is that meeting")
    func sheetOfAHeldMeeting() throws {
        let (secretariat, folder) = try secretariat()
        defer { try? FileManager.default.removeItem(at: folder) }
        let sheet = try secretariat.carryOver(for: "令和6年度第2回 第３次みずほ川市")
        #expect(sheet.referenceDate == "2024-11-21")
        #expect(sheet.points.allSatisfy { $0.item.date == "2024-07-18" && $0.traces.isEmpty })
        #expect(try point("図にまとめて次回お示しします", in: sheet).item.due?.date == "2024-11-21")
        #expect(try point("８月下旬までに委員の皆様に送付", in: sheet).state == .overdue)
    }

    @Test("The progress table keeps what is settled, behind the rest")
    func progress() throws {
        let (secretariat, folder) = try secretariat()
        defer { try? FileManager.default.removeItem(at: folder) }
        let point = try point("やさしい日本語の版を用意してください", in: secretariat.carryOver(today: "2025-04-10"))
        try secretariat.setAction(point.item.id, ActionChange(status: .done, note: "用意した"))
        #expect(try !secretariat.carryOver(today: "2025-04-10").points.contains { $0.item.id == point.item.id })
        let table = try secretariat.carryOver(includesSettled: true, today: "2025-04-10")
        #expect(table.points.last?.item.id == point.item.id && table.points.last?.item.note == "用意した")
        #expect(table.groups.map(\.name) == ["期限経過", "報告なし", "未了の報告あり", "完了の報告あり", "完了"])
    }

    @Test("What people ticked off is carried no longer; a name that fits two bodies is refused")
    func decisions() throws {
        let (secretariat, folder) = try secretariat()
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = try secretariat.carryOver(today: "2025-04-10")
        let done = try point("地区別の一覧を整理して", in: before).item
        _ = try secretariat.setAction(done.id, ActionChange(status: .done))
        let after = try secretariat.carryOver(today: "2025-04-10")
        #expect(after.points.count == before.points.count - 1)
        #expect(!after.points.contains { $0.item.id == done.id })

        let other = try #require(try DocumentFolder.documents(at: [Sample.all[3].document.path]).first)
        _ = try secretariat.importDocuments([other])
        #expect(throws: RequestProblem.self) { try secretariat.carryOver(today: "2025-04-10") }
        #expect(throws: RequestProblem.noMeeting("ない会議")) { try secretariat.carryOver(for: "ない会議") }
    }
}
