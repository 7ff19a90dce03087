import MinutesAnalysis
import MinutesModel
import MinutesReading

/// What is to be looked at in documents before they are imported or published.
public struct DocumentCheck: Codable, Sendable {
    public struct File: Codable, Sendable {
        public var path: String
        /// Of the reader, the parser and the publication check, by line.
        public var diagnostics: [Diagnostic]

        public init(path: String, diagnostics: [Diagnostic]) {
            self.path = path
            self.diagnostics = diagnostics
        }
    }

    public var files: [File] = []

    public init() {}

    public func count(_ severity: Diagnostic.Severity) -> Int {
        files.reduce(0) { $0 + $1.diagnostics.count { $0.severity == severity } }
    }

    /// Whether a document met in a folder is one of minutes at all, by what the parser said: it has turns, and where
    /// these are mere lines with a mark at least the date of a meeting. Other people's lists are passed over.
    public static func areMinutes(_ diagnostics: [Diagnostic]) -> Bool {
        let codes = Set(diagnostics.map(\.code))
        return codes.isDisjoint(with: ["turn.none", "text.empty"])
            && !codes.isSuperset(of: ["turn.low-confidence", "header.no-date"])
    }

    /// Whether something is more than a note.
    public var hasProblems: Bool { count(.warning) + count(.error) > 0 }
}

extension MinutesProcessor {
    /// Everything noticed in one document: a document that cannot be read gives one error.
    public func check(_ source: SourceBytes) -> [Diagnostic] {
        let text: Parsed<SourceText>
        do {
            text = try read(source)
        } catch {
            return [Diagnostic(.error, code: "reading.refused", message: "\(error)")]
        }
        // Of several meetings in a document each tells its own, the document's once.
        let parsed = parser.parseAll(text.value)
        let found =
            text.diagnostics + parsed.flatMap(\.diagnostics)
            + PublicationCheck().diagnostics(of: parsed, text: text.value.text)
        return found.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }
            .map(\.element)
    }
}
