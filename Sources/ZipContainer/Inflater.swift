/// The state of one expansion. Reads 64 bits at a time, writes into memory of the expected size.
struct Inflater {
    private let input: UnsafeBufferPointer<UInt8>
    private let output: UnsafeMutableBufferPointer<UInt8>
    private var position = 0
    private var written = 0
    /// Bits that were read and not used; the next one is the lowest.
    private var bits: UInt64 = 0
    private var bitCount = 0
    /// Zero bits made up behind the end of the input. Using one of them is an error.
    private var madeUp = 0

    init(input: UnsafeBufferPointer<UInt8>, output: UnsafeMutableBufferPointer<UInt8>) {
        self.input = input
        self.output = output
    }

    mutating func run() throws(Inflate.Failure) {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try stored()
            case 1: try coded(Self.fixedLiterals, Self.fixedDistances)
            case 2:
                let (literals, distances) = try dynamicTables()
                try coded(literals, distances)
            default: throw .badBlock
            }
        }
        if written < output.count { throw .tooShort }
    }

    // MARK: Bits

    /// At least 56 bits stand ready afterwards; behind the end of the input they are zeros.
    @inline(__always) private mutating func refill() {
        if position &+ 8 <= input.count {
            let word = UnsafeRawPointer(input.baseAddress!).loadUnaligned(fromByteOffset: position, as: UInt64.self)
            bits |= UInt64(littleEndian: word) << UInt64(truncatingIfNeeded: bitCount)
            let taken = (63 &- bitCount) >> 3
            position &+= taken
            bitCount &+= taken << 3
        } else {
            refillAtEnd()
        }
    }

    private mutating func refillAtEnd() {
        while bitCount <= 56 {
            if position < input.count {
                bits |= UInt64(input[position]) << UInt64(bitCount)
                position += 1
            } else {
                madeUp += 8
            }
            bitCount += 8
        }
    }

    @inline(__always) private mutating func drop(_ count: Int) {
        bits >>= UInt64(truncatingIfNeeded: count)
        bitCount &-= count
    }

    private mutating func take(_ count: Int) throws(Inflate.Failure) -> Int {
        refill()
        let value = Int(truncatingIfNeeded: bits & (1 << UInt64(count) - 1))
        drop(count)
        if bitCount < madeUp { throw .truncated }
        return value
    }

    // MARK: Blocks

    private mutating func stored() throws(Inflate.Failure) {
        drop(bitCount & 7)
        let length = try take(16)
        let complement = try take(16)
        guard length == ~complement & 0xFFFF else { throw .badBlock }
        // What was read ahead goes back.
        position -= (bitCount - madeUp) / 8
        bits = 0
        bitCount = 0
        madeUp = 0
        guard length <= input.count - position else { throw .truncated }
        guard length <= output.count - written else { throw .tooLong }
        if length > 0 {
            (output.baseAddress! + written).update(from: input.baseAddress! + position, count: length)
        }
        position += length
        written += length
    }

    private mutating func dynamicTables() throws(Inflate.Failure) -> (literals: HuffmanTable, distances: HuffmanTable) {
        let literalCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let codeCount = try take(4) + 4
        guard literalCount <= 286, distanceCount <= 30 else { throw .badBlock }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for index in 0..<codeCount { codeLengths[DeflateCode.codeLengthOrder[index]] = UInt8(try take(3)) }
        guard
            let codes = HuffmanTable(
                lengths: codeLengths[...], primaryBits: 7, entry: { HuffmanTable.literal | UInt32($0) << 16 })
        else { throw .badBlock }
        var lengths = [UInt8](repeating: 0, count: literalCount + distanceCount)
        var index = 0
        while index < lengths.count {
            refill()
            let entry = codes.entries[Int(bits & 127)]
            guard entry & HuffmanTable.kindMask == HuffmanTable.literal else { throw .badCode }
            drop(Int(entry & 15))
            let symbol = Int(entry >> 16)
            if symbol < 16 {
                lengths[index] = UInt8(symbol)
                index += 1
                continue
            }
            var value: UInt8 = 0
            let count: Int
            switch symbol {
            case 16:
                guard index > 0 else { throw .badBlock }
                value = lengths[index - 1]
                count = try take(2) + 3
            case 17: count = try take(3) + 3
            default: count = try take(7) + 11
            }
            guard index + count <= lengths.count else { throw .badBlock }
            for place in index..<index + count { lengths[place] = value }
            index += count
        }
        if bitCount < madeUp { throw .truncated }
        guard lengths[DeflateCode.endOfBlock] > 0 else { throw .badBlock }
        guard let literals = Self.literalTable(lengths[..<literalCount]),
            let distances = Self.distanceTable(lengths[literalCount...])
        else { throw .badBlock }
        return (literals, distances)
    }

    private mutating func coded(_ literals: HuffmanTable, _ distances: HuffmanTable) throws(Inflate.Failure) {
        var failure: Inflate.Failure?
        literals.entries.withUnsafeBufferPointer { literalEntries in
            distances.entries.withUnsafeBufferPointer { distanceEntries in
                failure = block(literalEntries, literals.secondMask, distanceEntries, distances.secondMask)
            }
        }
        if let failure { throw failure }
    }

    /// Reads symbols up to the end of the block.
    private mutating func block(
        _ literals: UnsafeBufferPointer<UInt32>, _ literalMask: Int, _ distances: UnsafeBufferPointer<UInt32>,
        _ distanceMask: Int
    ) -> Inflate.Failure? {
        guard let start = output.baseAddress else {
            return output.isEmpty ? emptyBlock(literals, literalMask) : .badBlock
        }
        let limit = output.count
        while true {
            refill()
            // 56 bits: a literal code (15) with extra (5), a distance code (15) with extra (13) are 48.
            var entry = literals[Int(truncatingIfNeeded: bits & Self.literalIndexMask)]
            if entry & HuffmanTable.kindMask == HuffmanTable.link {
                let rest = Int(truncatingIfNeeded: bits >> UInt64(Self.literalBits)) & literalMask
                entry = literals[Int(entry >> 16) &+ rest]
            }
            drop(Int(entry & 15))
            if entry & HuffmanTable.kindMask == HuffmanTable.literal {
                guard written < limit else { return bitCount < madeUp ? .truncated : .tooLong }
                start[written] = UInt8(truncatingIfNeeded: entry >> 16)
                written &+= 1
                // The made-up zeros run out of the output sooner or later; checked here they would cost every byte.
                continue
            }
            if bitCount < madeUp { return .truncated }
            guard entry & HuffmanTable.kindMask == HuffmanTable.base else {
                return entry & HuffmanTable.kindMask == HuffmanTable.endOfBlock ? nil : .badCode
            }
            let lengthExtra = Int((entry >> 4) & 15)
            let length = Int(entry >> 16) &+ Int(truncatingIfNeeded: bits & (1 << UInt64(lengthExtra) &- 1))
            drop(lengthExtra)
            var far = distances[Int(truncatingIfNeeded: bits & Self.distanceIndexMask)]
            if far & HuffmanTable.kindMask == HuffmanTable.link {
                let rest = Int(truncatingIfNeeded: bits >> UInt64(Self.distanceBits)) & distanceMask
                far = distances[Int(far >> 16) &+ rest]
            }
            guard far & HuffmanTable.kindMask == HuffmanTable.base else { return .badCode }
            drop(Int(far & 15))
            let farExtra = Int((far >> 4) & 15)
            let distance = Int(far >> 16) &+ Int(truncatingIfNeeded: bits & (1 << UInt64(farExtra) &- 1))
            drop(farExtra)
            if bitCount < madeUp { return .truncated }
            guard distance <= written else { return .badDistance }
            guard length <= limit &- written else { return .tooLong }
            copy(start + written, distance: distance, length: length, room: limit &- written)
            written &+= length
        }
    }

    @inline(__always)
    private func copy(_ target: UnsafeMutablePointer<UInt8>, distance: Int, length: Int, room: Int) {
        let source = target - distance
        if distance >= 8, length &+ 8 <= room {
            // Eight bytes at a time, up to seven too many, which the next symbols overwrite.
            var offset = 0
            let from = UnsafeRawPointer(source)
            let to = UnsafeMutableRawPointer(target)
            repeat {
                to.storeBytes(
                    of: from.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset,
                    as: UInt64.self)
                offset &+= 8
            } while offset < length
            return
        }
        for offset in 0..<length { target[offset] = source[offset] }
    }

    /// A block of a stream that expands to nothing: only its end may stand there.
    private mutating func emptyBlock(_ literals: UnsafeBufferPointer<UInt32>, _ literalMask: Int) -> Inflate.Failure? {
        refill()
        var entry = literals[Int(truncatingIfNeeded: bits & Self.literalIndexMask)]
        if entry & HuffmanTable.kindMask == HuffmanTable.link {
            entry = literals[Int(entry >> 16) + Int(truncatingIfNeeded: bits >> UInt64(Self.literalBits)) & literalMask]
        }
        drop(Int(entry & 15))
        if bitCount < madeUp { return .truncated }
        return entry & HuffmanTable.kindMask == HuffmanTable.endOfBlock ? nil : .tooLong
    }

    // MARK: Tables

    private static let literalBits = 11
    private static let distanceBits = 9
    private static let literalIndexMask: UInt64 = 1 << 11 - 1
    private static let distanceIndexMask: UInt64 = 1 << 9 - 1

    private static let fixedLiterals = literalTable(DeflateCode.fixedLiteralLengths[...])!
    /// Codes 30 and 31 take part in the code and never occur.
    private static let fixedDistances = distanceTable([UInt8](repeating: 5, count: 32)[...])!

    private static func literalTable(_ lengths: ArraySlice<UInt8>) -> HuffmanTable? {
        HuffmanTable(lengths: lengths, primaryBits: literalBits) { symbol in
            if symbol < DeflateCode.endOfBlock { return HuffmanTable.literal | UInt32(symbol) << 16 }
            if symbol == DeflateCode.endOfBlock { return HuffmanTable.endOfBlock }
            let code = symbol - 257
            guard code < DeflateCode.lengthBase.count else { return HuffmanTable.invalid }
            return HuffmanTable.base | UInt32(DeflateCode.lengthExtra[code]) << 4
                | UInt32(DeflateCode.lengthBase[code]) << 16
        }
    }

    private static func distanceTable(_ lengths: ArraySlice<UInt8>) -> HuffmanTable? {
        HuffmanTable(lengths: lengths, primaryBits: distanceBits) { symbol in
            guard symbol < DeflateCode.distanceCount else { return HuffmanTable.invalid }
            return HuffmanTable.base | UInt32(DeflateCode.distanceExtra[symbol]) << 4
                | UInt32(DeflateCode.distanceBase[symbol]) << 16
        }
    }
}
