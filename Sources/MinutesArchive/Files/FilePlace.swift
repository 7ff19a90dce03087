import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Reading and writing of the archive's files: whole or not at all.
///
/// Paths are the file system's own; they are never taken from the content of a file without `FileName`.
enum FilePlace {
    /// The error behind `errno`, for a path.
    static func error(_ path: String, _ code: Int32 = errno) -> ArchiveError {
        switch code {
        case EACCES, EPERM: .permissionDenied(path: path)
        case EROFS: .readOnly(path: path)
        case ENOSPC: .diskFull(path: path)
        case EDQUOT, EFBIG: .overQuota(path: path)
        case ELOOP: .link(path: path)
        case ENOENT, ENOTDIR: .notFound(path: path)
        default: .system(path: path, reason: String(cString: strerror(code)))
        }
    }

    static func exists(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// What tells a file or folder from another that had or gets its name.
    static func number(of path: String) -> UInt64? {
        var info = stat()
        return lstat(path, &info) == 0 ? UInt64(info.st_ino) : nil
    }

    static func isLink(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether a regular file stands there; a link is none.
    static func isFile(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }

    /// The bytes of a file; a link is not followed.
    /// - Throws: `ArchiveError` that names the path.
    static func bytes(of path: String) throws(ArchiveError) -> [UInt8] {
        // A pipe in the place of a file must not make anybody wait.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw error(path) }
        guard info.st_mode & S_IFMT == S_IFREG else { throw .damaged(path: path, reason: "ファイルではありません") }
        let size = Int(info.st_size)
        var failure: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 { break }
                count += got
            }
        }
        if failure != 0 { throw error(path, failure) }
        // A file that grew while it was read is taken as long as it was at the start.
        if bytes.count > size { bytes.removeLast(bytes.count - size) }
        return bytes
    }

    /// Writes a file by way of a temporary one: flushed, renamed, the folder flushed. A crash leaves the old file or
    /// the new one.
    /// - Throws: `ArchiveError` that names the path; the temporary file is gone then.
    static func put(_ bytes: [UInt8], at path: String) throws(ArchiveError) {
        let temporary = temporary(for: path)
        try write(bytes, at: temporary, path: path, isFlushed: true)
        guard rename(temporary, path) == 0 else {
            let failure = error(path)
            unlink(temporary)
            throw failure
        }
        try flush(folder: parent(of: path))
    }

    /// The file beside a path that becomes it; `Archive.tidy` removes what a crash left of these.
    static func temporary(for path: String) -> String { path + ".\(getpid()).tmp" }

    /// Writes a file in its place, which nobody else looks at; it is gone when that fails.
    /// - Parameter path: what messages name.
    static func write(
        _ bytes: [UInt8], at temporary: String, path: String, isFlushed: Bool = false
    ) throws(ArchiveError) {
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw error(path) }
        do throws(ArchiveError) {
            try writeAll(bytes, to: file, path: path)
            if isFlushed, fsync(file) != 0 { throw error(path) }
        } catch {
            close(file)
            unlink(temporary)
            throw error
        }
        // A file system on the network may say only here that its disk is full.
        guard close(file) == 0 else {
            let failure = error(path)
            unlink(temporary)
            throw failure
        }
    }

    static func flush(file path: String) throws(ArchiveError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw error(path) }
    }

    /// Appends to a file and flushes it. When the disk fills up the file gets its old length back.
    static func append(_ bytes: [UInt8], to path: String) throws(ArchiveError) {
        let isNew = !exists(path)
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw error(path) }
        do throws(ArchiveError) {
            try writeAll(bytes, to: file, path: path)
            guard fsync(file) == 0 else { throw error(path) }
        } catch {
            _ = ftruncate(file, info.st_size)
            throw error
        }
        if isNew { try flush(folder: parent(of: path)) }
    }

    /// The last byte of a file; `nil` when it is empty or not there.
    static func lastByte(of path: String) throws(ArchiveError) -> UInt8? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw error(path)
        }
        defer { close(file) }
        let length = lseek(file, 0, SEEK_END)
        guard length > 0 else { return nil }
        var byte: UInt8 = 0
        guard pread(file, &byte, 1, length - 1) == 1 else { throw error(path) }
        return byte
    }

    /// The bytes of a file whose length the system does not know, as in `/proc`; at most 4 MB.
    static func stream(_ path: String) throws(ArchiveError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < 4 << 20 {
            let got = buffer.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            if got <= 0 { break }
            bytes += buffer[..<got]
        }
        return bytes
    }

    /// The last bytes of a file, all of them when there are no more; none when it is not there.
    static func tail(of path: String, count: Int) throws(ArchiveError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else {
            if errno == ENOENT { return [] }
            throw error(path)
        }
        defer { close(file) }
        let length = Int(lseek(file, 0, SEEK_END))
        guard length >= 0 else { throw error(path) }
        let wanted = min(length, count)
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                got = pread(file, buffer.baseAddress.map { $0 + count }, wanted - count, length - wanted + count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
        }
        guard got >= 0 else { throw error(path) }
        return bytes
    }

    /// Cuts a file off behind its first bytes and flushes it.
    static func cut(_ path: String, to length: Int) throws(ArchiveError) {
        let file = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw error(path) }
        defer { close(file) }
        guard ftruncate(file, off_t(length)) == 0, fsync(file) == 0 else { throw error(path) }
    }

    static func writeAll(_ bytes: [UInt8], to file: Int32, path: String) throws(ArchiveError) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put <= 0 {
                    failure = put < 0 ? errno : ENOSPC
                    return
                }
                done += put
            }
        }
        if failure != 0 { throw error(path, failure) }
    }

    /// Makes sure that renames, new files and removals in a folder are on the disk.
    static func flush(folder: String) throws(ArchiveError) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw error(folder) }
        defer { close(handle) }
        // Some network file systems cannot flush a folder; that is no reason to fail.
        if fsync(handle) != 0, errno != EINVAL, errno != ENOTSUP { throw error(folder) }
    }

    static func parent(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// Makes a folder and what is missing above it.
    static func makeFolder(_ path: String, isFlushed: Bool = true) throws(ArchiveError) {
        if isFolder(path) { return }
        let above = parent(of: path)
        if above != path, above != "." { try makeFolder(above, isFlushed: isFlushed) }
        if mkdir(path, 0o755) != 0, errno != EEXIST { throw error(path) }
        guard isFolder(path) else { throw .system(path: path, reason: "フォルダではありません") }
        if isFlushed { try flush(folder: above) }
    }

    /// Names in a folder, sorted; none when there is no such folder.
    static func names(in path: String) throws(ArchiveError) -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT { return [] }
            throw error(path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// A move that is not flushed: for folders nobody looks into yet.
    static func moveUnflushed(_ path: String, to target: String) throws(ArchiveError) {
        guard rename(path, target) == 0 else { throw error(path) }
    }

    static func move(_ path: String, to target: String) throws(ArchiveError) {
        guard rename(path, target) == 0 else { throw error(path) }
        try flush(folder: parent(of: target))
    }

    /// Removes a file or a folder of files. Links are removed, not followed.
    static func remove(_ path: String) throws(ArchiveError) {
        var info = stat()
        guard lstat(path, &info) == 0 else {
            if errno == ENOENT { return }
            throw error(path)
        }
        if info.st_mode & S_IFMT == S_IFDIR {
            for name in try names(in: path) { try remove(path + "/" + name) }
            guard rmdir(path) == 0 else { throw error(path) }
        } else {
            guard unlink(path) == 0 else { throw error(path) }
        }
    }
}
