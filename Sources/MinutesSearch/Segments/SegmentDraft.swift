/// A segment being made: everything but the postings of its texts.
struct SegmentDraft {
    /// A remark's columns and lists as they are kept: numbers of strings, places in the meeting.
    struct Remark {
        var id: UInt64
        var order: UInt32
        var role: UInt32
        var label: UInt32
        var name: UInt32
        var agenda: UInt32
        var line: UInt32
        var topics: [UInt32]
        var kinds: [UInt32]
        var answers: [UInt32]
        /// Place in the meeting + 1, 0 for none.
        var question: UInt32
    }

    var strings = StringTable()
    private var meetings: [UInt32] = []
    private var meetingIDs: [[UInt8]] = []
    private(set) var starts: [UInt32] = [0]
    private var ids: [UInt64] = []
    private var columns = [[UInt32]](repeating: [], count: SegmentLayout.RemarkColumn.allCases.count)
    /// Begins with the lists of remarks that have none.
    private var lists: ByteWriter = {
        var lists = ByteWriter()
        lists.append([0, 0, 0, 0])
        return lists
    }()
    /// Ordinals by facet (upper half) and string.
    private var facets: [UInt64: [UInt32]] = [:]

    var remarkCount: Int { ids.count }
    var meetingCount: Int { meetingIDs.count }

    /// Adds a meeting; its remarks follow.
    /// - Parameter strings: id, version, date, title, names.
    mutating func addMeeting(
        id: [UInt8], strings: [UInt32], fiscalYear: UInt32, day: UInt32, remarks: Int
    ) {
        meetings += strings
        meetings += [fiscalYear, day, UInt32(truncatingIfNeeded: remarkCount), UInt32(truncatingIfNeeded: remarks), 0]
        meetingIDs.append(id)
    }

    /// - Parameter end: one past the position that is kept free behind its text.
    mutating func add(_ remark: Remark, end: Int) {
        let ordinal = UInt32(truncatingIfNeeded: remarkCount)
        starts.append(UInt32(truncatingIfNeeded: end))
        ids.append(remark.id)
        let numbers = [
            remark.order, remark.role, remark.label, remark.name, remark.agenda, remark.line, listOffset(remark),
        ]
        for (column, number) in numbers.enumerated() { columns[column].append(number) }
        for (facet, string) in [
            (Facet.role, remark.role), (.label, remark.label), (.name, remark.name), (.agenda, remark.agenda),
        ] where string > 0 { add(ordinal, facet, string) }
        for topic in remark.topics { add(ordinal, .topic, topic) }
        for kind in remark.kinds { add(ordinal, .kind, kind) }
        if !remark.answers.isEmpty { add(ordinal, .answered, 0) }
    }

    private mutating func add(_ ordinal: UInt32, _ facet: Facet, _ string: UInt32) {
        facets[UInt64(facet.rawValue) << 32 | UInt64(string), default: []].append(ordinal)
    }

    private mutating func listOffset(_ remark: Remark) -> UInt32 {
        if remark.topics.isEmpty, remark.kinds.isEmpty, remark.answers.isEmpty, remark.question == 0 { return 0 }
        let offset = UInt32(truncatingIfNeeded: lists.count)
        for list in [remark.topics, remark.kinds, remark.answers] {
            lists.append(varint: UInt32(truncatingIfNeeded: list.count))
            for number in list { lists.append(varint: number) }
        }
        lists.append(varint: remark.question)
        return offset
    }

    /// Calls `body` with the starts of the remarks; for the encoder.
    func withStarts<R>(_ body: (RemarkStarts) throws(SearchIndexError) -> R) throws(SearchIndexError) -> R {
        let pages = RemarkStarts.pages(of: starts)
        return try starts.withUnsafeBufferPointer { starts throws(SearchIndexError) in
            try pages.withUnsafeBufferPointer { pages throws(SearchIndexError) in
                try body(
                    RemarkStarts(
                        starts: starts.baseAddress!, count: starts.count - 1, pages: pages.baseAddress!,
                        pageCount: pages.count))
            }
        }
    }

