import ClickHouseSearch
import Foundation

/// `gijiroku-http`: reads requests from standard input, writes the answers to standard output, ends with its input.
/// It is started by `gijiroku` and of no use to a person.
@main
enum Carrier {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        guard isatty(STDIN_FILENO) == 0 else {
            FileHandle.standardError.write(Data("gijiroku が使う部品です。直接は使いません。\n".utf8))
            exit(2)
        }
        let courier = HTTPCourier()
        do {
            while let (head, body) = try CarrierFrames.read(from: STDIN_FILENO) {
                guard var request = head.request else { exit(2) }
                request.body = body
                let answer: ServerAnswer
                do throws(TransportProblem) {
                    answer = try courier.send(request)
                } catch {
                    try CarrierFrames.write(
                        .init(problem: error.reason, isLasting: error.isLasting), body: [], to: STDOUT_FILENO)
                    continue
                }
                try CarrierFrames.write(.init(status: answer.status), body: answer.body, to: STDOUT_FILENO)
            }
        } catch {
            exit(1)
        }
    }
}
