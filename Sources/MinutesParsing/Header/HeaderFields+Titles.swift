import JapaneseText
import MinutesModel

/// What the lines without a label say: titles, day and hours, the place.
extension HeaderFields {
    /// - Returns: a line among them that gives day and hours, for what no field of the header says.
    func readTitles(_ header: inout MeetingHeader) -> String? {
        var title = TitleReader()
        var printed: [String] = []
        var dateLine: String?
        let named = sections.filter { $0.field == .title || $0.field == .body }
        for section in named where !section.value.isEmpty { title.read(text(of: section)) }
        for value in loose.prefix(8) {
            let line = Title.closeSpread(bytes.string(value.range))
            guard !line.ends(in: "。"), !TitleReader.isTrail(line) else { continue }
            // Characters: a name may hold decomposed kana.
            let length = line.characterCount
            let isDate = length < 18 && TimeScanner.expressions(in: line).contains { $0.kind == .date }
            // 第４回委員会（11月17日） is a session and its day.
            let isSession = isDate && line.begins(with: "第") && line.holds("回")
            guard !isDate || isSession, length <= 90 else { continue }
            let before = title
            title.read(bytes.string(value.range))
            let told =
                before.body != title.body || before.kind != title.kind || before.session != title.session
                || before.fiscalYear != title.fiscalYear
            if told {
                // 令和６年度 第２回 below a whole title is told by its own fields.
                let isWhole = before.body != nil && before.kind != nil
                if !isWhole || before.body != title.body || before.kind != title.kind { printed.append(line) }
            } else if length <= 90, Self.isDateLine(line), !Self.isVenue(line) {
                if dateLine == nil { dateLine = line }
            } else if header.venue == nil, Self.isVenue(line) {
                header.venue = Self.venue(line)
                if header.opensAt == nil { readTimes(line, &header) }
            } else if header.host == nil, Self.isHost(line) {
                header.host = line.trimmingCharacters("○◯〇●・ 　")
            }
        }
        if printed.count > 1, printed[0].holds("法人"), TitleReader.isBodyAlone(printed[0]),
            printed.dropFirst().contains(where: TitleReader.isWhole),
            !TitleReader.isMeeting(printed[0]) || printed.dropFirst().contains(where: TitleReader.namesBody)
        {
            // The body by itself over the title of the meeting.
            printed.removeFirst()
        }
        if !printed.isEmpty, printed.allSatisfy({ TitleReader.isKindAlone($0) }),
            let section = named.first(where: { !$0.value.isEmpty })
        {
            printed = [text(of: section)]
        }
        if printed.isEmpty, let section = named.first(where: { !$0.value.isEmpty }) { printed = [text(of: section)] }
        header.title = printed.isEmpty ? nil : printed.joined(separator: " ")
        header.body = title.body
        header.kind = title.kind
        header.fiscalYear = title.fiscalYear
        header.session = title.session
        return dateLine
    }

    private static func isVenue(_ line: String) -> Bool {
        ["会議室", "委員会室", "議場", "ホール", "会館", "研修室", "講堂", "集会室", "会議場"].contains(where: line.ends)
    }

    /// `2024.5.9（木）20:00-21:20`: a line of the header that begins with a whole date and gives the hours.
    private static func isDateLine(_ line: String) -> Bool {
        // Above or below a page the day of printing stands beside the name of the file.
        guard !line.holds("録"), !line.holds("http") else { return false }
        let found = TimeScanner.expressions(in: line)
        guard let date = found.first(where: { $0.kind == .date }), date.range.lowerBound <= 3, date.start != nil
        else { return false }
        return found.contains { $0.kind == .clockTime }
    }

    /// What stands behind the hours, set off by a blank: the place, brackets kept off.
    static func placeBehindHours(_ line: String) -> String? {
        let last = TimeScanner.expressions(in: line).filter { $0.kind == .clockTime }.map(\.range.upperBound).max()
        guard let last, last < line.utf8.count else { return nil }
        let rest = String(decoding: Array(line.utf8)[last...], as: UTF8.self)
        guard let first = rest.first, first == " " || first == "\u{3000}" else { return nil }
        let place = String(rest.trimmingBlanks().prefix { $0 != "（" && $0 != "(" }).trimmingBlanks()
        let acts = ["開会", "開議", "閉会", "散会", "開始", "終了", "開催", "再開", "延会", "招集", "から", "まで", "～", "〜"]
        return place.isEmpty || place.isOne(of: acts) || place.count > 40 || place.holds("回") || place.holds("：")
            || place.holds("録")
            ? nil : place
    }

    /// `６月14日　19:00～20:40　南会館`: what stands behind day and hours.
    private static func venue(_ line: String) -> String {
        let plain = line.trimmingCharacters("○◯〇●・ 　")
        let last =
            TimeScanner.expressions(in: plain).filter { $0.kind == .date || $0.kind == .clockTime }
            .map(\.range.upperBound).max() ?? 0
        guard last > 0, last < plain.utf8.count else { return plain }
        let rest = String(decoding: Array(plain.utf8)[last...], as: UTF8.self)
        let cells = rest.split(whereSeparator: { $0 == "\u{3000}" || $0 == " " })
        guard cells.count > 1, let first = cells.first, !isVenue(String(first)) else {
            return rest.trimmingCharacters("）) 　にて")
        }
        return cells.dropFirst().joined(separator: "\u{3000}")
    }

    /// 令和７年２月20日午後１時30分、市役所第２会議室において、…を開会した; …を市役所第２会議室に招集した.
    func readSentence(_ header: inout MeetingHeader) {
        guard header.venue == nil || header.opensAt == nil else { return }
        let values = loose.prefix(8)
        let first = values.firstIndex {
            $0.range.count <= 600 && Self.beginsWithDate(bytes.string($0.range))
        }
        guard let first else { return }
        let text = Title.join(values[first...].prefix(3).map(\.range), bytes)
        let sentence = String(text.prefix { $0 != "。" })
        guard sentence.utf8.count < text.utf8.count else { return }
        let told =
            TimeScanner.expressions(in: sentence).filter { $0.kind == .date || $0.kind == .clockTime }
            .map(\.range.upperBound).max() ?? 0
        let rest = String(decoding: Array(sentence.utf8)[told...], as: UTF8.self)
        let opens = ["開会", "開催", "開議", "開い", "開く", "開き", "招集"].contains(where: rest.holds)
        guard opens else { return }
        if header.opensAt == nil, let time = TimeScanner.times(in: sentence).first {
            header.opensAt = time.description
        }
        guard header.venue == nil else { return }
        var place = ""
        if let end = rest.range(ofWord: "において") ?? rest.range(ofWord: "に於いて") {
            place = String(rest[..<end.lowerBound])
            for word in ["から", "より", "に"] where place.begins(with: word) { place.removeFirst(word.count) }
        } else if let end = rest.range(ofWord: "に招集") {
            // What was called stands before を or は.
            place = String(rest[..<end.lowerBound].reversed().prefix { !"をは、".contains($0) }.reversed())
        }
        place = place.trimmingCharacters("、，, 　")
        guard !place.isEmpty, place.utf8.count <= 120, !place.holds("、") else { return }
        header.venue = place
    }

    private static func beginsWithDate(_ line: String) -> Bool {
        TimeScanner.expressions(in: line).first { $0.kind == .date }.map { $0.range.lowerBound <= 3 } ?? false
    }

    private static func isHost(_ line: String) -> Bool {
        ["協議会", "市", "町", "村", "区", "県", "府", "都", "課", "局", "部", "室", "省", "庁", "センター", "法人"]
            .contains(where: line.ends) && !line.holds("会場")
    }
}
