import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Many files written at the price of one flush, with the promise of `FilePlace.put` for each of them.
///
/// `put` writes a temporary file and flushes nothing: nobody sees it under its name yet. `land` flushes the contents of
/// all (one `syncfs` of the file system where there are many, an `fsync` a file otherwise), renames each in the order in
/// which they were put, flushes the folders, and only then removes what was to be removed. What that guarantees, after
/// an error, `kill -9` or a power cut at any point:
///
/// - a name holds its whole old contents or its whole new ones, never a part; before `land` always the old ones;
/// - when `land` has returned, all of it is on the disk and stays there;
/// - a crash inside `land` leaves some names new and the rest old: whoever needs all or nothing writes a catalog that
///   names the new files with `FilePlace.put` *after* `land`, and gives files that change new names;
/// - temporary files (`….tmp`) that a crash left are taken away by the next writer (`Archive.tidy`).
///
/// The writer itself reads what it has put by way of `current(_:)`. Land every few hundred files or so: what has not
/// landed is gone after a crash.
package final class FileBatch {
    /// Up to here files are flushed one by one: `syncfs` waits for other programs' data, too.
    private static let flushedSingly = 8

    private enum Step {
        case move(from: String, to: String)
        case remove(String)
    }

    /// A file or folder of the file system that holds all of them.
    private let folder: String
    private var steps: [Step] = []
    /// Where the bytes of a name lie until they land.
    private var waiting: [String: String] = [:]
    /// Files to be flushed; folders hold some of them.
    private var written: Set<String> = []
    private var foldersMade: [String] = []
    /// Bytes put since the last landing.
    package private(set) var size = 0

    /// - Parameter folder: any folder on the same file system, for example the archive's.
    package init(_ folder: String) { self.folder = folder }

    deinit { drop() }

    package var isEmpty: Bool { steps.isEmpty }
    package var count: Int { steps.count }

    /// Where the bytes of a path can be read now: the temporary file where it is to be replaced, the path itself where
    /// nothing waits for it. A file in a folder that waits lies in that folder's temporary one.
    package func current(_ path: String) -> String {
        if let place = waiting[path] { return place }
        if let place = waiting[FilePlace.parent(of: path)] { return place + "/" + FilePlace.name(of: path) }
        return path
    }

    /// Writes a file that gets its name when the batch lands; the last bytes put at a path are those that land.
    /// - Throws: `ArchiveError` that names the path; what was there before, on the disk or in the batch, may be gone
    ///   from the batch then, never from the disk.
    package func put(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
        if let above = waiting[FilePlace.parent(of: path)] {
            let file = above + "/" + FilePlace.name(of: path)
            written.insert(file)
            return try FilePlace.write(bytes, at: file, path: path)
        }
        let temporary = FilePlace.temporary(for: path)
        try FilePlace.write(bytes, at: temporary, path: path)
        size += bytes.count
        written.insert(temporary)
        guard waiting.updateValue(temporary, forKey: path) == nil else { return }
        steps.append(.move(from: temporary, to: path))
    }

    /// A folder of files that appears as a whole.
    /// - Parameter temporary: a name beside it that ends in `.tmp`.
    package func put(
        folder path: String, by temporary: String, _ files: [(name: String, bytes: [UInt8])]
    ) throws(ArchiveError) {
        try FilePlace.remove(temporary)
        do throws(ArchiveError) {
            try FilePlace.makeFolder(temporary, isFlushed: false)
            for file in files {
                try FilePlace.write(file.bytes, at: temporary + "/" + file.name, path: path + "/" + file.name)
            }
        } catch {
            try? FilePlace.remove(temporary)
            throw error
        }
        for file in files {
            written.insert(temporary + "/" + file.name)
            size += file.bytes.count
        }
        foldersMade.append(temporary)
        waiting[path] = temporary
        steps.append(.move(from: temporary, to: path))
    }

    /// Removes a file or folder once everything put before has landed.
    package func remove(_ path: String) { steps.append(.remove(path)) }

    /// Flushes what was put, so that `land` has only names left to change: it takes a moment then.
    package func prepare() throws(ArchiveError) {
        guard !written.isEmpty else { return }
        try flushContents()
        written = []
        foldersMade = []
    }

    /// Makes everything visible and durable.
    /// - Throws: `ArchiveError`; some of it may be in place then, each part whole.
    package func land() throws(ArchiveError) {
        guard !steps.isEmpty else { return }
        try prepare()
        var folders: Set<String> = []
        var removed: [String] = []
        for step in steps {
            switch step {
            case .move(let temporary, let path):
                guard rename(temporary, path) == 0 else { throw FilePlace.error(path) }
                waiting[path] = nil
                folders.insert(FilePlace.parent(of: path))
                removed.removeAll { $0 == path }
            case .remove(let path): removed.append(path)
            }
        }
        for folder in folders.sorted() { try FilePlace.flush(folder: folder) }
        for path in removed { try FilePlace.remove(path) }
        for folder in Set(removed.map { FilePlace.parent(of: $0) }).sorted() { try FilePlace.flush(folder: folder) }
        forget()
    }

    /// Gives up what has not landed.
    package func drop() {
        for place in waiting.values { try? FilePlace.remove(place) }
        forget()
    }

    private func forget() {
        steps = []
        waiting = [:]
        written = []
        foldersMade = []
        size = 0
    }

    private func flushContents() throws(ArchiveError) {
        if written.count > Self.flushedSingly, try Self.flushFileSystem(of: folder) { return }
        for path in written.sorted() { try FilePlace.flush(file: path) }
        for folder in foldersMade { try FilePlace.flush(folder: folder) }
    }

    /// Makes sure that a folder and all files and folders below it are on the disk, whoever wrote them.
    package static func flush(tree folder: String) throws(ArchiveError) {
        if try flushFileSystem(of: folder) { return }
        for name in try FilePlace.names(in: folder) {
            let path = folder + "/" + name
            if FilePlace.isFile(path) { try FilePlace.flush(file: path) }
            if FilePlace.isFolder(path) { try flush(tree: path) }
        }
        try FilePlace.flush(folder: folder)
    }

    /// - Returns: `false` where the system has no such thing.
    private static func flushFileSystem(of folder: String) throws(ArchiveError) -> Bool {
        guard let syncfs else { return false }
        let handle = open(folder, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw FilePlace.error(folder) }
        defer { close(handle) }
        if syncfs(handle) == 0 { return true }
        guard errno == ENOSYS || errno == EINVAL || errno == ENOTSUP else { throw FilePlace.error(folder) }
        return false
    }

    private typealias SyncFileSystem = @convention(c) (Int32) -> Int32

    /// Linux's `syncfs`, which Swift's module of the C library leaves out; `nil` on systems without it.
    private static let syncfs: SyncFileSystem? = dlsym(nil, "syncfs").map {
        unsafeBitCast($0, to: SyncFileSystem.self)
    }
}
