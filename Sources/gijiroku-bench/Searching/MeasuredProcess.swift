import Foundation

/// A program run to its end, with what it took.
struct MeasuredProcess {
    /// Seconds on the clock, and of processors (its own and its children's).
    var wall: Double
    var processor: Double
    var output: String

    /// The path of a program, `nil` where it is not installed.
    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    }

    /// - Parameter input: written to its standard input.
    init(_ path: String, _ arguments: [String], input: Data? = nil) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, stdin) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardInput = input == nil ? FileHandle.nullDevice : stdin
        let before = Self.children
        let clock = ContinuousClock()
        let start = clock.now
        try process.run()
        if let input {
            // Beside the reading of the output: both pipes are short.
            DispatchQueue.global().async {
                try? stdin.fileHandleForWriting.write(contentsOf: input)
                try? stdin.fileHandleForWriting.close()
            }
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        wall = BenchTimes.seconds(clock.now - start)
        processor = Self.children - before
        self.output = String(decoding: bytes, as: UTF8.self)
        // rg ends with 1 where nothing is found.
        guard process.terminationStatus <= 1 else {
            throw BenchProblem.programFailed(path: path, status: Int(process.terminationStatus))
        }
    }

    private static var children: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }
}
