/// Writes the places of a term, in blocks after Elias and Fano. `FORMAT.md` says how; `PostingList` reads them.
struct PostingEncoder {
    /// Places of a block.
    static let blockSize = 128
    /// Bytes of a block at most: header, flags, lower bits, upper bits.
    private static let longestBlock = 2 + 32 + 128 * 4 + 64

    private var blocks = ByteWriter()
    private var bases: [UInt32] = []
    private var offsets: [UInt32] = []
    private var impacts: [UInt8] = []
    /// Whether the first place of a block belongs to a remark that begins in the one before.
    private var continues: [Bool] = []

    /// Remarks a list touches.
    static func remarkCount(_ places: UnsafeBufferPointer<UInt32>, _ starts: RemarkStarts) -> Int {
        var count = 0
        var end: UInt32 = 0
        for place in places where Occurrence.position(place) >= end {
            end = starts.end(starts.remark(at: Occurrence.position(place)))
            count &+= 1
        }
        return count
    }

    /// - Parameters:
    ///   - places: `Occurrence`s, ascending, at least one.
    ///   - starts: `nil` for a segment that is merged before it is searched: no impacts, no number of remarks.
    /// - Returns: the number of remarks they stand in.
    mutating func append(
        _ places: UnsafeBufferPointer<UInt32>, flags: OccurrenceFlags, starts: RemarkStarts?, to out: inout ByteWriter
    ) -> Int {
        guard let starts else {
            appendPlain(places, flags: flags, to: &out)
            return 0
        }
        if places.count <= Self.blockSize {
            out.append(Occurrence.position(places[0]))
            appendBlock(places, flags: flags, continues: false, to: &out)
            return Self.remarkCount(places, starts)
        }
        let count = (places.count + Self.blockSize - 1) / Self.blockSize
        let remarks = weigh(places, blocks: count, starts: starts)
        appendBlocks(places, count: count, flags: flags, to: &out)
        return remarks
    }

    /// First position, offset and impact of each block, then the blocks.
    private mutating func appendBlocks(
        _ places: UnsafeBufferPointer<UInt32>, count: Int, flags: OccurrenceFlags, to out: inout ByteWriter
    ) {
        blocks.removeAll()
        bases.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        for block in 0..<count {
            let first = block * Self.blockSize
            let part = UnsafeBufferPointer(rebasing: places[first..<min(places.count, first + Self.blockSize)])
            bases.append(Occurrence.position(part[0]))
            offsets.append(UInt32(truncatingIfNeeded: blocks.count))
            appendBlock(part, flags: flags, continues: continues[block], to: &blocks)
        }
        for base in bases { out.append(base) }
        for offset in offsets { out.append(offset) }
        out.append(impacts)
        out.append(blocks.bytes)
    }

    /// Appends ordinals of remarks in the form of places.
    /// - Parameter places: ordinals, four times each.
    mutating func append(ordinals places: UnsafeBufferPointer<UInt32>, to out: inout ByteWriter) {
        appendPlain(places, flags: .none, to: &out)
    }

    /// Without impacts.
    private mutating func appendPlain(
        _ places: UnsafeBufferPointer<UInt32>, flags: OccurrenceFlags, to out: inout ByteWriter
    ) {
        if places.count <= Self.blockSize {
            out.append(Occurrence.position(places[0]))
            appendBlock(places, flags: flags, continues: false, to: &out)
        } else {
            let count = (places.count + Self.blockSize - 1) / Self.blockSize
            impacts = [UInt8](repeating: 0, count: count)
            continues = [Bool](repeating: false, count: count)
            appendBlocks(places, count: count, flags: flags, to: &out)
        }
    }

    /// The impact of each block: the largest share of a remark whose first place stands in it.
    private mutating func weigh(_ places: UnsafeBufferPointer<UInt32>, blocks: Int, starts: RemarkStarts) -> Int {
        impacts.removeAll(keepingCapacity: true)
        impacts.append(contentsOf: repeatElement(0, count: blocks))
        continues.removeAll(keepingCapacity: true)
        continues.append(contentsOf: repeatElement(false, count: blocks))
        var remarks = 0
        var index = 0
        while index < places.count {
            let remark = starts.remark(at: Occurrence.position(places[index]))
            let end = starts.end(remark)
            let block = index / Self.blockSize
            var (count, quality): (Float, Float) = (0, 0)
            repeat {
                let weight = PhraseMatches.weight(places[index])
                count += weight
                quality = max(quality, weight)
                index &+= 1
            } while index < places.count && Occurrence.position(places[index]) < end
            let impact = Relevance.impact(
                Relevance.share(count: count, quality: quality, characters: starts.characters(remark)))
            impacts[block] = max(impacts[block], impact)
            var next = block + 1
            while next * Self.blockSize < index {
                continues[next] = true
                next += 1
            }
            remarks &+= 1
        }
        return remarks
    }

