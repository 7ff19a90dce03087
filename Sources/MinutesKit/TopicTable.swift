import JapaneseText
import MinutesModel

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

    init(records: [AnalyzedMeeting], by grouping: Grouping) {
        self.grouping = grouping
        var columns: [String] = []
        var topics: [String: Topic] = [:]
        for record in records {
            let column = Self.column(of: record.meeting, by: grouping)
            if let column, !columns.contains(column) { columns.append(column) }
            var remarks: [String: Set<String>] = [:]
            for finding in record.findings where finding.kind == .topic {
                guard let topic = finding.fields["topic"] else { continue }
                remarks[topic, default: []].insert(finding.remark)
            }
            for (name, said) in remarks {
                var topic = topics[name] ?? Topic(topic: name, remarks: 0, meetings: 0, last: nil, counts: [:])
                topic.remarks += said.count
                topic.meetings += 1
                topic.last = [topic.last, record.meeting.header.date].compactMap(\.self).max()
                if let column { topic.counts[column, default: 0] += said.count }
                topics[name] = topic
            }
        }
        self.columns = columns
        self.topics = topics.values.sorted { ($1.remarks, $0.topic) < ($0.remarks, $1.topic) }
    }

    private static func column(of meeting: Meeting, by grouping: Grouping) -> String? {
        switch grouping {
        case .none: nil
        case .meeting: [meeting.header.date, meeting.header.session].compactMap(\.self).joined(separator: " ")
        case .year:
            meeting.header.date.flatMap(CalendarDate.init(iso:)).map { FiscalYear(containing: $0).japaneseName }
                ?? "年度不明"
        }
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
