/// Walks over the occurrences of a phrase of two characters or more in a segment: where its bigrams stand at their
/// distances. Holds pointers into the segment and `PostingBuffers`: use it while both live.
struct WordCursor {
    private struct Piece {
        var cursor: PostingCursor
        /// Distance from the first bigram.
        let offset: UInt32
        /// Whether its list is so long beside the rarest one's that single places are looked up, not walked to.
        let isLookedUp: Bool
        /// The block and the occurrence found last.
        var block = 0
        var place: UInt32 = 0

        /// Whether it stands at a position; positions ascend.
        @inline(__always)
        mutating func stands(at position: UInt32) -> Bool {
            block = cursor.list.block(of: position, from: block)
            guard let found = cursor.list.place(at: position, inBlock: block) else { return false }
            place = found
            return true
        }
    }

    /// How many times as long a list is for its places to be looked up.
    private static let manyTimes = 12

    /// The rarest first.
    private let pieces: UnsafeMutablePointer<Piece>
    private let pieceCount: Int
    /// Which pieces hold the first and the last bigram.
    private let first: Int
    private let last: Int
    /// Position of the first character; a large number when there are no more.
    private(set) var start: UInt32 = 0
    private var flags: UInt32 = 0

    fileprivate init(_ plan: WordPlan, buffers: PostingBuffers, from number: Int) {
        let order = plan.pieces.indices.sorted { plan.pieces[$0].list.count < plan.pieces[$1].list.count }
        pieceCount = order.count
        pieces = .allocate(capacity: order.count)
        let least = order.first.map { plan.pieces[$0].list.count } ?? 0
        for (place, piece) in order.enumerated() {
            let list = plan.pieces[piece].list
            (pieces + place).initialize(
                to: Piece(
                    cursor: PostingCursor(list, buffer: buffers[number + place]),
                    offset: UInt32(truncatingIfNeeded: plan.pieces[piece].offset),
                    isLookedUp: list.count / Self.manyTimes > least))
        }
        first = order.firstIndex(of: 0) ?? 0
        last = order.firstIndex(of: order.count - 1) ?? 0
        seek(0)
    }

    fileprivate func deallocate() {
        pieces.deinitialize(count: pieceCount)
        pieces.deallocate()
    }

    static let end: UInt32 = .max

    @inline(__always)
    var isAtEnd: Bool { start == Self.end }

    /// What the occurrence counts for.
    @inline(__always)
    var weight: Float { PhraseMatches.weight(flags) }

    /// Not below the share of the remark it stands in.
    @inline(__always)
    var mostShare: Float { pieceCount == 1 ? Relevance.share(impact: pieces[0].cursor.mostImpact) : Relevance.most }

    /// Goes on to the first occurrence at or behind a position.
    @inline(__always)
    mutating func seek(_ target: UInt32) {
        if pieceCount == 1 {
            pieces[0].cursor.advance(to: target)
            take()
        } else {
            seekTogether(target)
        }
    }

    /// The occurrence at which a single piece stands.
    @inline(__always)
    private mutating func take() {
        let place = pieces[0].cursor.place
        start = pieces[0].cursor.isAtEnd ? Self.end : Occurrence.position(place)
        flags = place & 3
    }

    /// Goes to the next occurrence.
    @inline(__always)
    mutating func next() {
        guard start != Self.end else { return }
        if pieceCount == 1 {
            pieces[0].cursor.next()
            take()
        } else {
            seekTogether(start &+ 1)
        }
    }

