import MinutesModel
import Testing

@testable import MinutesParsing

/// Every line that begins a turn is given with its label between two ‡ in front of it.
@Suite("Labels proved by where they stand")
struct TurnSettingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var marked: String
    }

    private static let head = """
        第３回　かもめ町地域福祉懇談会　議事録
        日時　令和６年９月12日（木）14時～15時30分
        場所　町役場　第２会議室


        """

    @Test("turns", arguments: cases)
    func turns(of example: Case) {
        var text = Self.head
        var wanted: [(offset: Int, label: String)] = []
        for (index, part) in example.marked.split(separator: "‡", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) { text += part } else { wanted.append((text.utf8.count, String(part))) }
        }
        let meeting = MinutesParser().parse(SourceText(text: text))
        // One body in the first case speaks once among labels alone on their lines: it is warned about, not taken.
        let found = meeting.remarks.map(\.span.start)
        for (offset, label) in wanted where !found.contains(offset) {
            let line = text.utf8.prefix(offset).count { $0 == 0x0A } + 1
            #expect(
                label == "消防団" && meeting.diagnostics.contains { $0.code == "turn.near-miss" && $0.line == line },
                "\(label) at line \(line) was missed")
        }
        #expect(Set(found).isSubset(of: wanted.map(\.offset)))
        let labels = meeting.remarks.map { $0.label.filter { !$0.isWhitespace } }
        let expected = wanted.filter { found.contains($0.offset) }.map { $0.label.filter { !$0.isWhitespace } }
        #expect(labels == expected)
    }

    static let cases: [Case] = [
        Case(
            testDescription: "labels alone on a line, one of them never again",
            marked: """
                ‡座長‡座長
                それでは始めます。資料の説明をお願いします。
                ‡事務局‡事務局
                資料１をご覧ください。名簿の登録は年々増えています。
                ‡民生児童委員協議会‡民生児童委員協議会
                登録の声かけに回りましたが、留守の家が多くて困りました。
                ‡座長‡座長
                夜に回るのはどうですか。
                ‡民生児童委員協議会‡民生児童委員協議会
                夜は怖がられます。
                ‡消防団‡消防団
                団の見回りのときに一緒に回りましょうか。
                ‡事務局‡事務局
                ありがたいお話です。調整します。
                ‡座長‡座長
                では終わります。
                """),
        Case(
            testDescription: "labels behind what was said, one of a body",
            marked: """
                ‡浜野委員‡見守りの協力員が減っている。若い人に声をかけたい。（浜野委員）
                ‡事務局‡大学に相談している。（事務局）
                ‡浜野委員‡学生には謝礼があるとよい。（浜野委員）
                ‡町会連合会‡町会の役員も足りない。兼務を認めてほしい。（町会連合会）
                ‡事務局‡要綱を確かめる。（事務局）
                ‡座長‡次回に報告を。（座長）
                """),
        Case(
            testDescription: "labels in square brackets at the end of points",
            marked: """
                ‡浜野委員‡・見守りの協力員が減っている。若い人に声をかけたい。　［浜野委員］
                ‡事務局‡・大学に相談している。　［事務局］
                ‡浜野委員‡・学生には謝礼があるとよい。
                　学生の側の都合も聞いてほしい。　［浜野委員］
                ‡座長‡・次回に報告を。　［座長］
                ‡事務局‡・承知した。　［事務局］
                """),
        Case(
            testDescription: "labels in 『』",
            marked: """
                ‡座長‡『座長』
                　　始めます。事務局から説明をお願いします。
                ‡事務局‡『事務局』
                　　相談の件数は昨年の二倍でした。
                　　内訳は資料のとおりです。
                ‡Ａ委員‡『Ａ委員』
                　　増えた理由は何ですか。
                ‡事務局‡『事務局』
                　　窓口を駅前に移したためと見ています。
                ‡Ｂ委員‡『Ｂ委員』
                　　夜の相談も受けてほしい。
                ‡司法書士会‡『司法書士会』
                　　相続の相談も増えています。
                ‡座長‡『座長』
                　　よろしいですか。では終わります。
                """),
        Case(
            testDescription: "labels in 「」 before the text",
            marked: """
                ‡座長‡「座長」始めます。事務局から説明をお願いします。
                ‡事務局‡「事務局」相談の件数は昨年の二倍でした。
                内訳は資料のとおりです。
                ‡Ａ委員‡「Ａ委員」増えた理由は何ですか。
                ‡事務局‡「事務局」窓口を駅前に移したためと見ています。
                ‡Ｂ委員‡「Ｂ委員」夜の相談も受けてほしい。
                ‡司法書士会‡「司法書士会」相続の相談も増えています。
                ‡座長‡「座長」よろしいですか。では終わります。
                """),
        Case(
            testDescription: "labels in ［］ alone on a line",
            marked: """
                ‡座長‡［座長］
                　　始めます。事務局から説明をお願いします。
                ‡事務局‡［事務局］
                　　相談の件数は昨年の二倍でした。
                　　内訳は資料のとおりです。
                ‡Ａ委員‡［Ａ委員］
                　　増えた理由は何ですか。
                ‡事務局‡［事務局］
                　　窓口を駅前に移したためと見ています。
                ‡Ｂ委員‡［Ｂ委員］
                　　夜の相談も受けてほしい。
                ‡司法書士会‡［司法書士会］
                　　相続の相談も増えています。
                ‡座長‡［座長］
                　　よろしいですか。では終わります。
                """),
        Case(
            testDescription: "labels between dashes",
            marked: """
                ‡Ａ委員‡―Ａ委員―
                増えた理由は何ですか。
                ‡事務局‡―事務局―
                窓口を駅前に移したためと見ています。
                ‡Ｂ委員‡―Ｂ委員―
                夜の相談も受けてほしい。
                ‡事務局‡―事務局―
                検討します。
                """),
        Case(
            testDescription: "a dash for a colon",
            marked: """
                ‡座長‡座長―始めます。事務局から説明をお願いします。
                ‡事務局‡事務局―相談の件数は昨年の二倍でした。
                ‡委員11‡委員11―増えた理由は何ですか。
                ‡事務局‡事務局―窓口を駅前に移したためと見ています。
                ‡委員３‡委員３―夜の相談も受けてほしい。
                ‡委員11‡委員11―電話でもよい。
                ‡座長‡座長―よろしいですか。では終わります。
                """),
        Case(
            testDescription: "an equals sign for a colon",
            marked: """
                ‡座長‡座長＝始めます。事務局から説明をお願いします。
                ‡事務局‡事務局＝相談の件数は昨年の二倍でした。
                ‡委員11‡委員11＝増えた理由は何ですか。
                ‡事務局‡事務局＝窓口を駅前に移したためと見ています。
                ‡委員３‡委員３＝夜の相談も受けてほしい。
                ‡委員11‡委員11＝電話でもよい。
                ‡座長‡座長＝よろしいですか。では終わります。
                """),
        Case(
            testDescription: "a name and a colon over what is said",
            marked: """
                ‡座長‡座長：
                　始めます。説明をお願いします。
                ‡事務局‡事務局：
                　窓口を駅前に移しました。
                　効果は次のとおりです。
                　相談件数：二倍になりました。
                　満足度：八割でした。
                ‡浜野‡浜野：
                　夜の相談も受けてほしい。
                ‡座長‡座長：
                　では終わります。
                """),
        Case(
            testDescription: "labels indented over speech",
            marked: """
                　　‡座長‡座長
                始めます。説明をお願いします。
                　　‡事務局‡事務局
                窓口を駅前に移しました。
                　　‡防災士会‡防災士会
                訓練にも来てください。
                　　‡Ａ委員‡Ａ委員
                夜の相談も受けてほしい。
                　　‡座長‡座長
                では終わります。
                """),
        Case(
            testDescription: "names with さん",
            marked: """
                ‡浜野さん‡浜野さん　始めます。
                ‡関さん‡関さん　資料の説明をします。
                ‡三好さん‡三好さん　表の数が合いません。
                ‡関さん‡関さん　直します。
                ‡浜野さん‡浜野さん　では終わります。
                """),
        Case(
            testDescription: "bodies among one-line turns",
            marked: """
                ‡浜野委員‡浜野委員　見守りの協力員が減っています。若い人に声をかけたいのですが。
                ‡事務局‡事務局　大学に相談しています。
                ‡大学生代表‡大学生代表　単位になるなら行きます。
                ‡浜野委員‡浜野委員　それはいいですね。
                ‡商工会‡商工会　謝礼を出してもよいです。
                ‡事務局‡事務局　ありがとうございます。
                """),
        Case(
            testDescription: "numbers in brackets before the label",
            marked: """
                ‡座長‡(1)座長：始めます。
                ‡事務局‡(2)事務局：資料の説明をします。
                ‡Ａ委員‡(3)Ａ委員：表の数が合いません。
                ‡事務局‡(4)事務局：直します。
                ‡座長‡(5)座長：では終わります。
                """),
        Case(
            testDescription: "numbers with a point before the label",
            marked: """
                ‡座長‡1. 座長　始めます。
                ‡事務局‡2. 事務局　資料の説明をします。
                ‡Ａ委員‡3. Ａ委員　表の数が合いません。
                ‡事務局‡4. 事務局　直します。
                ‡座長‡5. 座長　では終わります。
                """),
        Case(
            testDescription: "a suit of cards for a mark",
            marked: """
                ‡座長‡♦座長　始めます。
                ‡事務局‡♦事務局　資料の説明をします。
                ‡Ａ委員‡♦Ａ委員　表の数が合いません。
                ‡司法書士会‡♦司法書士会　相続の相談も増えています。
                ‡座長‡♦座長　では終わります。
                """),
        Case(
            testDescription: "a mark on either side of the label",
            marked: """
                ‡座長‡＊座長＊　始めます。
                ‡事務局‡＊事務局＊　資料の説明をします。
                ‡Ａ委員‡＊Ａ委員＊　表の数が合いません。
                ‡事務局‡＊事務局＊　直します。
                ‡座長‡＊座長＊　では終わります。
                """),
        Case(
            testDescription: "organisations in brackets behind names nobody explains",
            marked: """
                ‡西川(社)‡西川(社)　始めます。
                ‡関(事)‡関(事)　資料の説明をします。
                ‡灘(民)‡灘(民)　表の数が合いません。
                ‡関(事)‡関(事)　直します。
                ‡三好(町)‡三好(町)　配布は何部ですか。
                ‡西川(社)‡西川(社)　百部では足りません。
                """),
        Case(
            testDescription: "numbered questions that never repeat",
            marked: """
                ‡Q1‡Q1. 増えた理由は何ですか。
                ‡A1‡A1. 窓口を駅前に移したためと見ています。
                ‡Q2‡Q2. 夜の相談も受けてほしい。
                ‡A2‡A2. 検討します。
                """),
        Case(
            testDescription: "what is said in 「」",
            marked: """
                ‡座長‡座長「始めます。資料の説明をお願いします。」
                ‡事務局‡事務局「相談の件数は昨年の二倍でした。
                内訳は資料のとおりです。」
                ‡Ａ委員‡Ａ委員「増えた理由は何ですか。」
                ‡事務局‡事務局「窓口を駅前に移したためと見ています。」
                ‡社協‡社協「駅前の「よりみち」という所です。」
                ‡Ｂ委員‡Ｂ委員「夜の相談も受けてほしい。」
                ‡座長‡座長「では終わります。」
                """),
        Case(
            testDescription: "papers in the brackets of the speakers",
            marked: """
                ‡座長‡【座長】始めます。説明をお願いします。
                ‡事務局‡【事務局】窓口を駅前に移しました。
                【資料１　相談件数】をご覧ください。
                【資料２】
                件数は二倍です。
                ‡浜野委員‡【浜野委員】分かりました。
                ‡座長‡【座長】では終わります。
                """),
        Case(
            testDescription: "a word that announces the speaker",
            marked: """
                ‡座長‡発言者：座長
                始めます。説明をお願いします。
                ‡事務局‡発言者：事務局
                窓口を駅前に移しました。
                ‡浜野委員‡発言者：浜野委員
                夜の相談も受けてほしい。
                ‡座長‡発言者：座長
                では終わります。
                """),
        Case(
            testDescription: "two columns of blanks",
            marked: """
                ‡座　長‡座　長　　　　　始めます。
                　　　　　　　　資料の説明をお願いします。
                ‡事務局‡事務局　　　　　相談の件数は昨年の二倍でした。
                　　　　　　　　内訳は次のとおりです。
                ‡Ａ委員‡Ａ委員　　　　　増えた理由は何ですか。
                ‡社　協‡社　協　　　　　窓口を駅前に移したためと見ています。
                ‡司法書士会‡司法書士会　　　相続の相談も増えています。
                ‡座　長‡座　長　　　　　よろしいですか。
                """),
        Case(
            testDescription: "two columns of tabs",
            marked: """
                発言者\t発言内容
                ‡座長‡座長\t始めます。
                \t資料の説明をお願いします。
                ‡事務局‡事務局\t相談の件数は昨年の二倍でした。
                \t内訳は次のとおりです。
                \t　高齢者　三十件
                \t　子ども　十件
                ‡Ａ委員‡Ａ委員\t増えた理由は何ですか。
                ‡社協‡社協\t窓口を駅前に移したためと見ています。
                ‡座長‡座長\tよろしいですか。
                """),
        Case(
            testDescription: "posts listed in what somebody says",
            marked: """
                ‡座長‡座長
                始めます。説明をお願いします。
                ‡事務局‡事務局
                体制は次のとおりです。
                会長
                副会長
                委員
                以上の者で進めます。ご了承ください。
                ‡Ａ委員‡Ａ委員
                分かりました。
                ‡座長‡座長
                では終わります。
                """),
        Case(
            testDescription: "answers behind arrows, nobody named",
            marked: """
                ‡委員‡（委員）増えた理由は何ですか。
                ‡‡→窓口を駅前に移したためと見ています。
                ‡委員‡（委員）夜の相談も受けてほしい。
                ‡‡→検討します。
                ‡委員‡（委員）登録は何人ですか。
                ‡‡→三百人です。
                """),
        Case(
            testDescription: "marks that head topics",
            marked: """
                ○ 相談窓口について
                ‡座長‡座長　始めます。説明をお願いします。
                ‡事務局‡事務局　窓口を駅前に移しました。
                ‡Ａ委員‡Ａ委員　夜の相談も受けてほしい。
                ○ 名簿について
                ‡事務局‡事務局　登録は三百人です。
                ‡Ｂ委員‡Ｂ委員　多いですね。
                ○ その他
                ‡座長‡座長　では終わります。
                """),
        Case(
            testDescription: "the chair marked, the others in brackets",
            marked: """
                ‡座長‡○座長　始めます。説明をお願いします。
                ‡事務局‡（事務局）窓口を駅前に移しました。
                ‡座長‡○座長　ご質問はありますか。
                ‡委員‡（委員）夜の相談も受けてほしい。
                ‡事務局‡（事務局）検討します。
                ‡座長‡○座長　ほかにありますか。
                ‡委員‡（委員）登録は何人ですか。
                ‡事務局‡（事務局）三百人です。
                ‡座長‡○座長　では終わります。
                """),
        Case(
            testDescription: "numbered 問 and 答",
            marked: """
                ‡問１‡問１　増えた理由は何ですか。
                ‡答１‡答１　窓口を駅前に移したためと見ています。
                ‡問２‡問２　夜の相談も受けてほしい。
                ‡答２‡答２　検討します。
                ‡問３‡問３　登録は何人ですか。
                ‡答３‡答３　三百人です。
                """),
    ]
}
