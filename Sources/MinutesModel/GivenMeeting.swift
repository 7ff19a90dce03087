/// One meeting of a document whose format says where it stands and where its turns begin, so that nothing need be
/// inferred: the records of an API, for example.
public struct GivenMeeting: Hashable, Sendable {
    /// Where a turn begins, and what the format says about its speaker.
    public struct Turn: Hashable, Sendable {
        /// First byte of the turn, its mark included; UTF-8 offset into the whole text.
        public var start: Int
        /// The speaker as printed, without the mark.
        public var label: Range<Int>
        /// First byte of what was said.
        public var text: Int
        /// The speaker's name, where the format gives it.
        public var name: String?
        /// The role, where the format gives it beyond doubt; else it is read from the label.
        public var role: Role?
        /// Everything else the format says about the turn; becomes `Remark.fields`.
        public var fields: [String: String]

        public init(
            start: Int, label: Range<Int>, text: Int, name: String? = nil, role: Role? = nil,
            fields: [String: String] = [:]
        ) {
            self.start = start
            self.label = label
            self.text = text
            self.name = name
            self.role = role
            self.fields = fields
        }
    }

    /// The part of the text that is this meeting's; UTF-8 offsets, at line starts.
    public var range: Range<Int>
    /// What the format says about the meeting. It goes before what the text says; what is empty here is read from the text.
    public var header: MeetingHeader
    /// In the order of the text, no two on one line.
    public var turns: [Turn]

    public init(range: Range<Int>, header: MeetingHeader = MeetingHeader(), turns: [Turn]) {
        self.range = range
        self.header = header
        self.turns = turns
    }
}
