import Foundation
import Testing

@testable import MinutesArchive

/// Nothing outside the archive is read or written by way of a link in it.
@Suite struct LinkTests {
    @Test(arguments: ["originals", "records", "index", "actions", "layouts"])
    func aFolderThatIsALinkIsRefused(name: String) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let place = archive.path + "/" + name
        try FilePlace.remove(place)
        try FilePlace.makeFolder(folder.path + "/elsewhere")
        #expect(symlink(folder.path + "/elsewhere", place) == 0)
        #expect(throws: ArchiveError.link(path: place)) { try Archive.open(at: archive.path) }
    }

    @Test func filesThatAreLinksAreNotRead() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let original = try archive.write { writer in
            let original = try writer.store([1, 2], name: "a.txt")
            try writer.land()
            return original
        }
        let place = try archive.path(of: original)
        try FilePlace.move(place, to: folder.path + "/a.txt")
        #expect(symlink(folder.path + "/a.txt", place) == 0)
        #expect(throws: ArchiveError.link(path: place)) { try archive.bytes(of: original) }
        #expect(try archive.verify().contains { $0.code == "archive.original-damaged" && $0.message.contains("リンク") })
        let digests = archive.originalFolder(original.sha256)
        try FilePlace.move(digests, to: folder.path + "/digest")
        #expect(symlink(folder.path + "/digest", digests) == 0)
        #expect(throws: ArchiveError.link(path: digests)) { try archive.bytes(of: original) }
    }

    @Test func nothingIsWrittenThroughALink() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.put([7], at: folder.path + "/diary")
        #expect(symlink(folder.path + "/diary", archive.reviewsFile) == 0)
        #expect(throws: ArchiveError.link(path: archive.reviewsFile)) {
            try archive.append([InventedMeeting().review()])
        }
        #expect(symlink(folder.path + "/none", archive.lockFile + "2") == 0)
        #expect(throws: ArchiveError.link(path: archive.lockFile + "2")) {
            try WriterLock(path: archive.lockFile + "2")
        }
        #expect(try FilePlace.bytes(of: folder.path + "/diary") == [7])
    }

    @Test func aPipeInThePlaceOfAFileMakesNobodyWait() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path + "/pipe", 0o644) == 0)
        #expect(throws: ArchiveError.self) { try FilePlace.bytes(of: folder.path + "/pipe") }
    }
}
