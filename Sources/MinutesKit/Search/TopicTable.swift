import JapaneseText
import MinutesSearch

/// How often each topic was talked about, and when.
public struct TopicTable: Codable, Sendable {
    public enum Grouping: String, Codable, Sendable { case none, meeting, year }

    public struct Topic: Codable, Sendable {
        public var topic: String
        /// Remarks with the topic.
        public var remarks: Int
        /// Meetings with such a remark.
        public var meetings: Int
        /// Day of the last such meeting.
        public var last: String?
        /// Remarks by column.
        public var counts: [String: Int]
    }

    public var grouping: Grouping
    /// Columns in order: meetings by date, or fiscal years. Empty for `none`.
    public var columns: [String]
    /// Most talked about first.
    public var topics: [Topic]

    init(_ counts: TopicCounts, by grouping: Grouping) {
        self.grouping = grouping
        let names = Self.columns(of: counts.meetings, by: grouping)
        var columns: [String] = []
        for name in names where !name.isEmpty && !columns.contains(name) { columns.append(name) }
        // Years stand in order also where a meeting has no date.
        self.columns = grouping == .year ? FiscalYearName.sorted(columns, counts.meetings) : columns
        topics = zip(counts.topics, counts.counts).map { name, meetings in
            var topic = Topic(topic: name, remarks: 0, meetings: meetings.count, last: nil, counts: [:])
            for (place, count) in meetings {
                topic.remarks += count
                let date = counts.meetings[place].date
                if !date.isEmpty { topic.last = max(topic.last ?? date, date) }
                if !names[place].isEmpty { topic.counts[names[place], default: 0] += count }
            }
            return topic
        }.sorted { ($1.remarks, $0.topic) < ($0.remarks, $1.topic) }
    }

    /// The column of each meeting.
    private static func columns(of meetings: [TopicCounts.Meeting], by grouping: Grouping) -> [String] {
        switch grouping {
        case .none: return meetings.map { _ in "" }
        case .year: return meetings.map { FiscalYearName.name(of: $0.fiscalYear) }
        case .meeting:
            let short = meetings.map { [$0.date, session(in: $0.title)].filter { !$0.isEmpty }.joined(separator: " ") }
            // Two bodies on one day are told apart by name.
            var seen: [String: Int] = [:]
            for name in short { seen[name, default: 0] += 1 }
            return zip(meetings, short).map { meeting, name in
                if seen[name] == 1, !name.isEmpty { return name }
                let whole = [meeting.date, meeting.title].filter { !$0.isEmpty }.joined(separator: " ")
                return whole.isEmpty ? meeting.id : whole
            }
        }
    }

    /// `第2回` of a title.
    private static func session(in title: String) -> String {
        guard let start = title.firstIndex(of: "第"), let end = title[start...].firstIndex(of: "回"),
            title.distance(from: start, to: end) <= 5
        else { return "" }
        return String(title[start...end])
    }

    /// The table's first row.
    public var headers: [String] { ["話題", "発言", "会議", "最近"] + columns }

    public var rows: [[String]] {
        topics.map { topic in
            [topic.topic, "\(topic.remarks)", "\(topic.meetings)", topic.last ?? ""]
                + columns.map { "\(topic.counts[$0] ?? 0)" }
        }
    }
}

/// Fiscal years as columns.
enum FiscalYearName {
    static func name(of year: Int) -> String { year > 0 ? FiscalYear(year: year).japaneseName : "年度不明" }

    /// In order of time; the unknown one last.
    static func sorted(_ names: [String], _ meetings: [TopicCounts.Meeting]) -> [String] {
        let years = Set(meetings.map(\.fiscalYear)).sorted { ($0 > 0 ? $0 : .max) < ($1 > 0 ? $1 : .max) }
        return years.map(name(of:)).filter(names.contains)
    }
}
