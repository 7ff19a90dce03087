/// What a file without text is, by its first bytes.
public enum BinaryKind: String, Sendable, Codable, CaseIterable {
    case pdf
    /// ZIP with no office document in it that is known.
    case zip
    case excel
    case presentation
    /// ODT, ODS and ODP, which LibreOffice writes.
    case openDocument
    /// Word up to 2003.
    case oldWord
    /// Excel, PowerPoint and others up to 2003.
    case oldOffice
    /// An office document with a password, or one under rights management.
    case protectedOffice
    case image
    /// Rich text: bytes of ASCII, but no text to be read as it stands.
    case richText
    case ichitaro
    case compressed
    case program
    case unknown

    /// - Returns: `nil` when no known signature stands at the start.
    public static func of(_ bytes: [UInt8]) -> BinaryKind? {
        for (signature, kind) in signatures where bytes.starts(with: signature) {
            return kind == .oldOffice ? CompoundFile.kind(bytes) : kind
        }
        return nil
    }

    private static let signatures: [([UInt8], BinaryKind)] = [
        (Array("%PDF-".utf8), .pdf),
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
        (Array("{\\rtf".utf8), .richText),
        ([0x1F, 0x8B], .compressed), (Array("7z".utf8) + [0xBC, 0xAF], .compressed), (Array("Rar!".utf8), .compressed),
        ([0x7F, 0x45, 0x4C, 0x46], .program), ([0x4D, 0x5A, 0x90, 0x00], .program),
    ]

    public var japaneseName: String {
        switch self {
        case .pdf: "PDFファイル"
        case .zip: "ZIPファイル"
        case .excel: "Excelのファイル（.xlsxなど）"
        case .presentation: "PowerPointのファイル（.pptxなど）"
        case .openDocument: "LibreOfficeなどの文書（.odtなど、OpenDocument形式）"
        case .oldWord: "古い形式のWord文書（.doc）"
        case .oldOffice: "古い形式のオフィス文書（.xlsなど）"
        case .protectedOffice: "パスワードなどで保護されたオフィス文書"
        case .image: "画像ファイル"
        case .richText: "リッチテキスト（.rtf）"
        case .ichitaro: "一太郎文書"
        case .compressed: "圧縮ファイル"
        case .program: "プログラムのファイル"
        case .unknown: "テキストではないファイル（バイナリ）"
        }
    }

    /// What to do about it.
    public var advice: String {
        switch self {
        case .pdf: "PDFを開いて本文をコピーし、テキスト形式（.txt）で保存してください。"
        case .oldWord, .richText: "Wordで開き、「名前を付けて保存」で「Word文書（.docx）」を選んで保存し直してください。"
        case .protectedOffice: "Wordで開き、「ファイル」の「文書の保護」でパスワードを外し、Word文書（.docx）として保存し直してください。"
        case .openDocument: "LibreOffice Writer又はWordで開き、「名前を付けて保存」でWord文書（.docx）を選んで保存し直してください。"
        case .excel: "会議録の部分をWordに貼り付け、Word文書（.docx）として保存してください。"
        case .presentation, .oldOffice: "会議録の文字をWordに貼り付け、Word文書（.docx）として保存してください。"
        case .zip: "展開してから、中の会議録を指定してください。"
        case .ichitaro: "一太郎で開き、テキスト形式（.txt）で保存してください。"
        case .image: "文字の入ったファイルを指定してください。画像の文字は読み取れません。"
        case .compressed: "展開してから、中の会議録を指定してください。"
        case .program, .unknown: "会議録のテキストファイルを指定してください。"
        }
    }
}
