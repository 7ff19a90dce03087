/// The record of one meeting: what the parser makes of a document and every analyzer reads.
public struct Meeting: Hashable, Sendable, Identifiable {
    public var id: String
    public var header: MeetingHeader
    public var agenda: [AgendaItem]
    public var remarks: [Remark]
    public var topicBoundaries: [TopicBoundary]
    public var notes: [Note]
    /// The whole decoded text, cut without gap or overlap.
    public var segments: [Segment]
    public var diagnostics: [Diagnostic]

    public init(
        id: String, header: MeetingHeader, agenda: [AgendaItem] = [], remarks: [Remark] = [],
        topicBoundaries: [TopicBoundary] = [], notes: [Note] = [], segments: [Segment] = [],
        diagnostics: [Diagnostic] = []
    ) {
        self.id = id
        self.header = header
        self.agenda = agenda
        self.remarks = remarks
        self.topicBoundaries = topicBoundaries
        self.notes = notes
        self.segments = segments
        self.diagnostics = diagnostics
    }
}

/// A note inside the proceedings that nobody said: `（午後６時半 開会）`, `〔「異議なし」と呼ぶ者あり〕`.
public struct Note: Codable, Hashable, Sendable {
    public var text: String
    public var span: SourceSpan

    public init(text: String, span: SourceSpan) {
        self.text = text
        self.span = span
    }
}

/// A stretch of the decoded text and what it is. Segments of a meeting touch and cover the text.
public struct Segment: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case header, agenda, remark, note
        /// Page numbers, running headers, addresses of a printed page, rules, blank lines.
        case furniture
        /// What the parser could not place; each comes with a diagnostic.
        case unknown
    }

    public var kind: Kind
    /// UTF-8 offsets into the decoded text.
    public var start: Int
    public var end: Int

    public init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        self.start = start
        self.end = end
    }
}
