import Foundation

/// Where a command reads its surroundings from and writes to.
///
/// Standard output carries results, standard error everything about the work: warnings, progress, problems.
struct Terminal {
    let language: Language
    let isInteractive: Bool
    let usesColor: Bool

    init(language: Language, environment: [String: String]) {
        self.language = language
        isInteractive = isatty(STDERR_FILENO) == 1
        usesColor = isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// Writes a result, with a line end.
    func print(_ text: String) throws { try write(text + "\n") }

    /// Writes a result as it is. A reader that went away (`| head`) ends the work quietly.
    func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

    func write(bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw errno == EPIPE ? Stop.closedOutput : Stop.unwritableOutput(String(cString: strerror(errno)))
            }
        }
    }

    /// Says something about the work on standard error.
    func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    func note(_ words: Words) { note(words(language)) }

    /// Weighs a heading on a terminal; plain elsewhere.
    func heading(_ text: String) -> String { usesColor ? "\u{1b}[1m\(text)\u{1b}[0m" : text }

    /// Marks the word that was looked for.
    func highlight(_ text: String) -> String { usesColor ? "\u{1b}[1;33m\(text)\u{1b}[0m" : "【\(text)】" }
}

/// Why output ended early.
enum Stop: Error {
    case closedOutput
    case unwritableOutput(String)
}
