import JapaneseText
import MinutesSearch

extension Secretariat {
    /// Topics of all meetings, counted, or of those whose title or body holds some words.
    /// - Throws: `ArchiveError`, `SearchIndexError`.
    public func topics(by grouping: TopicTable.Grouping = .none, meeting: String? = nil) throws -> TopicTable {
        TopicTable(try topicCounts(meeting), by: grouping)
    }

    /// Topics that come up together.
    /// - Parameter topic: part of a name: only pairs with such a topic.
    /// - Throws: `ArchiveError`, `SearchIndexError`.
    public func topicPairs(with topic: String? = nil, meeting: String? = nil) throws -> TopicPairs {
        TopicPairs(try topicCounts(meeting), with: topic.map { TextFolding.fold($0) }) { TextFolding.fold($0) }
    }

    /// New and fading topics.
    /// - Throws: `ArchiveError`, `SearchIndexError`.
    public func topicTrends(meeting: String? = nil) throws -> TopicTrends { TopicTrends(try topicCounts(meeting)) }

    private func topicCounts(_ meeting: String?) throws -> TopicCounts {
        let words = meeting.map { TextFolding.fold($0) }
        return try withIndex { try $0.topicCounts(ofMeetings: words) }.answer
    }
}
