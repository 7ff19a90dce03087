import JapaneseText
import MinutesModel

/// Times that are named by what happens then: 計画策定時, ６月の運行開始後, 機種を決める前, 連休明け, 来年度予算; and 次に, 後日. They have no date.
extension FollowUpDue {
    private enum Time { case plain, event, verb, planEvent, nextTime, nextOne, later, before }

    private final class Table: Sendable {
        let matcher: PatternMatcher
        let times: [(time: Time, length: Int)]

        init(_ entries: [(words: [String], time: Time)]) {
            matcher = PatternMatcher(entries.flatMap(\.words))
            times = entries.flatMap { entry in entry.words.map { (entry.time, $0.utf8.count) } }
        }
    }

    private static let breaks = ["連休", "大型連休", "夏休み", "冬休み", "春休み", "お盆", "盆", "正月", "お正月", "議会", "選挙", "繁忙期"]
    private static let breakEnds = ["明け", "明けに", "前に", "前までに", "中に"]
    private static let plans = ["計画", "プラン", "ビジョン", "構想", "指針", "方針"]
    private static let making = ["策定", "改定", "見直し", "改訂"]
    private static let moments = ["時", "時に", "の時", "の際", "の際に", "の段階", "後", "後に", "までに", "に併せて", "に合わせて", "にあわせて"]
    private static let happenings = [
        "開始", "完了", "終了", "策定", "改定", "改訂", "確定", "決定", "公表", "議決", "可決", "成立", "完成", "開設", "開館", "施行", "供用開始", "設置",
        "着工",
        "発注", "契約", "実施", "募集",
    ]
    /// What a meeting waits for, beside `happenings`: before it, something can still be asked for. Not 言う, 入る: 「議事に入る前に」.
    private static let settling = ["決める", "決まる", "固める", "固まる", "始める", "始まる", "結ぶ", "配る", "示す", "締め切る", "取り壊す"]
    private static let doing = ["印刷", "提出", "答申", "入札", "稼働", "導入", "購入", "解体", "配布", "配付", "送付", "公募", "上程", "選定"]
    private static let presenting = [
        "出し", "お出し", "提出", "示し", "お示し", "御提示", "提示", "報告", "御報告", "ご報告", "配", "お配り", "見せ", "お見せ", "諮", "お諮り", "持って",
        "お持ち", "議論", "検討", "説明", "御説明", "ご説明",
    ]

    private static let table: Table = {
        var entries: [(words: [String], time: Time)] = []
        for word in breaks { entries.append((breakEnds.map { word + $0 }, .plain)) }
        for plan in plans {
            for act in making {
                for moment in moments {
                    entries.append(([plan + act + moment, plan + "の" + act + moment], .planEvent))
                }
            }
        }
        let behind = ["後に", "後、", "後速やかに", "後直ちに", "次第", "前に", "の前に"]
        for word in happenings { entries.append((behind.map { word + $0 }, .event)) }
        let verbs = settling + (happenings + doing).flatMap { [$0 + "する", $0 + "される"] }
        for verb in verbs { entries.append(([verb + "前に", verb + "前までに"], .verb)) }
        for word in ["確認", "許可", "承認", "受任", "採決", "審査"] {
            entries.append((["の後", "の後に", "の前", "の前に"].map { word + $0 }, .event))
        }
        entries.append((presenting.map { "次に" + $0 }, .nextTime))
        entries.append((["次までに", "次のときに", "次の時に", "次の回に", "次の回で"], .nextTime))
        for one in ["評価", "点検", "調査", "改定", "更新", "見直し", "学期", "号", "検査", "募集", "広報", "入札", "測定", "訓練"] {
            entries.append((["次の" + one + "で", "次の" + one + "に", "次の" + one + "まで"], .nextOne))
        }
        entries.append((["後日", "後日に"], .later))
        for unit in ["日前", "週間前", "か月前", "ヶ月前", "カ月前", "月前"] { entries.append(([unit + "まで", unit + "までに"], .before)) }
        return Table(entries)
    }()

