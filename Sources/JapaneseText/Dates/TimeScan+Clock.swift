/// Times of the day.
extension TimeScan {
    enum Half { case morning, afternoon }

    /// 午前, 午後, 朝, 夕方, 夜, already read: the time behind it.
    func behindHalf(_ start: Int, _ half: Half, _ place: Int) -> TimeExpression? {
        guard let number = whole(place) else { return nil }
        return clock(start, number: number, half: half)
    }

    /// n時…, n:nn. 午後12時 is noon, as minutes write it.
    func clock(_ start: Int, number: (value: Int, start: Int, end: Int), half: Half?) -> TimeExpression? {
        let separator = skipBlanks(number.end)
        let (next, length) = bytes.plain(separator)
        var minute = 0
        var end = separator + length
        switch next {
        case 0x3A:
            guard separator == number.end, let minutes = twoDigits(end) else { return nil }
            minute = minutes.value
            end = minutes.end
        case 0x6642:  // 時
            if has("間", at: end) || has("代", at: end) || has("期", at: end) || has("点", at: end) || has("限", at: end)
                || has("的", at: end)
            {
                return nil
            }
            if has("半", at: end) {
                minute = 30
                end += 3
            } else if let minutes = whole(end), case let unit = skipBlanks(minutes.end), has("分", at: unit) {
                minute = minutes.value
                end = unit + 3
            } else if half == nil, !isArabic(number.start), !isTimeBehind(end) {
                return nil  // 一時 is 'for a time' more often than one o'clock
            }
        default: return nil
        }
        var hour = number.value
        switch half {
        case .afternoon where hour < 12: hour += 12
        default: break
        }
        guard let time = ClockTime(hour: hour, minute: minute) else { return nil }
        return expression(start, end, .clockTime, time: time, rule: "clock")
    }

    private func isArabic(_ place: Int) -> Bool { (0x30...0x39).contains(bytes.plain(place).value) }

    private func isTimeBehind(_ place: Int) -> Bool {
        for word in ["から", "まで", "頃", "ごろ", "開", "閉", "散", "に開", "に閉", "に始", "に終"] as [StaticString]
        where has(word, at: place) {
            return true
        }
        return false
    }

    /// Exactly two digits up to 59, no third behind them.
    private func twoDigits(_ place: Int) -> (value: Int, end: Int)? {
        var (value, end, count) = (0, place, 0)
        while count < 3, case let (digit, length) = bytes.plain(end), (0x30...0x39).contains(digit) {
            value = value * 10 + Int(digit) - 0x30
            end += length
            count += 1
        }
        return count == 2 && value < 60 ? (value, end) : nil
    }
}
