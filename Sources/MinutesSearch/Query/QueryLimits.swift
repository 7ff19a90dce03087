/// How large a query may be, so that it is answered in bounded time.
package enum QueryLimits {
    /// UTF-8 bytes.
    static let longestQuery = 30_000
    /// Brackets in brackets.
    static let deepestNesting = 64
    /// Words, phrases and values of filters.
    static let mostClauses = 256
    /// Characters of one word or phrase.
    static let longestPhrase = 1000
    /// Characters between two words that are near each other.
    static let farthestNear = 1000
    /// Words in one chain of NEAR.
    static let mostNearWords = 8
    /// Characters between two words that are near each other where the query names no number.
    static let usualNear = 20
    /// Spellings and synonyms of one word.
    static let mostSpellings = 24
    /// Spellings and synonyms of all words together.
    static let mostExpansions = 512

    static func tooManyClauses(at position: Int) -> SearchQueryError {
        SearchQueryError(
            position: position, reason: "条件が多すぎます（\(mostClauses)個まで）。いくつかに分けて検索してください。",
            english: "too many conditions (at most \(mostClauses)); search in several steps.")
    }
}
