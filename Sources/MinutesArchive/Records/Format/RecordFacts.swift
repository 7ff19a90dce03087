import MinutesModel

/// The small parts of a record, as JSON inside its file.
struct RecordFacts: Codable {
    var schema = AnalyzedMeeting.schema
    /// Where it is not that of the header.
    var id: String?
    var meeting: MeetingHeader
    var agenda: [AgendaItem]
    var topicBoundaries: [TopicBoundary]
    var notes: [Note]
    var diagnostics: [Diagnostic]
    var formerIDs: FormerIDs
    var firstIDs: [String: String]
    var provenance: StoredOriginal

    init(_ record: StoredRecord) {
        let (analyzed, meeting) = (record.analyzed, record.analyzed.meeting)
        id = meeting.id == meeting.header.id ? nil : meeting.id
        self.meeting = meeting.header
        agenda = meeting.agenda
        topicBoundaries = meeting.topicBoundaries
        notes = meeting.notes
        diagnostics = meeting.diagnostics
        formerIDs = analyzed.formerIDs
        firstIDs = analyzed.formerIDs.firstIDs
        provenance = record.provenance
    }

    /// The record they belong to.
    func record(remarks: [Remark], segments: [Segment], findings: [Finding]) -> StoredRecord {
        StoredRecord(
            analyzed: AnalyzedMeeting(
                meeting: Meeting(
                    id: id ?? meeting.id, header: meeting, agenda: agenda, remarks: remarks,
                    topicBoundaries: topicBoundaries, notes: notes, segments: segments, diagnostics: diagnostics),
                findings: findings, formerIDs: FormerIDs(formerIDs.successors, firstIDs: firstIDs)),
            provenance: provenance)
    }
}
