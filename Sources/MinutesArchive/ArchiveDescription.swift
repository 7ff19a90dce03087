/// What `archive.json` says.
public struct ArchiveDescription: Codable, Hashable, Sendable {
    /// The format this program writes, and the newest it reads.
    public static let knownFormat = 1

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
