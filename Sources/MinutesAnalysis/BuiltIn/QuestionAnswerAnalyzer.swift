import JapaneseText
import MinutesModel

/// Which remark answers which question.
///
/// A finding stands in the answer, at its first sentence that says something. Fields: `question`, the id of the remark
/// that asks; `questionQuote`, its last question. A question is put by a member or the chair; it is answered by the
/// secretariat or the officials who speak next, however many, also when the chair calls each by name in between; by the
/// member the chair asks; by a member who adds to an answer; by a member who takes up the very term another asked about.
/// Calls for comments (`ご質問はありませんか`), suggestions (`してはどうか`) and views in the form of a question
/// (`ではないでしょうか`) ask nothing. `confidence` falls with the distance between the two.
public struct QuestionAnswerAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "questions-and-answers", version: 1,
        summary: "どの発言がどの質問への答えかを結びます。",
        summaryEnglish: "Which remark answers which question.",
        produces: [.answer], examples: examples)

    private let openings = words(QuestionLexicon.openings)
    private let headings = words(QuestionLexicon.headings)

    private let forms = QuestionForms.standard

    public init() {}

    public var vocabulary: Vocabulary? { forms.vocabulary }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        var walk = QuestionWalk(meeting, context, forms: forms)
        walk.run()
        let identity = Self.descriptor.identity
        let sentences = walk.sentences
        return walk.pairs.compactMap { pair in
            let question = meeting.remarks[pair.question]
            guard let anchor = firstStatement(meeting.remarks[pair.answer], sentences[pair.answer]) else { return nil }
            var fields: FindingFields = ["question": question.id]
            fields["questionQuote"] = question.text.utf8Slice(pair.asked)
            return Finding(
                .answer, analyzer: identity, in: meeting.remarks[pair.answer], range: anchor,
                fields: fields, confidence: pair.confidence)
        }
    }

    /// The first sentence that is more than 「お答えいたします。」 or the name of what is answered; the first of all where
    /// none of the first three is.
    private func firstStatement(_ remark: Remark, _ sentences: [Range<Int>]) -> Range<Int>? {
        let stop: [UInt8] = [0xe3, 0x80, 0x82]
        return remark.text.withUTF8Bytes { bytes in
            sentences.prefix(3).first { sentence in
                let end = bytes.ends(stop, at: sentence.upperBound) ? sentence.upperBound - 3 : sentence.upperBound
                return
                    !(sentence.count <= 150 && bytes.last(of: openings, at: end) != nil
                    || sentence.count <= 90 && bytes.last(of: headings, at: end) != nil)
            } ?? sentences.first
        }
    }
}
