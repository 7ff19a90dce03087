import Foundation
import MinutesKit
import Testing

@Suite("Layout files")
struct LayoutFileTests {
    private func read(_ text: String) throws -> TurnLayout {
        try TurnLayoutFile.read(SourceBytes(name: "書き方.json", bytes: Array(text.utf8)))
    }

    private static let minutes = """
        第２回　うみべ市緑化協議会　会議録
        日時　令和６年５月９日（木）14時～15時
        場所　市役所

        会長：始めます。
        事務局：苗木の説明をします。
        秋吉：何本ですか。
        事務局：五百本です。
        """

    @Test("a whole file")
    func whole() throws {
        let layout = try read(
            #"{"layout": 1, "turns": [{"shape": "mark", "sign": "○"}, {"shape": "gap"}], "speakers": ["樹木医会"], "marks": {"→": "secretariat"}, "wrapped": false, "about": {"x": 1}}"#
        )
        #expect(layout.turns == [.init(.mark, sign: "○"), .init(.gap)])
        #expect(layout.speakers == ["樹木医会"])
        #expect(layout.marks == ["→": .secretariat])
        #expect(layout.isWrapped == false)
    }

    @Test(
        "mistakes are named with their place",
        arguments: [
            ("[]", ""), (#"{"turns": []}"#, "layout"), (#"{"layout": 9, "turns": []}"#, "layout"),
            (#"{"layout": 1}"#, "turns"), (#"{"layout": 1, "turns": []}"#, "turns"),
            (#"{"layout": 1, "turns": [{"shape": "mark", "sing": "○"}]}"#, "turns[0].sing"),
            (#"{"layout": 1, "turns": [{"shape": "gap"}, {"shape": "circle"}]}"#, "turns[1].shape"),
            (#"{"layout": 1, "turns": [{"shape": "mark"}]}"#, "turns[0].sign"),
            (#"{"layout": 1, "turns": [{"shape": "bracket", "sign": "○"}]}"#, "turns[0].sign"),
            (#"{"layout": 1, "turns": [{"shape": "gap"}], "speakers": [1]}"#, "speakers[0]"),
            (#"{"layout": 1, "turns": [{"shape": "gap"}], "marks": {"→": "boss"}}"#, "marks.→"),
            (#"{"layout": 1, "turns": [{"shape": "gap"}], "colour": 1}"#, "colour"),
        ])
    func mistakes(_ text: String, _ place: String) {
        do {
            _ = try read(text)
            Issue.record("taken: \(text)")
        } catch {
            #expect((error as? LayoutFileError)?.place == place)
            #expect("\(error)".contains("書き方.json"))
        }
    }

    @Test("broken JSON is named by line")
    func broken() {
        do {
            _ = try read("{\n\"layout\": 1,\n\"turns\": [}\n")
            Issue.record("taken")
        } catch {
            #expect((error as? LayoutFileError)?.place == "3行11列")
        }
    }

    @Test("the file that --explain writes gives the same turns again")
    func roundTrip() throws {
        let source = SourceBytes(name: "会議録.txt", bytes: Array(Self.minutes.utf8))
        let processor = try MinutesProcessor()
        let explained = try processor.processExplaining(source)[0]
        let layout = try TurnLayoutFile.read(SourceBytes(name: "f", bytes: explained.layout.file()))
        let again = try processor.processExplaining(source, as: layout)[0]
        #expect(again.record.meeting.remarks == explained.record.meeting.remarks)
        #expect(explained.layout.text.contains("発言者＋「：」"))
    }
}

@Suite("Layouts kept in the archive")
struct ArchiveLayoutTests {
    /// A folder that goes away with the value.
    final class Place {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("layouts-\(UUID().uuidString)")

        init() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }

        deinit { try? FileManager.default.removeItem(at: root) }

        func document(_ name: String, _ text: String) throws -> DocumentPath {
            let url = root.appendingPathComponent(name)
            try text.write(to: url, atomically: true, encoding: .utf8)
            return try DocumentFolder.documents(at: [url.path])[0]
        }
    }

    private static func minutes(_ month: Int, _ turns: [String]) -> String {
        "第\(month)回　うみべ市緑化協議会　会議録\n日時　令和６年\(month)月９日 14時～15時\n場所　市役所\n\n" + turns.joined(separator: "\n") + "\n"
    }

    private static let colons = ["会長：始めます。", "事務局：説明します。", "委員：何本ですか。", "事務局：五百本です。"]
    private static let marks = ["○会長　始めます。", "○事務局　説明します。", "○委員　何本ですか。", "○事務局　五百本です。"]

    @Test("a body that changes its way is warned about; what it used last is remembered")
    func change() throws {
        let place = try Place()
        let secretariat = try Secretariat.create(at: place.root.appendingPathComponent("a"))
        let first = try secretariat.importDocuments([place.document("5.txt", Self.minutes(5, Self.colons))])
        #expect(!first.outcomes[0].diagnostics.contains { $0.code == "layout.changed" })
        let second = try secretariat.importDocuments([place.document("6.txt", Self.minutes(6, Self.marks))])
        #expect(second.outcomes[0].diagnostics.contains { $0.code == "layout.changed" })
        let layouts = try secretariat.layouts()
        #expect(layouts.count == 1)
        #expect(layouts[0].fixed == nil)
        #expect(layouts[0].found.first == .init(.mark, sign: "○"))
        #expect(layouts[0].document == "6.txt")
        #expect(try secretariat.verify().allSatisfy { $0.severity != .error })
    }

    @Test("a fixed layout is a decision: it survives a rebuild, is used by it, and can be forgotten")
    func fixed() throws {
        let place = try Place()
        let secretariat = try Secretariat.create(at: place.root.appendingPathComponent("a"))
        let text = Self.minutes(5, Self.colons + ["樹木医会：根を切ってはいけません。", "会長：課題は水です。"])
        _ = try secretariat.importDocuments([place.document("5.txt", text)])
        let body = try #require(try secretariat.layouts().first?.body)
        let layout = TurnLayout(turns: [.init(.delimiter, sign: "：")], notSpeakers: ["委員"])
        #expect(try secretariat.fix(layout, for: "緑化協議会") == body)
        _ = try secretariat.rebuild()
        #expect(try secretariat.layouts().first?.fixed == layout)
        #expect(!(try secretariat.records()[0].meeting.remarks.contains { $0.label == "委員" }))
        #expect(try secretariat.forgetLayout(of: body) == body)
        _ = try secretariat.rebuild()
        #expect(try secretariat.records()[0].meeting.remarks.contains { $0.label == "委員" })
        #expect(throws: RequestProblem.noLayout(body)) { try secretariat.forgetLayout(of: body) }
    }

    @Test("import with a layout fixes it for the body; a damaged file of decisions stops an import")
    func importing() throws {
        let place = try Place()
        let folder = place.root.appendingPathComponent("a")
        let secretariat = try Secretariat.create(at: folder)
        let document = try place.document("5.txt", Self.minutes(5, Self.colons))
        let layout = TurnLayout(turns: [.init(.delimiter, sign: "：")], notSpeakers: ["委員"])
        _ = try secretariat.importDocuments([document], options: ImportOptions(layout: layout))
        #expect(try secretariat.layouts().first?.fixed == layout)
        #expect(try secretariat.records()[0].meeting.remarks.count == 3)
        try Data("{".utf8).write(to: folder.appendingPathComponent("layouts/fixed.json"))
        #expect(throws: (any Error).self) { try secretariat.importDocuments([document]) }
        #expect(try secretariat.verify().contains { $0.code == "archive.layouts-damaged" })
    }
}
