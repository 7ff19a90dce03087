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

    /// - Parameter flags: of an `Occurrence`, other bits apart.
    @inline(__always)
    static func weight(_ flags: UInt32) -> Float {
        weight(begins: flags & Occurrence.begins != 0, ends: flags & Occurrence.ends != 0)
    }

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
    /// - Complexity: linear in the postings of the phrase's bigrams.
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
        let terms = segment.terms(beginningWith: character)
        guard !terms.isEmpty else { return PhraseMatches() }
        let starts = try segment.starts()
        let buffers = PostingBuffers(1)
        var counts = [Float](repeating: 0, count: segment.remarkCount)
        var qualities = counts
        for term in terms {
            let ends = WordBoundary.ends(after: character, before: Bigram.second(of: segment.key(term)))
            var cursor = PostingCursor(try segment.postings(ofTerm: term), buffer: buffers[0])
            while !cursor.isAtEnd {
                let weight = PhraseMatches.weight(begins: cursor.place & Occurrence.begins != 0, ends: ends)
                let remark = starts.remark(at: cursor.position)
                counts[remark] += weight
                qualities[remark] = max(qualities[remark], weight)
                cursor.next()
            }
        }
        var matches = PhraseMatches()
        for remark in 0..<segment.remarkCount where qualities[remark] > 0 {
            matches.append(UInt32(truncatingIfNeeded: remark), count: counts[remark], quality: qualities[remark])
        }
        withExtendedLifetime(buffers) {}
        return matches
    }

    private static func sequence(_ scalars: [UInt32], in segment: Segment) throws(SearchIndexError) -> PhraseMatches {
        guard let plan = try WordPlan(scalars, in: segment) else { return PhraseMatches() }
        let starts = try segment.starts()
        return try WordPlan.withCursors([plan]) { cursors throws(SearchIndexError) in
            var matches = PhraseMatches()
            while !cursors[0].isAtEnd {
                let remark = starts.remark(at: cursors[0].start)
                let found = cursors[0].take(before: max(starts.end(remark), cursors[0].start &+ 1))
                matches.append(UInt32(truncatingIfNeeded: remark), count: found.count, quality: found.quality)
            }
            return matches
        }
    }
}

extension Segment {
    /// The bigrams that begin with a character.
    func terms(beginningWith character: UInt32) -> Range<Int> {
        let keys = Bigram.keys(beginningWith: character)
        let first = firstTerm(notBelow: keys.lowerBound)
        return first..<max(first, firstTerm(notBelow: keys.upperBound))
    }
}
