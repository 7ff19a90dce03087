/// The encodings Japanese minutes come in.
public enum TextEncoding: String, Sendable, Codable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LE = "utf-16le"
    case utf16BE = "utf-16be"
    /// Shift_JIS as Windows writes it: with NEC's and IBM's extensions (①㈱髙﨑) and half-width katakana.
    case cp932
    case eucJP = "euc-jp"
    case iso2022JP = "iso-2022-jp"

    /// The name a Japanese user knows it by.
    public var japaneseName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16LE: "UTF-16（リトルエンディアン）"
        case .utf16BE: "UTF-16（ビッグエンディアン）"
        case .cp932: "シフトJIS（Windows-31J）"
        case .eucJP: "EUC-JP"
        case .iso2022JP: "JIS（ISO-2022-JP）"
        }
    }
}

/// Text made from bytes, and how that went.
public struct DecodedText: Sendable {
    /// Native UTF-8 without a byte order mark; line ends and page breaks as they came.
    public var text: String
    public var encoding: TextEncoding
    public var hadByteOrderMark: Bool
    /// How sure the detection is, 0…1. A byte order mark or a given encoding is 1.
    public var confidence: Double
    /// How many U+FFFD stand in `text` for bytes that could not be read.
    public var replacements: Int
    /// Offset, in the bytes, of the first that could not be read.
    public var firstBadByte: Int?
    /// UTF-8 offset in `text` of the U+FFFD that stands for it.
    public var firstReplacement: Int?
    /// Whether the bytes are no text at all: NULs or control bytes all over.
    public var looksBinary: Bool

    public init(
        text: String, encoding: TextEncoding, hadByteOrderMark: Bool = false, confidence: Double = 1,
        replacements: Int = 0, firstBadByte: Int? = nil, firstReplacement: Int? = nil, looksBinary: Bool = false
    ) {
        self.text = text
        self.encoding = encoding
        self.hadByteOrderMark = hadByteOrderMark
        self.confidence = confidence
        self.replacements = replacements
        self.firstBadByte = firstBadByte
        self.firstReplacement = firstReplacement
        self.looksBinary = looksBinary
    }
}
