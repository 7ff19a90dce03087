import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Turns of speakers the document does not name")
struct UnnamedTurnTests {
    private static let head = "第２回　うみべ市緑化協議会　会議要旨\n日時　令和６年５月９日（木）14時～15時\n場所　市役所\n\n"

    private func parse(_ text: String) -> Meeting { MinutesParser().parse(SourceText(text: Self.head + text)) }

    @Test("a legend says who speaks behind a mark")
    func legend() {
        let meeting = parse(
            """
            議事の概要（●：委員　→：事務局）
            １　並木について
            ●　根が歩道を持ち上げている所はどこか。
            　→　駅前の通りである。秋に植え替える。
            　　それまでは段差に印を付ける。
            ●　落ち葉の掃除は誰がするのか。
            　→　町会にお願いしている。
            ２　閉会
            """)
        #expect(meeting.remarks.map(\.mark) == ["●", "→", "●", "→"])
        #expect(meeting.remarks.map(\.label) == ["", "", "", ""])
        #expect(meeting.remarks.map(\.role) == [.member, .secretariat, .member, .secretariat])
        #expect(meeting.remarks[1].text == "駅前の通りである。秋に植え替える。\nそれまでは段差に印を付ける。")
        #expect(meeting.diagnostics.contains { $0.code == "turn.unnamed" })
    }

    @Test("points under a heading that says opinions are remarks of nobody, with a note; what was done is none")
    func opinions() {
        let meeting = parse(
            """
            １　並木について
            事務局から資料１により説明した。
            （主な意見）
            ・根が歩道を持ち上げている。
            ・落ち葉の掃除がたいへんである。
            　特に雨の後が困る。
            以上の意見を踏まえ、原案を了承した。
            ２　花壇について
            事務局から資料２により説明した。
            """)
        #expect(meeting.remarks.map(\.text) == ["根が歩道を持ち上げている。", "落ち葉の掃除がたいへんである。\n特に雨の後が困る。"])
        #expect(meeting.remarks.allSatisfy { $0.label.isEmpty && $0.role == .other && $0.name == nil })
        #expect(meeting.diagnostics.contains { $0.code == "turn.unnamed" && $0.severity == .note && $0.line == 8 })
    }

    @Test("points of a summary that does not call them opinions are nobody's")
    func plainPoints() {
        let meeting = parse("概要：\n次の点を確認した。\n・並木は秋に植え替える。\n・花壇は町会が世話をする。\n")
        #expect(meeting.remarks.isEmpty)
        #expect(meeting.diagnostics.contains { $0.code == "turn.none" })
    }

    @Test("a single arrow among labelled turns stays with the turn before, and that is said")
    func loneArrow() {
        let meeting = parse("会長：始めます。\n委員：苗木は何本ですか。\n→五百本です。\n会長：終わります。\n")
        #expect(meeting.remarks.count == 3)
        #expect(meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == 7 })
    }

    @Test("labels nobody knows make a convention only with a warning")
    func unknownLabels() {
        let meeting = parse("波多(緑)　始めます。\n灘(町)　苗木は何本ですか。\n波多(緑)　五百本です。\n三好(学)　水やりを手伝います。\n")
        #expect(meeting.remarks.map(\.label) == ["波多(緑)", "灘(町)", "波多(緑)", "三好(学)"])
        #expect(meeting.diagnostics.contains { $0.code == "turn.low-confidence" })
    }
}
