import JapaneseText
import MinutesModel

/// Reads web pages, the minutes without what stands around them.
///
/// Menus, forms, lists of links and the foot of the page are left out; which block holds the minutes is told by where
/// the sentences and the speakers' marks stand. Tables become lines with tabs, ruby keeps its base.
public struct HTMLReader: DocumentReader {
    public static let id = "html"
    public static let summary = "ウェブページ（.html、.htm）"

    /// Bytes of a page at most. A whole year's minutes on one page stay below.
    static let sizeLimit = 64 << 20

    private static let endings: Set<String> = [
        "html", "htm", "xhtml", "shtml", "asp", "aspx", "php", "cgi", "exe", "do",
    ]

    private let sizeLimit: Int

    public init() { self.init(sizeLimit: Self.sizeLimit) }

    init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

    public func canRead(_ source: SourceBytes) -> Bool {
        guard BinaryKind.of(source.bytes) == nil else { return false }
        // Pages in UTF-16 show their tags with a zero beside every letter.
        let head = source.bytes.prefix(4096).filter { $0 != 0 }
        if ["html", "htm", "xhtml", "shtml"].contains(source.fileExtension) { return true }
        return head.withUnsafeBufferPointer {
            Self.beginsLikeAPage($0, isSaved: Self.endings.contains(source.fileExtension))
        }
    }

    /// The first thing that is no blank, comment or declaration of XML is a tag of HTML.
    private static func beginsLikeAPage(_ bytes: UnsafeBufferPointer<UInt8>, isSaved: Bool) -> Bool {
        var tokens = MarkupTokenizer(bytes)
        while let token = tokens.next() {
            switch token {
            case .text(let range):
                let isBlank = bytes[range].allSatisfy {
                    $0.isMarkupBlank || $0 >= 0xBB && $0 == 0xBB || $0 == 0xEF || $0 == 0xBF || $0 >= 0xFE
                }
                if !isBlank { return false }
            case .cdata, .end: return false
            case .declaration(let range):
                return bytes.string(range.prefix(40)).lowercased().hasPrefix("<!doctype html")
            case .start(let name, _, _):
                let name = bytes.tagName(name)
                return ["html", "head", "body", "title", "meta", "frameset"].contains(name)
                    || isSaved && HTMLElement.kind(name) != .inline
            }
        }
        return false
    }

    public func read(_ source: SourceBytes) throws -> Parsed<SourceText> {
        if source.bytes.isEmpty { throw ReadingError.empty(name: source.name) }
        if source.bytes.count > sizeLimit {
            throw ReadingError.tooLarge(name: source.name, bytes: source.bytes.count, limit: sizeLimit)
        }
        let (decoded, declared) = HTMLEncoding.decode(source.bytes)
        if decoded.looksBinary { throw ReadingError.binary(name: source.name, kind: .unknown) }
        let page = decoded.text.withUTF8Bytes { bytes in
            let page = HTMLPage(bytes)
            return (text: Self.text(of: page), frames: page.frames, hasScripts: page.hasScripts)
        }
        guard !page.text.isEmpty else { throw Self.noText(source.name, page.frames, page.hasScripts) }
        return Parsed(
            SourceText(
                text: String(decoding: page.text, as: UTF8.self), name: source.name,
                encoding: decoded.encoding.rawValue,
                encodingConfidence: decoded.confidence),
            diagnostics: diagnostics(decoded, declared))
    }

    /// The minutes, under the title of the page where their head does not name the meeting.
    private static func text(of page: HTMLPage) -> [UInt8] {
        let text = HTMLText.text(of: page)
        guard let title = meetingTitle(page.title), !text.isEmpty else { return text }
        let head = text.prefix(1200).split(separator: 0x0A).prefix(8).joined()
        let isNamed = Array(head).withUnsafeBufferPointer { bytes in
            bytes.indices.contains { place in
                ["会議録", "議事録", "要録", "議事要旨", "定例会", "臨時会", "委員会", "審議会", "協議会", "部会"].contains {
                    bytes.matches($0 as StaticString, at: place)
                }
            }
        }
        return isNamed ? text : Array((title + "\n").utf8) + text
    }

    /// The part of a page's title that names a meeting, the name of the site taken off.
    private static func meetingTitle(_ title: String) -> String? {
        let parts = title.split(whereSeparator: { "|｜\n\r\t".contains($0) }).map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        return parts.first { part in
            let bytes = Array(part.utf8)
            return bytes.withUnsafeBufferPointer {
                PageWords.hasHeadWord($0, 0..<$0.count) && !PageWords.hasBoilerplate($0, 0..<$0.count)
            }
                && part.utf8.count < 300
        }
    }

    private static func noText(_ name: String, _ frames: [String], _ hasScripts: Bool) -> ReadingError {
        if !frames.isEmpty {
            return .unreadable(
                name: name, reason: "画面を分ける枠（フレーム）だけのページで、会議録の本文は別のファイルにあります。",
                advice: "枠の中のページ（\(frames.prefix(4).joined(separator: "、"))）を開いて保存し、それを指定してください。")
        }
        return .unreadable(
            name: name, reason: "会議録の本文が入っていません。" + (hasScripts ? "本文は、ページを開いた後に読み込まれるものと思われます。" : ""),
            advice: "本文が画面に出てから保存し直すか、本文をコピーしてテキスト形式（.txt）で保存してください。")
    }

    private func diagnostics(_ decoded: DecodedText, _ declared: TextEncoding?) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if let declared, declared != decoded.encoding {
            found.append(
                Diagnostic(
                    .note, code: "html.wrong-charset",
                    message: "ページには\(declared.japaneseName)と書かれていますが、\(decoded.encoding.japaneseName)として読みました。"))
        } else if declared == nil, decoded.confidence < PlainTextReader.certainEnough {
            found.append(
                Diagnostic(
                    .warning, code: "encoding.uncertain",
                    message: "文字コードがはっきりしないため、\(decoded.encoding.japaneseName)として読みました。文字化けしていないか確かめてください。"))
        }
        if decoded.replacements > 0 {
            found.append(
                Diagnostic(
                    .warning, code: "encoding.replaced",
                    message:
                        "\(decoded.encoding.japaneseName)として読めない文字が\(decoded.replacements)か所あり、「\u{FFFD}」に置き換えました。原本のその箇所を確かめてください。"
                ))
        }
        return found
    }
}
