/// A hit before its texts are read.
struct RankedRemark {
    /// Ten-thousandths, so that rounding of the last bit cannot change an order between machines.
    var score: Int
    var part: Int
    var remark: Int
}

/// The first few of many hits in an order, kept in a heap whose top is the last of them.
struct TopRemarks {
    private let limit: Int
    private let sort: SearchSort
    private let parts: [SearchIndex.Part]
    private var heap: [RankedRemark] = []

    init(_ limit: Int, sort: SearchSort, parts: [SearchIndex.Part]) {
        self.limit = limit
        self.sort = sort
        self.parts = parts
    }

    /// A hit with a lower score comes too late, where the order is by score.
    private(set) var threshold = Int.min
    /// The same, so much lower that rounding does not matter.
    private(set) var lowest = -Float.infinity

    @inline(__always)
    mutating func offer(_ score: Float, part: Int, remark: Int) {
        if score < lowest { return }
        offer(score: Relevance.rounded(score), part: part, remark: remark)
    }

    @inline(__always)
    mutating func offer(score: Int, part: Int, remark: Int) {
        if score < threshold { return }
        insert(RankedRemark(score: score, part: part, remark: remark))
    }

    private mutating func insert(_ hit: RankedRemark) {
        if limit == .max {
            // All are wanted, and sorted once at the end.
            heap.append(hit)
        } else if heap.count < limit {
            heap.append(hit)
            var child = heap.count - 1
            while child > 0, isBefore(heap[(child - 1) / 2], heap[child]) {
                heap.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        } else if let last = heap.first, isBefore(hit, last) {
            heap[0] = hit
            sink()
        }
        if heap.count == limit, sort == .relevance, threshold != heap[0].score {
            threshold = heap[0].score
            lowest = (Float(threshold) - 1) / 10_000
        }
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var lowest = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < heap.count && isBefore(heap[lowest], heap[child]) { lowest = child }
            if lowest == parent { return }
            heap.swapAt(parent, lowest)
            parent = lowest
        }
    }

    func sorted() -> [RankedRemark] { heap.sorted(by: isBefore) }

    /// Whether a hit stands before another: by score or date, then date, meeting, place in the meeting.
    private func isBefore(_ left: RankedRemark, _ right: RankedRemark) -> Bool {
        typealias Row = SegmentLayout.MeetingRow
        if sort == .relevance, left.score != right.score { return left.score > right.score }
        let (leftSegment, rightSegment) = (parts[left.part].segment, parts[right.part].segment)
        let leftMeeting = leftSegment.meeting(ofRemark: left.remark)
        let rightMeeting = rightSegment.meeting(ofRemark: right.remark)
        if left.part == right.part, leftMeeting == rightMeeting { return left.remark < right.remark }
        let leftDay = leftSegment.meeting(leftMeeting, Row.day)
        let rightDay = rightSegment.meeting(rightMeeting, Row.day)
        if sort == .meeting {
            let (leftBody, rightBody) = (leftSegment.body(leftMeeting), rightSegment.body(rightMeeting))
            if !leftBody.elementsEqual(rightBody) { return leftBody.lexicographicallyPrecedes(rightBody) }
        }
        if leftDay != rightDay { return sort == .oldest || sort == .meeting ? leftDay < rightDay : leftDay > rightDay }
        return leftSegment.stringBytes(leftSegment.meeting(leftMeeting, Row.id))
            .lexicographicallyPrecedes(rightSegment.stringBytes(rightSegment.meeting(rightMeeting, Row.id)))
    }
}

extension Segment {
    /// The last of the names of a meeting: its body, or else its title.
    fileprivate func body(_ meeting: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        let names = stringBytes(self.meeting(meeting, SegmentLayout.MeetingRow.names))
        return names[(names.lastIndex(of: 0x0A).map { $0 + 1 } ?? names.startIndex)...]
    }
}
