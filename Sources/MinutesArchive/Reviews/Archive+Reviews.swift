import MinutesModel

extension Archive {
    /// People's decisions in the order they were made.
    ///
    /// A line that cannot be read (torn by a crash, damaged, or of a newer program) is reported and stays in the file.
    package func reviews() throws(ArchiveError) -> Parsed<[Review]> { try reviewFile().decisions }

    /// The decisions that were added since a state of the file; `nil` when it was changed otherwise.
    func reviews(behind stamp: FileStamp) throws(ArchiveError) -> [Review]? {
        let bytes = try reviewBytes()
        let length = Int(clamping: stamp.length ?? 0)
        guard length <= bytes.count, length == 0 || SHA256.hexDigest(of: Array(bytes[..<length])) == stamp.digest else {
            return nil
        }
        return reviewFile(Array(bytes[length...])).decisions.value
    }

    /// Where half-written lines go that a crash left at the end of `reviews.jsonl`.
    var tornReviewsFile: String { path + "/reviews.torn" }

    func reviewFile() throws(ArchiveError) -> ReviewFile { reviewFile(try reviewBytes()) }

    private func reviewFile(_ bytes: [UInt8]) -> ReviewFile {
        ReviewFile(bytes, path: reviewsFile, allowsUnsealed: description.format < ArchiveDescription.sealedReviews)
    }

    private func reviewBytes() throws(ArchiveError) -> [UInt8] {
        do {
            return try FilePlace.bytes(of: reviewsFile)
        } catch {
            if case .notFound = error { return [] }
            throw error
        }
    }

    /// Adds decisions, all or none of them; takes the lock for a moment. They are on the disk when the call returns.
    /// - Throws: `ArchiveError.locked` when another program writes.
    package func append(_ reviews: [Review]) throws(ArchiveError) {
        try locked { archive throws(ArchiveError) in try archive.appendLines(reviews) }
    }

    private static let moment = 2.0

    /// Does something while nobody else writes, without a look at the records.
    /// - Parameter body: gets the archive as it is under the lock, of this program's format.
    /// - Throws: `ArchiveError.locked` when another program writes.
    package func locked<Value>(_ body: (Archive) throws(ArchiveError) -> Value) throws(ArchiveError) -> Value {
        // What is done here is done in a moment; so is what another does who came a moment before.
        let lock = try WriterLock(path: lockFile, manner: manner.waiting(atLeast: Self.moment))
        defer { withExtendedLifetime(lock) {} }
        return try body(upgraded())
    }

    /// Adds lines behind whatever stands in the file, after what a crash left half-written there was set aside. Half
    /// of a decision of several lines is no decision: a reader passes over it. The caller holds the lock.
    package func appendLines(_ reviews: [Review]) throws(ArchiveError) {
        guard !reviews.isEmpty else { return }
        var bytes: [UInt8] = []
        for (index, review) in reviews.enumerated() {
            bytes += try ReviewLine(review: review, more: reviews.count - 1 - index).bytes(path: reviewsFile)
        }
        try setTornReviewsAside()
        if try FilePlace.lastByte(of: reviewsFile).map({ $0 != 0x0A }) == true { bytes.insert(0x0A, at: 0) }
        try FilePlace.append(bytes, to: reviewsFile)
    }

    /// Moves what a crash left half-written at the end of the file into `reviews.torn`. The caller holds the lock.
    /// - Returns: whether there was anything.
    @discardableResult
    func setTornReviewsAside() throws(ArchiveError) -> Bool {
        guard try mayBeTorn() else { return false }
        let file = try reviewFile()
        guard !file.torn.isEmpty else { return false }
        // First kept, then cut off: a crash in between leaves it twice, never nowhere.
        try FilePlace.append(Array(file.torn) + [0x0A], to: tornReviewsFile)
        try FilePlace.cut(reviewsFile, to: file.wholeLength)
        return true
    }

    /// A quick look at the last line only: every append needs it.
    private func mayBeTorn() throws(ArchiveError) -> Bool {
        let tail = try FilePlace.tail(of: reviewsFile, count: 16 << 10)
        guard let last = tail.last else { return false }
        guard last == 0x0A, let before = tail.dropLast().lastIndex(of: 0x0A) else { return true }
        let line = tail[(before + 1)...].dropLast()
        guard ReviewSeal(line) == .good else { return true }
        let read = try? ArchiveJSON.decode(versioned: ReviewLine.self, from: Array(line), path: reviewsFile)
        return read.map { $0.more > 0 } ?? true
    }
}