    /// Header (UInt16: bits of a lower part, how flags are kept, whether it continues a remark), flags where they differ,
    /// lower parts, upper parts.
    private func appendBlock(
        _ places: UnsafeBufferPointer<UInt32>, flags: OccurrenceFlags, continues: Bool, to out: inout ByteWriter
    ) {
        let count = places.count
        let base = Occurrence.position(places[0])
        let range = Occurrence.position(places[count - 1]) &- base
        let share = range / UInt32(truncatingIfNeeded: count)
        let width = share == 0 ? 0 : 31 - share.leadingZeroBitCount
        withUnsafeTemporaryAllocation(byteCount: Self.longestBlock, alignment: 8) { raw in
            raw.initializeMemory(as: UInt8.self, repeating: 0)
            var offset = 2
            var header = UInt16(width) | (continues ? PostingList.Header.continues : 0)
            let (begins, begun) = Self.flags(places, Occurrence.begins, kept: flags.keepsBegins)
            header |= UInt16(begins) << PostingList.Header.begins
            if begins == PostingList.Header.mixed { Self.store(begun, count, raw, &offset) }
            let (ends, ended) = Self.flags(places, Occurrence.ends, kept: flags.keepsEnds)
            header |= UInt16(ends) << PostingList.Header.ends
            if ends == PostingList.Header.mixed { Self.store(ended, count, raw, &offset) }
            raw.storeBytes(of: header.littleEndian, as: UInt16.self)
            let mask = (UInt32(1) << UInt32(width)) &- 1
            let upper = offset + (count * width + 7) / 8
            for index in 0..<count {
                let value = Occurrence.position(places[index]) &- base
                if width > 0 {
                    let bit = index &* width
                    let at = offset &+ bit &>> 3
                    let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                    raw.storeBytes(
                        of: word | UInt64(value & mask) &<< UInt64(bit & 7), toByteOffset: at, as: UInt64.self)
                }
            }
            // The lower parts may have spilled nothing but zeros into what follows.
            for index in 0..<count {
                let value = Occurrence.position(places[index]) &- base
                let bit = Int(value &>> UInt32(width)) &+ index
                raw[upper &+ bit &>> 3] |= 1 &<< UInt8(bit & 7)
            }
            let length = upper + (Int(range >> UInt32(width)) + count + 7) / 8
            out.append(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(raw)[..<length]))
        }
    }

    /// How one flag of a block is kept, and its bits.
    private static func flags(
        _ places: UnsafeBufferPointer<UInt32>, _ flag: UInt32, kept: Bool
    ) -> (mode: UInt8, bits: (UInt64, UInt64)) {
        guard kept else { return (PostingList.Header.all, (0, 0)) }
        var bits: (UInt64, UInt64) = (0, 0)
        for index in 0..<min(64, places.count) where places[index] & flag != 0 { bits.0 |= 1 << UInt64(index) }
        for index in 64..<max(64, places.count) where places[index] & flag != 0 { bits.1 |= 1 << UInt64(index - 64) }
        switch bits.0.nonzeroBitCount + bits.1.nonzeroBitCount {
        case 0: return (PostingList.Header.none, bits)
        case places.count: return (PostingList.Header.all, bits)
        default: return (PostingList.Header.mixed, bits)
        }
    }

    private static func store(
        _ bits: (UInt64, UInt64), _ count: Int, _ raw: UnsafeMutableRawBufferPointer, _ offset: inout Int
    ) {
        raw.storeBytes(of: bits.0.littleEndian, toByteOffset: offset, as: UInt64.self)
        if count > 64 { raw.storeBytes(of: bits.1.littleEndian, toByteOffset: offset + 8, as: UInt64.self) }
        offset += (count + 7) / 8
    }
}

/// Which flags of a term's occurrences are kept; the others count as set.
struct OccurrenceFlags {
    let keepsBegins: Bool
    let keepsEnds: Bool

    /// Before punctuation and blanks a word always may begin; whether one ends is of use behind kanji, katakana, Latin
    /// letters and digits.
    init(key: UInt64) {
        keepsBegins = WordBoundary.isLetter(Bigram.first(of: key))
        keepsEnds = WordBoundary.isCompact(Bigram.second(of: key))
    }

    private init(keepsBegins: Bool, keepsEnds: Bool) {
        self.keepsBegins = keepsBegins
        self.keepsEnds = keepsEnds
    }

    static let none = OccurrenceFlags(keepsBegins: false, keepsEnds: false)

    /// Flags that are not kept.
    var implied: UInt32 { (keepsBegins ? 0 : Occurrence.begins) | (keepsEnds ? 0 : Occurrence.ends) }
}