    /// The last such time between `start` and the act.
    func event(from start: Int, before end: Int) -> Found? {
        guard start < end else { return nil }
        let bytes = sentence.bytes
        var best: (range: Range<Int>, time: Time, length: Int)?
        let table = Self.table
        table.matcher.forEachMatch(in: UnsafeBufferPointer(rebasing: bytes[start..<end])) { pattern, range in
            let (time, length) = table.times[pattern]
            let range = range.lowerBound + start..<range.upperBound + start
            guard self.attaches(time, range) else { return }
            // The later one, and of those that begin at the same place the longer.
            if let best,
                best.range.lowerBound > range.lowerBound
                    || best.range.lowerBound == range.lowerBound && best.length > length
            {
                return
            }
            best = (range, time, length)
        }
        guard let best else { return nil }
        switch best.time {
        case .nextTime: return Found(range: nextTime(best.range), rule: "next-time")
        case .nextOne:
            let end =
                bytes.starts(Self.until, at: best.range.upperBound - 6)
                ? best.range.upperBound : best.range.upperBound - 3
            return Found(range: best.range.lowerBound..<end, rule: "next-time")
        case .before:
            return countStart(best.range.lowerBound).map {
                Found(range: trimmed($0..<best.range.upperBound), rule: "event")
            }
        case .later: return Found(range: trimmed(best.range), rule: "later")
        case .plain: return Found(range: trimmed(best.range), rule: "event")
        case .planEvent:
            return Found(range: trimmed(nounStart(best.range.lowerBound)..<best.range.upperBound), rule: "plan-event")
        case .event:
            return Found(range: trimmed(nounStart(best.range.lowerBound)..<best.range.upperBound), rule: "event")
        case .verb:
            return Found(range: trimmed(objectStart(best.range.lowerBound)..<best.range.upperBound), rule: "event")
        }
    }

    private func attaches(_ time: Time, _ range: Range<Int>) -> Bool {
        let bytes = sentence.bytes
        let next = range.upperBound < bytes.count ? bytes.scalar(at: range.upperBound).value : 0
        switch time {
        // 次に出し: not 次に、, not in 順次に.
        case .nextTime: return !isIdeograph(before: range.lowerBound)
        // 次の評価に: not 次の評価には, 次の評価にも.
        case .nextOne:
            return next != 0x306F && next != 0x3082 && next != 0x5411 && !isIdeograph(before: range.lowerBound)
        case .before: return countStart(range.lowerBound) != nil
        // 後日の: the noun's. 前後日 is no word for it.
        case .later: return next != 0x306E && !isIdeograph(before: range.lowerBound)
        case .plain: return next != 0x306E
        // 公表する前に配った資料: the noun's. 契約する前にも: at other times too.
        case .verb: return next != 0x306E && next != 0x3082 && !isOfWhatWasDone(range.upperBound)
        // 計画策定時の議論, 策定後も: of the noun, and no moment.
        case .planEvent, .event:
            let last = bytes.scalar(before: range.upperBound)?.value ?? 0
            let isCut = [0x6642, 0x5F8C, 0x969B, 0x968E].contains(last) && (0x4E00...0x9FFF).contains(next)  // 時 後 際 階
            return next != 0x306E && next != 0x3082 && !isCut
        }
    }

    private func isIdeograph(before place: Int) -> Bool {
        sentence.bytes.scalar(before: place).map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    }

    /// 次 of 次に出し; the words themselves otherwise.
    private func nextTime(_ range: Range<Int>) -> Range<Int> {
        let second = sentence.bytes.scalar(at: range.lowerBound + 3).value
        if second == 0x306B { return range.lowerBound..<range.lowerBound + 3 }
        return trimmed(range)
    }

    /// Back over the noun an event is of: 駅前広場の工事完了後. At most 90 bytes.
    private func nounStart(_ place: Int) -> Int {
        let bytes = sentence.bytes
        var start = place
        var isLinked = false
        while place - start < 90, let (value, length) = bytes.scalar(before: start) {
            let isNoun =
                (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value) || (0x30...0x39).contains(value)
                || (0xFF10...0xFF5A).contains(value)
            // One の inside: 工事の完了後, 配水池の工事完了後
            let isLink = value == 0x306E && !isLinked
            guard isNoun || isLink else { break }
            if isLink { isLinked = true }
            start -= length
        }
        return bytes.starts(Self.link, at: start) ? start + 3 : start
    }

    /// Back over the noun that is decided, made, …: 機種を決める前.
    private func objectStart(_ place: Int) -> Int {
        let start = nounStart(place)
        // を, が
        guard let (value, length) = sentence.bytes.scalar(before: start), value == 0x3092 || value == 0x304C else {
            return start
        }
        let noun = nounStart(start - length)
        return noun < start - length ? noun : start
    }

