import MinutesModel

/// A point of an earlier meeting that later ones may come back to.
struct OpenPoint {
    let finding: Finding
    let meeting: String
    let content: ContentPairs
    /// The sentence before it, which often names what 「結果は次回報告します」 is about.
    let before: ContentPairs
}

/// Points by the pairs in their words.
struct OpenPoints {
    private(set) var points: [OpenPoint] = []
    private var byPair: [UInt64: [Int]] = [:]

    /// A pair that stands in more points than this tells none of them apart; looking it up would only cost time.
    private static let commonest = 400

    mutating func add(_ point: OpenPoint) {
        for pair in point.content.pairs { byPair[pair, default: []].append(points.count) }
        for pair in point.before.pairs where !point.content.contains(pair) {
            byPair[pair, default: []].append(points.count)
        }
        points.append(point)
    }

    /// A point and how much of it a passage repeats.
    struct Match {
        var point: Int
        /// Weight of the pairs in common with the point's own sentence, and how many they are.
        var weight: Double
        var pairs: Int
        /// Weight of those in common with the sentence before it only.
        var before: Double
        /// Share of the point's own weight that the passage holds, 0…1.
        var share: Double
    }

    /// Points a passage shares at least two pairs with.
    /// - Complexity: O(pairs × 400).
    func matches(_ passage: ContentPairs, weights: PairWeights) -> [Match] {
        var found: [Int: Match] = [:]
        for pair in passage.pairs {
            guard let holders = byPair[pair], holders.count <= Self.commonest else { continue }
            let weight = weights.weight(pair)
            for index in holders {
                var match = found[index] ?? Match(point: index, weight: 0, pairs: 0, before: 0, share: 0)
                if points[index].content.contains(pair) {
                    match.weight += weight
                    match.pairs += 1
                } else {
                    match.before += weight
                }
                found[index] = match
            }
        }
        return found.values.compactMap { match in
            guard match.pairs >= 2 else { return nil }
            var match = match
            let whole = weights.weight(of: points[match.point].content.pairs)
            // The sentence before helps; it does not carry.
            match.share = whole > 0 ? min(1, (match.weight + min(match.weight, match.before) / 2) / whole) : 0
            return match
        }.sorted { ($0.share, $1.point) > ($1.share, $0.point) }
    }
}

extension ContentPairs {
    /// - Complexity: O(log n).
    func contains(_ pair: UInt64) -> Bool {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle] < pair { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && pairs[low] == pair
    }
}
