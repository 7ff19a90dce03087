import JapaneseText
import MinutesModel

/// Finds the remarks of a segment that a filter lets through.
struct FilterMatcher {
    let segment: Segment

    /// - Throws: `SearchIndexError.damaged`.
    func matches(_ filter: SearchFilter) throws(SearchIndexError) -> BitSet {
        var found = BitSet(bound: segment.remarkCount)
        switch filter {
        case .role(let role):
            return try segment.remarks(with: .role) { segment.stringBytes($0).elementsEqual(role.rawValue.utf8) }
        case .speaker(let words):
            var strings = StringTest(segment, containing: words)
            found = try segment.remarks(with: .label) { strings.holds($0) }
            found.formUnion(try segment.remarks(with: .name) { strings.holds($0) })
        case .agenda(let words):
            var strings = StringTest(segment, containing: words)
            found = try segment.remarks(with: .agenda) { strings.holds($0) }
        case .topic(let words):
            var strings = StringTest(segment, containing: words)
            found = try segment.remarks(with: .topic) { strings.holds($0) }
        case .kind(let kind):
            return try segment.remarks(with: .kind) { segment.stringBytes($0).elementsEqual(kind.rawValue.utf8) }
        case .answered(let isAnswered):
            found = try segment.remarks(with: .answered) { _ in true }
            if !isAnswered {
                var others = BitSet(all: segment.remarkCount)
                others.subtract(found)
                return others
            }
        case .meeting(let words):
            let wanted = Array(words.utf8)
            var strings = StringTest(segment, containing: words)
            forEachMeeting { meeting in
                strings.holds(segment.meeting(meeting, SegmentLayout.MeetingRow.names))
                    || segment.stringBytes(segment.meeting(meeting, SegmentLayout.MeetingRow.id)).elementsEqual(wanted)
            } then: {
                found.insert($0)
            }
        case .date(let range):
            let first = range.first.map(Self.day) ?? 1
            let last = range.last.map(Self.day) ?? .max
            forEachMeeting { meeting in
                let day = segment.meeting(meeting, SegmentLayout.MeetingRow.day)
                return day > 0 && day >= first && day <= last
            } then: {
                found.insert($0)
            }
        case .fiscalYear(let years):
            forEachMeeting { meeting in
                let year = Int(segment.meeting(meeting, SegmentLayout.MeetingRow.fiscalYear))
                return year > 0 && year >= years.first && year <= years.last
            } then: {
                found.insert($0)
            }
        }
        return found
    }

    private func forEachMeeting(_ holds: (Int) -> Bool, then take: (Range<Int>) -> Void) {
        for meeting in 0..<segment.meetingCount where holds(meeting) { take(segment.remarks(ofMeeting: meeting)) }
    }

    /// As `SegmentLayout.MeetingRow.day` holds it.
    private static func day(_ date: CalendarDate) -> UInt32 {
        UInt32(clamping: date.year * 10000 + date.month * 100 + date.day)
    }
}

/// A test of the strings of a segment, done once for each.
private struct StringTest {
    private enum Answer: UInt8 { case unknown, no, yes }

    private let segment: Segment
    private let test: (UnsafeBufferPointer<UInt8>) -> Bool
    private var answers: [Answer]

    init(_ segment: Segment, _ test: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.segment = segment
        self.test = test
        answers = [Answer](repeating: .unknown, count: segment.stringCount)
    }

    /// Whether folded words stand in the string; blanks do not count.
    init(_ segment: Segment, containing words: String) {
        let wanted = words.utf8.filter { $0 != 0x20 }
        self.init(segment) { bytes in
            let text = TextFolding.fold(bytes).bytes.filter { $0 != 0x20 }
            guard let first = wanted.first, text.count >= wanted.count else { return wanted.isEmpty }
            for start in 0...(text.count - wanted.count) where text[start] == first {
                if text[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
            }
            return false
        }
    }

    mutating func holds(_ string: UInt32) -> Bool {
        guard string > 0, Int(string) < answers.count else { return false }
        if answers[Int(string)] == .unknown { answers[Int(string)] = test(segment.stringBytes(string)) ? .yes : .no }
        return answers[Int(string)] == .yes
    }
}
