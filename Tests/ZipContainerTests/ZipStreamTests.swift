import Foundation
import Testing

@testable import ZipContainer

@Suite struct ZipStreamTests {
    @Test func piecesAreTheFile() throws {
        var stream = ZipStream()
        var writer = ZipWriter()
        var file: [UInt8] = []
        for (index, input) in DeflateTests.inputs.enumerated() {
            file += try stream.entry("\(index)", input)
            try writer.add("\(index)", input)
        }
        #expect(file + stream.directory() == writer.finished())
        #expect(throws: ZipError.duplicateName(entry: "0")) { try stream.entry("0", []) }
        #expect(throws: ZipError.self) { try stream.entry("../0", []) }
    }

    @Test func moreEntriesThanTheOldDirectoryCounts() throws {
        var stream = ZipStream()
        var file: [UInt8] = []
        for number in 0..<70_000 { file += try stream.entry("\(number)", [UInt8(truncatingIfNeeded: number)]) }
        file += stream.directory()
        let limits = ZipLimits(entries: 100_000)
        let archive = try ZipArchive(file, limits: limits)
        #expect(archive.entries.count == 70_000)
        #expect(try archive.contents(named: "69999") == [UInt8(truncatingIfNeeded: 69_999)])
        guard let python = ExternalTool.python else { return }
        try ExternalTool.withFolder { folder in
            try Data(file).write(to: folder.appendingPathComponent("many.zip"))
            let read = try ExternalTool.run(
                python,
                ["-c", "import zipfile; z = zipfile.ZipFile('many.zip'); print(len(z.namelist()), z.testzip())"],
                in: folder)
            #expect(read.output.contains("70000 None"), "\(read.output)")
        }
    }

    /// Behind 4 GB, which are a hole in the file: nothing of it is on the disk or in memory.
    @Test func entriesBeyondFourGigabytes() throws {
        let front = 5 << 30
        var stream = ZipStream(behind: front)
        var file = try stream.entry("会議録.txt", Array(repeating: 65, count: 1000))
        file += try stream.entry("b", [1, 2, 3])
        file += stream.directory()
        try ExternalTool.withFolder { folder in
            let url = folder.appendingPathComponent("far.zip")
            #expect(FileManager.default.createFile(atPath: url.path, contents: nil))
            let handle = try FileHandle(forWritingTo: url)
            try handle.seek(toOffset: UInt64(front))
            try handle.write(contentsOf: file)
            try handle.close()
            let data = try Data(contentsOf: url, options: .alwaysMapped)
            try data.withUnsafeBytes { raw in
                let archive = try ZipArchive(ZipBytes(raw, heldBy: ZipStreamTests.owner))
                #expect(archive.entries.map(\.name) == ["会議録.txt", "b"])
                #expect(try archive.contents(named: "b") == [1, 2, 3])
            }
            guard let python = ExternalTool.python else { return }
            let read = try ExternalTool.run(
                python, ["-c", "import zipfile; z = zipfile.ZipFile('far.zip'); print(z.namelist(), z.testzip())"],
                in: folder)
            #expect(read.output.contains("'b'] None"), "\(read.output)")
        }
    }

    private final class Owner: Sendable {}
    private static let owner = Owner()
}
