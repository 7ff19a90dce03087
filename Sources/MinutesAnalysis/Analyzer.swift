import MinutesModel

/// Adds findings to a meeting. One analyzer is one file in `BuiltIn/`, or somebody's own type.
///
/// Pure: no clock, no disk, no globals. The reference date, settings and what other analyzers found arrive in the
/// context, so that the same meeting gives the same findings on every machine.
public protocol Analyzer: Sendable {
    /// What analyzers of this type are. Stored (`static let`): it holds all examples.
    static var descriptor: AnalyzerDescriptor { get }

    /// What this very analyzer is. The default is the type's; a type that many analyzers share (rule files, external
    /// programs) gives each its own id.
    var descriptor: AnalyzerDescriptor { get }

    /// Words that the pipeline looks for in every remark, for all analyzers in one pass; the context gives the hits
    /// (`AnalysisContext.hits(of:in:)`). The same object every time. The default is none.
    var vocabulary: Vocabulary? { get }

    /// - Returns: findings in any order; the pipeline sorts them and makes their ids unique.
    /// - Throws: when it cannot continue. The pipeline turns that into a diagnostic; the other analyzers stand.
    func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding]
}

extension Analyzer {
    public var descriptor: AnalyzerDescriptor { Self.descriptor }
    public var vocabulary: Vocabulary? { nil }
}

/// An analyzer that looks across meetings: carry-over, answered later.
public protocol CorpusAnalyzer: Sendable {
    static var descriptor: AnalyzerDescriptor { get }

    /// - Parameter meetings: all meetings of the corpus, by date then id.
    func findings(in meetings: [AnalyzedMeeting], context: CorpusContext) throws -> [Finding]
}

/// What an analyzer is: its page in the manual, its place in the pipeline, and its tests.
public struct AnalyzerDescriptor: Sendable {
    public var id: String
    /// Raised when results change, so that kept results are made again.
    public var version: Int
    /// One Japanese sentence: what it finds.
    public var summary: String
    /// The same in English.
    public var summaryEnglish: String
    /// Kinds that have to be there before it runs.
    public var requires: [FindingKind]
    public var produces: [FindingKind]
    public var examples: AnalyzerExamples

    public init(
        id: String, version: Int, summary: String, summaryEnglish: String, requires: [FindingKind] = [],
        produces: [FindingKind], examples: AnalyzerExamples
    ) {
        self.id = id
        self.version = version
        self.summary = summary
        self.summaryEnglish = summaryEnglish
        self.requires = requires
        self.produces = produces
        self.examples = examples
    }

    public var identity: AnalyzerIdentity { AnalyzerIdentity(id: id, version: version) }
}

/// Sentences an analyzer must find something in, and sentences it must leave alone.
public struct AnalyzerExamples: Sendable {
    public var matching: [AnalyzerExample]
    public var nonMatching: [AnalyzerExample]

    public init(matching: [AnalyzerExample], nonMatching: [AnalyzerExample]) {
        self.matching = matching
        self.nonMatching = nonMatching
    }
}

/// A few remarks, with `↓` before the first byte of each expected hit.
public struct AnalyzerExample: Sendable {
    public struct Turn: Sendable {
        public var role: Role
        public var label: String
        /// May hold `↓`, which is taken out before the analyzer sees the text.
        public var text: String

        public init(_ role: Role, _ text: String, label: String? = nil) {
            self.role = role
            self.label = label ?? Self.label(of: role)
            self.text = text
        }

        private static func label(of role: Role) -> String {
            switch role {
            case .chair: "委員長"
            case .viceChair: "副委員長"
            case .member: "委員"
            case .secretariat: "事務局"
            case .official: "福祉部長"
            case .expert: "参考人"
            case .audience: "傍聴者"
            case .other: "発言者"
            }
        }
    }

    public var turns: [Turn]
    /// Kind every hit of a matching example must have; for a non-matching one, the kind that must not appear
    /// (`nil`: none of the kinds the analyzer produces).
    public var kind: FindingKind?
    /// Fields the first hit must have.
    public var fields: [String: String]
    /// Day of the meeting, for rules that turn words into dates.
    public var date: String

    public init(
        _ turns: [Turn], kind: FindingKind? = nil, fields: [String: String] = [:], date: String = "2024-02-21"
    ) {
        self.turns = turns
        self.kind = kind
        self.fields = fields
        self.date = date
    }

    /// One remark of a member, or of the given role.
    public init(
        _ text: String, role: Role = .member, kind: FindingKind? = nil, fields: [String: String] = [:],
        date: String = "2024-02-21"
    ) {
        self.init([Turn(role, text)], kind: kind, fields: fields, date: date)
    }
}
