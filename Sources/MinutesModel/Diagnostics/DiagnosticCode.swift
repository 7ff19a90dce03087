/// What a diagnostic's code means and what to do about it: the manual's page of the code.
///
/// `DiagnosticCode.all` is the one list of the codes this program gives; a test holds it against the sources and the
/// tables of both READMEs. A plugin's own codes are not in it.
public struct DiagnosticCode: Codable, Hashable, Sendable {
    /// A sentence in both languages.
    public struct Words: Codable, Hashable, Sendable {
        public var japanese: String
        public var english: String
    }

    public var code: String
    public var severity: Diagnostic.Severity
    public var meaning: Words
    public var advice: Words

    init(
        _ severity: Diagnostic.Severity, _ code: String, _ japanese: String, do japaneseAdvice: String,
        _ english: String, do englishAdvice: String
    ) {
        self.code = code
        self.severity = severity
        meaning = Words(japanese: japanese, english: english)
        advice = Words(japanese: japaneseAdvice, english: englishAdvice)
    }

    /// Every code, by room: reading, parsing, publication, analysis, archive, search, drafting.
    public static let all = documents + publication + upkeep + drafting

    /// What the list says about a code.
    public static func named(_ code: String) -> DiagnosticCode? { byCode[code] }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Diagnostic.Severity {
    /// As a clerk reads it.
    public var japaneseName: String {
        switch self {
        case .note: "参考"
        case .warning: "注意"
        case .error: "誤り"
        }
    }
}
