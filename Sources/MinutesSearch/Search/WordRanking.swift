/// Counts and orders the remarks in which all of some words stand, walking over their postings side by side. What cannot
/// come among the first is counted, but not scored.
struct WordRanking {
    let index: SearchIndex
    let phrases: [SearchPhrase]
    /// Of each phrase, as `SearchIndex.weight` gives it.
    let weights: [Float]
    private(set) var total = 0
    private var best: TopRemarks

    /// Hits a page may lie behind; beyond, skipping gains nothing.
    private static let most = 10_000

    /// The words, where the query is nothing but words of two characters or more that must all stand in the remark.
    static func words(of query: SearchQuery, _ request: SearchRequest) -> [SearchPhrase]? {
        guard query.scope == .remark, request.sort == .relevance, !request.prefersRecent, !request.wantsFacets,
            request.grouping == nil, request.fields.isEmpty, request.limit > 0, request.offset >= 0,
            request.limit <= most, request.offset <= most
        else { return nil }
        var words: [SearchPhrase] = []
        switch query.expression {
        case .phrase(let phrase): words = [phrase]
        case .all(let parts):
            for part in parts {
                guard case .phrase(let phrase) = part else { return nil }
                if !words.contains(phrase) { words.append(phrase) }
            }
        default: return nil
        }
        guard !words.isEmpty, words.allSatisfy({ $0.scalars.count > 1 && !$0.isPrefix }) else { return nil }
        return words
    }

    /// - Complexity: linear in the rarest word's postings, and in those of the others that lie in the same remarks; for one
    ///   word of two characters what may come among the first `limit`.
    init(_ phrases: [SearchPhrase], in index: SearchIndex, limit: Int) throws(SearchIndexError) {
        self.index = index
        self.phrases = phrases
        var weights: [Float] = []
        for phrase in phrases { weights.append(try index.weight(of: [phrase])) }
        self.weights = weights
        best = TopRemarks(limit, sort: .relevance, parts: index.parts)
        for part in index.parts { try rank(part) }
    }

    var hits: [RankedRemark] { best.sorted() }

    private mutating func rank(_ part: SearchIndex.Part) throws(SearchIndexError) {
        var plans: [(plan: WordPlan, weight: Float)] = []
        for (number, phrase) in phrases.enumerated() {
            guard let plan = try WordPlan(phrase.scalars, in: part.segment) else { return }
            plans.append((plan, weights[number]))
        }
        let starts = try part.segment.starts()
        if plans.count == 1, let list = plans[0].plan.singleList {
            let scalars = phrases[0].scalars
            total += try part.frequency(ofBigram: Bigram.key(scalars[0], scalars[1]))
            rankSingle(list, weight: weights[0], part, starts)
            return
        }
        plans.sort { $0.plan.mostRemarks < $1.plan.mostRemarks }
        let ordered = plans.map(\.weight)
        try WordPlan.withCursors(plans.map(\.plan)) { cursors throws(SearchIndexError) in
            if cursors.count == 1 {
                rankOne(&cursors[0], weight: ordered[0], part, starts)
            } else {
                rankTogether(cursors, weights: ordered, part, starts)
            }
        }
    }

    // MARK: One word of several bigrams

    private mutating func rankOne(
        _ cursor: inout WordCursor, weight: Float, _ part: SearchIndex.Part, _ starts: RemarkStarts
    ) {
        var count = 0
        let isWhole = part.deadCount == 0
        while !cursor.isAtEnd {
            let remark = starts.remark(at: cursor.start)
            let found = cursor.take(before: max(starts.end(remark), cursor.start &+ 1))
            guard isWhole || part.liveRemarks.contains(remark) else { continue }
            count &+= 1
            let share = Relevance.share(
                count: found.count, quality: found.quality, characters: starts.characters(remark))
            best.offer(weight * share, part: part.number, remark: remark)
        }
        total += count
    }

    // MARK: Several words

