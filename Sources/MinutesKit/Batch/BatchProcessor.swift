import Foundation
import MinutesModel

/// Turns a stream that names documents into a stream of analysed meetings, one a line, in the same order: the part of
/// the work that is spread over machines.
public struct BatchProcessor: Sendable {
    /// What came of a batch.
    public struct Summary: Hashable, Sendable {
        /// Lines of the input that are not blank.
        public var documents = 0
        public var meetings = 0
        /// Lines that gave no meeting.
        public var failed = 0
    }

    /// How the input names documents.
    public enum Separator: Sendable {
        /// A path or a JSON object a line.
        case line
        /// Paths with a NUL behind each, as `find -print0` writes them.
        case null
    }

    /// Bytes of a line of the input; a longer one is an error of its own.
    public static let longestLine = 64 << 20

    private let processor: MinutesProcessor
    private let layout: TurnLayout?
    private let jobs: Int

    /// - Parameters:
    ///   - layout: how turns begin in every document, where a person says so.
    ///   - jobs: threads.
    public init(_ processor: MinutesProcessor, layout: TurnLayout? = nil, jobs: Int) {
        self.processor = processor
        self.layout = layout
        self.jobs = jobs
    }

    /// Reads a stream to its end.
    /// - Parameters:
    ///   - descriptor: of the stream.
    ///   - give: gets whole lines with their ends, those of one input at a time, as soon as they are ready.
    /// - Throws: `FileProblem` when the stream cannot be read; what `give` throws.
    public func run(
        reading descriptor: Int32, separator: Separator = .line, give: @escaping ([UInt8]) throws -> Void
    ) throws -> Summary {
        var summary = Summary()
        let lines = BoundedLines(
            descriptor, end: separator == .null ? 0 : UInt8(ascii: "\n"), limit: Self.longestLine)
        let work = OrderedWork<BoundedLines.Line, Outcome>(threads: jobs) { line in
            let outcome = outcome(of: line, isPath: separator == .null)
            return (outcome, outcome.bytes.count)
        } give: { outcome in
            summary.documents += 1
            summary.meetings += outcome.meetings
            if outcome.hasFailed { summary.failed += 1 }
            try give(outcome.bytes)
        }
        try work.run(lines) { lines in
            try lines.next().map { line in
                switch line {
                case .whole(let bytes), .tooLong(let bytes): (line, bytes.count)
                }
            }
        }
        return summary
    }

    private struct Outcome: Sendable {
        var bytes: [UInt8]
        var meetings: Int
        var hasFailed: Bool
    }

    private func outcome(of line: BoundedLines.Line, isPath: Bool) -> Outcome {
        let bytes: [UInt8]
        switch line {
        case .tooLong(let beginning):
            return failure(.init(line: beginning), Self.badLine(.tooLong(limit: Self.longestLine)))
        case .whole(let whole): bytes = whole
        }
        let input: BatchInput
        do throws(BatchLineProblem) {
            input = try BatchInput(bytes, isPath: isPath)
        } catch {
            return failure(.init(line: bytes), Self.badLine(error))
        }
        let named = BatchLine.Input(input)
        do {
            let source = try input.source()
            let records = try processor.processExplaining(source, as: layout).map(\.record)
            var written: [UInt8] = []
            for (place, record) in records.enumerated() {
                var named = named
                if records.count > 1 { (named.part, named.parts) = (place + 1, records.count) }
                written += try BatchLine(input: named, content: .record(record)).bytes()
            }
            return Outcome(bytes: written, meetings: records.count, hasFailed: false)
        } catch {
            return failure(named, Diagnostic(.error, code: "process.unreadable", message: "\(error)"))
        }
    }

    private static func badLine(_ problem: BatchLineProblem) -> Diagnostic {
        Diagnostic(.error, code: "process.bad-line", message: problem.description)
    }

    private func failure(_ input: BatchLine.Input, _ diagnostic: Diagnostic) -> Outcome {
        // Strings and numbers only: encoding them does not fail.
        let bytes = try? BatchLine(input: input, content: .problem(diagnostic)).bytes()
        return Outcome(bytes: bytes ?? Array("{}\n".utf8), meetings: 0, hasFailed: true)
    }
}
