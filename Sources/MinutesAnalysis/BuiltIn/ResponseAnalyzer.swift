import JapaneseText
import MinutesModel

/// What the other side said to a request, and how it met it: 承諾・検討・説明のみ・困難・無回答.
///
/// A finding stands in the answering remark, at the sentence that says it; where nobody of the secretariat or the
/// officials spoke before the next item, at the request itself with `stance` `none`. Fields: `request`, the id of the
/// request; `requestQuote`; `stance` (`accepted considering explained difficult none`). Who speaks next answers; a turn
/// that asked for more than one thing, or was followed by others, is only paired with words it shares.
public struct ResponseAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "responses", version: 2,
        summary: "要望への答えと、その姿勢（承諾・検討・説明のみ・困難・無回答）を結びます。",
        summaryEnglish: "What was answered to a request: accepted, considering, explained only, difficult, or nothing.",
        requires: [.request, .planInput, .commitment], produces: [.response], examples: examples)

    public init() {}

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        let requests = context.earlier.filter { $0.kind == .request || $0.kind == .planInput && Self.asks($0) }
        guard !requests.isEmpty else { return [] }
        let walk = ResponseWalk(meeting, context: context, requests: requests)
        let identity = Self.descriptor.identity
        return requests.compactMap { request in
            guard let found = walk.response(to: request) else { return nil }
            return Finding(
                .response, analyzer: identity, in: meeting.remarks[found.remark], range: found.range,
                fields: ["request": request.id, "requestQuote": request.quote, "stance": found.stance.rawValue],
                confidence: found.confidence)
        }
    }

    /// Made by a form of asking, not by a promise or a view.
    private static func asks(_ finding: Finding) -> Bool { finding.fields["cues"]?.hasPrefix("r.") ?? false }
}
