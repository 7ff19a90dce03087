/// The index in a folder, as a backend.
package struct EmbeddedSearch<Texts: RemarkTexts>: SearchBackend {
    package static var id: String { "embedded" }

    private let folder: String
    private let texts: Texts

    package init(folder: String, texts: Texts) {
        self.folder = folder
        self.texts = texts
    }

    /// - Throws: `SearchIndexError`.
    package func versions() throws -> [String: String] {
        do throws(SearchIndexError) {
            return try SearchIndex.open(folder).versions
        } catch {
            guard case .missing = error else { throw error }
            return [:]
        }
    }

    /// - Throws: `SearchIndexError`, and what `meeting` throws; then nothing has changed.
    package func put(
        _ count: Int, removing: [String], meeting: (Int) throws -> SearchableMeeting, progress: (Int) -> Void
    ) throws {
        let writer = try SearchIndexWriter(folder)
        for id in removing { writer.remove(id) }
        for number in 0..<count { try writer.add(meeting(number)) }
        try writer.commit()
        progress(count)
    }

    /// - Throws: `SearchIndexError`, and what the texts throw.
    package func search(_ query: SearchQuery, _ request: SearchRequest) throws -> SearchResults {
        let index = try SearchIndex.open(folder)
        return try index.results(of: index.rank(query, request), texts: texts)
    }
}
