/// What an analyzer found in a remark. One type for all analyzers, built in or plugged in.
public struct Finding: Codable, Hashable, Sendable, Identifiable {
    public var id: String
    public var kind: FindingKind
    /// Id of the analyzer that made it, and its version.
    public var analyzer: String
    public var version: Int
    /// Id of the remark it stands in.
    public var remark: String
    /// UTF-8 bytes of the remark's `text`.
    public var range: TextRange
    /// The bytes of `range`, verbatim.
    public var quote: String
    /// What the text gives: `owner`, `dueText`, `due`, `topic`, `question`, … Nothing said, no field.
    public var fields: FindingFields
    /// 0…1.
    public var confidence: Double

    /// Makes a finding whose quote is cut from the remark, so that it cannot differ from the evidence.
    ///
    /// Returns `nil` when the range is empty, outside the text, or cuts a character.
    public init?(
        _ kind: FindingKind, analyzer: AnalyzerIdentity, in remark: Remark, range: Range<Int>,
        fields: FindingFields = [:], confidence: Double = 1
    ) {
        self.init(
            kind, analyzer: analyzer, remark: remark.id, text: remark.text, range: range, fields: fields,
            confidence: confidence)
    }

    /// As above, from what it needs of the remark: a remark is heavy to pass on for every finding.
    package init?(
        _ kind: FindingKind, analyzer: AnalyzerIdentity, remark: String, text: String, range: Range<Int>,
        fields: FindingFields = [:], confidence: Double = 1
    ) {
        guard let quote = Self.quote(range, of: text) else { return nil }
        id = Self.stableID(kind, analyzer.id, remark, quote, fields, salt: 0)
        self.kind = kind
        self.analyzer = analyzer.id
        version = analyzer.version
        self.remark = remark
        self.range = TextRange(range)
        self.quote = quote
        self.fields = fields
        self.confidence = confidence
    }

    /// Its id as the `salt`-th of those alike: the same quote twice in a remark.
    package func stableID(salt: Int) -> String {
        Self.stableID(kind, analyzer, remark, quote, fields, salt: salt)
    }

    /// As above, of what is going to be a finding.
    private static func stableID(
        _ kind: FindingKind, _ analyzer: String, _ remark: String, _ quote: String, _ fields: FindingFields, salt: Int
    ) -> String {
        var hash = StableID.Hash()
        hash.add(remark)
        hash.add(kind.rawValue)
        hash.add(analyzer)
        hash.add(quote)
        hash.add(fields["topic"] ?? "")
        // One sentence may report on several points.
        if let item = fields["item"] { hash.add(item) }
        return hash.id("f", salt: salt)
    }

    /// The words of a range; `nil` where it is empty, outside the text, or cuts a character.
    private static func quote(_ range: Range<Int>, of text: String) -> String? {
        guard !range.isEmpty, range.lowerBound >= 0 else { return nil }
        func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
            guard range.upperBound <= bytes.count, bytes[range.lowerBound] & 0xc0 != 0x80,
                range.upperBound == bytes.count || bytes[range.upperBound] & 0xc0 != 0x80
            else { return nil }
            // What is cut from a string between characters need not be validated again.
            return String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: bytes[range]).span))
        }
        if let quote = text.utf8.withContiguousStorageIfAvailable(cut) { return quote }
        var copy = text
        return copy.withUTF8(cut)
    }
}

/// Which analyzer, in which version.
public struct AnalyzerIdentity: Codable, Hashable, Sendable {
    public var id: String
    public var version: Int

    public init(id: String, version: Int) {
        self.id = id
        self.version = version
    }
}

/// The kind of a finding: open, so that plugins bring their own.
public struct FindingKind: RawRepresentable, Codable, Hashable, Sendable, ExpressibleByStringLiteral {
    public var rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }

    /// 約束: the speaker's side will do it.
    public static let commitment: FindingKind = "commitment"
    /// 要望: somebody is asked to do it.
    public static let request: FindingKind = "request"
    /// 次期計画への反映: it belongs in the next plan or report.
    public static let planInput: FindingKind = "plan_input"
    /// 決定: the meeting decides.
    public static let decision: FindingKind = "decision"
    /// 宿題: asked and not answered there.
    public static let openQuestion: FindingKind = "open_question"
    /// 意見: what ought to be, addressed to nobody.
    public static let opinion: FindingKind = "opinion"
    /// 課題: what does not work.
    public static let issue: FindingKind = "issue"
    /// Field `topic`.
    public static let topic: FindingKind = "topic"
    /// Field `question`: the remark it answers.
    public static let answer: FindingKind = "answer"
    /// Fields `request`: the finding it responds to, and `stance`.
    public static let response: FindingKind = "response"
    public static let planReference: FindingKind = "plan_reference"
    public static let figure: FindingKind = "figure"

    /// The kinds that make the action list, in the order it shows them.
    public static let actions: [FindingKind] = [.commitment, .request, .planInput, .openQuestion, .decision]
    /// All seven kinds of the `follow-ups` analyzer.
    public static let followUps: [FindingKind] = actions + [.opinion, .issue]

    public init(from decoder: any Decoder) throws { rawValue = try decoder.singleValueContainer().decode(String.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The Japanese name a clerk would use; a plugin's own kind shows its raw value.
    public var japaneseName: String {
        switch self {
        case .commitment: "約束"
        case .request: "要望"
        case .planInput: "次期計画への反映"
        case .decision: "決定"
        case .openQuestion: "宿題"
        case .opinion: "意見"
        case .issue: "課題"
        case .topic: "話題"
        case .answer: "回答"
        case .response: "要望への対応"
        case .planReference: "計画項目"
        case .figure: "数値"
        default: rawValue
        }
    }
}
