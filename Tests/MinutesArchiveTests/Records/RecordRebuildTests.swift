import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct RecordRebuildTests {
    /// Two meetings, one of them in two versions.
    private func fill(_ archive: Archive) throws -> [(InventedMeeting, StoredOriginal)] {
        let writer = try archive.writer()
        var all: [(InventedMeeting, StoredOriginal)] = []
        for meeting in [
            InventedMeeting(), InventedMeeting(answer: "10月までに調べます。"),
            InventedMeeting(id: "m2", request: "歩道を広げてください。"),
        ] {
            let original = try writer.store(meeting.bytes, name: "\(all.count).txt")
            _ = try writer.put(meeting.analyzed, original: original)
            all.append((meeting, original))
        }
        try writer.commit()
        return all
    }

    @Test func aRebuildGivesTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = try fill(archive)
        let before = try TemporaryFolder.snapshot(of: archive.path)
        let writer = try archive.writer()
        let rebuild = try RecordRebuild(writer)
        for (meeting, original) in all.reversed() { try rebuild.add(meeting.analyzed, original: original) }
        #expect(try rebuild.finish() == [])
        #expect(
            try TemporaryFolder.snapshot(of: archive.path).filter { $0.key != "lock" }
                == before.filter { $0.key != "lock" })
        #expect(writer.catalog.meetings.count == 2)
    }

    /// Records are exchanged under a reader's eyes, again and again.
    @Test func readersNeverSeeAnEmptyArchive() async throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = try fill(archive)
        async let rebuilt: Void = Task.detached {
            for _ in 0..<25 {
                try archive.write { writer in
                    let rebuild = try RecordRebuild(writer)
                    for (meeting, original) in all { try rebuild.add(meeting.analyzed, original: original) }
                    _ = try rebuild.finish()
                }
            }
        }.value
        for _ in 0..<1500 {
            #expect(try archive.catalog().meetings.count == 2)
            #expect(try archive.record("m2").analyzed.id == "m2")
        }
        try await rebuilt
        #expect(throws: ArchiveError.unknownMeeting("m9")) { try archive.record("m9") }
    }

    @Test func anUnfinishedRebuildLeavesNoTrace() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = try fill(archive)
        do {
            let rebuild = try RecordRebuild(archive.writer())
            try rebuild.add(all[0].0.analyzed, original: all[0].1)
        }
        #expect(try archive.record("m1").analyzed.meeting == all[1].0.analyzed.meeting)
        _ = try archive.writer()
        #expect(!FilePlace.exists(archive.unfinishedRecordsFolder))
        #expect(try archive.verify() == [])
    }

    @Test func aCrashBetweenTheTwoRenamesIsCompleted() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try fill(archive)
        let catalog = try archive.catalog()
        try FilePlace.move(archive.recordsFolder, to: archive.nextRecordsFolder)
        #expect(try archive.catalog() == catalog)
        #expect(try archive.record("m2").analyzed.id == "m2")
        _ = try archive.writer()
        #expect(FilePlace.exists(archive.recordsFolder))
        #expect(try archive.catalog() == catalog)
    }

    @Test func versionsOfUnknownOrderAreReported() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let writer = try archive.writer()
        let rebuild = try RecordRebuild(writer)
        for (name, meeting) in [("古.txt", InventedMeeting()), ("新.txt", InventedMeeting(answer: "もう調べました。"))] {
            try rebuild.add(meeting.analyzed, original: writer.store(meeting.bytes, name: name))
        }
        #expect(try rebuild.finish().map(\.code) == ["archive.versions-unordered"])
        #expect(try archive.catalog()["m1"]?.supersedes.count == 1)
    }
}
