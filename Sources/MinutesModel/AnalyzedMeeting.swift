/// A meeting with what the analyzers found. Its JSON is the schema other programs hold on to.
public struct AnalyzedMeeting: Hashable, Sendable, Identifiable {
    /// Version of the JSON form.
    public static let schema = 1

    public var meeting: Meeting
    /// Ordered by remark, then place in it, then kind.
    public var findings: [Finding]
    /// Ids of older versions of the document; empty unless it comes from an archive that has some.
    public var formerIDs: FormerIDs

    public var id: String { meeting.id }

    public init(meeting: Meeting, findings: [Finding] = [], formerIDs: FormerIDs = FormerIDs()) {
        self.meeting = meeting
        self.findings = findings
        self.formerIDs = formerIDs
    }
}

extension AnalyzedMeeting: Codable {
    private enum Key: String, CodingKey {
        case schema, meeting, agenda, remarks, topicBoundaries, notes, segments, findings, diagnostics
        case formerIDs = "formerIds"
        case firstIDs = "firstIds"
    }

    /// - Throws: `DecodingError` when the schema is newer than this program or a field is missing.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let schema = try values.decode(Int.self, forKey: .schema)
        guard schema <= Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: values,
                debugDescription: "schema \(schema) is newer than this program knows (\(Self.schema))")
        }
        let header = try values.decode(MeetingHeader.self, forKey: .meeting)
        meeting = Meeting(
            id: header.id,
            header: header,
            agenda: try values.decode([AgendaItem].self, forKey: .agenda),
            remarks: try values.decode([Remark].self, forKey: .remarks),
            topicBoundaries: try values.decodeIfPresent([TopicBoundary].self, forKey: .topicBoundaries) ?? [],
            notes: try values.decode([Note].self, forKey: .notes),
            segments: try values.decodeIfPresent([Segment].self, forKey: .segments) ?? [],
            diagnostics: try values.decode([Diagnostic].self, forKey: .diagnostics))
        findings = try values.decode([Finding].self, forKey: .findings)
        let former = try values.decodeIfPresent(FormerIDs.self, forKey: .formerIDs) ?? FormerIDs()
        let first = try values.decodeIfPresent([String: String].self, forKey: .firstIDs) ?? [:]
        formerIDs = FormerIDs(former.successors, firstIDs: first)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(Self.schema, forKey: .schema)
        try values.encode(meeting.header, forKey: .meeting)
        try values.encode(meeting.agenda, forKey: .agenda)
        try values.encode(meeting.remarks, forKey: .remarks)
        try values.encode(meeting.topicBoundaries, forKey: .topicBoundaries)
        try values.encode(meeting.notes, forKey: .notes)
        try values.encode(meeting.segments, forKey: .segments)
        try values.encode(findings, forKey: .findings)
        try values.encode(meeting.diagnostics, forKey: .diagnostics)
        try values.encode(formerIDs, forKey: .formerIDs)
        if !formerIDs.firstIDs.isEmpty { try values.encode(formerIDs.firstIDs, forKey: .firstIDs) }
    }
}
