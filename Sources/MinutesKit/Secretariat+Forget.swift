import MinutesArchive
import MinutesModel

/// What was taken away.
public struct ForgottenReport: Sendable {
    /// Titles, as they were.
    public var meetings: [String]
    /// Number of documents, older versions included.
    public var originals: Int
    /// Number of decisions.
    public var decisions: Int
}

extension Secretariat {
    /// Takes a meeting away for good, as a request for privacy asks: originals in all versions, records, what people
    /// decided with its quotes, and what the indexes hold. A note stays: when, which id, hashes of the documents; such a
    /// document is only imported again when that is asked for (`ImportOptions.restores`).
    ///
    /// A crash in between is completed by whoever writes next. Backups are not reached by this.
    /// - Parameters:
    ///   - word: id of the meeting, or the beginning of it, or its whole title.
    ///   - withOthers: other meetings in the same documents go as well.
    /// - Throws: `RequestProblem.noMeeting`, `.ambiguous`, `.sharesDocument`; `ArchiveError`.
    public func forget(_ word: String, withOthers: Bool = false) throws -> ForgottenReport {
        try archive.write { writer in
            let found = writer.catalog.meetings.filter { $0.id.hasPrefix(word) || $0.title == word }
            guard let entry = found.first, !word.isEmpty else { throw RequestProblem.noMeeting(word) }
            guard found.count == 1 else { throw RequestProblem.ambiguous(word, found.map(\.id)) }
            let plan = try writer.forgetPlan(entry.id)
            if !plan.others.isEmpty, !withOthers {
                throw RequestProblem.sharesDocument(
                    entry.title, document: entry.original.name,
                    others: plan.others.map { [$0.title, $0.date].compactMap(\.self).joined(separator: " ") })
            }
            let before = try archive.reviews().value.count
            try writer.forget(plan)
            try rebuildIndex(writer.catalog)
            _ = try commitActions(writer.catalog, with: actionWriter(fromScratch: true))
            return ForgottenReport(
                meetings: plan.meetings.map(\.title), originals: plan.originals.count,
                decisions: before - (try archive.reviews().value.count))
        }
    }
}
