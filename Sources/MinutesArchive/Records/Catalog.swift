import MinutesModel

/// `records/catalog`: what a list of meetings shows, without reading the records.
package struct Catalog: Codable, Hashable, Sendable {
    package static let knownFormat = 1

    var format = Self.knownFormat
    /// By date, then id; meetings without a date first.
    package private(set) var meetings: [CatalogEntry]

    package init(_ meetings: [CatalogEntry] = []) {
        self.meetings = meetings.sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
    }

    package subscript(id: String) -> CatalogEntry? { meetings.first { $0.id == id } }

    /// Meetings whose current record was derived from these bytes.
    package func entries(original digest: String) -> [CatalogEntry] {
        meetings.filter { $0.original.sha256 == digest }
    }
}

/// One meeting in the catalog.
public struct CatalogEntry: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    /// ISO 8601
    public var date: String?
    /// What people call it.
    public var title: String
    public var body: String?
    public var fiscalYear: String?
    public var session: String?
    /// Number of remarks.
    public var remarks: Int
    /// Number of findings by kind.
    public var findings: [String: Int]
    /// Number of the parser's diagnostics that are warnings or errors.
    public var warnings: Int
    /// The document the record was derived from.
    public var original: StoredOriginal
    /// Older documents of the same meeting, the last one first.
    public var supersedes: [StoredOriginal]
    /// SHA-256 of the record file; changes when anything in the record changes.
    public var record: String

    init(_ analyzed: AnalyzedMeeting, original: StoredOriginal, supersedes: [StoredOriginal], record: String) {
        let header = analyzed.meeting.header
        id = analyzed.id
        date = header.date
        title = header.displayTitle
        body = header.body
        fiscalYear = header.fiscalYear
        session = header.session
        remarks = analyzed.meeting.remarks.count
        findings = analyzed.findings.reduce(into: [:]) { $0[$1.kind.rawValue, default: 0] += 1 }
        warnings = analyzed.meeting.diagnostics.count { $0.severity != .note }
        self.original = original
        self.supersedes = supersedes
        self.record = record
    }
}

extension Catalog: VersionedFile {}
