import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct ReviewsTests {
    @Test func decisionsAreKeptInTheirOrder() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        #expect(try archive.reviews().value.isEmpty)
        let reviews = [meeting.review(0, note: "改行\nと\"引用\""), meeting.review(1, status: .dropped)]
        try archive.append([reviews[0]])
        try archive.writer().append([reviews[1]])
        let read = try archive.reviews()
        #expect(read.value == reviews)
        #expect(read.diagnostics.isEmpty)
        #expect(try FilePlace.bytes(of: archive.reviewsFile).count { $0 == 0x0A } == 2)
    }

    @Test func aTornLastLineIsReportedAndHarmsNoOther() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        try archive.append([meeting.review(0), meeting.review(1)])
        let whole = try FilePlace.bytes(of: archive.reviewsFile)
        let firstLine = (whole.firstIndex(of: 0x0A) ?? 0) + 1
        for length in stride(from: firstLine + 1, to: whole.count - 1, by: 7) {
            try FilePlace.put(Array(whole[..<length]), at: archive.reviewsFile)
            let torn = try archive.reviews()
            #expect(torn.value == [meeting.review(0)])
            #expect(torn.diagnostics.map(\.code) == ["reviews.torn-line"])
            try archive.append([meeting.review(1, status: .open)])
            let after = try archive.reviews()
            #expect(after.value == [meeting.review(0), meeting.review(1, status: .open)])
            #expect(after.diagnostics.map(\.code) == ["reviews.damaged-line"])
        }
    }

    @Test func aLineThatOnlyLacksItsEndIsRead() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try archive.append([InventedMeeting().review()])
        var bytes = try FilePlace.bytes(of: archive.reviewsFile)
        bytes.removeLast()
        try FilePlace.put(bytes, at: archive.reviewsFile)
        try archive.append([InventedMeeting().review(1)])
        #expect(try archive.reviews().value.count == 2)
        #expect(try archive.reviews().diagnostics.isEmpty)
    }

    @Test func aLineOfANewerProgramStays() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.put(Array("{\"format\":7,\"what\":\"new\"}\n".utf8), at: archive.reviewsFile)
        #expect(try archive.reviews().diagnostics.map(\.code) == ["reviews.newer-line"])
    }

    @Test func nobodyAppendsWhileAnotherWrites() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let writer = try archive.writer()
        #expect(throws: ArchiveError.self) { try archive.append([InventedMeeting().review()]) }
        withExtendedLifetime(writer) {}
    }

    @Test func anOlderProgramReadsWhatItUnderstandsAndRefusesTheRest() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        var plain = InventedMeeting().review(0)
        plain.seen = Review.Seen(summary: "日よけを付ける", due: .init(text: "９月"))
        var rejected = InventedMeeting().review(1)
        rejected.verdict = .rejected
        rejected.expression = ActionExpression(cue: "c.suru", object: "", act: "調べる")
        var merged = InventedMeeting().review(1)
        merged.mergedInto = ActionReference(item: "f1", meeting: "m2")
        try archive.append([plain, rejected, merged])
        #expect(try archive.reviews().value == [plain, rejected, merged])
        let lines = String(decoding: try FilePlace.bytes(of: archive.reviewsFile), as: UTF8.self).split(separator: "\n")
        #expect(lines.map { $0.contains("\"format\":1") } == [true, false, false])
        #expect(lines.map { $0.contains("\"format\":2") } == [false, true, true])
    }
}
