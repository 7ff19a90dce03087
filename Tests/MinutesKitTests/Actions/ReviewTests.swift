import Foundation
import MinutesKit
import Testing

/// A person's work on the list, and what a corrected file leaves of it: everything.
struct ReviewTests {
    private final class Desk {
        let folder: URL
        let secretariat: Secretariat

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("review-\(UUID().uuidString)")
            secretariat = try Secretariat.create(at: folder.appendingPathComponent("archive"))
        }

        deinit { try? FileManager.default.removeItem(at: folder) }

        @discardableResult
        func put(_ text: String, as name: String = "会議要録.txt") throws -> ImportReport {
            let url = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: url)
            return try secretariat.importDocuments(DocumentFolder.documents(at: [url.path]))
        }

        func item(_ words: String, _ scope: ReviewScope = .all) throws -> ActionItem {
            try #require(
                try secretariat.actions(ActionFilter(scope: scope)).items.first { $0.quote.contains(words) }, "\(words)"
            )
        }
    }

    private static func minutes(_ session: String, _ date: String, _ turns: [String]) -> String {
        """
        令和６年度第\(session)回
        つきのわ町上下水道事業運営審議会 会議録
        日時 令和６年\(date)
        出席委員 秋月一郎、春日花子

        """ + turns.joined(separator: "\n") + "\n"
    }

    private static let turns = [
        "○会長　ただいまから審議会を始めます。", "○委員　配水池の点検表を公開していただきたいと思います。",
        "○事務局　点検表は８月末までに公開いたします。また、老朽管の一覧を次回までに作成いたします。",
        "○委員　お手元の表の３行目を見ていただければと思います。料金の見直しは慎重に進めるべきです。",
        "○会長　本日の議題は以上です。",
    ]

    @Test("Accepted, edited, merged, split, added, rejected: a corrected file keeps all of it")
    func everyDecisionSurvives() throws {
        let desk = try Desk()
        let list = desk.secretariat
        try desk.put(Self.minutes("１", "７月10日", Self.turns))
        let promise = try desk.item("８月末までに公開")
        let second = try desk.item("老朽管の一覧")
        let request = try desk.item("点検表を公開していただきたい")
        #expect(promise.verdict == .pending)

        try list.acceptActions([promise.id], ActionChange(by: "係長"))
        try list.setActions([request.id], ActionChange(owner: "水道課", by: "主任", summary: "点検表を公表する"))
        let merged = try list.mergeActions([promise.id, request.id], ActionChange(by: "係長"))
        #expect(merged.merged.map(\.item) == [request.id])
        let parts = try list.splitAction(second.id, into: ["老朽管の一覧", "布設年度を書き添える"], by: "主任")
        #expect(parts.map(\.quote) == ["老朽管の一覧", second.quote])
        #expect(parts.map(\.due) == [second.due, second.due])
        let remark = promise.remark
        let added = try list.addAction(
            AddedAction(
                remark: try desk.item("老朽管").remark, quote: "点検表は８月末まで", kind: .decision,
                change: ActionChange(note: "告示が要る", by: "主任")))
        #expect(added.isAdded && added.type == .decision && added.remark == remark)
        #expect(throws: RequestProblem.self) {
            try list.addAction(AddedAction(remark: remark, quote: "ない言葉", kind: .decision))
        }

        // The sentence of the promise is corrected, and a turn comes in before it.
        var turns = Self.turns
        turns[2] = turns[2].replacingOccurrences(of: "８月末までに公開", with: "９月末までに公開")
        turns.insert("○事務局　資料の差替えがございます。", at: 1)
        let report = try desk.put(Self.minutes("１", "７月10日", turns))
        #expect(report.outcomes.map(\.status) == [.updated])
        for _ in 0..<2 {
            let items = try list.actions().items
            let now = try #require(items.first { $0.quote.contains("９月末までに公開") })
            #expect(now.verdict == .accepted && now.formerIDs.contains(promise.id) && now.firstID == promise.id)
            #expect(now.merged.map(\.item) == [request.id])
            #expect(now.due?.text == promise.due?.text, "the day a person accepted")
            #expect(Set(items.filter { $0.splitFrom != nil }.map(\.summary)) == ["老朽管の一覧", "布設年度を書き添える"])
            #expect(items.contains { $0.id == added.id && $0.isMissing && $0.note == "告示が要る" })
            #expect(!items.contains { $0.id == request.id || $0.id == second.id })
            let said = try list.verify()
            #expect(said.contains { $0.code == "reviews.corrected" })
            #expect(said.contains { $0.code == "reviews.orphan" })
            #expect(said.allSatisfy { $0.code.hasPrefix("reviews.") })
            _ = try list.rebuild()
        }
        // Everything can be taken back.
        try list.resetActions([request.id, second.id])
        #expect(try desk.item("点検表を公開していただきたい").verdict == .pending)
        #expect(try list.actions().items.allSatisfy { $0.splitFrom == nil })
    }

    @Test("Pending is what nobody looked at; a rejected expression is marked in the next meeting and stays on the list")
    func rejectionsTeach() throws {
        let desk = try Desk()
        let list = desk.secretariat
        try desk.put(Self.minutes("１", "７月10日", Self.turns))
        let before = try list.actions(ActionFilter(scope: .pending)).items.count
        #expect(before == (try list.actions().items.count) && before >= 3)
        let alarm = try desk.item("点検表は８月末までに公開いたします")
        try list.rejectActions([alarm.id], ActionChange(note: "すでに公開済み"))
        #expect(try list.actions(ActionFilter(scope: .pending)).items.count == before - 1)
        #expect(try list.actions(ActionFilter(scope: .rejected)).items.map(\.note) == ["すでに公開済み"])
        #expect(try !list.actions().items.contains { $0.id == alarm.id })

        try desk.put(
            Self.minutes(
                "２", "10月10日",
                ["○会長　始めます。", "○事務局　点検表は12月中に公開いたします。料金表は１月に公開いたします。", "○会長　以上です。"]),
            as: "第2回.txt")
        let items = try list.actions().items
        let alike = try #require(items.last)
        #expect(alike.quote.contains("点検表は12月中") && alike.likeRejected == alarm.id)
        #expect(items.filter { $0.likeRejected != nil }.count == 1, "the price list is another thing")
        try list.acceptActions([alike.id])
        #expect(try list.actions().items.allSatisfy { $0.likeRejected == nil })
    }

    @Test("An owner's open items change hands; merges across meetings show both quotes")
    func ownersAndMeetings() throws {
        let desk = try Desk()
        let list = desk.secretariat
        try desk.put(Self.minutes("１", "７月10日", Self.turns))
        try desk.put(
            Self.minutes("２", "10月10日", ["○会長　始めます。", "○事務局　老朽管の一覧は11月末までに作成いたします。", "○会長　以上です。"]),
            as: "第2回.txt")
        let moved = try list.reassignActions(from: "事務局", to: "水道課", by: "課長")
        #expect(moved.count == 3 && moved.allSatisfy { $0.owner == "水道課" && $0.reviewedBy == "課長" })
        #expect(throws: RequestProblem.nobodyOwns("事務局")) { try list.reassignActions(from: "事務局", to: "水道課") }
        let first = try desk.item("次回までに作成")
        let later = try desk.item("11月末までに作成")
        let merged = try list.mergeActions([first.id, later.id])
        #expect(merged.merged.map(\.quote) == [later.quote] && merged.merged[0].meetingTitle == later.meetingTitle)
        #expect(try !list.actions().items.contains { $0.id == later.id })
        #expect(throws: RequestProblem.partOfAnother(later.id, into: first.id)) { try list.acceptActions([later.id]) }
        let carried = try list.carryOver(today: "2024-12-01")
        #expect(!carried.points.contains { $0.item.id == later.id })
        #expect(carried.points.contains { $0.item.id == first.id && $0.item.owner == "水道課" })
    }

    @Test("The index answers as the records do, whatever people decided")
    func indexAndRecordsAgree() throws {
        let desk = try Desk()
        let list = desk.secretariat
        try desk.put(Self.minutes("１", "７月10日", Self.turns))
        try desk.put(
            Self.minutes("２", "10月10日", ["○会長　始めます。", "○事務局　点検表は11月末までに公開いたします。", "○会長　以上です。"]),
            as: "第2回.txt")
        func expectSame() throws {
            for filter in [
                try ActionFilter(scope: .all), try ActionFilter(), try ActionFilter(scope: .pending),
                try ActionFilter(scope: .rejected), try ActionFilter(kind: "約束", owner: "事務局"),
                try ActionFilter(status: "done"), try ActionFilter(meeting: "第2回"), try ActionFilter(dueBy: "2024-09"),
            ] {
                for limit in [nil, 2] {
                    let (index, records) = (
                        try list.actionListing(filter, limit: limit), try list.listingFromRecords(filter, limit: limit)
                    )
                    #expect(index.list == records.list)
                    #expect(index.total == records.total && index.rejected == records.rejected)
                    #expect(index.messages.isEmpty)
                }
            }
        }
        try expectSame()
        try list.rejectActions([desk.item("点検表は８月末まで").id])
        try expectSame()
        try list.setActions([desk.item("老朽管").id], ActionChange(status: .done, owner: "水道課"))
        _ = try list.mergeActions([desk.item("点検表を公開していただきたい").id, desk.item("11月末までに公開").id])
        try expectSame()
        var turns = Self.turns
        turns[2] = turns[2].replacingOccurrences(of: "老朽管の一覧", with: "老朽管の台帳")
        try desk.put(Self.minutes("１", "７月10日", turns))
        try expectSame()
        _ = try list.rebuild()
        try expectSame()
        // Without the index everything is there all the same.
        try FileManager.default.removeItem(at: desk.folder.appendingPathComponent("archive/actions"))
        #expect(try list.verify(repairs: false).contains { $0.code == "actions.unusable" })
        #expect(try list.actionListing(ActionFilter()).messages.count == 1)
        try expectSame()
        #expect(try !list.verify().contains { $0.code.hasPrefix("actions.") })
    }

    @Test("Why an item is on the list: cues with an example, who speaks, owner and due, the place, the decisions")
    func explanation() throws {
        let desk = try Desk()
        let list = desk.secretariat
        try desk.put(Self.minutes("１", "７月10日", Self.turns))
        let promise = try desk.item("８月末までに公開")
        try list.acceptActions([promise.id], ActionChange(by: "係長"))
        let explained = try list.explainAction(String(promise.id.prefix(8)))
        #expect(explained.document == "会議要録.txt" && explained.role == .secretariat)
        let found = try #require(explained.found)
        #expect(found.cues[0].id == "c.suru" && found.cues[0].effect == "kind:commitment")
        #expect(found.cues.allSatisfy { promise.quote.contains($0.words ?? "") })
        #expect(found.cues[0].example?.isEmpty == false)
        #expect(found.steps == [.weight(found.confidence)] && found.owner == .promiser)
        #expect(found.dueRule == "month-next-occurrence")
        #expect(explained.after?.contains("老朽管") == true && explained.before == nil)
        #expect(explained.history.map(\.by) == ["係長"])
        let request = try list.explainAction(desk.item("点検表を公開していただきたい").id)
        #expect(request.found?.owner == nil && request.answeredBy?.label == "事務局")
        #expect(throws: RequestProblem.noSuchThing("f-nothing")) { try list.explainAction("f-nothing") }
    }
}
