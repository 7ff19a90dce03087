import Foundation

/// How much a word in a remark counts.
///
/// Okapi BM25 (Robertson and Zaragoza, 2009), with two changes: an occurrence counts by how well it stands as a word, and
/// the length of a remark is compared with a usual one, not with the average of the index, so that a score does not
/// change with every import and the largest score of a stretch of postings can be kept beside it.
package enum Relevance {
    package static let saturation: Float = 1.2
    package static let lengthShare: Float = 0.4
    /// Characters of a usual remark.
    package static let usualLength: Float = 200

    /// The largest `share`.
    static let most: Float = 1 + saturation

    /// What a word contributes to a remark's score, before the weight of the word.
    /// - Parameters:
    ///   - count: occurrences, each counted by `PhraseMatches.weight`.
    ///   - quality: the weight of the best.
    ///   - characters: of the remark.
    @inline(__always)
    static func share(count: Float, quality: Float, characters: UInt32) -> Float {
        let norm = saturation * (1 - lengthShare + lengthShare / usualLength * Float(characters))
        return quality * count * (saturation + 1) / (count + norm)
    }

    /// The bigrams of a phrase by the rarest of which its frequency is judged: those without blanks, the first few.
    package static func bigrams(of phrase: SearchPhrase) -> [(UInt32, UInt32)] {
        zip(phrase.scalars, phrase.scalars.dropFirst()).filter { $0 != ComparedText.blank && $1 != ComparedText.blank }
            .prefix(mostBigrams).map { ($0, $1) }
    }

    private static let mostBigrams = 32

    /// Weight of a word that stands in so many of all remarks.
    static func weight(frequency: Int, of remarks: Int) -> Float {
        let frequency = Double(min(frequency, remarks))
        return Float(log(1 + (Double(remarks) - frequency + 0.5) / (frequency + 0.5)))
    }

    /// Ten-thousandths, so that rounding of the last bit cannot change an order between machines.
    @inline(__always)
    static func rounded(_ score: Float) -> Int { Int((score * 10_000).rounded()) }

    /// A share in a byte, rounded up.
    @inline(__always)
    static func impact(_ share: Float) -> UInt8 { UInt8(clamping: Int((share / most * 255).rounded(.up))) }

    /// A share that is not below any with this impact.
    @inline(__always)
    static func share(impact: UInt8) -> Float { Float(impact) / 255 * most * 1.000_01 }
}