    private mutating func seekTogether(_ from: UInt32) {
        var target = from
        let lead = pieces[0].offset
        search: while true {
            pieces[0].cursor.advance(to: target &+ lead)
            guard !pieces[0].cursor.isAtEnd else { break }
            let candidate = pieces[0].cursor.position &- lead
            for place in 1..<pieceCount {
                let wanted = candidate &+ pieces[place].offset
                if pieces[place].isLookedUp {
                    if pieces[place].stands(at: wanted) { continue }
                    target = candidate &+ 1
                    continue search
                }
                pieces[place].cursor.advance(to: wanted)
                if pieces[place].cursor.isAtEnd { break search }
                let found = pieces[place].cursor.position
                if found != wanted {
                    target = max(found &- pieces[place].offset, candidate &+ 1)
                    continue search
                }
                pieces[place].place = pieces[place].cursor.place
            }
            pieces[0].place = pieces[0].cursor.place
            start = candidate
            flags = pieces[first].place & Occurrence.begins | pieces[last].place & Occurrence.ends
            return
        }
        start = Self.end
    }

    /// Takes all occurrences before a position together.
    @inline(__always)
    mutating func take(before end: UInt32) -> (count: Float, quality: Float) {
        var (count, quality): (Float, Float) = (0, 0)
        while start < end {
            let weight = weight
            count += weight
            quality = max(quality, weight)
            next()
        }
        return (count, quality)
    }
}

/// The bigrams by which a phrase is found in one segment.
struct WordPlan {
    fileprivate struct Piece {
        let list: PostingList
        let offset: Int
    }

    /// In the order of the phrase; every character is in one of them.
    fileprivate let pieces: [Piece]
    /// Remarks that the phrase's rarest bigram stands in.
    let mostRemarks: Int

    /// - Parameter scalars: two at least.
    /// - Returns: `nil` when a bigram of the phrase stands nowhere.
    init?(_ scalars: [UInt32], in segment: Segment) throws(SearchIndexError) {
        var terms: [Int] = []
        var most = Int.max
        for offset in 0..<(scalars.count - 1) {
            guard let term = segment.term(Bigram.key(scalars[offset], scalars[offset + 1])) else { return nil }
            terms.append(term)
            most = min(most, segment.remarkCount(ofTerm: term))
        }
        mostRemarks = most
        var pieces: [Piece] = []
        for offset in Self.cover(terms.map { segment.count(ofTerm: $0) }) {
            pieces.append(Piece(list: try segment.postings(ofTerm: terms[offset]), offset: offset))
        }
        self.pieces = pieces
    }

    /// The one list of a phrase of two characters.
    var singleList: PostingList? { pieces.count == 1 ? pieces[0].list : nil }

    /// Bigrams with the fewest occurrences together, so that every character is in one: the first, the last, and of any
    /// two neighbours one.
    /// - Parameter counts: occurrences of the bigrams.
    private static func cover(_ counts: [Int]) -> [Int] {
        // Least sum when this bigram is the last that was chosen, and the one chosen before it.
        var sums: [Int] = []
        var before: [Int] = []
        for (place, count) in counts.enumerated() {
            switch place {
            case 0:
                sums.append(count)
                before.append(-1)
            case 1:
                sums.append(sums[0] + count)
                before.append(0)
            default:
                let best = sums[place - 1] < sums[place - 2] ? place - 1 : place - 2
                sums.append(sums[best] + count)
                before.append(best)
            }
        }
        var chosen: [Int] = []
        var place = counts.count - 1
        while place >= 0 {
            chosen.append(place)
            place = before[place]
        }
        return chosen.reversed()
    }

    /// Calls `body` with a cursor for each plan, each at its first occurrence.
    static func withCursors<R>(
        _ plans: [WordPlan], _ body: (UnsafeMutableBufferPointer<WordCursor>) throws(SearchIndexError) -> R
    ) throws(SearchIndexError) -> R {
        let buffers = PostingBuffers(plans.reduce(0) { $0 + $1.pieces.count })
        var cursors: [WordCursor] = []
        var number = 0
        for plan in plans {
            cursors.append(WordCursor(plan, buffers: buffers, from: number))
            number += plan.pieces.count
        }
        defer {
            for cursor in cursors { cursor.deallocate() }
            withExtendedLifetime(buffers) {}
        }
        return try cursors.withUnsafeMutableBufferPointer { cursors throws(SearchIndexError) in try body(cursors) }
    }
}
