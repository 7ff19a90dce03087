/// What searches remarks: the index in the archive's own folder, or a database that many machines share.
///
/// Every backend gives the same answers: the same remarks and counts for a `SearchQuery`, which says what set of remarks
/// it stands for, and the same order. What a backend cannot answer it refuses; it never answers something else.
///
/// Any number of readers; one writer at a time.
package protocol SearchBackend: Sendable {
    /// Short, lower case, never changed.
    static var id: String { get }

    /// Meetings it holds, each with the version it was put in.
    func versions() throws -> [String: String]

    /// Puts meetings in, each in the place of the one with the same id, and takes others out. Everything is there when it
    /// returns, and each meeting either as before or as it is put if it throws; doing it again changes nothing.
    /// - Parameters:
    ///   - count: of meetings.
    ///   - meeting: makes one; called once for each, in order, so that not all need to be at hand.
    ///   - progress: gets the number of meetings that are safely in.
    func put(
        _ count: Int, removing: [String], meeting: (Int) throws -> SearchableMeeting, progress: (Int) -> Void
    ) throws

    /// Counts, orders and shows.
    /// - Parameter request: for sort, limit and offset; its query and filters are in `query` already.
    func search(_ query: SearchQuery, _ request: SearchRequest) throws -> SearchResults
}

extension SearchBackend {
    /// What has to be done to bring it up to the records.
    /// - Parameter expected: the record version of each meeting.
    package func differences(from expected: [String: String]) throws -> IndexDifferences {
        let present = try versions()
        return IndexDifferences(
            outdated: expected.keys.filter { present[$0] != expected[$0] }.sorted(),
            surplus: present.keys.filter { expected[$0] == nil }.sorted())
    }
}
