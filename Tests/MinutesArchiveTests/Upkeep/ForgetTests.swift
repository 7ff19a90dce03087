import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct ForgetTests {
    private let first = InventedMeeting(id: "m1", request: "山側の道に手すりを付けてください。")
    private let second = InventedMeeting(id: "m2", date: "2024-09-05", request: "水路に柵を設けてください。")

    /// Two meetings of a document each, the first corrected once, with decisions about both.
    private func filled(_ folder: TemporaryFolder) throws -> Archive {
        let archive = try folder.archive()
        try archive.write { writer in
            let old = InventedMeeting(id: "m1", request: "山側の道に手すりを付けて下さい。")
            for (meeting, name) in [(old, "一.txt"), (first, "一訂正.txt"), (second, "二.txt")] {
                _ = try writer.put(meeting.analyzed, original: writer.store(meeting.bytes, name: name))
            }
            try writer.put(foundLayouts: [
                "甲": FoundLayout(turns: [], confidence: 1, meeting: "m1", date: nil, document: "一.txt"),
                "乙": FoundLayout(turns: [], confidence: 1, meeting: "m2", date: nil, document: "二.txt"),
            ])
            try writer.commit()
        }
        var merged = second.review(1)
        merged.mergedInto = ActionReference(item: first.analyzed.findings[0].id, meeting: "m1")
        // Decided when the meeting had another id; its words lead to the first one now.
        var former = first.review(0, note: "昔の番号")
        former.meeting = "m0"
        former.item = "f-old"
        try archive.append([first.review(0), second.review(0), merged])
        try archive.append([second.review(0, status: .open), first.review(1), former])
        try FilePlace.put([1, 2, 3], at: archive.tornReviewsFile)
        return archive
    }

    private func holds(_ archive: Archive, _ words: String) throws -> Bool {
        try TemporaryFolder.snapshot(of: archive.path).contains { name, bytes in
            name.contains(words) || String(decoding: bytes, as: UTF8.self).contains(words)
        }
    }

    private func expectForgotten(_ archive: Archive, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(try archive.catalog().meetings.map(\.id) == ["m2"], sourceLocation: sourceLocation)
        #expect(try archive.originals().map(\.name) == ["二.txt"], sourceLocation: sourceLocation)
        for words in ["手すり", "昔の番号", "一訂正.txt", "一.txt"] {
            #expect(try !holds(archive, words), "\(words)", sourceLocation: sourceLocation)
        }
        let reviews = try archive.reviews()
        #expect(reviews.diagnostics.isEmpty, sourceLocation: sourceLocation)
        #expect(
            reviews.value == [second.review(0), second.review(1), second.review(0, status: .open)],
            sourceLocation: sourceLocation)
        #expect(archive.foundLayouts().keys.sorted() == ["乙"], sourceLocation: sourceLocation)
        #expect(try archive.verify() == [], sourceLocation: sourceLocation)
        let notes = try archive.forgotten()
        #expect(
            notes.map(\.meetings) == [["m1"]] && notes.map(\.originals.count) == [2], sourceLocation: sourceLocation)
        #expect(!FilePlace.exists(archive.forgettingFile), sourceLocation: sourceLocation)
    }

    @Test func nothingOfItIsLeft() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        #expect(try holds(archive, "手すり"))
        try archive.write { writer in
            let plan = try writer.forgetPlan("m1")
            #expect(plan.others.isEmpty && plan.originals.count == 2)
            try writer.forget(plan)
            #expect(writer.catalog.meetings.map(\.id) == ["m2"])
            #expect(try writer.isForgotten(SHA256.hexDigest(of: first.bytes)))
            #expect(try !writer.isForgotten(SHA256.hexDigest(of: second.bytes)))
            #expect(throws: ArchiveError.unknownMeeting("m1")) { try writer.forgetPlan("m1") }
        }
        try expectForgotten(archive)
    }

    /// Stopped after any of its steps: the next writer completes it.
    @Test func aCrashInBetweenIsCompleted() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        let work = UnfinishedForgetting(
            note: ForgottenMeetings(
                at: "2026-11-22T00:00:00Z", meetings: ["m1"],
                originals: try archive.originals().filter { $0.name.hasPrefix("一") }.map(\.sha256)),
            names: ["m1"], items: ["f-old"])
        try FilePlace.put(ArchiveJSON.page(work, path: ""), at: archive.forgettingFile)
        #expect(try archive.verify().contains { $0.code == "archive.interrupted" })
        // Part of it was done.
        try FilePlace.remove(archive.originalFolder(work.note.originals[0]))
        try archive.write { _ in }
        try expectForgotten(archive)
        // The note was written, the last step was not.
        try FilePlace.put(ArchiveJSON.page(work, path: ""), at: archive.forgettingFile)
        try archive.write { _ in }
        try expectForgotten(archive)
    }

    @Test func otherMeetingsOfADocumentAreNamed() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try archive.write { writer in
            let original = try writer.store(first.bytes + second.bytes, name: "合冊.txt")
            for meeting in [first, second] {
                _ = try writer.put(meeting.analyzed, original: original, siblings: ["m1", "m2"])
            }
            try writer.commit()
            let plan = try writer.forgetPlan("m2")
            #expect(plan.meetings.map(\.id) == ["m2", "m1"] && plan.others.map(\.id) == ["m1"])
            try writer.forget(plan)
        }
        #expect(try archive.catalog().meetings.isEmpty && archive.originals().isEmpty)
    }

    @Test func aForgottenDocumentThatIsPutBackIsNoLongerForgotten() throws {
        let folder = try TemporaryFolder()
        let archive = try filled(folder)
        try archive.write { writer in
            try writer.forget(try writer.forgetPlan("m1"))
            _ = try writer.put(first.analyzed, original: writer.store(first.bytes, name: "一.txt"))
            try writer.commit()
            #expect(try !writer.isForgotten(SHA256.hexDigest(of: first.bytes)))
        }
        #expect(try archive.forgottenOriginals().count == 1)
        #expect(try archive.catalog().meetings.map(\.id) == ["m1", "m2"])
    }
}
