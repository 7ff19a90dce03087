/// Where a phrase stands in a segment, place by place: what `NEAR` measures distances between.
struct PhrasePlaces {
    /// Ascending.
    private(set) var remarks: [UInt32] = []
    /// For each of them one past its last place in `starts`.
    private var ends: [Int] = []
    /// First characters of the occurrences, ascending in each remark, counted as the index does.
    private var starts: [UInt32] = []
    /// Characters of the phrase.
    let length: UInt32

    /// - Complexity: linear in the postings of the phrase's bigrams.
    init(_ phrase: SearchPhrase, in segment: Segment) throws(SearchIndexError) {
        length = UInt32(truncatingIfNeeded: phrase.scalars.count)
        if phrase.scalars.count == 1 {
            try findCharacter(phrase.scalars[0], isPrefix: phrase.isPrefix, in: segment)
        } else {
            try findSequence(phrase, in: segment)
        }
        try group(try segment.starts())
    }

    /// The places in the remark at `index` of `remarks`.
    func starts(at index: Int) -> ArraySlice<UInt32> { starts[(index > 0 ? ends[index - 1] : 0)..<ends[index]] }

    /// Tells whose the places are.
    private mutating func group(_ remarkStarts: RemarkStarts) throws(SearchIndexError) {
        var index = 0
        while index < starts.count {
            let remark = remarkStarts.remark(at: starts[index])
            let end = remarkStarts.end(remark)
            repeat { index += 1 } while index < starts.count && starts[index] < end
            remarks.append(UInt32(truncatingIfNeeded: remark))
            ends.append(index)
        }
    }

    /// A single character: all bigrams that begin with it.
    private mutating func findCharacter(
        _ character: UInt32, isPrefix: Bool, in segment: Segment
    ) throws(SearchIndexError) {
        let buffers = PostingBuffers(1)
        for term in segment.terms(beginningWith: character) {
            var cursor = PostingCursor(try segment.postings(ofTerm: term), buffer: buffers[0])
            while !cursor.isAtEnd {
                if !isPrefix || cursor.place & Occurrence.begins != 0 { starts.append(cursor.position) }
                cursor.next()
            }
        }
        withExtendedLifetime(buffers) {}
        starts.sort()
    }

    private mutating func findSequence(_ phrase: SearchPhrase, in segment: Segment) throws(SearchIndexError) {
        guard let plan = try WordPlan(phrase.scalars, in: segment) else { return }
        starts = try WordPlan.withCursors([plan]) { cursors throws(SearchIndexError) in
            var found: [UInt32] = []
            let least = PhraseMatches.weight(begins: true, ends: false)
            while !cursors[0].isAtEnd {
                if !phrase.isPrefix || cursors[0].weight >= least { found.append(cursors[0].start) }
                cursors[0].next()
            }
            return found
        }
    }
}
