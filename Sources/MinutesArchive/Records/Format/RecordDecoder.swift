import MinutesModel

/// Reads the file of a record, written by this program or by an older one. Every number is checked.
enum RecordDecoder {
    static func record(_ bytes: UnsafeRawBufferPointer, path: String) throws(ArchiveError) -> StoredRecord {
        do throws(RecordFileError) {
            return try record(bytes)
        } catch {
            throw error.archiveError(path)
        }
    }

    private static func record(_ bytes: UnsafeRawBufferPointer) throws(RecordFileError) -> StoredRecord {
        let entries = try RecordFile.entries(bytes)
        func section(_ kind: RecordFile.Kind) throws(RecordFileError) -> [UInt8] {
            try RecordFile.content(kind, among: entries, of: bytes)
        }
        let small = try section(.facts)
        let facts: RecordFacts
        do throws(ArchiveError) {
            facts = try ArchiveJSON.decode(RecordFacts.self, from: small, path: "")
        } catch {
            guard case .damaged(_, let reason) = error else { throw .damaged("\(error)") }
            throw .damaged(reason)
        }
        guard facts.schema <= AnalyzedMeeting.schema else { throw .tooNew(facts.schema) }
        let (names, words) = try tables(section(.words))
        let texts = try texts(section(.places), entries, bytes)
        var reader = RecordReading(names: names, words: WordCodeReader(words))
        let parts = try section(.remarks)
        let remarks = try reading(parts) { bytes throws(RecordFileError) in try reader.remarks(bytes, texts) }
        let found = try section(.findings)
        let findings = try reading(found) { bytes throws(RecordFileError) in try reader.findings(bytes, remarks, texts)
        }
        return facts.record(remarks: remarks, segments: reader.segments, findings: findings)
    }

    /// Typed errors through a closure of the library.
    static func reading<Value>(
        _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws(RecordFileError) -> Value
    ) throws(RecordFileError) -> Value {
        let result: Result<Value, RecordFileError> = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(RecordFileError) in try body(buffer) }
        }
        return try result.get()
    }

    private static func tables(_ bytes: [UInt8]) throws(RecordFileError) -> (names: [String], words: [String]) {
        try reading(bytes) { buffer throws(RecordFileError) in
            var reader = ColumnReader(buffer)
            let names = try WordTable.texts(&reader)
            return (names, try WordTable.texts(&reader))
        }
    }

    /// Ids and texts of all remarks.
    struct Texts {
        var places: RecordPlaces
        /// All texts, one behind the other, and where each begins.
        var bytes: [UInt8]
        var starts: [Int]

        func text(_ place: Int) -> String { text(place, 0..<places.lengths[place]) }

        func text(_ place: Int, _ range: Range<Int>) -> String {
            let start = starts[place]
            return bytes.withUnsafeBufferPointer { buffer in
                String(
                    decoding: UnsafeBufferPointer(
                        rebasing: buffer[start + range.lowerBound..<start + range.upperBound]), as: UTF8.self)
            }
        }
    }

    private static func texts(
        _ section: [UInt8], _ entries: [RecordFile.Entry], _ bytes: UnsafeRawBufferPointer
    ) throws(RecordFileError) -> Texts {
        let blocks = entries.filter { $0.kind == .texts }
        let places = try RecordPlaces(section, blocks: blocks)
        var all: [UInt8] = []
        if blocks.count == 1 {
            all = try RecordFile.content(blocks[0], of: bytes)
        } else {
            all.reserveCapacity(blocks.reduce(0) { $0 + $1.length })
            for block in blocks { all += try RecordFile.content(block, of: bytes) }
        }
        var starts: [Int] = []
        starts.reserveCapacity(places.lengths.count)
        var start = 0
        for length in places.lengths {
            starts.append(start)
            start += length
        }
        return Texts(places: places, bytes: all, starts: starts)
    }
}

/// Which remarks a file holds, how long their texts are, and in which block each stands.
struct RecordPlaces {
    /// Bytes of each text.
    private(set) var lengths: [Int] = []
    /// Packed; `PackedID.other` for one that stands elsewhere.
    private(set) var ids: [UInt64] = []
    /// Remarks of each block.
    private(set) var blocks: [Range<Int>] = []

    /// - Parameter entries: the sections that hold texts; their lengths have to be those of the remarks.
    init(_ section: [UInt8], blocks entries: [RecordFile.Entry]) throws(RecordFileError) {
        self = try RecordDecoder.reading(section) { bytes throws(RecordFileError) in
            try RecordPlaces(bytes, entries)
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ entries: [RecordFile.Entry]) throws(RecordFileError) {
        var reader = ColumnReader(bytes)
        // A length and an id.
        let count = try reader.count(of: 9)
        let blockCount = try reader.count()
        guard blockCount == entries.count else { throw .damaged("発言のまとまりの数が合いません") }
        var first = 0
        for _ in 0..<blockCount {
            let size = try reader.number()
            guard size >= 0, size <= count - first else { throw .damaged("発言のまとまりの数が合いません") }
            blocks.append(first..<first + size)
            first += size
        }
        guard first == count else { throw .damaged("発言の数が合いません") }
        lengths.reserveCapacity(count)
        for (block, entry) in zip(blocks, entries) {
            var rest = entry.length
            for _ in block {
                let length = try reader.number()
                guard length >= 0, length <= rest else { throw .damaged("発言の長さが合いません") }
                rest -= length
                lengths.append(length)
            }
            guard rest == 0 else { throw .damaged("発言の長さが合いません") }
        }
        ids.reserveCapacity(count)
        for _ in 0..<count { ids.append(try reader.whole()) }
        guard reader.rest == 0 else { throw .damaged("余分なデータがあります") }
        for id in ids where id != PackedID.other && id >> 60 != 0 { throw .damaged("発言の番号が合いません") }
    }
}
