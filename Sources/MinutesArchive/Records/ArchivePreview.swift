import MinutesModel

/// Putting records without writing: what an import would do.
package struct ArchivePreview {
    let archive: Archive?
    private(set) var meetings: MeetingsByOriginal
    /// The record that was put last, with the ids of older versions.
    package private(set) var last: AnalyzedMeeting?
    /// Meetings this preview has put, whose records are not in the archive.
    private var previewed: Set<String> = []

    /// - Parameter archive: `nil` where there is none yet.
    /// - Throws: `ArchiveError` when the list of meetings cannot be read.
    package init(_ archive: Archive?) throws(ArchiveError) {
        self.archive = archive
        meetings = MeetingsByOriginal(try archive?.catalog() ?? Catalog())
    }

    package var catalog: Catalog { Catalog(Array(meetings.entries.values)) }

    /// What `ArchiveWriter.put` would do.
    /// - Parameter reread: gives the record of a meeting that this preview has put before.
    /// - Throws: `ArchiveError.unknownMeeting` for `replaced`.
    package mutating func put(
        _ analyzed: AnalyzedMeeting, original: StoredOriginal, siblings: Set<String> = [],
        replacing replaced: String? = nil, restores: Bool = false, reread: (String) -> AnalyzedMeeting?
    ) throws(ArchiveError) -> PutOutcome {
        if let replaced, replaced != analyzed.id, meetings.entries[replaced] == nil { throw .unknownMeeting(replaced) }
        let plan = meetings.plan(
            analyzed.id, original: original.sha256, siblings: siblings, replacing: replaced, restores: restores)
        var stored = original
        if let known = meetings.entries[analyzed.id]?.original, known.sha256 == original.sha256 { stored = known }
        let putting = try RecordPutting(analyzed, original: stored, plan: plan, path: analyzed.id) { entry in
            previewed.contains(entry.id) ? reread(entry.id) : try? archive?.record(entry.id).analyzed
        }
        last = putting.record
        if case .superseded = putting.outcome { return putting.outcome }
        if putting.outcome == .unchanged { return .unchanged }
        for former in putting.formers { meetings.remove(former.id) }
        meetings.set(
            CatalogEntry(putting.record, original: stored, supersedes: putting.supersedes, record: putting.digest))
        previewed.insert(analyzed.id)
        return putting.outcome
    }
}
