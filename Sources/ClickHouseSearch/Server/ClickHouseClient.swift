import Foundation

/// Asks one server, again where a request may pass the next time, and makes of its answers results or errors.
struct ClickHouseClient: Sendable {
    let server: ClickHouseServer
    let transport: any ClickHouseTransport
    /// Seconds before the second, third, … attempt.
    var pauses: [Double] = [0.2, 1, 4]

    /// Bytes of an answer at most, and seconds for one query and one load.
    static let largestAnswer = 256 << 20
    static let queryTimeout = 60.0
    static let loadTimeout = 300.0

    /// What every request asks of the server: exact statuses, room for the longest query the parser lets through.
    private static let settings = [
        ("wait_end_of_query", "1"), ("max_query_size", "16000000"), ("max_ast_elements", "2000000"),
        ("max_expanded_ast_elements", "4000000"), ("max_ast_depth", "10000"),
        ("output_format_json_quote_64bit_integers", "0"),
    ]

    /// Runs a statement that may be run twice, and gives what comes back.
    /// - Throws: `ClickHouseError`.
    func run(_ statement: SQLText, timeout: Double = queryTimeout) throws(ClickHouseError) -> [UInt8] {
        try again(within: timeout / 2) { () throws(ClickHouseError) in
            try once(query: nil, body: Array(statement.description.utf8), timeout: timeout)
        }
    }

    /// Sends rows, once: whether to send them again is the caller's to say.
    /// - Parameter statement: `INSERT … FORMAT RowBinary`.
    /// - Throws: `ClickHouseError`.
    func insert(_ statement: SQLText, rows: [UInt8]) throws(ClickHouseError) {
        _ = try once(query: statement.description, body: rows, timeout: Self.loadTimeout)
    }

    /// Runs a query and reads its rows.
    /// - Parameter query: without FORMAT.
    /// - Throws: `ClickHouseError`; `.badAnswer` for an answer that is cut short or of another shape.
    func rows<Row: Decodable>(_ type: Row.Type, _ query: SQLText) throws(ClickHouseError) -> [Row] {
        let bytes = try run("\(query) FORMAT JSONCompact")
        do {
            let answer = try JSONDecoder().decode(CompactAnswer<Row>.self, from: Data(bytes))
            guard answer.rows == answer.data.count else { throw CocoaError(.coderReadCorrupt) }
            return answer.data
        } catch {
            throw .badAnswer(server: server.name, reason: "\(bytes.count)バイト")
        }
    }

    /// Does something again after a pause while it fails in a way that may pass.
    /// - Parameter seconds: after so long it is not begun again: who waits for an answer does not wait for four.
    /// - Throws: the last error.
    func again<Result>(
        within seconds: Double, _ attempt: () throws(ClickHouseError) -> Result
    ) throws(ClickHouseError) -> Result {
        let start = ContinuousClock.now
        for pause in pauses {
            do throws(ClickHouseError) {
                return try attempt()
            } catch {
                guard error.isPassing, ContinuousClock.now - start < .seconds(seconds) else { throw error }
                Thread.sleep(forTimeInterval: pause)
            }
        }
        return try attempt()
    }

    private func once(query: String?, body: [UInt8], timeout: Double) throws(ClickHouseError) -> [UInt8] {
        var parameters = Self.settings + [("max_execution_time", "\(Int(timeout))")]
        if query != nil { parameters += [("insert_distributed_sync", "1"), ("query", query ?? "")] }
        var headers = ["Content-Type": "application/octet-stream"]
        headers["Authorization"] = server.authorization
        let text = parameters.map { "\($0)=\(Self.escaped($1))" }.joined(separator: "&")
        let path = server.url.path.isEmpty ? "/" : ""
        let answer: ServerAnswer
        do {
            answer = try transport.send(
                ServerRequest(
                    url: server.url.absoluteString + path + "?" + text, headers: headers, body: body,
                    timeout: timeout + 5, largestAnswer: Self.largestAnswer))
        } catch {
            if error.isLasting { throw .badAnswer(server: server.name, reason: error.reason) }
            throw .unreachable(server: server.name, reason: error.reason)
        }
        guard answer.status == 200 else { throw refusal(answer) }
        return answer.body
    }

    /// `Code: 60, e.displayText() = DB::Exception: Table … doesn't exist. …`
    private func refusal(_ answer: ServerAnswer) -> ClickHouseError {
        let said = String(decoding: answer.body.prefix(2000), as: UTF8.self)
        let line = String(String.UnicodeScalarView(said.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
        var code = 0
        if let found = line.firstRange(of: "Code: ") {
            code = Int(line[found.upperBound...].prefix { $0.isNumber && $0.isASCII }.prefix(9)) ?? 0
        } else if [429, 502, 503, 504].contains(answer.status) {
            return .unreachable(server: server.name, reason: "HTTP \(answer.status)")
        }
        let message = line.firstRange(of: "DB::Exception: ").map { String(line[$0.upperBound...]) } ?? line
        return .refused(
            server: server.name, code: code == 0 ? answer.status : code,
            message: message.isEmpty ? "HTTP \(answer.status)" : String(message.prefix(400)))
    }

    /// For the query of an address: everything but unreserved characters by its number.
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What of the format JSONCompact is read.
private struct CompactAnswer<Row: Decodable>: Decodable {
    var data: [Row]
    var rows: Int
}
