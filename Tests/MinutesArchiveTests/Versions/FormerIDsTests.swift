import Foundation
import MinutesModel
import Testing

@testable import MinutesArchive

/// Versions of one meeting put one after the other: what old ids lead to.
@Suite struct FormerIDsTests {
    /// A meeting whose remark ids change with their words, as the parser's do.
    private func version(_ request: String, _ answer: String, id: String = "m1") -> InventedMeeting {
        var meeting = InventedMeeting(id: id, request: request, answer: answer)
        let analyzer = AnalyzerIdentity(id: "follow-ups", version: 1)
        for place in meeting.analyzed.meeting.remarks.indices {
            let text = meeting.analyzed.meeting.remarks[place].text
            meeting.analyzed.meeting.remarks[place].id = StableID.make("r", [id, text], salt: 0)
        }
        let remarks = meeting.analyzed.meeting.remarks
        meeting.analyzed.findings = zip([FindingKind.request, .commitment], remarks).compactMap { kind, remark in
            Finding(kind, analyzer: analyzer, in: remark, range: 0..<remark.text.utf8.count)
        }
        return meeting
    }

    private func put(
        _ meeting: InventedMeeting, _ archive: Archive, replacing: String? = nil, restores: Bool = false
    ) throws -> PutOutcome {
        try archive.write { writer in
            let original = try writer.store(meeting.bytes, name: "会議要録.txt")
            let outcome = try writer.put(
                meeting.analyzed, original: original, replacing: replacing, restores: restores)
            try writer.commit()
            return outcome
        }
    }

    private let request = "バス停に日よけを付けてください。"
    private let versions = ["９月までに調べます。", "10月までに調べます。", "10月末までに調べてお知らせします。"]

    private func remark(_ version: InventedMeeting, _ place: Int = 1) -> String {
        version.analyzed.meeting.remarks[place].id
    }

