import JapaneseText
import Testing

@testable import MinutesSearch

@Suite struct DayRangeTests {
    @Test(arguments: [
        ("2024-02-21", "2024-02-21", "2024-02-21"), ("2024/2/21", "2024-02-21", "2024-02-21"),
        ("2023-04", "2023-04-01", "2023-04-30"), ("2023", "2023-01-01", "2023-12-31"),
        ("2024年2月", "2024-02-01", "2024-02-29"), ("令和６年２月21日", "2024-02-21", "2024-02-21"),
        ("R6.2.21", "2024-02-21", "2024-02-21"), ("平成31年", "2019-01-01", "2019-12-31"),
        ("令和5年度", "2023-04-01", "2024-03-31"), ("2023年度", "2023-04-01", "2024-03-31"),
        ("令和元年度", "2019-04-01", "2020-03-31"), ("令和六年二月", "2024-02-01", "2024-02-29"),
        ("2023-04..2024-03", "2023-04-01", "2024-03-31"), ("２０２３-０４〜２０２４-０３", "2023-04-01", "2024-03-31"),
        ("2023-04..06", "2023-04-01", "2023-06-30"), ("令和4年度〜令和5年度", "2022-04-01", "2024-03-31"),
        ("2024-02-01..10", "2024-02-01", "2024-02-10"),
    ])
    func written(text: String, first: String, last: String) throws {
        let range = try #require(DayRange(text: text))
        #expect(range.first?.iso == first)
        #expect(range.last?.iso == last)
    }

    @Test func anEndMayBeOpen() throws {
        #expect(DayRange(text: "2023-04..")?.first?.iso == "2023-04-01")
        #expect(DayRange(text: "2023-04..")?.last == nil)
        #expect(DayRange(text: "..令和5年度")?.last?.iso == "2024-03-31")
    }

    @Test(arguments: [
        "", "..", "来月", "2024-13", "2024-02-30", "5", "2024-", "2024-04..2023-04", "2024..x", "令和",
        "99999999999999999999",
    ])
    func notADate(text: String) { #expect(DayRange(text: text) == nil) }

    @Test func fiscalYears() {
        #expect(FiscalYears(text: "令和5")?.first == 2023)
        #expect(FiscalYears(text: "Ｒ５")?.first == 2023)
        #expect(FiscalYears(text: "2023年度")?.last == 2023)
        #expect(FiscalYears(text: "令和4..令和6")?.last == 2024)
        #expect(FiscalYears(text: "令和5年4月") == nil)
    }
}
