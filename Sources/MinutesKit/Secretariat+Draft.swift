import Foundation
import MinutesModel
import MinutesReading
import PlanDrafting

/// What a draft is to be made of.
public struct DraftRequest: Sendable {
    /// The file of the plan's outline; `nil` drafts by topic.
    public var outline: SourceBytes?
    /// Beginning of a meeting's id or part of its title.
    public var meeting: String?
    /// Days as people type them, inclusive.
    public var from: String?
    public var to: String?
    public var withNames: Bool

    public init(
        outline: SourceBytes? = nil, meeting: String? = nil, from: String? = nil, to: String? = nil,
        withNames: Bool = false
    ) {
        self.outline = outline
        self.meeting = meeting
        self.from = from
        self.to = to
        self.withNames = withNames
    }
}

/// A draft with the result of checking it.
public struct CheckedDraft: Sendable {
    public var draft: PlanDraft
    public var diagnostics: [Diagnostic]

    public var markdown: String { draft.markdown }
    public var sourceCount: Int { draft.sources.count }
    /// What does not hold; empty in a sound draft.
    public var problems: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}

extension Secretariat {
    /// The next plan's draft; every source is checked against the records before it is handed out.
    /// - Throws: `ReadingError`, `PlanOutlineError` for the outline; `RequestProblem` for the filters.
    public func draft(_ request: DraftRequest = DraftRequest()) throws -> CheckedDraft {
        var outline: PlanOutline?
        var diagnostics: [Diagnostic] = []
        if let source = request.outline {
            // An outline in Markdown is told by its marks, which the reader of minutes takes off.
            let isMarkdown = MarkdownReader().canRead(source)
            let text = isMarkdown ? try PlainTextReader().read(source) : try processor.read(source)
            let parsed = try PlanOutlineParser.parse(text.value.text)
            outline = parsed.value
            diagnostics = text.diagnostics + parsed.diagnostics
        }
        let records = try records(
            meeting: request.meeting, from: request.from.map { try DateText.iso($0, endOfPeriod: false) },
            to: request.to.map { try DateText.iso($0, endOfPeriod: true) })
        let decided = try decided(records)
        let drafter = PlanDrafter(outline: outline, options: DraftOptions(withNames: request.withNames))
        let draft = drafter.draft(of: decided.meetings, reviews: decided.reviews)
        return CheckedDraft(draft: draft, diagnostics: diagnostics + draft.check(against: decided.meetings))
    }
}
