import MinutesModel

/// Each meeting as one JSON object in the schema of `parse --format json`, findings included.
///
/// The schema is the full record: it carries names whether or not `withNames` is set, so it is refused without.
public struct MeetingJSONExporter: Exporter {
    public static let id = "json"
    public static let summary = "会議ごとの記録を JSON で書き出します（parse --format json と同じ形）。"

    public init() {}

    public func files(for input: ExportInput) throws -> [ExportFile] {
        guard input.withNames else { throw NamesInRecord() }
        return try input.meetings.map { meeting in
            ExportFile(
                name: meeting.fileStem + ".json", mediaType: "application/json", text: try JSONText.text(of: meeting))
        }
    }

    /// A full record cannot be written without names.
    public struct NamesInRecord: Error, CustomStringConvertible {
        public var description: String {
            "JSON の記録には氏名が含まれます。氏名を除いて渡すときは remarks-csv か minutes-markdown を使ってください。"
        }
    }
}

extension AnalyzedMeeting {
    /// Date and id: sorts by day, unique, safe on every file system.
    var fileStem: String { (meeting.header.date.map { $0 + "-" } ?? "") + id }
}
