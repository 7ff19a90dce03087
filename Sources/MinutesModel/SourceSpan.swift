/// A place in the decoded text of a document.
public struct SourceSpan: Codable, Hashable, Sendable {
    /// First byte, UTF-8 offset into the decoded text.
    public var start: Int
    /// One past the last byte.
    public var end: Int
    /// Line of the first byte, from 1.
    public var line: Int
    /// Line of the last byte, from 1.
    public var endLine: Int
    /// Page of the first byte, from 1, where the document shows its pages (form feeds, page numbers).
    public var page: Int?

    public init(start: Int, end: Int, line: Int, endLine: Int, page: Int? = nil) {
        self.start = start
        self.end = end
        self.line = line
        self.endLine = endLine
        self.page = page
    }

    public var range: Range<Int> { start..<end }
}

/// A half-open range of UTF-8 bytes in a remark's `text`.
public struct TextRange: Codable, Hashable, Sendable {
    public var start: Int
    public var end: Int

    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }

    public init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }

    public var range: Range<Int> { start..<end }
}
