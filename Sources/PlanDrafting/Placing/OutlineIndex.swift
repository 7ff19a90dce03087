import Foundation
import JapaneseText

/// The outline made ready to be looked up by number, title, topic and words.
struct OutlineIndex: Sendable {
    let entries: [PlanOutline.Entry]
    /// Number of each item, where it prints one.
    let numbers: [PrintedNumber?]
    let titles: [WordFeatures]
    let foldedTitles: [String]
    /// Title and keywords of each item, folded.
    private let phrases: [[Phrase]]

    private struct Phrase: Sendable {
        var text: String
        var features: WordFeatures
        /// The pairs with their weight among the items, in one order, and the sum of the weights.
        var weights: [(pair: UInt64, weight: Double)] = []
        var total = 0.0
    }
    private let childIndices: [[Int]]

    init(_ outline: PlanOutline) {
        entries = outline.entries
        numbers = entries.map { PlanHeading($0.item.heading).printed }
        foldedTitles = entries.map { TextFolding.fold($0.item.title) }
        titles = foldedTitles.map { WordFeatures(folded: $0) }
        var phrases: [[Phrase]] = entries.map { entry in
            // 重点的な取り組み as a heading over others names a level, not a matter.
            let isLevelWord = PlanItemLevel.words.contains { Array(entry.item.title.unicodeScalars) == $0.word }
            return ((isLevelWord ? [] : [entry.item.title]) + entry.item.keywords).map { TextFolding.fold($0) }.filter {
                !$0.isEmpty
            }
            .map { Phrase(text: $0, features: WordFeatures(folded: $0)) }
        }
        var counts: [UInt64: Int] = [:]
        for group in phrases {
            var seen: Set<UInt64> = []
            for phrase in group { seen.formUnion(phrase.features.pairs.keys) }
            for pair in seen { counts[pair, default: 0] += 1 }
        }
        for item in phrases.indices {
            for index in phrases[item].indices {
                // A pair counts 1 where one item has it, less the more have it.
                let weights = phrases[item][index].features.pairs.sorted { $0.key < $1.key }
                    .map { (pair: $0.key, weight: $0.value / (1 + log(Double(counts[$0.key] ?? 1)))) }
                phrases[item][index].weights = weights
                phrases[item][index].total = weights.reduce(0) { $0 + $1.weight }
            }
        }
        self.phrases = phrases
        var children = [[Int]](repeating: [], count: entries.count)
        for (index, entry) in entries.enumerated() {
            if let parent = entry.parent { children[parent].append(index) }
        }
        childIndices = children
    }

    func children(of index: Int) -> [Int] { childIndices[index] }

    /// All items under an item.
    func descendants(of index: Int) -> [Int] {
        var result: [Int] = []
        var next = index + 1
        while next < entries.count, entries[next].depth > entries[index].depth {
            result.append(next)
            next += 1
        }
        return result
    }

    /// The item whose title this is: the same when folded, or like it beyond doubt.
    func item(titled title: String) -> Int? {
        let folded = TextFolding.fold(title)
        guard folded.unicodeScalars.count >= 3 else { return nil }
        let same = foldedTitles.indices.filter { foldedTitles[$0] == folded }
        if let first = same.first { return same.count == 1 ? first : nil }
        let features = WordFeatures(folded: folded)
        let best = titles.indices.map { ($0, titles[$0].likeness(to: features)) }.filter { $0.1 >= 0.7 }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        guard let first = best.first, best.count < 2 || first.1 > best[1].1 + 0.05 else { return nil }
        return first.0
    }

    /// How much of an item's title or of one of its keywords stands in a text, 0…1.
    ///
    /// Pairs of letters count by script and by how few items have them. A phrase counts fully only from two pairs
    /// that say something on.
    func coverage(of index: Int, in text: WordFeatures) -> Double {
        var best = 0.0
        for phrase in phrases[index] {
            let total = phrase.total
            var found = 0.0
            for (pair, weight) in phrase.weights where text.pairs[pair] != nil { found += weight }
            guard total > 0 else { continue }
            best = max(best, found / total * min(1, found / 1.5))
        }
        return best
    }

    /// The items a topic belongs to: named by a title or keyword, or the other way round.
    func items(ofTopic topic: String) -> [Int] {
        let folded = TextFolding.fold(topic)
        guard folded.unicodeScalars.count >= 2 else { return [] }
        let named = phrases.indices.filter { index in
            phrases[index].contains {
                $0.text.holds(folded) || ($0.text.utf8.count >= 6 && folded.holds($0.text))
            }
        }
        if !named.isEmpty { return named }
        let features = WordFeatures(folded: folded)
        return phrases.indices.filter { index in
            phrases[index].contains { $0.features.likeness(to: features) >= 0.5 }
        }
    }
}
