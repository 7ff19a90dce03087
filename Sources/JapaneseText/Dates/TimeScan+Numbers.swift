/// Expressions that begin with a number or an era.
extension TimeScan {
    private enum Unit {
        static let year: UInt32 = 0x5E74
        static let month: UInt32 = 0x6708
        static let day: UInt32 = 0x65E5
        static let hour: UInt32 = 0x6642
    }

    /// A whole number of at most four digits at a place, blanks before it allowed.
    func whole(_ place: Int) -> (value: Int, start: Int, end: Int)? {
        let start = skipBlanks(place)
        guard let number = JapaneseNumeral.scan(bytes, at: start), number.fraction == nil, number.value <= 9999
        else { return nil }
        return (number.value, start, number.range.upperBound)
    }

    /// Where the unit behind a number ends, blanks before it allowed.
    func unit(_ unit: UInt32, _ place: Int) -> Int? {
        let start = skipBlanks(place)
        let (value, length) = bytes.plain(start)
        return value == unit ? start + length : nil
    }

    /// An expression that begins with digits.
    func numeric(_ start: Int) -> TimeExpression? {
        guard let number = whole(start), number.start == start else { return nil }
        let place = skipBlanks(number.end)
        let (next, length) = bytes.plain(place)
        let end = place + length
        switch next {
        case Unit.year:
            if let span = counted(number.value, unit: .year, start: start, behind: end) { return span }
            return behindYear(
                start, gregorian(bare: number.value), end, rule: number.value >= 1000 ? "date" : "era-omitted")
        case Unit.month:
            return behindMonth(start, year: nil, month: number.value, end, rule: "month-next-occurrence")
        case Unit.day:
            if let span = counted(number.value, unit: .day, start: start, behind: end) { return span }
            return dayOnly(start, number.value, end)
        case Unit.hour, 0x3A:
            return clock(start, number: number, half: nil)
        case 0x2F where number.value >= 1000, 0x2E where number.value >= 1000, 0x2D where number.value >= 1000:
            return separated(start, year: number.value, separator: next, place, rule: "date")
        case 0x9031:  // 週
            guard has("間", at: end) else { return nil }
            return counted(number.value, unit: .week, start: start, behind: end + 3)
        case 0x304B, 0x30F6, 0x30AB, 0x30F5, 0x7B87, 0x30B1, 0x500B:  // か ヶ カ ヵ 箇 ケ 個
            guard let months = self.unit(Unit.month, end) else { return nil }
            return counted(number.value, unit: .month, start: start, behind: months)
        case 0x28 where number.value >= 1000:  // 2024（令和６）年
            guard let close = yearInBrackets(place), let year = unit(Unit.year, close) else { return nil }
            return behindYear(start, number.value, year, rule: "date")
        default: return nil
        }
    }

    /// 令和６年…, R6.2.21: an era at `place`, its name already read.
    func behindEra(_ start: Int, _ era: Era, _ place: Int) -> TimeExpression? {
        let yearStart = skipBlanks(place)
        if has("元", at: yearStart) {
            guard let end = unit(Unit.year, yearStart + 3) else { return nil }
            return behindYear(start, era.firstYear, end, rule: "era-date")
        }
        guard let number = whole(place), let year = era.gregorianYear(number.value) else { return nil }
        let place = yearInBrackets(number.end) ?? number.end  // 令和６（2024）年度
        if let end = unit(Unit.year, place) { return behindYear(start, year, end, rule: "era-date") }
        let separator = bytes.plain(number.end)
        guard separator.value == 0x2E || separator.value == 0x2F || separator.value == 0x2D else { return nil }
        return separated(start, year: year, separator: separator.value, number.end, rule: "era-date")
    }

    /// The Gregorian year of a year without an era: of four digits as it is, a small one in the reference's era.
    private func gregorian(bare year: Int) -> Int? {
        if year >= 1000 { return year }
        guard let reference, let era = Era.of(reference), let named = era.gregorianYear(year),
            abs(named - reference.year) <= 15
        else { return nil }
        return named
    }

