import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct RecordsTests {
    private func put(_ meeting: InventedMeeting, name: String, into archive: Archive) throws -> PutOutcome {
        let writer = try archive.writer()
        let outcome = try writer.put(meeting.analyzed, original: writer.store(meeting.bytes, name: name))
        try writer.commit()
        return outcome
    }

    @Test func aRecordIsStoredListedAndRead() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        #expect(try put(meeting, name: "第1回.txt", into: archive) == .added)
        let entry = try #require(try archive.catalog()["m1"])
        #expect(entry.title == "令和6年度第1回 みどり町地域福祉推進委員会")
        #expect(entry.remarks == 2)
        #expect(entry.findings == ["request": 1, "commitment": 1])
        #expect(entry.original.name == "第1回.txt")
        #expect(try archive.record("m1").analyzed == meeting.analyzed)
        #expect(try archive.records().value == [meeting.analyzed])
        #expect(throws: ArchiveError.unknownMeeting("m2")) { try archive.record("m2") }
        #expect(throws: ArchiveError.unknownMeeting("../archive")) { try archive.record("../archive") }
    }

    @Test func theSameDocumentAgainWritesNothing() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try put(InventedMeeting(), name: "a.txt", into: archive)
        let before = try TemporaryFolder.snapshot(of: archive.path)
        #expect(try put(InventedMeeting(), name: "b.txt", into: archive) == .unchanged)
        #expect(try TemporaryFolder.snapshot(of: archive.path) == before)
    }

    @Test func aChangedDocumentIsANewVersion() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let old = InventedMeeting()
        let new = InventedMeeting(answer: "10月までに調べます。")
        _ = try put(old, name: "a.txt", into: archive)
        let first = try #require(try archive.catalog()["m1"]).original
        guard case .newVersion(first, let changes) = try put(new, name: "a.txt", into: archive) else {
            Issue.record("another document of a meeting is a new version")
            return
        }
        #expect(changes.unchanged == 1)
        #expect(changes.changes.map(\.kind) == [.edited])
        #expect(changes.changes.map(\.formerText) == ["９月までに調べます。"])
        #expect(changes.changes.map(\.text) == ["10月までに調べます。"])
        let entry = try #require(try archive.catalog()["m1"])
        #expect(entry.supersedes == [first])
        #expect(try archive.record("m1").analyzed.meeting == new.analyzed.meeting)
        #expect(try archive.bytes(of: first) == old.bytes)
        // The older document once more, as when a folder with both is imported again.
        #expect(try put(old, name: "a.txt", into: archive) == .superseded(by: entry.original))
        #expect(try archive.record("m1").analyzed.meeting == new.analyzed.meeting)
        #expect(try archive.verify() == [])
    }

    @Test func anotherResultOfTheSameDocumentIsReanalyzed() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        var meeting = InventedMeeting()
        _ = try put(meeting, name: "a.txt", into: archive)
        meeting.analyzed.findings.removeLast()
        guard case .reanalyzed(let changes) = try put(meeting, name: "a.txt", into: archive) else {
            Issue.record("the same document with another result is analysed anew")
            return
        }
        #expect(changes.isEmpty)
        #expect(try archive.record("m1").analyzed.findings.count == 1)
    }

    @Test func anUnsafeIDIsRefused() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let writer = try archive.writer()
        let original = try writer.store([1], name: "a")
        for id in ["", "../x", "a/b", "catalog"] {
            #expect(throws: ArchiveError.unsafeName(id)) {
                try writer.put(InventedMeeting(id: id).analyzed, original: original)
            }
        }
    }

    /// Killed in the middle of an import: what landed is taken in by the next writer, readers see the old list.
    @Test func withoutCommitReadersSeeTheOldStateAndTheNextWriterTakesIn() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try put(InventedMeeting(), name: "a.txt", into: archive)
        let before = try archive.catalog()
        let corrected = InventedMeeting(request: "バス停に日よけとベンチを付けてください。")
        do {
            let other = InventedMeeting(id: "m2", date: "2024-01-10", request: "街灯を増やしてください。")
            let writer = try archive.writer()
            _ = try writer.put(other.analyzed, original: writer.store(other.bytes, name: "b.txt"))
            _ = try writer.put(corrected.analyzed, original: writer.store(corrected.bytes, name: "a.txt"))
            #expect(try writer.record("m2").analyzed == other.analyzed)
            #expect(try writer.record("m1").analyzed.meeting == corrected.analyzed.meeting)
            try writer.land()
            #expect(try archive.catalog() == before)
            #expect(try archive.record("m1").analyzed == InventedMeeting().analyzed)
        }
        #expect(try archive.catalog() == before)
        #expect(try archive.verify().map(\.code).contains("archive.record-unlisted"))
        _ = try archive.writer()
        #expect(try archive.catalog().meetings.map(\.id) == ["m2", "m1"])
        #expect(try archive.record("m1").analyzed == InventedMeeting().analyzed)
        // The corrected document landed, its record did not: it is read again.
        #expect(try archive.verify().map(\.code) == ["archive.original-unused"])
        _ = try put(corrected, name: "a.txt", into: archive)
        #expect(try archive.verify() == [])
    }

    /// Killed in the moment in which names change: the records are the list.
    @Test func aCommitCutShortIsCompleted() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try put(InventedMeeting(), name: "a.txt", into: archive)
        let old = try FilePlace.bytes(of: archive.recordsFolder + "/catalog")
        let corrected = InventedMeeting(request: "バス停に日よけとベンチを付けてください。")
        _ = try put(corrected, name: "a訂正.txt", into: archive)
        let expected = try archive.catalog()
        try FilePlace.put(old, at: archive.recordsFolder + "/catalog")
        try FilePlace.put([], at: archive.recordsFolder + "/" + Archive.pendingName)
        #expect(try archive.catalog() == expected)
        #expect(try archive.verify().map(\.code) == ["archive.interrupted"])
        _ = try archive.writer()
        #expect(try archive.verify() == [])
        #expect(try archive.catalog() == expected)
    }

    /// A writer changes records and list all the time; whoever reads them sees one state.
    @Test func readersSeeOneState() async throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        func texts(_ version: Int) -> [InventedMeeting] {
            (1...4).map { InventedMeeting(id: "m\($0)", request: "第\(version)版です。街灯を増やしてください。", answer: "\($0)月に。") }
        }
        func write(_ version: Int) throws {
            try archive.write { writer in
                for meeting in texts(version) {
                    let original = try writer.store(meeting.bytes, name: "\(meeting.analyzed.id).txt")
                    _ = try writer.put(meeting.analyzed, original: original)
                }
                try writer.commit()
            }
        }
        try write(0)
        async let written: Void = Task.detached { for version in 1...12 { try write(version) } }.value
        var seen: Set<String> = []
        for _ in 0..<400 {
            let requests = try archive.consistently {
                try archive.catalog().meetings.map { entry in
                    let record = try archive.record(entry.id)
                    #expect(record.provenance.name == entry.id + ".txt")
                    return record.analyzed.meeting.remarks[0].text
                }
            }
            #expect(Set(requests).count == 1 && requests.count == 4, "\(requests)")
            seen.formUnion(requests)
        }
        try await written
        #expect(!seen.isEmpty)
    }

    @Test func aDamagedRecordIsReportedAndTheRestIsRead() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try put(InventedMeeting(), name: "a.txt", into: archive)
        let other = InventedMeeting(id: "m2", request: "歩道を広げてください。")
        _ = try put(other, name: "b.txt", into: archive)
        try FilePlace.put(Array("{".utf8), at: archive.recordsFolder + "/m1.record")
        let read = try archive.records()
        #expect(read.value.map(\.id) == ["m2"])
        #expect(read.diagnostics.map(\.code) == ["archive.record-damaged"])
    }

    /// A better parser reads another date out of the same document: no second meeting.
    @Test func theSameDocumentIsOneMeeting() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        _ = try put(InventedMeeting(id: "m1"), name: "a.txt", into: archive)
        guard case .reanalyzed = try put(InventedMeeting(id: "m2"), name: "a.txt", into: archive) else {
            Issue.record("the same document under another id is analysed anew")
            return
        }
        #expect(try archive.catalog().meetings.map(\.id) == ["m2"])
        #expect(try archive.record("m2").analyzed.formerIDs["m1"] == .id("m2"))
        #expect(try archive.record("m2").analyzed.formerIDs["m1-r1"] == .id("m2-r1"))
        #expect(try archive.verify() == [])
    }

    /// An answer of an API: each meeting has its own history.
    @Test func aDocumentMayHoldSeveralMeetings() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let ids: Set = ["m1", "m2"]
        func put(_ answer: String, _ bytes: [UInt8]) throws -> [PutOutcome] {
            try archive.write { writer in
                let original = try writer.store(bytes, name: "answer.json")
                let outcomes = try ids.sorted().map { id in
                    try writer.put(
                        InventedMeeting(id: id, answer: answer).analyzed, original: original, siblings: ids)
                }
                try writer.commit()
                return outcomes
            }
        }
        #expect(try put("調べます。", [1]) == [.added, .added])
        #expect(try put("調べます。", [1]) == [.unchanged, .unchanged])
        #expect(try archive.catalog().meetings.map(\.id) == ["m1", "m2"])
        for case .newVersion(_, let changes) in try put("来月までに調べます。", [2]) {
            #expect(changes.changes.map(\.kind) == [.edited])
        }
        #expect(try archive.catalog().meetings.map(\.supersedes.count) == [1, 1])
        let before = try TemporaryFolder.snapshot(of: archive.recordsFolder)
        try archive.write { writer in
            let rebuild = try RecordRebuild(writer)
            for (answer, bytes) in [("来月までに調べます。", [UInt8(2)]), ("調べます。", [UInt8(1)])] {
                let original = try writer.store(bytes, name: "answer.json")
                for id in ids {
                    try rebuild.add(InventedMeeting(id: id, answer: answer).analyzed, original: original)
                }
            }
            #expect(try rebuild.finish() == [])
        }
        #expect(try TemporaryFolder.snapshot(of: archive.recordsFolder) == before)
    }

    @Test func orderOfImportDoesNotShowInTheBytes() throws {
        let meetings = [
            InventedMeeting(id: "m1"), InventedMeeting(id: "m2", date: "2023-01-01", request: "歩道を広げてください。"),
            InventedMeeting(id: "m3", date: "2025-01-01", request: "案内板を直してください。"),
        ]
        var snapshots: [[String: [UInt8]]] = []
        for order in [[0, 1, 2], [2, 0, 1]] {
            let folder = try TemporaryFolder()
            let archive = try folder.archive()
            for index in order { _ = try put(meetings[index], name: "\(index).txt", into: archive) }
            snapshots.append(try TemporaryFolder.snapshot(of: archive.path))
        }
        #expect(snapshots[0] == snapshots[1])
    }
}
