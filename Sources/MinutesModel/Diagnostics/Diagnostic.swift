/// Something noticed in the input that does not stop the work.
public struct Diagnostic: Codable, Hashable, Sendable {
    public enum Severity: String, Codable, Sendable, CaseIterable { case note, warning, error }

    public var severity: Severity
    /// Stable, dotted, lower case: `turn.near-miss`, `header.no-date`.
    public var code: String
    /// A Japanese sentence that says what was found and what to do.
    public var message: String
    /// Line of the document, from 1.
    public var line: Int?
    /// UTF-8 column, from 1.
    public var column: Int?

    public init(_ severity: Severity, code: String, message: String, line: Int? = nil, column: Int? = nil) {
        self.severity = severity
        self.code = code
        self.message = message
        self.line = line
        self.column = column
    }
}
