extension Archive {
    /// All originals, by hash; also those that no record refers to.
    package func originals() throws(ArchiveError) -> [StoredOriginal] {
        var found: [StoredOriginal] = []
        for digest in try FilePlace.names(in: originalsFolder) where FileName.isDigest(digest) {
            found.append(StoredOriginal(sha256: digest, name: try originalName(digest)))
        }
        return found
    }

    /// The bytes as they came.
    /// - Throws: `ArchiveError.damaged` when they are no longer those that were stored.
    package func bytes(of original: StoredOriginal) throws(ArchiveError) -> [UInt8] {
        let path = try self.path(of: original)
        let bytes = try FilePlace.bytes(of: path)
        guard SHA256.hexDigest(of: bytes) == original.sha256 else {
            throw .damaged(path: path, reason: "原本の内容が保存したときと違います")
        }
        return bytes
    }

    /// Where the original lies, for people who want to open it.
    package func path(of original: StoredOriginal) throws(ArchiveError) -> String {
        guard FileName.isDigest(original.sha256) else { throw .unsafeName(original.sha256) }
        return originalFolder(original.sha256) + "/" + (try originalName(original.sha256))
    }

    /// Originals that another one has replaced, by the hash of the newer one, the last one first.
    package func supersededOriginals() throws(ArchiveError) -> [String: [String]] {
        var links: [String: [String]] = [:]
        for digest in try FilePlace.names(in: originalsFolder) where FileName.isDigest(digest) {
            if let older = try? notes(of: digest).supersedes, !older.isEmpty { links[digest] = older }
        }
        return links
    }

    func originalFolder(_ digest: String) -> String { originalsFolder + "/" + digest }

    func notesFile(_ digest: String) -> String { originalFolder(digest) + "/about.json" }

    func notes(of digest: String) throws(ArchiveError) -> OriginalNotes {
        try notes(in: notesFile(digest))
    }

    func notes(in file: String) throws(ArchiveError) -> OriginalNotes {
        try ArchiveJSON.decode(versioned: OriginalNotes.self, from: FilePlace.bytes(of: file), path: file)
    }

    /// The name in `about.json`; where that is gone, the one file that lies there.
    private func originalName(_ digest: String) throws(ArchiveError) -> String {
        let folder = originalFolder(digest)
        if FilePlace.isLink(folder) { throw .link(path: folder) }
        let known = try? notes(of: digest).name
        if let known, FileName.sanitized(known) == known, FilePlace.exists(folder + "/" + known) { return known }
        let others = try FilePlace.names(in: folder).filter { $0 != "about.json" && !$0.hasSuffix(".tmp") }
        // A copy by way of a Mac has decomposed kana in the names of its files.
        guard let name = others.first(where: { $0 == known }) ?? others.first else { throw .notFound(path: folder) }
        return name
    }
}