    /// 2024/2/21, 2024-02-21, 2024.2.21, also behind an era's letter.
    private func separated(
        _ start: Int, year: Int, separator: UInt32, _ place: Int, rule: String
    ) -> TimeExpression? {
        func digits(_ place: Int) -> (value: Int, end: Int)? {
            var (value, end, count) = (0, place, 0)
            while count < 3, case let (digit, length) = bytes.plain(end), (0x30...0x39).contains(digit) {
                value = value * 10 + Int(digit) - 0x30
                end += length
                count += 1
            }
            return count == 0 || count > 2 ? nil : (value, end)
        }
        guard let month = digits(place + bytes.plain(place).length) else { return nil }
        let second = bytes.plain(month.end)
        guard second.value == separator, let day = digits(month.end + second.length),
            let date = CalendarDate(year: year, month: month.value, day: day.value)
        else { return nil }
        return expression(start, day.end, .date, date, date, rule: rule)
    }

    /// Behind 年: a fiscal year, a month, or the year alone. `year` is `nil` where the text does not give the era.
    func behindYear(_ start: Int, _ year: Int?, _ end: Int, rule: String) -> TimeExpression? {
        if has("度", at: end) {
            guard let year else { return nil }
            return behindFiscalYear(start, FiscalYear(year: year), end + 3, rule: "fiscal-year")
        }
        var place = end
        if let bracket = yearInBrackets(end) { place = bracket }
        if has("の", at: place) { place += 3 }
        if let month = whole(place), let monthEnd = unit(Unit.month, month.end) {
            guard let year else {
                return behindMonth(start, year: nil, month: month.value, monthEnd, rule: "year-unknown")
            }
            return behindMonth(start, year: year, month: month.value, monthEnd, rule: rule)
        }
        if let year, let january = CalendarDate(year: year, month: 1, day: 1),
            let season = season(start, place, january, isNamed: true)
        {
            return season
        }
        guard let year, rule != "era-omitted", let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { return nil }
        let named = rule == "era-date" || rule == "date" ? "year" : rule
        if has("末", at: end) { return expression(start, end + 3, .year, last.firstOfMonth, last, rule: named) }
        return expression(start, isInside(end) ? end + 3 : end, .year, first, last, rule: named)
    }

    /// End of （2024年） or （令和６） behind a year: the same year once more.
    private func yearInBrackets(_ place: Int) -> Int? {
        let open = bytes.plain(place)
        guard open.value == 0x28 else { return nil }
        var inner = place + open.length
        for era in ["令和", "平成", "昭和", "大正", "明治", "西暦"] as [StaticString] where has(era, at: inner) {
            inner += 6
            break
        }
        if has("元", at: inner) {
            inner += 3
        } else {
            guard let number = whole(inner) else { return nil }
            inner = number.end
        }
        let end = unit(Unit.year, inner) ?? inner
        let close = bytes.plain(end)
        return close.value == 0x29 ? end + close.length : nil
    }

    /// Behind n月: a day, a part of the month, or the month alone.
    func behindMonth(_ start: Int, year: Int?, month: Int, _ end: Int, rule: String) -> TimeExpression? {
        guard (1...12).contains(month), !has("曜", at: end), !has("額", at: end), !has("間", at: end) else { return nil }
        let hasYear = year != nil
        var chosen = rule == "year-unknown" ? nil : year ?? nextYear(ofMonth: month)
        var rule = rule
        if rule == "month-next-occurrence", let from = rangeStart(before: start)?.start {
            // 令和７年10月から３月まで: the year goes on from the first month.
            chosen = month >= from.month ? from.year : from.year + 1
            rule = "month-of-range"
        }
        let first = chosen.flatMap { CalendarDate(year: $0, month: month, day: 1) }
        if let day = whole(end), let dayEnd = unit(Unit.day, day.end), !has("間", at: dayEnd) {
            guard (1...31).contains(day.value) else { return nil }
            let date = chosen.flatMap { CalendarDate(year: $0, month: month, day: day.value) }
            if chosen != nil, date == nil { return nil }
            return expression(start, dayEnd, .date, date, date, rule: rule)
        }
        var place = end
        if has("の", at: place), part(place + 3) != nil { place += 3 }
        if let part = part(place) {
            let last = first?.endOfMonth.day ?? 31
            let partEnd = min(part.days.upperBound, last)
            let partStart = min(part.days.lowerBound, partEnd)
            return expression(
                start, part.end, .partOfMonth, first?.adding(days: partStart - 1), first?.adding(days: partEnd - 1),
                rule: rule)
        }
        return expression(
            start, isInside(end) ? end + 3 : end, hasYear ? .yearMonth : .month, first, first?.endOfMonth, rule: rule)
    }

