import MinutesModel

extension Archive {
    /// The archive as it is now, brought up to this program's format where it is older. The caller holds the lock.
    ///
    /// Every step leaves a state that the older program reads, and can be done again after a crash; the last one says
    /// in `archive.json` that it is done. Originals are not touched.
    /// - Throws: `ArchiveError.tooNew` when a newer program has been at it since it was opened.
    func upgraded() throws(ArchiveError) -> Archive {
        var now = try Archive.open(at: path)
        now.manner = manner
        guard now.description.format < ArchiveDescription.knownFormat else { return now }
        if now.description.format < ArchiveDescription.sealedReviews { try now.sealReviews() }
        var description = now.description
        description.format = ArchiveDescription.knownFormat
        try FilePlace.put(ArchiveJSON.page(description, path: descriptionFile), at: descriptionFile)
        now = try Archive.open(at: path)
        now.manner = manner
        return now
    }

    /// 1 → 2: every review line that can be read gets a checksum. An older program passes over the field.
    private func sealReviews() throws(ArchiveError) {
        guard FilePlace.exists(reviewsFile) else { return }
        try setTornReviewsAside()
        let file = try reviewFile()
        let sealed = try file.rewritten()
        if sealed != file.bytes { try FilePlace.put(sealed, at: reviewsFile) }
    }
}
