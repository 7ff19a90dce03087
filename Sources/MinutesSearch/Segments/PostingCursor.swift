/// Walks over the postings of one bigram. Holds pointers into the segment: use it while the segment lives.
struct PostingCursor {
    private let remarks: UnsafeBufferPointer<UInt8>
    private let places: UnsafeBufferPointer<UInt8>
    private var remarkOffset = 0
    private var placeOffset = 0
    /// Places of remarks that were passed over and are not read yet.
    private var behind = 0
    /// One past the last remark of the segment.
    private let end: UInt32
    /// The remark it stands at; `end` when there are no more.
    private(set) var remark: UInt32 = 0
    /// How often the bigram occurs there.
    private(set) var count = 0

    init(remarks: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<UInt8>, end: UInt32) {
        self.remarks = remarks
        self.places = places
        self.end = end
    }

    /// Goes to the first or the next remark.
    /// - Returns: whether there is one.
    @inline(__always)
    mutating func next() -> Bool {
        guard remarkOffset < remarks.count else {
            remark = end
            return false
        }
        behind += count
        let step = Self.varint(remarks, &remarkOffset)
        remark = min(remark &+ step >> 1, end)
        count = step & 1 == 1 ? 1 : Int(Self.varint(remarks, &remarkOffset))
        return remark < end
    }

    /// Goes on to the first remark not before `target`.
    @inline(__always)
    mutating func advance(to target: UInt32) -> Bool {
        while remark < target { if !next() { return false } }
        return remark < end
    }

    /// The places in the remark it stands at; once a remark.
    @inline(__always)
    mutating func readPlaces(_ body: (_ position: UInt32, _ flags: UInt32) -> Void) {
        skipPlaces()
        var position: UInt32 = 0
        for _ in 0..<count {
            guard placeOffset < places.count else { break }
            let step = Self.varint(places, &placeOffset)
            position &+= step >> 2
            body(position, step & 3)
        }
        count = 0
    }

    /// Counts ends of numbers, eight bytes a step.
    @inline(__always)
    private mutating func skipPlaces() {
        guard behind > 0 else { return }
        let raw = UnsafeRawBufferPointer(places)
        while behind > 8, placeOffset + 8 <= raw.count {
            let word = raw.loadUnaligned(fromByteOffset: placeOffset, as: UInt64.self)
            behind -= (~word & 0x8080_8080_8080_8080).nonzeroBitCount
            placeOffset += 8
        }
        while behind > 0, placeOffset < places.count {
            if places[placeOffset] < 0x80 { behind -= 1 }
            placeOffset += 1
        }
    }

    @inline(__always)
    private static func varint(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> UInt32 {
        guard offset < bytes.count else { return 0 }
        var byte = bytes[offset]
        offset += 1
        if byte < 0x80 { return UInt32(byte) }
        var value = UInt32(byte & 0x7F)
        var shift: UInt32 = 7
        while offset < bytes.count, shift < 35 {
            byte = bytes[offset]
            offset += 1
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return value
    }
}
