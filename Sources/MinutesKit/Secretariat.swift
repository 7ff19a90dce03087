import Foundation
import JapaneseText
import MinutesArchive
import MinutesModel

/// A secretariat's work on its archive: import, read, search, follow up, draft. The one public API.
///
/// Reading never blocks anybody; writing takes the archive's lock for as long as it lasts.
public struct Secretariat: Sendable {
    private(set) var archive: Archive
    /// The caller's, or else the built-in one, which is made when it is first needed: a list or a search needs none.
    private let given: MinutesProcessor?

    /// - Throws: `AnalysisSetupError` when the analyzers cannot be brought into an order.
    var processor: MinutesProcessor {
        get throws { try given ?? MinutesProcessor() }
    }

    private init(archive: Archive, given: MinutesProcessor?) {
        self.archive = archive
        self.given = given
    }

    /// Makes an archive in an empty or new folder.
    /// - Throws: `ArchiveError`.
    public static func create(
        at url: URL, name: String? = nil, processor: MinutesProcessor? = nil
    ) throws -> Secretariat {
        let archive = try Archive.create(at: url.path, name: name ?? url.standardizedFileURL.lastPathComponent)
        return Secretariat(archive: archive, given: processor)
    }

    /// - Throws: `ArchiveError` when there is none, or it is damaged or of a newer version.
    public static func open(at url: URL, processor: MinutesProcessor? = nil) throws -> Secretariat {
        Secretariat(archive: try Archive.open(at: url.path), given: processor)
    }

    /// Opens the archive, or makes it where there is none.
    /// - Throws: `ArchiveError`.
    public static func openOrCreate(at url: URL, processor: MinutesProcessor? = nil) throws -> Secretariat {
        Archive.exists(at: url.path)
            ? try open(at: url, processor: processor) : try create(at: url, processor: processor)
    }

    /// The same archive, written to in another manner: what the lock tells others, how long it waits for them.
    public func writing(_ manner: WritingManner) -> Secretariat {
        var copy = self
        copy.archive.manner = manner
        return copy
    }

    /// The archive's folder.
    public var folder: URL { URL(fileURLWithPath: archive.path, isDirectory: true) }

    /// All meetings, by date.
    /// - Throws: `ArchiveError`.
    public func meetings() throws -> [MeetingSummary] { try archive.catalog().meetings.map(MeetingSummary.init) }

    /// All records, by date.
    /// - Throws: `ArchiveError` when one cannot be read; `rebuild` makes it again.
    public func records() throws -> [AnalyzedMeeting] {
        try archive.consistently { try records(of: archive.catalog().meetings.map(\.id)) }
    }

    func records(of ids: [String]) throws -> [AnalyzedMeeting] { try ids.map { try archive.record($0).analyzed } }

    /// Records of the meetings a word names (beginning of the id or part of the title) between two days, inclusive.
    /// - Throws: `RequestProblem.noMeeting` when the word names none.
    func records(meeting word: String?, from: String? = nil, to: String? = nil) throws -> [AnalyzedMeeting] {
        try archive.consistently { try recordsNow(meeting: word, from: from, to: to) }
    }

    private func recordsNow(meeting word: String?, from: String?, to: String?) throws -> [AnalyzedMeeting] {
        let named = try archive.catalog().meetings.filter { entry in
            word.map { ActionFilter.names($0, id: entry.id, title: entry.title) } ?? true
        }
        if let word, named.isEmpty { throw RequestProblem.noMeeting(word) }
        let wanted = named.filter { entry in
            (from.map { entry.date.map { [from = $0] date in date >= from } ?? false } ?? true)
                && (to.map { entry.date.map { [to = $0] date in date <= to } ?? false } ?? true)
        }
        return try records(of: wanted.map(\.id))
    }

    /// A meeting or remark by its id or the beginning of it; the id of a finding gives its remark. An id of an older
    /// version of a document leads to what it is now.
    /// - Throws: `RequestProblem.noSuchThing`, `.ambiguous`, `.removed`.
    public func find(_ id: String) throws -> (record: AnalyzedMeeting, remark: Remark?) {
        try archive.consistently { try findNow(id) }
    }

