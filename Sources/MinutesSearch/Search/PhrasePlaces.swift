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
    }

    /// The places in the remark at `index` of `remarks`.
    func starts(at index: Int) -> ArraySlice<UInt32> { starts[(index > 0 ? ends[index - 1] : 0)..<ends[index]] }

    private mutating func append(_ remark: UInt32, _ places: some Sequence<UInt32>) {
        let before = starts.count
        starts.append(contentsOf: places)
        guard starts.count > before else { return }
        remarks.append(remark)
        ends.append(starts.count)
    }

    /// A single character: all bigrams that begin with it.
    private mutating func findCharacter(
        _ character: UInt32, isPrefix: Bool, in segment: Segment
    ) throws(SearchIndexError) {
        let keys = Bigram.keys(beginningWith: character)
        var places: [UInt64] = []
        for term in segment.firstTerm(notBelow: keys.lowerBound)..<segment.firstTerm(notBelow: keys.upperBound) {
            var cursor = try segment.postings(ofTerm: term)
            while cursor.next() {
                let remark = UInt64(cursor.remark) << 32
                cursor.readPlaces { position, flags in
                    if !isPrefix || flags & Occurrence.begins != 0 { places.append(remark | UInt64(position)) }
                }
            }
        }
        places.sort()
        var index = 0
        while index < places.count {
            var end = index + 1
            while end < places.count, places[end] >> 32 == places[index] >> 32 { end += 1 }
            append(
                UInt32(truncatingIfNeeded: places[index] >> 32),
                places[index..<end].lazy.map { UInt32(truncatingIfNeeded: $0) })
            index = end
        }
    }

    private struct Piece {
        var cursor: PostingCursor
        /// Distance from the first bigram.
        var offset: UInt32
    }

    /// Every second bigram and the last; the remarks of all, the starts that all confirm.
    private mutating func findSequence(_ phrase: SearchPhrase, in segment: Segment) throws(SearchIndexError) {
        let last = phrase.scalars.count - 2
        var offsets = Array(stride(from: 0, through: last, by: 2))
        if offsets.last != last { offsets.append(last) }
        var pieces: [Piece] = []
        for offset in offsets {
            guard let term = segment.term(Bigram.key(phrase.scalars[offset], phrase.scalars[offset + 1])) else {
                return
            }
            pieces.append(
                Piece(cursor: try segment.postings(ofTerm: term), offset: UInt32(truncatingIfNeeded: offset)))
        }
        for place in pieces.indices { guard pieces[place].cursor.next() else { return } }
        var target = pieces[0].cursor.remark
        var starts: [UInt32] = []
        var others: Set<UInt32> = []
        search: while true {
            for place in pieces.indices {
                guard pieces[place].cursor.advance(to: target) else { return }
                if pieces[place].cursor.remark > target {
                    target = pieces[place].cursor.remark
                    continue search
                }
            }
            starts.removeAll(keepingCapacity: true)
            pieces[0].cursor.readPlaces { position, flags in
                if !phrase.isPrefix || flags & Occurrence.begins != 0 { starts.append(position) }
            }
            for place in pieces.indices.dropFirst() where !starts.isEmpty {
                others.removeAll(keepingCapacity: true)
                pieces[place].cursor.readPlaces { position, _ in others.insert(position) }
                let offset = pieces[place].offset
                starts.removeAll { !others.contains($0 &+ offset) }
            }
            append(target, starts)
            guard pieces[0].cursor.next() else { return }
            target = pieces[0].cursor.remark
        }
    }
}
