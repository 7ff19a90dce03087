import JapaneseText

/// Makes one segment of several without their texts: columns and postings are taken over.
enum SegmentMerger {
    /// A segment with the meetings that are taken over.
    struct Source: Sendable {
        let segment: Segment
        let live: BitSet
    }

    /// Writes the segment; meetings stand in the order of the sources.
    /// - Throws: `SearchIndexError`, `.damaged` where a source is.
    /// - Complexity: O(n) in the postings.
    static func write(
        _ sources: [Source], to folder: String, tag: String
    ) throws(SearchIndexError) -> (name: String, bytes: Int) {
        var draft = SegmentDraft()
        var shifts: [PositionShift] = []
        for source in sources { shifts.append(try take(source, into: &draft)) }
        return try draft.write(to: folder, tag: tag) { body throws(SearchIndexError) in
            try forEachTerm(sources, shifts, body)
        }
    }

    // MARK: Columns

    private static func take(
        _ source: Source, into draft: inout SegmentDraft
    ) throws(SearchIndexError) -> PositionShift {
        typealias Row = SegmentLayout.MeetingRow
        let segment = source.segment
        let starts = try segment.starts()
        var shift = PositionShift(segment: segment, first: Int(draft.starts[draft.starts.count - 1]))
        // Numbers of the new table for those of the old one.
        var known = [UInt32](repeating: .max, count: segment.stringCount)
        func string(_ number: UInt32) -> UInt32 {
            guard Int(number) < known.count else { return 0 }
            if known[Int(number)] == .max { known[Int(number)] = draft.strings.number(of: segment.stringBytes(number)) }
            return known[Int(number)]
        }
        let order = try segment.wholeColumn(.order)
        let role = try segment.wholeColumn(.role)
        let label = try segment.wholeColumn(.label)
        let name = try segment.wholeColumn(.name)
        let agenda = try segment.wholeColumn(.agenda)
        let line = try segment.wholeColumn(.line)
        for meeting in 0..<segment.meetingCount {
            let remarks = segment.remarks(ofMeeting: meeting)
            guard source.live.contains(meeting) else {
                shift.skip(remarks, starts)
                continue
            }
            let strings = [Row.id, Row.version, Row.date, Row.title, Row.names].map {
                string(segment.meeting(meeting, $0))
            }
            draft.addMeeting(
                id: Array(segment.stringBytes(segment.meeting(meeting, Row.id))), strings: strings,
                fiscalYear: segment.meeting(meeting, Row.fiscalYear), day: segment.meeting(meeting, Row.day),
                remarks: remarks.count)
            for remark in remarks {
                let packed = segment.packedID(remark)
                let lists = segment.lists(ofRemark: remark)
                let end = Int(draft.starts[draft.starts.count - 1]) + Int(starts.end(remark) &- starts.start(remark))
                guard end <= SegmentLayout.mostPositions else {
                    throw .damaged(path: segment.path, reason: "発言の位置が違います")
                }
                draft.add(
                    SegmentDraft.Remark(
                        id: PackedID.string(packed).map { UInt64(string($0)) } ?? packed, order: order[remark],
                        role: string(role[remark]), label: string(label[remark]), name: string(name[remark]),
                        agenda: string(agenda[remark]), line: line[remark], topics: lists.topics.map(string),
                        kinds: lists.kinds.map(string), answers: lists.answers, question: lists.question),
                    end: end)
            }
        }
        try segment.check()
        return shift
    }

    // MARK: Postings

    private static func forEachTerm(
        _ sources: [Source], _ shifts: [PositionShift],
        _ body: (UInt64, UnsafeBufferPointer<UInt32>) throws(SearchIndexError) -> Void
    ) throws(SearchIndexError) {
        let buffers = PostingBuffers(1)
        var terms = [Int](repeating: 0, count: sources.count)
        var places: [UInt32] = []
        var read = 0
        while true {
            var key = UInt64.max
            for (number, source) in sources.enumerated() where terms[number] < source.segment.termCount {
                key = min(key, source.segment.key(terms[number]))
            }
            guard key < .max else { break }
            places.removeAll(keepingCapacity: true)
            for (number, source) in sources.enumerated() {
                let term = terms[number]
                guard term < source.segment.termCount, source.segment.key(term) == key else { continue }
                let list = try source.segment.postings(ofTerm: term)
                shifts[number].append(list, buffer: buffers[0], to: &places)
                terms[number] += 1
                read += list.count
            }
            try places.withUnsafeBufferPointer { places throws(SearchIndexError) in try body(key, places) }
            // What was read is not read again; it should not count as memory of this process.
            if read > 1 << 24 {
                read = 0
                for (number, source) in sources.enumerated() where terms[number] < source.segment.termCount {
                    source.segment.forget(.postings, before: source.segment.postingOffset(ofTerm: terms[number]))
                }
            }
        }
        withExtendedLifetime(buffers) {}
    }
}

/// Where the positions of a segment go in the one it is merged into.
private struct PositionShift {
    private let first: Int
    private let limit: UInt32
    /// Stretches of positions that are left out, ascending, and the positions left out before the end of each.
    private var gaps: [(start: UInt32, end: UInt32, total: UInt32)] = []

    init(segment: Segment, first: Int) {
        self.first = first
        limit = UInt32(truncatingIfNeeded: segment.positionCount)
    }

    mutating func skip(_ remarks: Range<Int>, _ starts: RemarkStarts) {
        guard !remarks.isEmpty else { return }
        let (start, end) = (starts.start(remarks.lowerBound), starts.start(remarks.upperBound))
        guard start < end else { return }
        if let last = gaps.last, last.end == start {
            gaps[gaps.count - 1] = (last.start, end, last.total &+ end &- start)
        } else {
            gaps.append((start, end, (gaps.last?.total ?? 0) &+ end &- start))
        }
    }

    /// Appends the places of a list that are not left out, where they stand now.
    func append(_ list: PostingList, buffer: UnsafeMutablePointer<UInt32>, to places: inout [UInt32]) {
        let shift = UInt32(truncatingIfNeeded: first) &<< 2
        places.reserveCapacity(places.count + list.count)
        var gap = 0
        // Ascending and within the segment: what is not comes from a damaged file, and the encoder relies on it.
        var next: UInt32 = 0
        for block in 0..<list.blockCount {
            let count = list.read(block, into: buffer)
            var kept = 0
            for index in 0..<count {
                let place = buffer[index]
                let position = Occurrence.position(place)
                guard position >= next, position < limit else { continue }
                next = position &+ 1
                var left: UInt32 = 0
                if !gaps.isEmpty {
                    while gap < gaps.count, gaps[gap].end <= position { gap &+= 1 }
                    if gap < gaps.count, gaps[gap].start <= position { continue }
                    left = gap > 0 ? gaps[gap &- 1].total : 0
                }
                buffer[kept] = place &+ shift &- left &<< 2
                kept &+= 1
            }
            places.append(contentsOf: UnsafeBufferPointer(start: buffer, count: kept))
        }
    }
}
