import JapaneseText
import MinutesModel

/// Numbers with a unit, scores of a review, and changes.
///
/// Fields: `value`, a plain decimal (`1.4億円` gives 140000000); `unit`; `valueTo`, the upper end of a range; `subject`,
/// the noun directly before the number, where there is one; `change`, signed, with its unit where it differs (`-25`,
/// `+5%`); `comparedTo`, what the change is counted from (`前年度`); `score`, the score of a review (`3`, `B`).
///
/// Left alone: dates, times of day, ordinals (`第３回`, `２点目`, `（１）`), articles of laws, page numbers, and years that
/// only say when (`10年前`).
public struct FigureAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "figures", version: 1,
        summary: "人数・件数・金額・割合などの数値、振り返りの評点、前年度との増減を拾います。",
        summaryEnglish: "Numbers with units, scores of reviews, changes to the year before.",
        produces: [.figure], examples: examples)

    public init() {}

    public var vocabulary: Vocabulary? { FigureScan.starts }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        let identity = Self.descriptor.identity
        let hits = context.hits(of: FigureScan.starts, in: meeting)
        var findings: [Finding] = []
        for index in meeting.remarks.indices where !hits[index].isEmpty {
            let (remark, text) = (meeting.remarks[index].id, meeting.remarks[index].text)
            let folded = context.folded(at: index, of: meeting)
            let figures = folded.bytes.withUnsafeBufferPointer { bytes in
                var scan = FigureScan(bytes: bytes)
                scan.run(hits[index])
                return scan.found
            }
            for var figure in figures {
                if let subject = figure.subject {
                    figure.fields["subject"] = text.utf8Slice(folded.sourceRange(of: subject))
                }
                let finding = Finding(
                    .figure, analyzer: identity, remark: remark, text: text,
                    range: folded.sourceRange(of: figure.range),
                    fields: figure.fields)
                if let finding { findings.append(finding) }
            }
        }
        return findings
    }
}
