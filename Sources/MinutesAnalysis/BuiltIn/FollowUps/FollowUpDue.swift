import JapaneseText
import MinutesModel

/// By when, where the words attach a time to the act: the words as printed, and the last day they name.
struct FollowUpDue {
    let sentence: FollowUpSentence
    let verdict: FollowUpVerdict
    /// The day of the meeting.
    let reference: CalendarDate?
    /// Days the document gives for meetings to come; asked for only where the words name one.
    var meetings: () -> NamedMeetings? = { nil }

    struct Found {
        var range: Range<Int>
        /// The last day the words name.
        var date: CalendarDate?
        /// The first, where they name a stretch and no end alone (`まで`).
        var from: CalendarDate?
        var rule: String
    }

    func found() -> Found? {
        guard let predicate = verdict.predicate else { return nil }
        let all = TimeScanner.expressions(in: sentence.bytes, reference: reference)
        let clause = sentence.actStart(predicate)
        var best: (index: Int, rank: Int)?
        for (index, time) in all.enumerated() {
            // 「この場ではお答えできませんので、次回回答します」: the time stands behind what cannot be said.
            guard time.range.upperBound <= predicate.form.lowerBound || verdict.kind == .openQuestion else { continue }
            // 「次回は９月12日です」
            if isOfNextMeeting, time.end != nil || time.kind == .date {
                best = (index, 5)
                break
            }
            guard let rank = rank(time, isInClause: time.range.lowerBound >= clause) else { continue }
            if rank >= best?.rank ?? 0 { best = (index, rank) }
        }
        if let best, best.rank > 2 { return merged(all, best.index) }
        let end = predicate.form.lowerBound
        if let event = event(from: clause, before: end) { return event }
        if let best { return merged(all, best.index) }
        return planEvent(before: end, from: clause)
    }

    private var isOfNextMeeting: Bool { sentence.lexicon.traits[verdict.cues[0]].name == .nextDay }

    /// How surely the time belongs to the act; `nil`: not at all.
    private func rank(_ time: TimeExpression, isInClause: Bool) -> Int? {
        let bytes = sentence.bytes
        if isInClause, inTimeEnd(time) != nil { return 4 }
        switch time.kind {
        case .previousMeeting, .clockTime: return nil
        // 来年中, 令和８年まで; not 来年の
        case .year where time.bound != .until && !time.text.ends(in: "中") && !time.text.ends(in: "内"): return nil
        default: break
        }
        if startsNoun(time.phrase.upperBound) { return nil }
        if let end = time.end, let reference, end < reference { return nil }
        if time.text == "本日" || time.text == "今日", time.phrase == time.range { return nil }  // not 本日中
        if isOfWhatWasDone(time.phrase.upperBound) { return nil }
        if budgetEnd(time) != nil || eventEnd(time) != nil { return isInClause ? 4 : nil }
        if isInClause, isDirect(meetingEnd(time), behind: time) { return 4 }
        let isBound = time.bound == .until || time.bound == .from
        guard isInClause else {
            // 「６月から始めますので、…」
            guard isBound, let start = time.start ?? time.end, let reference, start > reference else { return nil }
            return 1
        }
        if isBound { return time.bound == .until ? 5 : 4 }
        let next = time.phrase.upperBound < bytes.count ? bytes.scalar(at: time.phrase.upperBound).value : 0
        let isDated = time.end != nil
        if time.phrase.upperBound > time.range.upperBound { return isDated ? 4 : 2 }  // 中, ごろ
        switch next {
        case 0x306B where namesNoun(time.phrase.upperBound + 3): return nil
        case 0x306B, 0x3001, 0x5B9F, 0x4E88, 0x4E2D: return isDated ? 4 : 2  // に 、 実(施) 予(定) 中
        case 0x306E:  // の
            if isMeeting(time) { return namesMeeting(time.phrase.upperBound + 3) ? 2 : nil }
            let next = time.phrase.upperBound + 3
            return isDated && (namesEvent(next) || isHeldThen(next)) ? 3 : nil
        case 0x3067, 0x3082: return 2  // で も
        case 0x3092 where isMeeting(time): return nil  // 次の会議を待たずに
        // は; not 明日は今日よりよくなる
        case 0x306F: return isDated && time.rule != "day-relative" || isMeeting(time) ? 1 : nil
        case 0x3092 where isDated && isPlanned(time.phrase.upperBound): return 2  // ７月23日を予定
        default: return isMeeting(time) || isDated && time.kind != .fiscalYear ? 2 : nil
        }
    }