    private mutating func rankTogether(
        _ cursors: UnsafeMutableBufferPointer<WordCursor>, weights: [Float], _ part: SearchIndex.Part,
        _ starts: RemarkStarts
    ) {
        var count = 0
        let isWhole = part.deadCount == 0
        search: while !cursors[0].isAtEnd {
            let remark = starts.remark(at: cursors[0].start)
            let (start, end) = (starts.start(remark), max(starts.end(remark), cursors[0].start &+ 1))
            for number in 1..<cursors.count {
                cursors[number].seek(start)
                if cursors[number].isAtEnd { break search }
                if cursors[number].start >= end {
                    // On to the remark in which this word stands next.
                    cursors[0].seek(max(starts.start(starts.remark(at: cursors[number].start)), end))
                    continue search
                }
            }
            guard isWhole || part.liveRemarks.contains(remark) else {
                cursors[0].seek(end)
                continue
            }
            count &+= 1
            var most: Float = 0
            for number in 0..<cursors.count { most += weights[number] * cursors[number].mostShare }
            if most < best.lowest {
                cursors[0].seek(end)
                continue
            }
            var score: Float = 0
            let characters = starts.characters(remark)
            for number in 0..<cursors.count {
                let found = cursors[number].take(before: end)
                score +=
                    weights[number]
                    * Relevance.share(count: found.count, quality: found.quality, characters: characters)
            }
            best.offer(score, part: part.number, remark: remark)
        }
        total += count
    }

    // MARK: One bigram

    /// Scores the remarks of the blocks that may hold one of the first: the most promising blocks first, for a threshold,
    /// then all that reach it.
    private mutating func rankSingle(
        _ list: PostingList, weight: Float, _ part: SearchIndex.Part, _ starts: RemarkStarts
    ) {
        let buffers = PostingBuffers(2)
        defer { withExtendedLifetime(buffers) {} }
        guard list.blockCount > 1 else {
            score(block: 0, of: list, weight: weight, part, starts, buffers)
            return
        }
        var histogram = [Int](repeating: 0, count: 256)
        for block in 0..<list.blockCount { histogram[Int(list.impact(block))] += 1 }
        var first = 256
        var promising = 0
        while first > 0, promising < 24 {
            first -= 1
            promising += histogram[first]
        }
        for block in 0..<list.blockCount where Int(list.impact(block)) >= first {
            score(block: block, of: list, weight: weight, part, starts, buffers)
        }
        var least = leastImpact(weight)
        for block in 0..<list.blockCount {
            let impact = Int(list.impact(block))
            guard impact < first, impact >= least else { continue }
            score(block: block, of: list, weight: weight, part, starts, buffers)
            least = leastImpact(weight)
        }
    }

    /// The lowest impact with which a remark may still come among the first.
    private func leastImpact(_ weight: Float) -> Int {
        guard best.threshold > 0 else { return 0 }
        var least = 0
        while least < 256, Relevance.rounded(weight * Relevance.share(impact: UInt8(least))) + 1 < best.threshold {
            least += 1
        }
        return least
    }

    /// Scores the remarks whose first place stands in a block.
    private mutating func score(
        block: Int, of list: PostingList, weight: Float, _ part: SearchIndex.Part, _ starts: RemarkStarts,
        _ buffers: PostingBuffers
    ) {
        let places = buffers[0]
        let filled = list.read(block, into: places)
        var index = 0
        if filled > 0, block > 0, list.continues(block) {
            let end = starts.end(starts.remark(at: Occurrence.position(places[0])))
            while index < filled, Occurrence.position(places[index]) < end { index &+= 1 }
        }
        while index < filled {
            let remark = starts.remark(at: Occurrence.position(places[index]))
            let end = starts.end(remark)
            var (count, quality): (Float, Float) = (0, 0)
            repeat {
                let weight = PhraseMatches.weight(places[index])
                count += weight
                quality = max(quality, weight)
                index &+= 1
            } while index < filled && Occurrence.position(places[index]) < end
            // The rest of the last remark, in the blocks that follow.
            var next = block &+ 1
            while index == filled, next < list.blockCount, list.base(next) < end {
                let more = list.read(next, into: buffers[1])
                var place = 0
                while place < more, Occurrence.position(buffers[1][place]) < end {
                    let weight = PhraseMatches.weight(buffers[1][place])
                    count += weight
                    quality = max(quality, weight)
                    place &+= 1
                }
                if place < more || more == 0 { break }
                next &+= 1
            }
            guard part.deadCount == 0 || part.liveRemarks.contains(remark) else { continue }
            let share = Relevance.share(count: count, quality: quality, characters: starts.characters(remark))
            best.offer(weight * share, part: part.number, remark: remark)
        }
    }
}
