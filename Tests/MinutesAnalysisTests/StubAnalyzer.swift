import MinutesAnalysis
import MinutesModel

/// An analyzer made for one test.
struct StubAnalyzer: Analyzer {
    static let descriptor = AnalyzerDescriptor(
        id: "stub", version: 1, summary: "試験用", summaryEnglish: "For tests", produces: [],
        examples: AnalyzerExamples(matching: [], nonMatching: []))

    var descriptor: AnalyzerDescriptor
    var find: @Sendable (Meeting, AnalysisContext) throws -> [Finding]

    init(
        _ id: String, requires: [FindingKind] = [], produces: [FindingKind] = [],
        find: @escaping @Sendable (Meeting, AnalysisContext) throws -> [Finding] = { _, _ in [] }
    ) {
        descriptor = AnalyzerDescriptor(
            id: id, version: 1, summary: "", summaryEnglish: "", requires: requires, produces: produces,
            examples: AnalyzerExamples(matching: [], nonMatching: []))
        self.find = find
    }

    func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] { try find(meeting, context) }
}

/// A meeting with one remark a text, of members.
func meeting(_ texts: String..., id: String = "m1") -> Meeting {
    Meeting(
        id: id, header: MeetingHeader(id: id),
        remarks: texts.enumerated().map { index, text in
            Remark(
                id: "\(id)-r\(index + 1)", order: index + 1, label: "委員", role: .member, text: text,
                span: SourceSpan(start: 0, end: text.utf8.count, line: index + 1, endLine: index + 1))
        })
}
