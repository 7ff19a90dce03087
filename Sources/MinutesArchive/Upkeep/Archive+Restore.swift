import Foundation
import ZipContainer

extension Archive {
    /// Makes an archive of a backup. Every file is checked against its hash, every original against its name, and the
    /// list of files against what is there, before the archive appears under its name, whole.
    /// - Parameter path: an empty folder or none; never over an archive that is there.
    /// - Throws: `ArchiveError.exists`, `.folderNotEmpty`, `.badBackup` with what is the matter, `.tooNew`, or what the
    ///   system refused; nothing is left behind then.
    package static func restore(
        _ backup: String, to path: String, progress: (Int, Int) -> Void = { _, _ in }
    ) throws(ArchiveError) -> BackupSummary {
        let target = PathSpelling.existing(path)
        if exists(at: target) { throw .exists(path: target) }
        if FilePlace.exists(target) {
            guard FilePlace.isFolder(target), try FilePlace.names(in: target).isEmpty else {
                throw .folderNotEmpty(path: target)
            }
        }
        let backup = PathSpelling.existing(backup)
        let reader = try BackupReader(backup)
        let temporary = FilePlace.temporary(for: target)
        try FilePlace.remove(temporary)
        try FilePlace.makeFolder(FilePlace.parent(of: target))
        do throws(ArchiveError) {
            try reader.unpack(into: temporary, progress)
            // Whether this program can read it is found out before it is in place, too.
            _ = try Archive.open(at: temporary)
            try FileBatch.flush(tree: temporary)
            try FilePlace.move(temporary, to: target)
        } catch {
            try? FilePlace.remove(temporary)
            throw error
        }
        return reader.summary
    }
}

/// A backup that was opened: its list and its entries agree.
private struct BackupReader {
    private let path: String
    private let zip: ZipArchive
    private let manifest: BackupManifest
    let summary: BackupSummary

    /// Far more than any archive has, and less than what fills a disk from a few bytes.
    private static let limits = ZipLimits(
        entries: 4_000_000, entryBytes: 1 << 30, totalBytes: 1 << 42, ratio: 1_100, ratioFloor: 64 << 20)

    init(_ path: String) throws(ArchiveError) {
        self.path = path
        let pages: MappedPages
        do {
            pages = try MappedPages(path: path)
        } catch {
            if error == .missing { throw .notFound(path: path) }
            throw .badBackup(path: path, reason: "ZIP ファイルではありません")
        }
        do {
            zip = try ZipArchive(ZipBytes(pages.bytes, heldBy: pages), limits: Self.limits)
            guard zip.entry(named: BackupManifest.name) != nil else {
                throw ArchiveError.badBackup(path: path, reason: "gijiroku の控えではありません（\(BackupManifest.name) がない）")
            }
            manifest = try ArchiveJSON.decode(
                versioned: BackupManifest.self, from: zip.contents(named: BackupManifest.name),
                path: path + "/" + BackupManifest.name)
        } catch let error as ZipError {
            throw .badBackup(path: path, reason: error.problem)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .badBackup(path: path, reason: "\(error)")
        }
        summary = BackupSummary(manifest.files, bytes: pages.bytes.count)
        let listed = Set(manifest.files.map(\.path))
        guard listed.count == manifest.files.count else { throw .badBackup(path: path, reason: "同じファイルが二度載っています") }
        if let name = listed.first(where: { !BackupManifest.isSafe($0) }) {
            throw .badBackup(path: path, reason: "使えない名前「\(name)」があります")
        }
        let present = Set(zip.entries.map(\.name)).subtracting([BackupManifest.name])
        if let missing = listed.subtracting(present).min() {
            throw .badBackup(path: path, reason: "「\(missing)」がありません")
        }
        if let surplus = present.subtracting(listed).min() {
            throw .badBackup(path: path, reason: "目録にない「\(surplus)」が入っています")
        }
        guard listed.contains("archive.json") else { throw .badBackup(path: path, reason: "archive.json がありません") }
    }

    func unpack(into folder: String, _ progress: (Int, Int) -> Void) throws(ArchiveError) {
        for name in ["", "/originals", "/records", "/index"] { try FilePlace.makeFolder(folder + name) }
        var made: Set<String> = []
        for (index, file) in manifest.files.enumerated() {
            let bytes: [UInt8]
            do {
                bytes = try zip.contents(named: file.path)
            } catch {
                throw .badBackup(path: path, reason: error.problem)
            }
            let digest = SHA256.hexDigest(of: bytes)
            guard bytes.count == file.bytes, digest == file.sha256 else {
                throw .badBackup(path: path, reason: "「\(file.path)」の内容が目録の控えと違います")
            }
            let parts = file.path.split(separator: "/")
            if parts.count == 3, parts[0] == "originals", parts[2] != "about.json", parts[1] != digest {
                throw .badBackup(path: path, reason: "原本「\(parts[2])」の内容が保存したときと違います")
            }
            let place = folder + "/" + file.path
            let above = FilePlace.parent(of: place)
            if made.insert(above).inserted { try FilePlace.makeFolder(above, isFlushed: false) }
            try FilePlace.write(bytes, at: place, path: place)
            progress(index + 1, manifest.files.count)
        }
    }
}
