import Foundation

/// Scores and orders the remarks of an evaluated query, segment after segment. `WordRanking` does it without an evaluation
/// where it can.
struct Ranking {
    /// Of each wanted phrase that of its word, so that a rare spelling counts like the usual one.
    private let weights: [Float]
    /// The latest day in the index where later meetings count for more, as `SegmentLayout.MeetingRow.day` holds it.
    private let latest: UInt32?
    private var best: TopRemarks

    /// - Parameter limit: hits that are wanted, from the first on.
    init(_ limit: Int, weights: [Float], sort: SearchSort, latest: UInt32?, parts: [SearchIndex.Part]) {
        self.weights = weights
        self.latest = latest
        best = TopRemarks(limit, sort: sort, parts: parts)
    }

    var hits: [RankedRemark] { best.sorted() }

    /// - Complexity: O(n) for the scores, O(n log k) for the order.
    mutating func add(_ evaluation: QueryEvaluation) throws(SearchIndexError) {
        let scores = try scores(of: evaluation)
        var index = 0
        evaluation.remarks.forEach { remark in
            best.offer(score: scores[index], part: evaluation.part.number, remark: remark)
            index += 1
        }
    }

    /// Scores of the evaluation's remarks, in their order.
    private func scores(of evaluation: QueryEvaluation) throws(SearchIndexError) -> [Int] {
        var remarks: [Int] = []
        evaluation.remarks.forEach { remarks.append($0) }
        guard !weights.isEmpty, !remarks.isEmpty else { return [Int](repeating: 0, count: remarks.count) }
        var scores = [Float](repeating: 0, count: remarks.count)
        let segment = evaluation.part.segment
        let starts = try segment.starts()
        for (phrase, matches) in evaluation.phrases.enumerated() {
            var place = 0
            for (index, remark) in matches.remarks.enumerated() {
                while place < remarks.count, remarks[place] < Int(remark) { place += 1 }
                guard place < remarks.count else { break }
                guard remarks[place] == Int(remark) else { continue }
                scores[place] +=
                    weights[phrase]
                    * Relevance.share(
                        count: matches.counts[index], quality: matches.qualities[index],
                        characters: starts.characters(Int(remark)))
            }
        }
        if let latest {
            for (place, remark) in remarks.enumerated() {
                let day = segment.meeting(segment.meeting(ofRemark: remark), SegmentLayout.MeetingRow.day)
                scores[place] *= Self.recency(of: day, latest: latest)
            }
        }
        return scores.map(Relevance.rounded)
    }

    /// What is left of a score by age: all on the latest day, three quarters after two years, never less than half.
    private static func recency(of day: UInt32, latest: UInt32) -> Float {
        guard day > 0 else { return 0.5 }
        func years(_ day: UInt32) -> Float {
            Float(day / 10000) + Float(day / 100 % 100) / 12 + Float(day % 100) / 365
        }
        return 0.5 + 0.5 * exp2(-max(0, years(latest) - years(day)) / 2)
    }
}

extension SearchIndex {
    /// What a word weighs in any of its spellings: how rare the rarest bigram of each is among the remarks that count. It
    /// does not depend on the rest of the query, nor on how the index is cut into segments.
    /// - Parameter frequencies: of spellings without a bigram the remarks they stand in.
    /// - Complexity: O(log n) a bigram, but for parts of which meetings were removed.
    func weight(
        of spellings: [SearchPhrase], frequencies: [SearchPhrase: Int] = [:]
    ) throws(SearchIndexError) -> Float {
        var sum = 0
        for phrase in spellings { sum += try mostRemarks(of: phrase) ?? frequencies[phrase] ?? remarkCount }
        return Relevance.weight(frequency: sum, of: remarkCount)
    }

    private func mostRemarks(of phrase: SearchPhrase) throws(SearchIndexError) -> Int? {
        var most: Int?
        for bigram in Relevance.bigrams(of: phrase) {
            var count = 0
            for part in parts { count += try part.frequency(ofBigram: Bigram.key(bigram.0, bigram.1)) }
            most = min(most ?? count, count)
        }
        return most
    }
}

extension SearchIndex.Part {
    /// Number of remarks that count in which a bigram stands.
    func frequency(ofBigram key: UInt64) throws(SearchIndexError) -> Int {
        guard let term = segment.term(key) else { return 0 }
        return try frequency(ofTerm: term)
    }

    /// - Complexity: O(1) where no meeting was removed; else O(m log n), m the smaller of the removed remarks and the
    ///   term's.
    func frequency(ofTerm term: Int) throws(SearchIndexError) -> Int {
        let all = segment.remarkCount(ofTerm: term)
        guard deadCount > 0 else { return all }
        let starts = try segment.starts()
        let buffers = PostingBuffers(1)
        defer { withExtendedLifetime(buffers) {} }
        var cursor = PostingCursor(try segment.postings(ofTerm: term), buffer: buffers[0])
        var count = 0
        if deadCount < all {
            liveRemarks.forEachMissing { remark in
                cursor.advance(to: starts.start(remark))
                if cursor.position < starts.end(remark) { count += 1 }
            }
            return max(0, all - count)
        }
        while !cursor.isAtEnd {
            let remark = starts.remark(at: cursor.position)
            if liveRemarks.contains(remark) { count += 1 }
            let end = starts.end(remark)
            if end <= cursor.position { cursor.next() } else { cursor.advance(to: end) }
        }
        return count
    }
}
