/// How often each topic stands in each meeting, from the index alone.
package struct TopicCounts: Sendable {
    package struct Meeting: Sendable {
        package var id: String
        package var title: String
        /// ISO 8601; empty when unknown.
        package var date: String
        /// First year of the fiscal year, 0 when unknown.
        package var fiscalYear: Int
        /// Remarks of the meeting.
        package var remarks: Int
    }

    /// Two topics of one remark, by their places in `topics`; the first is the lower.
    package struct Pair: Hashable, Sendable {
        package var first: Int
        package var second: Int
    }

    /// By date, then id.
    package fileprivate(set) var meetings: [Meeting] = []
    /// Sorted.
    package fileprivate(set) var topics: [String] = []
    /// For each topic its remarks by place of the meeting.
    package fileprivate(set) var counts: [[Int: Int]] = []
    /// Remarks that have both topics.
    package fileprivate(set) var pairs: [Pair: Int] = [:]
}

extension SearchIndex {
    /// Counts the topics of all remarks, or of those of some meetings.
    /// - Parameter words: folded; looked for in the names of the meetings.
    /// - Complexity: linear in the remarks and their topics.
    package func topicCounts(ofMeetings words: String? = nil) throws(SearchIndexError) -> TopicCounts {
        typealias Row = SegmentLayout.MeetingRow
        var meetings: [(part: Int, meeting: Int, row: TopicCounts.Meeting)] = []
        var names: Set<String> = []
        for (number, part) in parts.enumerated() {
            let segment = part.segment
            var wanted: BitSet?
            if let words { wanted = try FilterMatcher(segment: segment).matches(.meeting(words)) }
            part.liveMeetings.forEach { meeting in
                if let wanted, !segment.remarks(ofMeeting: meeting).contains(where: wanted.contains) { return }
                let row = TopicCounts.Meeting(
                    id: segment.meetingID(meeting), title: segment.string(segment.meeting(meeting, Row.title)),
                    date: segment.string(segment.meeting(meeting, Row.date)),
                    fiscalYear: Int(segment.meeting(meeting, Row.fiscalYear)),
                    remarks: segment.remarks(ofMeeting: meeting).count)
                meetings.append((number, meeting, row))
            }
            for string in Self.topicStrings(of: segment) { names.insert(segment.string(string)) }
        }
        meetings.sort { ($0.row.date, $0.row.id) < ($1.row.date, $1.row.id) }
        var counts = TopicCounts()
        counts.topics = names.sorted()
        counts.meetings = meetings.map(\.row)
        counts.counts = Array(repeating: [:], count: counts.topics.count)
        let places = Dictionary(uniqueKeysWithValues: counts.topics.enumerated().map { ($1, $0) })
        // By segment: strings have numbers in each.
        var placesOfStrings: [[UInt32: Int]] = []
        for part in parts {
            var known: [UInt32: Int] = [:]
            for string in Self.topicStrings(of: part.segment) { known[string] = places[part.segment.string(string)] }
            placesOfStrings.append(known)
        }
        for (place, found) in meetings.enumerated() {
            let segment = parts[found.part].segment
            for remark in segment.remarks(ofMeeting: found.meeting) {
                let topics = segment.topics(ofRemark: remark).compactMap { placesOfStrings[found.part][$0] }.sorted()
                for (index, topic) in topics.enumerated() {
                    counts.counts[topic][place, default: 0] += 1
                    for other in topics[(index + 1)...] {
                        counts.pairs[TopicCounts.Pair(first: topic, second: other), default: 0] += 1
                    }
                }
            }
        }
        try check()
        // Topics of meetings that no longer count.
        return counts.withoutEmptyTopics
    }

    private static func topicStrings(of segment: Segment) -> Set<UInt32> {
        Set(segment.values(of: .topic).map(\.string))
    }
}

extension TopicCounts {
    fileprivate var withoutEmptyTopics: TopicCounts {
        guard counts.contains(where: \.isEmpty) else { return self }
        var kept = self
        let places = counts.indices.filter { !counts[$0].isEmpty }
        let news = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        kept.topics = places.map { topics[$0] }
        kept.counts = places.map { counts[$0] }
        kept.pairs = [:]
        for (pair, count) in pairs {
            if let first = news[pair.first], let second = news[pair.second] {
                kept.pairs[Pair(first: first, second: second)] = count
            }
        }
        return kept
    }
}
