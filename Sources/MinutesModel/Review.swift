/// A decision of a person about a finding. Reviews are append-only and the only thing that cannot be derived again.
public struct Review: Codable, Hashable, Sendable {
    /// What is decided about the finding as such.
    public enum Verdict: String, Codable, Hashable, Sendable {
        case accepted, rejected
        /// Everything decided about it before is taken back.
        case reset
    }

    /// What the list said when the decision was made. It stays in the list whatever the analyzers say later, and
    /// shows where they say something else.
    public struct Seen: Codable, Hashable, Sendable {
        public var summary: String
        public var owner: String?
        public var due: ActionItem.Due?
        /// Where it was said, for a reader of the file.
        public var meetingTitle: String?
        public var date: String?
        public var speaker: String?
        public var line: Int?

        public init(
            summary: String, owner: String? = nil, due: ActionItem.Due? = nil, meetingTitle: String? = nil,
            date: String? = nil, speaker: String? = nil, line: Int? = nil
        ) {
            self.summary = summary
            self.owner = owner
            self.due = due
            self.meetingTitle = meetingTitle
            self.date = date
            self.speaker = speaker
            self.line = line
        }
    }

    /// Id of the finding.
    public var item: String
    /// When, ISO 8601 with zone.
    public var at: String
    /// Who, as they gave it.
    public var by: String?
    public var status: ActionStatus?
    /// A new owner; an empty string takes the owner away.
    public var owner: String?
    /// A new due date as words or ISO date; an empty string takes it away.
    public var due: String?
    public var note: String?
    /// What the finding said when the decision was made, so that the decision can be read, and found again,
    /// when the document changes.
    public var quote: String
    public var meeting: String
    public var remark: String
    public var kind: FindingKind
    /// `nil`: only fields are decided.
    public var verdict: Verdict?
    /// A new short form.
    public var summary: String?
    /// Another kind than the analyzer's.
    public var type: FindingKind?
    /// The item this one is part of from now on.
    public var mergedInto: ActionReference?
    /// Parts of it, items of their own, stand in its place.
    public var split: Bool?
    /// Put on the list by hand: no analyzer made it. Its quote stands in its remark.
    public var added: Bool?
    /// Added as a part of this item.
    public var splitFrom: String?
    /// What the analyzers said then; `nil` for what was added by hand.
    public var seen: Seen?
    /// How it was put, where the verdict teaches something about others put alike.
    public var expression: ActionExpression?

    public init(
        item: String, at: String, by: String? = nil, status: ActionStatus? = nil, owner: String? = nil,
        due: String? = nil, note: String? = nil, quote: String, meeting: String, remark: String, kind: FindingKind,
        verdict: Verdict? = nil
    ) {
        self.item = item
        self.at = at
        self.by = by
        self.status = status
        self.owner = owner
        self.due = due
        self.note = note
        self.quote = quote
        self.meeting = meeting
        self.remark = remark
        self.kind = kind
        self.verdict = verdict
    }

    /// Whether it says anything that programs before verdicts would pass over.
    package var needsVerdicts: Bool {
        verdict != nil || summary != nil || type != nil || mergedInto != nil || split != nil || added != nil
    }
}

/// Where an action stands.
public enum ActionStatus: String, Codable, Hashable, Sendable, CaseIterable {
    case open, done, dropped

    public var japaneseName: String {
        switch self {
        case .open: "未了"
        case .done: "完了"
        case .dropped: "取下げ"
        }
    }
}
