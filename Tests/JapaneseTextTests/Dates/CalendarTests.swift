import Foundation
import Testing

@testable import JapaneseText

@Suite struct CalendarTests {
    @Test func onlyDaysThatExist() {
        #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
        #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
        #expect(CalendarDate(year: 2024, month: 13, day: 1) == nil)
        #expect(CalendarDate(year: 2024, month: 0, day: 1) == nil)
        #expect(CalendarDate(iso: "2024-02-21")?.iso == "2024-02-21")
        #expect(CalendarDate(iso: "2024-2-21") == nil)
        #expect(CalendarDate(iso: "2024-02-3x") == nil)
    }

    @Test func dayNumbersGoBothWays() throws {
        #expect(try #require(CalendarDate(iso: "1970-01-01")).dayNumber == 0)
        #expect(try #require(CalendarDate(iso: "2024-02-21")).weekday == .wednesday)
        for number in stride(from: -719_162, through: 2_932_896, by: 97) {
            #expect(CalendarDate(dayNumber: number).dayNumber == number)
        }
        #expect(CalendarDate(dayNumber: .max).iso == "9999-12-31")
        #expect(CalendarDate(dayNumber: .min).iso == "0001-01-01")
    }

    @Test func monthsAreAddedToTheLastDay() throws {
        let day = try #require(CalendarDate(iso: "2024-01-31"))
        #expect(day.adding(months: 1).iso == "2024-02-29")
        #expect(day.adding(months: -2).iso == "2023-11-30")
        #expect(day.adding(months: 12).iso == "2025-01-31")
        #expect(day.adding(days: 30).iso == "2024-03-01")
        #expect(day.endOfMonth.iso == "2024-01-31")
    }

    @Test func codedAsISO() throws {
        let day = try #require(CalendarDate(iso: "2024-02-21"))
        let data = try JSONEncoder().encode([day])
        #expect(String(decoding: data, as: UTF8.self) == "[\"2024-02-21\"]")
        #expect(try JSONDecoder().decode([CalendarDate].self, from: data) == [day])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data("[\"2024-02-31\"]".utf8))
        }
    }

    @Test(arguments: [
        ("2024-02-21", "令和6年2月21日"), ("2019-05-01", "令和元年5月1日"), ("2019-04-30", "平成31年4月30日"),
        ("1989-01-08", "平成元年1月8日"), ("1989-01-07", "昭和64年1月7日"), ("1926-12-25", "昭和元年12月25日"),
        ("1912-07-30", "大正元年7月30日"),
    ])
    func erasBothWays(iso: String, formatted: String) throws {
        let day = try #require(CalendarDate(iso: iso))
        let era = try #require(EraDate(day))
        #expect(era.formatted == formatted)
        #expect(era.calendarDate == day)
    }

    @Test(arguments: [
        ("2024-03-31", 2023, "令和5年度"), ("2024-04-01", 2024, "令和6年度"), ("2019-04-01", 2019, "令和元年度"),
        ("2019-03-31", 2018, "平成30年度"), ("1989-03-31", 1988, "昭和63年度"), ("1989-04-01", 1989, "平成元年度"),
    ])
    func fiscalYears(iso: String, year: Int, name: String) throws {
        let fiscalYear = FiscalYear(containing: try #require(CalendarDate(iso: iso)))
        #expect(fiscalYear.year == year)
        #expect(fiscalYear.japaneseName == name)
        #expect(fiscalYear.start.iso == "\(year)-04-01")
        #expect(fiscalYear.end.iso == "\(year + 1)-03-31")
    }

    @Test func clockTimes() {
        #expect(ClockTime(hour: 8, minute: 5)?.description == "08:05")
        #expect(ClockTime(hour: 24, minute: 0) != nil)
        #expect(ClockTime(hour: 24, minute: 1) == nil)
        #expect(ClockTime(hour: 12, minute: 60) == nil)
    }
}
