import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which state of a file something was derived from: by its date and number where these have not changed, else by its
/// content, so that a copied archive needs no new index.
struct FileStamp: Hashable, Sendable {
    /// `nil`: there was no such file.
    var length: UInt64?
    var modified: UInt64
    var number: UInt64
    /// SHA-256.
    var digest: String

    /// A file that is not there.
    static let none = FileStamp(length: nil, modified: 0, number: 0, digest: "")

    init(length: UInt64?, modified: UInt64, number: UInt64, digest: String) {
        (self.length, self.modified, self.number, self.digest) = (length, modified, number, digest)
    }

    /// The state of a file whose bytes are at hand.
    init(_ path: String, bytes: [UInt8]) {
        self = Self.outside(path) ?? .none
        if length != nil {
            length = UInt64(bytes.count)
            digest = SHA256.hexDigest(of: bytes)
        }
    }

    /// The state of a file, read whole.
    init(reading path: String) throws(ArchiveError) {
        do throws(ArchiveError) {
            self.init(path, bytes: try FilePlace.bytes(of: path))
        } catch {
            guard case .notFound = error else { throw error }
            self = .none
        }
    }

    /// Whether the file still is what it was.
    enum Comparison { case same, sameContent, other }

    func compare(_ path: String) -> Comparison {
        guard let now = Self.outside(path) else { return length == nil ? .same : .other }
        guard let length, now.length == length else { return .other }
        if now.modified == modified, now.number == number { return .same }
        return (try? FileStamp(reading: path).digest) == digest ? .sameContent : .other
    }

    /// Without the content.
    static func outside(_ path: String) -> FileStamp? {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
        let modified = UInt64(bitPattern: Int64(info.st_mtim.tv_sec)) &* 1_000_000_000 &+ UInt64(info.st_mtim.tv_nsec)
        return FileStamp(length: UInt64(info.st_size), modified: modified, number: UInt64(info.st_ino), digest: "")
    }

    func write(to bytes: inout IndexBytes) {
        bytes.add(length ?? UInt64.max)
        bytes.add(modified)
        bytes.add(number)
        bytes.add(digest)
    }

    init(from reader: inout IndexReader) throws(ActionIndexError) {
        let length = try reader.long()
        self.length = length == UInt64.max ? nil : length
        modified = try reader.long()
        number = try reader.long()
        digest = try reader.text()
    }
}
