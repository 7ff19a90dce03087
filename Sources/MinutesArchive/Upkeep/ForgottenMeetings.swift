/// What is to be taken away for good, and the note that it was: ids and hashes, no content.
struct ForgottenMeetings: Codable, Hashable, VersionedFile {
    static let knownFormat = 1

    var format = Self.knownFormat
    /// ISO 8601, UTC.
    var at: String
    var meetings: [String]
    /// SHA-256 of the documents that were taken away: such a file is not imported again by accident.
    var originals: [String]
}

/// `forgetting.json`: stands while meetings are being taken away; whoever writes next completes it.
struct UnfinishedForgetting: Codable, Hashable, VersionedFile {
    static let knownFormat = 1

    var format = Self.knownFormat
    var note: ForgottenMeetings
    /// Ids the meetings have and had.
    var names: [String]
    /// Decided items that are known under another meeting's id by now.
    var items: [String]
}

/// What forgetting a meeting would take away.
package struct ForgetPlan: Sendable {
    /// The meeting that was asked for, then others of the same documents.
    package let meetings: [CatalogEntry]
    package let originals: [StoredOriginal]

    /// Meetings that nobody asked for: their documents hold the other one, too.
    package var others: [CatalogEntry] { Array(meetings.dropFirst()) }
}

extension Archive {
    /// One line for each time meetings were taken away.
    var forgottenFile: String { path + "/forgotten.jsonl" }
    var forgettingFile: String { path + "/forgetting.json" }

    func forgotten() throws(ArchiveError) -> [ForgottenMeetings] {
        guard FilePlace.exists(forgottenFile) else { return [] }
        var found: [ForgottenMeetings] = []
        for line in try FilePlace.bytes(of: forgottenFile).split(separator: 0x0A) {
            // A line that a crash tore was not finished: `forgetting.json` is still there and has it.
            guard ReviewSeal(line) == .good else { continue }
            found.append(
                try ArchiveJSON.decode(versioned: ForgottenMeetings.self, from: Array(line), path: forgottenFile))
        }
        return found
    }

    /// Hashes of documents that were taken away and are not there again.
    package func forgottenOriginals() throws(ArchiveError) -> Set<String> {
        Set(try forgotten().flatMap(\.originals)).filter { !FilePlace.exists(originalFolder($0)) }
    }
}
