extension Segment {
    // MARK: Meetings

    /// A number of a meeting; `field` is an offset in `SegmentLayout.MeetingRow`.
    @inline(__always)
    func meeting(_ meeting: Int, _ field: Int) -> UInt32 {
        checkedBytes(.meetings, meeting &* SegmentLayout.MeetingRow.length &+ field, 4).number32(0)
    }

    /// Ordinals of the remarks of a meeting.
    func remarks(ofMeeting meeting: Int) -> Range<Int> {
        let first = min(Int(self.meeting(meeting, SegmentLayout.MeetingRow.firstRemark)), remarkCount)
        let count = Int(self.meeting(meeting, SegmentLayout.MeetingRow.remarkCount))
        return first..<min(first + count, remarkCount)
    }

    func meetingID(_ meeting: Int) -> String { string(self.meeting(meeting, SegmentLayout.MeetingRow.id)) }

    /// The meeting with an id.
    /// - Complexity: O(log n).
    func meeting(withID id: String) -> Int? {
        let wanted = Array(id.utf8)
        let order = checkedBytes(.meetingOrder)
        func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
            stringBytes(meeting(Int(order.number32(place * 4)), SegmentLayout.MeetingRow.id))
        }
        var (low, high) = (0, meetingCount)
        while low < high {
            let middle = (low + high) / 2
            if bytes(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        guard low < meetingCount, bytes(low).elementsEqual(wanted) else { return nil }
        return min(Int(order.number32(low * 4)), meetingCount - 1)
    }

    /// - Complexity: O(log n) in the meetings.
    func meeting(ofRemark remark: Int) -> Int {
        var (low, high) = (0, meetingCount)
        // The last meeting that does not begin behind the remark.
        while low + 1 < high {
            let middle = (low + high) / 2
            if Int(meeting(middle, SegmentLayout.MeetingRow.firstRemark)) <= remark {
                low = middle
            } else {
                high = middle
            }
        }
        // Meetings without remarks begin where the next one does.
        return low
    }

    // MARK: Remarks

    /// Where the remarks begin. Compared with its checksums once.
    func starts() throws(SearchIndexError) -> RemarkStarts {
        let starts = checkedBytes(.starts).bindMemory(to: UInt32.self)
        let pages = checkedBytes(.pages).bindMemory(to: UInt32.self)
        try check()
        return RemarkStarts(
            starts: starts.baseAddress!, count: remarkCount, pages: pages.baseAddress!, pageCount: pages.count)
    }

    func remarkID(_ remark: Int) -> String {
        let packed = checkedBytes(.ids, remark * 8, 8).number64(0)
        return PackedID.string(packed).map(string) ?? PackedID.unpack(packed)
    }

    /// Whether the id of a remark begins so.
    func isRemark(_ remark: Int, calledFrom beginning: [UInt8]) -> Bool {
        let packed = packedID(remark)
        if let string = PackedID.string(packed) { return stringBytes(string).starts(with: beginning) }
        return PackedID.unpack(packed).utf8.starts(with: beginning)
    }

    /// As it is kept.
    func packedID(_ remark: Int) -> UInt64 { checkedBytes(.ids, remark * 8, 8).number64(0) }

    private func column(_ column: SegmentLayout.RemarkColumn) -> (offset: Int, width: Int) {
        let row = checkedBytes(.columns, column.rawValue * SegmentLayout.columnRow, SegmentLayout.columnRow)
        return (Int(min(row.number64(0), 1 << 40)), Int(min(row.number64(8), 32)))
    }

    /// A column as a whole, for walks over all remarks.
    /// - Throws: `SearchIndexError.damaged`.
    func wholeColumn(_ name: SegmentLayout.RemarkColumn) throws(SearchIndexError) -> PackedColumn {
        let (offset, width) = column(name)
        let length = PackedColumn.length(count: remarkCount, width: width)
        let bytes = checkedBytes(.columns, offset, length)
        try check()
        guard let column = PackedColumn(bytes, count: remarkCount, width: width) else {
            throw .damaged(path: path, reason: "列の位置が違います")
        }
        return column
    }

    /// Calls `body` with a column of all remarks; `check` tells of damage.
    func forEachRemark(_ name: SegmentLayout.RemarkColumn, _ body: (_ remark: Int, _ value: UInt32) -> Void) {
        guard let column = try? wholeColumn(name) else { return integrity.report() }
        for remark in 0..<remarkCount { body(remark, column[remark]) }
    }

    /// A number of a remark.
    func remark(_ remark: Int, _ name: SegmentLayout.RemarkColumn) -> UInt32 {
        guard remark >= 0, remark < remarkCount else { return 0 }
        let (offset, width) = column(name)
        let bit = remark * width
        let word = checkedBytes(.columns, offset + bit / 8, 8).number64(0)
        return UInt32(truncatingIfNeeded: word >> UInt64(bit % 8) & ((1 << UInt64(width)) - 1))
    }

    // MARK: Lists

    /// Numbers of strings: the topics of a remark.
    func topics(ofRemark remark: Int) -> [UInt32] { lists(ofRemark: remark).topics }

    /// Numbers of strings: the kinds of its findings.
    func kinds(ofRemark remark: Int) -> [UInt32] { lists(ofRemark: remark).kinds }

    /// Ordinals of the remarks that answer it.
    func answers(ofRemark remark: Int) -> [UInt32] {
        let answers = lists(ofRemark: remark).answers
        guard !answers.isEmpty else { return [] }
        let first = remarks(ofMeeting: meeting(ofRemark: remark)).lowerBound
        return answers.map { $0 &+ UInt32(truncatingIfNeeded: first) }.filter { $0 < remarkCount }
    }

    /// Ordinal of the remark it answers.
    func question(ofRemark remark: Int) -> Int? {
        let question = Int(lists(ofRemark: remark).question)
        guard question > 0 else { return nil }
        let ordinal = remarks(ofMeeting: meeting(ofRemark: remark)).lowerBound + question - 1
        return ordinal < remarkCount ? ordinal : nil
    }

    /// What is kept of a remark in `lists`: topics, kinds, answers (places in the meeting), question (place + 1).
    func lists(
        ofRemark remark: Int
    ) -> (topics: [UInt32], kinds: [UInt32], answers: [UInt32], question: UInt32) {
        let offset = Int(self.remark(remark, .lists))
        guard offset > 0 else { return ([], [], [], 0) }
        let whole = bytes(.lists)
        var reader = VarintReader(whole, from: offset)
        let (topics, kinds, answers) = (reader.list(), reader.list(), reader.list())
        let question = reader.next()
        _ = checkedBytes(.lists, offset, min(reader.offset, whole.count) - min(offset, reader.offset))
        return (topics, kinds, answers, question)
    }

    // MARK: Facets

    /// A value of a facet and where its remarks stand.
    struct FacetValue {
        let string: UInt32
        let count: Int
        fileprivate let start: UInt64
        fileprivate let end: UInt64
    }

    /// All values of a facet.
    /// - Complexity: O(log n) and the values.
    func values(of facet: Facet) -> [FacetValue] {
        let rows = checkedBytes(.facets)
        let length = SegmentLayout.FacetRow.length
        let count = rows.count / length - 1
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if rows.number32(middle * length) < facet.rawValue { low = middle + 1 } else { high = middle }
        }
        var values: [FacetValue] = []
        while low < count, rows.number32(low * length) == facet.rawValue {
            let row = low * length
            values.append(
                FacetValue(
                    string: rows.number32(row + SegmentLayout.FacetRow.string),
                    count: Int(rows.number32(row + SegmentLayout.FacetRow.count)),
                    start: rows.number64(row + SegmentLayout.FacetRow.offset),
                    end: rows.number64(row + length + SegmentLayout.FacetRow.offset)))
            low += 1
        }
        return values
    }

