import JapaneseText
import MinutesModel

/// Reads Markdown (CommonMark and GitHub's tables) as the text a reader sees: without the marks that would end up in
/// remarks. Bullets, numbers, indents and tables stay as they are written; they say how the minutes are built.
public struct MarkdownReader: DocumentReader {
    public static let id = "markdown"
    public static let summary = "Markdown（.md）"

    private static let endings: Set<String> = ["md", "markdown", "mkd"]
    private let plain = PlainTextReader()

    public init() {}

    public func canRead(_ source: SourceBytes) -> Bool {
        Self.endings.contains(source.fileExtension) && plain.canRead(source)
    }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        var read = try plain.read(source)
        read.value.text = MarkdownText.text(of: read.value.text)
        // A file may be nothing but marks.
        if read.value.text.isEmpty { throw ReadingError.empty(name: source.name) }
        return read
    }
}
