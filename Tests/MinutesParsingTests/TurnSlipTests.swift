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

    @Test(
        "a bullet that is kept for labels alone on their lines, and an arrow before labels in brackets, prove the others"
    )
    func keptMarks() {
        let alone = """
            ＊会長
            　　始めます。店の方に来ていただきました。
            ＊事業者
            　　看板を低くいたします。
            ＊緑化委員
            　　木の根が浅いのが気になります。
            ＊会長
            　　事務局、どうですか。
            ＊事務局
            　　調べます。
            ＊会長
            　　店の方もよろしいですか。
            ＊事業者
            　　はい、改めます。
            """
        #expect(labels(alone) == ["会長", "事業者", "緑化委員", "会長", "事務局", "会長", "事業者"])
        let arrows = """
            【委員】　点検の件数はどれほどですか。
            　⇒【県】　去年は三百件です。
            【委員】　夜の見回りはどうですか。
            　⇒【県】　秋から始めます。
            　⇒【県消防】　県消防からは、四月からの六か月の間に受けた知らせの数を申し上げますと、
            　　　九十件です。
            【会長】　よく分かりました。
            　⇒【県】　表を作ります。
            　⇒【県 】　次の会議でお配りします。
            """
        #expect(labels(arrows) == ["委員", "県", "委員", "県", "県消防", "会長", "県", "県"])
    }

    @Test("numbers and brackets inside a label, and a number that begins what is said")
    func numbersInLabels() {
        let body = """
            ○委員長「定数を改めます。」
            ○委員（第１分団）「ＯＢから六人出ます。」
            ○委員（第２分館）「鍵は借りられますか。」
            ○総務課「はい、お貸しします。」
            """
        #expect(labels(body) == ["委員長", "委員（第１分団）", "委員（第２分館）", "総務課"])
        let point = """
            桐谷委員長　始めます。
            藤代委員　部数が多すぎます。
            事務局　次から減らします。
            藤代委員 3)の「部数」も減らせませんか。
            桐谷委員長　検討してください。
            """
        #expect(labels(point) == ["桐谷委員長", "藤代委員", "事務局", "藤代委員", "桐谷委員長"])
    }

    @Test("a blank that slipped in before the bracket of a label, and a column's line that was left out")
    func slippedBlank() {
        let bracket = """
            議長（浦島会長）　始めます。
            委員（汐見）　網の目が細かいと思います。
            委員（磯辺）　今のままでよいです。
            委員 （汐見）　稚魚が減っています。
            議長（浦島会長）　次回に諮ります。
            """
        #expect(
            labels(bracket).map { $0.filter { $0 != " " } } == ["議長（浦島会長）", "委員（汐見）", "委員（磯辺）", "委員（汐見）", "議長（浦島会長）"])
        let columns = """
            小杉会長　　　｜　始めます。
            生涯学習課　　｜　資料の一をご覧ください。広場の使い方の案を書いてお
            　　　　　　　｜　ります。
            南波委員　　　｜　夜も開けてください。
            小杉会長　　　｜　ほかにありますか。
            南波委員　　　　灯りの数も増やしてほしいです。
            生涯学習課　　｜　来年の春に増やします。
            """
        #expect(labels(columns) == ["小杉会長", "生涯学習課", "南波委員", "小杉会長", "南波委員", "生涯学習課"])
    }

    @Test("a label alone on its line, and seats named right below it")
    func seatsBelow() {
        let body = """
            議　長（天野　猛君）
            　　おはようございます。始めます。

            ◎日程第１　署名議員の指名
            議　長（天野　猛君）
            　　３番　藍川議員、６番　絹田議員の両名を指名いたします。
            ３　番（藍川　正君）
            　　分担金について伺います。
            議　長（天野　猛君）
            　　終わります。
            """
        #expect(labels(body).count == 4)
    }
}
