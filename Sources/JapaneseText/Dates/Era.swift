/// The eras of modern Japan.
public enum Era: String, Sendable, Codable, CaseIterable, Comparable {
    case meiji, taisho, showa, heisei, reiwa

    /// 令和
    public var japaneseName: String {
        switch self {
        case .meiji: "明治"
        case .taisho: "大正"
        case .showa: "昭和"
        case .heisei: "平成"
        case .reiwa: "令和"
        }
    }

    /// The capital letter of forms and file names: R for 令和.
    public var letter: Character {
        switch self {
        case .meiji: "M"
        case .taisho: "T"
        case .showa: "S"
        case .heisei: "H"
        case .reiwa: "R"
        }
    }

    /// The Gregorian year of its first year.
    public var firstYear: Int {
        switch self {
        case .meiji: 1868
        case .taisho: 1912
        case .showa: 1926
        case .heisei: 1989
        case .reiwa: 2019
        }
    }

    /// The first day. Meiji is counted from its first day in the calendar of today.
    public var firstDay: CalendarDate {
        switch self {
        case .meiji: Self.day(1868, 10, 23)
        case .taisho: Self.day(1912, 7, 30)
        case .showa: Self.day(1926, 12, 25)
        case .heisei: Self.day(1989, 1, 8)
        case .reiwa: Self.day(2019, 5, 1)
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
    }

    /// The era of a day, or `nil` before Meiji.
    public static func of(_ date: CalendarDate) -> Era? {
        allCases.last { $0.firstDay <= date }
    }

    /// The Gregorian year of a year of the era, 1 being 元年.
    ///
    /// Years beyond the end of an era are kept as written (平成37年度 of a plan made before 2019 is 2025); at most 99.
    public func gregorianYear(_ year: Int) -> Int? {
        (1...99).contains(year) ? firstYear + year - 1 : nil
    }

    public static func < (left: Era, right: Era) -> Bool { left.firstYear < right.firstYear }
}

/// A day as an official document dates it.
public struct EraDate: Sendable, Hashable {
    public var era: Era
    /// 1 is 元年.
    public var year: Int
    public var month: Int
    public var day: Int

    public init(era: Era, year: Int, month: Int, day: Int) {
        self.era = era
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Returns: `nil` before Meiji.
    public init?(_ date: CalendarDate) {
        guard let era = Era.of(date) else { return nil }
        self.init(era: era, year: date.year - era.firstYear + 1, month: date.month, day: date.day)
    }

    /// The day in the Gregorian calendar, or `nil` when there is no such day.
    public var calendarDate: CalendarDate? {
        era.gregorianYear(year).flatMap { CalendarDate(year: $0, month: month, day: day) }
    }

    /// `令和6年2月21日`, the first year as 元年.
    public var formatted: String { "\(era.japaneseName)\(year == 1 ? "元" : String(year))年\(month)月\(day)日" }
}

/// A fiscal year of Japanese public bodies: 1 April to 31 March.
public struct FiscalYear: Sendable, Hashable, Comparable, Codable {
    /// The Gregorian year it begins in.
    public var year: Int

    public init(year: Int) { self.year = year }

    public init(containing date: CalendarDate) { year = date.month >= 4 ? date.year : date.year - 1 }

    public var start: CalendarDate { day(year, 4, 1) }
    public var end: CalendarDate { day(year + 1, 3, 31) }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
        CalendarDate(year: min(max(year, 1), 9999), month: month, day: day) ?? CalendarDate(dayNumber: 0)
    }

    /// `令和5年度`; by the era of its first day, 令和元年度 for 2019 (the whole year, as the ministries decided).
    public var japaneseName: String {
        if year == 2019 { return "令和元年度" }
        guard let era = Era.of(start) else { return "\(year)年度" }
        let number = year - era.firstYear + 1
        return "\(era.japaneseName)\(number == 1 ? "元" : String(number))年度"
    }

    public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }
}

/// A time of the day.
public struct ClockTime: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// 0…24
    public var hour: Int
    /// 0…59
    public var minute: Int

    /// - Returns: `nil` when there is no such time; 24:00 is the latest.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour) && (0...59).contains(minute) || hour == 24 && minute == 0 else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// `18:30`
    public var description: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

    public static func < (left: ClockTime, right: ClockTime) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}
