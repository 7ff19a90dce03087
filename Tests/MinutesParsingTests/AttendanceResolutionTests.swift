import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Labels lead to the attendance list")
struct AttendanceResolutionTests {
    private func names(_ people: String, _ labels: [String]) -> [String?] {
        let turns = labels.map { "○\($0)　海沿いの道を広げる件について申し上げます。" }.joined(separator: "\n")
        let text = "第２回みなと市道路審議会　会議録\n\n日時　令和６年５月９日（木）14時～15時\n\(people)\n\n\(turns)\n"
        return MinutesParser().parse(SourceText(text: text)).remarks.map(\.name)
    }

    @Test("by full name, family name, variants of a character, blanks inside a name and a post one person holds")
    func resolved() {
        let list = "出席者　会長　高橋　恒一、副会長　渡辺みどり、斎藤　航、山崎　さくら、林　健\n事務局　道路課長　五十嵐"
        #expect(
            names(list, ["会長", "髙橋会長", "渡邊副会長", "齋藤委員", "山﨑さくら委員", "林委員", "道路課長", "副会長"])
                == ["高橋恒一", "高橋恒一", "渡辺みどり", "斎藤航", "山崎さくら", "林健", "五十嵐", "渡辺みどり"])
    }

    @Test("two of one family name: only what tells them apart decides, else it is said")
    func namesakes() throws {
        let list = "出席者　会長　木村一、木村花子、木村賢三、大野正"
        #expect(
            names(list, ["木村会長", "木村（花）委員", "木村委員", "大野委員"])
                == ["木村一", "木村花子", "木村", "大野正"])
        let text = """
            第１回みなと市道路審議会　会議録
            日時　令和６年５月９日
            出席者　会長　大野正、木村花子、木村賢三

            ○大野会長　始めます。
            ○木村委員　歩道がせまいです。
            ○大野会長　次に進みます。
            ○木村委員　わかりました。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        let said = meeting.diagnostics.filter { $0.code == "people.ambiguous" }
        #expect(said.count == 1)
        #expect(said.first?.line == 6)
        #expect(said.first?.severity == .note)
    }

    @Test("anonymous members stay anonymous, and who is only talked about is nobody here")
    func anonymous() {
        let text = """
            第１回みなと市道路審議会　会議録
            日時　令和６年５月９日
            出席者　会長　大野正、木村花子、村上透
            欠席者　副会長　浅井とも

            ○会長　始めます。
            ○委員　町会の長谷川さんがいつも掃いてくださっています。
            ○委員Ａ　長谷川さんには感謝しています。
            ○副会長　会長が急に休まれた場合は私が務めます。
            ○会長　次回もお願いします。
            """
        let meeting = MinutesParser().parse(SourceText(text: text))
        #expect(meeting.remarks.map(\.name) == ["大野正", nil, nil, nil, "大野正"])
        #expect(meeting.header.attendance.map(\.name) == ["大野正", "木村花子", "村上透", "浅井とも"])
        #expect(meeting.remarks.map(\.label) == ["会長", "委員", "委員Ａ", "副会長", "会長"])
    }

    @Test("a post, a field of work or an organisation in brackets is no name")
    func brackets() {
        for label in ["事務局（港湾計画課長）", "副会長（総務）", "オブザーバー（県消費生活センター）", "２号委員"] {
            #expect(SpeakerLabel.read(label).name == nil, "\(label)")
        }
        #expect(SpeakerLabel.read("会長（大野正君）").name == "大野正")
        #expect(SpeakerLabel.read("二村同課長補佐").name == "二村")
    }

    @Test("a completed name does not reach a published label")
    func published() {
        #expect(PublishedLabel.label("木村委員", name: "木村花子", role: .member) == "委員")
        #expect(PublishedLabel.label("会長（木村君）", name: "木村花子", role: .chair) == "会長")
        #expect(!PublishedLabel.label("会長 木村", name: "木村花子", role: .chair).contains("木村"))
        #expect(PublishedLabel.label("総務課長", name: "五十嵐", role: .secretariat) == "総務課長")
    }
}
