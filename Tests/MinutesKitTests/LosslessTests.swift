import Foundation
import JapaneseText
import MinutesKit
import MinutesModel
import MinutesReading
import Testing

/// What holds for any document whatever: no byte lost, no crash, evidence verbatim.
@Suite struct LosslessTests {
    /// The same numbers in every run (splitmix64).
    private struct Random {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
        }
    }

    /// Segments touch and cover the text; every piece of a remark stands verbatim where its map says.
    private func check(_ bytes: [UInt8], _ what: String) throws {
        let processor = try MinutesProcessor()
        guard let read = try? processor.read(SourceBytes(name: "試験.txt", bytes: bytes)) else { return }
        let record = processor.analyse(processor.parse(read))
        let source = Array(read.value.text.utf8)
        var end = 0
        for segment in record.meeting.segments {
            #expect(segment.start == end && segment.end > segment.start, "\(what): segments touch")
            end = segment.end
        }
        #expect(end == source.count, "\(what): segments cover the text")
        for remark in record.meeting.remarks {
            #expect(remark.span.start >= 0 && remark.span.end <= source.count && remark.span.start < remark.span.end)
            let text = Array(remark.text.utf8)
            let pieces = remark.map.pieces
            for (index, piece) in pieces.enumerated() {
                let next = index + 1 < pieces.count ? pieces[index + 1].text : text.count
                var length = next - piece.text
                while length > 0, index + 1 < pieces.count, [0x20, 0x0a].contains(text[piece.text + length - 1]),
                    piece.source + length > source.count
                        || source[piece.source + length - 1] != text[piece.text + length - 1]
                {
                    length -= 1
                }
                let same = source[piece.source..<min(source.count, piece.source + length)].elementsEqual(
                    text[piece.text..<piece.text + length])
                #expect(same, "\(what): a piece of \(remark.label) differs from its source")
            }
        }
        let texts = Dictionary(record.meeting.remarks.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        #expect(texts.count == record.meeting.remarks.count, "\(what): ids of remarks are unique")
        #expect(Set(record.findings.map(\.id)).count == record.findings.count, "\(what): ids of findings are unique")
        for finding in record.findings {
            #expect(texts[finding.remark]?.utf8Slice(finding.range.range) == finding.quote, "\(what): evidence")
        }
    }

    @Test(arguments: Sample.all)
    func aWholeSample(sample: Sample) throws { try check(sample.bytes(), sample.testDescription) }

    @Test(arguments: Sample.all)
    func anyPrefix(sample: Sample) throws {
        let bytes = try sample.bytes()
        var random = Random(state: UInt64(bytes.count))
        for _ in 0..<25 {
            try check(Array(bytes.prefix(random.below(bytes.count))), "prefix of \(sample.testDescription)")
        }
    }

    @Test(arguments: Sample.all)
    func anySplice(sample: Sample) throws {
        let bytes = try sample.bytes()
        let other = try Sample.all[((Sample.all.firstIndex { $0.folder == sample.folder } ?? 0) + 1) % Sample.all.count]
            .bytes()
        var random = Random(state: UInt64(bytes.count) &+ 1)
        for _ in 0..<25 {
            let head = bytes.prefix(random.below(bytes.count))
            let tail = other.suffix(random.below(other.count))
            try check(Array(head + tail), "splice of \(sample.testDescription)")
        }
    }

    @Test(arguments: Sample.all)
    func anyFlippedByte(sample: Sample) throws {
        var random = Random(state: UInt64(try sample.bytes().count) &+ 2)
        for _ in 0..<25 {
            var bytes = try sample.bytes()
            for _ in 0...random.below(12) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
            try check(bytes, "flipped bytes in \(sample.testDescription)")
        }
    }

    /// A text that is one thing over and over.
    struct Repetition: CustomTestStringConvertible, Sendable {
        var head = ""
        var piece: String
        var times: Int

        var testDescription: String { "\(head)\(piece.debugDescription)×\(times)" }
        var bytes: [UInt8] { Array((head + String(repeating: piece, count: times)).utf8) }
    }

    @Test(arguments: [
        Repetition(piece: "（", times: 200_000), Repetition(piece: "○", times: 200_000),
        Repetition(piece: "○委員 ", times: 50_000), Repetition(piece: "○委員\n", times: 50_000),
        Repetition(piece: "あ", times: 700_000), Repetition(piece: "１\n", times: 100_000),
        Repetition(piece: "\u{3099}", times: 100_000), Repetition(piece: "第１ 次第\n", times: 30_000),
        Repetition(head: "○委員 「", piece: "検討してください。", times: 30_000),
    ])
    func hostileRepetition(_ repetition: Repetition) throws { try check(repetition.bytes, repetition.testDescription) }
}
