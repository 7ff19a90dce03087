import Foundation
import Synchronization
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
        #expect(owner?.process == Int(getpid()))
        #expect(try #require(error).description.contains("\(getpid())"))
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

    @Test func theFileSaysWhoHoldsItAndIsEmptyAfterwards() throws {
        let folder = try TemporaryFolder()
        var archive = try folder.archive()
        archive.manner.program = "gijiroku import\u{1b}[31m"
        try archive.write { _ in
            let owner = try #require(LockOwner(FilePlace.bytes(of: archive.lockFile)))
            #expect(owner.process == Int(getpid()) && owner.isOfThisHost)
            #expect(owner.program == "gijiroku import[31m")
            #expect(owner.since.hasSuffix("Z"))
            #expect(owner.japanese.contains(owner.host) && owner.english.contains(owner.host))
        }
        #expect(try FilePlace.bytes(of: archive.lockFile).isEmpty)
    }

    /// On a share `flock` may not reach another computer; on the own disk the name of one means nothing (a container
    /// has a new one each day).
    @Test func anotherComputersLockCountsOnANetworkShareOnly() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/lock"
        let other = LockOwner(process: 12, host: "yakuba-3", program: "gijiroku import", since: "2026-11-22T00:00:00Z")
        try FilePlace.put(other.bytes, at: path)
        #expect(throws: ArchiveError.lockedElsewhere(path: path, owner: other)) {
            try WriterLock(path: path, isShared: true)
        }
        #expect(ArchiveError.lockedElsewhere(path: path, owner: other).description.contains("yakuba-3"))
        #expect(try FilePlace.bytes(of: path) == other.bytes)
        _ = try WriterLock(path: path, isShared: false)
        try FilePlace.put(other.bytes, at: path)
        _ = try WriterLock(path: path)
        // The own computer's, left by a crash.
        try FilePlace.put(LockOwner(program: "x").bytes, at: path)
        _ = try WriterLock(path: path, isShared: true)
    }

    @Test func sharesAreToldByTheListOfMounts() {
        let mounts = """
            36 35 8:1 / / rw,noatime shared:1 - ext4 /dev/sda1 rw
            37 35 0:52 / /mnt/kyoyu rw,relatime shared:2 - nfs4 server:/kyoyu rw,vers=4.2
            38 35 0:53 / /mnt/b rw - cifs //server/b rw
            39 35 0:54 / /tmp rw - tmpfs tmpfs rw
            """
        let shared = [0x801, 52, 53, 54, 99].map { FileSystemKind.isShared(device: $0, mounts: mounts) }
        #expect(shared == [false, true, true, false, false])
    }

    @Test func aWaiterIsToldAndGetsItsTurn() async throws {
        let folder = try TemporaryFolder()
        var archive = try folder.archive()
        var writer: ArchiveWriter? = try archive.writer()
        let told = Mutex<[LockOwner?]>([])
        archive.manner = WritingManner(patience: 20) { owner in told.withLock { $0.append(owner) } }
        let waiting = archive
        async let result: Bool = Task.detached { try waiting.write { _ in true } }.value
        while told.withLock({ $0.isEmpty }) { try await Task.sleep(for: .milliseconds(10)) }
        withExtendedLifetime(writer) {}
        writer = nil
        #expect(try await result)
        #expect(told.withLock { $0 }.map { $0?.process } == [Int(getpid())])
    }

    @Test func patienceEnds() throws {
        let folder = try TemporaryFolder()
        var archive = try folder.archive()
        let writer = try archive.writer()
        archive.manner.patience = 0.2
        let start = ContinuousClock.now
        #expect(throws: ArchiveError.self) { try archive.writer() }
        #expect(ContinuousClock.now - start >= .milliseconds(190))
        withExtendedLifetime(writer) {}
    }
}
