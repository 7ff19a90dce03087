import Foundation
import MinutesSearch

/// Remarks in a ClickHouse of one server or a cluster, as a backend.
package struct ClickHouseBackend: SearchBackend {
    package static let id = "clickhouse"

    let client: ClickHouseClient

    package init(_ server: ClickHouseServer, transport: any ClickHouseTransport) {
        client = ClickHouseClient(server: server, transport: transport)
    }

    init(_ client: ClickHouseClient) { self.client = client }

    private var server: ClickHouseServer { client.server }

    /// Makes the tables where there are none.
    /// - Parameters:
    ///   - cluster: spreads them over the shards of a cluster that the server knows; `nil`: they are this server's own.
    ///   - shards: the servers of the cluster; the address of each, with the same user and password.
    /// - Throws: `ClickHouseError`.
    package func create(cluster: ClickHouseName? = nil, shards: [ClickHouseServer] = []) throws(ClickHouseError) {
        let tables = ClickHouseTables(database: server.database, isSpread: cluster != nil)
        for shard in shards {
            let shard = ClickHouseClient(client, for: shard)
            for statement in tables.creation(sendingTo: nil, hasSkipIndexes: try shard.hasSkipIndexes()) {
                _ = try shard.run(statement)
            }
        }
        for statement in tables.creation(sendingTo: cluster, hasSkipIndexes: try client.hasSkipIndexes()) {
            _ = try client.run(statement)
        }
    }

    /// Takes the tables away, with all that is in them.
    /// - Throws: `ClickHouseError`.
    package func drop(shards: [ClickHouseServer] = []) throws(ClickHouseError) {
        let tables = ClickHouseTables(database: server.database, isSpread: true)
        let all =
            [client]
            + shards.map {
                ClickHouseClient(server: $0, transport: client.transport, pauses: client.pauses)
            }
        for client in all {
            let present = try client.rows(
                [String].self, "SELECT name FROM system.databases WHERE name = \(.literal(server.database.text))")
            guard !present.isEmpty else { continue }
            for statement in tables.removal { _ = try client.run(statement) }
        }
    }

    /// The tables as they are there.
    /// - Throws: `ClickHouseError.noTables`, `.otherVersion`, or another.
    func tables() throws(ClickHouseError) -> ClickHouseTables {
        let database = server.database
        let names = try client.rows(
            [String].self,
            "SELECT name FROM system.tables WHERE database = \(.literal(database.text)) ORDER BY name"
        ).compactMap(\.first).filter { $0.hasPrefix("gijiroku_") }
        guard !names.isEmpty else { throw .noTables(server: server.name, database: database.text) }
        guard names.contains("gijiroku_remarks_1"), names.contains("gijiroku_meetings_1") else {
            throw .otherVersion(server: server.name, found: names.prefix(4).joined(separator: ", "))
        }
        let isSpread = names.contains("gijiroku_remarks_1_all") && names.contains("gijiroku_meetings_1_all")
        return ClickHouseTables(database: database, isSpread: isSpread)
    }

    /// - Throws: `ClickHouseError`; none where there are no tables yet.
    package func versions() throws -> [String: String] {
        struct Row: Decodable {
            var meeting: String
            var version: String

            init(from decoder: any Decoder) throws {
                var values = try decoder.unkeyedContainer()
                meeting = try values.decode(String.self)
                version = try values.decode(String.self)
            }
        }
        let tables: ClickHouseTables
        do throws(ClickHouseError) {
            tables = try self.tables()
        } catch {
            guard case .noTables = error else { throw error }
            return [:]
        }
        let rows = try client.rows(
            Row.self,
            """
            SELECT meeting, argMax(version, revision) FROM \(tables.allMeetings) \
            GROUP BY meeting HAVING argMax(load, revision) != 0
            """)
        return Dictionary(rows.map { ($0.meeting, $0.version) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: `ClickHouseError`, and what `meeting` throws; what `progress` was told is in.
    package func put(
        _ count: Int, removing: [String], meeting: (Int) throws -> SearchableMeeting, progress: (Int) -> Void
    ) throws {
        let tables = try self.tables()
        var load = BulkLoad(client, tables, revision: try nextRevision(tables))
        try load.remove(removing)
        for number in 0..<count {
            try load.add(meeting(number))
            progress(load.done)
        }
        try load.flush()
        progress(load.done)
    }

    /// Microseconds since 1970, or one more than the highest there is, for a clock that goes wrong.
    private func nextRevision(_ tables: ClickHouseTables) throws(ClickHouseError) -> UInt64 {
        let highest = try client.rows([UInt64].self, "SELECT max(revision) FROM \(tables.allMeetings)").first?.first
        let now = UInt64(max(0, Date().timeIntervalSince1970 * 1_000_000))
        return max(now, (highest ?? 0) &+ 1)
    }

    /// - Throws: `ClickHouseError`; `.untranslatable` for what only the embedded index answers.
    package func search(_ query: SearchQuery, _ request: SearchRequest) throws -> SearchResults {
        guard request.fields.isEmpty else { throw ClickHouseError.untranslatable("発言の本文のほかの欄も探すこと") }
        let tables = try self.tables()
        let translation = try QueryTranslation(query, tables: tables)
        let counts = try Counts(translation, tables: tables, client: client)
        let words = translation.wanted.told(
            frequencies: counts.frequencies, wordFrequencies: counts.wordFrequencies)
        let grouped = GroupedCounts(translation: translation, tables: tables, client: client)
        let facets = request.wantsFacets ? try grouped.facets() : nil
        let page = ResultPage(translation, counts, request, tables: tables, client: client)
        if let grouping = request.grouping {
            return SearchResults(
                total: counts.total, shown: [], words: words, facets: facets,
                groups: try grouped.groups(by: grouping, request, hits: page))
        }
        let isEmpty = counts.total <= request.offset || request.limit <= 0
        return SearchResults(
            total: counts.total, shown: isEmpty ? [] : try page.hits(offset: request.offset, limit: request.limit),
            words: words, facets: facets)
    }

    /// Takes the rows that do not count any more off the disks: at once those of meetings that are gone, and after a day
    /// (someone may be sending them) those of loads that nothing names. Comes back when it is done on all of them.
    /// - Parameter shards: as in `create`.
    /// - Throws: `ClickHouseError`.
    package func purge(shards: [ClickHouseServer] = []) throws(ClickHouseError) {
        let tables = ClickHouseTables(database: server.database, isSpread: false)
        for client in [client] + shards.map({ ClickHouseClient(client, for: $0) }) {
            for statement in tables.purge { _ = try client.run(statement, timeout: ClickHouseClient.loadTimeout) }
            // Old servers do it by and by and know no way to wait for it.
            let left: SQLText =
                "SELECT count() FROM system.mutations WHERE database = \(.literal(server.database.text)) AND NOT is_done"
            var pauses = 0
            while try client.rows([UInt64].self, left).first?.first != 0 {
                pauses += 1
                guard pauses < 3000 else {
                    throw .unreachable(server: client.server.name, reason: "削除が終わりません")
                }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }

    /// What it holds: meetings and remarks that count, remarks that are really there for them, and rows that no longer
    /// count.
    package struct Contents: Hashable, Sendable {
        package var meetings: Int
        package var expectedRemarks: Int
        package var remarks: Int
        package var deadRows: Int
    }

    /// - Throws: `ClickHouseError`.
    package func contents() throws(ClickHouseError) -> Contents {
        let tables = try self.tables()
        let named =
            try client.rows(
                [UInt64].self,
                """
                SELECT count(), sum(remarks) FROM (SELECT meeting, argMax(remarks, revision) AS remarks, \
                argMax(load, revision) AS load FROM \(tables.allMeetings) GROUP BY meeting) WHERE load != 0
                """
            ).first ?? []
        let there =
            try client.rows(
                [UInt64].self, "SELECT count(), countIf(\(tables.counting)) FROM \(tables.allRemarks)"
            ).first ?? []
        guard named.count == 2, there.count == 2 else {
            throw .badAnswer(server: server.name, reason: "\(named.count)、\(there.count)列")
        }
        return Contents(
            meetings: Int(clamping: named[0]), expectedRemarks: Int(clamping: named[1]),
            remarks: Int(clamping: there[1]), deadRows: Int(clamping: there[0] - there[1]))
    }
}

extension ClickHouseClient {
    /// For another server in the same way.
    fileprivate init(_ other: ClickHouseClient, for server: ClickHouseServer) {
        self.init(server: server, transport: other.transport, pauses: other.pauses)
    }

    /// Whether the server is of a version that knows indexes of bigrams.
    func hasSkipIndexes() throws(ClickHouseError) -> Bool {
        let version = try rows([String].self, "SELECT version()").first?.first ?? ""
        return (version.split(separator: ".").first.flatMap { Int($0) } ?? 0) >= 20
    }
}
