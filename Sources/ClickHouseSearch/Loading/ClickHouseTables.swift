/// The tables of the program in a database, version 1.
///
/// `gijiroku_remarks_1` has a row a remark, written once and never changed. Every time a meeting is put in, its rows get
/// a number of their own, their *load*, and only when they are all there `gijiroku_meetings_1` gets a row that says which
/// load of the meeting counts (the one with the highest revision; 0: none, the meeting is gone). So a batch that was cut
/// short, sent twice or half written is never seen, whatever the engine does about duplicates.
///
/// On a cluster both lie on every shard, a meeting with all that belongs to it on one of them, and the two tables
/// `…_1_all` in front of them send rows and questions on.
struct ClickHouseTables: Hashable, Sendable {
    let database: ClickHouseName
    /// Whether they are spread over the shards of a cluster.
    let isSpread: Bool

    static let version = 1

    /// The part on a server of its own.
    var remarks: SQLText { "\(database).gijiroku_remarks_1" }
    var meetings: SQLText { "\(database).gijiroku_meetings_1" }
    /// All of them.
    var allRemarks: SQLText { !isSpread ? remarks : "\(database).gijiroku_remarks_1_all" }
    var allMeetings: SQLText { !isSpread ? meetings : "\(database).gijiroku_meetings_1_all" }

    /// The loads that count, on a shard for itself: a meeting's row lies with its remarks.
    var counting: SQLText { "load IN (SELECT argMax(load, revision) FROM \(meetings) GROUP BY meeting)" }

    /// What makes the tables of one server, in order. They are left alone where they are there.
    /// - Parameters:
    ///   - sendingTo: the cluster, on a server that sends on.
    ///   - hasSkipIndexes: whether the server knows indexes that pass over stretches of a table (version 20 and later).
    func creation(sendingTo cluster: ClickHouseName?, hasSkipIndexes: Bool) -> [SQLText] {
        // Bigrams of the compared text in Bloom filters over few rows: rare words read little. Old servers read all.
        let index: SQLText =
            hasSkipIndexes ? ", INDEX bigrams compared TYPE ngrambf_v1(2, 8192, 2, 0) GRANULARITY 1" : ""
        let granularity: SQLText = hasSkipIndexes ? "512" : "8192"
        var statements: [SQLText] = [
            "CREATE DATABASE IF NOT EXISTS \(database)",
            """
            CREATE TABLE IF NOT EXISTS \(remarks) (\(SQLText(joining: RemarkRow.columns.map { "\($0.name) \($0.type)" }, with: ", ")), loaded DateTime DEFAULT now()\(index)) \
            ENGINE = MergeTree() ORDER BY (day, meeting, load, place) SETTINGS index_granularity = \(granularity)
            """,
            """
            CREATE TABLE IF NOT EXISTS \(meetings) (\(SQLText(joining: MeetingRow.columns.map { "\($0.name) \($0.type)" }, with: ", "))) \
            ENGINE = ReplacingMergeTree(revision) ORDER BY meeting
            """,
        ]
        if let cluster {
            for (all, one) in [(allRemarks, "gijiroku_remarks_1" as SQLText), (allMeetings, "gijiroku_meetings_1")] {
                statements.append(
                    """
                    CREATE TABLE IF NOT EXISTS \(all) AS \(database).\(one) \
                    ENGINE = Distributed(\(cluster), \(database), \(one), cityHash64(meeting))
                    """)
            }
        }
        return statements
    }

    /// What takes rows that do not count off the disk of one server.
    var purge: [SQLText] {
        let gone: SQLText =
            "meeting IN (SELECT meeting FROM \(meetings) GROUP BY meeting HAVING argMax(load, revision) = 0)"
        return [
            "ALTER TABLE \(remarks) DELETE WHERE NOT (\(counting)) AND (loaded < now() - 86400 OR \(gone))",
            "OPTIMIZE TABLE \(meetings) FINAL",
        ]
    }

    /// What takes the tables away again.
    var removal: [SQLText] {
        ["gijiroku_remarks_1_all", "gijiroku_meetings_1_all", "gijiroku_remarks_1", "gijiroku_meetings_1"].map {
            (name: SQLText) in "DROP TABLE IF EXISTS \(database).\(name)"
        }
    }
}
