import Foundation

/// Runs `pdftotext` (Poppler or Xpdf) on a document: without a shell, with a time limit and a limit to what it writes.
struct TextExtraction {
    enum Problem: Error, Equatable {
        /// No such program on the PATH.
        case missing
        case tooSlow(seconds: Int)
        case tooLarge(bytes: Int)
        /// The document asks for a password.
        case locked
        /// The program gave up: its first line of complaint.
        case failed(String)
    }

    /// Its name, to be found on the PATH, or its place.
    var program = "pdftotext"
    var seconds = 120
    var outputLimit = 128 << 20

    /// Where the program stands, by the PATH. Relative places on it are passed over.
    static func locate(_ program: String, environment: [String: String] = ProcessInfo.processInfo.environment)
        -> String?
    {
        #if os(Windows)
            let (separator, endings): (Character, [String]) = (";", [".exe", ""])
        #else
            let (separator, endings): (Character, [String]) = (":", [""])
        #endif
        let path = environment["PATH"] ?? environment["Path"] ?? ""
        for folder in path.split(separator: separator) {
            for ending in endings {
                let file = folder + "/" + program + ending
                #if !os(Windows)
                    guard folder.hasPrefix("/") else { continue }
                #endif
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: String(file), isDirectory: &isFolder), !isFolder.boolValue,
                    FileManager.default.isExecutableFile(atPath: String(file))
                {
                    return String(file)
                }
            }
        }
        return nil
    }

    /// The text of a document, pages parted by form feeds, in UTF-8.
    /// - Throws: `Problem`, or what the system says when the temporary folder cannot be written.
    func text(of document: [UInt8], keepsLayout: Bool) throws -> [UInt8] {
        guard let executable = program.hasPrefix("/") ? program : Self.locate(program) else { throw Problem.missing }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gijiroku-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("document.pdf")
        let output = folder.appendingPathComponent("document.txt")
        let complaints = folder.appendingPathComponent("complaints.txt")
        try Data(document).write(to: input)
        try Data().write(to: complaints)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments =
            (keepsLayout ? ["-layout"] : []) + ["-enc", "UTF-8", "-eol", "unix", input.path, output.path]
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = try FileHandle(forWritingTo: complaints)
        defer { try? errors.close() }
        process.standardError = errors
        try process.run()
        try wait(for: process, writing: output, complaints)
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw problem(complaints, status: process.terminationStatus)
        }
        guard size(output) <= outputLimit else { throw Problem.tooLarge(bytes: size(output)) }
        return [UInt8]((try? Data(contentsOf: output)) ?? Data())
    }

    /// Ends the program when it takes too long or writes too much.
    private func wait(for process: Process, writing output: URL, _ complaints: URL) throws {
        let end = ContinuousClock.now + .seconds(seconds)
        var pause = 0.002
        while process.isRunning {
            Thread.sleep(forTimeInterval: pause)
            pause = min(0.05, pause * 1.5)
            let problem: Problem? =
                ContinuousClock.now > end
                ? .tooSlow(seconds: seconds)
                : size(output) > outputLimit || size(complaints) > outputLimit ? .tooLarge(bytes: outputLimit) : nil
            guard let problem, process.isRunning else { continue }
            stop(process)
            throw problem
        }
        process.waitUntilExit()
    }

    private func stop(_ process: Process) {
        process.terminate()
        let end = ContinuousClock.now + .seconds(2)
        while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.02) }
        #if !os(Windows)
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        #endif
        process.waitUntilExit()
    }

    private func size(_ file: URL) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    }

    private func problem(_ complaints: URL, status: Int32) -> Problem {
        let handle = try? FileHandle(forReadingFrom: complaints)
        defer { try? handle?.close() }
        let text = String(decoding: (try? handle?.read(upToCount: 2000)) ?? Data(), as: UTF8.self)
        if text.lowercased().contains("password") { return .locked }
        return .failed(text.split(separator: "\n").first.map(String.init) ?? "exit status \(status)")
    }
}
