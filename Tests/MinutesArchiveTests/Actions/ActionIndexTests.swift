import Foundation
import MinutesModel
import Testing

@testable import MinutesArchive

/// The index of actions answers what the records would, and says when it cannot be trusted.
@Suite struct ActionIndexTests {
    /// Meetings whose items differ in owner, due date, kind and words.
    private func meeting(_ number: Int) -> InventedMeeting {
        var meeting = InventedMeeting(
            id: "m\(number)", date: "2024-\(String(format: "%02d", 1 + number * 5 % 12))-05",
            request: "第\(number)公園のベンチを直してください。", answer: "\(number)月までに調べます。")
        meeting.analyzed.findings[1].fields = [
            "summary": "\(number)月までに調べる", "cues": "c.suru", "owner": number.isMultiple(of: 2) ? "公園課" : "土木課",
            "dueText": "\(number)月まで", "due": "2024-\(String(format: "%02d", 1 + number % 12))-28",
        ]
        meeting.analyzed.findings[0].fields = ["summary": "第\(number)公園のベンチを直す", "cues": "r.kudasai"]
        if number.isMultiple(of: 3), let topic = finding(.topic, meeting, ["topic": "公園"]) {
            meeting.analyzed.findings.append(topic)
        }
        return meeting
    }

    private func finding(_ kind: FindingKind, _ meeting: InventedMeeting, _ fields: FindingFields) -> Finding? {
        Finding(
            kind, analyzer: AnalyzerIdentity(id: "topics", version: 1), in: meeting.analyzed.meeting.remarks[0],
            range: 0..<9, fields: fields)
    }

    private func put(_ meetings: [InventedMeeting], _ archive: Archive) throws {
        try archive.write { writer in
            let index = try ActionIndexWriter(archive, fold: { $0 })
            for meeting in meetings {
                let original = try writer.store(meeting.bytes, name: "\(meeting.analyzed.id).txt")
                let isNew = try writer.put(meeting.analyzed, original: original) == .added
                if isNew, let entry = writer.entry(meeting.analyzed.id) {
                    try index.add(meeting.analyzed, version: entry.record)
                }
            }
            try writer.commit()
            try index.commit(writer.catalog)
        }
    }

    /// What the records say, laid out as the index does.
    private func whole(_ archive: Archive) throws -> [ActionItem] {
        DecidedMeetings(
            try archive.records().value, try archive.reviewShelf(), isWhole: true, fold: { $0 }
        ).list.items
    }

