import Foundation
import MinutesModel
import Testing

@testable import MinutesParsing

/// Documents whose format says where turns begin.
@Suite struct GivenMeetingTests {
    private static let first = "第９回灯台委員会\n令和６年５月９日\n○雪洞委員長　開きます。\n１　灯台の改修について\n　七基です。\n○岬　はい。\n"
    private static let second = "第10回灯台委員会\n令和６年６月13日\n○雪洞委員長　閉じます。\n"

    private func place(of part: String, in text: String, from: Int = 0) -> Int {
        let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
        return (from..<bytes.count).first { bytes[$0...].starts(with: wanted) } ?? -1
    }

    private func turn(_ label: String, in text: String, from: Int = 0, name: String?) -> GivenMeeting.Turn {
        let start = place(of: "○" + label, in: text, from: from)
        let end = start + 3 + label.utf8.count
        return GivenMeeting.Turn(start: start, label: start + 3..<end, text: end + 3, name: name, fields: ["id": label])
    }

    private func source() -> SourceText {
        let text = Self.first + Self.second
        let cut = Self.first.utf8.count
        var header = MeetingHeader()
        header.body = "灯台の委員会"
        header.fields = ["number": "9"]
        return SourceText(
            text: text,
            meetings: [
                GivenMeeting(
                    range: 0..<cut, header: header,
                    turns: [turn("雪洞委員長", in: text, name: "雪洞灯"), turn("岬", in: text, name: nil)]),
                GivenMeeting(
                    range: cut..<text.utf8.count, turns: [turn("雪洞委員長", in: text, from: cut, name: nil)]),
            ])
    }

    @Test func turnsAndFieldsAreThoseOfTheFormat() {
        let meetings = MinutesParser().parseAll(source())
        #expect(meetings.map { $0.remarks.map(\.label) } == [["雪洞委員長", "岬"], ["雪洞委員長"]])
        #expect(meetings[0].remarks[0].text == "開きます。\n１　灯台の改修について\n七基です。")
        #expect(meetings[0].remarks[0].name == "雪洞灯")
        #expect(meetings[0].remarks.map(\.fields) == [["id": "雪洞委員長"], ["id": "岬"]])
        #expect(meetings[0].header.body == "灯台の委員会")
        #expect(meetings[0].header.fields == ["number": "9"])
        #expect(meetings.map(\.header.date) == ["2024-05-09", "2024-06-13"])
    }

    @Test func placesAreThoseOfTheWholeTextAndSegmentsCoverIt() {
        let source = source()
        let bytes = Array(source.text.utf8)
        for meeting in MinutesParser().parseAll(source) {
            var end = 0
            for segment in meeting.segments {
                #expect(segment.start == end)
                end = segment.end
            }
            #expect(end == bytes.count)
            for remark in meeting.remarks {
                #expect(String(decoding: bytes[remark.span.range], as: UTF8.self).hasPrefix("○" + remark.label))
                for piece in remark.map.pieces {
                    let line = bytes[..<piece.source].count { $0 == 0x0A } + 1
                    #expect(piece.line == line)
                    #expect(
                        bytes[piece.source...].starts(
                            with: Array(remark.text.utf8)[piece.text...].prefix { $0 != 0x0A }))
                }
            }
        }
    }

    @Test func theFirstAloneComesWithAnError() {
        let meeting = MinutesParser().parse(source())
        #expect(meeting.remarks.count == 2)
        #expect(meeting.diagnostics.contains { $0.code == "text.several-meetings" && $0.severity == .error })
    }

    /// A reader's mistakes cost turns, not the program.
    @Test func placesThatCannotBeAreLeftOut() {
        let text = Self.first
        let good = turn("岬", in: text, name: nil)
        var turns: [GivenMeeting.Turn] = []
        for (start, label, said) in [
            (-5, 1..<4, 9), (0, 0..<0, 0), (3, 2..<9, 9), (9_000, 9_001..<9_002, 9_003), (40, 41..<400, 500),
            (60, 63..<66, 1),
        ] {
            turns.append(GivenMeeting.Turn(start: start, label: label, text: said))
        }
        let meeting = MinutesParser().parse(
            SourceText(text: text, meetings: [GivenMeeting(range: -3..<90_000, turns: turns + [good, good])]))
        #expect(meeting.remarks.map(\.label) == ["岬"])
        #expect(meeting.segments.last?.end == text.utf8.count)
    }

    @Test func fieldsAreWrittenOnlyWhereThereAreSome() throws {
        let meetings = MinutesParser().parseAll(source())
        let full = String(decoding: try JSONEncoder().encode(meetings[0].remarks[0]), as: UTF8.self)
        #expect(full.contains("\"fields\""))
        var bare = meetings[0].remarks[0]
        bare.fields = [:]
        let empty = try JSONEncoder().encode(bare)
        #expect(!String(decoding: empty, as: UTF8.self).contains("\"fields\""))
        #expect(try JSONDecoder().decode(Remark.self, from: empty) == bare)
    }
}
