import Foundation
import MinutesModel

/// Remarks that speak of the same.
public struct SimilarRemarks: Codable, Hashable, Sendable {
    public struct Remark: Codable, Hashable, Sendable {
        public var hit: SearchHit
        /// Topics both have.
        public var topics: [String]
    }

    /// The remark the others are like.
    public var of: SearchHit
    /// Its telling words, the rarest for their length first.
    public var words: [SearchResults.Word]
    /// The most alike first; `hit.words` are the telling words both have.
    public var remarks: [Remark]
}

extension SearchIndex {
    /// Remarks like another: those in which most of its telling words stand, ranked as a search for them.
    /// - Parameter id: of the remark, whole or its beginning.
    /// - Returns: `nil` when no remark, or more than one, is called so.
    /// - Throws: `SearchIndexError`, and what `texts` throws.
    /// - Complexity: one pass over the ids, and a search for at most `TellingWords.most` words.
    package func similar(
        to id: String, limit: Int = 10, filters: SearchFilters = SearchFilters(), texts: some RemarkTexts
    ) throws -> SimilarRemarks? {
        guard let place = remark(called: id) else { return nil }
        let bare = RankedPage(total: 1, wanted: WantedWords(.all([])), remarks: [place])
        guard let itself = try results(of: bare, texts: texts).hits.first else { return nil }
        let segment = parts[place.part].segment
        let text = try texts.texts(of: [segment.reference(toRemark: place.remark)]).first.flatMap(\.self) ?? []
        let telling = try TellingWords(in: self).words(of: text)
        guard !telling.isEmpty else { return SimilarRemarks(of: itself, words: [], remarks: []) }
        let words: SearchExpression = .any(telling.map { .phrase($0.phrase) })
        let conditions = try filters.expressions()
        let query = SearchQuery(conditions.isEmpty ? words : .all(conditions + [words]))
        var page = try rank(query, SearchRequest(limit: min(limit, 1000) + 1))
        page.remarks.removeAll { $0.part == place.part && $0.remark == place.remark }
        page.remarks = Array(page.remarks.prefix(max(0, limit)))
        let topics = Set(itself.topics)
        return SimilarRemarks(
            of: itself,
            words: telling.map { SearchResults.Word(text: $0.phrase.typed, total: $0.total) },
            remarks: try results(of: page, texts: texts).hits.map {
                SimilarRemarks.Remark(hit: $0, topics: $0.topics.filter(topics.contains))
            })
    }

    private func remark(called id: String) -> RankedRemark? {
        let wanted = Array(id.utf8)
        guard !wanted.isEmpty else { return nil }
        var found: RankedRemark?
        for (number, part) in parts.enumerated() {
            let segment = part.segment
            var places: [Int] = []
            for remark in 0..<segment.remarkCount where segment.isRemark(remark, calledFrom: wanted) {
                if part.liveRemarks.contains(remark) { places.append(remark) }
            }
            for remark in places {
                let hit = RankedRemark(score: 0, part: number, remark: remark)
                if segment.remarkID(remark).utf8.count == wanted.count { return hit }
                if found != nil { return nil }
                found = hit
            }
        }
        return found
    }
}

/// The words that tell what a remark is about.
struct TellingWords {
    let index: SearchIndex

    init(in index: SearchIndex) { self.index = index }

    /// Words searched for at most.
    static let most = 16
    /// Words whose frequency is looked up at most.
    private static let mostLookups = 60

    struct Word: Hashable {
        var phrase: SearchPhrase
        /// Remarks of the index it stands in.
        var total: Int
        var weight: Double
    }

    /// By weight: how often the remark has them, how rare they are elsewhere. A word that stands nowhere else tells
    /// nothing.
    func words(of text: [UInt8]) throws(SearchIndexError) -> [Word] {
        let scalars = text.withUnsafeBufferPointer { ComparedText($0).scalars }
        var counts: [[UInt32]: Int] = [:]
        for word in Self.candidates(in: scalars) { counts[word, default: 0] += 1 }
        let remarks = Double(max(1, index.remarkCount))
        // The bound by bigrams is cheap and tells enough to choose.
        let likely = counts.map { (word: $0.key, count: $0.value, bound: index.frequencyBound($0.key)) }
            .filter { $0.bound > 1 }
            .sorted { left, right in
                left.bound != right.bound
                    ? left.bound < right.bound : left.word.lexicographicallyPrecedes(right.word)
            }
        var words: [Word] = []
        for candidate in likely.prefix(Self.mostLookups) {
            let phrase = SearchPhrase(
                scalars: candidate.word, typed: ComparedText.string(candidate.word), isPrefix: false, origin: .typed,
                word: ComparedText.string(candidate.word))
            // 武蔵 of 武蔵野市 is no word of its own.
            let total = try index.frequency(ofWord: candidate.word)
            // What half of all remarks have tells nothing either, unless there are few.
            guard total > 1, Double(total) <= max(3, remarks / 4) else { continue }
            let rarity = log2(remarks / Double(total))
            words.append(Word(phrase: phrase, total: total, weight: rarity * (1 + log2(Double(candidate.count)))))
        }
        words.sort { ($1.weight, $0.phrase.typed) < ($0.weight, $1.phrase.typed) }
        return Array(words.prefix(Self.most))
    }

    /// Words as far as kinds of letters tell: kanji, katakana, Latin letters with digits; kanji joined by one hiragana (担い手, 取り組み). Long compounds of kanji in two characters each besides.
    static func candidates(in text: [UInt32]) -> [[UInt32]] {
        var words: [[UInt32]] = []
        var runs: [ArraySlice<UInt32>] = []
        var start = 0
        for place in 1...max(1, text.count) {
            if place < text.count, WordBoundary.isSameKind(text[place - 1], text[place]) { continue }
            if start < text.count { runs.append(text[start..<min(place, text.count)]) }
            start = place
        }
        for (place, run) in runs.enumerated() {
            guard let first = run.first, WordBoundary.isSameKind(first, first), !SpellingVariants.isHiragana(first)
            else { continue }
            // A number alone tells nothing.
            let isNumber = run.allSatisfy { (0x30...0x39).contains($0) }
            if run.count >= 2, run.count <= 12, !isNumber { words.append(Array(run)) }
            let isKanji = WordBoundary.isSameKind(first, 0x4E00)
            if isKanji, run.count >= 4 {
                for offset in stride(from: run.startIndex, to: run.endIndex - 1, by: 2) {
                    words.append(Array(run[offset..<(offset + 2)]))
                }
            }
            if isKanji, place + 2 < runs.count, runs[place + 1].count == 1,
                let hiragana = runs[place + 1].first, SpellingVariants.isHiragana(hiragana),
                !WordBoundary.isParticle(hiragana), let last = runs[place + 2].first,
                WordBoundary.isSameKind(last, 0x4E00), run.count <= 3, runs[place + 2].count <= 3
            {
                words.append(Array(run + runs[place + 1] + runs[place + 2]))
            }
        }
        return words
    }
}
