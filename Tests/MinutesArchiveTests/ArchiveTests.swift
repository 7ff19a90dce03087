import Foundation
import Testing

@testable import MinutesArchive

@Suite struct ArchiveTests {
    @Test func anArchiveIsMadeOnceAndOpened() throws {
        let folder = try TemporaryFolder()
        let made = try Archive.create(at: folder.path + "/a/b/", name: "みどり町", settings: ["x": "1"])
        let opened = try Archive.open(at: folder.path + "/a/b")
        #expect(opened.description == made.description)
        #expect(opened.path == folder.path + "/a/b")
        #expect(throws: ArchiveError.exists(path: made.path)) { try Archive.create(at: made.path, name: "二つ目") }
    }

    @Test func aFolderWithOtherThingsIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try FilePlace.put([1], at: folder.path + "/家計簿.xlsx")
        #expect(throws: ArchiveError.folderNotEmpty(path: folder.path)) {
            try Archive.create(at: folder.path, name: "")
        }
        #expect(try FilePlace.names(in: folder.path) == ["家計簿.xlsx"])
    }

    @Test func whatIsNoArchiveIsSaidToBeNone() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.missing(path: folder.path)) { try Archive.open(at: folder.path) }
        #expect(throws: ArchiveError.missing(path: "/ない/場所")) { try Archive.open(at: "/ない/場所") }
    }

    @Test(arguments: ["", "{", "[]", #"{"name":"a"}"#, #"{"format":"1"}"#, #"{"format":0,"name":"","settings":{}}"#])
    func aDamagedDescriptionIsReported(json: String) throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.put(Array(json.utf8), at: archive.descriptionFile)
        let error = #expect(throws: ArchiveError.self) { try Archive.open(at: archive.path) }
        guard case .damaged(let path, _) = try #require(error) else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == archive.descriptionFile)
    }

    @Test func aNewerArchiveIsRefused() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.put(Array(#"{"format":9,"everything":"new"}"#.utf8), at: archive.descriptionFile)
        #expect(throws: ArchiveError.tooNew(path: archive.descriptionFile, version: 9, known: 2)) {
            try Archive.open(at: archive.path)
        }
    }

    @Test func aFullDiskLeavesTheOldFile() throws {
        // /dev/full takes no byte.
        guard FilePlace.exists("/dev/full") else { return }
        #expect(throws: ArchiveError.diskFull(path: "/dev/full")) { try FilePlace.append([1], to: "/dev/full") }
    }

    @Test(.enabled(if: getuid() != 0)) func aFolderWithoutRightsIsNamed() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        chmod(archive.originalsFolder, 0o500)
        defer { chmod(archive.originalsFolder, 0o700) }
        let writer = try archive.writer()
        #expect(throws: ArchiveError.self) { try writer.store([1, 2, 3], name: "a.txt") }
        #expect(try archive.originals().isEmpty)
    }

    @Test func aFileInPlaceOfAFolderIsAnErrorThatNamesIt() throws {
        let folder = try TemporaryFolder()
        try FilePlace.put([1], at: folder.path + "/file")
        let error = #expect(throws: ArchiveError.self) { try Archive.create(at: folder.path + "/file/a", name: "") }
        #expect(try #require(error).description.contains(folder.path + "/file"))
    }
}
