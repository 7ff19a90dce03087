import JapaneseText
import MinutesModel

/// A number with its unit, score or change, in folded text.
struct FoundFigure: Hashable, Sendable {
    var range: Range<Int>
    var fields: FindingFields
    /// Where the noun stands that it counts.
    var subject: Range<Int>?
}

/// Reads the figures of one folded text from left to right.
///
/// - Complexity: O(n); what is looked at around a number is bounded.
struct FigureScan {
    private static let year = Array("年".utf8)
    private static let generation = Array("代".utf8)
    private static let ageGroup = MeasureUnit(
        form: generation, name: "歳代", notBefore: [], takesSmallKanji: true, isTime: false, isHeading: false)
    private static let comma = Array("、".utf8)
    private static let from = Array("から".utf8)

    /// What a figure begins with: digits, the letters of scores, and kanji numerals with a character behind that lets
    /// them be a number. 一 and 十 stand in too many words (一部, 十分) to be looked at by themselves.
    static let starts: Vocabulary = {
        let numerals = "一二三四五六七八九十百千"
        let going = numerals + "〇○◯零壱弐参拾万億兆・、~-かな乃 0123456789"
        let behind = Set(going.unicodeScalars).union(MeasureUnits.standard.firstCharacters).sorted()
        return Vocabulary(
            "0123456789abcdes".unicodeScalars.map { String($0) }
                + numerals.unicodeScalars.flatMap { first in behind.map { String(first) + String($0) } })
    }()

    let bytes: UnsafeBufferPointer<UInt8>
    let units: MeasureUnits
    private(set) var found: [FoundFigure] = []
    /// End of the last year of the calendar, for lists of years.
    private var calendarEnd = -1

    init(bytes: UnsafeBufferPointer<UInt8>, units: MeasureUnits = .standard) {
        self.bytes = bytes
        self.units = units
    }

    /// - Parameter hits: where `starts` stand in the text.
    mutating func run(_ hits: ArraySlice<WordHit>) {
        var offset = 0
        for hit in hits where hit.range.lowerBound >= offset {
            let start = hit.range.lowerBound
            switch bytes[start] {
            case 0x30...0x39: offset = max(start + 1, number(at: start, kanji: false))
            case 0x80...: offset = max(start + 3, number(at: start, kanji: true))
            default: letterScore(at: start)
            }
        }
    }

    /// Reads the number at `start` and what belongs to it; gives where to go on.
    private mutating func number(at start: Int, kanji: Bool) -> Int {
        guard let number = FigureNumber(bytes: bytes).number(at: start, kanji: kanji) else { return skipDigits(start) }
        var end = number.range.upperBound
        if !kanji, endsInKanjiDigit(end) { return end }
        guard countsSomething(before: start, kanji: kanji) else {
            noteCalendar(start, end, number.value)
            return end
        }
        if !kanji, score(number, at: start) { return end }
        var upper: ScannedNumber?
        if let next = rangeEnd(from: end, above: number) {
            upper = next
            end = next.range.upperBound
        }
        let unitStart = end < bytes.count && bytes[end] == 0x20 ? end + 1 : end
        let printed = units.unit(at: unitStart, in: bytes)
        if unitStart < bytes.count, printed == nil { noteCalendar(start, end, number.value) }
        guard let (unit, unitEnd) = unit(printed, at: unitStart, start: start, value: number.value) else { return end }
        if kanji, !isCount(upper ?? number, unit) { return end }
        if unit.isHeading, unitStart > end, beginsHeading(start) { return end }
        if bytes.first(of: FigureLexicon.each, at: unitEnd) != nil { return end }
        let minus = bytes.last(of: FigureLexicon.minus, at: start)
        let signed = start > 0 && FigureChange(bytes: bytes, units: units).comparison(before: start - 1) != nil
        var fields: FindingFields = ["value": minus == nil ? plain(number) : "-" + plain(number), "unit": unit.name]
        if let upper { fields["valueTo"] = plain(upper) }
        end = unitEnd
        if let change = FigureChange(bytes: bytes, units: units).change(
            from: start, unitEnd: unitEnd, unit: unit, of: number)
        {
            fields["change"] = change.text
            if let compared = change.comparedTo { fields["comparedTo"] = compared }
            end = max(end, change.end)
        }
        let from = start - (minus ?? 0) - (signed ? 1 : 0)
        let subject = FigureSubject(bytes: bytes).subject(before: from)
        if unit.isTime, unit.name.hasPrefix("年"), number.value == 1, subject == nil { return end }
        found.append(FoundFigure(range: from..<end, fields: fields, subject: subject))
        return end
    }

    private func skipDigits(_ start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 { offset += 1 }
        return offset
    }

    /// Whether a kanji digit without unit ends the number: 5万一般会計 is 5万.
    private func endsInKanjiDigit(_ end: Int) -> Bool {
        guard let last = bytes.scalar(before: end) else { return false }
        switch last.value {
        case 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d: return true
        default: return false
        }
    }

