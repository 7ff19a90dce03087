import MinutesModel

extension Archive {
    /// People's decisions in the order they were made.
    ///
    /// A line that cannot be read (torn by a crash, damaged, or of a newer program) is reported and stays in the file.
    package func reviews() throws(ArchiveError) -> Parsed<[Review]> { reviews(in: try reviewBytes()) }

    /// The decisions that were added since a state of the file; `nil` when it was changed otherwise.
    func reviews(behind stamp: FileStamp) throws(ArchiveError) -> [Review]? {
        let bytes = try reviewBytes()
        let length = Int(clamping: stamp.length ?? 0)
        guard length <= bytes.count, length == 0 || SHA256.hexDigest(of: Array(bytes[..<length])) == stamp.digest else {
            return nil
        }
        return reviews(in: Array(bytes[length...])).value
    }

    private func reviewBytes() throws(ArchiveError) -> [UInt8] {
        do {
            return try FilePlace.bytes(of: reviewsFile)
        } catch {
            if case .notFound = error { return [] }
            throw error
        }
    }

    private func reviews(in bytes: [UInt8]) -> Parsed<[Review]> {
        var result: Parsed<[Review]> = Parsed([])
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            number += 1
            let line = Array(bytes[start..<end])
            if !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
                do throws(ArchiveError) {
                    result.value.append(
                        try ArchiveJSON.decode(versioned: ReviewLine.self, from: line, path: reviewsFile).review)
                } catch {
                    result.diagnostics.append(diagnostic(error, line: number, isTorn: end == bytes.count))
                }
            }
            start = end + 1
        }
        return result
    }

    /// Adds decisions; takes the lock for a moment.
    /// - Throws: `ArchiveError.locked` when another program writes.
    package func append(_ reviews: [Review]) throws(ArchiveError) {
        try locked { () throws(ArchiveError) in try appendLines(reviews) }
    }

    /// Does something while nobody else writes, without a look at the records.
    /// - Throws: `ArchiveError.locked` when another program writes.
    package func locked<Value>(_ body: () throws(ArchiveError) -> Value) throws(ArchiveError) -> Value {
        let lock = try WriterLock(path: lockFile)
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// Adds lines behind whatever stands in the file; a torn last line is closed first, so that it harms no other.
    package func appendLines(_ reviews: [Review]) throws(ArchiveError) {
        guard !reviews.isEmpty else { return }
        var bytes: [UInt8] = []
        if try FilePlace.lastByte(of: reviewsFile).map({ $0 != 0x0A }) == true { bytes.append(0x0A) }
        for review in reviews {
            bytes += try ArchiveJSON.line(ReviewLine(review: review), path: reviewsFile)
            bytes.append(0x0A)
        }
        try FilePlace.append(bytes, to: reviewsFile)
    }

    private func diagnostic(_ error: ArchiveError, line: Int, isTorn: Bool) -> Diagnostic {
        if case .tooNew(_, let version, _) = error {
            return Diagnostic(
                .error, code: "reviews.newer-line",
                message: "確認記録（\(reviewsFile)）の\(line)行目は新しい版の gijiroku が書いたものです（形式\(version)）。gijiroku を新しくしてください。",
                line: line)
        }
        return isTorn
            ? Diagnostic(
                .warning, code: "reviews.torn-line",
                message: "確認記録（\(reviewsFile)）の最後の\(line)行目は書きかけで途切れています。直前に行った確認をやり直してください。", line: line)
            : Diagnostic(
                .error, code: "reviews.damaged-line",
                message: "確認記録（\(reviewsFile)）の\(line)行目が読めません。行は残してあります。控えと見比べて直してください。", line: line)
    }
}

/// A line of `reviews.jsonl`: the fields of a `Review`, with `format`.
///
/// Format 1 has status, owner, due and note; format 2 verdicts, edits, merges and items added by hand. A line says the
/// oldest format that holds it, so that an older program refuses only what it would misunderstand.
struct ReviewLine: Codable, VersionedFile {
    static let knownFormat = 2

    private enum Key: String, CodingKey { case format }

    var review: Review

    init(review: Review) { self.review = review }

    init(from decoder: any Decoder) throws { review = try Review(from: decoder) }

    func encode(to encoder: any Encoder) throws {
        try review.encode(to: encoder)
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(review.needsVerdicts ? 2 : 1, forKey: .format)
    }
}
