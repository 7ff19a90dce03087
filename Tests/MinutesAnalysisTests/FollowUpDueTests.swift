import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpDueTests {
    private struct Due: Equatable, CustomStringConvertible {
        var words: String?
        var from: String?
        var date: String?
        var rule: String?
        var description: String { "\(words ?? "-") \(from ?? "-")…\(date ?? "-") \(rule ?? "-")" }
    }

    private static func due(_ text: String, _ role: Role = .secretariat, on date: String) throws -> Due {
        let fields = try #require(try FollowUpTests.findings(text, role, date: date).first, "\(text)").fields
        return Due(words: fields["dueText"], from: fields["dueFrom"], date: fields["due"], rule: fields["dueRule"])
    }

    /// The same promise in January, March, April and December: the year is the right one.
    @Test(
        arguments: [
            ("４月上旬までに", "４月上旬まで", ["2024-04-10", "2024-04-10", "2024-04-10", "2025-04-10"]),
            ("３月中旬までに", "３月中旬まで", ["2024-03-20", nil, "2025-03-20", "2025-03-20"]),
            ("12月下旬までに", "12月下旬まで", ["2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"]),
            ("年度内に", "年度内", ["2024-03-31", "2024-03-31", "2025-03-31", "2025-03-31"]),
            ("今年度中に", "今年度中", ["2024-03-31", "2024-03-31", "2025-03-31", "2025-03-31"]),
            ("年度末までに", "年度末まで", ["2024-03-31", "2024-03-31", "2025-03-31", "2025-03-31"]),
            ("次年度に", "次年度", ["2025-03-31", "2025-03-31", "2026-03-31", "2026-03-31"]),
            ("来年度に", "来年度", ["2025-03-31", "2025-03-31", "2026-03-31", "2026-03-31"]),
            ("来月末までに", "来月末まで", ["2024-02-29", "2024-04-30", "2024-05-31", "2025-01-31"]),
            ("年内に", "年内", ["2024-12-31", "2024-12-31", "2024-12-31", "2024-12-31"]),
            ("年明けに", "年明け", ["2025-01-31", "2025-01-31", "2025-01-31", "2025-01-31"]),
            ("令和６年11月21日に", "令和６年11月21日", ["2024-11-21", "2024-11-21", "2024-11-21", nil]),
            ("令和７年度に", "令和７年度", ["2026-03-31", "2026-03-31", "2026-03-31", "2026-03-31"]),
            ("R7.2.21までに", "R7.2.21まで", ["2025-02-21", "2025-02-21", "2025-02-21", "2025-02-21"]),
            ("令和七年二月二十一日に", "令和七年二月二十一日", ["2025-02-21", "2025-02-21", "2025-02-21", "2025-02-21"]),
        ] as [(String, String, [String?])])
    func yearsAreRight(time: String, words: String, dates: [String?]) throws {
        for (reference, date) in zip(["2024-01-15", "2024-03-22", "2024-04-10", "2024-12-18"], dates) {
            let due = try Self.due("各校へ点検の結果を\(time)送付いたします。", on: reference)
            #expect(due.words == (date == nil ? nil : words), "\(time) \(reference)")
            #expect(due.date == date, "\(time) \(reference)")
        }
    }

    /// Times without a date: the words and the rule.
    @Test(arguments: [
        ("計画策定時に改めて検討してまいります。", "計画策定時", "plan-event"), ("次期ビジョンの改定の際に検討してまいります。", "次期ビジョンの改定の際", "plan-event"),
        ("資料は後日、各委員へ送付いたします。", "後日", "later"), ("連休明けに点検を実施いたします。", "連休明け", "event"),
        ("６月の供用開始後、速やかに調査を実施してまいります。", "６月の供用開始後", "event"), ("配水池の工事完了後に結果を公表いたします。", "配水池の工事完了後", "event"),
        ("来年度予算で支援員の増員を検討してまいります。", "来年度予算", "budget"), ("資料は開催の10日前までに送付いたします。", "開催の10日前まで", "event"),
        ("来年の選挙に間に合うよう、条例の改正を検討してまいります。", "来年の選挙に間に合うよう", "event"),
        ("業者と契約する前までに、各校の希望を調査いたします。", "契約する前まで", "event"), ("水道料金の案を示す前に試算を公表いたします。", "水道料金の案を示す前", "event"),
        ("工事が始まる前に、近隣の皆様へ日程を周知いたします。", "工事が始まる前", "event"), ("条例の案が上程される前に、各校の意見を調査いたします。", "条例の案が上程される前", "event"),
        ("次の委員会で一覧を提出いたします。", "次の委員会", "next-meeting"), ("第４回の審議会で素案を提示いたします。", "第４回の審議会", "session"),
    ])
    func wordsWithoutADate(text: String, words: String, rule: String) throws {
        let due = try Self.due(text, on: "2024-05-17")
        #expect(due == Due(words: words, rule: rule), "\(text)")
    }

    @Test func nextTimeInARequest() throws {
        let due = try Self.due("水質の数字は、表にして次に出していただけませんか。", .member, on: "2024-05-17")
        #expect(due == Due(words: "次", rule: "next-time"))
    }

    @Test func beforeItIsSettled() throws {
        let due = try Self.due("型を決める前に、先生方に見本を使ってもらってはどうでしょうか。", .member, on: "2024-05-17")
        #expect(due == Due(words: "型を決める前", rule: "event"))
    }

    /// What is over, or belongs to a noun, is no due.
    @Test(arguments: [
        "４月に開設した相談窓口の周知を続けてまいります。", "６月から始まった見守りを引き続き進めてまいります。", "昨年度の結果を見ながら検討してまいります。",
        "９月に実施した調査の結果を踏まえて検討してまいります。", "次の会議を待たずに検討してまいります。", "順次、備品の更新を進めてまいります。",
        "計画策定後も点検を続けてまいります。", "説明に入る前に、資料の誤りを修正してまいります。", "図書の購入を決める前に配った一覧を修正してまいります。", "契約する前にも点検を続けてまいります。",
        "後日の御指摘も踏まえて検討してまいります。", "次に、給食について検討してまいります。",
    ])
    func noDue(text: String) throws {
        #expect(try Self.due(text, .official, on: "2024-05-17").words == nil, "\(text)")
    }

    /// The first day of a stretch to come; none of one that has begun, or of a last day.
    @Test(
        arguments: [
            ("６月中旬に", "2024-06-11", "2024-06-20"), ("６月中旬までに", nil, "2024-06-20"), ("今年度中に", nil, "2025-03-31"),
            ("来年度に", "2025-04-01", "2026-03-31"), ("６月３日に", nil, "2024-06-03"),
        ] as [(String, String?, String?)])
    func stretches(time: String, from: String?, date: String?) throws {
        let due = try Self.due("各校へ点検の結果を\(time)送付いたします。", on: "2024-05-17")
        #expect(due.from == from && due.date == date, "\(due)")
    }

    // MARK: - the next meeting's day

    private static func dues(_ turns: [String]) throws -> [Due] {
        let set = ExampleMeeting(AnalyzerExample(turns.map { .init(.secretariat, $0) }, date: "2024-07-03"))
        return try FollowUpAnalyzer().findings(in: set.meeting, context: AnalysisContext(for: set.meeting)).map {
            Due(
                words: $0.fields["dueText"], from: $0.fields["dueFrom"], date: $0.fields["due"],
                rule: $0.fields["dueRule"])
        }
    }

    private static let promise = "通学路の一覧は次回提出いたします。"
    private static let named = Due(words: "次回", date: "2024-09-12", rule: "next-meeting-named")

    @Test(arguments: [
        "次回は、９月12日に開きます。", "次回の審議会につきましては、令和６年９月12日（木）午後２時からでございます。", "次回の日程ですが、令和６年９月12日です。",
        "次の委員会は９月12日です。",
    ])
    func theDocumentNamesTheDay(words: String) throws {
        #expect(try Self.dues([Self.promise, "ありがとうございます。" + words]).first == Self.named, "\(words)")
    }

    @Test(arguments: [
        "次回の計画改定は令和６年９月12日です。", "次回の説明会は９月12日です。", "前回は６月12日でした。", "次回は未定です。", "次回は９月12日です。次回は９月19日です。",
        "次回は６月12日の記録を確認します。", "次回もよろしくお願いします。９月12日は休館日です。",
    ])
    func theDayIsNotNamed(words: String) throws {
        #expect(try Self.dues([Self.promise, words]).first == Due(words: "次回", rule: "next-meeting"), "\(words)")
    }

    @Test func sessionsByNumber() throws {
        let found = try Self.dues(["素案の説明は第３回で丁寧に進めてまいります。", "次回は、11月下旬に第３回を予定しております。"])
        #expect(found.first == Due(words: "第３回", from: "2024-11-21", date: "2024-11-30", rule: "session-named"))
    }
}