    /// Whether what stands before a number lets it be a count.
    private func countsSomething(before start: Int, kanji: Bool) -> Bool {
        guard start > 0 else { return true }
        let before = bytes[start - 1] == 0x20 ? start - 1 : start
        if bytes.last(of: FigureLexicon.notAfter, at: before) != nil { return false }
        let last = bytes[start - 1]
        switch last {
        case 0x61...0x7a, 0x30...0x39: return false
        case 0x2e, 0x2c, 0x2d, 0x2f, 0x3a:  // . , - / : between digits
            return !(start > 1 && (0x30...0x39).contains(bytes[start - 2]))
        case 0x80...:
            // A kanji numeral behind a kanji is mostly part of a word.
            guard kanji, let (value, _) = bytes.scalar(before: start), (0x4e00...0x9fff).contains(value) else {
                return true
            }
            return bytes.last(of: FigureLexicon.adverbs, at: start) != nil
        default: return true
        }
    }

    /// Remembers the end of a calendar year.
    private mutating func noteCalendar(_ start: Int, _ end: Int, _ value: Int) {
        if isCalendarYear(start, value) { calendarEnd = end }
    }

    private func isCalendarYear(_ start: Int, _ value: Int) -> Bool {
        if value >= 1000, value < 2200 { return true }
        if bytes.last(of: FigureLexicon.eras, at: start > 0 && bytes[start - 1] == 0x20 ? start - 1 : start) != nil {
            return true
        }
        if start > 0, "rhst".utf8.contains(bytes[start - 1]) { return true }
        guard calendarEnd >= 0, start - calendarEnd <= 18 else { return false }
        let from = bytes.starts(Self.year, at: calendarEnd) ? calendarEnd + 3 : calendarEnd
        let start = start > 0 && bytes[start - 1] == 0x20 ? start - 1 : start
        return from == start
            || FigureLexicon.joints.forms.contains { from + $0.count == start && bytes.starts($0, at: from) }
    }

    /// The unit printed at `place`, unless it makes a date or only says when.
    private mutating func unit(
        _ printed: MeasureUnit?, at place: Int, start: Int, value: Int
    ) -> (unit: MeasureUnit, end: Int)? {
        if let age = ageGroup(at: place, value: value) { return age }
        guard let unit = printed else { return nil }
        var end = place + unit.form.count
        guard unit.isTime else { return (unit, end) }
        if unit.name == "年" || unit.name == "年間" {
            let isCalendar = isCalendarYear(start, value)
            if isCalendar { calendarEnd = end }
            if isCalendar { return nil }
        }
        if let rough = bytes.first(of: FigureLexicon.roughly, at: end) { end += rough }
        if bytes.first(of: FigureLexicon.whenWords, at: end) != nil { return nil }
        return (unit, place + unit.form.count)
    }

    /// 60代 for 60歳代.
    private func ageGroup(at place: Int, value: Int) -> (unit: MeasureUnit, end: Int)? {
        guard value.isMultiple(of: 10), (10...90).contains(value), bytes.starts(Self.generation, at: place) else {
            return nil
        }
        return (Self.ageGroup, place + 3)
    }

    /// At the beginning of a line, or right behind a word: 事例２ 町内会.
    private func beginsHeading(_ start: Int) -> Bool {
        guard let (value, _) = bytes.scalar(before: start) else { return true }
        return value == 0x0a || (0x4e00...0x9fff).contains(value)
    }

    private func isCount(_ number: ScannedNumber, _ unit: MeasureUnit) -> Bool {
        number.value >= 10 || (number.value >= 2 && unit.takesSmallKanji)
    }

    /// The upper end of a range: 3～4名, 10から12回, ３、４名.
    private func rangeEnd(from end: Int, above lower: ScannedNumber) -> ScannedNumber? {
        var place = end
        if let joint = bytes.first(of: FigureLexicon.ranges, at: end) {
            place += joint
        } else if bytes.starts(Self.comma, at: end) {
            guard let next = JapaneseNumeral.scan(bytes, at: end + 3), next.value == lower.value + 1, lower.value < 10
            else { return nil }
            return next
        } else {
            return nil
        }
        guard let next = JapaneseNumeral.scan(bytes, at: place), next.value > lower.value else { return nil }
        return next
    }

    // MARK: Scores

    /// 評価は３, 評価を３とし, 評価を３から４に.
    private mutating func score(_ number: ScannedNumber, at start: Int) -> Bool {
        guard number.value <= 100, let lead = bytes.last(of: FigureLexicon.scoreLeads, at: start) else { return false }
        var end = number.range.upperBound
        var score = number
        var fields = FindingFields()
        if bytes.starts(Self.from, at: end), let next = JapaneseNumeral.scan(bytes, at: end + Self.from.count),
            next.value <= 100
        {
            fields["change"] = "\(plain(number))→\(plain(next))"
            score = next
            end = next.range.upperBound
        }
        guard bytes.first(of: FigureLexicon.fullMarks, at: end) == nil,
            end == bytes.count || bytes.first(of: FigureLexicon.scoreTails, at: end) != nil || bytes[end] == 0x0a
        else { return false }
        fields["value"] = plain(score)
        fields["score"] = plain(score)
        found.append(FoundFigure(range: start - lead..<end, fields: fields))
        return true
    }

    /// 評価はＢ.
    private mutating func letterScore(at offset: Int) {
        guard let lead = bytes.last(of: FigureLexicon.scoreLeads, at: offset),
            offset + 1 == bytes.count || bytes.first(of: FigureLexicon.scoreTails, at: offset + 1) != nil
        else { return }
        let letter = String(UnicodeScalar(bytes[offset] - 0x20))
        found.append(FoundFigure(range: offset - lead..<offset + 1, fields: ["value": letter, "score": letter]))
    }
}
