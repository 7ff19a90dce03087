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
        case 0x534A:  // 半
            return has("半年", at: start) ? counted(6, unit: .month, start: start, behind: start + 6) : nil
        case 0x6625, 0x590F, 0x79CB, 0x51AC: return season(start, start, reference)  // 春 夏 秋 冬
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
        let names: [StaticString] = [
            "次の会議", "次の委員会", "次の部会", "次の会合", "次の審議会", "次の協議会", "次の懇談会", "次の研究会", "次の検討会", "次の定例会", "次の理事会",
            "次の役員会", "次の総会",
        ]
        for word in names where has(word, at: start) {
            return expression(start, start + word.utf8CodeUnitCount, .nextMeeting, rule: "next-meeting")
        }
        for word in ["次の会で", "次の会に", "次の会まで"] as [StaticString] where has(word, at: start) {
            return expression(start, start + 9, .nextMeeting, rule: "next-meeting")
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
            ("本日", 0), ("今日", 0), ("明後日", 2), ("明日", 1), ("昨日", -1), ("一昨日", -2),
        ]
        for (word, days) in words where has(word, at: start) {
            let end = start + word.utf8CodeUnitCount
            if has("的", at: end) { return nil }  // 今日的
            let date = reference?.adding(days: days)
            return expression(start, end, .date, date, date, rule: "day-relative")
        }
        if has("翌日", at: start) {
            let date = anchor(at: start)?.adding(days: 1)
            return expression(start, start + 6, .date, date, date, rule: "day-relative")
        }
        return nil
    }
}
