import JapaneseText
import MinutesModel

/// What later meetings of the same body say about a point left open: that it is done, that it is not, that it is raised
/// again.
///
/// A `follow_up_report` stands in the later remark, at the sentence that reports. Fields: `item`, the id of the point;
/// `itemQuote`, its words; `itemMeeting`; `outcome`, `done` or `pending`. It proposes, a person decides. A `repetition`
/// stands at a later point that says the same as an earlier one (`item`, `itemQuote`, `itemMeeting`). Passages are
/// compared by the neighbouring letters of their words, weighted by how rare they are in the minutes of the body, so
/// that 「推進委員会」 alone connects nothing.
public struct CarryOverAnalyzer: CorpusAnalyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "carry-over", version: 1,
        summary: "前の会議で残った約束・要望・宿題について、後の会議での報告と、同じ趣旨の発言を結びます。",
        summaryEnglish: "Links points left open to later reports on them and to later points that say the same.",
        requires: FindingKind.actions, produces: [.followUpReport, .repetition],
        examples: AnalyzerExamples(matching: [], nonMatching: []))

    public init() {}

    public func findings(in meetings: [AnalyzedMeeting], context: CorpusContext) throws -> [Finding] {
        let ordered = meetings.sorted { ($0.meeting.header.date ?? "", $0.id) < ($1.meeting.header.date ?? "", $1.id) }
        // Without a body or a date nobody can say that one meeting follows another.
        let dated = ordered.filter { $0.meeting.header.body != nil && $0.meeting.header.date != nil }
        let series = Dictionary(grouping: dated) { TextFolding.fold($0.meeting.header.body ?? "") }
        return series.keys.sorted().flatMap { body in
            var series = MeetingSeries(series[body] ?? [], analyzer: Self.descriptor.identity)
            return series.findings()
        }
    }
}

extension FindingKind {
    /// 経過報告: a later remark that says what became of a point.
    public static let followUpReport: FindingKind = "follow_up_report"
    /// 同旨: a later point that says the same as an earlier one.
    public static let repetition: FindingKind = "repetition"
}