    @Test func aChainOfCorrectionsLeadsToTheLast() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = versions.map { version(request, $0) }
        for meeting in all { _ = try put(meeting, archive) }
        let stored = try archive.record("m1").analyzed
        for older in all.dropLast() {
            #expect(stored.formerIDs[remark(older)] == .id(remark(all[2])))
            #expect(stored.formerIDs[older.analyzed.findings[1].id] == .id(all[2].analyzed.findings[1].id))
        }
        #expect(stored.formerIDs[remark(all[0], 0)] == nil, "an unchanged remark keeps its id")
        #expect(stored.formerIDs.first(of: all[2].analyzed.findings[1].id) == all[0].analyzed.findings[1].id)
        #expect(stored.formerIDs.first(of: all[2].analyzed.findings[0].id) == all[2].analyzed.findings[0].id)
        #expect(
            ActionList(meetings: [stored], reviews: []).items.map(\.firstID) == all[0].analyzed.findings.map(\.id))
        #expect(try archive.verify() == [])

        // A decision made in the first version stands in the last.
        let reconciled = ReviewReconciliation([all[0].review(1)], meetings: [stored])
        #expect(reconciled.attached.map(\.item) == [all[2].analyzed.findings[1].id])
        #expect(reconciled.diagnostics.map(\.code) == ["reviews.corrected"])
    }

    @Test func rebuildingFindsTheSameIDs() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = versions.map { version(request, $0) }
        for meeting in all { _ = try put(meeting, archive) }
        let before = try FilePlace.bytes(of: archive.recordsFolder + "/m1.record")
        try FilePlace.remove(archive.recordsFolder)
        try archive.write { writer in
            let rebuild = try RecordRebuild(writer)
            for meeting in all.reversed() {
                try rebuild.add(meeting.analyzed, original: writer.store(meeting.bytes, name: "会議要録.txt"))
            }
            #expect(try rebuild.finish() == [])
        }
        #expect(try FilePlace.bytes(of: archive.recordsFolder + "/m1.record") == before)
    }

    @Test func anOlderDocumentBringsItsIDsBackWhenAskedTo() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = versions.map { version(request, $0) }
        for meeting in all { _ = try put(meeting, archive) }
        guard case .superseded = try put(all[0], archive) else {
            Issue.record("an older document alone changes nothing")
            return
        }
        guard case .newVersion = try put(all[0], archive, restores: true) else {
            Issue.record("asked to, it becomes the newest")
            return
        }
        let stored = try archive.record("m1").analyzed
        #expect(stored.meeting == all[0].analyzed.meeting)
        #expect(stored.formerIDs[remark(all[0])] == nil)
        #expect(stored.formerIDs[remark(all[2])] == .id(remark(all[0])))
        #expect(try archive.catalog()["m1"]?.supersedes.count == 2)
        #expect(try archive.verify() == [])
        let before = try TemporaryFolder.snapshot(of: archive.recordsFolder)
        try archive.write { writer in
            let rebuild = try RecordRebuild(writer)
            for meeting in all {
                try rebuild.add(meeting.analyzed, original: writer.store(meeting.bytes, name: "会議要録.txt"))
            }
            #expect(try rebuild.finish() == [])
        }
        #expect(try TemporaryFolder.snapshot(of: archive.recordsFolder) == before)
    }

    @Test func whatWasTakenOutIsKnownAsRemoved() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let old = version(request, versions[0])
        let new = version(request, "本件は別の会議で扱います。")
        _ = try put(old, archive)
        guard case .newVersion(_, let changes) = try put(new, archive) else {
            Issue.record("another document of the meeting is a new version")
            return
        }
        #expect(changes.unchanged == 1)
        #expect(
            changes.changes.map(\.kind) == [.removed, .added] || changes.changes.map(\.kind) == [.added, .removed])
        let stored = try archive.record("m1").analyzed
        #expect(stored.formerIDs[remark(old)] == .removed)
        #expect(stored.formerIDs[old.analyzed.findings[1].id] == .removed)
        // And it comes back with the words.
        _ = try put(version(request, versions[0] + ""), archive, restores: true)
        #expect(try archive.record("m1").analyzed.formerIDs[remark(old)] == nil)
    }

    @Test func aMeetingWhoseDateWasCorrectedTakesThePlaceOfTheOld() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let old = version(request, versions[0])
        let new = version(request, versions[1], id: "m2")
        _ = try put(old, archive)
        #expect(throws: ArchiveError.unknownMeeting("m9")) { try put(new, archive, replacing: "m9") }
        _ = try put(new, archive, replacing: "m1")
        #expect(try archive.catalog().meetings.map(\.id) == ["m2"])
        let stored = try archive.record("m2").analyzed
        #expect(stored.formerIDs["m1"] == .id("m2"))
        #expect(stored.formerIDs[remark(old, 0)] == .id(remark(new, 0)))
        let reconciled = ReviewReconciliation([old.review(1)], meetings: [stored])
        #expect(reconciled.attached.map(\.item) == [new.analyzed.findings[1].id])
        // The old document again is an older version, and a rebuild does not bring the old meeting back.
        guard case .superseded = try put(old, archive) else {
            Issue.record("the replaced document stays replaced")
            return
        }
        #expect(try archive.verify() == [])
        let before = try TemporaryFolder.snapshot(of: archive.recordsFolder)
        try archive.write { writer in
            let rebuild = try RecordRebuild(writer)
            for meeting in [new, old] {
                try rebuild.add(meeting.analyzed, original: writer.store(meeting.bytes, name: "会議要録.txt"))
            }
            #expect(try rebuild.finish() == [])
        }
        #expect(try TemporaryFolder.snapshot(of: archive.recordsFolder) == before)
    }

    @Test func theJSONGivesNullForWhatIsGone() throws {
        let ids = FormerIDs(["r1": .id("r2"), "r3": .removed])
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(ids)
        #expect(String(decoding: json, as: UTF8.self) == #"{"r1":"r2","r3":null}"#)
        #expect(try JSONDecoder().decode(FormerIDs.self, from: json) == ids)
    }

    @Test func aPreviewSaysWhatAnImportDoes() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let all = versions.map { version(request, $0) }
        _ = try put(all[0], archive)
        let before = try TemporaryFolder.snapshot(of: archive.path)
        var preview = try ArchivePreview(archive)
        var foreseen: [PutOutcome] = []
        for meeting in [all[1], all[2], all[0]] {
            foreseen.append(
                try preview.put(
                    meeting.analyzed, original: StoredOriginal(meeting.bytes, name: "会議要録.txt")
                ) { _ in all[1].analyzed })
        }
        #expect(try TemporaryFolder.snapshot(of: archive.path) == before)
        #expect(try foreseen == [all[1], all[2], all[0]].map { try put($0, archive) })
    }
}
