/// A folder with original documents, the records derived from them, and people's decisions.
///
/// ```
/// archive.json                       format version, name, settings
/// originals/<sha256>/<file name>     the bytes as they came
/// originals/<sha256>/about.json      file name, length, which original it replaced
/// records/<meeting id>.record        derived
/// records/catalog                    derived: one summary a meeting
/// index/                             derived, owned by the search
/// actions/                           derived: the action list of all meetings, with people's decisions
/// layouts/fixed.json                 people's decisions: how turns begin in the minutes of a body
/// layouts/found.json                 derived: how they began in its last minutes
/// reviews.jsonl                      people's decisions, append-only; each line ends with its checksum
/// reviews.torn                       what crashes left half-written of it
/// forgotten.jsonl                    when which meetings were taken away; no content
/// forgetting.json                    stands while one is being taken away
/// synonyms.csv, searches.json        people's: words the search takes for the same, searches kept under a name
/// lock                               who is writing
/// ```
///
/// An `Archive` reads; it holds nothing open and never blocks a writer, nor waits for one. What it reads was written
/// whole, and what it reads `consistently` is of one state. Paths come from ids and hashes; links are not followed.
package struct Archive: Sendable {
    /// The folder, without a slash at the end.
    package let path: String
    package let description: ArchiveDescription
    /// How it is written to.
    package var manner = WritingManner()

    package var indexFolder: String { path + "/index" }
    var originalsFolder: String { path + "/originals" }
    var recordsFolder: String { path + "/records" }
    var reviewsFile: String { path + "/reviews.jsonl" }
    var descriptionFile: String { path + "/archive.json" }
    var lockFile: String { path + "/lock" }
    /// Records of a rebuild, complete from the moment the folder has this name.
    var nextRecordsFolder: String { path + "/records.next" }
    var unfinishedRecordsFolder: String { path + "/records.unfinished" }
    var formerRecordsFolder: String { path + "/records.former" }

    private init(path: String, description: ArchiveDescription) {
        self.path = path
        self.description = description
    }

    /// Makes an archive in a folder that is empty or not there yet.
    /// - Throws: `ArchiveError.exists`, `.folderNotEmpty`, or what the system refused.
    package static func create(
        at path: String, name: String, settings: [String: String] = [:]
    ) throws(ArchiveError) -> Archive {
        let archive = Archive(
            path: PathSpelling.existing(trimmed(path)), description: ArchiveDescription(name: name, settings: settings))
        if FilePlace.exists(archive.descriptionFile) { throw .exists(path: archive.path) }
        if FilePlace.exists(archive.path), !FilePlace.isFolder(archive.path) {
            throw .folderNotEmpty(path: archive.path)
        }
        // What an interrupted `create` may have left, and what desktops put into every folder.
        let harmless: Set = ["originals", "records", "index", "actions", ".DS_Store", "desktop.ini", "Thumbs.db"]
        guard try FilePlace.names(in: archive.path).allSatisfy(harmless.contains) else {
            throw .folderNotEmpty(path: archive.path)
        }
        for folder in [archive.path, archive.originalsFolder, archive.recordsFolder, archive.indexFolder] {
            try FilePlace.makeFolder(folder)
        }
        try FilePlace.put(
            ArchiveJSON.page(archive.description, path: archive.descriptionFile), at: archive.descriptionFile)
        return archive
    }

    /// - Throws: `ArchiveError.missing`, `.damaged`, `.tooNew`, or what the system refused.
    package static func open(at path: String) throws(ArchiveError) -> Archive {
        let path = PathSpelling.existing(trimmed(path))
        let file = path + "/archive.json"
        guard FilePlace.isFolder(path) else {
            if FilePlace.exists(path) { throw .damaged(path: path, reason: "フォルダではありません") }
            throw .missing(path: path)
        }
        let bytes: [UInt8]
        do {
            bytes = try FilePlace.bytes(of: file)
        } catch {
            if case .notFound = error { throw .missing(path: path) }
            throw error
        }
        let description = try ArchiveJSON.decode(versioned: ArchiveDescription.self, from: bytes, path: file)
        let archive = Archive(path: path, description: description)
        for folder in archive.folders where FilePlace.isLink(folder) { throw .link(path: folder) }
        return archive
    }

    private var folders: [String] { [originalsFolder, recordsFolder, indexFolder, actionsFolder, layoutsFolder] }

    /// Whether there is an archive in the folder, readable or not.
    package static func exists(at path: String) -> Bool {
        FilePlace.exists(PathSpelling.existing(trimmed(path)) + "/archive.json")
    }

    private static func trimmed(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.utf8.last == 0x2F { path.removeLast() }
        return path.isEmpty ? "." : path
    }
}
