import Foundation
import Testing

/// backup, restore, forget, verify, the lock: the built program as a clerk meets it.
@Suite struct ArchiveCareTests {
    private static let first = Program.samples.appendingPathComponent("0001-mizuhokawa-r6-1/会議要録.txt").path
    private static let second = Program.samples.appendingPathComponent("0002-mizuhokawa-r6-2/R6第2回推進委員会_会議要録.txt").path

    private func filled() throws -> Program.Folder {
        let folder = try Program.Folder()
        try #require(try Program.run(["import", Self.first, Self.second], in: folder.url).code == 0)
        return folder
    }

    private func meetings(_ folder: Program.Folder) throws -> [String] {
        let list = try Program.run(["list", "--format", "csv"], in: folder.url).output
        return list.split(whereSeparator: \.isNewline).dropFirst().compactMap {
            $0.split(separator: ",").first.map(String.init)
        }
    }

    /// Contents of all files of the archive's folders, without what says when and by whom.
    private func contents(_ folder: Program.Folder, _ names: [String]) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in names {
            let root = folder.url.appendingPathComponent("kaigiroku/\(name)")
            // Which file the index was compared with last is a matter of this disk.
            for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path != "catalog.state" {
                found["\(name)/\(path)"] = try? Data(contentsOf: root.appendingPathComponent(path))
            }
        }
        return found
    }

    @Test func backedUpAndRestored() throws {
        let folder = try filled()
        let made = try Program.run(["backup", "控え.zip"], in: folder.url)
        #expect(made.code == 0 && made.output.contains("会議 2件、原本 2件"), "\(made.output)\(made.errors)")
        let again = try Program.run(["backup", "控え.zip"], in: folder.url)
        #expect(again.code == 1 && again.errors.contains("--force"), "\(again.errors)")
        #expect(try Program.run(["backup", "控え.zip", "--force"], in: folder.url).code == 0)
        let over = try Program.run(["restore", "控え.zip"], in: folder.url)
        #expect(over.code == 1 && over.errors.contains("すでに"), "\(over.errors)")
        let restored = try Program.run(["restore", "控え.zip", "-a", "戻し"], in: folder.url)
        #expect(restored.code == 0, "\(restored.errors)")
        for words in [["actions", "--format", "csv"], ["list", "--format", "csv"], ["search", "居場所"]] {
            let here = try Program.run(words, in: folder.url)
            #expect(try Program.run(words + ["-a", "戻し"], in: folder.url).output == here.output)
        }
        #expect(try Program.run(["verify", "-a", "戻し"], in: folder.url).code == 0)
        #expect(try Program.run(["backup"], in: folder.url).code == 2)
        let nothing = try Program.run(["restore", Self.first, "-a", "別"], in: folder.url)
        #expect(nothing.code == 1 && nothing.errors.contains("控え"), "\(nothing.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("別")))
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip"), "unzip がないため省きます"))
    func unzipAcceptsABackup() throws {
        let folder = try filled()
        #expect(try Program.run(["backup", "控え.zip"], in: folder.url).code == 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
        process.arguments = ["-tq", folder.path("控え.zip")]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func aForgottenMeetingStaysForgotten() throws {
        let folder = try filled()
        let id = try #require(try meetings(folder).first)
        let items = try Program.run(["actions", "--format", "csv", "--meeting", id], in: folder.url).output
        #expect(items.split(whereSeparator: \.isNewline).count > 3)
        let gone = try Program.run(["forget", id], in: folder.url)
        #expect(gone.code == 0 && gone.output.contains("原本 1件"), "\(gone.output)\(gone.errors)")
        #expect(try meetings(folder).count == 1)
        let note = try String(contentsOfFile: folder.path("kaigiroku/forgotten.jsonl"), encoding: .utf8)
        #expect(note.contains(id) && !note.contains("委員"), "\(note)")
        #expect(try Program.run(["rebuild"], in: folder.url).code == 0)
        #expect(try meetings(folder).count == 1)
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
        let again = try Program.run(["import", Self.first], in: folder.url)
        #expect(again.errors.contains("--restore") && again.code == 0, "\(again.errors)")
        #expect(try meetings(folder).count == 1)
        #expect(try Program.run(["import", Self.first, "--restore"], in: folder.url).code == 0)
        #expect(try meetings(folder).contains(id))
        let unknown = try Program.run(["forget", "mnone"], in: folder.url)
        #expect(unknown.code == 1 && unknown.errors.contains("list"), "\(unknown.errors)")
        #expect(try Program.run(["forget"], in: folder.url).code == 2)
    }

    @Test func twoRebuildsGiveTheSameBytes() throws {
        let folder = try filled()
        let derived = ["records", "index", "layouts"]
        #expect(try Program.run(["rebuild"], in: folder.url).code == 0)
        let first = try contents(folder, derived)
        #expect(try Program.run(["rebuild"], in: folder.url).code == 0)
        #expect(try contents(folder, derived) == first)
        #expect(first.count >= 5)
    }

    @Test func whatAnImportLeftBehindIsPutRight() throws {
        let folder = try filled()
        _ = try folder.write("kaigiroku/records/pending", "")
        _ = try folder.write("kaigiroku/originals/.abc.tmp/half", "x")
        try FileManager.default.removeItem(atPath: folder.path("kaigiroku/index/manifest.json"))
        let looked = try Program.run(["verify", "--only-check"], in: folder.url)
        #expect(looked.code == 1 && looked.errors.contains("archive.interrupted"), "\(looked.errors)")
        let verified = try Program.run(["verify"], in: folder.url)
        #expect(verified.code == 0 && verified.errors.contains("archive.settled"), "\(verified.errors)")
        let after = try Program.run(["verify"], in: folder.url)
        #expect(after.code == 0 && after.errors.isEmpty, "\(after.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("kaigiroku/originals/.abc.tmp")))
    }

    /// An import that was killed between a document and its record.
    @Test func anOriginalWithoutARecordIsReadAgain() throws {
        let folder = try filled()
        let id = try #require(try meetings(folder).first)
        let before = try contents(folder, ["records", "originals"])
        let record = folder.path("kaigiroku/records/\(id).record")
        try FileManager.default.removeItem(atPath: record)
        _ = try folder.write("kaigiroku/records/pending", "")
        #expect(try meetings(folder).count == 1)
        let verified = try Program.run(["verify"], in: folder.url)
        #expect(verified.code == 0 && verified.errors.contains("archive.original-unused"), "\(verified.errors)")
        #expect(try meetings(folder).contains(id))
        #expect(try contents(folder, ["records", "originals"]) == before)
    }

    @Test func aDamagedDecisionIsNamed() throws {
        let folder = try filled()
        let list = try Program.run(["actions", "--format", "json"], in: folder.url).output
        let id = try #require(list.split(separator: "\"").first { $0.hasPrefix("f") && $0.utf8.count == 13 })
        for note in ["一つ目", "二つ目"] {
            #expect(try Program.run(["actions", "accept", String(id), "--note", note], in: folder.url).code == 0)
        }
        let file = folder.url.appendingPathComponent("kaigiroku/reviews.jsonl")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacing("一つ目", with: "三つ目").write(to: file, atomically: true, encoding: .utf8)
        let verified = try Program.run(["verify"], in: folder.url)
        #expect(verified.code == 1 && verified.errors.contains("reviews.damaged-line"), "\(verified.errors)")
        #expect(!(try Program.run(["actions", "--explain", String(id)], in: folder.url).output.contains("三つ目")))
        #expect(try Program.run(["backup", "a.zip"], in: folder.url).code == 0)
    }
}
