/// Offers words of the index in place of one that stands nowhere.
///
/// The index knows bigrams and no words: what differs from the word by one character and has all its bigrams in the index
/// is a candidate, as are the words of topics, agenda items and labels, and the longest beginnings and ends of the word.
/// Only what is found in a remark as a word is offered.
struct NearestWords {
    let index: SearchIndex

    init(in index: SearchIndex) { self.index = index }

    /// Words offered at most.
    private static let most = 5
    /// Candidates looked up at most; those whose rarest bigram is most frequent first.
    private static let mostLookups = 40
    private static let longestWord = 20

    private struct Candidate: Hashable {
        var scalars: [UInt32]
        /// In characters from the word.
        var distance: Int
    }

    /// - Complexity: bounded by the bigrams that begin with one of the word's characters, and by `mostLookups` searches.
    func words(like phrase: SearchPhrase) throws(SearchIndexError) -> [SearchResults.NearWord] {
        let word = phrase.scalars
        guard word.count >= 2, word.count <= Self.longestWord else { return [] }
        var candidates: [[UInt32]: Int] = [:]
        func offer(_ scalars: [UInt32], _ distance: Int) {
            guard scalars.count >= 2, scalars != word, !scalars.contains(ComparedText.blank) else { return }
            candidates[scalars] = min(candidates[scalars] ?? .max, distance)
        }
        offerEdits(of: word, offer)
        offerFieldWords(like: word, offer)
        offerParts(of: word, offer)
        let likely = candidates.map { (candidate: $0.key, distance: $0.value, bound: index.frequencyBound($0.key)) }
            .filter { $0.bound > 0 }
            .sorted {
                ($0.distance, $1.bound, $0.candidate.lexicographicallyPrecedes($1.candidate) ? 0 : 1)
                    < ($1.distance, $0.bound, 0)
            }
        var found: [(text: String, distance: Int, total: Int)] = []
        for candidate in likely.prefix(Self.mostLookups) {
            let total = try index.frequency(ofWord: candidate.candidate)
            if total > 0 { found.append((ComparedText.string(candidate.candidate), candidate.distance, total)) }
        }
        return found.sorted { ($0.distance, $1.total, $0.text) < ($1.distance, $0.total, $1.text) }
            .prefix(Self.most).map { SearchResults.NearWord(text: $0.text, total: $0.total) }
    }

    // MARK: Candidates

    /// What differs by one character: left out, too many, another of the same kind, or two that changed places.
    private func offerEdits(of word: [UInt32], _ offer: ([UInt32], Int) -> Void) {
        for place in word.indices {
            var shorter = word
            shorter.remove(at: place)
            // Two characters are soon found, and seldom what was meant.
            offer(shorter, shorter.count > 2 ? 1 : 2)
            if place + 1 < word.count {
                var swapped = word
                swapped.swapAt(place, place + 1)
                offer(swapped, 1)
                for between in followers(of: word[place]) where exists(between, word[place + 1]) {
                    var longer = word
                    longer.insert(between, at: place + 1)
                    offer(longer, 1)
                }
            }
            // Of two characters one is too little to be alike.
            guard word.count >= 3, place > 0 else { continue }
            for other in followers(of: word[place - 1])
            where place + 1 == word.count || exists(other, word[place + 1]) {
                guard WordBoundary.isSameKind(other, word[place]) else { continue }
                var changed = word
                changed[place] = other
                offer(changed, 1)
            }
        }
        guard word.count >= 3 else { return }
        for first in leaders(of: word[1]) where WordBoundary.isSameKind(first, word[0]) {
            var changed = word
            changed[0] = first
            offer(changed, 1)
        }
    }

    /// Words of topics, agenda items and labels, not too far from the word.
    private func offerFieldWords(like word: [UInt32], _ offer: ([UInt32], Int) -> Void) {
        let farthest = word.count / 3
        guard farthest > 0 else { return }
        for part in index.parts {
            let segment = part.segment
            var strings: Set<UInt32> = []
            for facet in [Facet.agenda, .label, .topic] { strings.formUnion(segment.values(of: facet).map(\.string)) }
            for string in strings {
                let text = ComparedText(segment.stringBytes(string)).scalars
                for run in WordBoundary.runs(of: text) where abs(run.count - word.count) <= farthest {
                    let distance = Self.distance(Array(run), word)
                    if distance <= farthest { offer(Array(run), distance) }
                }
            }
        }
    }

    /// The longest beginnings and ends that stand somewhere, behind everything that is alike.
    private func offerParts(of word: [UInt32], _ offer: ([UInt32], Int) -> Void) {
        guard word.count >= 4 else { return }
        for length in stride(from: word.count - 2, through: 2, by: -1) {
            offer(Array(word.prefix(length)), 1 + word.count - length)
            offer(Array(word.suffix(length)), 1 + word.count - length)
        }
    }

    // MARK: The index

    private func exists(_ first: UInt32, _ second: UInt32) -> Bool {
        index.parts.contains { $0.segment.term(Bigram.key(first, second)) != nil }
    }

    /// Characters that stand behind another.
    private func followers(of first: UInt32) -> Set<UInt32> {
        var found: Set<UInt32> = []
        let keys = Bigram.keys(beginningWith: first)
        for part in index.parts {
            let segment = part.segment
            for term in segment.firstTerm(notBelow: keys.lowerBound)..<segment.firstTerm(notBelow: keys.upperBound) {
                found.insert(Bigram.second(of: segment.key(term)))
            }
        }
        return found
    }

    /// Characters that stand before another.
    private func leaders(of second: UInt32) -> Set<UInt32> {
        var found: Set<UInt32> = []
        for part in index.parts {
            for term in 0..<part.segment.termCount {
                let key = part.segment.key(term)
                if Bigram.second(of: key) == second { found.insert(Bigram.first(of: key)) }
            }
        }
        return found
    }

    /// Single-character edits between two short words.
    static func distance(_ left: [UInt32], _ right: [UInt32]) -> Int {
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let substituted = diagonal + (left[i] == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}

extension SearchIndex {
    /// Remarks the word can stand in at most: those of its rarest bigram.
    func frequencyBound(_ word: [UInt32]) -> Int {
        zip(word, word.dropFirst()).map { pair in
            parts.reduce(0) { sum, part in
                sum + (part.segment.term(Bigram.key(pair.0, pair.1)).map(part.segment.remarkCount(ofTerm:)) ?? 0)
            }
        }.min() ?? 0
    }

    /// Remarks it stands in, where it stands in one of them as a word.
    func frequency(ofWord word: [UInt32]) throws(SearchIndexError) -> Int {
        let phrase = SearchPhrase(
            scalars: word, typed: "", isPrefix: false, origin: .typed, word: "")
        var total = 0
        var isWord = false
        for part in parts {
            let matches = try PhraseMatcher.matches(phrase, in: part.segment)
            for (place, remark) in matches.remarks.enumerated() where part.liveRemarks.contains(Int(remark)) {
                total += 1
                if matches.qualities[place] >= PhraseMatches.weight(begins: true, ends: true) { isWord = true }
            }
        }
        return isWord ? total : 0
    }
}