    /// ６月に実施した調査, ４月から始まった相談会: a past verb before a noun, so that the time is the noun's.
    func isOfWhatWasDone(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        var place = place
        let end = min(bytes.count, place + 60)
        var before: UInt32 = 0
        while place < end {
            let (value, length) = bytes.scalar(at: place)
            if value == 0x3001 || value == 0x3002 { return false }
            let isNoun = (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
            // た, だ of 進んだ; 次第に and 後 are no nouns.
            if before == 0x305F, isNoun, value != 0x5F8C, value != 0x969B, value != 0x6642, value != 0x4E0A {
                return !endsWish(place - 3)
            }
            before = value
            place += length
        }
        return false
    }

    /// …したいた… cannot stand before a noun, but 「〜した方がよい」 does: it is no past.
    private func endsWish(_ place: Int) -> Bool {
        let text = sentence.bytes.text(place..<min(sentence.bytes.count, place + 9))
        return text.begins(with: "た方が") || text.begins(with: "た形") || text.begins(with: "た上")
    }

    /// 令和８年度からの計画: the time belongs to the noun.
    private func startsNoun(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        guard place < bytes.count, place >= 6, bytes.scalar(at: place).value == 0x306E else { return false }
        return [0x3089, 0x3067].contains(bytes.scalar(before: place)?.value ?? 0)  // から, まで
    }

    /// ９月に予定している座談会: the time belongs to the noun.
    private func namesNoun(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        let text = bytes.text(min(place, bytes.count)..<min(bytes.count, place + 21))
        return ["予定して", "予定され", "実施した", "開催した", "行った", "行われ", "始まっ", "策定した", "策定する", "改定した"].contains {
            text.begins(with: $0) && !text.begins(with: $0 + "い") && !text.begins(with: $0 + "く")  // ９月に実施したい
        }
    }

    /// を予定, をめど
    private func isPlanned(_ place: Int) -> Bool { sentence.bytes.first(of: Self.planned, at: place) != nil }
    private static let planned = words("を予定 を目途 を目処 をめど を目標")

    /// 次回の委員会; not 次回の計画.
    private func namesMeeting(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        let text = bytes.text(min(place, bytes.count)..<min(bytes.count, place + 24))
        return text.begins(with: "とき") || text.begins(with: "際") || text.holds("会")
    }

    /// ２月の委員会で, ９月の定例会に
    private func isHeldThen(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        let text = bytes.text(min(place, bytes.count)..<min(bytes.count, place + 36))
        return text.holds(anyOf: ["会で", "会に", "会議で", "会議に", "会まで", "会議まで"])
    }

    /// 5月下旬の開催
    private func namesEvent(_ place: Int) -> Bool {
        let bytes = sentence.bytes
        let text = bytes.text(min(place, bytes.count)..<min(bytes.count, place + 6))
        return ["開催", "実施", "公表", "完成", "開館", "開始", "策定", "完了", "予定", "運用"].contains(text)
    }

    private func isMeeting(_ time: TimeExpression) -> Bool {
        switch time.kind {
        case .nextMeeting, .session: true
        default: false
        }
    }

    /// Times side by side are one: ６月１日、土曜日、午前８時40分から.
    private func merged(_ all: [TimeExpression], _ index: Int) -> Found {
        let time = all[index]
        var range = time.phrase
        if time.kind == .date, index + 1 < all.count, all[index + 1].kind == .clockTime {
            let next = all[index + 1]
            let gap = range.upperBound..<max(range.upperBound, next.range.lowerBound)
            if gap.count <= 24, isPlainGap(gap) { range = range.lowerBound..<next.phrase.upperBound }
        }
        if let end = budgetEnd(time) { return Found(range: time.range.lowerBound..<end, rule: "budget") }
        if let end = inTimeEnd(time) ?? eventEnd(time) {
            return Found(range: time.range.lowerBound..<end, rule: "event")
        }
        if let end = meetingEnd(time) { range = range.lowerBound..<end }
        if let named = named(time) {
            return Found(
                range: trimmed(range), date: named.end, from: first(of: named), rule: time.rule + "-named")
        }
        return Found(range: trimmed(range), date: time.end, from: first(of: time), rule: time.rule)
    }

    /// The day the document gives for the meeting that is meant.
    private func named(_ time: TimeExpression) -> TimeExpression? {
        switch time.kind {
        case .nextMeeting: meetings()?.next
        case .session(let number): meetings()?.session(number)
        default: nil
        }
    }

    /// The first day, where it is still to come, differs from the last, and the words do not give the end alone.
    private func first(of time: TimeExpression) -> CalendarDate? {
        guard time.bound != .until, time.bound != .before, time.start != time.end, let start = time.start,
            let reference, start > reference
        else { return nil }
        return start
    }

    private func isPlainGap(_ gap: Range<Int>) -> Bool {
        sentence.bytes.text(gap).unicodeScalars.allSatisfy { "、，の日月火水木金土曜（）() 　".unicodeScalars.contains($0) }
    }

    /// Without に at the end: ４月上旬までに → ４月上旬まで.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        guard let (value, length) = sentence.bytes.scalar(before: range.upperBound), value == 0x306B,
            range.count > length
        else { return range }
        return range.lowerBound..<range.upperBound - length
    }

    /// 第５次…計画の策定に併せて: an event that the plan's own making dates.
    private func planEvent(before end: Int, from start: Int) -> Found? {
        let bytes = sentence.bytes
        for mark in sentence.marks
        where mark.mark == .nthPlan && mark.range.lowerBound >= start && mark.range.upperBound <= end {
            let words = bytes.text(mark.range)
            guard words.ends(in: "の策定") || words.ends(in: "の改定") else { continue }
            var first = mark.range.lowerBound
            while let (value, length) = bytes.scalar(before: first), value != 0x3001, value != 0x3002,
                !(0x3041...0x3096).contains(value)
            {
                first -= length
            }
            var last = mark.range.upperBound
            let rest = bytes.text(last..<min(bytes.count, last + 15))
            // 策定で, without the particle; not 策定に当たり, which says no more than what it is about.
            let events = ["に併せて", "に合わせて", "にあわせて", "時", "の際", "の段階"]
            let word = events.first { rest.begins(with: $0) } ?? ""
            guard !word.isEmpty || rest.begins(with: "で") else { continue }
            last += word.utf8.count
            return Found(range: first..<last, date: nil, rule: "plan-event")
        }
        return nil
    }
}

extension FollowUpSentence {
    private static let that = Array("ことを".utf8)

    /// Where the clause begins that says what is asked or promised: of 「…していただきたい、このことを強く求めます」 the one before
    /// こと.
    func actStart(_ predicate: FollowUpPredicate) -> Int {
        var start = clauseStart(of: predicate.form.lowerBound)
        for _ in 0..<4 where start > 0 && bytes.starts(Self.that, at: start) {
            start = clauseStart(of: start)
        }
        return start
    }
}
