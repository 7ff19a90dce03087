/// What `archive.json` says.
public struct ArchiveDescription: Codable, Hashable, Sendable {
    /// The format this program writes, and the newest it reads.
    ///
    /// 1: review lines without a checksum, records as JSON. 2: every line of `reviews.jsonl` ends with its checksum,
    /// records lie in the program's own format (`Records/Format/FORMAT.md`). An older archive is read as it is and brought up by whoever writes to it next (`Archive.upgraded`).
    public static let knownFormat = 2
    /// The first format whose review lines all have a checksum.
    static let sealedReviews = 2

    public var format: Int
    /// What people call the archive, for example the committee's name.
    public var name: String
    /// Settings by name: of analyzers (`follow-ups.…`) and of the archive.
    public var settings: [String: String]

    public init(name: String, settings: [String: String] = [:]) {
        format = Self.knownFormat
        self.name = name
        self.settings = settings
    }
}

extension ArchiveDescription: VersionedFile {}
