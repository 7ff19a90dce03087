/// Lets a query find other spellings of its words and their synonyms.
///
/// Each word becomes the union of itself, its spellings and synonyms; what stands in quotation marks stays as it is.
struct QueryExpansion {
    let synonyms: SynonymDictionary
    private var left = QueryLimits.mostExpansions

    init(synonyms: SynonymDictionary) { self.synonyms = synonyms }

    /// - Complexity: linear in the query; what is added is bounded.
    mutating func expanded(_ expression: SearchExpression) -> SearchExpression {
        switch expression {
        case .phrase(let phrase):
            let found = spellings(of: phrase)
            return found.isEmpty ? expression : .any(([phrase] + found).map { .phrase($0) })
        case .near(var near):
            for place in near.words.indices {
                var word: [SearchPhrase] = []
                for phrase in near.words[place] { word += [phrase] + spellings(of: phrase) }
                near.words[place] = word
            }
            return .near(near)
        case .filter: return expression
        case .all(let parts): return .all(parts.map { expanded($0) })
        case .any(let parts): return .any(parts.map { expanded($0) })
        case .not(let part): return .not(expanded(part))
        }
    }

    private mutating func spellings(of phrase: SearchPhrase) -> [SearchPhrase] {
        guard !phrase.isQuoted else { return [] }
        let variants = SpellingVariants.variants(of: phrase.scalars)
        var found: [SearchPhrase] = []
        var seen: Set<[UInt32]> = [phrase.scalars]
        func add(_ scalars: [UInt32], as text: String? = nil, _ origin: SearchPhrase.Origin) {
            guard left > 0, found.count < QueryLimits.mostSpellings, seen.insert(scalars).inserted else { return }
            left -= 1
            found.append(
                SearchPhrase(
                    scalars: scalars, typed: text ?? ComparedText.string(scalars), isPrefix: phrase.isPrefix,
                    origin: origin,
                    word: phrase.word))
        }
        for variant in variants { add(variant, .spelling) }
        // The beginning of a word has no synonym.
        if !phrase.isPrefix, !synonyms.isEmpty {
            for synonym in synonyms.synonyms(of: [phrase.scalars] + variants) {
                let scalars = ComparedText(synonym).trimmed
                add(scalars, as: synonym, .synonym)
                for variant in SpellingVariants.variants(of: scalars) { add(variant, .synonym) }
            }
        }
        let needed = Self.needed(found, besides: phrase)
        left += found.count - needed.count
        return needed
    }

    /// Without those that stand only where a shorter one, or what was typed, stands as well: 取組み where 取組 is looked for.
    private static func needed(_ found: [SearchPhrase], besides typed: SearchPhrase) -> [SearchPhrase] {
        let all = [typed.scalars] + found.map(\.scalars)
        return found.enumerated().filter { index, phrase in
            !all.enumerated().contains { other, scalars in
                other != index + 1 && scalars.count < phrase.scalars.count
                    && (phrase.isPrefix ? phrase.scalars.starts(with: scalars) : phrase.scalars.holds(scalars))
            }
        }.map(\.element)
    }
}

extension [UInt32] {
    /// Whether the other stands in it.
    fileprivate func holds(_ other: [UInt32]) -> Bool {
        other.count <= count && (0...(count - other.count)).contains { self[$0...].starts(with: other) }
    }
}
