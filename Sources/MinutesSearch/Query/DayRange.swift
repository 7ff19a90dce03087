import JapaneseText

/// A stretch of days as people write it in a filter. Both ends belong to it; no end is open.
package struct DayRange: Hashable, Sendable {
    package var first: CalendarDate?
    package var last: CalendarDate?

    /// Reads `2024-02-21`, `2023-04`, `2023`, `2024/2/21`, `令和6年2月21日`, `R6.2.21`, `令和5年度`, and two of them with
    /// `..` or `〜` between, of which one may be left out. In `2023-04..06` the end has the year of the start.
    init?(text: String) {
        let folded = TextFolding.fold(text)
        guard let parts = Self.ends(of: folded) else {
            guard let day = WrittenDay(folded) else { return nil }
            first = day.first
            last = day.last
            return
        }
        let start = WrittenDay(parts.0)
        let end = WrittenDay(parts.1, after: start)
        guard start != nil || parts.0.isEmpty, end != nil || parts.1.isEmpty, start != nil || end != nil else {
            return nil
        }
        first = start?.first
        last = end?.last
        if let first, let last, last < first { return nil }
    }

    /// What stands before and behind the sign for a range.
    static func ends(of folded: String) -> (String, String)? {
        for sign in ["..", "~"] {
            let parts = folded.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { return (String(parts[0]), String(parts[1])) }
        }
        return nil
    }
}

/// Fiscal years as people write them in a filter.
package struct FiscalYears: Hashable, Sendable {
    /// Year in which the first of them begins.
    package var first: Int
    package var last: Int

    /// Reads `令和5年度`, `令和5`, `R5`, `2023`, `2023年度`, and two of them with `..` or `〜` between.
    init?(text: String) {
        let folded = TextFolding.fold(text)
        if let parts = DayRange.ends(of: folded) {
            let (start, end) = (Self.year(parts.0), Self.year(parts.1))
            guard start != nil || parts.0.isEmpty, end != nil || parts.1.isEmpty, start != nil || end != nil,
                start ?? Int.min <= end ?? Int.max
            else { return nil }
            first = start ?? 1
            last = end ?? 9999
        } else {
            guard let year = Self.year(folded) else { return nil }
            first = year
            last = year
        }
    }

    private static func year(_ folded: String) -> Int? {
        guard let day = WrittenDay(folded), day.month == nil else { return nil }
        return day.year
    }
}

/// A day, month, year or fiscal year as written, folded.
private struct WrittenDay {
    var year: Int
    var month: Int?
    var day: Int?
    var isFiscal = false

    /// - Parameter earlier: gives the year (and month) where the text has only smaller units: the end of `2023-04..06`.
    init?(_ folded: String, after earlier: WrittenDay? = nil) {
        var rest = Substring(folded).drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        let era = Self.eras.first { rest.hasPrefix($0.name) }
        if let era { rest = rest.dropFirst(era.name.count) }
        var numbers: [Int] = []
        while !rest.isEmpty {
            guard numbers.count < 3 else { return nil }
            if rest.first == "元", numbers.isEmpty, era != nil {
                numbers.append(1)
                rest.removeFirst()
            } else {
                let digits = rest.prefix { "0123456789〇一二三四五六七八九十○".contains($0) }
                guard !digits.isEmpty, digits.count <= 8,
                    let value = JapaneseNumeral.value(of: String(digits.replacing("○", with: "〇")))
                else { return nil }
                numbers.append(value)
                rest = rest.dropFirst(digits.count)
            }
            if rest.isEmpty { break }
            if numbers.count == 1, rest == "年度" || rest == "nendo" {
                isFiscal = true
                break
            }
            guard let separator = rest.first, "年月日-/.".contains(separator) else { return nil }
            rest.removeFirst()
            if rest.isEmpty, !"年月日".contains(separator) { return nil }
        }
        guard let number = numbers.first else { return nil }
        if let era {
            guard let year = era.era.gregorianYear(number) else { return nil }
            self.year = year
        } else if number >= 1000 {
            year = number
        } else if let earlier, number <= 31, !isFiscal {
            // Smaller units of the end of a range.
            year = earlier.year
            if earlier.day != nil, numbers.count == 1, let month = earlier.month {
                numbers = [0, month, number]
            } else {
                numbers.insert(0, at: 0)
            }
        } else {
            return nil
        }
        guard (1...9999).contains(year), numbers.count <= 3 else { return nil }
        if numbers.count > 1 {
            guard (1...12).contains(numbers[1]) else { return nil }
            month = numbers[1]
        }
        if numbers.count > 2 {
            guard CalendarDate(year: year, month: numbers[1], day: numbers[2]) != nil else { return nil }
            day = numbers[2]
        }
    }

    var first: CalendarDate? {
        if isFiscal { return FiscalYear(year: year).start }
        return CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
    }

    var last: CalendarDate? {
        if isFiscal { return FiscalYear(year: year).end }
        let month = month ?? 12
        return CalendarDate(year: year, month: month, day: day ?? CalendarDate.daysInMonth(year: year, month: month))
    }

    private static let eras: [(name: String, era: Era)] = Era.allCases.flatMap {
        [($0.japaneseName, $0), (TextFolding.fold(String($0.letter)), $0)]
    }
}
