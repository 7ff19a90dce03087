import MinutesSearch

/// Which topics come up together.
public struct TopicPairs: Codable, Sendable {
    public struct Pair: Codable, Sendable {
        public var topic: String
        public var other: String
        /// Remarks that have both.
        public var remarks: Int
        /// Their share in the remarks of `topic`, and of `other`; four decimals.
        public var shareOfTopic: Double
        public var shareOfOther: Double
    }

    /// Most remarks first.
    public var pairs: [Pair]

    /// - Parameter topic: folded part of a name: only pairs with it, which stands first then.
    init(_ counts: TopicCounts, with topic: String?, fold: (String) -> String) {
        let totals = counts.counts.map { $0.values.reduce(0, +) }
        let isWanted = counts.topics.map { name in topic.map { fold(name).contains($0) } ?? true }
        pairs = counts.pairs.compactMap { pair, remarks in
            guard isWanted[pair.first] || isWanted[pair.second] else { return nil }
            let swaps = topic != nil ? !isWanted[pair.first] : totals[pair.first] < totals[pair.second]
            let (first, second) = swaps ? (pair.second, pair.first) : (pair.first, pair.second)
            func share(_ topic: Int) -> Double { (Double(remarks) / Double(totals[topic]) * 10_000).rounded() / 10_000 }
            return Pair(
                topic: counts.topics[first], other: counts.topics[second], remarks: remarks,
                shareOfTopic: share(first), shareOfOther: share(second))
        }.sorted {
            ($1.remarks, $0.topic, $0.other) < ($0.remarks, $1.topic, $1.other)
        }
    }

    /// The table's first row.
    public var headers: [String] { ["話題", "一緒に出る話題", "発言", "話題の中の割合", "相手の中の割合"] }

    public var rows: [[String]] {
        pairs.map {
            [
                $0.topic, $0.other, "\($0.remarks)", TopicPairs.percent($0.shareOfTopic),
                TopicPairs.percent($0.shareOfOther),
            ]
        }
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
