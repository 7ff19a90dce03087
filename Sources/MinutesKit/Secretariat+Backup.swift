import Foundation
import MinutesArchive
import MinutesModel

extension Secretariat {
    /// Writes the archive into one ZIP file, without what is made again (the indexes). The same archive gives the same
    /// bytes.
    /// - Parameter replaces: a file of that name gives way.
    /// - Throws: `ArchiveError`; nothing is left behind then, and an older backup of that name is as it was.
    @discardableResult
    public func backup(
        to file: URL, replaces: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> BackupSummary {
        try archive.backup(to: file.path, replaces: replaces, progress: progress)
    }

    /// Makes an archive of a backup, with its indexes. Everything is checked before any of it is in place.
    /// - Parameter folder: an empty folder or none; never over an archive that is there.
    /// - Throws: `ArchiveError`; nothing is left behind then.
    public static func restore(
        _ file: URL, to folder: URL, processor: MinutesProcessor? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> (secretariat: Secretariat, summary: BackupSummary) {
        let summary = try Archive.restore(file.path, to: folder.path, progress: progress)
        let secretariat = try Secretariat.open(at: folder, processor: processor)
        try secretariat.settle()
        return (secretariat, summary)
    }
}
