import Foundation
import MinutesModel
import Testing

@testable import MinutesArchive

@Suite struct RecordFormatTests {
    private static let original = StoredOriginal(sha256: String(repeating: "a", count: 64), name: "会議録.txt")

    private static func stored(_ analyzed: AnalyzedMeeting) -> StoredRecord {
        StoredRecord(analyzed: analyzed, provenance: original)
    }

    private static func decoded(_ bytes: [UInt8]) throws -> StoredRecord {
        try bytes.withUnsafeBytes { try RecordDecoder.record($0, path: "m") }
    }

    /// Everything that can be said, and numbers and ids no parser gives.
    private static var odd: AnalyzedMeeting {
        var analyzed = InventedMeeting().analyzed
        analyzed.meeting.id = "別の番号"
        analyzed.meeting.header.observers = -3
        analyzed.meeting.header.attendance = [Attendance(name: "山野\u{0}", role: .expert, group: "", seat: .max)]
        analyzed.meeting.header.fields = ["issueID": "\u{2028}\"\\"]
        analyzed.meeting.agenda = [
            AgendaItem(
                id: "a", number: "（１）", title: "", parent: "a", span: SourceSpan(start: 9, end: 1, line: 0, endLine: -1)
            )
        ]
        analyzed.meeting.topicBoundaries = [
            TopicBoundary(
                id: "b", remark: "r", title: "目標", span: SourceSpan(start: 0, end: 0, line: 1, endLine: 1, page: 7))
        ]
        analyzed.meeting.notes = [Note(text: "（休憩）", span: SourceSpan(start: 1, end: 2, line: 1, endLine: 1))]
        analyzed.meeting.diagnostics = [
            Diagnostic(.warning, code: "turn.near-miss", message: "行", line: 3, column: nil)
        ]
        var remarks = analyzed.meeting.remarks
        remarks[0].order = .min
        remarks[0].span = SourceSpan(start: .max, end: .min, line: .min, endLine: .max, page: .min)
        remarks[0].map.pieces.append(.init(text: .min, source: .max, line: -1))
        remarks[1].span.page = 0
        for (place, text) in ["", "か\u{3099}", "が", "𠮷🍙\n\u{FEFF}", String(repeating: "長い発言です。", count: 20_000)]
            .enumerated()
        {
            remarks.append(
                Remark(
                    id: StableID.make("r", [text], salt: 0), order: place, label: text.isEmpty ? "" : "か\u{3099}",
                    role: Role.allCases[place % Role.allCases.count], name: place == 2 ? "が" : nil,
                    party: place == 3 ? "members" : nil, agenda: "a", topicBoundary: place == 4 ? "b" : nil, text: text,
                    span: SourceSpan(start: 0, end: 1, line: 5, endLine: 2, page: place % 2),
                    fields: place == 1 ? ["か\u{3099}": "", "speechID": "1"] : [:]))
        }
        remarks.append(remarks[3])
        analyzed.meeting.remarks = remarks
        analyzed.meeting.segments += Segment.Kind.allCases.map { Segment(kind: $0, start: .min, end: .max) }
        var findings = analyzed.findings
        var other = findings[0]
        other.range = TextRange(start: .min, end: .max)
        findings.append(other)
        other.id = "f!"
        other.remark = "ない発言"
        other.confidence = -0.0
        other.version = .min
        other.kind = "か\u{3099}"
        findings.append(other)
        other.kind = "が"
        other.remark = remarks[2].id
        other.range = TextRange(start: 0, end: 0)
        other.quote = ""
        other.fields = ["summary": other.quote, "が": "か\u{3099}"]
        findings.append(other)
        let long = remarks[6]
        for length in [21, 42, 42, 63] {
            guard
                var finding = Finding(
                    .request, analyzer: AnalyzerIdentity(id: "follow-ups", version: 3), in: long,
                    range: 21..<21 + length,
                    fields: ["owner": "事務局", "summary": "長い発言です。長い発言をする"], confidence: 0.25)
            else { continue }
            finding.id = finding.stableID(salt: findings.count)
            findings.append(finding)
            finding.id = finding.stableID(salt: 1)
            findings.append(finding)
        }
        analyzed.findings = findings
        analyzed.formerIDs = FormerIDs(["f1": .id("f2"), "r9": .removed], firstIDs: ["f2": "f0"])
        return analyzed
    }

    @Test func everyFieldComesBack() throws {
        for analyzed in [
            InventedMeeting().analyzed, Self.odd, AnalyzedMeeting(meeting: Meeting(id: "", header: MeetingHeader())),
        ] {
            let record = Self.stored(analyzed)
            let bytes = try RecordEncoder.bytes(record, path: "m")
            let again = try Self.decoded(bytes)
            #expect(again == record)
            // Equal texts may be spelled in two ways; here the spelling counts.
            #expect(try ArchiveJSON.line(again, path: "") == ArchiveJSON.line(record, path: ""))
            #expect(try RecordEncoder.bytes(again, path: "m") == bytes)
        }
    }