    private func expectSame(_ archive: Archive) throws {
        let index = try ActionIndex(archive)
        #expect(index.isCurrent)
        try index.check()
        let items = try whole(archive)
        #expect(try index.answer(ActionQuery()).items == items)
        var query = ActionQuery()
        query.owner = { $0 == "公園課" }
        #expect(try index.answer(query).items == items.filter { $0.owner == "公園課" })
        query = ActionQuery()
        query.topic = { $0.contains("公") }
        query.kinds = [.request]
        #expect(try index.answer(query).items == items.filter { $0.topics == ["公園"] && $0.type == .request })
        query = ActionQuery()
        query.dueBy = "2024-06-30"
        #expect(
            try index.answer(query).items == items.filter { item in item.due?.date.map { $0 <= "2024-06-30" } ?? false }
        )
        query = ActionQuery()
        query.status = .done
        query.meeting = { id, title in id != "m3" && title.contains("みどり町") }
        #expect(
            try index.answer(query).items
                == items.filter { $0.status == .done && $0.meeting != "m3" && $0.meetingTitle.contains("みどり町") })
        query = ActionQuery()
        query.verdicts = [.pending, .accepted]
        query.limit = 3
        let listed = items.filter { $0.verdict != .rejected }
        let answer = try index.answer(query)
        let sure = listed.filter { $0.likeRejected == nil }.suffix(3)
        #expect(answer.items == sure + listed.filter { $0.likeRejected != nil }.suffix(3 - sure.count))
        #expect(answer.total == listed.count && answer.rejected == items.count - listed.count)
        for item in items.prefix(3) {
            #expect(try index.items(id: item.id) == [item])
            for former in item.formerIDs { #expect(try index.items(id: former) == [item]) }
        }
        #expect(try index.items(id: "f-nothing").isEmpty)
    }

    @Test func itAnswersWhatTheRecordsSay() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        #expect(throws: ActionIndexError.missing) { try ActionIndex(archive) }
        let meetings = (1...14).map(meeting)
        try put(Array(meetings.prefix(9)), archive)
        try expectSame(archive)
        // More, one of them again with other words: a new version.
        var corrected = meeting(4)
        corrected = InventedMeeting(
            id: "m4", date: "2024-09-05", request: "第4公園のベンチと遊具を直してください。", answer: "4月までに調べます。")
        try put(Array(meetings.suffix(5)) + [corrected], archive)
        try expectSame(archive)
        #expect(try ActionIndex(archive).segments.count == 1, "small segments are put together")
    }

    private func decide(_ archive: Archive, _ reviews: [Review]) throws {
        try archive.locked { _ throws(ArchiveError) in
            try archive.appendLines(reviews)
            try ActionIndexWriter(archive, fold: { $0 }).commit()
        }
    }

    @Test func decisionsStandInIt() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        let meetings = (1...6).map(meeting)
        try put(meetings, archive)
        try decide(archive, [meetings[0].review(1), meetings[2].review(0, status: .dropped)])
        try expectSame(archive)
        var rejected = meetings[1].review(1, status: .open)
        rejected.verdict = .rejected
        rejected.expression = ActionExpression(meetings[1].analyzed.findings[1])
        var merged = meetings[5].review(0, status: .open)
        merged.mergedInto = ActionReference(item: meetings[4].analyzed.findings[0].id, meeting: "m5")
        try decide(archive, [rejected, merged, meetings[4].review(0)])
        try expectSame(archive)
        let all = try ActionIndex(archive).answer(ActionQuery()).items
        #expect(all.first { $0.meeting == "m5" && $0.type == .request }?.merged.map(\.meeting) == ["m6"])
        #expect(all.last?.likeRejected == rejected.item, "the same is said in every meeting")
        var back = merged
        back.mergedInto = nil
        back.verdict = .reset
        try decide(archive, [back])
        try expectSame(archive)
        #expect(try ActionIndex(archive).answer(ActionQuery()).items.allSatisfy { $0.merged.isEmpty })
    }

    @Test func aDecisionAboutAMeetingThatIsGoneStays() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try put([meeting(1), meeting(2)], archive)
        var lost = meeting(9).review(0)
        lost.seen = Review.Seen(summary: "ベンチを直す", meetingTitle: "旧委員会", date: "2020-01-01")
        // The same words stand in one meeting of the archive under another id.
        var moved = meeting(2).review(1)
        moved.item = "fmoved"
        moved.meeting = "m77"
        try decide(archive, [lost, moved])
        try expectSame(archive)
        let items = try ActionIndex(archive).answer(ActionQuery()).items
        #expect(items[0].isMissing && items[0].meetingTitle == "旧委員会")
        #expect(items.contains { $0.meeting == "m2" && $0.type == .commitment && $0.status == .done })
        try put([meeting(3)], archive)
        try expectSame(archive)
    }

    @Test func whatItWasNotMadeOfIsNoticed() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try put([meeting(1)], archive)
        // A decision by a program that knows no index; records by one.
        try archive.append([meeting(1).review(0)])
        #expect(try !ActionIndex(archive).isCurrent)
        try archive.locked { _ throws(ArchiveError) in try ActionIndexWriter(archive, fold: { $0 }).commit() }
        try expectSame(archive)
        try archive.write { writer in
            let original = try writer.store(meeting(2).bytes, name: "2.txt")
            _ = try writer.put(meeting(2).analyzed, original: original)
            #expect(try ActionIndex(archive).isCurrent, "nobody sees the records before their list")
            try writer.commit()
        }
        #expect(try !ActionIndex(archive).isCurrent)
        try archive.locked { _ throws(ArchiveError) in try ActionIndexWriter(archive, fold: { $0 }).commit() }
        try expectSame(archive)
        // A line taken out of the decisions by hand.
        try FilePlace.put([], at: archive.reviewsFile)
        #expect(try !ActionIndex(archive).isCurrent)
        try archive.locked { _ throws(ArchiveError) in try ActionIndexWriter(archive, fold: { $0 }).commit() }
        try expectSame(archive)
    }

    @Test func aCopyNeedsNoNewIndex() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try put([meeting(1), meeting(2)], archive)
        try decide(archive, [meeting(1).review(0)])
        let copy = folder.path + "/copy"
        try FileManager.default.copyItem(atPath: archive.path, toPath: copy)
        let copied = try Archive.open(at: copy)
        let index = try ActionIndex(copied)
        #expect(index.isCurrent && index.isCopied)
        try copied.locked { _ throws(ArchiveError) in try ActionIndexWriter(copied, fold: { $0 }).commit() }
        #expect(try !ActionIndex(copied).isCopied)
        try expectSame(copied)
    }

    @Test func noDamagedByteIsBelieved() throws {
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try put((1...3).map(meeting), archive)
        let expected = try whole(archive)
        let names = try FilePlace.names(in: archive.actionsFolder)
        #expect(names.count == 2)
        for name in names {
            let path = archive.actionsFolder + "/" + name
            let sound = try FilePlace.bytes(of: path)
            for place in stride(from: 0, to: sound.count, by: 7) {
                var damaged = sound
                damaged[place] ^= 0x15
                try FilePlace.put(damaged, at: path)
                #expect(throws: ActionIndexError.self, "\(name), byte \(place)") {
                    let answer = try ActionIndex(archive).answer(ActionQuery())
                    #expect(answer.items == expected)
                }
            }
            for length in stride(from: 0, to: sound.count, by: 61) {
                try FilePlace.put(Array(sound[..<length]), at: path)
                #expect(throws: ActionIndexError.self) { _ = try ActionIndex(archive).answer(ActionQuery()) }
            }
            try FilePlace.put(sound, at: path)
        }
        // A crash after the segment and before the head: the old state, and no stray file after the next writer.
        try FilePlace.put([1, 2, 3], at: archive.actionSegmentFile(99))
        try FilePlace.put([1, 2, 3], at: archive.actionsFolder + "/head.1.tmp")
        try expectSame(archive)
        try decide(archive, [meeting(1).review(0)])
        try expectSame(archive)
        let known = try ActionIndex(archive).head.segments.map { "\($0.number).seg" }
        #expect(try FilePlace.names(in: archive.actionsFolder) == (known + ["head"]).sorted())
    }

    @Test func headsThatLieAboutLengthsAreRefused() throws {
        var head = ActionIndexHead()
        head.segments = [.init(number: 1, length: 1 << 40, wordsStart: 48, checksum: 0, dead: [1])]
        let bytes = head.bytes()
        #expect(try ActionIndexHead(bytes).segments == head.segments)
        for count in 0..<bytes.count {
            #expect(throws: ActionIndexError.self) { try ActionIndexHead(Array(bytes[..<count])) }
        }
        let folder = try TemporaryFolder()
        let archive = try folder.archive()
        try FilePlace.makeFolder(archive.actionsFolder)
        try FilePlace.put(bytes, at: archive.actionsHeadFile)
        try FilePlace.put(Array(repeating: 0, count: 100), at: archive.actionSegmentFile(1))
        #expect(throws: ActionIndexError.self) { try ActionIndex(archive) }
    }
}
