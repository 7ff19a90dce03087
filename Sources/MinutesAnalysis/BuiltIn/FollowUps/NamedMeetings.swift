import Foundation
import JapaneseText
import MinutesModel

/// The days the document itself gives for the next meeting and for sessions by their number:
/// 「次回の推進委員会は、令和６年11月21日に開きます」.
///
/// Where two days are given for the same, there is none.
struct NamedMeetings {
    private(set) var next: TimeExpression?
    private var sessions: [Int: TimeExpression?] = [:]

    /// Bytes between 次回 and the day at most.
    private static let reach = 120
    /// - Complexity: O(n) in the bytes of the remarks; sentences without 次回 or 第 are only passed over.
    init(_ meeting: Meeting, sentences: [[Range<Int>]], reference: CalendarDate?) {
        guard let reference else { return }
        var named: TimeExpression?
        var isContradicted = false
        for (index, remark) in meeting.remarks.enumerated() where index < sentences.count {
            remark.text.withUTF8Bytes { bytes in
                guard Self.mayName(bytes) else { return }
                for range in sentences[index] where range.upperBound <= bytes.count {
                    let sentence = UnsafeBufferPointer(rebasing: bytes[range])
                    guard Self.mayName(sentence), Self.mayHoldDay(sentence) else { continue }
                    for (what, day) in Self.days(in: sentence, reference, body: meeting.header.body) {
                        switch what.kind {
                        case .nextMeeting:
                            if let named, named.end != day.end { isContradicted = true }
                            named = day
                        case .session(let number): enter(day, number)
                        default: break
                        }
                    }
                }
            }
        }
        next = isContradicted ? nil : named
    }

    /// 次回, 次の, or 第 with 回 behind its number. Every sentence of a document is asked: 次 and 第 share their second byte,
    /// which few characters have.
    private static func mayName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        var place = 1
        while place + 1 < bytes.count, let found = memchr(base + place, 0xAC, bytes.count - 1 - place) {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if bytes[place - 1] == 0xE7, bytes[place + 1] == 0xAC, isSession(bytes, place + 2) { return true }
            if bytes[place - 1] == 0xE6, bytes[place + 1] == 0xA1, place + 2 < bytes.count {
                let next = bytes.scalar(at: place + 2).value
                if next == 0x56DE || next == 0x306E { return true }
            }
            place += 1
        }
        return false
    }

    /// 月 or 日, or the signs of 9/3 and R6.9.3: without them no day is given.
    private static func mayHoldDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 0
        while place + 2 < bytes.count {
            if bytes[place] == 0xE6,
                bytes[place + 1] == 0x9C && bytes[place + 2] == 0x88
                    || bytes[place + 1] == 0x97 && bytes[place + 2] == 0xA5
            {
                return true
            }
            if bytes[place] == 0x2F || bytes[place] == 0x2E { return true }
            if bytes[place] == 0xEF, bytes[place + 1] == 0xBC, bytes[place + 2] == 0x8F || bytes[place + 2] == 0x8E {
                return true
            }
            place += 1
        }
        return false
    }

    /// Whether 回 stands among the next eight characters: 第 also begins 第５次計画 and 第２章.
    private static func isSession(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var place = start
        let end = min(bytes.count, start + 24)
        while place + 2 < end {
            if bytes[place] == 0xE5, bytes[place + 1] == 0x9B, bytes[place + 2] == 0x9E { return true }
            place += 1
        }
        return false
    }

    func session(_ number: Int) -> TimeExpression? { sessions[number] ?? nil }

    private mutating func enter(_ day: TimeExpression, _ number: Int) {
        if let known = sessions[number], known?.end != day.end {
            sessions[number] = .some(nil)
        } else {
            sessions[number] = day
        }
    }

    /// Meetings named in a sentence with the day they are given.
    private static func days(
        in sentence: UnsafeBufferPointer<UInt8>, _ reference: CalendarDate, body: String?
    ) -> [(what: TimeExpression, day: TimeExpression)] {
        let all = TimeScanner.expressions(in: sentence, reference: reference)
        var found: [(what: TimeExpression, day: TimeExpression)] = []
        for (index, what) in all.enumerated() {
            switch what.kind {
            case .nextMeeting, .session: break
            default: continue
            }
            guard let day = all[(index + 1)...].first(where: { isDay($0, reference) }),
                day.range.lowerBound - what.range.upperBound <= reach, !isOfNoun(day, sentence),
                isTopic(sentence, what.range.upperBound..<day.range.lowerBound, body: body)
            else { continue }
            found.append((what, day))
            // 「次回は、５月下旬に第３回を」: the same meeting.
            if let same = all[(index + 1)...].first(where: {
                isSession($0) && $0.range.lowerBound > day.range.lowerBound
            }) {
                found.append((same, day))
            }
        }
        return found
    }

    private static func isSession(_ time: TimeExpression) -> Bool {
        if case .session = time.kind { true } else { false }
    }

    /// A day or a part of a month that is still to come, and within a year and a half.
    private static func isDay(_ time: TimeExpression, _ reference: CalendarDate) -> Bool {
        guard time.bound != .until, let start = time.start, start > reference, start < reference.adding(days: 550)
        else {
            return false
        }
        switch time.kind {
        case .date, .partOfMonth, .month, .yearMonth: return true
        default: return false
        }
    }

    /// ６月12日の記録: the day is of something else than the meeting.
    private static func isOfNoun(_ day: TimeExpression, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = bytes.text(day.range.upperBound..<min(bytes.count, day.range.upperBound + 12))
        guard text.begins(with: "の") else { return false }
        return !["の午", "の開", "の予", "の夜", "の夕", "の正"].contains { text.begins(with: $0) }
    }

    private static let others = ["計画", "改定", "選挙", "号", "発行", "配布", "説明会", "研修", "講座", "調査", "アンケート", "イベント", "訓練"]

    /// の推進委員会は、: what stands between 次回 and the day says what the day is of, and names no other thing.
    private static func isTopic(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, body: String?) -> Bool {
        let text = bytes.text(gap)
        if others.contains(where: { text.holds($0) }) || text.holds("。") { return false }
        guard text.holds("は") || text.holds("ですが") || text.holds("ございますが") || text.holds("ですけれども") else {
            return text.isEmpty || text == "、" || text == "を"
        }
        // 次回の部会 of another body than the one that meets.
        guard text.begins(with: "の"), let end = text.firstRange(of: "は")?.lowerBound else { return true }
        let name = String(text[text.index(after: text.startIndex)..<end])
        let general = ["会議", "委員会", "協議会", "審議会", "日程", "開催", "部会", "会合", "開催日", "定例会", "分科会"]
        guard let body, name.ends(in: "会") || name.ends(in: "会議"), !general.contains(name) else { return true }
        return body.holds(name) || name.holds(body)
    }
}
