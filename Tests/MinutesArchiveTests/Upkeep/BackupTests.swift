import Foundation
import MinutesModel
import Testing
import ZipContainer

@testable import MinutesArchive

@Suite struct BackupTests {
    private func filled(_ folder: TemporaryFolder) throws -> Archive {
        let archive = try folder.archive()
        try archive.write { writer in
            for number in 1...3 {
                let meeting = InventedMeeting(id: "m\(number)", request: "ベンチを\(number)脚置いてください。")
                let original = try writer.store(meeting.bytes, name: "第\(number)回が.txt")
                _ = try writer.put(meeting.analyzed, original: original)
            }
            try writer.put(fixedLayouts: ["みどり町": TurnLayout(turns: [])])
            try writer.commit()
        }
        try archive.append([InventedMeeting(id: "m1", request: "ベンチを1脚置いてください。").review()])
        return archive
    }

    /// Everything but the lock, which is each folder's own.
    private func content(of path: String) throws -> [String: [UInt8]] {
        try TemporaryFolder.snapshot(of: path).filter { $0.key != "lock" }
    }

    @Test func whatIsBackedUpComesBackByteForByte() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let (first, second) = (folder.path + "/一.zip", folder.path + "/二.zip")
        let summary = try archive.backup(to: first)
        #expect(summary.originals == 3 && summary.meetings == 3)
        _ = try archive.backup(to: second)
        #expect(try FilePlace.bytes(of: first) == FilePlace.bytes(of: second))
        #expect(try FilePlace.names(in: folder.path) == ["kaigiroku", "一.zip", "二.zip"].sorted())
        let restored = try Archive.restore(first, to: folder.path + "/a/戻し")
        #expect(restored == summary)
        #expect(try content(of: folder.path + "/a/戻し") == content(of: archive.path))
        #expect(try Archive.open(at: folder.path + "/a/戻し").verify() == [])
        #expect(try FilePlace.names(in: folder.path + "/a") == ["戻し"])
    }

    @Test func indexesLockAndLeftoversStayOut() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        try FilePlace.put([1], at: archive.indexFolder + "/segment")
        try FilePlace.put([1], at: archive.path + "/synonyms.csv")
        try FilePlace.put([1], at: archive.path + "/.DS_Store")
        _ = try archive.backup(to: folder.path + "/a.zip")
        let names = try ZipArchive(FilePlace.bytes(of: folder.path + "/a.zip")).entries.map(\.name)
        #expect(
            names.contains("synonyms.csv") && names.contains("reviews.jsonl") && names.contains("layouts/fixed.json"))
        #expect(!names.contains { $0.hasPrefix("index") || $0 == "lock" || $0.hasPrefix(".") || $0.hasSuffix(".tmp") })
        #expect(names.last == "backup.json")
    }

    @Test func nothingIsWrittenOver() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let file = folder.path + "/a.zip"
        try FilePlace.put([1], at: file)
        #expect(throws: ArchiveError.fileExists(path: file)) { try archive.backup(to: file) }
        #expect(throws: ArchiveError.self) { try archive.backup(to: archive.path + "/a.zip") }
        #expect(throws: ArchiveError.self) { try archive.backup(to: archive.recordsFolder + "/a.zip") }
        #expect(throws: ArchiveError.notFound(path: folder.path + "/none")) {
            try archive.backup(to: folder.path + "/none/a.zip")
        }
        _ = try archive.backup(to: file, replaces: true)
        #expect(throws: ArchiveError.exists(path: archive.path)) { try Archive.restore(file, to: archive.path) }
        try FilePlace.makeFolder(folder.path + "/b")
        try FilePlace.put([1], at: folder.path + "/b/日記")

        #expect(throws: ArchiveError.folderNotEmpty(path: folder.path + "/b")) {
            try Archive.restore(file, to: folder.path + "/b")
        }
        #expect(try FilePlace.names(in: folder.path + "/b") == ["日記"])
    }

    @Test func aDamagedOriginalIsNotHidden() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        try FilePlace.put([9], at: archive.path(of: archive.originals()[0]))
        #expect(throws: ArchiveError.self) { try archive.backup(to: folder.path + "/a.zip") }
        #expect(try FilePlace.names(in: folder.path) == ["kaigiroku"])
    }

    @Test func nobodyWritesMeanwhile() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let writer = try archive.writer()
        #expect(throws: ArchiveError.self) { try archive.backup(to: folder.path + "/a.zip") }
        withExtendedLifetime(writer) {}
    }

    /// A byte flipped anywhere, or an end cut off: refused or the same content, and nothing is left behind.
    @Test func aDamagedBackupLeavesNothing() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let file = folder.path + "/a.zip"
        _ = try archive.backup(to: file)
        let bytes = try FilePlace.bytes(of: file)
        let expected = try content(of: archive.path)
        var refused = 0
        for place in stride(from: 0, to: bytes.count, by: 61) {
            var damaged = bytes
            damaged[place] ^= 0x11
            try FilePlace.put(damaged, at: file)
            do {
                _ = try Archive.restore(file, to: folder.path + "/戻し")
                #expect(try content(of: folder.path + "/戻し") == expected, "\(place)")
                try FilePlace.remove(folder.path + "/戻し")
            } catch {
                refused += 1
                #expect("\(error)".contains("控え") || "\(error)".contains("読み取れません"), "\(error)")
            }
            #expect(try FilePlace.names(in: folder.path).sorted() == ["a.zip", "kaigiroku"])
        }
        #expect(refused > 50)
        for length in [0, 10, bytes.count / 2, bytes.count - 1] {
            try FilePlace.put(Array(bytes[..<length]), at: file)
            #expect(throws: ArchiveError.self) { try Archive.restore(file, to: folder.path + "/戻し") }
        }
        #expect(try FilePlace.names(in: folder.path).sorted() == ["a.zip", "kaigiroku"])
    }

    @Test(
        arguments: [
            "../x", "/etc/passwd", "a/../../x", "originals/./a", "a\u{7}b", "lock", "index/x", ".hidden", "a/b/c/d/e",
            "a//b", "CON",
        ])
    func aBackupWithOtherNamesIsRefused(name: String) throws {
        #expect(!BackupManifest.isSafe(name))
        let folder = try TemporaryFolder()
        var manifest = BackupManifest()
        manifest.files = [.init(path: name, bytes: 0, sha256: SHA256.hexDigest(of: [UInt8]()))]
        var zip = ZipWriter()
        try zip.add("backup.json", ArchiveJSON.page(manifest, path: ""))
        try FilePlace.put(zip.finished(), at: folder.path + "/a.zip")
        let error = #expect(throws: ArchiveError.self) {
            try Archive.restore(folder.path + "/a.zip", to: folder.path + "/b")
        }
        #expect("\(String(describing: error))".contains("使えない名前"))
        #expect(try FilePlace.names(in: folder.path) == ["a.zip"])
    }

    @Test func aBackupOfANewerProgramIsCalledSo() throws {
        let folder = try TemporaryFolder()
        var zip = ZipWriter()
        try zip.add("backup.json", Array(#"{"format": 7}"#.utf8))
        try FilePlace.put(zip.finished(), at: folder.path + "/a.zip")
        let error = #expect(throws: ArchiveError.self) {
            try Archive.restore(folder.path + "/a.zip", to: folder.path + "/b")
        }
        guard case .tooNew(_, 7, 1) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
