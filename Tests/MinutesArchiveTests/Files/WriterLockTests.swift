import Foundation
import Testing

@testable import MinutesArchive

@Suite struct WriterLockTests {
    @Test func oneWriterAtATime() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let writer = try archive.writer()
        let error = #expect(throws: ArchiveError.self) { try archive.writer() }
        guard case .locked(_, let owner) = try #require(error) else {
            Issue.record("not locked")
            return
        }
        #expect(owner.contains("\(getpid())"))
        #expect(try archive.catalog().meetings.isEmpty)  // readers need no lock
        withExtendedLifetime(writer) {}
    }

    @Test func aLockFileOfADeadProgramLocksNobodyOut() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.put(Array("pid 999999 host elsewhere\n".utf8), at: archive.lockFile)
        _ = try archive.writer()
        _ = try archive.writer()
    }
}
