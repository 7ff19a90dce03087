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

    /// What another item said that a person merged into this one.
    public struct Merged: Codable, Hashable, Sendable {
        public var item: String
        public var quote: String
        public var meeting: String
        public var remark: String
        public var meetingTitle: String?
        public var date: String?
        public var speaker: String?
        public var line: Int?

        public init(
            item: String, quote: String, meeting: String, remark: String, meetingTitle: String? = nil,
            date: String? = nil, speaker: String? = nil, line: Int? = nil
        ) {
            self.item = item
            self.quote = quote
            self.meeting = meeting
            self.remark = remark
            self.meetingTitle = meetingTitle
            self.date = date
            self.speaker = speaker
            self.line = line
        }
    }

    public var id: String
    /// Its ids in older versions of the document.
    public var formerIDs: [String] = []
    /// Its id in the first version of the document that had it: the same however often the remark is corrected.
    public var firstID: String
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
    public var verdict: ReviewVerdict = .pending
    /// Who decided last, and when.
    public var reviewedBy: String?
    public var reviewedAt: String?
    /// Number of decisions that hold.
    public var decisions = 0
    /// Put on the list by a person.
    public var isAdded = false
    /// A person decided about it, and the minutes say it no longer.
    public var isMissing = false
    /// The short form is a person's.
    public var isReworded = false
    /// The item it is a part of.
    public var splitFrom: String?
    public var merged: [Merged] = []
    /// How it is put.
    public var expression: ActionExpression?
    /// Nobody has looked at it, and a person rejected something put alike: the id of that.
    public var likeRejected: String?

    public init(
        id: String, type: FindingKind, status: ActionStatus = .open, quote: String, summary: String,
        owner: String? = nil, due: Due? = nil, meeting: String, meetingTitle: String, remark: String,
        speaker: String, date: String? = nil, line: Int? = nil, agenda: String? = nil, topics: [String] = [],
        note: String? = nil, reviewed: Bool = false
    ) {
        self.id = id
        firstID = id
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

extension ActionItem {
    /// Lays one decision over the item.
    public mutating func apply(_ review: Review) {
        // What was seen first stays: a better analyzer does not change what people have looked at.
        if let seen = review.seen, !reviewed {
            summary = seen.summary
            owner = seen.owner
            due = seen.due
        }
        reviewed = true
        decisions += 1
        reviewedBy = review.by
        reviewedAt = review.at
        switch review.verdict {
        case .rejected?: verdict = .rejected
        case .accepted?: verdict = .accepted
        case .reset?, nil: if verdict == .pending { verdict = .accepted }
        }
        if let type = review.type { self.type = type }
        if let summary = review.summary, !summary.isEmpty {
            self.summary = summary
            isReworded = true
        }
        if let status = review.status { self.status = status }
        if let owner = review.owner { self.owner = owner.isEmpty ? nil : owner }
        if let due = review.due { self.due = due.isEmpty ? nil : Due(text: due, date: due.isISODate ? due : nil) }
        if let note = review.note { self.note = note.isEmpty ? nil : note }
        if review.added == true { isAdded = true }
        if let whole = review.splitFrom { splitFrom = whole }
    }

    /// What people see in a list where nobody has looked at it yet: 未確認, 確認済み, 以前に除外した表現, ….
    public var reviewName: String {
        if isMissing { return verdict.japaneseName + "（原文に見当たらない）" }
        return likeRejected == nil ? verdict.japaneseName : "以前に除外した表現"
    }
}

extension String {
    /// Whether it has the shape `2024-02-21`.
    fileprivate var isISODate: Bool {
        let bytes = Array(utf8)
        guard bytes.count == 10, bytes[4] == 0x2d, bytes[7] == 0x2d else { return false }
        return bytes.enumerated().allSatisfy { $0.offset == 4 || $0.offset == 7 || (0x30...0x39).contains($0.element) }
    }
}
