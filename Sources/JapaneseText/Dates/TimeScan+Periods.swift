/// Years, fiscal years, months, weeks and seasons seen from the reference.
extension TimeScan {
    private static let shifts: [(StaticString, Int, isAnaphoric: Bool)] = [
        ("再来", 2, false), ("今", 0, false), ("本", 0, false), ("来", 1, false), ("次", 1, false), ("翌々", 2, true),
        ("翌", 1, true), ("同", 0, true), ("当", 0, false), ("一昨", -2, false), ("先々", -2, false), ("先", -1, false),
        ("昨", -1, false), ("去", -1, false), ("前", -1, true),
    ]

    /// 今, 来, 再来, 次, 翌, 同, 本, 当, 先, 昨, 去, 前 with 年度, 年, 月, 週.
    func period(_ start: Int) -> TimeExpression? {
        for (word, shift, isAnaphoric) in Self.shifts where has(word, at: start) {
            let place = start + word.utf8CodeUnitCount
            let anchor = isAnaphoric ? anchor(at: start) : reference
            return period(start, place, shift: shift, anchor: anchor)
        }
        return nil
    }

    private func period(_ start: Int, _ place: Int, shift: Int, anchor: CalendarDate?) -> TimeExpression? {
        if has("年度", at: place) {
            let year = anchor.map { FiscalYear(year: FiscalYear(containing: $0).year + shift) }
            return behindFiscalYear(start, year, place + 6, rule: Self.rule("fiscal-year", shift))
        }
        if has("年", at: place) {
            guard let year = anchor.map({ $0.year + shift }) else {
                return expression(start, place + 3, .year, rule: Self.rule("year", shift))
            }
            return behindYear(start, year, place + 3, rule: Self.rule("year", shift))
        }
        if has("月", at: place) {
            let month = anchor?.firstOfMonth.adding(months: shift)
            guard
                let found = behindMonth(
                    start, year: month?.year, month: month?.month ?? 1, place + 3, rule: Self.rule("month", shift))
            else { return nil }
            if month != nil, found.kind == .yearMonth { return with(found, kind: .month) }
            return month == nil ? with(found, dates: nil) : found
        }
        if has("週", at: place) { return week(start, place + 3, shift: shift, anchor: anchor) }
        if let year = anchor.flatMap({ CalendarDate(year: $0.year + shift, month: 1, day: 1) }) {
            return season(start, place, year, isNamed: true)
        }
        return nil
    }

    private static func rule(_ name: String, _ shift: Int) -> String {
        switch shift {
        case 0: name + "-current"
        case 1...: name + "-next"
        default: name + "-last"
        }
    }

    private func with(_ found: TimeExpression, kind: TimeExpression.Kind) -> TimeExpression {
        var found = found
        found.kind = kind
        return found
    }

    private func with(_ found: TimeExpression, dates: CalendarDate?) -> TimeExpression {
        var found = found
        found.start = dates
        found.end = dates
        return found
    }

    /// Monday to Sunday; with a weekday behind it, that day.
    private func week(_ start: Int, _ end: Int, shift: Int, anchor: CalendarDate?) -> TimeExpression? {
        let monday = anchor.map { $0.adding(days: 7 * shift - ($0.weekday.rawValue + 6) % 7) }
        var place = end
        if has("の", at: place) { place += 3 }
        let day = bytes.plain(place)
        if Self.isWeekday(day.value), has("曜", at: place + day.length) {
            let order: [UInt32] = [0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F, 0x65E5]
            let date = monday?.adding(days: order.firstIndex(of: day.value) ?? 0)
            let end = place + day.length + 3
            return expression(
                start, has("日", at: end) ? end + 3 : end, .date, date, date, rule: Self.rule("week", shift))
        }
        if has("末", at: end) {
            return expression(
                start, end + 3, .relative, monday?.adding(days: 5), monday?.adding(days: 6),
                rule: Self.rule("week", shift))
        }
        return expression(start, end, .relative, monday, monday?.adding(days: 6), rule: Self.rule("week", shift))
    }

    // MARK: 年度内, 年内, 月末, 上半期

    func bare(_ start: Int) -> TimeExpression? {
        if has("年度", at: start) {
            if isInside(start + 6) { return bareFiscalYear(start) }
            for word in ["末", "当初", "初", "明け", "始め", "はじめ", "替", "変"] as [StaticString]
            where has(word, at: start + 6) {
                return bareFiscalYear(start)
            }
            return nil
        }
        let fiscalYear = reference.map(FiscalYear.init(containing:))
        if let half = halfYear(start, year: fiscalYear, start, rule: "fiscal-year-current") { return half }
        guard let word = Self.bareWords.first(where: { has($0.word, at: start) }) else { return nil }
        let days = reference.map(word.days)
        let end = start + word.word.utf8CodeUnitCount
        return expression(start, end, word.kind, days?.first, days?.last, rule: word.rule)
    }

    private struct BareWord: Sendable {
        var word: StaticString
        var kind: TimeExpression.Kind
        var rule: String
        /// Seen from the reference.
        var days: @Sendable (_ today: CalendarDate) -> (first: CalendarDate, last: CalendarDate)
    }

