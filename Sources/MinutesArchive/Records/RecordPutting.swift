import MinutesModel

/// A record that is about to be put, with what it takes over from the records before it. Nothing is written.
struct RecordPutting {
    /// The record with the ids of its older versions.
    private(set) var record: AnalyzedMeeting
    /// As it is to lie in the archive.
    private(set) var bytes: [UInt8]
    private(set) var digest: String
    private(set) var outcome: PutOutcome
    /// Originals it replaces, the last one first.
    private(set) var supersedes: [StoredOriginal] = []
    private(set) var formers: [CatalogEntry] = []

    /// - Parameter read: gives the record of a former entry, `nil` where it cannot be read: then only ids that did not
    ///   change are found again.
    /// - Parameter encoded: the bytes of `analyzed`, where they are made already.
    init(
        _ analyzed: AnalyzedMeeting, original: StoredOriginal, plan: PutPlan, path: String,
        encoded: EncodedRecord? = nil, read: (CatalogEntry) -> AnalyzedMeeting?
    ) throws(ArchiveError) {
        record = analyzed
        bytes = []
        digest = ""
        outcome = .unchanged
        switch plan {
        case .superseded(let newer):
            outcome = .superseded(by: newer.original)
            return
        case .write(let formers, let isSameDocument):
            self.formers = formers
            if let encoded, encoded.original == original {
                (bytes, digest) = (encoded.bytes, encoded.digest)
            } else {
                try encode(original, path)
            }
            guard let first = formers.first else {
                outcome = .added
                return
            }
            let own = formers.count == 1 && first.id == analyzed.id && isSameDocument ? first : nil
            // Reading the former record again is only needed where it is not the same.
            if own?.record == digest { return }
            var changes: MeetingChanges?
            for former in formers {
                guard let before = read(former) else { continue }
                let next = analyzed.succeeding(before)
                record.formerIDs.add(next.record.formerIDs)
                if changes == nil || former.original != original { changes = next.changes }
            }
            try encode(original, path)
            if own?.record == digest { return }
            for former in formers {
                for older in [former.original] + former.supersedes
                where older.sha256 != original.sha256 && !supersedes.contains(where: { $0.sha256 == older.sha256 }) {
                    supersedes.append(older)
                }
            }
            let told = changes ?? MeetingChanges(unchanged: 0, changes: [])
            let replaced = formers.first { $0.original.sha256 != original.sha256 }
            outcome = replaced.map { .newVersion(replacing: $0.original, told) } ?? .reanalyzed(told)
        }
    }

    private mutating func encode(_ original: StoredOriginal, _ path: String) throws(ArchiveError) {
        bytes = try ArchiveWriter.recordBytes(record, original: original, path: path)
        digest = SHA256.hexDigest(of: bytes)
    }
}
