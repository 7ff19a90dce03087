/// The places of one term as they stand in a segment. Holds pointers into the segment: use it while the segment lives.
struct PostingList {
    enum Header {
        static let widthMask: UInt16 = 31
        static let begins: UInt16 = 5
        static let ends: UInt16 = 7
        static let continues: UInt16 = 1 << 9
        /// How a flag is kept.
        static let none: UInt8 = 0
        static let all: UInt8 = 1
        static let mixed: UInt8 = 2
    }

    let count: Int
    let blockCount: Int
    /// `blockCount` numbers; for a single block what stands before it.
    private let bases: UnsafeRawPointer
    private let offsets: UnsafeRawPointer
    private let impacts: UnsafePointer<UInt8>
    private let blocks: UnsafeRawPointer
    /// Bytes of the blocks, and how many may be read behind them.
    private let length: Int

    /// - Parameter bytes: the list and, readable behind it, `SegmentLayout.slack` bytes.
    /// - Returns: `nil` when they are too few.
    init?(_ bytes: UnsafeRawBufferPointer, count: Int) {
        guard let base = bytes.baseAddress, count > 0 else { return nil }
        self.count = count
        blockCount = (count &+ PostingEncoder.blockSize &- 1) / PostingEncoder.blockSize
        bases = base
        let head = blockCount == 1 ? 4 : blockCount * 9
        guard head < bytes.count else { return nil }
        offsets = base + blockCount * 4
        impacts = (base + blockCount * 8).assumingMemoryBound(to: UInt8.self)
        blocks = base + head
        length = bytes.count - head
    }

    /// Position of the first place of a block.
    @inline(__always)
    func base(_ block: Int) -> UInt32 {
        UInt32(littleEndian: bases.loadUnaligned(fromByteOffset: block &* 4, as: UInt32.self))
    }

    /// Not below the share of any remark whose first place stands in the block. Not for lists of one block.
    @inline(__always)
    func impact(_ block: Int) -> UInt8 { blockCount > 1 ? impacts[block] : .max }

    /// Not below the share of any remark that has a place in the block.
    func mostImpact(_ block: Int) -> UInt8 {
        guard blockCount > 1 else { return .max }
        guard continues(block) else { return impacts[block] }
        guard block > 0, !continues(block &- 1) else { return .max }
        return max(impacts[block], impacts[block &- 1])
    }

    @inline(__always)
    private func offset(_ block: Int) -> Int {
        if block >= blockCount { return length }
        if blockCount == 1 { return 0 }
        return Int(UInt32(littleEndian: offsets.loadUnaligned(fromByteOffset: block &* 4, as: UInt32.self)))
    }

    /// Whether the first place of a block belongs to a remark that begins in the block before.
    @inline(__always)
    func continues(_ block: Int) -> Bool {
        let start = offset(block)
        guard start <= length &- 2 else { return false }
        let header = UInt16(littleEndian: blocks.loadUnaligned(fromByteOffset: start, as: UInt16.self))
        return header & Header.continues != 0
    }

