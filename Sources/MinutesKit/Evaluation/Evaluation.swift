import JapaneseText
import MinutesAnalysis
import MinutesModel
import MinutesReading

/// Measures analyzers against what people labelled.
public enum Evaluation {
    /// What an evaluation of the follow-ups found, as text and as JSON.
    public struct Report: Encodable, Sendable {
        /// Name of the gold table.
        public var gold: String
        private let evaluation: FollowUpEvaluation

        init(gold: String, evaluation: FollowUpEvaluation) {
            self.gold = gold
            self.evaluation = evaluation
        }

        /// Precision, recall and F1, by kind, with every false alarm and miss.
        public var text: String { "■ \(gold)\n" + evaluation.text }

        private enum Key: String, CodingKey { case gold, scores }

        public func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: Key.self)
            try values.encode(gold, forKey: .gold)
            try values.encode(evaluation, forKey: .scores)
        }
    }

    /// Scores the record that holds most of the gold's sentences.
    /// - Throws: `ReadingError` for the table, `RequestProblem.goldUnreadable` when no record holds any of its sentences.
    public static func followUps(gold source: SourceBytes, among records: [AnalyzedMeeting]) throws -> Report {
        let table = try ReaderRegistry.builtIn.read(source).value.text
        let sentences = table.split(separator: "\n").compactMap {
            $0.split(separator: "\t").last.map { squeezed(String($0)) }
        }
        let counted = records.map { record -> (record: AnalyzedMeeting, count: Int) in
            let text = squeezed(record.meeting.remarks.map(\.text).joined())
            return (record, sentences.count { text.contains($0) })
        }
        guard let best = counted.max(by: { $0.count < $1.count }), best.count > 0 else {
            throw RequestProblem.goldUnreadable("「\(source.name)」の文を含む会議録がありません。--minutes で会議録を指定してください。")
        }
        return Report(gold: source.name, evaluation: .evaluate(meeting: best.record, gold: table))
    }

    /// Cues of the follow-up lexicon that were met in none of the records, and how many there are.
    public struct IdleCues: Encodable, Sendable {
        public var idle: [String]
        public var of: Int

        /// One paragraph for people, Japanese.
        public var text: String {
            "□ どの会議録にも現れなかった手がかり \(idle.count)／\(of)"
                + (idle.isEmpty ? "" : "\n" + idle.joined(separator: " ")) + "\n"
        }
    }

    /// - Complexity: O(n) in the text of the records.
    public static func idleCues(in records: [AnalyzedMeeting]) -> IdleCues {
        var census = FollowUpCueCensus()
        for record in records { census.add(record.meeting) }
        return IdleCues(idle: census.idle, of: census.count)
    }

    /// Folded, without blanks: what the layout of a document cannot change.
    private static func squeezed(_ text: String) -> String {
        TextFolding.fold(text).filter { !$0.isWhitespace }
    }
}
