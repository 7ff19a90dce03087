import JapaneseText
import MinutesModel

/// Counts of a result by what stands beside the text.
public struct SearchFacets: Codable, Hashable, Sendable {
    public struct Count: Codable, Hashable, Sendable {
        /// As a filter takes it: a role, a fiscal year, the id of a meeting, a topic, a kind.
        public var value: String
        /// What people call it.
        public var name: String
        public var total: Int
    }

    public var roles: [Count]
    /// Latest first; the others by number.
    public var years: [Count]
    public var meetings: [Count]
    public var topics: [Count]
    public var kinds: [Count]
}

/// Gathers counts over the remarks of a result.
package struct FacetCounter {
    package struct Meeting: Sendable {
        package var name: String
        package var day: UInt32
        package var total: Int

        package init(name: String, day: UInt32, total: Int) {
            self.name = name
            self.day = day
            self.total = total
        }
    }

    private var roles: [String: Int] = [:]
    private var years: [Int: Int] = [:]
    private var meetings: [String: Meeting] = [:]
    private var topics: [String: Int] = [:]
    private var kinds: [String: Int] = [:]

    init() {}

    /// With counts that were made elsewhere.
    /// - Parameters:
    ///   - years: by first year of the fiscal year, 0 when unknown.
    ///   - meetings: by id.
    package init(
        roles: [String: Int], years: [Int: Int], meetings: [String: Meeting], topics: [String: Int],
        kinds: [String: Int]
    ) {
        self.roles = roles
        self.years = years
        self.meetings = meetings
        self.topics = topics
        self.kinds = kinds
    }

    /// - Complexity: linear in the remarks.
    mutating func add(_ evaluation: QueryEvaluation) {
        let segment = evaluation.part.segment
        // By number of string first: a string is read once.
        var roles: [UInt32: Int] = [:]
        var topics: [UInt32: Int] = [:]
        var kinds: [UInt32: Int] = [:]
        var totals: [Int: Int] = [:]
        evaluation.remarks.forEach { remark in
            roles[segment.remark(remark, .role), default: 0] += 1
            for topic in segment.topics(ofRemark: remark) { topics[topic, default: 0] += 1 }
            for kind in segment.kinds(ofRemark: remark) { kinds[kind, default: 0] += 1 }
            totals[segment.meeting(ofRemark: remark), default: 0] += 1
        }
        for (role, total) in roles { self.roles[segment.string(role), default: 0] += total }
        for (topic, total) in topics { self.topics[segment.string(topic), default: 0] += total }
        for (kind, total) in kinds { self.kinds[segment.string(kind), default: 0] += total }
        for (meeting, total) in totals {
            years[Int(segment.meeting(meeting, SegmentLayout.MeetingRow.fiscalYear)), default: 0] += total
            meetings[segment.meetingID(meeting)] = Meeting(
                name: segment.string(segment.meeting(meeting, SegmentLayout.MeetingRow.title)),
                day: segment.meeting(meeting, SegmentLayout.MeetingRow.day), total: total)
        }
    }

    package var facets: SearchFacets {
        SearchFacets(
            roles: sorted(roles) { Role(rawValue: $0)?.japaneseName ?? $0 },
            years: years.sorted { $0.key > $1.key }.map { year, total in
                SearchFacets.Count(
                    value: year > 0 ? "\(year)" : "", name: year > 0 ? FiscalYear(year: year).japaneseName : "年度不明",
                    total: total)
            },
            meetings: meetings.sorted {
                ($1.value.total, $1.value.day, $0.key) < ($0.value.total, $0.value.day, $1.key)
            }.map { SearchFacets.Count(value: $0.key, name: $0.value.name, total: $0.value.total) },
            topics: sorted(topics) { $0 }, kinds: sorted(kinds) { FindingKind(rawValue: $0).japaneseName })
    }

    private func sorted(_ counts: [String: Int], name: (String) -> String) -> [SearchFacets.Count] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { SearchFacets.Count(value: $0.key, name: name($0.key), total: $0.value) }
    }
}
