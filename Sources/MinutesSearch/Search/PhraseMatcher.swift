/// Where a phrase stands in a segment: the remarks, and how well it stands there as a word.
struct PhraseMatches: Sendable {
    /// Ascending.
    var remarks: [UInt32] = []
    /// Occurrences, each counted by its weight.
    var counts: [Float] = []
    /// The weight of the best one.
    var qualities: [Float] = []

    /// What an occurrence counts for: whether a word may begin and end there. 京都 in 東京都 ranks behind 京都 on its own,
    /// and 京都 at the head of 京都府 hardly does.
    @inline(__always)
    static func weight(begins: Bool, ends: Bool) -> Float { begins ? (ends ? 1 : 0.85) : (ends ? 0.3 : 0.2) }

    /// Those where a word begins with the phrase.
    fileprivate var beginningWords: PhraseMatches {
        var found = PhraseMatches()
        for (index, quality) in qualities.enumerated() where quality >= Self.weight(begins: true, ends: false) {
            found.append(remarks[index], count: counts[index], quality: quality)
        }
        return found
    }

    mutating func append(_ remark: UInt32, count: Float, quality: Float) {
        remarks.append(remark)
        counts.append(count)
        qualities.append(quality)
    }
}

/// Finds phrases by the postings of their bigrams.
enum PhraseMatcher {
    /// - Complexity: linear in the postings of the phrase's bigrams; every second bigram is read.
    static func matches(_ phrase: SearchPhrase, in segment: Segment) throws(SearchIndexError) -> PhraseMatches {
        let matches =
            phrase.scalars.count == 1
            ? try character(phrase.scalars[0], in: segment) : try sequence(phrase.scalars, in: segment)
        return phrase.isPrefix ? matches.beginningWords : matches
    }

    /// A single character: all bigrams that begin with it.
    private static func character(
        _ character: UInt32, in segment: Segment
    ) throws(SearchIndexError) -> PhraseMatches {
        let keys = Bigram.keys(beginningWith: character)
        let terms = segment.firstTerm(notBelow: keys.lowerBound)..<segment.firstTerm(notBelow: keys.upperBound)
        guard !terms.isEmpty else { return PhraseMatches() }
        var counts = [Float](repeating: 0, count: segment.remarkCount)
        var qualities = counts
        for term in terms {
            let second = Bigram.second(of: segment.key(term))
            let ends = WordBoundary.ends(after: character, before: second)
            var cursor = try segment.postings(ofTerm: term)
            while cursor.next() {
                let remark = Int(cursor.remark)
                cursor.readPlaces { _, flags in
                    let weight = PhraseMatches.weight(begins: flags & Occurrence.begins != 0, ends: ends)
                    counts[remark] += weight
                    qualities[remark] = max(qualities[remark], weight)
                }
            }
        }
        var matches = PhraseMatches()
        for remark in 0..<segment.remarkCount where qualities[remark] > 0 {
            matches.append(UInt32(truncatingIfNeeded: remark), count: counts[remark], quality: qualities[remark])
        }
        return matches
    }

    private struct Piece {
        var cursor: PostingCursor
        /// Distance from the first bigram.
        var offset: UInt32
    }

    private static func sequence(_ scalars: [UInt32], in segment: Segment) throws(SearchIndexError) -> PhraseMatches {
        var offsets = Array(stride(from: 0, through: scalars.count - 2, by: 2))
        if offsets.last != scalars.count - 2 { offsets.append(scalars.count - 2) }
        var found: [(term: Int, offset: Int)] = []
        for offset in offsets {
            guard let term = segment.term(Bigram.key(scalars[offset], scalars[offset + 1])) else {
                return PhraseMatches()
            }
            found.append((term, offset))
        }
        var pieces: [Piece] = []
        for (term, offset) in found {
            pieces.append(
                Piece(cursor: try segment.postings(ofTerm: term), offset: UInt32(truncatingIfNeeded: offset)))
        }
        if pieces.count == 1 { return single(pieces[0].cursor) }
        let order = found.indices.sorted {
            segment.remarkCount(ofTerm: found[$0].term) < segment.remarkCount(ofTerm: found[$1].term)
        }
        return together(&pieces, order: order)
    }

    private static func single(_ cursor: PostingCursor) -> PhraseMatches {
        var cursor = cursor
        var matches = PhraseMatches()
        while cursor.next() {
            var (count, quality): (Float, Float) = (0, 0)
            let remark = cursor.remark
            cursor.readPlaces { _, flags in
                let weight = PhraseMatches.weight(
                    begins: flags & Occurrence.begins != 0, ends: flags & Occurrence.ends != 0)
                count += weight
                quality = max(quality, weight)
            }
            matches.append(remark, count: count, quality: quality)
        }
        return matches
    }

    /// Remarks in which all pieces stand at their distances; the rarest piece leads.
    private static func together(_ pieces: inout [Piece], order: [Int]) -> PhraseMatches {
        var matches = PhraseMatches()
        var places: [(position: UInt32, flags: UInt32)] = []
        var others: [(position: UInt32, flags: UInt32)] = []
        let last = pieces.count - 1
        return pieces.withUnsafeMutableBufferPointer { pieces in
            for place in pieces.indices { guard pieces[place].cursor.next() else { return matches } }
            let leader = order[0]
            var target = pieces[leader].cursor.remark
            search: while true {
                for place in order {
                    guard pieces[place].cursor.advance(to: target) else { break search }
                    if pieces[place].cursor.remark > target {
                        target = pieces[place].cursor.remark
                        continue search
                    }
                }
                // All stand at `target`: keep the starts that every piece confirms.
                places.removeAll(keepingCapacity: true)
                pieces[0].cursor.readPlaces { places.append(($0, $1 & Occurrence.begins)) }
                for place in 1...last where !places.isEmpty {
                    others.removeAll(keepingCapacity: true)
                    pieces[place].cursor.readPlaces { others.append(($0, $1)) }
                    keep(&places, confirmedBy: others, distance: pieces[place].offset, takesEnd: place == last)
                }
                if !places.isEmpty {
                    var (count, quality): (Float, Float) = (0, 0)
                    for place in places {
                        let weight = PhraseMatches.weight(
                            begins: place.flags & Occurrence.begins != 0, ends: place.flags & Occurrence.ends != 0)
                        count += weight
                        quality = max(quality, weight)
                    }
                    matches.append(target, count: count, quality: quality)
                }
                guard pieces[leader].cursor.next() else { break }
                target = pieces[leader].cursor.remark
            }
            return matches
        }
    }

    /// Both lists ascend.
    private static func keep(
        _ places: inout [(position: UInt32, flags: UInt32)],
        confirmedBy others: [(position: UInt32, flags: UInt32)], distance: UInt32, takesEnd: Bool
    ) {
        var kept = 0
        var other = 0
        for place in places {
            let wanted = place.position &+ distance
            while other < others.count, others[other].position < wanted { other += 1 }
            guard other < others.count else { break }
            if others[other].position == wanted {
                places[kept] = (
                    place.position, takesEnd ? place.flags | others[other].flags & Occurrence.ends : place.flags
                )
                kept += 1
            }
        }
        places.removeSubrange(kept...)
    }
}
