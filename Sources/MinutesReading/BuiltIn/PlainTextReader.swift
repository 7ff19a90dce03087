import JapaneseText
import MinutesModel

/// Reads plain text in every encoding Japanese offices write.
///
/// Line ends and page breaks are kept as they came; a byte order mark is not part of the text. Bytes that cannot be read
/// become U+FFFD, with a warning that says where.
public struct PlainTextReader: DocumentReader {
    public static let id = "plain-text"
    public static let summary = "テキスト（.txt）"

    /// Bytes of a document at most.
    public static let sizeLimit = 512 << 20

    /// Detection below this is reported.
    static let certainEnough = 0.75

    /// Endings of formats that are text to the machine and none to the reader, or no text at all.
    private static let foreignEndings: Set<String> = [
        "pdf", "doc", "docx", "docm", "rtf", "odt", "jtd", "jtt", "xls", "xlsx", "xlsm", "ppt", "pptx", "zip", "lzh",
        "7z",
        "html", "htm", "mht", "mhtml", "xml", "json", "jsonl", "png", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "mp3",
        "m4a", "wav", "mp4", "eml", "msg",
    ]

    private let sizeLimit: Int

    public init() { self.init(sizeLimit: Self.sizeLimit) }

    init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

    public func canRead(_ source: SourceBytes) -> Bool {
        BinaryKind.of(source.bytes) == nil && !Self.foreignEndings.contains(source.fileExtension)
    }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        if source.bytes.isEmpty { throw ReadingError.empty(name: source.name) }
        if source.bytes.count > sizeLimit {
            throw ReadingError.tooLarge(name: source.name, bytes: source.bytes.count, limit: sizeLimit)
        }
        if let kind = BinaryKind.of(source.bytes) { throw ReadingError.binary(name: source.name, kind: kind) }
        let decoded = TextDecoding.decode(source.bytes)
        if decoded.looksBinary { throw ReadingError.binary(name: source.name, kind: .unknown) }
        if decoded.text.isEmpty { throw ReadingError.empty(name: source.name) }
        let text = SourceText(
            text: decoded.text, name: source.name, encoding: decoded.encoding.rawValue,
            encodingConfidence: decoded.confidence)
        return Parsed(text, diagnostics: diagnostics(of: decoded))
    }

    private func diagnostics(of decoded: DecodedText) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let name = decoded.encoding.japaneseName
        if decoded.confidence < Self.certainEnough {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "encoding.uncertain",
                    message: "文字コードがはっきりしないため、\(name)として読みました。文字化けしている場合は、元のソフトでUTF-8を選んで保存し直してください。"))
        }
        if let first = decoded.firstReplacement {
            let line = decoded.text.withUTF8Bytes { LinePlace.line(of: first, in: $0) }
            diagnostics.append(
                Diagnostic(
                    .warning, code: "encoding.replaced",
                    message: "\(name)として読めない文字が\(decoded.replacements)か所あり、「\u{FFFD}」に置き換えました（最初は\(line)行目）。"
                        + "原本のその箇所を確かめてください。",
                    line: line))
        }
        return diagnostics
    }
}

/// Line numbers of plain text.
enum LinePlace {
    /// The line, from 1, of a byte; CRLF, LF and CR each end one line.
    /// - Complexity: O(offset).
    static func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var line = 1
        for place in 0..<min(offset, bytes.count) {
            let byte = bytes[place]
            if byte == 0x0A || byte == 0x0D && (place + 1 >= bytes.count || bytes[place + 1] != 0x0A) { line += 1 }
        }
        return line
    }
}