    /// 上旬 = 1–10, 中旬 = 11–20, 下旬 = 21–end, 末 = the last day (from the 21st on it may fall).
    func part(_ place: Int) -> (days: ClosedRange<Int>, end: Int)? {
        for (word, days) in Self.parts where has(word, at: place) { return (days, place + word.utf8CodeUnitCount) }
        return nil
    }

    private static let parts: [(StaticString, ClosedRange<Int>)] = [
        ("上旬", 1...10), ("初旬", 1...10), ("中旬", 11...20), ("下旬", 21...31), ("末日", 31...31), ("末", 21...31),
        ("初め", 1...10), ("はじめ", 1...10), ("始め", 1...10), ("初頭", 1...10), ("頭", 1...10), ("半ば", 11...20),
        ("なかば", 11...20), ("中頃", 11...20), ("中ごろ", 11...20), ("前半", 1...15), ("後半", 16...31),
    ]

    /// The year of the next occurrence of a month, the reference's own month included.
    private func nextYear(ofMonth month: Int) -> Int? {
        reference.map { month >= $0.month ? $0.year : $0.year + 1 }
    }

    /// n日 without a month: the second day of ２月３日～16日; else only with a weekday or まで behind it, the next such day.
    private func dayOnly(_ start: Int, _ day: Int, _ end: Int) -> TimeExpression? {
        if let first = rangeStart(before: start), first.kind == .date, !has("間", at: end), !has("目", at: end) {
            let date = first.start.flatMap { CalendarDate(year: $0.year, month: $0.month, day: day) }
            if first.start == nil || date.map({ $0 > first.start ?? $0 }) ?? false {
                return expression(start, end, .date, date, date, rule: "day-of-range")
            }
        }
        guard (1...31).contains(day), bytes[start] < 0x80 || bytes[start] == 0xEF,
            weekday(end) != nil || has("まで", at: end)
        else { return nil }
        guard let reference else { return expression(start, end, .date, rule: "day-next-occurrence") }
        for months in 0...2 {
            let month = reference.firstOfMonth.adding(months: months)
            if let date = CalendarDate(year: month.year, month: month.month, day: day), date >= reference {
                return expression(start, end, .date, date, date, rule: "day-next-occurrence")
            }
        }
        return nil
    }

    enum Count { case day, week, month, year }

    /// ２週間後, ３か月以内: counted from the reference.
    func counted(_ number: Int, unit: Count, start: Int, behind place: Int) -> TimeExpression? {
        var end = place
        if unit != .week, has("間", at: end) { end += 3 }
        let within = has("以内", at: end)
        guard within || has("後", at: end) && !has("後半", at: end) else { return nil }
        // 以内 stays outside of the range: it bounds what stands before it.
        let rangeEnd = within ? end : end + 3
        guard let reference, number <= 1200 else { return expression(start, rangeEnd, .relative, rule: "counted") }
        let date =
            switch unit {
            case .day: reference.adding(days: number)
            case .week: reference.adding(days: 7 * number)
            case .month: reference.adding(months: number)
            case .year: reference.adding(months: 12 * number)
            }
        return expression(start, rangeEnd, .relative, within ? reference : date, date, rule: "counted")
    }
}
