import Foundation

@testable import MinutesArchive

/// A folder of its own for a test, removed afterwards.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/gijiroku-archive-\(UUID().uuidString)"
        try FilePlace.makeFolder(path)
    }

    deinit { try? FilePlace.remove(path) }

    func archive(_ name: String = "みどり町") throws -> Archive {
        try Archive.create(at: path + "/kaigiroku", name: name)
    }

    /// Relative paths and contents of all files below.
    static func snapshot(of path: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FilePlace.names(in: path) {
            let child = path + "/" + name
            if FilePlace.isFolder(child) {
                for (below, bytes) in try snapshot(of: child) { files[name + "/" + below] = bytes }
            } else {
                files[name] = try FilePlace.bytes(of: child)
            }
        }
        return files
    }
}
