import MinutesKit

/// What a new reading of the minutes would change about what people decided, on standard error. Notes are told too:
/// nothing of it happens by itself.
struct ReviewEffects {
    private let diagnostics: [Diagnostic]
    private let terminal: Terminal
    /// Told in full; `verify` has all.
    private static let most = 50

    init(_ diagnostics: [Diagnostic], terminal: Terminal) {
        self.diagnostics = diagnostics
        self.terminal = terminal
    }

    static func isOne(_ diagnostic: Diagnostic) -> Bool { diagnostic.code.hasPrefix("reviews.") }

    func tell() {
        guard !diagnostics.isEmpty else { return }
        terminal.note(
            Words(
                "■ 確認した項目について（\(diagnostics.count)件。確認の記録はそのままです）",
                "■ Decided items (\(diagnostics.count); the decisions stand)"))
        for diagnostic in diagnostics.prefix(Self.most) {
            terminal.note("  " + RecordText.line(for: diagnostic, language: terminal.language))
        }
        if diagnostics.count > Self.most {
            terminal.note(
                Words(
                    "  ほか\(diagnostics.count - Self.most)件（gijiroku verify で全件）",
                    "  and \(diagnostics.count - Self.most) more (gijiroku verify has all)"))
        }
    }
}
