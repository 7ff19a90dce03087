import MinutesModel

/// The order of hits.
public enum SearchSort: String, Codable, Sendable, CaseIterable {
    case relevance
    /// Latest meeting first; in a meeting as it went.
    case newest
    case oldest
    /// By the name of the body, each body's meetings from the first to the last.
    case meeting
}

/// What hits may be put together by.
public enum SearchGrouping: String, Codable, Sendable, CaseIterable {
    case meeting
    /// A hit stands in the group of each of its topics.
    case topic
}

/// What stands beside the text and may be searched as well.
public enum SearchField: String, Codable, Sendable, CaseIterable {
    /// The speaker as printed.
    case label
    /// Number and title of the agenda item, and the plan item under it.
    case agenda
    /// Title and body of the meeting.
    case title
}

/// What the search found.
public struct SearchResults: Codable, Hashable, Sendable {
    /// A word or phrase of the query and the number of remarks it stands in, whatever else the query says.
    public struct Word: Codable, Hashable, Sendable {
        public var text: String
        /// In any spelling and with its synonyms.
        public var total: Int
        /// The other spellings and synonyms that were found.
        public var others: [Spelling] = []
        /// Where the word stands nowhere: words of the index like it that do.
        public var nearest: [NearWord] = []
    }

    /// Hits that belong together.
    public struct Group: Codable, Hashable, Sendable {
        /// The id of a meeting, or a topic; empty for hits without a topic.
        public var id: String
        public var name: String
        /// Day of the meeting.
        public var date: String?
        /// Number of its hits, exact.
        public var total: Int
        /// The first of them in the order asked for.
        public var hits: [SearchHit]
    }

    /// What is looked for besides a word, and the number of remarks it stands in.
    public struct Spelling: Codable, Hashable, Sendable {
        public var text: String
        /// From the archive's synonyms; else another way to write the word.
        public var isSynonym: Bool
        public var total: Int
    }

    /// A word of the index that is like one of the query.
    public struct NearWord: Codable, Hashable, Sendable {
        public var text: String
        public var total: Int
    }

    /// Number of remarks for which the query holds, exact.
    public var total: Int
    public var hits: [SearchHit]
    /// The words looked for (not those taken out), in the order of the query.
    public var words: [Word]
    /// Counts of the whole result, where they were asked for.
    public var facets: SearchFacets?
    /// The groups of the page, where they were asked for.
    public var groups: [Group]?
    /// Number of groups.
    public var groupTotal: Int?
}

/// A remark that was found.
public struct SearchHit: Codable, Hashable, Sendable {
    /// The question to a hit, or the answer.
    public struct Companion: Codable, Hashable, Sendable {
        public var remark: String
        public var role: Role
        /// The speaker as printed.
        public var label: String
        public var snippet: String
        /// UTF-8 ranges in `snippet`.
        public var highlights: [TextRange]
    }

    /// A spelling or synonym that was found in place of a word.
    public struct Substitution: Codable, Hashable, Sendable {
        /// As it was typed.
        public var word: String
        public var found: String
        public var isSynonym: Bool
    }

    /// Id of the meeting, and what people call it.
    public var meeting: String
    public var meetingTitle: String
    public var remark: String
    /// Place in the meeting, from 1.
    public var order: Int
    /// Line of the document, from 1.
    public var line: Int
    /// Day of the meeting, ISO 8601.
    public var date: String?
    public var role: Role
    /// The speaker as printed.
    public var label: String
    /// Number and title of the agenda item.
    public var agenda: String?
    /// The plan item being discussed under it, where the minutes name one.
    public var topicBoundary: String?
    /// A part of the text around the words, line breaks as blanks, `…` where a sentence is cut.
    public var snippet: String
    /// The part of the remark's text it shows, in UTF-8 bytes.
    public var range: TextRange
    /// Where the words stand: UTF-8 ranges in `snippet`.
    public var highlights: [TextRange]
    /// Places in its text where words of the query stand.
    public var occurrences: Int
    /// The words of the query that stand in its text, in any spelling.
    public var words: [String]
    /// Spellings and synonyms that stand in its text in place of a word of the query.
    public var substitutions: [Substitution]
    /// Four decimals; 0 when the query has no words.
    public var score: Double
    public var topics: [String]
    /// The first remark that answers it.
    public var answer: Companion?
    /// Number of remarks that answer it.
    public var answers: Int
    /// The remark it answers.
    public var question: Companion?
}