    /// A field that is added to the model has to be added to the format: then it is added here.
    @Test func theFormatKnowsEveryField() throws {
        func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label).sorted() }
        let analyzed = Self.odd
        #expect(names(analyzed) == ["findings", "formerIDs", "meeting"])
        #expect(
            names(analyzed.meeting) == [
                "agenda", "diagnostics", "header", "id", "notes", "remarks", "segments", "topicBoundaries",
            ])
        #expect(
            names(analyzed.meeting.remarks[0]) == [
                "agenda", "fields", "id", "label", "map", "mark", "name", "order", "party", "role", "span", "text",
                "topicBoundary",
            ])
        #expect(names(analyzed.meeting.remarks[0].span) == ["end", "endLine", "line", "page", "start"])
        #expect(names(analyzed.meeting.remarks[0].map) == ["pieces"])
        #expect(names(analyzed.meeting.remarks[0].map.pieces[0]) == ["line", "source", "text"])
        #expect(names(analyzed.meeting.segments[0]) == ["end", "kind", "start"])
        #expect(
            names(analyzed.findings[0]) == [
                "analyzer", "confidence", "fields", "id", "kind", "quote", "range", "remark", "version",
            ])
        #expect(names(analyzed.findings[0].range) == ["end", "start"])
        #expect(names(analyzed.findings[0].fields) == ["entries"])
        #expect(names(analyzed.formerIDs) == ["firstIDs", "successors"])
        #expect(names(Self.stored(analyzed)) == ["analyzed", "provenance"])
        // What is kept as JSON has to come back whole from its own coding.
        let facts = RecordFacts(Self.stored(analyzed))
        let again = try JSONDecoder().decode(RecordFacts.self, from: JSONEncoder().encode(facts))
        #expect(
            again.record(remarks: [], segments: [], findings: [])
                == facts.record(remarks: [], segments: [], findings: []))
    }

    @Test func aTextIsReadAlone() throws {
        let folder = try TemporaryFolder()
        let analyzed = Self.odd
        let path = folder.path + "/m.record"
        try FilePlace.put(RecordEncoder.bytes(Self.stored(analyzed), path: path), at: path)
        let texts = try RecordTexts(path: path)
        for (place, remark) in analyzed.meeting.remarks.enumerated().reversed() {
            #expect(try texts.text(at: place, id: remark.id) == Array(remark.text.utf8))
            #expect(try texts.text(at: place, id: "r000000000000") == nil)
        }
        #expect(try texts.text(at: analyzed.meeting.remarks.count, id: analyzed.meeting.remarks[0].id) == nil)
    }

    @Test func everyChangedOrMissingByteIsNoticed() throws {
        let bytes = try RecordEncoder.bytes(Self.stored(InventedMeeting().analyzed), path: "m")
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 0x10
            #expect(throws: ArchiveError.self) { try Self.decoded(broken) }
            #expect(throws: ArchiveError.self) { try Self.decoded(Array(bytes[..<place])) }
        }
        #expect(throws: ArchiveError.self) { try Self.decoded(bytes + [0]) }
        var newer = bytes
        newer[8] = 3
        #expect(throws: ArchiveError.tooNew(path: "m", version: 3, known: 2)) { try Self.decoded(newer) }
    }

    /// Sections whose checksums are right and whose contents are not.
    @Test(arguments: 0..<4) func nonsenseBehindRightChecksumsIsRefusedOrRead(seed: UInt64) throws {
        let bytes = try RecordEncoder.bytes(Self.stored(Self.odd), path: "m")
        var sections = try bytes.withUnsafeBytes { raw in
            try RecordFile.entries(raw).map { ($0.kind, try RecordFile.content($0, of: raw)) }
        }
        // The long text adds nothing here.
        sections.removeAll { $0.0 == .texts && $0.1.count > 10_000 }
        var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, below)
        }
        var refused = 0
        for _ in 0..<400 {
            var broken = sections
            let chosen = random(broken.count)
            for _ in 0...random(3) where !broken[chosen].1.isEmpty {
                let place = random(broken[chosen].1.count)
                switch random(4) {
                case 0: broken[chosen].1[place] = UInt8(random(256))
                case 1: broken[chosen].1.remove(at: place)
                case 2: broken[chosen].1.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], at: place)
                default: broken[chosen].1[place] ^= 1 << UInt8(random(8))
                }
            }
            let file = RecordFile.bytes(broken.map { (kind: $0.0, bytes: $0.1) })
            do { _ = try Self.decoded(file) } catch is ArchiveError { refused += 1 }
        }
        #expect(refused > 100)
    }

    /// Written by the program of 22 November 2026; its JSON stands in `archive-v1`.
    @Test func theFirstRecordOfThisFormatIsRead() throws {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/Compat")
        let bytes = [UInt8](try Data(contentsOf: fixtures.appendingPathComponent("record-v2/mfbs5zb106mfj.record")))
        let json = [UInt8](
            try Data(contentsOf: fixtures.appendingPathComponent("archive-v1/records/mfbs5zb106mfj.json")))
        #expect(
            try Self.decoded(bytes) == ArchiveJSON.decode(versioned: StoredRecord.self, from: json, path: "json"))
    }

    @Test func recordsInJSONAreReadAndThenWrittenAnew() throws {
        let folder = try TemporaryFolder()
        let invented = InventedMeeting()
        let archive = try Archive.create(at: folder.path + "/archive", name: "試し")
        let original = try archive.write { writer in
            let original = try writer.store(invented.bytes, name: "会議録.txt")
            _ = try writer.put(invented.analyzed, original: original)
            try writer.commit()
            return original
        }
        let (file, former) = (
            archive.recordFile("m1", in: archive.recordsFolder),
            archive.formerRecordFile("m1", in: archive.recordsFolder)
        )
        let bytes = try FilePlace.bytes(of: file)
        let stored = StoredRecord(analyzed: invented.analyzed, provenance: original)
        try FilePlace.put(ArchiveJSON.line(stored, path: former), at: former)
        try FilePlace.remove(file)
        #expect(try archive.record("m1") == stored)
        let remark = invented.analyzed.meeting.remarks[1]
        #expect(try archive.texts(of: "m1").text(at: 1, id: remark.id) == Array(remark.text.utf8))
        try archive.write { #expect($0.catalog.meetings.map(\.id) == ["m1"]) }
        #expect(!FilePlace.exists(former))
        #expect(try FilePlace.bytes(of: file) == bytes)
        #expect(try archive.verify().isEmpty)
    }
}
