import Foundation
import Synchronization

/// Sends requests through `gijiroku-http`, which is started with the first of them and stays until this goes away.
public final class CarrierProgram: ClickHouseTransport {
    private let program: URL
    /// One request at a time.
    private let running = Mutex<Running?>(nil)

    private final class Running: @unchecked Sendable {
        let process = Process()
        let input = Pipe()
        let output = Pipe()

        init(_ program: URL) throws {
            process.executableURL = program
            process.arguments = []
            process.standardInput = input
            process.standardOutput = output
            try process.run()
        }

        deinit { try? input.fileHandleForWriting.close() }
    }

    /// - Parameter program: where `gijiroku-http` lies.
    /// - Throws: `ClickHouseError.noCarrier`.
    public init(_ program: URL) throws(ClickHouseError) {
        guard FileManager.default.isExecutableFile(atPath: program.path) else { throw .noCarrier(program.path) }
        self.program = program
    }

    public func send(_ request: ServerRequest) throws(TransportProblem) -> ServerAnswer {
        let result = running.withLock { running -> Result<ServerAnswer, TransportProblem> in
            Result { () throws(TransportProblem) in
                do {
                    if running == nil { running = try Running(program) }
                } catch {
                    throw TransportProblem("\(program.path) を起動できません", isLasting: true)
                }
                guard let box = running else { throw TransportProblem("") }
                do throws(TransportProblem) {
                    return try Self.exchange(request, with: box)
                } catch {
                    // What is left in the pipes may belong to no request any more: the next one gets a new program.
                    running = nil
                    throw error
                }
            }
        }
        return try result.get()
    }

    private static func exchange(
        _ request: ServerRequest, with box: Running
    ) throws(TransportProblem) -> ServerAnswer {
        var head = request
        head.body = []
        try CarrierFrames.write(
            .init(request: head), body: request.body, to: box.input.fileHandleForWriting.fileDescriptor)
        let answer = try CarrierFrames.read(from: box.output.fileHandleForReading.fileDescriptor)
        guard let answer else { throw TransportProblem("通信の部品が終了しました") }
        if let problem = answer.head.problem {
            throw TransportProblem(problem, isLasting: answer.head.isLasting ?? false)
        }
        guard answer.body.count <= request.largestAnswer else { throw TransportProblem("応答が大きすぎます", isLasting: true) }
        return ServerAnswer(status: answer.head.status ?? 0, body: answer.body)
    }
}
