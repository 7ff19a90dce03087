import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file in memory, read as it is needed. Segments never change; one that was removed stays readable while it is held.
final class MappedPages: @unchecked Sendable {
    /// Never written to, so that threads may share it.
    let bytes: UnsafeRawBufferPointer

    init(path: String) throws(ActionIndexError) {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { throw .missing }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw .damaged("ファイルではありません") }
        let length = Int(info.st_size)
        guard length > 0 else { throw .damaged("空です") }
        guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
            throw .damaged(String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
