import MinutesSearch

/// More than two words close to each other as SQL: the places of each word as an array, of which in turn those are kept
/// that lie close to a kept one of the word before.
enum NearChain {
    /// A place is one number: its first character times this, and its length, which is smaller.
    private static let step = 2048

    /// - Throws: `ClickHouseError.untranslatable` for the beginning of a word, and for words that can overlap themselves,
    ///   of which SQL does not see every place.
    static func sql(_ near: NearWords) throws(ClickHouseError) -> SQLText {
        for phrase in near.words.joined() {
            if phrase.isPrefix { throw .untranslatable("三語以上の近傍（NEAR）の中の前方一致（*）") }
            if overlapsItself(phrase.scalars) || phrase.scalars.count >= step {
                throw .untranslatable("三語以上の近傍（NEAR）の中の「\(phrase.typed.prefix(40))」のような繰返しの語")
            }
        }
        guard var kept = near.words.first.map(places) else { return "0" }
        for (word, distance) in zip(near.words.dropFirst(), near.distances) {
            kept =
                "arrayFilter(o -> arrayExists(q -> \(isClose("q", "o", distance)) OR \(isClose("o", "q", distance)), \(kept)), \(places(word)))"
        }
        return "notEmpty(\(kept))"
    }

    /// Whether the first ends before the second begins, at most so many characters away.
    private static func isClose(_ first: SQLText, _ second: SQLText, _ distance: Int) -> SQLText {
        let gap: SQLText = "(intDiv(\(second), \(step)) - intDiv(\(first), \(step)) - \(first) % \(step))"
        return "(\(gap) >= 0 AND \(gap) <= \(distance))"
    }

    /// Where a word stands in any spelling. The text is cut at the word; what the pieces before a place hold, and the word
    /// as often as it stood there, is what stands before it.
    private static func places(_ word: [SearchPhrase]) -> SQLText {
        let spellings = word.map { phrase -> SQLText in
            let pieces: SQLText = "splitByString(\(.literal(ComparedColumn.text(phrase.scalars))), compared)"
            let length = phrase.scalars.count
            return """
                arrayMap((c, i) -> toInt64((c + (i - 1) * \(length)) * \(step) + \(length)), \
                arrayPopBack(arrayCumSum(arrayMap(x -> lengthUTF8(x), \(pieces)))), \
                arrayEnumerate(arrayPopBack(\(pieces))))
                """
        }
        return spellings.count == 1 ? spellings[0] : "arrayConcat(\(SQLText(joining: spellings, with: ", ")))"
    }

    /// Whether it ends as it begins: ここ, もも, 市民の市.
    static func overlapsItself(_ scalars: [UInt32]) -> Bool {
        (1..<max(1, scalars.count)).contains { scalars.starts(with: scalars[$0...]) }
    }
}
