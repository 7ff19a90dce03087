import MinutesModel

/// Brings the index of actions up to the archive, once. The caller holds the archive's lock.
///
/// Meetings that changed are read again and written into a new segment; the head, written last, makes all of it the new
/// state. A crash before that leaves the old one, which then says that it is out of date.
package final class ActionIndexWriter {
    /// Bytes after which a segment is written, and up to which segments are put together.
    static let segmentSize = 48 << 20
    static let mergedSize = 128 << 20

    private let archive: Archive
    private let shelf: ReviewShelf
    /// Makes the actions of meetings that are to be put in.
    package let maker: ActionMaker
    private let reviewStamp: FileStamp
    private var store: ActionSegmentStore
    /// Meetings that were put in since it was opened.
    private var fresh: Set<String> = []
    /// What became of decisions about the meetings that were put in.
    package private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter fromScratch: nothing of an old index is kept.
    package init(
        _ archive: Archive, fromScratch: Bool = false, fold: @escaping @Sendable (String) -> String
    ) throws(ArchiveError) {
        self.archive = archive
        reviewStamp = try FileStamp(reading: archive.reviewsFile)
        shelf = try archive.reviewShelf()
        maker = ActionMaker(shelf: shelf, fold: fold)
        try FilePlace.makeFolder(archive.actionsFolder)
        store = ActionSegmentStore(archive, index: fromScratch ? nil : try? ActionIndex(archive))
        diagnostics = shelf.diagnostics
    }

    /// Puts in a meeting whose record is at hand.
    /// - Parameters:
    ///   - version: SHA-256 of the record.
    ///   - prepared: what `maker` made of it.
    package func add(
        _ record: AnalyzedMeeting, version: String, prepared: PreparedActions? = nil
    ) throws(ArchiveError) {
        let adopted = shelf.all.isEmpty ? [] : homelessReviews(adoptedBy: record.id)
        let isMade = prepared?.encoded.meeting.record == version && adopted.isEmpty
        let actions =
            isMade
            ? prepared ?? maker.actions(of: record, version: version)
            : maker.actions(of: record, version: version, adopting: adopted)
        diagnostics += actions.diagnostics
        try put(actions.encoded)
        fresh.insert(record.id)
    }

    private func put(_ actions: EncodedActions) throws(ArchiveError) {
        store.put(actions)
        if store.pendingSize > Self.segmentSize { try store.flush() }
    }

    /// Puts in what else has changed, and makes it the state of the index.
    /// - Parameter catalog: the list of meetings, where it is at hand.
    package func commit(_ catalog: Catalog? = nil) throws(ArchiveError) {
        let file = archive.catalogPath
        let state = store.head.catalog.compare(file)
        let isListed = state != .other && !FilePlace.exists(archive.recordsInUse + "/" + Archive.pendingName)
        let stamp = state == .same ? store.head.catalog : try FileStamp(reading: file)
        var isWhole = true
        if !isListed {
            let catalog = if let catalog { catalog } else { try archive.catalog() }
            let expected = Dictionary(
                catalog.meetings.map { ($0.id, $0.record) }, uniquingKeysWith: { first, _ in first })
            for (id, meeting) in store.live where expected[id] == nil && !meeting.record.isEmpty { store.remove(id) }
            for entry in catalog.meetings where store.live[entry.id]?.record != entry.record {
                isWhole = try addRecord(entry.id, version: entry.record) && isWhole
            }
        }
        for id in try touched().sorted() where !fresh.contains(id) {
            guard let version = store.live[id]?.record, !version.isEmpty else { continue }
            isWhole = try addRecord(id, version: version) && isWhole
        }
        try settleHomeless()
        store.head.rejected = shelf.rejected.items
        // A record that could not be read: the index does not answer for the archive.
        store.head.catalog = isWhole ? stamp : .none
        store.head.reviews = reviewStamp
        try store.commit()
    }

    /// - Returns: `false` for a record that is damaged; `rebuild` makes it again.
    private func addRecord(_ id: String, version: String) throws(ArchiveError) -> Bool {
        let record: AnalyzedMeeting
        do throws(ArchiveError) {
            record = try archive.record(id).analyzed
        } catch {
            switch error {
            case .damaged, .unknownMeeting, .tooNew: return false
            default: throw error
            }
        }
        try add(record, version: version)
        return true
    }

    /// Meetings whose decisions are not those the index was made of.
    private func touched() throws(ArchiveError) -> Set<String> {
        guard reviewStamp.digest != store.head.reviews.digest || reviewStamp.length != store.head.reviews.length else {
            return []
        }
        var names: Set<String>
        if let added = try archive.reviews(behind: store.head.reviews) {
            names = shelf.meetingsChanged(by: added)
        } else {
            // The file was changed, not only continued.
            names = shelf.meetingsChanged(by: shelf.all)
            names.formUnion(store.live.filter(\.value.isDecided).keys)
        }
        return Set(names.compactMap { store.current[$0] })
    }

    // MARK: - decisions about meetings that are not there

    private func homelessReviews(adoptedBy meeting: String) -> [Review] {
        let items = Set(store.head.homeless.filter { $0.value == meeting }.keys)
        return items.isEmpty ? [] : shelf.all.filter { items.contains($0.item) }
    }

    /// A decision about a meeting that is gone follows its sentence to the one meeting that says it too; otherwise its
    /// item stands on the list without a meeting.
    private func settleHomeless() throws(ArchiveError) {
        let gone = Set(shelf.meetings).subtracting(store.current.filter { store.live[$0.value]?.record != "" }.keys)
        for (id, meeting) in store.live where meeting.record.isEmpty && !gone.contains(id) { store.remove(id) }
        let reviews = gone.isEmpty ? [] : shelf.about(gone)
        let before = store.head.homeless
        var homes: [String: String] = [:]
        for item in Set(reviews.map(\.item)) {
            if let home = before[item], home.isEmpty || store.live[home] != nil { homes[item] = home }
        }
        let unknown = reviews.filter { homes[$0.item] == nil }
        if !unknown.isEmpty { homes.merge(try findHomes(of: unknown)) { old, _ in old } }
        store.head.homeless = homes
        let adopting = Set(homes.values).union(before.values).filter { !$0.isEmpty }
        if homes != before {
            for id in adopting.sorted() {
                if let version = store.live[id]?.record { _ = try addRecord(id, version: version) }
            }
        }
        let left = Dictionary(grouping: reviews.filter { homes[$0.item]?.isEmpty == true }, by: \.meeting)
        for (meeting, orphans) in left.sorted(by: { $0.key < $1.key }) {
            let items = ActionList(meetings: [], reviews: [], orphans: orphans).items
            try put(
                EncodedActions(
                    ActionBlock(
                        meeting: meeting, formerIDs: [], title: items.first?.meetingTitle ?? "",
                        date: items.first?.date, record: "", isDecided: true, items: items)))
        }
    }

    /// The one meeting that holds what was decided about; an empty id where none or several do.
    private func findHomes(of reviews: [Review]) throws(ArchiveError) -> [String: String] {
        var found: [String: Set<String>] = [:]
        for id in store.live.keys.sorted() where store.live[id]?.record.isEmpty == false {
            guard let record = try? archive.record(id).analyzed else { continue }
            for review in ReviewReconciliation(reviews, meetings: [record], fold: maker.fold).movedIDs.keys {
                found[review, default: []].insert(id)
            }
        }
        var homes: [String: String] = [:]
        for item in Set(reviews.map(\.item)) {
            homes[item] = found[item].flatMap { $0.count == 1 ? $0.first : nil } ?? ""
        }
        return homes
    }
}
