import JapaneseText
import MinutesModel

/// Which remark answers which question, and which question nobody answers.
///
/// An `answer` stands in the answer, at its first sentence that says something. Fields: `question`, the id of the remark
/// that asks; `questionQuote`, its last question. A question is put by a member or the chair; it is answered by the
/// secretariat or the officials who speak next, however many, also when the chair calls each by name in between; by the
/// member the chair asks; by a member who adds to an answer; by a member who takes up the very term another asked about.
/// Calls for comments (`ご質問はありませんか`), suggestions (`してはどうか`) and views in the form of a question
/// (`ではないでしょうか`) ask nothing. `confidence` falls with the distance between the two.
///
/// An `open_question` stands at a member's question at the end of a turn that nobody answers before the topic is over, in a
/// document that prints answers. What `follow-ups` has on its list is not found twice; a question put off
/// (`次回までに調べます`) was answered with a promise, which is what there is to follow up.
public struct QuestionAnswerAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "questions-and-answers", version: 2,
        summary: "どの発言がどの質問への答えかを結び、答えのないまま終わった質問を宿題とします。",
        summaryEnglish: "Which remark answers which question, and questions left without an answer.",
        requires: [.request, .planInput, .commitment], produces: [.answer, .openQuestion], examples: examples)

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
        let answers: [Finding] = walk.pairs.compactMap { pair in
            let question = meeting.remarks[pair.question]
            guard let anchor = firstStatement(meeting.remarks[pair.answer], sentences[pair.answer]) else { return nil }
            var fields: FindingFields = ["question": question.id]
            fields["questionQuote"] = question.text.utf8Slice(pair.asked)
            return Finding(
                .answer, analyzer: identity, in: meeting.remarks[pair.answer], range: anchor,
                fields: fields, confidence: pair.confidence)
        }
        let open = walk.unanswered()
        guard !open.isEmpty else { return answers }
        return answers
            + open.compactMap { question in
                let remark = meeting.remarks[question.remark]
                let isListed = context.earlier.contains {
                    $0.remark == remark.id && $0.range.range.overlaps(question.range)
                }
                if isListed { return nil }
                return Finding(
                    .openQuestion, analyzer: identity, in: remark, range: question.range,
                    fields: ["cues": Self.unanswered], confidence: Self.confidence)
            }
    }

    /// The cue of a question without an answer, and how sure it is: minutes leave out short answers.
    static let unanswered = "q.unanswered"
    static let confidence = 0.6

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