    private static let bareWords: [BareWord] = [
        BareWord(word: "年内", kind: .relative, rule: "year-current") { ($0, $0.endOfYear) },
        BareWord(word: "年末", kind: .relative, rule: "year-current") { ($0.endOfYear.firstOfMonth, $0.endOfYear) },
        BareWord(word: "年明け", kind: .relative, rule: "year-next") {
            let january = $0.endOfYear.adding(days: 1)
            return (january, january.endOfMonth)
        },
        BareWord(word: "月内", kind: .month, rule: "month-current") { ($0, $0.endOfMonth) },
        BareWord(word: "月末", kind: .partOfMonth, rule: "month-current") {
            ($0.firstOfMonth.adding(days: 20), $0.endOfMonth)
        },
        BareWord(word: "週内", kind: .relative, rule: "week-current") { ($0, $0.nextMonday.adding(days: -1)) },
        BareWord(word: "週明け", kind: .relative, rule: "week-next") { ($0.nextMonday, $0.nextMonday) },
    ]

    /// 年度内, 年度末 of the reference's fiscal year; 年度明け, 年度当初: the next April, the reference's own included.
    private func bareFiscalYear(_ start: Int) -> TimeExpression? {
        guard let reference else { return behindFiscalYear(start, nil, start + 6, rule: "fiscal-year-current") }
        let year = FiscalYear(containing: reference)
        for word in ["内", "中", "末"] as [StaticString] where has(word, at: start + 6) {
            return behindFiscalYear(start, year, start + 6, rule: "fiscal-year-current")
        }
        let april = reference.month == 4 ? year : FiscalYear(year: year.year + 1)
        return behindFiscalYear(start, april, start + 6, rule: "fiscal-year-start")
    }

    /// 上半期, 下期 and the like at `place`.
    private func halfYear(
        _ start: Int, year: FiscalYear?, _ place: Int, rule: String
    ) -> TimeExpression? {
        let halves: [(StaticString, isFirst: Bool)] = [
            ("上半期", true), ("上期", true), ("前半", true), ("前期", true), ("下半期", false), ("下期", false), ("後半", false),
            ("後期", false),
        ]
        for (word, isFirst) in halves where has(word, at: place) {
            let end = place + word.utf8CodeUnitCount
            guard let year else { return expression(start, end, .fiscalYear, rule: rule) }
            let first = isFirst ? year.start : year.start.adding(months: 6)
            return expression(start, end, .fiscalYear, first, first.adding(months: 5).endOfMonth, rule: rule)
        }
        return nil
    }

    /// Behind 年度: the whole of it, a part, or a month in it.
    func behindFiscalYear(_ start: Int, _ year: FiscalYear?, _ end: Int, rule: String) -> TimeExpression? {
        var place = end
        if has("の", at: place) { place += 3 }
        if let month = whole(place), let monthEnd = unit(0x6708, month.end), (1...12).contains(month.value) {
            let calendarYear = year.map { month.value >= 4 ? $0.year : $0.year + 1 }
            if let found = behindMonth(start, year: calendarYear, month: month.value, monthEnd, rule: rule) {
                return found
            }
        }
        if let half = halfYear(start, year: year, place, rule: rule) { return half }
        if has("末", at: end) {
            let last = year?.end
            return expression(start, end + 3, .fiscalYear, last?.firstOfMonth, last, rule: rule)
        }
        let openings: [StaticString] = ["早々", "当初", "初頭", "初め", "初旬", "初", "明け", "始め", "はじめ", "替わり", "変わり", "頭"]
        for word in openings where has(word, at: end) {
            let first = year?.start
            return expression(
                start, end + word.utf8CodeUnitCount, .fiscalYear, first, first?.endOfMonth, rule: rule)
        }
        if isInside(end) { return expression(start, end + 3, .fiscalYear, year?.start, year?.end, rule: rule) }
        return expression(start, end, .fiscalYear, year?.start, year?.end, rule: rule)
    }

    // MARK: Seasons

    /// 春 = March to May, 夏, 秋, 冬 = December to February: the next one, counted from `day`. Alone only where ごろ, まで or
    /// the like makes a time of it.
    func season(_ start: Int, _ place: Int, _ day: CalendarDate?, isNamed: Bool = false) -> TimeExpression? {
        let seasons: [(StaticString, month: Int)] = [("春", 3), ("夏", 6), ("秋", 9), ("冬", 12)]
        guard let season = seasons.first(where: { has($0.0, at: place) }) else { return nil }
        var end = place + 3
        if isNamed, (0x4E00...0x9FFF).contains(bytes.plain(end).value), !has("頃", at: end), !has("以降", at: end) {
            return nil  // 今夏季
        }
        if has("口", at: end) {
            end += 3
        } else if !isNamed {
            let words: [StaticString] = ["頃", "ごろ", "ころ", "まで", "以降", "先"]
            guard words.contains(where: { has($0, at: end) }) else { return nil }
        }
        guard let day else { return expression(start, end, .relative, rule: "season") }
        for year in [day.year - 1, day.year, day.year + 1] {
            guard let first = CalendarDate(year: year, month: season.month, day: 1) else { continue }
            let last = first.adding(months: 2).endOfMonth
            if isNamed ? first.year == day.year : last >= day {
                return expression(start, end, .relative, first, last, rule: "season")
            }
        }
        return nil
    }
}
