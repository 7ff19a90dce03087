import MinutesModel

/// A query as it was understood: a value that says which remarks are hits, whatever evaluates it.
///
/// Every part of `expression` stands for a set of remarks. A filter stands for the remarks that have what it names. A
/// phrase or `near` stands for the remarks in whose text it is found; under a scope wider than the remark, for all remarks
/// of the units (see `SearchScope`) in which it is found at least once. `all`, `any` and `not` are intersection, union
/// and complement within the remarks of the index. The hits are the remarks of the whole expression; under a wider scope
/// only those in whose own text one of `wantedPhrases` is found, where there are any.
package struct SearchQuery: Hashable, Sendable {
    package var scope: SearchScope
    package var expression: SearchExpression

    package init(_ expression: SearchExpression, scope: SearchScope = .remark) {
        self.expression = expression
        self.scope = scope
    }
}

/// The unit in which the words of a query must stand together. The units of a scope part the remarks: every remark
/// belongs to one.
public enum SearchScope: String, Codable, Hashable, Sendable, CaseIterable {
    /// The remark itself.
    case remark
    /// A question and all that answers it, and what answers those in turn.
    case exchange
    /// The remarks of a meeting under one agenda item, or plan item where the minutes name one under it.
    case agenda
    /// All remarks of a meeting.
    case meeting
}

/// What a query means; `SearchQuery` says what set of remarks each case stands for.
package indirect enum SearchExpression: Hashable, Sendable {
    /// The characters stand next to each other in the text.
    case phrase(SearchPhrase)
    /// The words stand close to each other in the text.
    case near(NearWords)
    /// A condition on what stands beside the text.
    case filter(SearchFilter)
    /// All of them; none is everything.
    case all([SearchExpression])
    /// Any of them; none is nothing.
    case any([SearchExpression])
    case not(SearchExpression)

    /// Phrases that a hit may be shown for, each once, in the order of the query: not those behind NOT.
    package var wantedPhrases: [SearchPhrase] {
        var found: [SearchPhrase] = []
        var seen: Set<SearchPhrase> = []
        forEachWanted { if seen.insert($0).inserted { found.append($0) } }
        return found
    }

    private func forEachWanted(_ body: (SearchPhrase) -> Void) {
        switch self {
        case .phrase(let phrase): body(phrase)
        case .near(let near): for word in near.words { for phrase in word { body(phrase) } }
        case .all(let parts), .any(let parts): for part in parts { part.forEachWanted(body) }
        case .filter, .not: break
        }
    }
}

/// The words a query looks for, each with its spellings and synonyms.
package struct WantedWords: Hashable, Sendable {
    package struct Word: Hashable, Sendable {
        /// As it was typed.
        package var text: String
        /// Places in `phrases`.
        package var phrases: [Int]
    }

    /// `SearchExpression.wantedPhrases`.
    package let phrases: [SearchPhrase]
    /// In the order of the query. What is a spelling of an earlier word belongs to that.
    package private(set) var words: [Word] = []
    /// For each phrase its word.
    package private(set) var wordOfPhrase: [Int] = []

    package init(_ expression: SearchExpression) {
        phrases = expression.wantedPhrases
        var places: [String: Int] = [:]
        for (number, phrase) in phrases.enumerated() {
            let place = places[phrase.word] ?? words.count
            if place == words.count {
                words.append(Word(text: phrase.word, phrases: []))
                places[phrase.word] = place
            }
            words[place].phrases.append(number)
            wordOfPhrase.append(place)
        }
    }
}

/// Characters that stand next to each other in the text.
///
/// Two phrases are equal when they find the same, whatever was typed for them.
package struct SearchPhrase: Hashable, Sendable {
    /// How a phrase came into the query.
    package enum Origin: String, Hashable, Sendable {
        case typed
        /// Another spelling of what was typed: 取り組み for 取組.
        case spelling
        /// From the synonyms of the archive.
        case synonym
    }

    /// Compared form (`ComparedText`: folded Unicode scalars, a run of blanks as one 0), blanks inside only; not empty.
    package var scalars: [UInt32]
    /// As it was typed, or the spelling or synonym.
    package var typed: String
    /// Whether a word must begin at its first character, as `WordBoundary` tells by the kinds of characters.
    package var isPrefix: Bool
    /// Whether it stood in quotation marks: no other spellings, no synonyms.
    package var isQuoted = false
    package var origin: Origin
    /// What was typed where `origin` is another.
    package var word: String

    /// - Returns: `nil` when nothing but blanks is in it.
    package init?(_ typed: String, isPrefix: Bool = false, isQuoted: Bool = false) {
        let scalars = ComparedText(typed).trimmed
        guard !scalars.isEmpty else { return nil }
        self.init(scalars: scalars, typed: typed, isPrefix: isPrefix, origin: .typed, word: typed)
        self.isQuoted = isQuoted
    }

    package init(scalars: [UInt32], typed: String, isPrefix: Bool, origin: Origin, word: String) {
        self.scalars = scalars
        self.typed = typed
        self.isPrefix = isPrefix
        self.origin = origin
        self.word = word
    }

    package static func == (left: SearchPhrase, right: SearchPhrase) -> Bool {
        left.scalars == right.scalars && left.isPrefix == right.isPrefix
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(scalars)
        hasher.combine(isPrefix)
    }
}

/// Words that stand close to each other, in any order.
///
/// It holds where the text has an occurrence of each word (of any of its spellings) such that between each word's and
/// the next word's occurrence stand at most so many characters. Occurrences that overlap are not close, but the same.
package struct NearWords: Hashable, Sendable {
    /// Two words or more, each as its spellings.
    package var words: [[SearchPhrase]]
    /// Characters of compared text between each word and the next at most; one fewer than words.
    package var distances: [Int]

    package init(words: [[SearchPhrase]], distances: [Int]) {
        self.words = words
        self.distances = distances
    }
}

/// A condition on what stands beside the text. Folded words are looked for anywhere in the folded field, blanks apart.
package enum SearchFilter: Hashable, Sendable {
    case role(Role)
    /// In the label as printed or the name.
    case speaker(String)
    /// In one of the remark's topics.
    case topic(String)
    /// In the title or body of the meeting; or the whole id of it.
    case meeting(String)
    /// In number and title of the agenda item, or the plan item under it.
    case agenda(String)
    /// A finding of the kind stands in the remark.
    case kind(FindingKind)
    /// Day of the meeting; a meeting without one is in no range.
    case date(DayRange)
    case fiscalYear(FiscalYears)
    /// Whether at least one remark answers it.
    case answered(Bool)
}
