import MinutesModel

/// What has to be done to put a record into the archive.
enum PutPlan: Hashable, Sendable {
    /// Another document of the meeting has replaced this one.
    case superseded(by: CatalogEntry)
    /// To be written; `formers` are the records it takes the place of, none for a new meeting.
    case write(formers: [CatalogEntry], isSameDocument: Bool)
}

/// The meetings of an archive, found by what they were made of.
struct MeetingsByOriginal {
    private(set) var entries: [String: CatalogEntry] = [:]
    /// Meeting whose record was made of an original, and the one that has it among its older versions.
    private var current: [String: String] = [:]
    private var older: [String: String] = [:]

    init(_ catalog: Catalog) { for entry in catalog.meetings { set(entry) } }

    mutating func set(_ entry: CatalogEntry) {
        remove(entry.id)
        entries[entry.id] = entry
        current[entry.original.sha256] = entry.id
        for original in entry.supersedes { older[original.sha256] = entry.id }
    }

    mutating func remove(_ id: String) {
        guard let entry = entries.removeValue(forKey: id) else { return }
        if current[entry.original.sha256] == id { current[entry.original.sha256] = nil }
        for original in entry.supersedes where older[original.sha256] == id { older[original.sha256] = nil }
    }

    /// - Parameters:
    ///   - replaced: a meeting whose header was wrong and whose place the record takes, besides that of its own id.
    ///   - restores: an older document becomes the newest again.
    func plan(_ id: String, original digest: String, replacing replaced: String?, restores: Bool) -> PutPlan {
        var formers: [CatalogEntry] = []
        // A better parser may read another date out of the same document: its old record is no second meeting.
        for former in [id, current[digest], replaced].compactMap({ $0 }) {
            if let entry = entries[former], !formers.contains(where: { $0.id == entry.id }) { formers.append(entry) }
        }
        let isSame = formers.contains { $0.original.sha256 == digest }
        if !isSame, !restores, replaced == nil, let newer = older[digest].flatMap({ entries[$0] }) {
            return .superseded(by: newer)
        }
        if restores, let newer = older[digest].flatMap({ entries[$0] }),
            !formers.contains(where: { $0.id == newer.id })
        {
            formers.append(newer)
        }
        return .write(formers: formers, isSameDocument: isSame && replaced == nil)
    }
}
