/// A meeting with what the analyzers found. Its JSON is the schema other programs hold on to.
public struct AnalyzedMeeting: Hashable, Sendable, Identifiable {
    /// Version of the JSON form.
    public static let schema = 1

    public var meeting: Meeting
    /// Ordered by remark, then place in it, then kind.
    public var findings: [Finding]

    public var id: String { meeting.id }

    public init(meeting: Meeting, findings: [Finding] = []) {
        self.meeting = meeting
        self.findings = findings
    }
}

extension AnalyzedMeeting: Codable {
    private enum Key: String, CodingKey {
        case schema, meeting, agenda, remarks, topicBoundaries, notes, segments, findings, diagnostics
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
    }
}
