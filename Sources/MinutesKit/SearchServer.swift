import ClickHouseSearch
import Foundation
import MinutesArchive
import MinutesSearch

/// A ClickHouse, of one server or a cluster, that holds the remarks of an archive for searching: for more remarks or
/// more people than one machine can serve. It answers as the archive's own index does.
public struct SearchServer: Sendable {
    package let backend: ClickHouseBackend
    let shards: [ClickHouseServer]

    /// - Parameters:
    ///   - server: that is asked and sent to.
    ///   - shards: of a cluster, the servers behind it; needed to make, purge and drop tables, not to search.
    public init(_ server: ClickHouseServer, shards: [ClickHouseServer] = [], transport: any ClickHouseTransport) {
        backend = ClickHouseBackend(server, transport: transport)
        self.shards = shards
    }

    /// Finds remarks.
    /// - Throws: `SearchQueryError`; `ClickHouseError`, `.untranslatable` for what only the archive's own index answers.
    public func search(
        _ request: SearchRequest, synonyms: SynonymDictionary = SynonymDictionary()
    ) throws -> SearchResults {
        try backend.search(SearchIndex.query(of: request, synonyms: synonyms), request)
    }

    /// Makes the tables where there are none.
    /// - Parameter cluster: the name by which the server knows the cluster of the shards.
    /// - Throws: `ClickHouseError`.
    public func create(cluster: ClickHouseName?) throws { try backend.create(cluster: cluster, shards: shards) }

    /// Takes the tables away.
    /// - Throws: `ClickHouseError`.
    public func drop() throws { try backend.drop(shards: shards) }

    /// Takes what was removed or replaced off the disks.
    /// - Throws: `ClickHouseError`.
    public func purge() throws { try backend.purge(shards: shards) }
}

/// What a search server holds, beside the archive.
public struct SearchServerState: Codable, Hashable, Sendable {
    public var meetings: Int
    public var remarks: Int
    /// Remarks that should be there.
    public var expectedRemarks: Int
    /// Rows that were replaced or removed and are still on the disks.
    public var deadRows: Int
    /// Meetings of the archive that it has not, or in another version, and meetings it has that the archive has not.
    public var outdated: Int
    public var surplus: Int

    public var isUpToDate: Bool { outdated == 0 && surplus == 0 && remarks == expectedRemarks }
}

/// What was sent to a search server.
public struct SearchServerUpdate: Codable, Hashable, Sendable {
    public var sent: Int
    public var removed: Int
}

extension Secretariat {
    /// Brings a search server up to the records: sends meetings that are new or have changed, takes out those that are
    /// gone. Cut short, it can be run again.
    /// - Parameter progress: meetings that are safely there, and all that are to be sent.
    /// - Throws: `ClickHouseError`, `ArchiveError`.
    public func push(
        to server: SearchServer, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> SearchServerUpdate {
        let expected = Self.versions(try archive.catalog())
        let differences = try server.backend.differences(from: expected)
        let ids = differences.outdated
        try server.backend.put(ids.count, removing: differences.surplus) { number in
            SearchableMeeting(try archive.record(ids[number]).analyzed, version: expected[ids[number]] ?? "")
        } progress: {
            progress($0, ids.count)
        }
        return SearchServerUpdate(sent: ids.count, removed: differences.surplus.count)
    }

    /// Compares a search server with the records.
    /// - Throws: `ClickHouseError`, `ArchiveError`.
    public func state(of server: SearchServer) throws -> SearchServerState {
        let contents = try server.backend.contents()
        let differences = try server.backend.differences(from: Self.versions(archive.catalog()))
        return SearchServerState(
            meetings: contents.meetings, remarks: contents.remarks, expectedRemarks: contents.expectedRemarks,
            deadRows: contents.deadRows, outdated: differences.outdated.count, surplus: differences.surplus.count)
    }
}
