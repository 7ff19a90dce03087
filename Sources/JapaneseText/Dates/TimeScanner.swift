/// Finds everything that names a time in running text.
///
/// Relative words (来月, ４月上旬, 年度内) are counted from a reference day, the day of the meeting; without one they are
/// found but have no dates. A month without a year is its next occurrence, the reference's own month included.
public enum TimeScanner {
    /// - Returns: expressions in order, not overlapping.
    /// - Complexity: O(n), one pass.
    public static func expressions(
        in bytes: UnsafeBufferPointer<UInt8>, reference: CalendarDate?
    ) -> [TimeExpression] {
        var scan = TimeScan(bytes: bytes, reference: reference)
        scan.run()
        return scan.found
    }

    /// - Returns: expressions in order, not overlapping.
    public static func expressions(in text: String, reference: CalendarDate? = nil) -> [TimeExpression] {
        text.withUTF8Bytes { expressions(in: $0, reference: reference) }
    }

    /// The first day the text gives with its year: 令和６年２月21日, 2024/2/21, R6.2.21.
    public static func firstDate(in text: String) -> CalendarDate? {
        for found in expressions(in: text) where found.kind == .date {
            if let date = found.start { return date }
        }
        return nil
    }

    /// The times of the day, in order.
    public static func times(in text: String) -> [ClockTime] {
        expressions(in: text).compactMap(\.time)
    }
}

/// One pass over a text. Parsers for the single kinds of expressions stand in extensions.
struct TimeScan {
    let bytes: UnsafeBufferPointer<UInt8>
    let reference: CalendarDate?
    private(set) var found: [TimeExpression] = []
    /// Where the next character to look at stands.
    private var offset = 0
    /// The last day or period that the text gave with its year, and where.
    private var lastGiven: (date: CalendarDate, end: Int)?

    init(bytes: UnsafeBufferPointer<UInt8>, reference: CalendarDate?) {
        self.bytes = bytes
        self.reference = reference
    }

    /// Rules of expressions that give a year themselves.
    private static let givingRules: Set<String> = ["date", "era-date", "year", "fiscal-year"]

    /// What 同年, 翌月 and 翌年度 at an offset count from: the day or period given within the last 400 bytes, else the
    /// reference.
    func anchor(at start: Int) -> CalendarDate? {
        if let lastGiven, start - lastGiven.end <= 400 { return lastGiven.date }
        return reference
    }

