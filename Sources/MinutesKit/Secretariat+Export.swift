import Foundation
import MinutesExport
import MinutesModel

extension Secretariat {
    /// Ids of the export formats with what they are, by id.
    public static func exportFormats() throws -> [(id: String, summary: String)] {
        try ExporterRegistry.withBuiltIn().exporters.map { ($0.id, $0.summary) }
    }

    /// One record in one format.
    /// - Throws: `ExporterError.unknown`.
    public static func export(_ record: AnalyzedMeeting, as format: String) throws -> [UInt8] {
        try bytes(ExportInput(meetings: [record]), format)
    }

    /// An action list in one format.
    /// - Parameter grouping: headings of a page, and the order of a table; `nil` leaves the format's own.
    /// - Throws: `ExporterError.unknown`.
    public static func export(
        _ list: ActionList, as format: String, by grouping: ActionGrouping? = nil
    ) throws -> [UInt8] {
        guard let grouping else { return try bytes(ExportInput(meetings: [], actions: list), format) }
        if format == ActionsMarkdownExporter.id {
            return Array(ActionsMarkdownExporter.markdown(list, by: grouping).utf8)
        }
        return try bytes(ExportInput(meetings: [], actions: ActionList(items: grouping.sorted(list.items))), format)
    }

    private static func bytes(_ input: ExportInput, _ format: String) throws -> [UInt8] {
        try ExporterRegistry.withBuiltIn().exporter(format).files(for: input).first?.bytes ?? []
    }

    /// Writes the files of a format into a folder, which is made where there is none.
    /// - Returns: what was written.
    /// - Throws: `ExporterError.unknown`, `FileProblem`, `RequestProblem.noMeeting`.
    public func export(_ format: String, meeting: String? = nil, withNames: Bool = true, to folder: URL) throws -> [URL]
    {
        let exporter = try ExporterRegistry.withBuiltIn().exporter(format)
        let decided = try meeting == nil ? decidedMeetings() : decided(try records(meeting: meeting))
        let files = try exporter.files(
            for: ExportInput(
                meetings: decided.meetings, reviews: decided.reviews, actions: decided.shownList, withNames: withNames))
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw FileProblem.unwritable(folder.path, reason: FileProblem.reason(error))
        }
        return try files.map { file in
            let url = folder.appendingPathComponent(file.name)
            try SourceFile.write(file.bytes, to: url)
            return url
        }
    }
}
