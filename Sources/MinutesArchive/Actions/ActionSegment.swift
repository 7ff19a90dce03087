import MinutesModel

/// A file with the actions of some meetings, as it lies on the disk. Everything but the words is checked when it is
/// opened, the words of a meeting when they are read.
final class ActionSegment: Sendable {
    struct Meeting: Sendable {
        var id: String
        /// ISO 8601
        var date: String?
        /// 20240930; 0 for none.
        var day: UInt32
        var formerIDs: [String]
        var isDecided: Bool
        /// Its rows in the segment.
        var rows: Range<Int>
        fileprivate var titleRange: Range<Int>
        fileprivate var recordRange: Range<Int>
        fileprivate var words: Range<Int>
        fileprivate var checksum: UInt64
    }

    let meetings: [Meeting]
    let owners: [String]
    let topics: [String]
    private let pages: MappedPages
    private let setsStart: Int
    private let rowsStart: Int

    private var bytes: UnsafeRawBufferPointer { pages.bytes }

    /// - Throws: `ActionIndexError` unless the file is what the head says it is.
    init(path: String, length: Int, wordsStart: Int, checksum: UInt64) throws(ActionIndexError) {
        pages = try MappedPages(path: path)
        let bytes = pages.bytes
        guard bytes.count == length, wordsStart >= 48, wordsStart <= length,
            IndexChecksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<wordsStart])) == checksum
        else { throw .damaged("項目の索引の内容が控えと違います") }
        var reader = IndexReader(bytes)
        guard try reader.long() == ActionSegmentBuilder.magic else { throw .otherFormat }
        let (whole, words) = (try reader.place(), try reader.place())
        let (tables, rows, rowCount) = (try reader.place(), try reader.place(), try reader.place())
        guard whole == length, words == wordsStart, tables <= rows, rows <= words,
            rowCount <= (words - rows) / ActionRow.size
        else { throw .damaged("項目の索引の目次が合いません") }
        rowsStart = rows
        meetings = try Self.meetings(&reader, rowCount: rowCount, wordsStart: wordsStart, length: length)
        reader = IndexReader(bytes, at: tables)
        owners = try reader.texts()
        topics = try reader.texts()
        setsStart = (reader.offset + 7) & ~7
        guard setsStart <= rows else { throw .damaged("項目の索引の目次が合いません") }
    }

    private static func meetings(
        _ reader: inout IndexReader, rowCount: Int, wordsStart: Int, length: Int
    ) throws(ActionIndexError) -> [Meeting] {
        var meetings: [Meeting] = []
        let count = try reader.count(of: 40)
        meetings.reserveCapacity(count)
        for _ in 0..<count {
            let (id, date) = (try reader.text(), try reader.textIfAny())
            guard let title = try reader.range() else { throw .damaged("会議の名称がありません") }
            guard let record = try reader.range() else { throw .damaged("記録の控えがありません") }
            let (former, flags) = (try reader.texts(), try reader.byte())
            let (row, rows) = (Int(try reader.word()), Int(try reader.word()))
            let (start, size, checksum) = (try reader.place(), try reader.place(), try reader.long())
            guard rows <= rowCount, row <= rowCount - rows, start <= length - wordsStart,
                size <= length - wordsStart - start
            else { throw .damaged("会議の位置が合いません") }
            meetings.append(
                Meeting(
                    id: id, date: date, day: date.flatMap(ActionRow.day) ?? 0, formerIDs: former,
                    isDecided: flags & 1 != 0, rows: row..<row + rows, titleRange: title, recordRange: record,
                    words: wordsStart + start..<wordsStart + start + size, checksum: checksum))
        }
        return meetings
    }

    /// - Parameter place: below the number of rows.
    @inline(__always)
    func row(_ place: Int) -> ActionRow { ActionRow(bytes, at: rowsStart &+ place &* ActionRow.size) }

    func title(of meeting: Meeting) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[meeting.titleRange]), as: UTF8.self)
    }

    /// SHA-256 of the meeting's record; empty where there is none.
    func record(of meeting: Meeting) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: bytes[meeting.recordRange]), as: UTF8.self)
    }

    func owner(of row: ActionRow) throws(ActionIndexError) -> String? {
        guard row.owner > 0 else { return nil }
        guard row.owner <= owners.count else { throw .damaged("担当の番号が合いません") }
        return owners[Int(row.owner) - 1]
    }

    func topics(of row: ActionRow) throws(ActionIndexError) -> [String] {
        guard let set = set(of: row) else { throw .damaged("話題の番号が合いません") }
        var names: [String] = []
        for place in set {
            let number = Int(word(place))
            guard number < topics.count else { throw .damaged("話題の番号が合いません") }
            names.append(topics[number])
        }
        return names
    }

    /// Whether any of a row's topics is wanted.
    /// - Parameter wanted: by place in the table of topics.
    @inline(__always)
    func hasTopic(_ row: ActionRow, of wanted: [Bool]) -> Bool {
        guard let set = set(of: row) else { return false }
        for place in set {
            let number = Int(word(place))
            if number < wanted.count, wanted[number] { return true }
        }
        return false
    }

    /// Places of the topics of a row, in words of four bytes behind the start of the sets.
    @inline(__always)
    private func set(of row: ActionRow) -> Range<Int>? {
        let words = (rowsStart &- setsStart) / 4
        let start = Int(row.topics)
        guard start < words else { return nil }
        let count = Int(word(start))
        guard count < words &- start else { return nil }
        return start &+ 1..<start &+ 1 &+ count
    }

    @inline(__always)
    private func word(_ place: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: setsStart &+ place &* 4, as: UInt32.self))
    }

    /// The words of a meeting's actions.
    /// - Throws: `ActionIndexError.damaged` when they are not what was written.
    func words(of meeting: Meeting) throws(ActionIndexError) -> UnsafeRawBufferPointer {
        let words = UnsafeRawBufferPointer(rebasing: bytes[meeting.words])
        guard IndexChecksum.of(words) == meeting.checksum else { throw .damaged("項目の文言が控えと違います") }
        return words
    }

    /// All actions of a meeting.
    /// - Throws: `ActionIndexError.damaged` when they are not what was written.
    func items(of meeting: Meeting) throws(ActionIndexError) -> [ActionItem] {
        var known: [ActionWords.Known] = []
        known.reserveCapacity(meeting.rows.count)
        for place in meeting.rows {
            let row = row(place)
            known.append(ActionWords.Known(row: row, owner: try owner(of: row), topics: try topics(of: row)))
        }
        return try ActionWords.items(
            words(of: meeting), known, meeting: meeting.id, title: title(of: meeting), date: meeting.date)
    }
}
