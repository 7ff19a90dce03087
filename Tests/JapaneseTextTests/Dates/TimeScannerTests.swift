import Testing

@testable import JapaneseText

@Suite struct TimeScannerTests {
    /// Text with one expression: what it covers, its first and last day.
    private func check(_ text: String, _ covered: String, _ start: String?, _ end: String?, on reference: String?) {
        let found = TimeScanner.expressions(in: text, reference: reference.flatMap(CalendarDate.init(iso:)))
        #expect(found.map(\.text) == [covered], "\(text)")
        #expect(found.first?.start?.iso == start, "\(text)")
        #expect(found.first?.end?.iso == end, "\(text)")
        if let first = found.first { #expect(text.utf8Slice(first.range) == first.text) }
    }

    @Test(arguments: [
        ("令和６年２月21日（水）に開く", "令和６年２月21日（水）", "2024-02-21"), ("令和元年５月１日", "令和元年５月１日", "2019-05-01"),
        ("平成31年４月30日", "平成31年４月30日", "2019-04-30"), ("R6.2.21開催", "R6.2.21", "2024-02-21"),
        ("Ｒ６．２．２１", "Ｒ６．２．２１", "2024-02-21"), ("H31/4/1", "H31/4/1", "2019-04-01"),
        ("2024年2月21日", "2024年2月21日", "2024-02-21"), ("2024/2/21", "2024/2/21", "2024-02-21"),
        ("2024-02-21", "2024-02-21", "2024-02-21"), ("２０２４．２．２１", "２０２４．２．２１", "2024-02-21"),
        ("令和六年二月二十一日水曜日", "令和六年二月二十一日水曜日", "2024-02-21"), ("二〇二四年二月二十一日", "二〇二四年二月二十一日", "2024-02-21"),
        ("令和　６年　２月　21 日", "令和　６年　２月　21 日", "2024-02-21"), ("令和６年２⽉21⽇", "令和６年２⽉21⽇", "2024-02-21"),
        ("令和６年（2024年）２月21日", "令和６年（2024年）２月21日", "2024-02-21"), ("昭和62年4月1日", "昭和62年4月1日", "1987-04-01"),
        ("令和6年2月21日(水曜日)", "令和6年2月21日(水曜日)", "2024-02-21"), ("㋿6年2月21日", "㋿6年2月21日", "2024-02-21"),
    ])
    func days(text: String, covered: String, iso: String) {
        check(text, covered, iso, iso, on: nil)
        #expect(TimeScanner.firstDate(in: text)?.iso == iso)
    }

    @Test(arguments: [
        ("令和５年度の実績", "令和５年度", "2023-04-01", "2024-03-31"), ("R5年度", "R5年度", "2023-04-01", "2024-03-31"),
        ("2023年度", "2023年度", "2023-04-01", "2024-03-31"), ("令和元年度", "令和元年度", "2019-04-01", "2020-03-31"),
        ("令和７年度末までに", "令和７年度末", "2026-03-01", "2026-03-31"), ("令和６年度当初", "令和６年度当初", "2024-04-01", "2024-04-30"),
        ("令和５年度２月", "令和５年度２月", "2024-02-01", "2024-02-29"), ("令和５年度下半期", "令和５年度下半期", "2023-10-01", "2024-03-31"),
        ("令和６年４月上旬", "令和６年４月上旬", "2024-04-01", "2024-04-10"), ("令和５年12月末", "令和５年12月末", "2023-12-21", "2023-12-31"),
        ("平成30年４月", "平成30年４月", "2018-04-01", "2018-04-30"), ("2024年2月下旬", "2024年2月下旬", "2024-02-21", "2024-02-29"),
        ("令和６（2024）年度", "令和６（2024）年度", "2024-04-01", "2025-03-31"),
        ("2024（令和６）年４月", "2024（令和６）年４月", "2024-04-01", "2024-04-30"),
        ("令和６年中に", "令和６年中", "2024-01-01", "2024-12-31"),
    ])
    func periods(text: String, covered: String, start: String, end: String) {
        check(text, covered, start, end, on: nil)
    }

    /// The year of a month, and the fiscal year, by the month of the meeting.
    @Test(arguments: [
        // January: the fiscal year began last April.
        ("2024-01-15", "４月上旬", "2024-04-01", "2024-04-10"), ("2024-01-15", "３月中旬", "2024-03-11", "2024-03-20"),
        ("2024-01-15", "12月", "2024-12-01", "2024-12-31"), ("2024-01-15", "１月下旬", "2024-01-21", "2024-01-31"),
        ("2024-01-15", "年度内", "2023-04-01", "2024-03-31"), ("2024-01-15", "今年度中", "2023-04-01", "2024-03-31"),
        ("2024-01-15", "次年度", "2024-04-01", "2025-03-31"), ("2024-01-15", "来年度", "2024-04-01", "2025-03-31"),
        ("2024-01-15", "来月末", "2024-02-21", "2024-02-29"),
        ("2024-01-15", "年内", "2024-01-15", "2024-12-31"), ("2024-12-10", "年明け", "2025-01-01", "2025-01-31"),
        ("2024-12-10", "年内", "2024-12-10", "2024-12-31"), ("2024-04-10", "年末", "2024-12-01", "2024-12-31"),
        ("2024-03-22", "来年度早々", "2024-04-01", "2024-04-30"), ("2024-04-10", "来年２月", "2025-02-01", "2025-02-28"),
        // March: the last month of the fiscal year.
        ("2024-03-22", "４月上旬", "2024-04-01", "2024-04-10"), ("2024-03-22", "２月", "2025-02-01", "2025-02-28"),
        ("2024-03-22", "年度内", "2023-04-01", "2024-03-31"), ("2024-03-22", "次年度", "2024-04-01", "2025-03-31"),
        ("2024-03-22", "来月上旬", "2024-04-01", "2024-04-10"), ("2024-03-22", "年度末", "2024-03-01", "2024-03-31"),
        ("2024-03-22", "年度明け", "2024-04-01", "2024-04-30"), ("2024-03-22", "来年度５月", "2024-05-01", "2024-05-31"),
        // April: the first.
        ("2024-04-10", "４月下旬", "2024-04-21", "2024-04-30"), ("2024-04-10", "３月", "2025-03-01", "2025-03-31"),
        ("2024-04-10", "年度内", "2024-04-01", "2025-03-31"), ("2024-04-10", "今年度の３月", "2025-03-01", "2025-03-31"),
        ("2024-04-10", "来年度", "2025-04-01", "2026-03-31"), ("2024-04-10", "昨年度", "2023-04-01", "2024-03-31"),
        ("2024-04-10", "年度当初", "2024-04-01", "2024-04-30"),
        // December: the next year is near.
        ("2023-12-20", "１月下旬", "2024-01-21", "2024-01-31"), ("2023-12-20", "来月", "2024-01-01", "2024-01-31"),
        ("2023-12-20", "年内", "2023-12-20", "2023-12-31"), ("2023-12-20", "年明け", "2024-01-01", "2024-01-31"),
        ("2023-12-20", "来年３月", "2024-03-01", "2024-03-31"), ("2023-12-20", "年度内", "2023-04-01", "2024-03-31"),
        ("2023-12-20", "来月10日", "2024-01-10", "2024-01-10"), ("2023-12-20", "今月末", "2023-12-21", "2023-12-31"),
        ("2023-12-20", "１月15日（月）", "2024-01-15", "2024-01-15"), ("2023-12-20", "再来月", "2024-02-01", "2024-02-29"),
        ("2023-12-20", "先月", "2023-11-01", "2023-11-30"), ("2023-12-20", "一昨年", "2021-01-01", "2021-12-31"),
        // Days, weeks, counts, seasons.
        ("2024-02-21", "本日", "2024-02-21", "2024-02-21"), ("2024-02-21", "来週", "2024-02-26", "2024-03-03"),
        ("2024-02-21", "来週の金曜日", "2024-03-01", "2024-03-01"), ("2024-02-21", "２週間後", "2024-03-06", "2024-03-06"),
        ("2024-02-21", "３か月後", "2024-05-21", "2024-05-21"), ("2024-02-21", "今秋", "2024-09-01", "2024-11-30"),
        ("2024-02-21", "今年の秋", "2024-09-01", "2024-11-30"), ("2024-02-21", "半年後", "2024-08-21", "2024-08-21"),
        ("2024-02-21", "来春", "2025-03-01", "2025-05-31"), ("2024-02-21", "第２四半期", "2023-07-01", "2023-09-30"),
        ("2024-02-21", "上半期", "2023-04-01", "2023-09-30"), ("2024-02-21", "週明け", "2024-02-26", "2024-02-26"),
        ("2024-02-21", "６年度", "2024-04-01", "2025-03-31"), ("2024-02-21", "月末", "2024-02-21", "2024-02-29"),
        ("2024-02-21", "５月半ば", "2024-05-11", "2024-05-20"), ("2024-02-21", "今月中", "2024-02-01", "2024-02-29"),
    ])
    func countedFromTheMeeting(reference: String, text: String, start: String, end: String) {
        check(text, text, start, end, on: reference)
    }

    @Test(arguments: ["４月上旬", "年度内", "来月末", "次年度", "本日", "来週", "２週間後"])
    func withoutAReferenceThereIsNoDate(text: String) {
        check(text, text, nil, nil, on: nil)
    }

    @Test(arguments: [
        ("４月上旬までに送付します", "４月上旬までに", TimeExpression.Bound.until), ("年度内に検討します", "年度内", .none),
        ("３か月以内に回答します", "３か月以内に", .until), ("来年度から始めます", "来年度から", .from), ("６月以降に", "６月以降", .from),
        ("５月頃までに", "５月頃までに", .until), ("３月27日まで", "３月27日まで", .until), ("４月ごろの開催", "４月ごろ", .none),
        ("来月前に", "来月前に", .before),
        ("６月を目途に", "６月を目途に", .until),
    ])
    func whatStandsBehindBoundsIt(text: String, phrase: String, bound: TimeExpression.Bound) throws {
        let reference = CalendarDate(iso: "2024-02-21")
        let found = try #require(TimeScanner.expressions(in: text, reference: reference).first)
        #expect(text.utf8Slice(found.phrase) == phrase)
        #expect(found.bound == bound)
    }

    @Test(arguments: [
        ("午後６時半", "18:30"), ("午後８時 29 分", "20:29"), ("13時", "13:00"), ("10時00分", "10:00"), ("午前９時", "09:00"),
        ("午後三時四十五分", "15:45"), ("18:30", "18:30"), ("１８：３０", "18:30"), ("正午", "12:00"), ("午後12時５分", "12:05"),
        ("夜７時", "19:00"), ("十時十五分", "10:15"), ("午後0時30分", "12:30"), ("午後6:30", "18:30"),
    ])
    func timesOfTheDay(text: String, expected: String) {
        #expect(TimeScanner.times(in: text).map(\.description) == [expected])
    }

    @Test func aMeetingsHours() {
        #expect(TimeScanner.times(in: "午後６時半～午後８時29分").map(\.description) == ["18:30", "20:29"])
        #expect(TimeScanner.times(in: "午後６時から８時半まで").map(\.description) == ["18:00", "20:30"])
        #expect(TimeScanner.times(in: "午後６時に開会、翌朝は８時").map(\.description) == ["18:00", "08:00"])
        #expect(TimeScanner.times(in: "10:00-12:00").map(\.description) == ["10:00", "12:00"])
    }

    @Test func meetingsAndSessions() {
        let found = TimeScanner.expressions(in: "第３回の委員会では前回の資料を使い、次回は第十二回です。", reference: nil)
        #expect(found.map(\.kind) == [.session(3), .previousMeeting, .nextMeeting, .session(12)])
        #expect(found[2].rule == "next-meeting")
        #expect(found.allSatisfy { $0.start == nil })
    }

    @Test(arguments: [
        "一般的に十分な一時的対応", "３時間の講座を２日間", "三鷹市の四谷", "１か月当たり100件", "第２期計画", "月曜日の午後", "大変明るい", "平和", "本会の前提",
        "次第に来場者が", "今後の検討", "ABC123", "1/56", "3.5％", "会議録第４次", "R18", "令和", "一昨", "中学校", "評価は３",
        "本市の上位計画", "春日井市の冬木さん", "１：３の割合", "13月40日", "2024/13/40", "同様に当該年",
    ])
    func otherWordsAreLeftAlone(text: String) {
        let found = TimeScanner.expressions(in: text, reference: CalendarDate(iso: "2024-02-21"))
        #expect(found.map(\.text) == [])
    }

    @Test func backReferencesCountFromWhatWasGiven() {
        let reference = CalendarDate(iso: "2024-02-21")
        let found = TimeScanner.expressions(in: "平成29年度は前年度を上回り、同年度の翌年度も前年度並み", reference: reference)
        #expect(found.map(\.start?.year) == [2017, 2016, 2017, 2018, 2016])
        let far = "平成17年4月1日に始めた。" + String(repeating: "事業の話が続く。", count: 30) + "前年度は"
        #expect(TimeScanner.expressions(in: far, reference: reference).last?.start?.year == 2022)
    }

    @Test(arguments: [
        ("令和７年２月３日から16日まで", ["2025-02-03", "2025-02-16"]), ("２月３日（土）～４日（日）", ["2025-02-03", "2025-02-04"]),
        ("令和７年４月から９月まで", ["2025-04-01", "2025-09-01"]), ("令和７年10月～３月", ["2025-10-01", "2026-03-01"]),
        ("３月30日、31日", ["2025-03-30", "2025-03-31"]), ("令和６年３月１日から10日間", ["2024-03-01"]),
    ])
    func theSecondOfARangeGoesOnFromTheFirst(text: String, starts: [String]) {
        let found = TimeScanner.expressions(in: text, reference: CalendarDate(iso: "2025-01-20"))
        #expect(found.map { $0.start?.iso } == starts)
    }

    @Test func astralAndDecomposedCharactersKeepTheOffsets() throws {
        let text = "𠮷田か\u{3099}４月上旬に"
        let found = try #require(TimeScanner.expressions(in: text, reference: nil).first)
        #expect(text.utf8Slice(found.range) == "４月上旬")
    }

    @Test func randomTextNeverCrashesAndStaysInOrder() {
        let letters = [
            "令", "和", "元", "年", "度", "月", "日", "時", "半", "分", "第", "回", "６", "2", "十", "二", "〇", "（", "水", "）", "来",
            "今", "末",
            "上旬", "まで", "の", "R", ".", "/", ":", "午後", "同", "前", "一昨", "春", "　", "𠮷", "9999", "中", "内",
        ]
        var random = SeededGenerator(17)
        let reference = CalendarDate(iso: "2024-02-29")
        for _ in 0..<5000 {
            let text = (0..<10).map { _ in letters.randomElement(using: &random)! }.joined()
            var end = 0
            for found in TimeScanner.expressions(in: text, reference: reference) {
                #expect(found.range.lowerBound >= end)
                #expect(text.utf8Slice(found.range) == found.text)
                #expect(text.utf8Slice(found.phrase) != nil)
                if let start = found.start, let end = found.end { #expect(start <= end) }
                end = found.range.upperBound
            }
        }
        for length in 0..<300 {
            random.bytes(length).withUnsafeBufferPointer {
                _ = TimeScanner.expressions(in: $0, reference: reference)
            }
        }
    }

    @Test(arguments: ["0001-01-01", "9999-12-31", "1868-10-23"])
    func theEndsOfTheCalendarAreNoTrouble(iso: String) {
        let words = [
            "年内", "年明け", "月末", "週内", "週明け", "来週の日曜日", "再来年度３月", "一昨年", "先々月", "999年後", "1200か月以内", "来春", "年度内",
            "昨年度末", "１月", "31日まで", "第４四半期", "翌々年度",
        ]
        for word in words { #expect(TimeScanner.expressions(in: word, reference: CalendarDate(iso: iso)).count <= 1) }
    }

    @Test func longRunsOfDigitsAreLinear() {
        #expect(TimeScanner.expressions(in: String(repeating: "9", count: 1_000_000), reference: nil).isEmpty)
        #expect(TimeScanner.expressions(in: String(repeating: "一", count: 300_000), reference: nil).isEmpty)
    }

    /// What stands behind belongs to the phrase.
    @Test(arguments: [
        ("６月の中旬ぐらいから始める", "６月の中旬ぐらいから", TimeExpression.Bound.from), ("８月くらいまでに", "８月くらいまでに", .until),
        ("９月上旬ごろから", "９月上旬ごろから", .from), ("来月あたりから", "来月あたりから", .from), ("年内には", "年内", .none),
    ])
    func vagueTimesKeepTheirBounds(text: String, phrase: String, bound: TimeExpression.Bound) throws {
        let found = try #require(
            TimeScanner.expressions(in: text, reference: CalendarDate(iso: "2024-05-17")).first)
        #expect(text.utf8Slice(found.phrase) == phrase)
        #expect(found.bound == bound)
    }
}
