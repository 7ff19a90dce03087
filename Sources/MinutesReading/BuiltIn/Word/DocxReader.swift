import MinutesModel

/// Reads Word documents as text, a paragraph a line, as Word shows them with all changes accepted.
///
/// Numbers of lists are written out, table cells are divided by tabs, page breaks become form feeds. Headers and
/// footers, comments, hidden text and the readings of ruby are left out, with a note where that may matter.
public struct DocxReader: DocumentReader {
    public static let id = "docx"
    public static let summary = "Word文書（.docx、.docm）"

    /// Bytes of a document at most.
    public static let sizeLimit = 512 << 20

    public init() {}

    /// Takes every ZIP file: which office document it is stands inside, and the message has to say it.
    public func canRead(_ source: SourceBytes) -> Bool { BinaryKind.of(source.bytes) == .zip }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        if source.bytes.isEmpty { throw ReadingError.empty(name: source.name) }
        if source.bytes.count > Self.sizeLimit {
            throw ReadingError.tooLarge(name: source.name, bytes: source.bytes.count, limit: Self.sizeLimit)
        }
        let (bytes, observations) = try WordDocument(source).read()
        guard bytes.contains(where: { $0 > 0x20 }) else {
            let pictures = max(0, observations.pictures)
            throw ReadingError.unreadable(
                name: source.name,
                reason: pictures > 0 ? "文字がなく、図や画像が\(pictures)個あるだけです。画像の文字は読み取れません。" : "文字がありません。",
                advice: "文字の入った文書を指定してください。")
        }
        var diagnostics = observations.diagnostics
        let text: String
        if let valid = String(validating: bytes, as: UTF8.self) {
            text = valid
        } else {
            text = String(decoding: bytes, as: UTF8.self)
            diagnostics.insert(
                Diagnostic(
                    .warning, code: "encoding.replaced",
                    message: "文字として読めないバイトがあり、「\u{FFFD}」に置き換えました。原本のその箇所を確かめてください。"), at: 0)
        }
        return Parsed(SourceText(text: text, name: source.name), diagnostics: diagnostics)
    }
}
