import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("A layout that a person fixed")
struct FixedLayoutTests {
    private static let text = """
        第２回　うみべ市緑化協議会　会議録
        日時　令和６年５月９日（木）14時～15時
        場所　市役所

        会長％始めます。
        会長：という言い方はやめます。
        樹木医会％根を切ってはいけません。
        題目％並木の植え替え。
        委員％分かりました。
        """

    private func parse(_ layout: TurnLayout?) -> Meeting {
        MinutesParser().parseExplaining(SourceText(text: Self.text), as: layout)[0].meeting
    }

    @Test("a sign no list knows, a speaker nobody would guess, and a word that is none")
    func fixed() {
        let layout = TurnLayout(
            turns: [.init(.delimiter, sign: "％")], speakers: ["樹木医会"], notSpeakers: ["題目"])
        let meeting = parse(layout)
        #expect(meeting.remarks.map(\.label) == ["会長", "樹木医会", "委員"])
        #expect(meeting.remarks[0].text == "始めます。\n会長：という言い方はやめます。")
        #expect(meeting.remarks[1].text == "根を切ってはいけません。\n題目％並木の植え替え。")
        #expect(parse(nil).remarks.map(\.label) != meeting.remarks.map(\.label))
    }

    @Test("a layout of another body is told")
    func noMatch() {
        let meeting = parse(TurnLayout(turns: [.init(.bracket, sign: "【")]))
        #expect(meeting.remarks.isEmpty)
        #expect(meeting.diagnostics.contains { $0.code == "turn.none" && $0.message.contains("指定") })
        let partly = parse(TurnLayout(turns: [.init(.delimiter, sign: "％"), .init(.mark, sign: "◆")]))
        #expect(partly.diagnostics.contains { $0.code == "layout.unused" && $0.message.contains("◆") })
    }

    @Test("marks and the roles behind them")
    func marks() {
        let layout = TurnLayout(
            turns: [.init(.point, sign: "◇"), .init(.point, sign: "→")], marks: ["◇": .member, "→": .official])
        let text = "緑化協議会\n令和６年５月９日\n◇ 苗木は何本ですか。\n→ 五百本です。\n◇ 分かりました。\n"
        let meeting = MinutesParser().parseExplaining(SourceText(text: text), as: layout)[0].meeting
        #expect(meeting.remarks.map(\.role) == [.member, .official, .member])
    }

    @Test("every shape there and back")
    func ways() {
        for shape in TurnLayout.Shape.allCases {
            let way = TurnLayout.Way(
                shape, sign: shape == .bracket || shape == .trailing ? "（" : shape.needsSign ? "○" : nil)
            #expect(way.isReadable)
            #expect(TurnShape(shape, sign: way.sign?.unicodeScalars.first?.value ?? 0).way.shape == shape)
        }
        #expect(!TurnLayout.Way(.bracket, sign: "○").isReadable)
        #expect(!TurnLayout.Way(.mark, sign: "○○").isReadable)
        #expect(!TurnLayout.Way(.mark).isReadable)
    }
}
