import JapaneseText
import MinutesModel

/// Makes the header's fields of the sections and loose lines that were read.
struct HeaderFields {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    let sections: [HeaderReader.Section]
    let loose: [HeaderReader.Value]

    func header() -> MeetingHeader {
        var header = MeetingHeader()
        let dateLine = readTitles(&header)
        // A roster of all members may stand above the list of those who came.
        // 説明のため出席した職員 came to a meeting whose members stand above.
        let lists = sections.indices.filter {
            guard sections[$0].field.isPeople, sections[$0].label.holds("出席") else { return false }
            let role = AttendanceReader.groupRole(sections[$0].label)
            return role == nil || role == .member
        }
        let roster = sections.indices.filter { sections[$0].field.isPeople && sections[$0].outer == nil }.prefix {
            $0 < lists.first ?? 0
        }
        let skipped = Set(
            roster.filter {
                let label = sections[$0].label
                return !label.holds("欠席") && !label.holds("事務局") && !AttendanceReader.presiding.hold(label)
            })
        for index in sections.indices where !skipped.contains(index) { read(sections[index], &header) }
        if let dateLine {
            if header.opensAt == nil { readTimes(dateLine, &header) }
            if header.venue == nil { header.venue = Self.placeBehindHours(dateLine) }
        }
        readSentence(&header)
        if header.date == nil { header.date = (looseDate() ?? dayOfFiscalYear(header.fiscalYear))?.iso }
        settleRoles(&header)
        return header
    }

    /// The first day in a text whose blanks do not count: `令和 7年 2月14日`.
    static func date(in text: String) -> CalendarDate? {
        TimeScanner.firstDate(in: String(decoding: SpeakerLabel.condensed(text), as: UTF8.self))
    }

    // MARK: Fields

    private func read(_ section: HeaderReader.Section, _ header: inout MeetingHeader) {
        let value = text(of: section)
        switch section.field {
        case .date:
            if header.date == nil, let date = Self.date(in: value) { header.date = date.iso }
            if header.opensAt == nil || section.label.begins(with: "開") && section.label.holds("閉") {
                readTimes(value, &header)
            }
        case .opens:
            if header.date == nil, let date = Self.date(in: value) { header.date = date.iso }
            if let time = Self.time(in: value) { header.opensAt = time }
        case .closes: if let time = Self.time(in: value) { header.closesAt = time }
        case .venue: if header.venue == nil, !value.isEmpty { header.venue = value }
        case .host:
            if section.label.ends(in: "課"), section.label.utf8.count <= 12, value.ends(in: "長") || value.holds("長、") {
                // 所管課　福祉課長、同課係長: those who came from there.
                let people = AttendanceReader(bytes: bytes, lines: lines, wrapping: wrapping).people(
                    in: section, absent: false)
                header.attendance += people
            }
            if header.host == nil, !value.isEmpty { header.host = value }
        case .observers: if header.observers == nil { header.observers = Self.count(value) }
        case .openness:
            if header.openness == nil, !value.isEmpty { header.openness = value }
            // 公開（傍聴者　２名）
            if header.observers == nil, let word = value.range(ofWord: "傍聴"),
                let digit = value[word.upperBound...].firstIndex(where: { $0.isNumeral || $0 == "な" || $0 == "無" })
            {
                header.observers = Self.count(String(value[digit...].prefix { $0 != "）" && $0 != ")" }))
            }
        case .materials:
            header.materials += entries(of: section)
        case .attendance(let absent):
            let people = AttendanceReader(
                bytes: bytes, lines: lines, wrapping: wrapping, known: Set(header.attendance.map(\.group))
            ).people(in: section, absent: absent)
            // ５ 議長　山田太郎 names once more somebody who stands on the list of those who came.
            let isOffice = section.label.isOne(of: ["議長", "司会", "記録", "記録者", "書記"])
            let known = isOffice ? Set(header.attendance.map { Roster.key($0.name) }) : []
            if section.label.holds("署名"), !header.attendance.isEmpty {
                // 署名委員　３番　山田委員: by the family name alone, one of those above.
                header.attendance += people.filter { signer in
                    let key = Roster.key(signer.name)
                    return key.isEmpty || !header.attendance.contains { Roster.key($0.name).begins(with: key) }
                }
                return
            }
            header.attendance += people.filter { $0.name.isEmpty || !known.contains(Roster.key($0.name)) }
        case .title, .body, .agenda, .proceedings, .other: break
        }
    }

    private static func time(in text: String) -> String? {
        TimeScanner.times(in: String(decoding: SpeakerLabel.condensed(text), as: UTF8.self)).first?.description
    }

    func readTimes(_ text: String, _ header: inout MeetingHeader) {
        // Without its blanks 2024/6/5 18:30 is neither day nor hour, with them １３時 ３０分 is no one hour.
        let printed = TimeScanner.times(in: text)
        let plain = SpeakerLabel.condensed(text)
        let condensed =
            plain.count == text.utf8.count
            ? printed : TimeScanner.times(in: String(decoding: plain, as: UTF8.self))
        let times = printed.count > condensed.count ? printed : condensed
        guard let opens = times.first else { return }
        header.opensAt = opens.description
        guard times.count > 1, var closes = times.last else { return }
        // 午後７時から８時45分まで: the second time is of the same half of the day.
        if closes < opens, closes.hour + 12 >= opens.hour,
            let later = ClockTime(hour: closes.hour + 12, minute: closes.minute)
        {
            closes = later
        }
        header.closesAt = closes.description
    }

