/// Expressions that begin with a word.
extension TimeScan {
    func worded(_ start: Int, _ first: UInt32) -> TimeExpression? {
        switch first {
        case 0x52, 0x48, 0x53, 0x54, 0x4D: return eraLetter(start, first)
        case 0x4EE4, 0x5E73, 0x662D, 0x5927, 0x660E, 0x32FF, 0x337B:  // 令 平 昭 大 明 ㋿ ㍻
            return eraName(start) ?? day(start)
        case 0x7B2C: return ordinal(start)  // 第
        case 0x5348, 0x6B63, 0x591C, 0x5915, 0x671D: return dayTime(start)  // 午 正 夜 夕 朝
        case 0x6B21, 0x524D:  // 次 前
            return meeting(start) ?? period(start)
        case 0x5E74, 0x6708, 0x9031, 0x4E0A, 0x4E0B:  // 年 月 週 上 下
            return bare(start)
        default: return period(start) ?? day(start)
        }
    }

    // MARK: Eras

    private func eraName(_ start: Int) -> TimeExpression? {
        let names: [(StaticString, Era)] = [
            ("令和", .reiwa), ("平成", .heisei), ("昭和", .showa), ("大正", .taisho), ("明治", .meiji), ("㋿", .reiwa),
            ("㍻", .heisei),
        ]
        for (name, era) in names where has(name, at: start) {
            return behindEra(start, era, start + name.utf8CodeUnitCount)
        }
        return nil
    }

    private func eraLetter(_ start: Int, _ letter: UInt32) -> TimeExpression? {
        let length = bytes.plain(start).length
        guard (0x30...0x39).contains(bytes.plain(start + length).value) else { return nil }
        if let before = bytes.scalar(before: start)?.value {
            let plain = (0xFF01...0xFF5E).contains(before) ? before - 0xFEE0 : before
            switch plain {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: return nil
            default: break
            }
        }
        let era: Era =
            switch letter {
            case 0x52: .reiwa
            case 0x48: .heisei
            case 0x53: .showa
            case 0x54: .taisho
            default: .meiji
            }
        return behindEra(start, era, start + length)
    }

    // MARK: Meetings

    /// 第３回
    private func ordinal(_ start: Int) -> TimeExpression? {
        guard let number = whole(start + 3), number.value > 0 else { return nil }
        let place = skipBlanks(number.end)
        guard has("回", at: place) else {
            guard has("四半期", at: place), (1...4).contains(number.value) else { return nil }
            guard let year = reference.map(FiscalYear.init(containing:)) else {
                return expression(start, place + 9, .fiscalYear, rule: "quarter")
            }
            let first = year.start.adding(months: 3 * (number.value - 1))
            return expression(
                start, place + 9, .fiscalYear, first, first.adding(months: 2).endOfMonth, rule: "quarter")
        }
        return expression(start, place + 3, .session(number.value), rule: "session")
    }

    private func meeting(_ start: Int) -> TimeExpression? {
        if has("次回", at: start) { return expression(start, start + 6, .nextMeeting, rule: "next-meeting") }
        for word in ["次の会議", "次の委員会", "次の部会", "次の会合", "次の会で"] as [StaticString] where has(word, at: start) {
            let end = start + word.utf8CodeUnitCount - (has("次の会で", at: start) ? 3 : 0)
            return expression(start, end, .nextMeeting, rule: "next-meeting")
        }
        if has("前回", at: start) { return expression(start, start + 6, .previousMeeting, rule: "previous-meeting") }
        return nil
    }

    // MARK: Times of the day

    private func dayTime(_ start: Int) -> TimeExpression? {
        let words: [(StaticString, Half)] = [
            ("午前", .morning), ("午後", .afternoon), ("夕方", .afternoon), ("夜", .afternoon), ("朝", .morning),
        ]
        for (word, half) in words where has(word, at: start) {
            return behindHalf(start, half, start + word.utf8CodeUnitCount)
        }
        if has("正午", at: start) {
            return expression(start, start + 6, .clockTime, time: ClockTime(hour: 12, minute: 0), rule: "clock")
        }
        return nil
    }

    // MARK: Days

