import Foundation
import MinutesModel
import Testing

@testable import MinutesSearch

/// Segments that become one without their texts.
@Suite struct SegmentMergerTests {
    private func meetings(_ numbers: Range<Int>) -> [AnalyzedMeeting] {
        numbers.map { number in
            // The days go down, so that the order of the segments is not that of the days.
            meeting(
                "m\(100 + number)", date: "2024-02-\(29 - number % 20)",
                [
                    Turn(
                        "居場所の話は\(number)番目で、居場所づくりと社協の見守り 2024 plan を。", role: .member,
                        label: "委員（山田\(number)）", topics: ["居場所", "見守り\(number % 3)"], agenda: "議題\(number % 4)"),
                    Turn(number % 5 == 0 ? "" : "はい、東京都と京都の\(number)番目です。", role: .secretariat, answers: 0),
                ])
        }
    }

    private func segment(_ meetings: [AnalyzedMeeting], _ fixture: SearchFixture) throws -> MinutesSearch.Segment {
        try FileManager.default.createDirectory(atPath: fixture.folder, withIntermediateDirectories: true)
        let made = try SegmentBuilder.write(
            meetings.map { SearchableMeeting($0, version: "1") }, to: fixture.folder, tag: "test")
        return try MinutesSearch.Segment(path: fixture.folder + "/" + made.name)
    }

    /// The same meetings in the same order give the same bytes, made of texts or of segments.
    @Test func aMergedSegmentHasTheBytesOfOneMadeAtOnce() throws {
        let fixture = SearchFixture()
        let all = meetings(0..<30).sorted { left, right in
            let (leftDay, rightDay) = (left.meeting.header.date ?? "", right.meeting.header.date ?? "")
            return leftDay == rightDay ? left.id < right.id : leftDay < rightDay
        }
        var sources: [SegmentMerger.Source] = []
        for part in [all[..<7], all[7..<8], all[8...]] {
            let segment = try segment(Array(part), fixture)
            sources.append(SegmentMerger.Source(segment: segment, live: BitSet(all: segment.meetingCount)))
        }
        let merged = try SegmentMerger.write(sources, to: fixture.folder, tag: "merged")
        let whole = try segment(all, fixture)
        let other = try MinutesSearch.Segment(path: fixture.folder + "/" + merged.name)
        for section in SegmentLayout.Section.allCases {
            #expect(other.bytes(section).elementsEqual(whole.bytes(section)), "\(section)")
        }
        #expect(fixture.folder + "/" + merged.name == whole.path)
        try whole.verify()
    }

    @Test func meetingsThatNoLongerCountAreLeftOut() throws {
        let fixture = SearchFixture()
        let all = meetings(0..<40)
        let first = try segment(Array(all[..<20]), fixture)
        let second = try segment(Array(all[20...]), fixture)
        func live(_ segment: MinutesSearch.Segment) -> BitSet {
            var live = BitSet(all: segment.meetingCount)
            for meeting in 0..<segment.meetingCount where meeting % 3 == 1 || meeting == 19 { live.remove(meeting) }
            return live
        }
        let merged = try SegmentMerger.write(
            [first, second].map { SegmentMerger.Source(segment: $0, live: live($0)) }, to: fixture.folder, tag: "merged"
        )
        var kept: [String] = []
        for segment in [first, second] { live(segment).forEach { kept.append(segment.meetingID($0)) } }
        let result = try MinutesSearch.Segment(path: fixture.folder + "/" + merged.name)
        try result.verify()
        #expect((0..<result.meetingCount).map(result.meetingID) == kept)
        for id in kept { #expect(result.meeting(withID: id).map(result.meetingID) == id) }
        #expect(result.meeting(withID: "m") == nil)
        // Everything is found as in an index of these meetings alone.
        let whole = try SearchFixture(all.filter { kept.contains($0.id) })
        let other = SearchFixture()
        try FileManager.default.createDirectory(atPath: other.folder, withIntermediateDirectories: true)
        var manifest = IndexManifest()
        try FileManager.default.copyItem(atPath: result.path, toPath: other.folder + "/" + merged.name)
        manifest.segments = [
            IndexManifest.Part(
                file: merged.name, bytes: merged.bytes, meetings: kept.count, remarks: result.remarkCount, removed: [])
        ]
        try manifest.write(to: other.folder)
        let (left, right) = (try whole.index(), try other.index())
        for query in ["居場所", "京都", "番", "見守り 居場所", "役割:事務局", "話題:見守り1", "議題:議題2 居場所", "発言者:山田7", "回答:あり", "plan"] {
            let request = SearchRequest(query, limit: 100)
            #expect(
                try left.search(request, texts: whole.texts) == right.search(request, texts: whole.texts), "\(query)")
        }
    }

    @Test func manyImportsStayFewSegmentsAndFindTheSame() throws {
        let fixture = SearchFixture()
        let all = meetings(0..<60)
        for (number, meeting) in all.enumerated() {
            try fixture.add([meeting])
            // Every fourth comes again.
            if number % 4 == 3 { try fixture.add([all[number - 2]], version: "2") }
        }
        let index = try fixture.index()
        try index.verify()
        #expect(index.parts.count <= 2 * SearchIndexWriter.mostSmallSegments)
        let whole = try SearchFixture(all).index()
        #expect(index.remarkCount == whole.remarkCount)
        for query in ["居場所", "居場所 社協", "京都", "の", "番目です", "居場所 -京都", "役割:委員 見守り"] {
            let request = SearchRequest(query, limit: 1000)
            let (left, right) = (try index.rank(request), try whole.rank(request))
            #expect(left.total == right.total, "\(query)")
            func ids(_ page: RankedPage, _ index: SearchIndex) -> [String] {
                page.remarks.map { index.parts[$0.part].segment.remarkID($0.remark) }
            }
            #expect(ids(left, index) == ids(right, whole), "\(query)")
            #expect(left.remarks.map(\.score) == right.remarks.map(\.score), "\(query)")
        }
    }
}
