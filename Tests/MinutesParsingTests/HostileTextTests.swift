import MinutesModel
import Testing

@testable import MinutesParsing

/// Texts on which a step that goes over the whole for each of its parts would not come to an end: sizes are small, and
/// finishing at all is what is tested, with what was read.
@Suite("Hostile text is read in linear time")
struct HostileTextTests {
    private static let head = "会議録\n令和６年２月21日\n"

    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: text)) }

    @Test("a list of people that is one number")
    func digits() {
        let meeting = parse(Self.head + "出席者 " + String(repeating: "１", count: 60_000) + "\n○委員長　始めます。\n")
        #expect(meeting.remarks.count == 1)
    }

    @Test("a bracket behind a label that ends the line, or that the next line ends")
    func bracketsAtLineEnds() {
        for slip in ["○委員 （山田）\n　続けて申します。\n", "○委員　（山\n田）　続けて申します。\n", "○委員 （山田） \n"] {
            let text = Self.head + "○委員（山田）　はい、そうです。\n○委員長　では次に移ります。\n" + slip + "○委員長　終わります。\n"
            let meeting = parse(text)
            #expect(meeting.remarks.count >= 3)
            #expect(meeting.remarks.allSatisfy { $0.span.start < $0.span.end && $0.span.end <= text.utf8.count })
        }
    }

    @Test("as many speakers as people on the list")
    func roster() {
        let names = (0..<3_000).map { number in
            "山" + String(Character(Unicode.Scalar(0x4E00 + UInt32(number))!)) + "太郎"
        }
        let list = "出席者\n" + names.map { $0 + "\n" }.joined()
        let turns = names.map { "○\($0)委員　そうです。\n" }.joined()
        let meeting = parse(Self.head + list + "\n" + turns)
        #expect(meeting.header.attendance.count == names.count)
        #expect(meeting.remarks.count == names.count)
        #expect(meeting.remarks.allSatisfy { $0.role == .member && $0.name?.isEmpty == false })
    }

    @Test("every turn of a different speaker")
    func labels() {
        let turns = (0..<10_000).map { "○委員\($0)　そうです。\n" }.joined()
        #expect(parse(Self.head + turns).remarks.count == 10_000)
    }

    @Test("labels with nothing behind them", arguments: ["委員：\n", "○\n", "（委員）\n", "【委員】\n", "委員\n"])
    func empty(line: String) {
        let text = Self.head + String(repeating: line, count: 20_000)
        #expect(parse(text).segments.last?.end == text.utf8.count)
    }

    @Test("headings without end", arguments: ["１ \n", "１ 予算について\n", "【予算】\n", "日程第１　予算\n", "○予算について\n"])
    func headings(line: String) {
        let text = Self.head + "○委員長　始めます。\n" + String(repeating: line, count: 10_000)
        #expect(parse(text).segments.last?.end == text.utf8.count)
    }

    @Test(
        "one line without a break",
        arguments: ["（", "〔", "「", "第", "第１回", "○委員　はい。", "※", "|", "・", "君", "番", "、", "　", "令和６年"])
    func line(piece: String) {
        let run = String(repeating: piece, count: 30_000)
        for text in [run, Self.head + "議題 " + run, Self.head + "出席者 " + run, Self.head + "○委員長　" + run] {
            #expect(parse(text).segments.last?.end == text.utf8.count)
        }
    }
}