    private func day(_ start: Int) -> TimeExpression? {
        let words: [(StaticString, Int)] = [
            ("本日", 0), ("今日", 0), ("明後日", 2), ("明日", 1), ("昨日", -1),
        ]
        for (word, days) in words where has(word, at: start) {
            let end = start + word.utf8CodeUnitCount
            if has("的", at: end) { return nil }  // 今日的
            let date = reference?.adding(days: days)
            return expression(start, end, .date, date, date, rule: "day-relative")
        }
        if has("翌日", at: start) {
            let date = (mentioned ?? reference)?.adding(days: 1)
            return expression(start, start + 6, .date, date, date, rule: "day-relative")
        }
        return nil
    }

    // MARK: Years, fiscal years, months, weeks seen from the reference

    /// 今, 来, 再来, 次, 翌, 同, 本, 当, 先, 昨, 去, 前 with 年度, 年, 月, 週.
    private func period(_ start: Int) -> TimeExpression? {
        let shifts: [(StaticString, Int, isAnaphoric: Bool)] = [
            ("再来", 2, false), ("今", 0, false), ("本", 0, false), ("来", 1, false), ("次", 1, false),
            ("翌", 1, true), ("同", 0, true), ("当", 0, false), ("先", -1, false), ("昨", -1, false), ("去", -1, false),
            ("前", -1, true),
        ]
        for (word, shift, isAnaphoric) in shifts where has(word, at: start) {
            let place = start + word.utf8CodeUnitCount
            let anchor = isAnaphoric ? mentioned ?? reference : reference
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
            return expression(start, has("日", at: end) ? end + 3 : end, .date, date, date, rule: Self.rule("week", shift))
        }
        if has("末", at: end) {
            return expression(
                start, end + 3, .relative, monday?.adding(days: 5), monday?.adding(days: 6),
                rule: Self.rule("week", shift))
        }
        return expression(start, end, .relative, monday, monday?.adding(days: 6), rule: Self.rule("week", shift))
    }

    // MARK: 年度内, 年内, 月末, 上半期

    private func bare(_ start: Int) -> TimeExpression? {
        if has("年度", at: start) {
            for word in ["内", "中", "末", "当初", "初", "明け", "始め", "はじめ", "替", "変"] as [StaticString]
            where has(word, at: start + 6) {
                return bareFiscalYear(start)
            }
            return nil
        }
        let today = reference
        let months: [(StaticString, from: CalendarDate?, to: CalendarDate?, TimeExpression.Kind, rule: String)] = [
            ("年内", today, december(today), .year, "year-current"),
            ("年末", december(today)?.firstOfMonth, december(today), .year, "year-current"),
            ("年明け", january(today), january(today)?.endOfMonth, .year, "year-next"),
            ("月内", today, today?.endOfMonth, .month, "month-current"),
            ("月末", today.map { $0.firstOfMonth.adding(days: 20) }, today?.endOfMonth, .partOfMonth, "month-current"),
            ("週内", today, monday(today)?.adding(days: -1), .relative, "week-current"),
            ("週明け", monday(today), monday(today), .relative, "week-next"),
        ]
        for (word, from, to, kind, rule) in months where has(word, at: start) {
            if from == nil, to == nil { return expression(start, start + word.utf8CodeUnitCount, kind, rule: rule) }
            return expression(start, start + word.utf8CodeUnitCount, kind, from, to, rule: rule)
        }
        return halfYear(start, year: today.map(FiscalYear.init(containing:)), start, rule: "fiscal-year-current")
    }

    private func december(_ day: CalendarDate?) -> CalendarDate? {
        day.flatMap { CalendarDate(year: $0.year, month: 12, day: 31) }
    }

    private func january(_ day: CalendarDate?) -> CalendarDate? {
        day.flatMap { CalendarDate(year: $0.year + 1, month: 1, day: 1) }
    }

    /// Monday of the week after.
    private func monday(_ day: CalendarDate?) -> CalendarDate? {
        day.map { $0.adding(days: 7 - ($0.weekday.rawValue + 6) % 7) }
    }

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
        let openings: [StaticString] = ["当初", "初頭", "初め", "初旬", "初", "明け", "始め", "はじめ", "替わり", "変わり", "頭"]
        for word in openings where has(word, at: end) {
            let first = year?.start
            return expression(
                start, end + word.utf8CodeUnitCount, .fiscalYear, first, first?.endOfMonth, rule: rule)
        }
        for word in ["内", "中"] as [StaticString] where has(word, at: end) {
            return expression(start, end + 3, .fiscalYear, year?.start, year?.end, rule: rule)
        }
        return expression(start, end, .fiscalYear, year?.start, year?.end, rule: rule)
    }
}
