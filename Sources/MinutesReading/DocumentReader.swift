import MinutesModel

/// Reads one format of documents. One reader is one file in `BuiltIn/`, or somebody's own type.
public protocol DocumentReader: Sendable {
    /// Short, lower case, never changed: `plain-text`.
    static var id: String { get }
    /// One Japanese sentence: what it reads, with the file name endings.
    static var summary: String { get }

    /// Whether this reader takes the document. Looks at the name and the first bytes only.
    func canRead(_ source: SourceBytes) -> Bool

    /// - Returns: the text, and what was noticed while reading.
    /// - Throws: `ReadingError` when there is no text to be had.
    func read(_ source: SourceBytes) throws -> Parsed<SourceText>
}
