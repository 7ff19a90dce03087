import Foundation
import MinutesArchive
import MinutesModel
import Testing

@testable import MinutesKit

/// Archives as older programs left them: read as they are, brought up by the first write, nothing lost.
@Suite struct ArchiveCompatTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/Compat")

    /// A copy of an archive, taken away when the value goes.
    private final class Copy {
        let url: URL

        init(_ name: String) throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-compat-\(UUID().uuidString)")
            try FileManager.default.copyItem(at: fixtures.appendingPathComponent(name), to: url)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func bytes(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
    }

    private func list(_ secretariat: Secretariat) throws -> [UInt8] {
        try Secretariat.export(secretariat.actions(), as: "actions-csv")
    }

    @Test func anOldArchiveIsReadWithoutBeingTouched() throws {
        let copy = try Copy("archive-v1")
        let secretariat = try Secretariat.open(at: copy.url)
        #expect(secretariat.archive.description.format == 1)
        #expect(try secretariat.meetings().map(\.id) == ["mp8eyks1vfagj", "mfbs5zb106mfj"])
        #expect(try secretariat.meetings().map(\.versions) == [2, 1])
        #expect(try secretariat.archive.reviews().value.count == 7)
        #expect(try secretariat.archive.reviews().diagnostics.isEmpty)
        #expect(try secretariat.archive.fixedLayouts().count == 1)
        #expect(
            try copy.bytes("archive.json")
                == Data(contentsOf: Self.fixtures.appendingPathComponent("archive-v1/archive.json")))
    }

    @Test func theFirstWriteBringsItUp() throws {
        let copy = try Copy("archive-v1")
        let expected = [UInt8](try Data(contentsOf: Self.fixtures.appendingPathComponent("archive-v1.actions.csv")))
        let before = try Secretariat.open(at: copy.url)
        let reviews = try before.archive.reviews().value
        #expect(try list(before) == expected)
        try before.archive.write { _ in }
        let after = try Secretariat.open(at: copy.url)
        #expect(after.archive.description.format == ArchiveDescription.knownFormat)
        #expect(after.archive.description.name == "ほたる沢町見守り会議")
        #expect(try after.archive.reviews().value == reviews)
        #expect(try list(after) == expected)
        let lines = try copy.bytes("reviews.jsonl").split(separator: 0x0A)
        #expect(lines.count == 7 && lines.allSatisfy { $0.suffix(30).contains(UInt8(ascii: "s")) })
        // The old program's index may have to be made anew; nothing else is to be said.
        #expect(try after.verify().filter { $0.severity != .note && !$0.code.hasPrefix("index.") } == [])
        _ = try after.rebuild()
        #expect(try after.verify().filter { $0.severity != .note } == [])
        #expect(try list(after) == expected)
        #expect(try after.archive.reviews().value == reviews)
        // The id an item had before the correction still leads to it.
        #expect(try after.find("fyj98xe9rv2aa").remark?.id == "r80zxksgbd1pr")
    }

    @Test func aCrashInTheMiddleOfTheUpgradeHarmsNothing() throws {
        let copy = try Copy("archive-v1")
        let secretariat = try Secretariat.open(at: copy.url)
        let reviews = try secretariat.archive.reviews().value
        let old = try copy.bytes("archive.json")
        try secretariat.archive.write { _ in }
        // Everything is done but the last step.
        try old.write(to: copy.url.appendingPathComponent("archive.json"))
        let half = try Secretariat.open(at: copy.url)
        #expect(try half.archive.reviews().value == reviews)
        let sealed = try copy.bytes("reviews.jsonl")
        try half.archive.write { _ in }
        #expect(try copy.bytes("reviews.jsonl") == sealed)
        #expect(try Secretariat.open(at: copy.url).archive.description.format == ArchiveDescription.knownFormat)
    }

    @Test func aNewerArchiveIsRefusedForReadingAndForWriting() throws {
        let copy = try Copy("archive-v1")
        let opened = try Secretariat.open(at: copy.url)
        let newer = #"{"format": 99, "name": "x", "settings": {}}"#
        try Data(newer.utf8).write(to: copy.url.appendingPathComponent("archive.json"))
        let file = copy.url.path + "/archive.json"
        let refusal = ArchiveError.tooNew(path: file, version: 99, known: ArchiveDescription.knownFormat)
        #expect(throws: refusal) { try Secretariat.open(at: copy.url) }
        // One that was opened before a colleague's newer program came.
        #expect(throws: refusal) { try opened.archive.write { _ in } }
        #expect(try copy.bytes("archive.json") == Data(newer.utf8))
        #expect("\(refusal)".contains("新しい版"))
    }
}