    private func findNow(_ id: String) throws -> (record: AnalyzedMeeting, remark: Remark?) {
        let catalog = try archive.catalog().meetings
        let meetings = catalog.filter { $0.id.hasPrefix(id) }
        if meetings.count == 1 { return (try archive.record(meetings[0].id).analyzed, nil) }
        if meetings.count > 1 { throw RequestProblem.ambiguous(id, meetings.map(\.id)) }
        if let remark = try remark(id, among: catalog) { return remark }
        var found: [(AnalyzedMeeting, Remark)] = []
        var former: [(record: AnalyzedMeeting, id: String)] = []
        for entry in catalog {
            let record = try archive.record(entry.id).analyzed
            let byFinding = Set(record.findings.filter { $0.id.hasPrefix(id) }.map(\.remark))
            found += record.meeting.remarks.filter { $0.id.hasPrefix(id) || byFinding.contains($0.id) }
                .map { (record, $0) }
            former += record.formerIDs.ids(from: id).map { (record, $0) }
        }
        if let first = found.first {
            guard found.count == 1 else { throw RequestProblem.ambiguous(id, found.map(\.1.id)) }
            return first
        }
        guard let first = former.first else { throw RequestProblem.noSuchThing(id) }
        guard former.count == 1 else { throw RequestProblem.ambiguous(id, former.map(\.id)) }
        return try now(first.id, in: first.record)
    }

    /// A remark by its id or the beginning of it: of the records only what holds the ids is read.
    /// - Returns: `nil` where no remark of today has such an id.
    private func remark(
        _ id: String, among catalog: [CatalogEntry]
    ) throws -> (record: AnalyzedMeeting, remark: Remark?)? {
        guard id.hasPrefix("r"), id.utf8.count > 1 else { return nil }
        var found: [(meeting: String, place: Int)] = []
        for entry in catalog {
            for place in try archive.texts(of: entry.id).places(ofID: id) { found.append((entry.id, place)) }
            guard found.count < 100 else { break }
        }
        guard let first = found.first else { return nil }
        guard found.count == 1 else {
            let ids = try found.map { try archive.record($0.meeting).analyzed.meeting.remarks[$0.place].id }
            throw RequestProblem.ambiguous(id, ids)
        }
        let record = try archive.record(first.meeting).analyzed
        return (record, record.meeting.remarks[first.place])
    }

    /// What an id of an older version is now.
    private func now(_ former: String, in record: AnalyzedMeeting) throws -> (record: AnalyzedMeeting, remark: Remark?)
    {
        guard let id = record.formerIDs.current(former) else {
            let versions = try archive.catalog()[record.id]?.supersedes.map(\.name) ?? []
            throw RequestProblem.removed(former, meeting: record.meeting.header.displayTitle, versions: versions)
        }
        let remark = record.findings.first { $0.id == id }?.remark ?? id
        return (record, record.meeting.remarks.first { $0.id == remark })
    }
}

extension FormerIDs {
    /// Old ids that begin with a word, sorted; the whole id alone where there is one.
    public func ids(from word: String) -> [String] {
        self[word] != nil ? [word] : successors.keys.filter { $0.hasPrefix(word) }.sorted()
    }
}

/// A line of the list of meetings.
public struct MeetingSummary: Codable, Sendable {
    public var id: String
    public var date: String?
    public var title: String
    public var remarks: Int
    /// Findings of the action kinds.
    public var actions: Int
    /// Warnings and errors of the parser.
    public var warnings: Int
    /// Name of the document it came from.
    public var fileName: String
    /// Number of documents of this meeting, older versions included.
    public var versions: Int

    init(_ entry: CatalogEntry) {
        id = entry.id
        date = entry.date
        title = entry.title
        remarks = entry.remarks
        actions = FindingKind.actions.reduce(0) { $0 + (entry.findings[$1.rawValue] ?? 0) }
        warnings = entry.warnings
        fileName = entry.original.name
        versions = 1 + entry.supersedes.count
    }
}
