import Foundation
import MinutesArchive

/// A document to import, and whether it was named or met in a folder.
public struct DocumentPath: Hashable, Sendable {
    public var url: URL
    /// Named files are imported whatever they hold; in a folder, files without a single turn are left out.
    public var isNamed: Bool
}

/// Finds the documents under the paths of a command line.
public enum DocumentFolder {
    /// How deep folders are followed.
    static let depthLimit = 16
    /// How many files one import takes.
    static let countLimit = 200_000
    static let extensions: Set<String> = [
        "txt", "text", "md", "docx", "docm", "html", "htm", "xhtml", "pdf", "json", "xml",
    ]

    /// Files in the order given; a folder's files by path. Hidden files, links and archives are passed over.
    /// - Throws: `FileProblem` when a path is missing or cannot be read, or a folder holds no document.
    public static func documents(at paths: [String]) throws -> [DocumentPath] {
        try paths.flatMap { path -> [DocumentPath] in
            let url = URL(fileURLWithPath: PathSpelling.existing(path))
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
                throw FileProblem.missing(path)
            }
            guard isDirectory.boolValue else { return [DocumentPath(url: url, isNamed: true)] }
            var found: [URL] = []
            try collect(url, depth: 0, into: &found) { extensions.contains($0.pathExtension.lowercased()) }
            guard !found.isEmpty else { throw FileProblem.noDocuments(path) }
            return found.map { DocumentPath(url: $0, isNamed: false) }
        }
    }

    /// Files whose names end so, by path; hidden files, links and archives are passed over.
    /// - Throws: `FileProblem` when the folder is missing or cannot be read.
    static func files(under folder: URL, withSuffix suffix: String) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { throw FileProblem.missing(folder.path) }
        var found: [URL] = []
        try collect(folder, depth: 0, into: &found) { $0.lastPathComponent.hasSuffix(suffix) }
        return found
    }

    private static func collect(
        _ folder: URL, depth: Int, into found: inout [URL], where isWanted: (URL) -> Bool
    ) throws {
        let keys: Set<URLResourceKey> = [.isDirectoryKey, .isSymbolicLinkKey]
        let entries: [URL]
        do {
            entries = try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: Array(keys), options: [.skipsHiddenFiles])
        } catch {
            throw FileProblem.unreadable(folder.path, reason: FileProblem.reason(error))
        }
        guard !entries.contains(where: { $0.lastPathComponent == "archive.json" }) else { return }
        for entry in entries.sorted(by: { $0.path < $1.path }) where found.count < countLimit {
            let values = try? entry.resourceValues(forKeys: keys)
            // What Word leaves beside a document while it is open.
            if values?.isSymbolicLink == true || entry.lastPathComponent.hasPrefix("~$") { continue }
            if values?.isDirectory == true {
                if depth < depthLimit { try collect(entry, depth: depth + 1, into: &found, where: isWanted) }
            } else if isWanted(entry) {
                found.append(entry)
            }
        }
    }
}