    /// Adds the remarks with a value to a set.
    /// - Throws: `SearchIndexError.damaged`.
    func insertRemarks(with value: FacetValue, into set: inout BitSet) throws(SearchIndexError) {
        let list = try list(.facetPostings, value.start, value.end, count: value.count)
        let buffers = PostingBuffers(1)
        for block in 0..<list.blockCount {
            let count = list.read(block, into: buffers[0])
            for index in 0..<count { set.insert(Int(Occurrence.position(buffers[0][index]))) }
        }
        withExtendedLifetime(buffers) {}
    }

    /// The remarks with any of the values that `holds` lets through.
    /// - Throws: `SearchIndexError.damaged`.
    func remarks(
        with facet: Facet, where holds: (UInt32) -> Bool
    ) throws(SearchIndexError) -> BitSet {
        var set = BitSet(bound: remarkCount)
        for value in values(of: facet) where holds(value.string) { try insertRemarks(with: value, into: &set) }
        return set
    }
}

/// Reads varints; zeros beyond the end.
private struct VarintReader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var offset: Int

    init(_ bytes: UnsafeRawBufferPointer, from offset: Int) {
        self.bytes = bytes
        self.offset = offset
    }

    mutating func next() -> UInt32 {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while offset < bytes.count, shift < 35 {
            let byte = bytes[offset]
            offset += 1
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }

    /// A length and as many numbers.
    mutating func list() -> [UInt32] {
        let count = Int(next())
        guard count > 0, count <= bytes.count - min(offset, bytes.count) else { return [] }
        return (0..<count).map { _ in next() }
    }
}
