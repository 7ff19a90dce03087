import MinutesModel
import Testing

@testable import MinutesParsing

@Suite("Labels that a clerk once wrote otherwise than the rest")
struct TurnSlipTests {
    private static let head = "第５回　みなと市水辺協議会　会議録\n日時　令和６年10月８日（火）10時～11時\n"

    private func labels(_ body: String, head: String = "場所　市役所\n\n") -> [String] {
        MinutesParser().parse(SourceText(text: Self.head + head + body)).remarks.map(\.label)
    }

    @Test("a speaker's label without its mark, where a paragraph begins")
    func missingMark() {
        let body = """
            ◆浜野会長：ただいまから始めます。
            ◇事務局：資料一の数字を説明します。
            ◆浜野会長：質問はありますか。
            ◇潮見委員：桟橋の手すりが低いと思います。
            浜野会長：事務局、どうでしょうか。
            ◇事務局：今年のうちに高くします。
            """
        #expect(labels(body) == ["浜野会長", "事務局", "浜野会長", "潮見委員", "浜野会長", "事務局"])
    }

    @Test("who was not heard before, or is named in the middle of a sentence, is no slip")
    func noSlip() {
        let body = """
            ◆浜野会長：ただいまから始めます。
            ◇事務局：資料一の数字を説明します。
            ◆浜野会長：質問はありますか。
            ◇潮見委員：昨年の会議の記録では
            事務局：手すりを高くすると書いてあります。
            ◆浜野会長：そうでした。
            ◇潮見委員：ほかの市の議事録も読み上げます。
            　　　座長：橋はいつ直りますか。
            ◆浜野会長：分かりました。
            ◇事務局：今年のうちに高くします。
            """
        #expect(
            labels(body) == ["浜野会長", "事務局", "浜野会長", "潮見委員", "浜野会長", "潮見委員", "浜野会長", "事務局"])
    }

    @Test("a bracket closed by one of another kind")
    func otherBracket() {
        let body = """
            〔会長〕　始めます。
            〔Ａ委員〕　桟橋はいつ直りますか。
            〔事務局〕　来年の春です。
            〔Ｂ委員］　手すりも高くしてください。
            〔会長〕　終わります。
            """
        #expect(labels(body) == ["会長", "Ａ委員", "事務局", "Ｂ委員", "会長"])
    }

    @Test("a name and a post with a blank between are one label, alone on their line")
    func spreadLabel() {
        let body = """
            浜野会長
            　始めます。
            潮見委員
            　手すりが低いと思います。
            事務局
            　高くします。
            潮見　委員
            　いつまでにですか。
            事務局
            　今年のうちにします。
            """
        let head = "場所　市役所\n出席者　浜野　修（会長）、潮見　かおり、灘　健一\n\n"
        #expect(labels(body, head: head) == ["浜野会長", "潮見委員", "事務局", "潮見　委員", "事務局"])
    }

    @Test("posts and names behind a group are a list, also where turns are written with a blank")
    func listOfPeople() {
        let head = "場所　市役所\n委員　浜野　修\n事務局　浦川水辺課長、大浜水辺課主任\n公開の別　公開（傍聴の定員は五人とした。）\n\n"
        let body = """
            事務局　ただいまから始めます。資料を確かめてください。
            会長　　では、説明をお願いします。
            委員Ａ　手すりが低いと思います。
            事務局　今年のうちに高くします。
            会長　　終わります。
            """
        #expect(labels(body, head: head) == ["事務局", "会長", "委員Ａ", "事務局", "会長"])
    }

    @Test("a legend's mark whose words no role is known for begins turns, and so does the mark that looks like it")
    func legend() {
        let meeting = MinutesParser().parse(
            SourceText(
                text: Self.head + """
                    場所　市役所

                    （以下、〇は委員の発言、●は工房側の発言を示す。）
                    １　桟橋について
                    　〇 手すりが低いのではないか。
                    　● 今年のうちに高くする。
                    　○ 費用はいくらか。
                    　● 二十万円を見込んでいる。
                    """))
        #expect(meeting.remarks.map(\.mark) == ["〇", "●", "○", "●"])
        #expect(meeting.remarks.map(\.role) == [.member, .other, .member, .other])
    }
}