    /// By scalar of the basic plane, whether an expression may begin with it.
    private static let beginnings: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1024)
        let letters = "0123456789RHSTMＲＨＳＴＭ０１２３４５６７８９一二三四五六七八九十"
        for scalar in (letters + "第令平昭大明㋿㍻今来次翌同本先昨去前当再年月週午正夜夕朝上下春夏秋冬半").unicodeScalars {
            bits[Int(scalar.value) >> 6] |= 1 << UInt64(scalar.value & 63)
        }
        return bits
    }()

    mutating func run() {
        let count = bytes.count
        Self.beginnings.withUnsafeBufferPointer { beginnings in
            while offset < count {
                let first = bytes[offset]
                if first < 0x80 {
                    if beginnings[Int(first >> 6)] >> UInt64(first & 63) & 1 != 0 {
                        look(at: UInt32(first), length: 1)
                    } else {
                        offset += 1
                    }
                } else if first & 0xF0 == 0xE0, offset + 2 < count {
                    let value =
                        Int(first & 0x0F) << 12 | Int(bytes[offset + 1] & 0x3F) << 6 | Int(bytes[offset + 2] & 0x3F)
                    if beginnings[value >> 6] >> UInt64(value & 63) & 1 != 0 {
                        look(at: UInt32(value), length: 3)
                    } else {
                        offset += 3
                    }
                } else {
                    offset += max(1, bytes.scalar(at: offset).length)
                }
            }
        }
    }

    /// Tries to read an expression here; moves on in any case.
    private mutating func look(at value: UInt32, length: Int) {
        let start = offset
        let plain = value >= 0xFF01 && value <= 0xFF5E ? value - 0xFEE0 : value
        let expression: TimeExpression?
        if (0x30...0x39).contains(plain) || NumberReading.digit(value) != nil || value == 0x5341 {
            expression = numeric(start) ?? (has("一昨", at: start) ? worded(start, plain) : nil)
            if expression == nil {
                offset = endOfNumber(start)
                return
            }
        } else {
            expression = worded(start, plain)
        }
        guard var expression else {
            offset = start + length
            return
        }
        if expression.kind == .clockTime, let time = afternoon(expression) { expression.time = time }
        finish(&expression)
        if let date = expression.start, Self.givingRules.contains(expression.rule) {
            lastGiven = (date, expression.range.upperBound)
        }
        found.append(expression)
        offset = max(expression.range.upperBound, start + length)
    }

    /// The second time of 午後６時～８時半, which is an afternoon's too.
    private func afternoon(_ expression: TimeExpression) -> ClockTime? {
        guard let first = rangeStart(before: expression.range.lowerBound)?.time, first.hour >= 12,
            let time = expression.time, time.hour < 12, time < first
        else { return nil }
        return ClockTime(hour: time.hour + 12, minute: time.minute)
    }

    /// The expression that one at `start` continues: ２月３日から, ４月～, with nothing but such a mark between.
    func rangeStart(before start: Int) -> TimeExpression? {
        guard let last = found.last, start - last.phrase.upperBound <= 12 else { return nil }
        var place = last.phrase.upperBound
        var isMarked = last.bound == .from
        while place < start {
            let (value, length) = bytes.plain(place)
            switch value {
            case 0x20: break
            case 0x7E, 0x301C, 0x2D, 0x2013...0x2015, 0x2212, 0x3001, 0x30FB: isMarked = true  // ～ － 、 ・
            default: return nil
            }
            place += length
        }
        return isMarked ? last : nil
    }

    /// Behind the digits at an offset, so that no number is read twice.
    private func endOfNumber(_ start: Int) -> Int {
        var place = start
        while place < bytes.count {
            let (value, length) = bytes.plainScalar(at: place)
            guard (0x30...0x39).contains(value) || NumberReading.digit(value) != nil || value == 0x5341 else { break }
            place += length
        }
        return max(place, start + 1)
    }

    /// Takes in what stands behind: the weekday, then ごろ, まで, から.
    private mutating func finish(_ expression: inout TimeExpression) {
        var end = expression.range.upperBound
        if expression.kind == .date, let weekday = weekday(end) { end = weekday }
        expression.range = expression.range.lowerBound..<end
        expression.text = bytes.text(expression.range)
        var place = end
        if let vague = Self.vague.first(where: { has($0, at: place) }) {
            place += vague.utf8CodeUnitCount
        } else if isInside(place) {
            place += 3
        }
        for (word, bound) in Self.bounds where has(word, at: place) {
            place += word.utf8CodeUnitCount
            expression.bound = bound
            end = place
            break
        }
        if expression.bound == .none { end = place }
        expression.phrase = expression.range.lowerBound..<end
    }

    private static let vague: [StaticString] = ["ごろ", "頃", "ころ", "いっぱい", "ぐらい", "くらい", "あたり", "早々"]
    private static let bounds: [(StaticString, TimeExpression.Bound)] = [
        ("までに", .until), ("まで", .until), ("以内に", .until), ("以内", .until), ("内に", .until), ("前までに", .before),
        ("前に", .before), ("を目途に", .until), ("を目処に", .until), ("をめどに", .until), ("以降", .from), ("から", .from),
        ("より", .from),
    ]

    /// Whether 中 or 内 stands here and means "within": no other ideograph follows (中学校, 内示).
    func isInside(_ place: Int) -> Bool {
        guard has("中", at: place) || has("内", at: place) else { return false }
        return !(0x4E00...0x9FFF).contains(bytes.plain(place + 3).value)
    }

    /// End of a weekday in brackets, or written out behind the day.
    func weekday(_ place: Int) -> Int? {
        let open = bytes.plain(skipBlanks(place))
        if open.value == 0x28 {
            let start = skipBlanks(place) + open.length
            let day = bytes.plain(start)
            guard Self.isWeekday(day.value) else { return nil }
            var end = start + day.length
            // （水・祝）, （水曜日）
            for word in ["曜日", "曜"] as [StaticString] where has(word, at: end) {
                end += word.utf8CodeUnitCount
                break
            }
            for word in ["・祝日", "・祝", "・休"] as [StaticString] where has(word, at: end) {
                end += word.utf8CodeUnitCount
                break
            }
            let close = bytes.plain(end)
            return close.value == 0x29 ? end + close.length : nil
        }
        // 10月29日火曜日, 10月29日の火曜日
        let start = has("の", at: place) ? place + 3 : skipBlanks(place)
        let day = bytes.plain(start)
        guard Self.isWeekday(day.value), has("曜", at: start + day.length) else { return nil }
        let end = start + day.length + 3
        return has("日", at: end) ? end + 3 : end
    }

    static func isWeekday(_ value: UInt32) -> Bool {
        switch value {
        case 0x65E5, 0x6708, 0x706B, 0x6C34, 0x6728, 0x91D1, 0x571F: true
        default: false
        }
    }

    /// Whether the bytes at an offset are those of a word.
    @inline(__always)
    func has(_ word: StaticString, at place: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard place >= 0, place + length <= bytes.count else { return false }
        for index in 0..<length where bytes[place + index] != word.utf8Start[index] { return false }
        return true
    }

    /// Behind at most two blanks, as headers spread their values (`６年 ２月`). Line ends are no blanks.
    func skipBlanks(_ place: Int) -> Int {
        var place = place
        for _ in 0..<2 {
            let (value, length) = bytes.plain(place)
            guard value == 0x20 || value == 0xA0 || value == 0x09 else { break }
            place += length
        }
        return place
    }

    func expression(
        _ start: Int, _ end: Int, _ kind: TimeExpression.Kind, _ first: CalendarDate? = nil,
        _ last: CalendarDate? = nil, time: ClockTime? = nil, rule: String
    ) -> TimeExpression {
        TimeExpression(range: start..<end, text: "", kind: kind, start: first, end: last, time: time, rule: rule)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The plain scalar at an offset, or (0, 0) at the end.
    @inline(__always)
    func plain(_ offset: Int) -> (value: UInt32, length: Int) {
        offset < count ? plainScalar(at: offset) : (0, 0)
    }
}
