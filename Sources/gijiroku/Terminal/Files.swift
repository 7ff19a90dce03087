import Foundation
import MinutesKit

/// A file named on the command line; `-` is standard input.
struct InputFile {
    let path: String

    /// - Throws: `FileProblem` when it cannot be read.
    func read() throws -> SourceBytes {
        if path == "-" {
            return SourceBytes(name: "標準入力", bytes: [UInt8](FileHandle.standardInput.readDataToEndOfFile()))
        }
        return try SourceFile.read(URL(fileURLWithPath: path))
    }
}

/// Where a command's result goes: `--output FILE`, or the screen.
struct Output {
    private let path: String?
    private let terminal: Terminal

    init(_ arguments: Arguments, terminal: Terminal) {
        path = arguments.value("--output")
        self.terminal = terminal
    }

    /// A file that no screen can show goes into a file or a pipe.
    /// - Throws: `UsageError` where it would go to the screen.
    func refuseScreen(_ format: String) throws {
        guard path == nil, isatty(STDOUT_FILENO) == 1 else { return }
        throw UsageError(
            "\(format) は画面に表示できません。-o ファイル名.\(format) を付けてください。",
            "A screen cannot show \(format); add -o FILE.\(format).")
    }

    func print(_ text: String) throws { try write(Array((text + "\n").utf8)) }

    /// Writes to the screen, or to the file in one step: it is there whole or not at all.
    func write(_ bytes: [UInt8]) throws {
        guard let path else { return try terminal.write(bytes: bytes) }
        try SourceFile.write(bytes, to: URL(fileURLWithPath: path))
        terminal.note(Words("\(path) に書き出しました。", "Wrote \(path)."))
    }
}
