import MinutesModel

/// `actions/head`: what the index was made of, and where its parts lie. Whoever has read it knows all files it names;
/// a new state of the index is a new head.
struct ActionIndexHead {
    static let magic: UInt64 = 0x3144_4145_484b_4a47  // GJKHEAD1

    struct Segment: Hashable {
        /// The file is `<number>.seg`.
        var number: UInt64
        var length: Int
        var wordsStart: Int
        var checksum: UInt64
        /// Meetings of it that stand elsewhere by now, or nowhere.
        var dead: Set<Int> = []
    }

    var catalog = FileStamp.none
    var reviews = FileStamp.none
    var segments: [Segment] = []
    var nextNumber: UInt64 = 1
    /// What people rejected, and the item each was.
    var rejected: [ActionExpression: String] = [:]
    /// Decided items whose meeting is not in the archive, and the meeting that says the same, if one does.
    var homeless: [String: String] = [:]

    func bytes() -> [UInt8] {
        var body = IndexBytes()
        catalog.write(to: &body)
        reviews.write(to: &body)
        body.add(nextNumber)
        body.add(UInt32(segments.count))
        for segment in segments {
            body.add(segment.number)
            body.add(UInt64(segment.length))
            body.add(UInt64(segment.wordsStart))
            body.add(segment.checksum)
            body.add(UInt32(segment.dead.count))
            for place in segment.dead.sorted() { body.add(UInt32(place)) }
        }
        let taught = rejected.sorted { ($0.value, $0.key.act) < ($1.value, $1.key.act) }
        body.add(UInt32(taught.count))
        for (expression, item) in taught { body.add([expression.cue, expression.object, expression.act, item]) }
        body.add(UInt32(homeless.count))
        for (item, meeting) in homeless.sorted(by: { $0.key < $1.key }) { body.add([item, meeting]) }
        var head = IndexBytes()
        head.add(Self.magic)
        head.add(body.bytes.withUnsafeBytes { IndexChecksum.of($0) })
        return head.bytes + body.bytes
    }

    init() {}

    init(_ bytes: [UInt8]) throws(ActionIndexError) {
        let result: Result<ActionIndexHead, ActionIndexError> = bytes.withUnsafeBytes { raw in
            Result { () throws(ActionIndexError) in try ActionIndexHead(reading: raw) }
        }
        self = try result.get()
    }

    private init(reading bytes: UnsafeRawBufferPointer) throws(ActionIndexError) {
        var reader = IndexReader(bytes)
        guard try reader.long() == Self.magic else { throw .otherFormat }
        let checksum = try reader.long()
        guard IndexChecksum.of(UnsafeRawBufferPointer(rebasing: bytes[16...])) == checksum else {
            throw .damaged("項目の索引の見出しが壊れています")
        }
        catalog = try FileStamp(from: &reader)
        reviews = try FileStamp(from: &reader)
        nextNumber = try reader.long()
        for _ in 0..<(try reader.count(of: 36)) {
            var segment = Segment(
                number: try reader.long(), length: try reader.place(), wordsStart: try reader.place(),
                checksum: try reader.long())
            for _ in 0..<(try reader.count(of: 4)) { segment.dead.insert(Int(try reader.word())) }
            segments.append(segment)
        }
        for _ in 0..<(try reader.count(of: 20)) {
            let names = try reader.texts()
            guard names.count == 4 else { throw .damaged("除外した表現が合いません") }
            rejected[ActionExpression(cue: names[0], object: names[1], act: names[2])] = names[3]
        }
        for _ in 0..<(try reader.count(of: 12)) {
            let names = try reader.texts()
            guard names.count == 2 else { throw .damaged("会議のない項目が合いません") }
            homeless[names[0]] = names[1]
        }
    }
}
