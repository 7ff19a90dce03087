import MinutesModel

/// Makes a segment: meetings, tables, rows, and behind them the words.
///
/// ```
/// "GJKACT03"  length of the file, place of the words, of the tables, of the rows, number of rows
/// meetings    by date, then id
/// tables      owners, topics, sets of topics: a count and places in the table of topics
/// rows        32 bytes an action, meeting by meeting
/// words       the texts of a meeting's actions (`ActionWords`); their checksum stands with the meeting
/// ```
struct ActionSegmentBuilder {
    static let magic: UInt64 = 0x3330_5443_414b_4a47  // GJKACT03

    private struct Entry: Sendable {
        var block: Meeting
        var rows: [ActionRow]
        var words: [UInt8]
    }

    /// What stands about a meeting.
    struct Meeting: Sendable {
        var id: String
        var formerIDs: [String]
        var title: String
        var date: String?
        var record: String
        var isDecided: Bool
    }

    private var entries: [Entry] = []
    private var owners = Table<String>()
    private var topics = Table<String>()
    private var sets: [UInt32] = []
    private var places: [[String]: Int] = [:]
    /// Bytes so far, about.
    private(set) var size = 0

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }

    /// Numbers for things in the order they came.
    private struct Table<Thing: Hashable> {
        var things: [Thing] = []
        var numbers: [Thing: Int] = [:]

        mutating func number(_ thing: Thing) -> Int {
            if let known = numbers[thing] { return known }
            numbers[thing] = things.count
            things.append(thing)
            return things.count - 1
        }
    }

    /// Where a set of topics stands among the sets.
    private mutating func setPlace(of set: [String]) -> Int {
        if let known = places[set] { return known }
        let place = sets.count
        sets.append(UInt32(set.count))
        for topic in set { sets.append(UInt32(topics.number(topic))) }
        places[set] = place
        return place
    }

    mutating func add(_ encoded: EncodedActions) {
        let owners = encoded.owners.map { UInt32(self.owners.number($0) + 1) }
        let sets = encoded.topics.map { UInt32(setPlace(of: $0)) }
        let rows = encoded.rows.map { row in
            var row = row
            if row.owner > 0 { row.owner = owners[Int(row.owner) - 1] }
            row.topics = sets[Int(row.topics)]
            return row
        }
        add(encoded.meeting, rows, encoded.words)
    }

    /// Takes out a meeting that was put in.
    mutating func remove(_ id: String) { entries.removeAll { $0.block.id == id } }

    /// Takes a meeting over from another segment.
    mutating func add(_ meeting: ActionSegment.Meeting, of segment: ActionSegment) throws(ActionIndexError) {
        var rows: [ActionRow] = []
        rows.reserveCapacity(meeting.rows.count)
        for place in meeting.rows {
            var row = segment.row(place)
            row.owner = try segment.owner(of: row).map { UInt32(owners.number($0) + 1) } ?? 0
            row.topics = UInt32(setPlace(of: try segment.topics(of: row)))
            rows.append(row)
        }
        add(
            Meeting(
                id: meeting.id, formerIDs: meeting.formerIDs, title: segment.title(of: meeting), date: meeting.date,
                record: segment.record(of: meeting), isDecided: meeting.isDecided),
            rows, Array(try segment.words(of: meeting)))
    }

    private mutating func add(_ meeting: Meeting, _ rows: [ActionRow], _ words: [UInt8]) {
        size += words.count + rows.count * ActionRow.size + 200
        entries.append(Entry(block: meeting, rows: rows, words: words))
    }

    /// The file, and what the head has to know of it.
    func finished() -> (bytes: [UInt8], wordsStart: Int, checksum: UInt64) {
        let entries = entries.sorted {
            ($0.block.date ?? "", $0.block.id) < ($1.block.date ?? "", $1.block.id)
        }
        var bytes = IndexBytes()
        bytes.add(Self.magic)
        for _ in 0..<5 { bytes.add(UInt64(0)) }
        bytes.add(UInt32(entries.count))
        var (row, word) = (0, 0)
        for entry in entries {
            let meeting = entry.block
            bytes.add(meeting.id)
            bytes.add(meeting.date)
            bytes.add(meeting.title)
            bytes.add(meeting.record)
            bytes.add(meeting.formerIDs)
            bytes.add(UInt8(meeting.isDecided ? 1 : 0))
            bytes.add(UInt32(row))
            bytes.add(UInt32(entry.rows.count))
            bytes.add(UInt64(word))
            bytes.add(UInt64(entry.words.count))
            bytes.add(entry.words.withUnsafeBytes { IndexChecksum.of($0) })
            row += entry.rows.count
            word += entry.words.count
        }
        let tables = bytes.bytes.count
        bytes.add(owners.things)
        bytes.add(topics.things)
        bytes.pad(to: 8)
        for word in sets { bytes.add(word) }
        bytes.pad(to: 8)
        let rows = bytes.bytes.count
        for entry in entries { for row in entry.rows { row.write(to: &bytes) } }
        let start = bytes.bytes.count
        bytes.set(UInt64(start + word), at: 8)
        bytes.set(UInt64(start), at: 16)
        bytes.set(UInt64(tables), at: 24)
        bytes.set(UInt64(rows), at: 32)
        bytes.set(UInt64(row), at: 40)
        let checksum = bytes.bytes.withUnsafeBytes { IndexChecksum.of($0) }
        var file = bytes.bytes
        file.reserveCapacity(start + word)
        for entry in entries { file += entry.words }
        return (file, start, checksum)
    }
}