    private static let budgets = words("の当初予算 当初予算 の予算 予算")
    private static let budgetWork = WordList(["編成", "要求", "案"].map { Array($0.utf8) })
    private static let towards = words("に向けまして に向けて に向け")
    private static let intoBudget = words("で に の中で へ では にも")
    private static let link = Array("の".utf8)
    private static let until = Array("まで".utf8)
    private static let comma = Array("、".utf8)
    private static let inTime = Array("に間に合うよう".utf8)

    /// End of an event behind a month: ６月の運行開始後.
    func eventEnd(_ time: TimeExpression) -> Int? {
        let bytes = sentence.bytes
        var place = time.phrase.upperBound
        guard place < bytes.count, bytes.scalar(at: place).value == 0x306E else { return nil }
        place += 3
        let first = place
        while place < bytes.count, place - first <= 45 {
            let (value, length) = bytes.scalar(at: place)
            let isNoun = (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
            guard isNoun else { break }
            place += length
        }
        let words = bytes.text(first..<place)
        return Self.happenings.contains { words.ends(in: $0 + "後") || words.ends(in: $0 + "時") } ? place : nil
    }

    /// End of 予算 behind a fiscal year, where something is put into the budget: 来年度予算で, 来年度の予算編成に向けて.
    func budgetEnd(_ time: TimeExpression) -> Int? {
        guard time.kind == .fiscalYear else { return nil }
        let bytes = sentence.bytes
        var place = time.range.upperBound
        guard let budget = bytes.first(of: Self.budgets, at: place) else { return nil }
        place += budget
        for more in Self.budgetWork.forms where bytes.starts(more, at: place) { place += more.count }
        if let goal = bytes.first(of: Self.towards, at: place) { return place + goal }
        return bytes.first(of: Self.intoBudget, at: place) == nil ? nil : place
    }

    // MARK: - what a time is of

    /// End of the meeting a time is of: 次回の推進委員会, 来年２月の委員会, ９月定例会まで.
    func meetingEnd(_ time: TimeExpression) -> Int? {
        let bytes = sentence.bytes
        switch time.kind {
        case .nextMeeting, .session, .month, .yearMonth, .partOfMonth, .date: break
        default: return nil
        }
        guard time.phrase.upperBound == time.range.upperBound else { return nil }
        var place = time.range.upperBound
        if bytes.starts(Self.link, at: place) { place += 3 }
        let first = place
        while place < bytes.count, place - first <= 48 {
            let (value, length) = bytes.scalar(at: place)
            guard (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value) else { break }
            place += length
        }
        let name = bytes.text(first..<place)
        guard place > first, name.ends(in: "会") || name.ends(in: "会議"), !name.ends(in: "機会"), !name.ends(in: "社会")
        else { return nil }
        let rest = bytes.text(place..<min(bytes.count, place + 12))
        if rest.begins(with: "まで") { return place + 6 }
        return ["で", "に", "の場"].contains { rest.begins(with: $0) } ? place : nil
    }

    /// ９月定例会: without の between.
    func isDirect(_ end: Int?, behind time: TimeExpression) -> Bool {
        guard end != nil else { return false }
        return !sentence.bytes.starts(Self.link, at: time.range.upperBound)
    }

    /// End of 来年の一斉改選に間に合うよう. At most 60 bytes.
    func inTimeEnd(_ time: TimeExpression) -> Int? {
        let bytes = sentence.bytes
        let end = min(bytes.count, time.range.upperBound + 60)
        var place = time.range.upperBound
        while place + 2 < end {
            // に and 、 are E3 81 AB and E3 80 81.
            if bytes[place] == 0xE3 {
                if bytes.starts(Self.comma, at: place) { return nil }
                let wordEnd = place + Self.inTime.count
                if bytes[place + 2] == 0xAB, wordEnd <= end, bytes.starts(Self.inTime, at: place) { return wordEnd }
            }
            place += 1
        }
        return nil
    }

    /// Start of 開催の２週間 in front of 前まで, which counts from an event and not from today.
    private func countStart(_ place: Int) -> Int? {
        let bytes = sentence.bytes
        var start = place
        while let (value, length) = bytes.scalar(before: start),
            (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
                || "一二三四五六七八九十".unicodeScalars.contains(where: { $0.value == value })
        {
            start -= length
        }
        guard start < place else { return nil }
        guard let (value, length) = bytes.scalar(before: start), value == 0x306E else { return start }
        return nounStart(start - length)
    }
}
