/// What people set down for the search: files they can read and edit, which survive every rebuild.
package enum SearchSetting: String, Sendable, CaseIterable {
    /// Words that mean the same.
    case synonyms = "synonyms.csv"
    /// Searches kept under a name.
    case searches = "searches.json"
}

extension Archive {
    /// Where the file stands, for messages.
    package func path(of setting: SearchSetting) -> String { path + "/" + setting.rawValue }

    /// - Returns: the bytes of the file; `nil` where there is none.
    /// - Throws: `ArchiveError`.
    package func bytes(of setting: SearchSetting) throws(ArchiveError) -> [UInt8]? {
        let file = path(of: setting)
        return FilePlace.exists(file) ? try FilePlace.bytes(of: file) : nil
    }
}

extension ArchiveWriter {
    /// Keeps a file of settings; on the disk, whole, when the call returns.
    package func put(_ setting: SearchSetting, _ bytes: [UInt8]) throws(ArchiveError) {
        try FilePlace.put(bytes, at: archive.path(of: setting))
    }
}