    /// Writes the segment.
    /// - Parameters:
    ///   - isPassing: whether it is merged into another one before it is searched.
    ///   - forEachTerm: calls its argument with each term in the order of keys.
    func write(
        to folder: String, tag: String, isPassing: Bool = false,
        forEachTerm: ((UInt64, UnsafeBufferPointer<UInt32>) throws(SearchIndexError) -> Void) throws(SearchIndexError)
            -> Void
    ) throws(SearchIndexError) -> (name: String, bytes: Int) {
        let writer = try SegmentFileWriter(folder: folder, tag: tag)
        try writer.begin(.meetings)
        try writer.append(numbers: meetings)
        try writer.begin(.meetingOrder)
        try writer.append(
            numbers: meetingIDs.indices.sorted { meetingIDs[$0].lexicographicallyPrecedes(meetingIDs[$1]) }.map {
                UInt32(truncatingIfNeeded: $0)
            })
        try writer.begin(.strings)
        try strings.write(to: writer)
        try writer.begin(.starts)
        try writer.append(numbers: starts)
        try writer.begin(.pages)
        try writer.append(numbers: RemarkStarts.pages(of: starts))
        var bytes = ByteWriter()
        for id in ids { bytes.append(id) }
        try writer.append(section: .ids, bytes.bytes)
        try writeColumns(to: writer)
        try writer.append(section: .lists, lists.bytes + [UInt8](repeating: 0, count: SegmentLayout.slack))
        try writeFacets(to: writer)
        let terms = try writeTerms(to: writer, weighs: !isPassing, forEachTerm)
        return try writer.finish(
            SegmentFileWriter.Counts(
                meetings: meetingCount, remarks: remarkCount, strings: strings.count, terms: terms,
                positions: Int(starts[starts.count - 1])), flushes: !isPassing)
    }

    private func writeColumns(to writer: SegmentFileWriter) throws(SearchIndexError) {
        try writer.begin(.columns)
        let widths = columns.map(PackedColumn.width)
        var rows = ByteWriter()
        var offset = columns.count * SegmentLayout.columnRow
        for width in widths {
            rows.append(UInt64(offset))
            rows.append(UInt64(width))
            offset += PackedColumn.length(count: remarkCount, width: width)
        }
        try writer.append(rows.bytes)
        for (column, width) in zip(columns, widths) { try writer.append(PackedColumn.bytes(of: column, width: width)) }
    }

    private func writeFacets(to writer: SegmentFileWriter) throws(SearchIndexError) {
        var rows = ByteWriter()
        var lists = ByteWriter()
        var encoder = PostingEncoder()
        for (key, ordinals) in facets.sorted(by: { $0.key < $1.key }) {
            rows.append(UInt32(truncatingIfNeeded: key >> 32))
            rows.append(UInt32(truncatingIfNeeded: key))
            rows.append(UInt32(truncatingIfNeeded: ordinals.count))
            rows.append(UInt32(0))
            rows.append(UInt64(lists.count))
            let places = ordinals.map { $0 << 2 }
            places.withUnsafeBufferPointer { encoder.append(ordinals: $0, to: &lists) }
        }
        rows.append(numbers: [UInt32](repeating: 0, count: 4))
        rows.append(UInt64(lists.count))
        try writer.append(section: .facets, rows.bytes)
        try writer.append(section: .facetPostings, lists.bytes + [UInt8](repeating: 0, count: SegmentLayout.slack))
    }

    /// Postings are by far the largest and go to the file as they come; keys and rows follow.
    private func writeTerms(
        to writer: SegmentFileWriter, weighs: Bool,
        _ forEachTerm: ((UInt64, UnsafeBufferPointer<UInt32>) throws(SearchIndexError) -> Void) throws(SearchIndexError)
            -> Void
    ) throws(SearchIndexError) -> Int {
        var keys = ByteWriter()
        var rows = ByteWriter()
        var postings = ByteWriter()
        var encoder = PostingEncoder()
        var offset = 0
        var count = 0
        try writer.begin(.postings)
        try withStarts { starts throws(SearchIndexError) in
            try forEachTerm { key, places throws(SearchIndexError) in
                guard !places.isEmpty else { return }
                keys.append(key)
                let before = postings.count
                let remarks = encoder.append(
                    places, flags: OccurrenceFlags(key: key), starts: weighs ? starts : nil, to: &postings)
                rows.append(UInt64(offset))
                rows.append(UInt32(truncatingIfNeeded: places.count))
                rows.append(UInt32(truncatingIfNeeded: remarks))
                offset += postings.count - before
                count += 1
                if postings.count >= 1 << 20 {
                    try writer.append(postings.bytes)
                    postings.removeAll()
                }
            }
        }
        try writer.append(postings.bytes + [UInt8](repeating: 0, count: SegmentLayout.slack))
        rows.append(UInt64(offset))
        rows.append(UInt64(0))
        try writer.append(section: .keys, keys.bytes)
        try writer.append(section: .terms, rows.bytes)
        return count
    }
}
