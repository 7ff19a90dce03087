import Foundation

/// The right to write to an archive: one program at a time. Readers need none.
///
/// The kernel holds the lock (`flock`) and takes it away when the program ends, however it ends, so that a file left
/// behind by a crash locks nobody out. The file says who holds it, for the message to the next one. On a network share
/// `flock` may reach no further than the own computer: there the name of another computer in the file counts, too.
final class WriterLock: Sendable {
    private let handle: Int32

    /// - Parameter isShared: whether other computers reach the file; `nil` asks the system.
    /// - Throws: `ArchiveError.locked` with the owner, `.lockedElsewhere`, or why the file cannot be made.
    init(path: String, manner: WritingManner = WritingManner(), isShared: Bool? = nil) throws(ArchiveError) {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(max(0, manner.patience))
        var hasTold = false
        while true {
            switch try Self.take(path) {
            case .taken(let file):
                if let other = Self.owner(of: file), !other.isOfThisHost, isShared ?? FileSystemKind.isShared(file) {
                    close(file)
                    throw .lockedElsewhere(path: path, owner: other)
                }
                try Self.sign(file, program: manner.program, path: path)
                handle = file
                return
            case .replaced: continue
            case .held(let owner):
                guard clock.now < deadline else { throw .locked(path: path, owner: owner) }
                if !hasTold { manner.onWait?(owner) }
                hasTold = true
                usleep(50_000)
            }
        }
    }

    deinit {
        _ = ftruncate(handle, 0)
        close(handle)
    }

    private enum Attempt {
        case taken(Int32)
        case held(LockOwner?)
        /// Somebody removed the file between opening and locking it: this lock would keep nobody out.
        case replaced
    }

    private static func take(_ path: String) throws(ArchiveError) -> Attempt {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else { throw FilePlace.error(path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            let owner = owner(of: file)
            close(file)
            if code == EWOULDBLOCK || code == EINTR { return .held(owner) }
            throw FilePlace.error(path, code)
        }
        var (held, named) = (stat(), stat())
        guard fstat(file, &held) == 0, lstat(path, &named) == 0, held.st_ino == named.st_ino,
            held.st_dev == named.st_dev
        else {
            close(file)
            return .replaced
        }
        return .taken(file)
    }

    private static func sign(_ file: Int32, program: String, path: String) throws(ArchiveError) {
        let bytes = LockOwner(program: program).bytes
        _ = ftruncate(file, 0)
        let written = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
        guard written == bytes.count else {
            let failure = written < 0 ? FilePlace.error(path) : .diskFull(path: path)
            _ = ftruncate(file, 0)
            close(file)
            throw failure
        }
    }

    private static func owner(of file: Int32) -> LockOwner? {
        var buffer = [UInt8](repeating: 0, count: 2000)
        let got = buffer.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        return LockOwner(Array(buffer.prefix(max(0, got))))
    }
}

/// What kind of file system a file lies on.
enum FileSystemKind {
    private static let shared: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "fuse.sshfs", "fuse.glusterfs", "glusterfs",
        "davfs",
        "ncpfs", "virtiofs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "gfs2", "ocfs2", "lustre",
    ]

    /// Whether other computers may reach it too, from the system's list of mounts; `false` where that says nothing.
    static func isShared(_ file: Int32) -> Bool {
        var info = stat()
        guard fstat(file, &info) == 0, let list = try? FilePlace.stream("/proc/self/mountinfo") else { return false }
        return isShared(device: UInt64(info.st_dev), mounts: String(decoding: list, as: UTF8.self))
    }

    /// - Parameter mounts: lines of proc(5) `mountinfo`: number, parent, major:minor, … ` - ` kind, source, options.
    static func isShared(device: UInt64, mounts: String) -> Bool {
        let (major, minor) = ((device >> 8) & 0xFFF, (device & 0xFF) | ((device >> 12) & 0xFFF00))
        let name = "\(major):\(minor)"
        for line in mounts.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count > 6, parts[2] == name, let dash = parts.firstIndex(of: "-"), dash + 1 < parts.count else {
                continue
            }
            if shared.contains(String(parts[dash + 1])) { return true }
        }
        return false
    }
}