    /// Reads the places of a block.
    /// - Parameter places: room for a block.
    /// - Returns: how many; fewer than were written when the block is not well formed.
    @inline(__always)
    func read(_ block: Int, into places: UnsafeMutablePointer<UInt32>) -> Int {
        let (start, end) = (offset(block), offset(block &+ 1))
        guard start >= 0, end <= length, start &+ 2 <= end else { return 0 }
        let count = min(PostingEncoder.blockSize, self.count &- block &* PostingEncoder.blockSize)
        let header = UInt16(littleEndian: blocks.loadUnaligned(fromByteOffset: start, as: UInt16.self))
        let width = Int(header & Header.widthMask)
        let begins = UInt8(truncatingIfNeeded: header &>> Header.begins) & 3
        let ends = UInt8(truncatingIfNeeded: header &>> Header.ends) & 3
        var offset = start &+ 2
        let flagLength = (count &+ 7) &>> 3
        let begun = offset
        if begins == Header.mixed { offset &+= flagLength }
        let ended = offset
        if ends == Header.mixed { offset &+= flagLength }
        let upper = offset &+ (count &* width &+ 7) &>> 3
        guard upper < end else { return 0 }
        var constant: UInt32 = 0
        if begins == Header.all { constant |= Occurrence.begins }
        if ends == Header.all { constant |= Occurrence.ends }
        let base = self.base(block) &<< 2 | constant
        let lower = blocks + offset
        let mask = (UInt64(1) &<< UInt64(width)) &- 1
        var at = upper
        var word = UInt64(littleEndian: blocks.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        // High part of a value: its bit less its number.
        var before = 0
        var index = 0
        var bit = 0
        while index < count {
            while word == 0 {
                at &+= 8
                guard at < end else { return finish(index, places, begins, begun, ends, ended) }
                before &+= 64
                word = UInt64(littleEndian: blocks.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            }
            let high = UInt32(truncatingIfNeeded: before &+ word.trailingZeroBitCount &- index)
            word &= word &- 1
            let low = UInt64(littleEndian: lower.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self))
            let value = high &<< UInt32(width) | UInt32(truncatingIfNeeded: low &>> UInt64(bit & 7) & mask)
            places[index] = base &+ value &<< 2
            bit &+= width
            index &+= 1
        }
        return finish(count, places, begins, begun, ends, ended)
    }

    /// The place at a position, if it stands in a block; reads no more of the block than it must.
    func place(at position: UInt32, inBlock block: Int) -> UInt32? {
        let (start, end) = (offset(block), offset(block &+ 1))
        guard start >= 0, end <= length, start &+ 2 <= end, position >= base(block) else { return nil }
        let count = min(PostingEncoder.blockSize, self.count &- block &* PostingEncoder.blockSize)
        let header = UInt16(littleEndian: blocks.loadUnaligned(fromByteOffset: start, as: UInt16.self))
        let width = Int(header & Header.widthMask)
        let begins = UInt8(truncatingIfNeeded: header &>> Header.begins) & 3
        let ends = UInt8(truncatingIfNeeded: header &>> Header.ends) & 3
        let flagLength = (count &+ 7) &>> 3
        let begun = start &+ 2
        let ended = begins == Header.mixed ? begun &+ flagLength : begun
        let lower = ends == Header.mixed ? ended &+ flagLength : ended
        let upper = lower &+ (count &* width &+ 7) &>> 3
        guard upper < end else { return nil }
        let distance = position &- base(block)
        let high = Int(distance &>> UInt32(width))
        let low = distance & ((UInt32(1) &<< UInt32(width)) &- 1)
        // Behind as many zeros as the upper part says stand the places that have it.
        var bit = 0
        if high > 0 {
            var left = high
            var at = upper
            while true {
                guard at < end else { return nil }
                var zeros = ~UInt64(littleEndian: blocks.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                let found = zeros.nonzeroBitCount
                if found < left {
                    left &-= found
                    at &+= 8
                    bit &+= 64
                    continue
                }
                while left > 1 {
                    zeros &= zeros &- 1
                    left &-= 1
                }
                bit &+= zeros.trailingZeroBitCount &+ 1
                break
            }
        }
        var index = bit &- high
        let mask = (UInt64(1) &<< UInt64(width)) &- 1
        while index < count {
            let at = upper &+ (index &+ high) &>> 3
            guard at < end,
                blocks.loadUnaligned(fromByteOffset: at, as: UInt8.self) &>> UInt8((index &+ high) & 7) & 1 == 1
            else { return nil }
            let place = index &* width
            let word = UInt64(
                littleEndian: blocks.loadUnaligned(fromByteOffset: lower &+ place &>> 3, as: UInt64.self))
            let found = UInt32(truncatingIfNeeded: word &>> UInt64(place & 7) & mask)
            if found == low {
                var flags: UInt32 = 0
                if flag(begins, begun, index) { flags |= Occurrence.begins }
                if flag(ends, ended, index) { flags |= Occurrence.ends }
                return position &<< 2 | flags
            }
            if found > low { return nil }
            index &+= 1
        }
        return nil
    }

    @inline(__always)
    private func flag(_ mode: UInt8, _ offset: Int, _ index: Int) -> Bool {
        if mode != Header.mixed { return mode == Header.all }
        return blocks.loadUnaligned(fromByteOffset: offset &+ index &>> 3, as: UInt8.self) &>> UInt8(index & 7) & 1 == 1
    }

    /// The last block that does not begin behind a position, at `from` or later: galloping, then halving.
    @inline(__always)
    func block(of position: UInt32, from: Int) -> Int {
        var low = from
        var step = 1
        while low &+ step < blockCount, base(low &+ step) <= position {
            low &+= step
            step &<<= 1
        }
        var high = min(low &+ step, blockCount)
        while low &+ 1 < high {
            let middle = (low &+ high) / 2
            if base(middle) <= position { low = middle } else { high = middle }
        }
        return low
    }

    /// Sets the flags that differ in a block.
    @inline(__always)
    private func finish(
        _ count: Int, _ places: UnsafeMutablePointer<UInt32>, _ begins: UInt8, _ begun: Int, _ ends: UInt8, _ ended: Int
    ) -> Int {
        if begins == Header.mixed { set(Occurrence.begins, count, places, begun) }
        if ends == Header.mixed { set(Occurrence.ends, count, places, ended) }
        return count
    }

    @inline(__always)
    private func set(_ flag: UInt32, _ count: Int, _ places: UnsafeMutablePointer<UInt32>, _ offset: Int) {
        for index in 0..<count {
            let byte = blocks.loadUnaligned(fromByteOffset: offset &+ index &>> 3, as: UInt8.self)
            places[index] |= UInt32(byte &>> UInt8(index & 7) & 1) &* flag
        }
    }
}
