import Foundation

/// The right to write to an archive: one program at a time. Readers need none.
///
/// The kernel holds the lock (`flock`) and takes it away when the program ends, however it ends, so that a file left
/// behind by a crash locks nobody out. The file says who holds it, for the message to the next one.
final class WriterLock: Sendable {
    private let handle: Int32

    /// - Throws: `ArchiveError.locked` with the owner, or why the file cannot be made.
    init(path: String) throws(ArchiveError) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw FilePlace.error(path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let owner = Self.owner(of: file)
            close(file)
            if code == EWOULDBLOCK || code == EINTR { throw .locked(path: path, owner: owner) }
            throw FilePlace.error(path, code)
        }
        let line = Array("pid \(getpid()) host \(Self.hostName)\n".utf8)
        _ = ftruncate(file, 0)
        let written = line.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        guard written == line.count else {
            let failure = FilePlace.error(path)
            close(file)
            throw failure
        }
        handle = file
    }

    deinit {
        _ = ftruncate(handle, 0)
        close(handle)
    }

    private static func owner(of file: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 300)
        let got = buffer.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        let words = String(decoding: buffer.prefix(max(0, got)), as: UTF8.self)
            .split { $0 == " " || $0 == "\n" }
        guard words.count == 4 else { return "相手は不明" }
        return "プロセス番号 \(words[1])、コンピューター \(words[3])"
    }

    private static var hostName: String {
        var buffer = [UInt8](repeating: 0, count: 256)
        let result = buffer.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { gethostname($0.assumingMemoryBound(to: CChar.self), raw.count - 1) } ?? -1
        }
        let name = String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        return result != 0 || name.isEmpty ? "localhost" : name.replacing(" ", with: "-")
    }
}
