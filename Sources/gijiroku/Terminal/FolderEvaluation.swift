import Foundation
import MinutesKit

/// `gijiroku evaluate turns DIR…` and `evaluate record DIR…`: what stands beside documents is compared with what is read.
enum FolderEvaluation {
    /// - Parameters:
    ///   - verb: `turns` or `record`.
    ///   - truth: how the names of the files that hold the truth end.
    static func run<Report: Encodable>(
        _ folders: [String], verb: String, truth: String, _ arguments: Arguments, terminal: Terminal,
        evaluate: ([URL]) throws -> Report, problems: (Report) -> [TurnReport.Problem], text: (Report) -> String
    ) throws -> ExitCode {
        guard !folders.isEmpty else {
            throw UsageError(
                "正解（文書名\(truth)）のあるフォルダを指定してください。例：gijiroku evaluate \(verb) 会議録/",
                "Name the folders that hold <document>\(truth), for example: gijiroku evaluate \(verb) minutes/")
        }
        let report = try evaluate(folders.map { URL(fileURLWithPath: $0) })
        let output = Output(arguments, terminal: terminal)
        if arguments.value("--format") == "json" {
            try output.write(JSONBytes.encode(report))
        } else {
            try output.print(text(report))
        }
        for problem in problems(report) { terminal.note("\(problem.truth): \(problem.reason)") }
        return problems(report).isEmpty ? .done : .problems
    }

    /// A share with three places, rounded down: 1.000 is all of it.
    static func rate(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded(.down))
        return "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    }
}
