/// Gives the texts of remarks. The index holds none: they stand once in the archive, in its records.
package protocol RemarkTexts: Sendable {
    /// The text of each remark asked for, UTF-8 as it stands in the record; `nil` where the meeting has gone or is there
    /// in another version by now.
    ///
    /// All that are needed for a page are asked for at once, so that a record is opened once.
    func texts(of remarks: [RemarkReference]) throws -> [[UInt8]?]
}

/// Names a remark in the archive.
package struct RemarkReference: Hashable, Sendable {
    /// Id of the meeting.
    package var meeting: String
    /// The version of its record that was indexed, as given to `SearchIndexWriter.add`.
    package var version: String
    /// Place in the record's remarks, from 0.
    package var place: Int
    /// Id of the remark.
    package var id: String

    package init(meeting: String, version: String, place: Int, id: String) {
        self.meeting = meeting
        self.version = version
        self.place = place
        self.id = id
    }
}
