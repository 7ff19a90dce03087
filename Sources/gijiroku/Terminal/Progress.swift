import Foundation

/// A line of progress on standard error, shown only when the work takes longer than half a second.
final class Progress {
    private let terminal: Terminal
    private let what: String
    private let started = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?

    init(_ what: Words, terminal: Terminal) {
        self.terminal = terminal
        self.what = what(terminal.language)
    }

    /// Tells how far it is; costs nothing when called often.
    func report(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        guard terminal.isInteractive, now - started > .milliseconds(500) else { return }
        if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
        lastShown = now
        FileHandle.standardError.write(Data("\r\u{1b}[K\(what) \(done)/\(total)".utf8))
    }

    /// Takes the line away.
    func finish() {
        if lastShown != nil { FileHandle.standardError.write(Data("\r\u{1b}[K".utf8)) }
    }
}
