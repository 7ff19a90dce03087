/// Something to follow up: a finding of an action kind, with people's decisions on top.
public struct ActionItem: Codable, Hashable, Sendable, Identifiable {
    /// When it is due: the words of the minutes, and the date where they give one.
    public struct Due: Codable, Hashable, Sendable {
        public var text: String
        /// ISO 8601; the last day where the words name a period.
        public var date: String?

        public init(text: String, date: String? = nil) {
            self.text = text
            self.date = date
        }
    }

    /// How the other side answered a request, and in what words.
    public struct Response: Codable, Hashable, Sendable {
        public var stance: ResponseStance
        /// `nil` where nothing was answered.
        public var quote: String?

        public init(stance: ResponseStance, quote: String? = nil) {
            self.stance = stance
            self.quote = quote
        }
    }

    public var id: String
    /// Its ids in older versions of the document.
    public var formerIDs: [String] = []
    public var type: FindingKind
    public var status: ActionStatus
    public var quote: String
    /// A short form of the quote, made of its words.
    public var summary: String
    public var owner: String?
    public var due: Due?
    /// Id of the meeting, and what people call it.
    public var meeting: String
    public var meetingTitle: String
    public var remark: String
    /// Label of the speaker as printed.
    public var speaker: String
    /// Day of the meeting, ISO 8601.
    public var date: String?
    /// First line of the quote in the document, from 1.
    public var line: Int?
    /// Number and title of the agenda item.
    public var agenda: String?
    public var topics: [String]
    /// What the other side said to a request in the same meeting.
    public var response: Response?
    /// The latest note of a reviewer.
    public var note: String?
    /// Whether a person has decided anything about it.
    public var reviewed: Bool

    public init(
        id: String, type: FindingKind, status: ActionStatus = .open, quote: String, summary: String,
        owner: String? = nil, due: Due? = nil, meeting: String, meetingTitle: String, remark: String,
        speaker: String, date: String? = nil, line: Int? = nil, agenda: String? = nil, topics: [String] = [],
        note: String? = nil, reviewed: Bool = false
    ) {
        self.id = id
        self.type = type
        self.status = status
        self.quote = quote
        self.summary = summary
        self.owner = owner
        self.due = due
        self.meeting = meeting
        self.meetingTitle = meetingTitle
        self.remark = remark
        self.speaker = speaker
        self.date = date
        self.line = line
        self.agenda = agenda
        self.topics = topics
        self.note = note
        self.reviewed = reviewed
    }
}
