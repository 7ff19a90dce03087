import Foundation
import MinutesSearch

/// The score of a remark as SQL: Okapi BM25 over phrases, each occurrence counted by how well it stands as a word, as
/// the embedded index computes it (`Ranking`). In ten-thousandths.
///
/// A phrase that can overlap itself (ここ in ここここ) is counted without overlaps, which only the embedded index does
/// otherwise; the set of hits does not depend on it.
enum ScoreExpression {
    private static let saturation = 1.2
    private static let lengthShare = 0.4
    private static let usualLength = Double(Relevance.usualLength)

    /// - Parameters:
    ///   - judgedFrequencies: for each word the remarks its spellings stand in, judged by their rarest bigrams.
    ///   - remarks: that count.
    ///   - latest: the latest day there is, where remarks of later meetings count for more.
    static func sql(
        _ wanted: WantedWords, judgedFrequencies: [Int], remarks: Int, latest: Int? = nil
    ) -> SQLText {
        guard !wanted.phrases.isEmpty else { return "toInt64(0)" }
        let norm: SQLText =
            "(\(.number(saturation * (1 - lengthShare))) + \(.number(saturation * lengthShare / usualLength)) * characters)"
        let parts = wanted.phrases.enumerated().map { number, phrase in
            let frequency = Double(min(remarks, judgedFrequencies[wanted.wordOfPhrase[number]]))
            let weight = log(1 + (Double(remarks) - frequency + 0.5) / (frequency + 0.5))
            return part(phrase, number: number, weight: weight, norm: norm)
        }
        let sum: SQLText = "arraySum([\(SQLText(joining: parts, with: ", "))])"
        return "toInt64(floor(\(latest.map { "\(sum) * \(recency(latest: $0))" as SQLText } ?? sum) * 10000 + 0.5))"
    }

    /// What is left of a score by age, as `Ranking.recency` has it.
    private static func recency(latest: Int) -> SQLText {
        let years: SQLText = "(intDiv(day, 10000) + (intDiv(day, 100) % 100) / 12 + (day % 100) / 365)"
        let now = Double(latest / 10000) + Double(latest / 100 % 100) / 12 + Double(latest % 100) / 365
        return "(day = 0 ? 0.5 : 0.5 + 0.5 * exp2(-greatest(toFloat64(0), \(.number(now)) - \(years)) / 2))"
    }

    /// Weights are hundredths in SQL, so that their sums are exact. A phrase that is not there adds 0.
    private static func part(_ phrase: SearchPhrase, number: Int, weight: Double, norm: SQLText) -> SQLText {
        let weights: SQLText = "w\(number)"
        let count: SQLText = "c\(number)"
        // Where no word begins with it, the beginning of a word is not there.
        let isThere: SQLText = phrase.isPrefix ? " * (arrayReduce('max', \(weights)) >= 85)" : ""
        return
            "\(.number(weight * (saturation + 1))) * (arrayReduce('max', \(occurrences(phrase, number: number)) AS \(weights)) / 100)"
            + " * ((arraySum(\(weights)) / 100) AS \(count)) / (\(count) + \(norm))\(isThere)"
    }

    /// The weight of each occurrence. The text is cut at the phrase; whether a word begins and ends at an occurrence is
    /// seen from the pieces at its sides.
    private static func occurrences(_ phrase: SearchPhrase, number: Int) -> SQLText {
        let edges = WordEdges(phrase)
        let pieces: SQLText = "p\(number)"
        let left: SQLText = "l\(number)"
        let cut: SQLText = "splitByString(\(.literal(ComparedColumn.text(phrase.scalars))), compared)"
        // Between two occurrences that touch stands nothing: the neighbour is the phrase itself.
        let begins = side(
            "l", isOuter: "i = 1", edge: edges.before, at: { $0 + .end },
            touching: phrase.scalars.last.map(edges.letsBegin) ?? true)
        let ends = side(
            "r", isOuter: "j = 1", edge: edges.after, at: { .start + $0 },
            touching: phrase.scalars.first.map(edges.letsEnd) ?? true)
        return
            "arrayMap((l, r, i, j) -> multiIf(\(begins) AND \(ends), 100, \(begins), 85, \(ends), 30, 20), "
            + "(arrayPopBack(\(cut) AS \(pieces)) AS \(left)), arrayPopFront(\(pieces)), "
            + "arrayEnumerate(\(left)), arrayReverse(arrayEnumerate(\(left))))"
    }

    private static func side(
        _ piece: SQLText, isOuter: SQLText, edge: [ClosedRange<UInt32>], at place: (RegexText) -> RegexText,
        touching: Bool
    ) -> SQLText {
        guard !edge.isEmpty else { return "1" }
        let hindered: SQLText = "match(\(piece), \(.literal(place(RegexText(edge)).pattern)))"
        return "(empty(\(piece)) ? (\(isOuter) OR \(touching ? 1 : 0)) : NOT \(hindered))"
    }
}

extension SQLText {
    static func + (left: SQLText, right: SQLText) -> SQLText { "\(left)\(right)" }
}
