import JapaneseText
import MinutesModel

/// Compares what `follow-ups` found in a meeting with what people labelled.
///
/// Sentence level. Rows on which the readers differed, and findings on those sentences, count neither way. The labelled
/// part of a document ends with the last row of the gold; findings behind it are counted apart.
package struct FollowUpEvaluation: Codable, Sendable, Hashable {
    /// Counts and the figures made of them.
    package struct Score: Codable, Sendable, Hashable {
        package var hits = 0
        package var falseAlarms = 0
        package var misses = 0

        package var precision: Double { hits + falseAlarms == 0 ? 0 : Double(hits) / Double(hits + falseAlarms) }
        package var recall: Double { hits + misses == 0 ? 0 : Double(hits) / Double(hits + misses) }
        package var f1: Double {
            2 * hits + falseAlarms + misses == 0 ? 0 : Double(2 * hits) / Double(2 * hits + falseAlarms + misses)
        }

        private enum CodingKeys: String, CodingKey { case hits, falseAlarms, misses, precision, recall, f1 }

        package init() {}

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            hits = try values.decode(Int.self, forKey: .hits)
            falseAlarms = try values.decode(Int.self, forKey: .falseAlarms)
            misses = try values.decode(Int.self, forKey: .misses)
        }

        package func encode(to encoder: any Encoder) throws {
            var values = encoder.container(keyedBy: CodingKeys.self)
            try values.encode(hits, forKey: .hits)
            try values.encode(falseAlarms, forKey: .falseAlarms)
            try values.encode(misses, forKey: .misses)
            for (key, value) in [(CodingKeys.precision, precision), (.recall, recall), (.f1, f1)] {
                try values.encode((value * 1000).rounded() / 1000, forKey: key)
            }
        }
    }

    /// A field of the hits, against the gold.
    package struct FieldScore: Codable, Sendable, Hashable {
        /// The gold has a value, and it was given.
        package var right = 0
        /// The gold has a value, and another one was given.
        package var wrong = 0
        /// The gold has a value, and none was given.
        package var absent = 0
        /// The gold has none, and one was given.
        package var invented = 0
    }

    /// A sentence on which the program and the readers differ.
    package struct Difference: Codable, Sendable, Hashable {
        package var speaker: String
        /// What the readers said; empty: nothing.
        package var gold: String
        /// What the program said; empty: nothing.
        package var found: String
        package var cues: String
        package var sentence: String
    }

    package var title: String
    /// Sentences of the labelled part, rows counted, rows left out because readers differed, rows not found.
    package var sentences = 0
    package var rows = 0
    package var splitRows = 0
    package var lostRows: [String] = []
    /// Findings behind the last row.
    package var findingsBeyond = 0
    /// Whether a sentence is of an action kind at all: the headline.
    package var detection = Score()
    /// The same with the kind right.
    package var strict = Score()
    /// By kind, in the order of `FindingKind.followUps`.
    package var kinds: [String: Score] = [:]
    package var owner = FieldScore()
    package var due = FieldScore()
    package var falseAlarms: [Difference] = []
    package var misses: [Difference] = []
    /// An action kind on both sides, but not the same.
    package var otherKind: [Difference] = []
    /// Differences in opinion and issue.
    package var otherDifferences: [Difference] = []
    /// Owner and due that differ: sentence, what was wanted and what was given.
    package var fieldDifferences: [Difference] = []

    /// - Parameter gold: the text of the labelled file.
    package static func evaluate(meeting: AnalyzedMeeting, gold text: String) -> FollowUpEvaluation {
        let gold = FollowUpGold(text)
        let alignment = FollowUpGoldAlignment(meeting.meeting, gold)
        var result = FollowUpEvaluation(title: meeting.meeting.header.title ?? meeting.meeting.id)
        result.rows = gold.rows.count
        result.splitRows = gold.rows.count { $0.isSplit }
        result.lostRows = alignment.lost.map { gold.rows[$0].number }
        for kind in FindingKind.followUps { result.kinds[kind.rawValue] = Score() }
        result.count(meeting, gold, alignment)
        return result
    }

    private init(title: String) { self.title = title }

    private mutating func count(_ analyzed: AnalyzedMeeting, _ gold: FollowUpGold, _ alignment: FollowUpGoldAlignment) {
        var findings: [String: [Finding]] = [:]
        for finding in analyzed.findings where FindingKind.followUps.contains(finding.kind) {
            findings[finding.remark, default: []].append(finding)
        }
        let end = (alignment.rowOfSentence.keys.max() ?? -1) + 1
        sentences = end
        for (index, sentence) in alignment.sentences.enumerated() {
            let remark = analyzed.meeting.remarks[sentence.remark]
            let finding = findings[remark.id]?.first { $0.range.range.overlaps(sentence.range) }
            guard index < end else {
                if finding != nil { findingsBeyond += 1 }
                continue
            }
            let row = alignment.rowOfSentence[index].map { gold.rows[$0] }
            if row?.isSplit == true { continue }
            compare(row, finding, sentence, speaker: remark.label)
        }
        for number in alignment.lost where !gold.rows[number].isSplit {
            let row = gold.rows[number]
            miss(
                row.kind,
                Difference(speaker: row.speaker, gold: row.kind.rawValue, found: "", cues: "", sentence: row.sentence))
        }
    }

    private mutating func compare(
        _ row: FollowUpGold.Row?, _ finding: Finding?, _ sentence: FollowUpGoldAlignment.Sentence, speaker: String
    ) {
        let (wanted, given) = (row?.kind, finding?.kind)
        if wanted == nil && given == nil { return }
        let isWanted = wanted.map { FindingKind.actions.contains($0) } ?? false
        let isGiven = given.map { FindingKind.actions.contains($0) } ?? false
        let difference = Difference(
            speaker: speaker, gold: wanted?.rawValue ?? "", found: given?.rawValue ?? "",
            cues: finding?.fields["cues"] ?? "", sentence: sentence.text)
        if isWanted && isGiven {
            detection.hits += 1
            if wanted == given { strict.hits += 1 } else { otherKind.append(difference) }
        } else if isGiven {
            detection.falseAlarms += 1
            falseAlarms.append(difference)
        } else if isWanted {
            detection.misses += 1
            misses.append(difference)
        } else if wanted != given {
            otherDifferences.append(difference)
        }
        if wanted == given, let wanted { kinds[wanted.rawValue]?.hits += 1 }
        if wanted != given {
            if isGiven { strict.falseAlarms += 1 }
            if isWanted { strict.misses += 1 }
            if let given { kinds[given.rawValue]?.falseAlarms += 1 }
            if let wanted { kinds[wanted.rawValue]?.misses += 1 }
        }
        if isWanted, isGiven, let row, let finding { compareFields(row, finding, difference) }
    }

    private mutating func miss(_ kind: FindingKind, _ difference: Difference) {
        kinds[kind.rawValue]?.misses += 1
        guard FindingKind.actions.contains(kind) else { return otherDifferences.append(difference) }
        detection.misses += 1
        strict.misses += 1
        misses.append(difference)
    }

    private mutating func compareFields(_ row: FollowUpGold.Row, _ finding: Finding, _ difference: Difference) {
        func note(_ name: String, _ wanted: String, _ given: String) {
            var difference = difference
            (difference.gold, difference.found) = ("\(name)=\(wanted)", "\(name)=\(given)")
            fieldDifferences.append(difference)
        }
        for (name, wanted, path) in [
            ("owner", row.owner, \FollowUpEvaluation.owner), ("dueText", row.due, \FollowUpEvaluation.due),
        ] as [(String, String, WritableKeyPath<FollowUpEvaluation, FieldScore>)] {
            if wanted.hasSuffix("?") { continue }
            let given = finding.fields[name] ?? ""
            switch (wanted.isEmpty, given.isEmpty) {
            case (true, true): continue
            case (true, false): self[keyPath: path].invented += 1
            case (false, true): self[keyPath: path].absent += 1
            case (false, false):
                if Self.same(wanted, given) {
                    self[keyPath: path].right += 1
                    continue
                }
                self[keyPath: path].wrong += 1
            }
            note(name, wanted, given)
        }
    }

    /// The same words, widths, blanks and a に at the end apart.
    private static func same(_ a: String, _ b: String) -> Bool {
        func key(_ text: String) -> String {
            let key = String(decoding: FollowUpGoldAlignment.key(text), as: UTF8.self)
            return key.hasSuffix("に") ? String(key.dropLast()) : key
        }
        return key(a) == key(b)
    }
}
