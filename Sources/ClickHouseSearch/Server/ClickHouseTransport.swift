/// Carries requests to a server. The program has one over FoundationNetworking in a process of its own
/// (`gijiroku-http`), so that nobody else pays for loading it; a server may bring its own.
public protocol ClickHouseTransport: Sendable {
    /// Sends one POST request and waits for the whole answer. Redirections are not followed: the password is for one
    /// address only.
    /// - Throws: `TransportProblem` when there is no answer, or it is larger or comes later than the request allows.
    func send(_ request: ServerRequest) throws(TransportProblem) -> ServerAnswer
}

/// A POST request, but for its body where it is sent to a carrier.
public struct ServerRequest: Codable, Hashable, Sendable {
    public var url: String
    public var headers: [String: String]
    public var body: [UInt8]
    /// Seconds for the whole exchange.
    public var timeout: Double
    /// Bytes of the body of an answer at most.
    public var largestAnswer: Int
}

public struct ServerAnswer: Hashable, Sendable {
    /// Of HTTP.
    public var status: Int
    public var body: [UInt8]

    public init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }
}

/// Why there is no answer: one sentence without its full stop.
public struct TransportProblem: Error, Hashable, Sendable {
    public var reason: String
    /// Whether there is no hope in sending it again.
    public var isLasting: Bool

    public init(_ reason: String, isLasting: Bool = false) {
        self.reason = reason
        self.isLasting = isLasting
    }
}
