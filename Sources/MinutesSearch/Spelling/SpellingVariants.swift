import JapaneseText

/// Other ways to write the same word: 取組 for 取り組み, こども for 子ども, コンピュータ for コンピューター, 1か所 for 1ヶ所.
///
/// By rules where there are rules (`CompoundVerbs`, the long vowel at the end, the counter か), by `SpellingTable` for the
/// rest. Everything that folding makes alike is alike already.
enum SpellingVariants {
    /// A stretch of the word and what may stand in its place.
    struct Alternatives: Hashable {
        var range: Range<Int>
        /// Compared form, without the stretch as it is.
        var spellings: [[UInt32]]
    }

    /// - Parameter word: compared form.
    /// - Returns: the other spellings, each once, without the word itself; at most `QueryLimits.mostSpellings`.
    /// - Complexity: O(n) in the word; the number of spellings is bounded.
    static func variants(of word: [UInt32]) -> [[UInt32]] {
        guard word.count <= longestWord else { return [] }
        var found: [[UInt32]] = [[]]
        var place = 0
        while place < word.count {
            guard let alternatives = alternatives(in: word, at: place) else {
                for index in found.indices { found[index].append(word[place]) }
                place += 1
                continue
            }
            let asTyped = Array(word[alternatives.range])
            let room = max(1, (QueryLimits.mostSpellings + 1) / found.count)
            let choices = ([asTyped] + alternatives.spellings).prefix(room)
            found = found.flatMap { start in choices.map { start + $0 } }
            place = alternatives.range.upperBound
        }
        var seen: Set<[UInt32]> = [word]
        return found.filter { seen.insert($0).inserted }
    }

    /// A longer phrase is a quotation.
    private static let longestWord = 40

    private static func alternatives(in word: [UInt32], at place: Int) -> Alternatives? {
        SpellingTable.alternatives(in: word, at: place) ?? CompoundVerbs.alternatives(in: word, at: place)
            ?? longVowel(in: word, at: place) ?? counter(in: word, at: place)
    }

    /// ー at the end of a katakana word of four characters or more may be left out (JIS Z 8301 once asked for it). The
    /// other way round the shorter spelling is found in the longer one.
    private static func longVowel(in word: [UInt32], at place: Int) -> Alternatives? {
        guard word[place] == 0x30FC, place >= 3, (place - 3..<place).allSatisfy({ isKatakana(word[$0]) }),
            place + 1 == word.count || !isKatakana(word[place + 1])
        else { return nil }
        return Alternatives(range: place..<(place + 1), spellings: [[]])
    }

    /// か ヶ ヵ カ ケ 箇 between a number and what is counted.
    private static func counter(in word: [UInt32], at place: Int) -> Alternatives? {
        guard place > 0, place + 1 < word.count, counters.contains(word[place]), isNumeral(word[place - 1]),
            counted.contains(word[place + 1])
        else { return nil }
        return Alternatives(
            range: place..<(place + 1), spellings: counters.filter { $0 != word[place] }.map { [$0] })
    }

    private static let counters: [UInt32] = "かヶカヵケ箇".unicodeScalars.map(\.value)
    private static let counted: [UInt32] = "月所年国条村町店".unicodeScalars.map(\.value)

    private static func isKatakana(_ scalar: UInt32) -> Bool { (0x30A1...0x30FC).contains(scalar) }

    private static func isNumeral(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || numerals.contains(scalar)
    }

    private static let numerals: Set<UInt32> = Set("一二三四五六七八九十百千数何○".unicodeScalars.map(\.value))

    static func isHiragana(_ scalar: UInt32) -> Bool { (0x3041...0x3096).contains(scalar) }
}
