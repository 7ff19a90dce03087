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

    @Test func aTornLastLineIsReportedAndSetAside() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        try archive.append([meeting.review(0)])
        try archive.append([meeting.review(1)])
        let whole = try FilePlace.bytes(of: archive.reviewsFile)
        let firstLine = (whole.firstIndex(of: 0x0A) ?? 0) + 1
        for length in stride(from: firstLine + 1, to: whole.count - 1, by: 7) {
            try FilePlace.put(Array(whole[..<length]), at: archive.reviewsFile)
            try FilePlace.remove(archive.tornReviewsFile)
            let torn = try archive.reviews()
            #expect(torn.value == [meeting.review(0)])
            #expect(torn.diagnostics.map(\.code) == ["reviews.torn-line"])
            try archive.append([meeting.review(1, status: .open)])
            let after = try archive.reviews()
            #expect(after.value == [meeting.review(0), meeting.review(1, status: .open)])
            #expect(after.diagnostics.isEmpty)
            #expect(try FilePlace.bytes(of: archive.tornReviewsFile) == whole[firstLine..<length] + [0x0A])
        }
    }

    /// A split is its first line and its parts: a crash in between must not leave the whole without them.
    @Test func aDecisionOfSeveralLinesIsThereWholeOrNotAtAll() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        try archive.append([meeting.review(0)])
        let before = try FilePlace.bytes(of: archive.reviewsFile)
        let decision = [meeting.review(1), meeting.review(0, status: .open), meeting.review(1, status: .dropped)]
        try archive.append(decision)
        let whole = try FilePlace.bytes(of: archive.reviewsFile)
        #expect(try archive.reviews().value == [meeting.review(0)] + decision)
        for length in before.count..<(whole.count - 1) {
            try FilePlace.put(Array(whole[..<length]), at: archive.reviewsFile)
            let torn = try archive.reviews()
            #expect(torn.value == [meeting.review(0)], "\(length)")
            #expect(torn.diagnostics.map(\.code) == (length == before.count ? [] : ["reviews.torn-line"]), "\(length)")
        }
        try archive.append([meeting.review(1)])
        #expect(try archive.reviews().value == [meeting.review(0), meeting.review(1)])
        #expect(try archive.reviews().diagnostics.isEmpty)
    }

    /// Any byte of a line in the middle flipped: the line is passed over and told, the others are read, and what is
    /// read is never anything nobody decided.
    @Test func aDamagedLineIsNeverReadAsAnother() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meeting = InventedMeeting()
        let decided = [meeting.review(0, note: "秋まで"), meeting.review(1), meeting.review(0, status: .dropped)]
        for review in decided { try archive.append([review]) }
        let whole = try FilePlace.bytes(of: archive.reviewsFile)
        let start = (whole.firstIndex(of: 0x0A) ?? 0) + 1
        let end = whole[start...].firstIndex(of: 0x0A) ?? 0
        for place in start..<end {
            for change: UInt8 in [0x01, 0x20, 0x80] {
                var bytes = whole
                bytes[place] ^= change
                let read = ReviewFile(bytes, path: "r", allowsUnsealed: false).decisions
                #expect(read.value == [decided[0], decided[2]], "\(place)")
                #expect(read.diagnostics.allSatisfy { $0.code == "reviews.damaged-line" })
                #expect(!read.diagnostics.isEmpty)
            }
        }
    }

    @Test func linesWithoutAChecksumAreReadInAnOldArchiveOnly() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let review = InventedMeeting().review()
        let plain = try ArchiveJSON.line(ReviewLine(review: review), path: "")
        #expect(ReviewFile(plain + [0x0A], path: "r", allowsUnsealed: true).decisions.value == [review])
        let strict = ReviewFile(plain + [0x0A], path: "r", allowsUnsealed: false).decisions
        #expect(strict.value.isEmpty && strict.diagnostics.map(\.code) == ["reviews.damaged-line"])
        // The archive as an older program left it, its last line torn.
        var old = archive.description
        old.format = 1
        try FilePlace.put(ArchiveJSON.page(old, path: ""), at: archive.descriptionFile)
        try FilePlace.put(plain + [0x0A] + plain + [0x0D, 0x0A] + plain.prefix(40), at: archive.reviewsFile)
        #expect(try Archive.open(at: archive.path).reviews().value == [review, review])
        try Archive.open(at: archive.path).append([review])
        let upgraded = try Archive.open(at: archive.path)
        #expect(upgraded.description.format == ArchiveDescription.knownFormat)
        #expect(try upgraded.reviews().value == [review, review, review])
        #expect(try upgraded.reviews().diagnostics.isEmpty)
        let lines = try FilePlace.bytes(of: archive.reviewsFile).split(separator: 0x0A)
        #expect(lines.map { ReviewSeal($0) == .good } == [true, true, true])
        #expect(try FilePlace.bytes(of: archive.tornReviewsFile) == plain.prefix(40) + [0x0A])
    }

    /// `sha256sum` gives the same: the checksum can be looked into without this program.
    @Test func theChecksumIsThatOfTheBytesInFrontOfIt() throws {
        let line = ReviewSeal.sealed(Array(#"{"a":1}"#.utf8))
        let digest = SHA256.hexDigest(of: Array(#"{"a":1"#.utf8)).prefix(16)
        #expect(String(decoding: line, as: UTF8.self) == #"{"a":1,"sum":"\#(digest)"}"#)
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
