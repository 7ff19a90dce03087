import Foundation
import MinutesModel
import MinutesSearch
import Synchronization
import Testing

@testable import ClickHouseSearch

/// A server that is not there: answers what it is told to.
private final class Scripted: ClickHouseTransport {
    let sent = Mutex<[ServerRequest]>([])
    private let answer: @Sendable (Int, ServerRequest) throws(TransportProblem) -> ServerAnswer

    init(_ answer: @escaping @Sendable (Int, ServerRequest) throws(TransportProblem) -> ServerAnswer) {
        self.answer = answer
    }

    func send(_ request: ServerRequest) throws(TransportProblem) -> ServerAnswer {
        let number = sent.withLock { sent in
            sent.append(request)
            return sent.count - 1
        }
        return try answer(number, request)
    }

    var requests: [ServerRequest] { sent.withLock { $0 } }
}

@Suite struct BulkLoadTests {
    private static let database = ClickHouseName("g")!
    private static let tables = ClickHouseTables(database: database, isSpread: true)

    private func client(_ transport: Scripted, password: String? = nil) throws -> ClickHouseClient {
        ClickHouseClient(
            server: try ClickHouseServer(address: "http://127.0.0.1:1", database: Self.database, password: password),
            transport: transport, pauses: [0, 0, 0])
    }

    private func meeting(_ id: String) -> SearchableMeeting {
        var header = MeetingHeader(id: id)
        header.date = "2024-02-21"
        let span = SourceSpan(start: 0, end: 1, line: 1, endLine: 1)
        let remark = Remark(id: id + "r", order: 1, mark: "○", label: "委員", role: .member, text: "居場所", span: span)
        let meeting = Meeting(id: id, header: header, remarks: [remark])
        return SearchableMeeting(AnalyzedMeeting(meeting: meeting), version: "v1")
    }

    /// Loads named in the rows of the meetings' table: the UInt64 behind two strings.
    private func loads(_ request: ServerRequest) -> [UInt64] {
        var found: [UInt64] = []
        var place = 0
        while place < request.body.count {
            for _ in 0..<2 { place += 1 + Int(request.body[place]) }
            found.append(request.body[place..<(place + 8)].reversed().reduce(0) { $0 << 8 | UInt64($1) })
            place += 20
        }
        return found
    }

    private func isForRemarks(_ request: ServerRequest) -> Bool { request.url.contains("gijiroku_remarks_1_all") }

    @Test func anAttemptThatMayHaveArrivedIsNeverNamed() throws {
        let transport = Scripted { (number, _) throws(TransportProblem) in
            if number == 0 { throw TransportProblem("接続が切れました") }
            if number == 1 {
                return ServerAnswer(status: 500, body: Array("Code: 210, e.displayText() = DB::NetException: x".utf8))
            }
            return ServerAnswer(status: 200, body: [])
        }
        var given: UInt64 = 0
        var load = BulkLoad(try client(transport), Self.tables, revision: 7) {
            given += 1
            return given
        }
        try load.add(meeting("m1"))
        try load.add(meeting("m2"))
        #expect(load.done == 0)
        try load.flush()
        let requests = transport.requests
        #expect(requests.map(isForRemarks) == [true, true, true, false])
        // Every attempt has loads of its own; named are those of the one that is known to have arrived.
        #expect(Set(requests[..<3].map(\.body)).count == 3)
        #expect(loads(requests[3]) == [5, 6])
        #expect(load.done == 2)
        try load.flush()
        #expect(transport.requests.count == 4)
    }

    /// A naming row may be sent twice: it says the same.
    @Test func namingIsSentAgainAsItIs() throws {
        let transport = Scripted { (number, _) throws(TransportProblem) in
            if number == 1 { throw TransportProblem("時間切れ") }
            return ServerAnswer(status: 200, body: [])
        }
        var load = BulkLoad(try client(transport), Self.tables, revision: 7)
        try load.add(meeting("m1"))
        try load.flush()
        let requests = transport.requests
        #expect(requests.count == 3 && requests[1].body == requests[2].body)
        try load.remove(["m9"])
        #expect(loads(transport.requests[3]) == [0])
    }

    @Test func whatCannotPassIsNotTriedAgain() throws {
        let transport = Scripted { (_, _) in
            ServerAnswer(status: 500, body: Array("Code: 62, e.displayText() = DB::Exception: Syntax\nerror".utf8))
        }
        var load = BulkLoad(try client(transport), Self.tables, revision: 7)
        try load.add(meeting("m1"))
        #expect(throws: ClickHouseError.refused(server: "http://127.0.0.1:1", code: 62, message: "Syntax error")) {
            try load.flush()
        }
        #expect(transport.requests.count == 1 && load.done == 0)
    }

    @Test func answersThatAreNone() throws {
        for body in [
            "", "<html>", #"{"data":[[1]],"rows":2}"#, #"{"data":[["x"]],"rows":1}"#, #"{"data":[[1]]"#, "[[[[",
        ] {
            let transport = Scripted { (_, _) in ServerAnswer(status: 200, body: Array(body.utf8)) }
            let client = try client(transport)
            #expect(throws: ClickHouseError.self) { try client.rows([UInt64].self, "SELECT 1") }
        }
        let long = Scripted { (_, _) in ServerAnswer(status: 400, body: [UInt8](repeating: 0x41, count: 1 << 20)) }
        do {
            _ = try client(long).run("SELECT 1")
            Issue.record("no error")
        } catch {
            #expect("\(error)".utf8.count < 1000)
        }
    }

    @Test func thePasswordGoesIntoAHeaderOnly() throws {
        let transport = Scripted { (_, _) in ServerAnswer(status: 200, body: []) }
        _ = try client(transport, password: "秘密 &:'").run("SELECT 1")
        let request = transport.requests[0]
        #expect(request.headers["Authorization"] == "Basic " + Data("default:秘密 &:'".utf8).base64EncodedString())
        #expect(!request.url.contains("default") && !request.url.contains("password"))
        for address in [
            "http://u:p@h/", "ftp://h/", "h:8123", "http://", "http://h/?user=x", "http://h/#x", "http://u@h",
        ] {
            #expect(throws: ClickHouseError.self, "\(address)") {
                try ClickHouseServer(address: address, database: Self.database)
            }
        }
        for password in ["a\nb", "a\r", "a\0"] {
            #expect(throws: ClickHouseError.self) {
                try ClickHouseServer(address: "http://h", database: Self.database, password: password)
            }
        }
    }

    @Test func rowsAsRowBinaryHasThem() {
        var rows = RowBinary()
        rows.append("あ")
        rows.append(["", String(repeating: "x", count: 200)])
        rows.append(UInt32(1))
        rows.append(Int32(-1))
        #expect(
            rows.bytes == [3, 0xE3, 0x81, 0x82, 2, 0, 0xC8, 1] + [UInt8](repeating: 0x78, count: 200)
                + [1, 0, 0, 0, 255, 255, 255, 255])
    }
}
