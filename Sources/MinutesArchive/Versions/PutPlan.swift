import MinutesModel

/// What has to be done to put a record into the archive.
enum PutPlan: Hashable, Sendable {
    /// Another document of the meeting has replaced this one.
    case superseded(by: CatalogEntry)
    /// To be written; `formers` are the records it takes the place of, none for a new meeting.
    case write(formers: [CatalogEntry], isSameDocument: Bool)
}

/// The meetings of an archive, found by what they were made of. A document may hold several.
struct MeetingsByOriginal {
    private(set) var entries: [String: CatalogEntry] = [:]
    /// Meetings whose record was made of an original, and those that have it among their older versions.
    private var current: [String: Set<String>] = [:]
    private var older: [String: Set<String>] = [:]
    /// Meetings of a session, and those whose document had a name.
    private var ofSession: [Session: Set<String>] = [:]
    private var ofName: [String: Set<String>] = [:]

    private struct Session: Hashable {
        var body: String?
        var fiscalYear: String?
        var session: String
    }

    init(_ catalog: Catalog) { for entry in catalog.meetings { set(entry) } }

    mutating func set(_ entry: CatalogEntry) {
        remove(entry.id)
        entries[entry.id] = entry
        current[entry.original.sha256, default: []].insert(entry.id)
        for original in entry.supersedes { older[original.sha256, default: []].insert(entry.id) }
        if let session = Self.session(entry.body, entry.fiscalYear, entry.session) {
            ofSession[session, default: []].insert(entry.id)
        }
        ofName[entry.original.name, default: []].insert(entry.id)
    }

    mutating func remove(_ id: String) {
        guard let entry = entries.removeValue(forKey: id) else { return }
        current[entry.original.sha256]?.remove(id)
        for original in entry.supersedes { older[original.sha256]?.remove(id) }
        if let session = Self.session(entry.body, entry.fiscalYear, entry.session) { ofSession[session]?.remove(id) }
        ofName[entry.original.name]?.remove(id)
    }

    private static func session(_ body: String?, _ fiscalYear: String?, _ session: String?) -> Session? {
        session.map { Session(body: body, fiscalYear: fiscalYear, session: $0) }
    }

    /// Other meetings of the same session or file name with about as many remarks, in the order of a catalog.
    func near(_ analyzed: AnalyzedMeeting, name: String) -> [CatalogEntry] {
        let header = analyzed.meeting.header
        let count = analyzed.meeting.remarks.count
        var ids = ofName[FileName.sanitized(name), default: []]
        if let session = Self.session(header.body, header.fiscalYear, header.session) {
            ids.formUnion(ofSession[session, default: []])
        }
        ids.remove(analyzed.id)
        return ids.compactMap { entries[$0] }
            .filter { abs($0.remarks - count) * 5 <= max($0.remarks, count) }
            .sorted { ($0.date ?? "", $0.id) < ($1.date ?? "", $1.id) }
    }

    /// - Parameters:
    ///   - siblings: ids of all meetings in the document.
    ///   - replaced: a meeting whose header was wrong and whose place the record takes, besides that of its own id.
    ///   - restores: an older document becomes the newest again.
    func plan(
        _ id: String, original digest: String, siblings: Set<String>, replacing replaced: String?, restores: Bool
    ) -> PutPlan {
        let isAlone = siblings.count <= 1
        // A better parser may read another date out of the same document: its old record is no second meeting.
        let stale = isAlone ? current[digest, default: []].subtracting([id]).sorted() : []
        var formers: [CatalogEntry] = []
        for former in [id] + stale + [replaced].compactMap(\.self) {
            if let entry = entries[former], !formers.contains(where: { $0.id == entry.id }) { formers.append(entry) }
        }
        let isSame = formers.contains { $0.original.sha256 == digest }
        let newerIDs = older[digest, default: []]
        let newer = (newerIDs.contains(id) ? id : isAlone ? newerIDs.min() : nil).flatMap { entries[$0] }
        if !isSame, !restores, replaced == nil, let newer { return .superseded(by: newer) }
        if restores, let newer, !formers.contains(where: { $0.id == newer.id }) { formers.append(newer) }
        return .write(formers: formers, isSameDocument: isSame && replaced == nil)
    }
}
