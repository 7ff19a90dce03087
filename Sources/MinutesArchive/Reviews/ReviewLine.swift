import MinutesModel

/// A line of `reviews.jsonl`: the fields of a `Review`, with `format`.
///
/// Format 1 has status, owner, due and note; format 2 verdicts, edits, merges and items added by hand. A line says the
/// oldest format that holds it, so that an older program refuses only what it would misunderstand.
struct ReviewLine: Codable, VersionedFile {
    static let knownFormat = 2

    private enum Key: String, CodingKey { case format, more }

    var review: Review
    /// Lines that follow and belong to the same decision: half a split is none.
    var more = 0

    init(review: Review, more: Int = 0) {
        self.review = review
        self.more = more
    }

    init(from decoder: any Decoder) throws {
        review = try Review(from: decoder)
        more = max(0, try decoder.container(keyedBy: Key.self).decodeIfPresent(Int.self, forKey: .more) ?? 0)
    }

    func encode(to encoder: any Encoder) throws {
        try review.encode(to: encoder)
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(review.needsVerdicts ? 2 : 1, forKey: .format)
        if more > 0 { try values.encode(more, forKey: .more) }
    }

    /// The line as it is written, with its checksum and line end.
    func bytes(path: String) throws(ArchiveError) -> [UInt8] {
        ReviewSeal.sealed(try ArchiveJSON.line(self, path: path)) + [0x0A]
    }
}

/// The checksum at the end of a line: its last field `"sum"`, the first 16 hexadecimal digits of the SHA-256 of all
/// bytes of the line in front of `,"sum"`. A line with one is still a JSON object for every other program.
enum ReviewSeal {
    /// A line of an archive of format 1 has none.
    case missing
    case good
    case broken

    private static let key = Array(#","sum":""#.utf8)
    private static let end = Array(#""}"#.utf8)
    private static let digits = 16

    /// - Parameter object: a JSON object with at least one field, without a line end.
    static func sealed(_ object: [UInt8]) -> [UInt8] {
        let open = Array(object.dropLast())
        return open + key + SHA256.hexDigest(of: open).utf8.prefix(digits) + end
    }

    init(_ line: some RandomAccessCollection<UInt8>) {
        let tail = line.suffix(Self.key.count + Self.digits + Self.end.count)
        guard tail.starts(with: Self.key), tail.suffix(Self.end.count).elementsEqual(Self.end) else {
            // A field of that name elsewhere, or half of it: the line had a checksum once.
            self = Self.mentions(line.suffix(80)) ? .broken : .missing
            return
        }
        let sum = tail.dropFirst(Self.key.count).prefix(Self.digits)
        let digest = SHA256.hexDigest(of: Array(line.dropLast(tail.count)))
        self = sum.elementsEqual(digest.utf8.prefix(Self.digits)) ? .good : .broken
    }

    private static func mentions(_ bytes: some Collection<UInt8>) -> Bool {
        let (bytes, word) = (Array(bytes), Array(#""sum":"#.utf8))
        guard bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { bytes[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
