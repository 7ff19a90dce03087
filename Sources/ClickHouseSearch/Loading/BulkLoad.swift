import Foundation
import MinutesSearch

/// Puts meetings into the tables, batch by batch.
struct BulkLoad {
    /// Rows of a batch are sent together: bytes, and meetings at most.
    static let batchBytes = 16 << 20
    static let batchMeetings = 2000

    private let client: ClickHouseClient
    private let tables: ClickHouseTables
    /// Higher than of everything that was put in before.
    private let revision: UInt64
    private let newLoad: () -> UInt64

    private var waiting: [SearchableMeeting] = []
    private var waitingBytes = 0
    /// Meetings that are safely in.
    private(set) var done = 0

    /// - Parameter newLoad: a number not given before, never 0.
    init(
        _ client: ClickHouseClient, _ tables: ClickHouseTables, revision: UInt64,
        newLoad: @escaping () -> UInt64 = { UInt64.random(in: 1...(.max)) }
    ) {
        self.client = client
        self.tables = tables
        self.revision = revision
        self.newLoad = newLoad
    }

    /// - Throws: `ClickHouseError`; what is not counted in `done` is as it was.
    mutating func add(_ meeting: SearchableMeeting) throws(ClickHouseError) {
        waiting.append(meeting)
        waitingBytes += meeting.size
        if waitingBytes >= Self.batchBytes || waiting.count >= Self.batchMeetings { try flush() }
    }

    /// Sends what waits.
    ///
    /// An attempt that fails may have left rows on some of the shards. Those have loads of their own, which nothing names;
    /// the next attempt has new ones. The rows that name the loads are the same in each attempt, and may be there twice.
    mutating func flush() throws(ClickHouseError) {
        guard !waiting.isEmpty else { return }
        let (client, tables, meetings, newLoad) = (client, tables, waiting, newLoad)
        let loads = try client.again(within: 3 * ClickHouseClient.loadTimeout) {
            () throws(ClickHouseError) -> [UInt64] in
            var rows = RowBinary()
            var loads: [UInt64] = []
            for meeting in meetings {
                let load = newLoad()
                loads.append(load)
                RemarkRow.append(meeting, load: load, to: &rows)
            }
            if !rows.bytes.isEmpty {
                try client.insert(Self.insert(tables.allRemarks, RemarkRow.columns), rows: rows.bytes)
            }
            return loads
        }
        var rows = RowBinary()
        for (meeting, load) in zip(meetings, loads) {
            MeetingRow.append(
                meeting.id, version: meeting.version, load: load, revision: revision, remarks: meeting.remarks.count,
                to: &rows)
        }
        try name(rows)
        done += meetings.count
        waiting = []
        waitingBytes = 0
    }

    /// Takes meetings out of all answers.
    func remove(_ meetings: [String]) throws(ClickHouseError) {
        guard !meetings.isEmpty else { return }
        var rows = RowBinary()
        for meeting in meetings {
            MeetingRow.append(meeting, version: "", load: 0, revision: revision, remarks: 0, to: &rows)
        }
        try name(rows)
    }

    private func name(_ rows: RowBinary) throws(ClickHouseError) {
        try client.again(within: 3 * ClickHouseClient.loadTimeout) { () throws(ClickHouseError) in
            try client.insert(Self.insert(tables.allMeetings, MeetingRow.columns), rows: rows.bytes)
        }
    }

    private static func insert(_ table: SQLText, _ columns: [(name: SQLText, type: SQLText)]) -> SQLText {
        "INSERT INTO \(table) (\(SQLText(joining: columns.map(\.name), with: ", "))) FORMAT RowBinary"
    }
}
