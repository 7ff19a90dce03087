import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file in memory, read as it is needed. The file must not change; segments never do.
final class MappedFile: @unchecked Sendable {
    /// Never written to, so that threads may share it.
    let bytes: UnsafeRawBufferPointer

    /// - Throws: `SearchIndexError.missing` or `.system`.
    init(path: String) throws(SearchIndexError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? .missing(path: path) : .system(path: path, reason: Self.reason)
        }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0 else { throw .system(path: path, reason: Self.reason) }
        let length = Int(info.st_size)
        guard length > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw .system(path: path, reason: Self.reason)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }

    /// Lets the system take back the memory of what comes before an offset; it can be read again all the same.
    func forget(before offset: Int) {
        guard let start = bytes.baseAddress else { return }
        let page = 4096
        let length = min(offset, bytes.count) / page * page
        if length > 0 { madvise(UnsafeMutableRawPointer(mutating: start), length, MADV_DONTNEED) }
    }

    static var reason: String { String(cString: strerror(errno)) }

    /// Writes a file by way of a temporary one, flushed and renamed.
    static func write(_ content: [UInt8], to path: String) throws(SearchIndexError) {
        let temporary = path + ".\(getpid()).tmp"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw .system(path: path, reason: reason) }
        var failure: String?
        content.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let put = Foundation.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if put < 0, errno == EINTR { continue }
                if put <= 0 {
                    failure = reason
                    return
                }
                done += put
            }
        }
        if failure == nil, fsync(file) != 0 { failure = reason }
        if close(file) != 0, failure == nil { failure = reason }
        if failure == nil, rename(temporary, path) != 0 { failure = reason }
        if let failure {
            unlink(temporary)
            throw .system(path: path, reason: failure)
        }
    }

    /// Makes sure that renames in a folder are on the disk, where the file system can.
    static func flush(folder: String) {
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { return }
        _ = fsync(handle)
        close(handle)
    }
}
