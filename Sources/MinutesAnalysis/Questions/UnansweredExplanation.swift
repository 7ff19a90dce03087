import JapaneseText
import MinutesModel

extension QuestionAnswerAnalyzer {
    /// Looks at the meeting of an open question once more.
    /// - Returns: `nil` for a finding of another analyzer, an answer, or one that this version does not make.
    /// - Complexity: O(n) in the bytes of the remarks.
    public func explanation(of finding: Finding, in meeting: Meeting) -> FollowUpExplanation? {
        guard finding.analyzer == Self.descriptor.id, finding.kind == .openQuestion else { return nil }
        var walk = QuestionWalk(meeting, AnalysisContext(for: meeting))
        walk.run()
        let found = walk.unanswered().first {
            meeting.remarks[$0.remark].id == finding.remark && $0.range == finding.range.range
        }
        guard let found else { return nil }
        let cue = FollowUpExplanation.Cue(
            id: Self.unanswered, effect: "unanswered:" + found.end.rawValue,
            words: meeting.remarks[found.remark].text.utf8Slice(found.words),
            weight: Int((Self.confidence * 100).rounded()), example: "委員「送迎の車は何台ありますか。」")
        return FollowUpExplanation(cues: [cue], confidence: finding.confidence, steps: [.weight(Self.confidence)])
    }
}
