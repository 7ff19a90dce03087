import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Nothing is lost and nothing crashes")
struct LosslessTests {
    @Test("segments cover the text and pieces are verbatim", arguments: InventedMinutes.all)
    func covers(sample: InventedMinutes) {
        check(MinutesParser().parse(SourceText(text: sample.text)), sample.text)
    }

    @Test("any prefix is parsed", arguments: InventedMinutes.all)
    func prefixes(sample: InventedMinutes) {
        let bytes = Array(sample.text.utf8)
        for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            check(MinutesParser().parse(SourceText(text: text)), text)
        }
    }

    @Test("splices and flipped bytes are parsed", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func mutations(seed: UInt64) {
        var random = SeededGenerator(state: seed)
        for _ in 0..<25 {
            var bytes = Array(InventedMinutes.all.randomElement(using: &random)!.text.utf8)
            let other = Array(InventedMinutes.all.randomElement(using: &random)!.text.utf8)
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert([0x0A, 0x0C, 0x0D, 0x20, 0x28].randomElement(using: &random)!, at: place)
                default:
                    let start = Int.random(in: 0..<other.count, using: &random)
                    bytes.insert(contentsOf: other[start..<min(other.count, start + 90)], at: place)
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            check(MinutesParser().parse(SourceText(text: text)), text)
        }
    }

    @Test(
        "hostile text is parsed",
        arguments: [
            String(repeating: "○", count: 50_000), String(repeating: "○\n", count: 20_000),
            String(repeating: "（", count: 50_000), String(repeating: "○委員長 はい。\n", count: 5_000),
            String(repeating: "あ", count: 100_000), String(repeating: "\u{0C}\r", count: 5_000), "\r\n", "○", "（", "",
            String(repeating: "日時：\n", count: 5_000), String(repeating: "（１）\n", count: 5_000),
            "○委員長 " + String(repeating: "（略）。（", count: 5_000),
        ])
    func hostile(text: String) {
        check(MinutesParser().parse(SourceText(text: text)), text)
    }

    @Test("the same text gives the same record")
    func deterministic() {
        for sample in InventedMinutes.all {
            let source = SourceText(text: sample.text)
            #expect(MinutesParser().parse(source) == MinutesParser().parse(source))
        }
    }

    private func check(_ meeting: Meeting, _ text: String) {
        let bytes = Array(text.utf8)
        var at = 0
        for segment in meeting.segments {
            #expect(segment.start == at && segment.end > segment.start)
            at = segment.end
        }
        #expect(at == bytes.count)
        var last = -1
        for remark in meeting.remarks {
            #expect(remark.span.start > last)
            last = remark.span.start
            #expect(remark.span.end <= bytes.count && remark.span.start < remark.span.end)
            checkMap(remark, bytes)
        }
        let ids = Set(meeting.remarks.map(\.id)).count
        #expect(ids == meeting.remarks.count)
        let items = Set(meeting.agenda.map(\.id))
        #expect(items.count == meeting.agenda.count)
        #expect(meeting.remarks.allSatisfy { $0.agenda.map(items.contains) ?? true })
    }

    /// Each piece is copied from its place; between pieces stands at most one byte, a blank or a line break.
    private func checkMap(_ remark: Remark, _ bytes: [UInt8]) {
        let text = Array(remark.text.utf8)
        for (index, piece) in remark.map.pieces.enumerated() {
            let isLast = index + 1 == remark.map.pieces.count
            let next = isLast ? text.count : remark.map.pieces[index + 1].text
            var end = next
            if !isLast, end > piece.text, text[end - 1] == 0x0A || text[end - 1] == 0x20 { end -= 1 }
            let isVerbatim = text[piece.text..<end].elementsEqual(bytes[piece.source..<piece.source + end - piece.text])
            #expect(isVerbatim)
        }
    }
}

/// A generator that gives the same numbers on every machine (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}
