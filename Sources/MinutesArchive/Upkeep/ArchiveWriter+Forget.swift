import Foundation
import MinutesModel

extension ArchiveWriter {
    /// What it takes to forget a meeting: its documents in all versions, and every other meeting in one of them.
    /// - Throws: `ArchiveError.unknownMeeting`.
    package func forgetPlan(_ id: String) throws(ArchiveError) -> ForgetPlan {
        guard let entry = entry(id) else { throw .unknownMeeting(id) }
        var meetings = [entry]
        var originals = [entry.original] + entry.supersedes
        var isGrowing = true
        while isGrowing {
            let digests = Set(originals.map(\.sha256))
            let further = catalog.meetings.filter { other in
                !meetings.contains { $0.id == other.id }
                    && ([other.original] + other.supersedes).contains { digests.contains($0.sha256) }
            }
            isGrowing = !further.isEmpty
            meetings += further
            for original in further.flatMap({ [$0.original] + $0.supersedes })
            where !originals.contains(where: { $0.sha256 == original.sha256 }) {
                originals.append(original)
            }
        }
        return ForgetPlan(meetings: meetings, originals: originals)
    }

    /// Takes meetings away for good: originals, records, decisions and their quotes, and the indexes, which have to be
    /// made anew. A note stays (`forgotten.jsonl`): when, which ids, hashes of the documents.
    ///
    /// A crash in between is completed by the next writer. What backups and the disk's own history hold is beyond this.
    package func forget(_ plan: ForgetPlan) throws(ArchiveError) {
        try commit()
        var names: Set<String> = []
        var quotes: Set<String> = []
        var texts: [String] = []
        for entry in plan.meetings {
            names.insert(entry.id)
            guard let record = try? record(entry.id).analyzed else { continue }
            names.formUnion(record.formerIDs.successors.keys.filter { $0.hasPrefix("m") })
            quotes.formUnion(record.findings.map(\.quote))
            texts += record.meeting.remarks.map(\.text)
        }
        let known = Set(catalog.meetings.map(\.id)).union(names)
        // Decisions about a meeting that is gone, whose words one of these says: they would lead back to it.
        let homeless = try archive.reviews().value.filter { review in
            !known.contains(review.meeting)
                && (quotes.contains(review.quote) || texts.contains { $0.contains(review.quote) })
        }
        let work = UnfinishedForgetting(
            note: ForgottenMeetings(
                at: Date().formatted(.iso8601), meetings: plan.meetings.map(\.id),
                originals: plan.originals.map(\.sha256)),
            names: names.sorted(), items: Set(homeless.map(\.item)).sorted())
        try FilePlace.put(
            ArchiveJSON.page(work, path: archive.forgettingFile), at: archive.forgettingFile)
        try complete(work)
    }

    /// Whether a document was taken away and nobody has put it back.
    /// - Parameter digest: its SHA-256.
    package func isForgotten(_ digest: String) throws(ArchiveError) -> Bool {
        guard FilePlace.exists(archive.forgottenFile) else { return false }
        return try archive.forgottenOriginals().contains(digest)
    }

    /// Completes what a crash interrupted.
    func completeForgetting() throws(ArchiveError) {
        guard FilePlace.exists(archive.forgettingFile) else { return }
        let file = archive.forgettingFile
        try complete(
            ArchiveJSON.decode(versioned: UnfinishedForgetting.self, from: FilePlace.bytes(of: file), path: file))
    }

    /// Every step can be done again.
    private func complete(_ work: UnfinishedForgetting) throws(ArchiveError) {
        let ids = Set(work.note.meetings)
        try takeOut(ids)
        for digest in work.note.originals where FileName.isDigest(digest) {
            try FilePlace.remove(archive.originalFolder(digest))
        }
        try FilePlace.flush(folder: archive.originalsFolder)
        try forgetReviews(of: work)
        try forgetLayouts(of: ids)
        for folder in [archive.indexFolder, archive.actionsFolder] where FilePlace.exists(folder) {
            for name in try FilePlace.names(in: folder) { try FilePlace.remove(folder + "/" + name) }
            try FilePlace.flush(folder: folder)
        }
        if try !archive.forgotten().contains(work.note) {
            let line = ReviewSeal.sealed(try ArchiveJSON.line(work.note, path: archive.forgottenFile)) + [0x0A]
            let isTorn = try FilePlace.lastByte(of: archive.forgottenFile).map { $0 != 0x0A } ?? false
            try FilePlace.append((isTorn ? [0x0A] : []) + line, to: archive.forgottenFile)
        }
        try FilePlace.remove(archive.forgettingFile)
        try FilePlace.flush(folder: archive.path)
    }

    private func forgetReviews(of work: UnfinishedForgetting) throws(ArchiveError) {
        // Fragments may hold quotes; nobody can say whose.
        try FilePlace.remove(archive.tornReviewsFile)
        guard FilePlace.exists(archive.reviewsFile) else { return }
        let (names, items) = (Set(work.names), Set(work.items))
        let file = try archive.reviewFile()
        let kept = try file.rewritten(unreadable: { line in !names.contains { line.contains($0) } }) { review in
            if names.contains(review.meeting) || items.contains(review.item) { return nil }
            var review = review
            // What was merged into an item that is gone stands for itself again.
            if let target = review.mergedInto, names.contains(target.meeting) { review.mergedInto = nil }
            return review
        }
        if kept != file.bytes { try FilePlace.put(kept, at: archive.reviewsFile) }
    }

    private func forgetLayouts(of ids: Set<String>) throws(ArchiveError) {
        let found = archive.foundLayouts()
        let kept = found.filter { !ids.contains($0.value.meeting) }
        if kept.count != found.count { try put(foundLayouts: kept) }
    }
}
