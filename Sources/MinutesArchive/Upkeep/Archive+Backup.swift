import Foundation
import ZipContainer

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Archive {
    /// Writes everything that cannot be derived, and the records, into one ZIP file. Any unzip program makes the
    /// archive's folder of it again; `restore` checks every byte besides.
    ///
    /// Nobody writes to the archive meanwhile; where it cannot be written to at all, nobody has to be kept out. The same
    /// archive gives the same bytes.
    /// - Parameters:
    ///   - replaces: a file of that name gives way. It stays until the new one is whole.
    ///   - progress: told how many of how many files are in it.
    /// - Throws: `ArchiveError.damaged` for an original that is not what was stored: a backup must not hide that.
    package func backup(
        to target: String, replaces: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ArchiveError) -> BackupSummary {
        let target = PathSpelling.existing(target)
        if FilePlace.exists(target), !replaces { throw .fileExists(path: target) }
        if FilePlace.isFolder(target) { throw .system(path: target, reason: "フォルダです。ファイルの名前を指定してください") }
        guard try !isInside(target) else {
            throw .system(path: target, reason: "保管庫の中には置けません。別の場所を指定してください")
        }
        do throws(ArchiveError) {
            // A writer completes what an interrupted one left.
            let writer = try writer()
            defer { withExtendedLifetime(writer) {} }
            return try writer.archive.writeBackup(to: target, progress)
        } catch {
            switch error {
            case .readOnly(let path) where path.hasPrefix(self.path),
                .permissionDenied(let path) where path.hasPrefix(self.path):
                return try writeBackup(to: target, progress)
            default: throw error
            }
        }
    }

    private func isInside(_ target: String) throws(ArchiveError) -> Bool {
        func real(_ path: String) -> String? {
            guard let found = realpath(path, nil) else { return nil }
            defer { free(found) }
            return String(cString: found)
        }
        let folder = FilePlace.parent(of: target)
        guard let place = real(folder) else { throw FilePlace.error(folder) }
        guard let own = real(path) else { throw FilePlace.error(path) }
        return place == own || place.hasPrefix(own + "/")
    }

    private func writeBackup(to target: String, _ progress: (Int, Int) -> Void) throws(ArchiveError) -> BackupSummary {
        let paths = try backedUpPaths()
        var zip = ZipStream()
        var manifest = BackupManifest()
        let output = try OutputFile(target)
        for (index, path) in paths.enumerated() {
            let bytes = try FilePlace.bytes(of: self.path + "/" + path)
            let digest = SHA256.hexDigest(of: bytes)
            try checkOriginal(path, digest)
            manifest.files.append(.init(path: path, bytes: bytes.count, sha256: digest))
            try output.write(try Self.entry(path, bytes, in: &zip))
            progress(index + 1, paths.count)
        }
        let page = try ArchiveJSON.page(manifest, path: target)
        try output.write(try Self.entry(BackupManifest.name, page, in: &zip))
        try output.write(zip.directory())
        try output.finish()
        return BackupSummary(manifest.files, bytes: output.length)
    }

    private static func entry(
        _ name: String, _ bytes: [UInt8], in zip: inout ZipStream
    ) throws(ArchiveError) -> [UInt8] {
        do {
            // What is packed already gains nothing.
            let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
            return try zip.entry(name, bytes, isStored: packed.contains(ending))
        } catch {
            throw .system(path: name, reason: error.problem)
        }
    }

    private static let packed: Set = ["docx", "docm", "xlsx", "pptx", "pdf", "zip", "gz", "record", "jpg", "png"]

    /// An original has the hash it is called by.
    private func checkOriginal(_ path: String, _ digest: String) throws(ArchiveError) {
        let parts = path.split(separator: "/")
        guard parts.count == 3, parts[0] == "originals", parts[2] != "about.json", parts[1] != digest else { return }
        throw .damaged(path: self.path + "/" + path, reason: "原本の内容が保存したときと違います")
    }

    /// All files but derived ones, the lock and what a crash left, by path.
    private func backedUpPaths() throws(ArchiveError) -> [String] {
        var found: [String] = []
        func collect(_ folder: String, depth: Int) throws(ArchiveError) {
            for name in try FilePlace.names(in: folder.isEmpty ? path : path + "/" + folder) {
                let below = folder.isEmpty ? name : folder + "/" + name
                let place = path + "/" + below
                if FilePlace.isFile(place) {
                    if BackupManifest.isSafe(below) { found.append(below) }
                } else if FilePlace.isLink(place) {
                    throw .link(path: place)
                } else if FilePlace.isFolder(place), depth < 3, BackupManifest.isOrdinary(name),
                    !BackupManifest.derived.contains(below)
                {
                    try collect(below, depth: depth + 1)
                }
            }
        }
        try collect("", depth: 0)
        return found
    }
}

/// A file that grows under a temporary name and gets its own when it is finished; otherwise it leaves no trace.
private final class OutputFile {
    private let path: String
    private let temporary: String
    private var handle: Int32
    private(set) var length = 0

    init(_ path: String) throws(ArchiveError) {
        self.path = path
        temporary = FilePlace.temporary(for: path)
        handle = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard handle >= 0 else { throw FilePlace.error(path) }
    }

    deinit {
        guard handle >= 0 else { return }
        close(handle)
        unlink(temporary)
    }

    func write(_ bytes: [UInt8]) throws(ArchiveError) {
        try FilePlace.writeAll(bytes, to: handle, path: path)
        length += bytes.count
    }

    func finish() throws(ArchiveError) {
        guard fsync(handle) == 0, close(handle) == 0 else { throw FilePlace.error(path) }
        handle = -1
        guard rename(temporary, path) == 0 else {
            let failure = FilePlace.error(path)
            unlink(temporary)
            throw failure
        }
        try FilePlace.flush(folder: FilePlace.parent(of: path))
    }
}
