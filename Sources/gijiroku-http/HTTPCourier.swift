import ClickHouseSearch
import Foundation
import FoundationNetworking
import Synchronization

/// Sends requests over HTTP, keeps the connection, follows no redirection, keeps no cookies and no cache, and lets go of
/// an answer that grows too large or comes too late.
struct HTTPCourier: ClickHouseTransport {
    func send(_ request: ServerRequest) throws(TransportProblem) -> ServerAnswer {
        guard let url = URL(string: request.url) else { throw TransportProblem("住所が正しくありません", isLasting: true) }
        var message = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: request.timeout)
        message.httpMethod = "POST"
        for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
        message.httpBody = Data(request.body)
        let exchange = Exchange(largestAnswer: request.largestAnswer)
        let task = Self.session.dataTask(with: message)
        Self.exchanges.begin(exchange, task)
        task.resume()
        // The session's own timeout begins again with every piece that comes; this one does not.
        if exchange.finished.wait(timeout: .now() + request.timeout) == .timedOut {
            task.cancel()
            throw TransportProblem("\(Int(request.timeout))秒待っても応答が終わりません")
        }
        return try exchange.result()
    }

    private static let exchanges = Exchanges()

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.httpMaximumConnectionsPerHost = 1
        return URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }()
}

/// One request under way.
private final class Exchange: Sendable {
    private struct State {
        var status = 0
        var body: [UInt8] = []
        var problem: TransportProblem?
        var isRefused = false
    }

    let finished = DispatchSemaphore(value: 0)
    private let largestAnswer: Int
    private let state = Mutex(State())

    init(largestAnswer: Int) { self.largestAnswer = largestAnswer }

    func begin(status: Int) { state.withLock { $0.status = status } }

    /// The server wants another name or password.
    func refuse() { state.withLock { $0.isRefused = true } }

    /// - Returns: whether more is wanted.
    func take(_ data: Data) -> Bool {
        state.withLock { state in
            guard state.body.count + data.count <= largestAnswer else {
                state.problem = TransportProblem("応答が大きすぎます", isLasting: true)
                state.body = []
                return false
            }
            state.body.append(contentsOf: data)
            return true
        }
    }

    func end(_ error: (any Error)?) {
        state.withLock { state in
            if let error, state.problem == nil { state.problem = Self.problem(error) }
        }
        finished.signal()
    }

    func result() throws(TransportProblem) -> ServerAnswer {
        let state = state.withLock { $0 }
        if state.isRefused { return ServerAnswer(status: 401, body: Array("利用者名かパスワードが違います。".utf8)) }
        if let problem = state.problem { throw problem }
        return ServerAnswer(status: state.status, body: state.body)
    }

    private static func problem(_ error: any Error) -> TransportProblem {
        switch (error as? URLError)?.code {
        case .timedOut?: TransportProblem("時間切れ")
        case .cannotFindHost?: TransportProblem("その名前の計算機が見つかりません")
        case .cannotConnectToHost?: TransportProblem("接続を断られました")
        case .networkConnectionLost?: TransportProblem("接続が切れました")
        case .serverCertificateUntrusted?, .secureConnectionFailed?, .serverCertificateHasBadDate?:
            TransportProblem("証明書を確かめられません", isLasting: true)
        default: TransportProblem((error as NSError).localizedDescription)
        }
    }
}

/// Hands what the session says to the exchange it belongs to.
private final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
    private let running = Mutex<[Int: Exchange]>([:])

    func begin(_ exchange: Exchange, _ task: URLSessionTask) {
        running.withLock { $0[task.taskIdentifier] = exchange }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        let exchange = running.withLock { $0[dataTask.taskIdentifier] }
        exchange?.begin(status: (response as? HTTPURLResponse)?.statusCode ?? 0)
        completionHandler(exchange == nil ? .cancel : .allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let exchange = running.withLock { $0[dataTask.taskIdentifier] }
        if exchange?.take(data) != true { dataTask.cancel() }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// A wrong password is an answer, not a question: without this the request would wait for somebody to answer it.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let methods = [NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest]
        guard methods.contains(challenge.protectionSpace.authenticationMethod) else {
            return completionHandler(.performDefaultHandling, nil)
        }
        running.withLock { $0[task.taskIdentifier] }?.refuse()
        completionHandler(.cancelAuthenticationChallenge, nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        running.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.end(error)
    }
}
