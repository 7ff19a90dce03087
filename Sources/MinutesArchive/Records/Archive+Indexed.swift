import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Which state of the catalog the search index was last brought up to: asked by every search, and answered without
/// reading a list of ten thousand meetings.
extension Archive {
    private var indexedFile: String { indexFolder + "/catalog.state" }

    /// Whether the catalog is the one `noteIndexed` saw. `false` says nothing: the index may be up to date all the same.
    package var isIndexed: Bool {
        guard let state = catalogState, let noted = try? FilePlace.bytes(of: indexedFile) else { return false }
        return noted == state
    }

    /// Notes that the index is up to the catalog. The caller holds the lock.
    package func noteIndexed() throws(ArchiveError) {
        guard let state = catalogState, !isIndexed else { return }
        try FilePlace.put(state, at: indexedFile)
    }

    /// Length, date and number of the catalog's file; `nil` while records are newer than it. A catalog is never written
    /// over: every state of it is a new file.
    private var catalogState: [UInt8]? {
        let folder = recordsInUse
        var info = stat()
        guard !FilePlace.exists(folder + "/" + Self.pendingName), stat(catalogPath, &info) == 0
        else {
            return nil
        }
        return Array("\(info.st_size) \(info.st_mtim.tv_sec).\(info.st_mtim.tv_nsec) \(info.st_ino)\n".utf8)
    }
}
