import JapaneseText
import MinutesModel

/// Reads PDF through `pdftotext`, which has to be installed: pages parted by form feeds, lines as they stand on the page.
///
/// Two extractions are compared: one that keeps the places of words on the page and one in reading order. Tables and
/// lists in columns need the first; pages set in two columns of running text need the second.
public struct PDFReader: DocumentReader {
    public static let id = "pdf"
    public static let summary = "PDF（.pdf。pdftotext が要ります）"

    static let sizeLimit = 256 << 20

    private let extraction: TextExtraction

    public init() { self.init(TextExtraction()) }

    init(_ extraction: TextExtraction) { self.extraction = extraction }

    /// The signature may stand behind other bytes, within the first 1024 (PDF 1.7, appendix H, note 13).
    public func canRead(_ source: SourceBytes) -> Bool {
        if BinaryKind.of(source.bytes) == .pdf { return true }
        guard source.fileExtension == "pdf" else { return false }
        return source.bytes.prefix(1024).withUnsafeBufferPointer { bytes in
            bytes.indices.contains { bytes.matches("%PDF-", at: $0) }
        }
    }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        if source.bytes.isEmpty { throw ReadingError.empty(name: source.name) }
        if source.bytes.count > Self.sizeLimit {
            throw ReadingError.tooLarge(name: source.name, bytes: source.bytes.count, limit: Self.sizeLimit)
        }
        do {
            let placed = PDFText(try extraction.text(of: source.bytes, keepsLayout: true))
            guard placed.characters >= 20 else { throw Self.noText(source.name, pages: placed.pages) }
            var chosen = placed
            if placed.hasColumnsOfText {
                let flowing = PDFText(try extraction.text(of: source.bytes, keepsLayout: false))
                if flowing.characters * 10 >= placed.characters * 9 { chosen = flowing }
            }
            return Parsed(
                SourceText(text: chosen.text, name: source.name), diagnostics: Self.diagnostics(chosen))
        } catch let problem as TextExtraction.Problem {
            throw Self.error(problem, source.name)
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ReadingError.unreadable(
                name: source.name, reason: "PDFを読むための一時ファイルを作れません（\(error.localizedDescription)）。",
                advice: "ディスクの空きと権限を確かめてください。")
        }
    }

    private static func noText(_ name: String, pages: Int) -> ReadingError {
        .unreadable(
            name: name,
            reason: "PDF（\(pages)ページ）に文字の情報がありません。紙を読み取った画像だけのPDFと思われます。",
            advice: "文字認識（OCR）にかけて文字の入ったPDFにするか、元のWordなどの文書を指定してください。(No text in this PDF: run OCR first.)")
    }

    private static func diagnostics(_ text: PDFText) -> [Diagnostic] {
        guard !text.emptyPages.isEmpty else { return [] }
        let list = text.emptyPages.prefix(10).map(String.init).joined(separator: "、")
        return [
            Diagnostic(
                .warning, code: "pdf.empty-pages",
                message: "文字のないページがあります（\(list)\(text.emptyPages.count > 10 ? "ほか" : "")ページ）。画像だけのページでないか確かめてください。")
        ]
    }

    private static func error(_ problem: TextExtraction.Problem, _ name: String) -> ReadingError {
        switch problem {
        case .missing: .missingProgram(name: name, program: "pdftotext")
        case .tooSlow(let seconds):
            .unreadable(
                name: name, reason: "PDFからの文字の取り出しが\(seconds)秒たっても終わらないため、やめました。", advice: "PDFを分けるか、作り直してください。")
        case .tooLarge:
            .unreadable(name: name, reason: "PDFから取り出した文字が多すぎます。", advice: "会議ごとのファイルに分けてください。")
        case .locked:
            .unreadable(name: name, reason: "PDFにパスワードがかかっています。", advice: "パスワードを外して保存し直してください。")
        case .failed(let complaint):
            .unreadable(
                name: name, reason: "PDFが壊れているか、文字を取り出せません（\(complaint)）。", advice: "PDFを作り直すか、取り直してください。")
        }
    }
}