    /// `１名` → 1, `なし` → 0.
    static func count(_ text: String) -> Int? {
        let folded = TextFolding.fold(text, .width)
        for word in ["なし", "無し", "無", "ありません", "ゼロ", "おりません"] where folded.hasPrefix(word) { return 0 }
        // 一般１名、報道２名 are three; those in brackets were counted already.
        let counted = String(folded.prefix { $0 != "(" })
        let isInParts = counted.holds(anyOf: ["報道", "記者", "プレス"])
        var bytes = Array((isInParts ? counted : folded).utf8)[...]
        var total: Int?
        while let start = bytes.firstIndex(where: { (0x30...0x39).contains($0) }) {
            let digits = bytes[start...].prefix { (0x30...0x39).contains($0) }
            let rest = bytes[digits.endIndex...].drop { $0 == 0x20 }
            if rest.isEmpty || rest.starts(with: "人".utf8) || rest.starts(with: "名".utf8), digits.count < 6 {
                total = (total ?? 0) + (Int(String(decoding: digits, as: UTF8.self)) ?? 0)
                if !rest.isEmpty, !isInParts { return total }
            }
            bytes = bytes[digits.endIndex...]
        }
        if total == nil, let number = JapaneseNumeral.value(of: folded.trimmingCharacters("人名 ")) { return number }
        return total
    }

    /// The value as one string, wraps undone.
    func text(of section: HeaderReader.Section) -> String {
        Title.join(section.value.map(\.range), bytes)
    }

    private static let entryWords: [StaticString] = ["資料", "別紙", "参考", "別添", "別冊", "当日", "名簿", "次第", "配布", "配付", "追加"]

    /// One entry a line, or one a number, bullet or 資料… where the lines have them; other lines continue the one above.
    private func entries(of section: HeaderReader.Section) -> [String] {
        let starts = section.value.map { startsEntry($0.range) }
        let isMarked = starts.contains(true)
        var groups: [[Range<Int>]] = []
        var above: Line?
        for (value, isStart) in zip(section.value, starts) {
            let line = lines[value.line]
            let isDeeper =
                above.map { groups.count > 0 && line.indent >= $0.indent + 4 && $0.start != line.start } == true
            let isCut = above.map { wrapping.isWrapped && wrapping.isFull($0) } == true
            if !groups.isEmpty,
                isMarked ? !isStart && (isDeeper || isCut) : isDeeper && section.value.count > 2 || isCut
            {
                groups[groups.count - 1].append(value.range)
            } else {
                groups.append([value.range])
                above = line
            }
        }
        return groups.map { Title.closeSpread(Title.join($0, bytes)) }.filter { !$0.isEmpty && $0 != "なし" }
    }

    private func startsEntry(_ range: Range<Int>) -> Bool {
        AgendaNumber.read(range, bytes) != nil || TurnMarks.isMark(bytes.scalar(at: range.lowerBound).value)
            || Self.entryWords.contains { bytes.starts(with: $0, at: range.lowerBound, before: range.upperBound) }
    }

    // MARK: Dates without a label

    /// `第４回委員会（11月17日）` under `令和５年度`: the year of a day without one, April being the first month.
    private func dayOfFiscalYear(_ fiscalYear: String?) -> CalendarDate? {
        guard let fiscalYear, fiscalYear.hasSuffix("年度") else { return nil }
        for value in loose.prefix(4) where value.range.count <= 200 {
            let line = TextFolding.fold(bytes.condensed(value.range), .width)
            guard line.holds("回"), let month = line.firstIndex(of: "月"),
                let day = line[month...].firstIndex(of: "日")
            else { continue }
            let number = line[..<month].reversed().prefix { $0.isNumeral }.reversed()
            let within = line[line.index(after: month)..<day]
            guard let month = Int(String(number)), let day = Int(within), (1...12).contains(month),
                let first = TimeScanner.firstDate(in: fiscalYear.dropLast() + "4月1日")
            else { continue }
            return CalendarDate(year: month >= 4 ? first.year : first.year + 1, month: month, day: day)
        }
        return nil
    }

    /// A line that is nothing but a date, else the first date of a title.
    private func looseDate() -> CalendarDate? {
        var first: CalendarDate?
        let candidates = loose + sections.filter { $0.field == .other || $0.field == .title }.flatMap(\.value)
        for value in candidates.sorted(by: { $0.line < $1.line }) {
            let line = bytes.condensed(value.range)
            guard line.utf8.count <= 300, !line.hasPrefix("更新"), !line.hasPrefix("掲載") else { continue }
            var expressions = TimeScanner.expressions(in: line)
            if !expressions.contains(where: { $0.kind == .date }), !line.holds("録"), !line.holds("http") {
                expressions = TimeScanner.expressions(in: bytes.string(value.range))
            }
            for found in expressions where found.kind == .date {
                guard let date = found.start else { continue }
                if found.range.lowerBound <= 6, line.utf8.count - found.range.count <= 40 { return date }
                if first == nil, !line.holds("現在") { first = date }
            }
        }
        return first
    }
}
