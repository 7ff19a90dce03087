/// `backup.json`, the last entry of a backup: what else is in it.
struct BackupManifest: Codable, VersionedFile {
    static let knownFormat = 1
    static let name = "backup.json"

    struct File: Codable, Hashable {
        /// From the archive's folder, parts divided by `/`.
        var path: String
        var bytes: Int
        var sha256: String
    }

    var format = Self.knownFormat
    var files: [File] = []

    /// Folders at the top that are made again: what is not in a backup.
    static let derived: Set = ["index", "actions", "records.next", "records.unfinished", "records.former"]

    /// Whether a path may be taken out of a backup: parts that are plain names, no hidden ones, nothing derived.
    static func isSafe(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...4).contains(parts.count), parts[0] != name, parts[0] != "lock", !derived.contains(parts[0]) else {
            return false
        }
        return parts.allSatisfy { isOrdinary($0) }
    }

    static func isOrdinary(_ name: String) -> Bool {
        FileName.sanitized(name) == name && !name.hasPrefix(".") && !name.hasSuffix(".tmp")
    }
}

/// What a backup or a restored archive holds.
public struct BackupSummary: Hashable, Sendable {
    public var originals: Int
    /// Meetings in the list.
    public var meetings: Int
    /// Files in all.
    public var files: Int
    /// Length of the backup.
    public var bytes: Int

    init(_ files: [BackupManifest.File], bytes: Int) {
        originals =
            Set(
                files.compactMap { file in
                    let parts = file.path.split(separator: "/")
                    return parts.first == "originals" && parts.count == 3 ? parts[1] : nil
                }
            ).count
        meetings = files.count { $0.path.hasPrefix("records/") && !$0.path.hasPrefix("records/catalog") }
        self.files = files.count
        self.bytes = bytes
    }
}
