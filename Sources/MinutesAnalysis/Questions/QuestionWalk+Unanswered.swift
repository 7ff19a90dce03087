import JapaneseText
import MinutesModel

/// Questions that nobody answers before the topic, or the document, is over.
///
/// Whoever could have answered and spoke in the time is taken to have done so: an answer to several at once, one that
/// comes turns later, a member who knows, a chair who says more than what is next. Where a document prints hardly any
/// answers, a question without one says nothing.
extension QuestionWalk {
    /// A question without an answer.
    struct Unanswered: Hashable, Sendable {
        var remark: Int
        /// The sentence that asks, with the one before where it has no noun of its own.
        var range: Range<Int>
        /// The words that make it a question.
        var words: Range<Int>
        var end: Silence.End
    }

    /// Questions with an answer that show a document to print answers.
    private static let leastAnswered = 2
    /// And so many of them for one without.
    private static let answeredForOne = 2
    /// Questions at the end of one turn.
    private static let mostOfATurn = 4
    /// Sentences behind a question that say why it is asked.
    private static let mostReasons = 2
    /// Bytes of a sentence that only takes leave.
    private static let longestParting = 90

    /// Of a walk that was run.
    func unanswered() -> [Unanswered] {
        guard !asked.isEmpty else { return [] }
        let answered = Set(pairs.map(\.question))
        guard answered.count >= Self.leastAnswered else { return [] }
        let waiting = asked.filter { !answered.contains($0) }.map { (turn: $0, asked: questions(endingTurn: $0)) }
            .filter { !$0.asked.isEmpty }
        guard !waiting.isEmpty else { return [] }
        let silence = Silence(self)
        let found: [[Unanswered]] = waiting.compactMap { turn, asked in
            guard let end = silence.end(behind: turn, asked[0].range) else { return nil }
            return asked.reversed().map { Unanswered(remark: turn, range: $0.range, words: $0.words, end: end) }
        }
        return found.count * Self.answeredForOne <= answered.count ? found.flatMap { $0 } : []
    }

    // MARK: - the question

    /// The questions at the end of a turn and the words that ask, the last one first.
    private func questions(endingTurn index: Int) -> [(range: Range<Int>, words: Range<Int>)] {
        let words = self.words(index)
        return meeting.remarks[index].text.withUTF8Bytes { bytes in
            let all = sentences[index]
            let isPolite = all.contains { bytes.closes(with: OpenQuestionLexicon.polished, $0) }
            var found: [(range: Range<Int>, words: Range<Int>)] = []
            var place = all.count - 1
            while place >= 0, isParting(bytes, all[place]) { place -= 1 }
            // Why it is asked: 「…はいつ決まるのですか。園では三月に職員を決めます。」
            if isPolite {
                var behind = place
                while behind > 0, place - behind < Self.mostReasons, givesReason(bytes, all[behind], words) {
                    behind -= 1
                }
                if behind < place, forms.openEnding(bytes, all[behind], words, isPolite: true) != nil { place = behind }
            }
            while place >= 0, found.count < Self.mostOfATurn {
                guard let deciding = forms.openEnding(bytes, all[place], words, isPolite: isPolite) else { break }
                var range = all[place]
                if !namesSomething(bytes, range) {
                    guard place > 0, !all[place - 1].isEmpty else { break }
                    range = all[place - 1].lowerBound..<range.upperBound
                    place -= 1
                }
                found.append((range, deciding))
                place -= 1
            }
            return found
        }
    }

    func isParting(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) -> Bool {
        sentence.count <= Self.longestParting && bytes.closes(with: OpenQuestionLexicon.parting, sentence)
            && !bytes.holds(OpenQuestionLexicon.asking, in: sentence)
    }

    /// Whether a sentence asks nothing and does not answer what was asked before it.
    private func givesReason(
        _ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>, _ words: [QuestionForms.Sign]
    ) -> Bool {
        !forms.asks(bytes, sentence, words, chairs: false)
            && !bytes.closes(with: OpenQuestionLexicon.ownAnswers, sentence)
            && bytes.first(of: OpenQuestionLexicon.ownAnswering, at: sentence.lowerBound) == nil
    }

    /// Whether a question can be understood by itself.
    private func namesSomething(_ bytes: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>) -> Bool {
        !RequestTerms(of: String(decoding: bytes[sentence], as: UTF8.self)).isEmpty
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a sentence ends with one of some words and a full stop.
    func closes(with words: WordList, _ sentence: Range<Int>) -> Bool {
        var end = sentence.upperBound
        while end > sentence.lowerBound, let (value, length) = scalar(before: end),
            value == 0x3002 || value == 0x20 || value == 0x3000 || value == 0x0a
        {
            end -= length
        }
        return last(of: words, at: end).map { $0 <= end - sentence.lowerBound } ?? false
    }
}
