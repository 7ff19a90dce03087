import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct VerifyTests {
    private let rules = VerificationRules(decode: { bytes, _ in String(decoding: bytes, as: UTF8.self) })

    private func filled(_ folder: TemporaryFolder, _ change: (inout AnalyzedMeeting) -> Void = { _ in }) throws
        -> Archive
    {
        let archive = try folder.archive()
        var meeting = InventedMeeting()
        change(&meeting.analyzed)
        let writer = try archive.writer()
        _ = try writer.put(meeting.analyzed, original: writer.store(meeting.bytes, name: "a.txt"))
        try writer.commit()
        return archive
    }

    @Test func aSoundArchiveHasNothingToReport() throws {
        let folder = try TemporaryFolder()
        #expect(try filled(folder).verify(rules) == [])
    }

    @Test(
        arguments: [
            { $0.meeting.remarks[0].text = "バス停に日よけを付けないでください。" },
            { $0.meeting.remarks[1].id = $0.meeting.remarks[0].id },
            { $0.findings[0].quote = "言っていないこと" },
            { $0.findings[0].range = TextRange(start: 3, end: 9999) },
            { $0.findings[0].remark = "r-none" },
            { $0.meeting.segments.removeLast() },
            { $0.meeting.segments[1].start += 1 },
            { $0.meeting.remarks[1].span.end = 9999 },
            { $0.meeting.remarks[1].map.pieces[0].source += 3 },
        ] as [@Sendable (inout AnalyzedMeeting) -> Void])
    func aRecordThatContradictsItselfIsFound(change: @Sendable (inout AnalyzedMeeting) -> Void) throws {
        let folder = try TemporaryFolder()
        #expect(try filled(folder, change).verify(rules).map(\.code) == ["archive.record-inconsistent"])
    }

    @Test func damagesAreNamedWithWhatToDo() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let original = try archive.originals()[0]
        try FilePlace.put([9], at: archive.path(of: original))
        #expect(try archive.verify(rules).map(\.code) == ["archive.original-damaged"])
        try FilePlace.remove(archive.originalFolder(original.sha256))
        #expect(try archive.verify(rules).map(\.code) == ["archive.original-missing"])
        try FilePlace.put(Array("{}".utf8), at: archive.recordsFolder + "/m1.record")
        try FilePlace.put(Array("{}".utf8), at: archive.recordsFolder + "/m2.record")
        #expect(
            Set(try archive.verify(rules).map(\.code)) == [
                "archive.record-damaged", "archive.original-missing", "archive.record-unlisted",
            ])
        try FilePlace.put([], at: archive.recordsFolder + "/catalog")
        #expect(try archive.verify(rules).map(\.code).contains("archive.catalog-damaged"))
        #expect(try archive.verify(rules).allSatisfy { $0.message.hasSuffix("。") })
    }

    @Test func anOriginalWithoutRecordAndADecisionWithoutFindingAreReported() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        try archive.write { writer in
            _ = try writer.store([1, 2, 3], name: "余り.txt")
            try writer.land()
        }
        try archive.append([InventedMeeting(request: "別のお願いです。").review()])
        let index: @Sendable (Catalog) -> [Diagnostic] = { catalog in
            [Diagnostic(.warning, code: "index.stale", message: "索引が\(catalog.meetings.count)件古い。")]
        }
        #expect(
            try archive.verify(VerificationRules(index: index)).map(\.code) == [
                "archive.original-unused", "reviews.orphan", "index.stale",
            ])
    }
}
