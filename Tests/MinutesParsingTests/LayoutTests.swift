import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Layouts are found by evidence")
struct LayoutTests {
    struct Expectation: Sendable {
        var name: String
        var labels: [String]
        var roles: [Role]
    }

    static let expectations: [Expectation] = [
        Expectation(
            name: "marks", labels: ["藤井会長", "環境課長", "根岸委員", "環境課長", "藤井会長", "柏木委員", "田所係長"],
            roles: [.chair, .secretariat, .member, .secretariat, .chair, .member, .secretariat]),
        Expectation(
            name: "assembly",
            labels: ["議　長（大竹　実君）", "議　長（大竹　実君）", "議　長（大竹　実君）", "２　番（小川良子君）", "村　長（野口　茂君）", "総務課長（神田正之君）"],
            roles: [.chair, .chair, .chair, .member, .official, .official]),
        Expectation(
            name: "colons",
            labels: ["事務局", "会　長", "事務局", "Ａ委員", "事務局", "Ｂ委員", "事務局", "東委員", "会　長"],
            roles: [.secretariat, .chair, .secretariat, .member, .secretariat, .member, .secretariat, .member, .chair]),
        Expectation(
            name: "brackets", labels: ["会長", "事務局", "林委員", "事務局", "原田委員", "会長"],
            roles: [.chair, .secretariat, .member, .secretariat, .member, .chair]),
        Expectation(
            name: "brackets alone", labels: ["会長", "事務局　建築課長", "Ａ委員", "事務局", "会長"],
            roles: [.chair, .secretariat, .member, .secretariat, .chair]),
        Expectation(
            name: "angle brackets", labels: ["事務局", "委員Ａ", "事務局", "委員Ｂ", "病院長", "事務局", "委員長"],
            roles: [.secretariat, .member, .secretariat, .member, .official, .secretariat, .chair]),
        Expectation(
            name: "questions", labels: ["Ｑ", "Ａ", "Ｑ", "Ａ", "Ｑ", "Ａ"], roles: Array(repeating: .other, count: 6)),
        Expectation(
            name: "quotes", labels: ["田島会長", "事務局", "井出委員", "事務局", "堀委員", "田島会長"],
            roles: [.chair, .secretariat, .member, .secretariat, .member, .chair]),
        Expectation(
            name: "tabs", labels: ["委員長", "事務局", "委員１", "事務局", "委員２", "事務局", "委員長"],
            roles: [.chair, .secretariat, .member, .secretariat, .member, .secretariat, .chair]),
        Expectation(
            name: "names", labels: ["佐久間", "津田", "小田切", "津田", "長谷", "真壁", "佐久間", "三宅", "津田"],
            roles: [
                .member, .secretariat, .member, .secretariat, .member, .member, .member, .secretariat, .secretariat,
            ]),
        Expectation(
            name: "arrows", labels: ["事務局(危機管理課)", "A委員", "事務局", "B委員", "事務局", "会長"],
            roles: [.secretariat, .member, .secretariat, .member, .secretariat, .chair]),
        Expectation(
            name: "markdown", labels: ["会長", "青井", "富田", "会長", "青井", "会長"],
            roles: [.chair, .viceChair, .member, .chair, .viceChair, .chair]),
    ]

    @Test("labels and roles", arguments: expectations)
    func labels(expected: Expectation) {
        let meeting = MinutesParser().parse(SourceText(text: InventedMinutes.named(expected.name)))
        #expect(meeting.remarks.map(\.label) == expected.labels)
        #expect(meeting.remarks.map(\.role) == expected.roles)
    }

    @Test("no turn where there is none, and it is said")
    func none() {
        let meeting = MinutesParser().parse(SourceText(text: "回覧板\n\n来週の日曜日は公園の清掃です。\nほうきを持ってきてください。\n"))
        #expect(meeting.remarks.isEmpty)
        #expect(meeting.diagnostics.contains { $0.code == "turn.none" })
    }

    @Test("a turn whose mark is missing is not glued to the one before in silence")
    func nearMiss() {
        let text = """
            ○委員長　それでは始めます。
            ○事務局　資料を説明します。件数は増えています。
            ○委員　理由は何ですか。
            事務局　広報を見た方が多いためです。
            ○委員　分かりました。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.count == 4)
        #expect(meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == 4 })
    }

    @Test("headings that carry the speakers' mark are no speakers")
    func headings() {
        let text = """
            ○議事日程
            　日程第１　会期の件
            　日程第２　予算の件

            ○議長（岡本一郎君）　これより会議を開きます。

            ○会期の件
            ○議長（岡本一郎君）　会期についてお諮りいたします。
            　御異議ありませんか。
            　　　〔「異議なし」と呼ぶ者あり〕
            ○議長（岡本一郎君）　御異議なしと認めます。

            ○予算の件
            ○町長（川上花子君）　御説明いたします。
            　　　午後二時十五分散会
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.count == 4)
        #expect(meeting.agenda.map(\.title) == ["会期の件", "予算の件"])
        #expect(meeting.agenda.map(\.number) == ["日程第１", "日程第２"])
        #expect(
            meeting.remarks.map(\.agenda) == [nil, meeting.agenda[0].id, meeting.agenda[0].id, meeting.agenda[1].id])
        #expect(meeting.notes.map(\.text) == ["〔「異議なし」と呼ぶ者あり〕", "午後二時十五分散会"])
        #expect(meeting.header.closesAt == "14:15")
        // The turn reaches to the line before the next, notes included.
        #expect(meeting.remarks[1].span.endLine == 10)
    }
}
