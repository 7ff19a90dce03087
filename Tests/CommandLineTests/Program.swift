import Foundation

/// The built program, run as a person would run it: words in, exit code and both outputs back.
struct Program {
    struct Result {
        var code: Int32
        var output: String
        var errors: String
    }

    /// A folder of its own, taken away when the value goes.
    final class Folder {
        let url: URL

        init() throws {
            url = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ text: String) throws -> String {
            try write(name, Array(text.utf8))
        }

        func write(_ name: String, _ bytes: [UInt8]) throws -> String {
            let file = url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            return file.path
        }

        func path(_ name: String) -> String { url.appendingPathComponent(name).path }
    }

    /// Where the package stands, found from this file.
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let samples = package.appendingPathComponent("samples")

    /// The program lies beside the test runner.
    static let executable: URL = {
        let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let beside = runner.deletingLastPathComponent().appendingPathComponent("gijiroku")
        if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
        return package.appendingPathComponent(".build/debug/gijiroku")
    }()

    /// - Parameter environment: laid over a bare one, so that the caller's `LANG` and archive do not leak in.
    static func run(
        _ words: [String], in folder: URL? = nil, input: String? = nil, environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = words
        process.currentDirectoryURL = folder
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": path, "LANG": "ja_JP.UTF-8"].merging(environment) { $1 }
        let directory = FileManager.default.temporaryDirectory
        let outputs = ["out", "err"].map { directory.appendingPathComponent("gijiroku-\(UUID().uuidString).\($0)") }
        defer { for url in outputs { try? FileManager.default.removeItem(at: url) } }
        for url in outputs { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: outputs[0])
        process.standardError = try FileHandle(forWritingTo: outputs[1])
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        if let input { try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        let texts = try outputs.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Result(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }
}
