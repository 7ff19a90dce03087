import MinutesModel

extension Archive {
    var layoutsFolder: String { path + "/layouts" }
    var fixedLayoutsFile: String { layoutsFolder + "/fixed.json" }
    var foundLayoutsFile: String { layoutsFolder + "/found.json" }

    /// The layouts that people fixed, by body.
    /// - Throws: `ArchiveError.damaged` or `.tooNew`: a decision is never passed over in silence.
    package func fixedLayouts() throws(ArchiveError) -> [String: TurnLayout] {
        guard FilePlace.exists(fixedLayoutsFile) else { return [:] }
        return try ArchiveJSON.decode(
            versioned: FixedLayouts.self, from: FilePlace.bytes(of: fixedLayoutsFile), path: fixedLayoutsFile
        ).bodies
    }

    /// What the last minutes of each body showed. Derived: a file that cannot be read counts as none.
    package func foundLayouts() -> [String: FoundLayout] {
        guard let bytes = try? FilePlace.bytes(of: foundLayoutsFile),
            let found = try? ArchiveJSON.decode(versioned: FoundLayouts.self, from: bytes, path: foundLayoutsFile)
        else { return [:] }
        return found.bodies
    }
}

extension ArchiveWriter {
    /// Keeps the layouts that people fixed; on the disk, whole, when the call returns.
    package func put(fixedLayouts bodies: [String: TurnLayout]) throws(ArchiveError) {
        let file = archive.fixedLayoutsFile
        try FilePlace.makeFolder(archive.layoutsFolder)
        try FilePlace.put(ArchiveJSON.page(FixedLayouts(bodies: bodies), path: file), at: file)
    }

    package func put(foundLayouts bodies: [String: FoundLayout]) throws(ArchiveError) {
        let file = archive.foundLayoutsFile
        try FilePlace.makeFolder(archive.layoutsFolder)
        try FilePlace.put(ArchiveJSON.page(FoundLayouts(bodies: bodies), path: file), at: file)
    }
}
