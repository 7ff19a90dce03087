import Foundation
import Testing

@testable import MinutesArchive

@Suite struct OriginalsTests {
    @Test func bytesComeBackAsTheyWere() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let bytes: [UInt8] = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        let writer = try archive.writer()
        let original = try writer.store(bytes, name: "../会議録\n.txt")
        try writer.land()
        #expect(original.name == "会議録.txt")
        #expect(original.sha256 == SHA256.hexDigest(of: bytes))
        #expect(try archive.bytes(of: original) == bytes)
        #expect(try archive.originals() == [original])
        #expect(try FilePlace.bytes(of: archive.path(of: original)) == bytes)
    }

    @Test func theSameBytesKeepTheirFirstName() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let writer = try archive.writer()
        let first = try writer.store([1, 2], name: "一.txt")
        #expect(try writer.store([1, 2], name: "まだ.txt") == first)
        try writer.land()
        let before = try TemporaryFolder.snapshot(of: archive.originalsFolder)
        #expect(try writer.store([1, 2], name: "二.txt") == first)
        #expect(try TemporaryFolder.snapshot(of: archive.originalsFolder) == before)
        #expect(try writer.store([], name: "空.txt").name == "空.txt")
        #expect(try writer.store([7], name: "about.json").name == "_about.json")
        try writer.land()
        #expect(try archive.originals().count == 3)
    }

    @Test func changedBytesAreNotHandedOut() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let original = try archive.write { writer in
            let original = try writer.store([1, 2, 3], name: "a.txt")
            try writer.land()
            return original
        }
        try FilePlace.put([1, 2, 4], at: archive.path(of: original))
        #expect(throws: ArchiveError.self) { try archive.bytes(of: original) }
    }

    @Test func anInterruptedWriteIsTidiedAway() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let digest = String(repeating: "a", count: 64)
        try FilePlace.makeFolder(archive.originalsFolder + "/.\(digest).tmp")
        try FilePlace.put([1], at: archive.originalsFolder + "/.\(digest).tmp/half")
        #expect(try archive.originals().isEmpty)
        _ = try archive.writer()
        #expect(try FilePlace.names(in: archive.originalsFolder).isEmpty)
    }

    @Test func anOriginalOutsideTheFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        #expect(throws: ArchiveError.unsafeName("../../etc")) {
            try archive.bytes(of: StoredOriginal(sha256: "../../etc", name: "passwd"))
        }
    }
}
