/// An original document in the archive.
public struct StoredOriginal: Codable, Hashable, Sendable {
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    public var sha256: String
    /// The file name it came under first, made safe.
    public var name: String

    public init(sha256: String, name: String) {
        self.sha256 = sha256
        self.name = name
    }
}

/// `about.json` beside an original: what the bytes themselves do not tell.
struct OriginalNotes: Codable, Hashable {
    static let knownFormat = 1

    var format = Self.knownFormat
    var name: String
    /// Length in bytes.
    var bytes: Int
    /// Originals of the same meeting that this one replaced, the last one first.
    var supersedes: [String] = []
}

extension OriginalNotes: VersionedFile {}
