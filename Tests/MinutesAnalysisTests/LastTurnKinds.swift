import MinutesModel

@testable import MinutesAnalysis

/// The kinds of the action list that the last of a few turns gives.
func kindsOfLast(_ turns: [(Role, String)]) throws -> [FindingKind] {
    let set = ExampleMeeting(AnalyzerExample(turns.map { .init($0.0, $0.1) }, date: "2024-02-21"))
    return try FollowUpAnalyzer().findings(in: set.meeting, context: AnalysisContext(for: set.meeting))
        .filter { $0.remark == set.meeting.remarks.last?.id && FindingKind.actions.contains($0.kind) }.map(\.kind)
}
