import Foundation
import Testing

/// Bad input gets one clear sentence and the right exit code; nothing half-written is left.
@Suite struct BadInputTests {
    /// One sentence on standard error, nothing on standard output.
    private func expectRefusal(_ result: Program.Result, code: Int32, saying word: String) {
        #expect(result.code == code, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(word), "\(result.errors)")
        #expect(result.errors.split(separator: "\n").count <= 2, "\(result.errors)")
    }

    @Test func anEmptyFile() throws {
        let folder = try Program.Folder()
        let file = try folder.write("空.txt", "")
        expectRefusal(try Program.run(["parse", file]), code: 1, saying: "空のファイル")
    }

    @Test func aBinary() throws {
        let folder = try Program.Folder()
        let file = try folder.write("会議録.docx", [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 0x21, 0])
        expectRefusal(try Program.run(["parse", file]), code: 1, saying: "途中で切れている")
        let other = try folder.write("会議録.txt", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })
        #expect(try Program.run(["parse", other]).code == 1)
    }

    @Test func aVeryLongLine() throws {
        let folder = try Program.Folder()
        let file = try folder.write("長い行.txt", String(repeating: "あいうえお、", count: 1_200_000))
        let result = try Program.run(["parse", file, "--format", "json", "-o", folder.path("結果.json")])
        #expect(result.code == 0)
        #expect(result.errors.contains("注意"))
    }

    @Test func aMissingFileAndAFolder() throws {
        let folder = try Program.Folder()
        expectRefusal(try Program.run(["parse", folder.path("無い.txt")]), code: 1, saying: "見つかりません")
        expectRefusal(try Program.run(["parse", folder.url.path]), code: 1, saying: "フォルダ")
        expectRefusal(try Program.run(["import", folder.url.path], in: folder.url), code: 1, saying: "会議録のファイル")
        #expect(!FileManager.default.fileExists(atPath: folder.path("kaigiroku")))
    }

    @Test func anUnknownVerbOrOption() throws {
        expectRefusal(try Program.run(["lits"]), code: 2, saying: "list")
        expectRefusal(try Program.run(["list", "--fromat", "json"]), code: 2, saying: "--format")
        expectRefusal(try Program.run(["list", "--format", "xml"]), code: 2, saying: "json")
        expectRefusal(try Program.run(["search"]), code: 2, saying: "探す語")
        expectRefusal(try Program.run(["list", "--format", "xml", "--lang", "en"]), code: 2, saying: "cannot be")
    }

    @Test func noArchive() throws {
        let folder = try Program.Folder()
        for verb in ["list", "actions", "topics", "verify", "rebuild", "draft"] {
            expectRefusal(try Program.run([verb], in: folder.url), code: 1, saying: "gijiroku init")
        }
        let english = try Program.run(["list"], in: folder.url, environment: ["LANG": "en_GB.UTF-8"])
        expectRefusal(english, code: 1, saying: "holds no archive")
    }

    @Test func aDamagedOrNewerArchive() throws {
        let folder = try Program.Folder()
        _ = try Program.run(["init"], in: folder.url)
        _ = try folder.write("kaigiroku/archive.json", "{")
        expectRefusal(try Program.run(["list"], in: folder.url), code: 1, saying: "archive.json")
        _ = try folder.write("kaigiroku/archive.json", #"{"format":99,"name":"x","settings":{}}"#)
        expectRefusal(try Program.run(["list"], in: folder.url), code: 1, saying: "新しい版")
    }

    @Test func aDamagedRecordIsFoundAndRebuilt() throws {
        let folder = try Program.Folder()
        let sample = Program.samples.appendingPathComponent("0001-mizuhokawa-r6-1/会議要録.txt").path
        _ = try Program.run(["import", sample], in: folder.url)
        let records = try FileManager.default.contentsOfDirectory(atPath: folder.path("kaigiroku/records"))
        let record = try #require(records.first { $0.hasPrefix("m") })
        _ = try folder.write("kaigiroku/records/\(record)", "{}")
        let verified = try Program.run(["verify"], in: folder.url)
        #expect(verified.code == 1 && verified.errors.contains("rebuild"), "\(verified.errors)")
        #expect(try Program.run(["rebuild"], in: folder.url).code == 0)
        #expect(try Program.run(["verify"], in: folder.url).code == 0)
        #expect(try Program.run(["search", "居場所"], in: folder.url).output.contains("居場所"))
    }

    /// Root may write anywhere, so this shows something only for other users.
    @Test(.enabled(if: getuid() != 0)) func aFolderWithoutRights() throws {
        let folder = try Program.Folder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
        let result = try Program.run(["init"], in: folder.url)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
        expectRefusal(result, code: 1, saying: "権限")
    }

    @Test func actionsThatAreNotThere() throws {
        let folder = try Program.Folder()
        _ = try Program.run(["init"], in: folder.url)
        expectRefusal(
            try Program.run(["actions", "set", "fzzz", "--status", "done"], in: folder.url), code: 1, saying: "fzzz")
        expectRefusal(try Program.run(["actions", "set", "fzzz"], in: folder.url), code: 2, saying: "--status")
        expectRefusal(try Program.run(["actions", "--kind", "雑談"], in: folder.url), code: 1, saying: "雑談")
        expectRefusal(try Program.run(["actions", "--due-by", "いつか"], in: folder.url), code: 1, saying: "日付")
    }
}
