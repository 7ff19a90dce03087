extension Deflate {
    /// Compresses UTF-8 text several times faster than `compress`, into the same format.
    ///
    /// Copies are looked for only where a character begins: in Japanese text that is every third byte, and a copy
    /// that begins elsewhere gains next to nothing. Any bytes may be given; the result depends on them alone.
    /// - Complexity: O(n) with a factor of `TextDeflate.chainLimit`.
    package static func compressText(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var state = TextDeflate(input)
        return state.run()
    }

    package static func compressText(_ input: [UInt8]) -> [UInt8] { input.withUnsafeBufferPointer(compressText) }
}

/// One compression. Memory outside the output: 64 KB of heads, 128 KB of chains, four bytes a symbol of a block.
private struct TextDeflate {
    /// Symbols of one block.
    private static let blockSymbols = 1 << 15
    /// How many earlier places are tried.
    private static let chainLimit = 10
    /// A copy this long is taken without a look at the next character.
    private static let goodLength = 40
    /// Bytes that are hashed: a copy is at least as long. One character alone costs no more as it is.
    private static let shortest = 6
    private static let hashBits = 14
    private static let longest = 258

    private let input: UnsafeBufferPointer<UInt8>
    private var output: [UInt8] = []
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
        output.reserveCapacity(input.count / 2 + 256)
    }

    mutating func run() -> [UInt8] {
        guard let text = input.baseAddress, input.count > 0 else {
            block(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
            return finished()
        }
        // Symbols: a byte, or a copy's length above its distance.
        let room = min(input.count, Self.blockSymbols) + 8
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { symbols in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1 << Self.hashBits) { heads in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: DeflateCode.window) { chains in
                    heads.initialize(repeating: -1)
                    scan(text, symbols, heads.baseAddress!, chains.baseAddress!)
                }
            }
        }
        return finished()
    }

    // MARK: - copies

    private mutating func scan(
        _ text: UnsafePointer<UInt8>, _ symbols: UnsafeMutableBufferPointer<UInt32>,
        _ heads: UnsafeMutablePointer<Int32>, _ chains: UnsafeMutablePointer<Int32>
    ) {
        let count = input.count
        /// Behind this place eight bytes cannot be read at once.
        let end = count - 8
        var filled = 0
        var place = 0
        while place < count {
            var length = 0
            var distance = 0
            if place <= end, Self.isStart(text[place]) {
                (length, distance) = Self.match(text, place, count, heads, chains)
                Self.enter(text, place, heads, chains)
                if length > 0, length < Self.goodLength {
                    // A longer copy from the next character on is worth this character's bytes.
                    var next = place + 1
                    while next < count, !Self.isStart(text[next]), next < place + 4 { next += 1 }
                    if next <= end {
                        let (longer, _) = Self.match(text, next, count, heads, chains)
                        if longer > length { length = 0 }
                    }
                }
            }
            if length == 0 {
                symbols[filled] = UInt32(text[place])
                filled += 1
                place += 1
            } else {
                symbols[filled] = UInt32(length) << 16 | UInt32(distance)
                filled += 1
                let stop = place + length
                place += 1
                while place < stop {
                    if place <= end, Self.isStart(text[place]) { Self.enter(text, place, heads, chains) }
                    place += 1
                }
            }
            if filled >= Self.blockSymbols, place < count {
                block(UnsafeBufferPointer(rebasing: symbols[..<filled]), isLast: false)
                filled = 0
            }
        }
        block(UnsafeBufferPointer(rebasing: symbols[..<filled]), isLast: true)
    }

    @inline(__always) private static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    @inline(__always) private static func word(_ text: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    @inline(__always) private static func slot(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: ((word << UInt64(64 - 8 * shortest)) &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - hashBits))
    }

    @inline(__always) private static func enter(
        _ text: UnsafePointer<UInt8>, _ place: Int, _ heads: UnsafeMutablePointer<Int32>,
        _ chains: UnsafeMutablePointer<Int32>
    ) {
        let slot = slot(word(text, place))
        chains[place & (DeflateCode.window - 1)] = heads[slot]
        heads[slot] = Int32(truncatingIfNeeded: place)
    }

    @inline(__always) private static func match(
        _ text: UnsafePointer<UInt8>, _ place: Int, _ count: Int, _ heads: UnsafeMutablePointer<Int32>,
        _ chains: UnsafeMutablePointer<Int32>
    ) -> (length: Int, distance: Int) {
        let first = word(text, place)
        let mask: UInt64 = (1 << UInt64(8 * shortest)) - 1
        let most = min(longest, count - place)
        var best = shortest - 1
        var distance = 0
        var candidate = Int(heads[slot(first)])
        var tries = chainLimit
        while candidate >= 0, place &- candidate < DeflateCode.window, tries > 0 {
            let other = word(text, candidate)
            if (other ^ first) & mask == 0, best >= most || text[candidate &+ best] == text[place &+ best] {
                let length = same(text, candidate, place, most)
                if length > best {
                    best = length
                    distance = place &- candidate
                    if length >= goodLength { break }
                }
            }
            let next = Int(chains[candidate & (DeflateCode.window - 1)])
            // A link that was written over leads forward.
            if next >= candidate { break }
            candidate = next
            tries &-= 1
        }
        return best >= shortest ? (best, distance) : (0, 0)
    }

    @inline(__always) private static func same(
        _ text: UnsafePointer<UInt8>, _ left: Int, _ right: Int, _ most: Int
    ) -> Int {
        var length = 0
        while length &+ 8 <= most {
            let difference = word(text, left &+ length) ^ word(text, right &+ length)
            if difference != 0 { return length &+ difference.trailingZeroBitCount / 8 }
            length &+= 8
        }
        while length < most, text[left &+ length] == text[right &+ length] { length &+= 1 }
        return length
    }

    // MARK: - codes

    private mutating func block(_ symbols: UnsafeBufferPointer<UInt32>, isLast: Bool) {
        var literalCounts = [Int](repeating: 0, count: 286)
        var distanceCounts = [Int](repeating: 0, count: DeflateCode.distanceCount)
        literalCounts.withUnsafeMutableBufferPointer { literals in
            distanceCounts.withUnsafeMutableBufferPointer { distances in
                for symbol in symbols {
                    let length = Int(symbol >> 16)
                    if length == 0 {
                        literals[Int(symbol)] &+= 1
                    } else {
                        literals[257 + Int(Self.lengthCodes[length])] &+= 1
                        distances[Self.distanceCode(Int(symbol & 0xFFFF))] &+= 1
                    }
                }
            }
        }
        literalCounts[DeflateCode.endOfBlock] = 1
        let literalLengths = HuffmanLengths.lengths(literalCounts, limit: DeflateCode.maximumBits)
        var distanceLengths = HuffmanLengths.lengths(distanceCounts, limit: DeflateCode.maximumBits)
        if distanceLengths.allSatisfy({ $0 == 0 }) { distanceLengths[0] = 1 }
        put(isLast ? 1 : 0, 1)
        put(2, 2)
        for (value, count) in DynamicHeader(literals: literalLengths, distances: distanceLengths).fields {
            put(UInt64(value), count)
        }
        let size =
            zip(literalCounts, literalLengths).reduce(0) { $0 + $1.0 * (Int($1.1) + 5) }
            + zip(distanceCounts, distanceLengths).reduce(0) { $0 + $1.0 * (Int($1.1) + 13) }
        flush()
        write(
            symbols, Self.table(literalLengths), Self.table(distanceLengths), room: size / 8 + 64)
    }

    /// Codes above their lengths.
    private static func table(_ lengths: [UInt8]) -> [UInt32] {
        zip(DeflateCode.codes(for: lengths), lengths).map { UInt32($0) << 8 | UInt32($1) }
    }

    private mutating func write(
        _ symbols: UnsafeBufferPointer<UInt32>, _ literals: [UInt32], _ distances: [UInt32], room: Int
    ) {
        var (bits, bitCount) = (bits, bitCount)
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
            let target = UnsafeMutableRawPointer(buffer.baseAddress!)
            var place = 0
            @inline(__always) func add(_ value: UInt64, _ count: Int) {
                bits |= value << UInt64(truncatingIfNeeded: bitCount)
                bitCount &+= count
            }
            @inline(__always) func spill() {
                target.storeBytes(of: bits.littleEndian, toByteOffset: place, as: UInt64.self)
                let whole = bitCount >> 3
                place &+= whole
                bits = whole == 8 ? 0 : bits >> UInt64(truncatingIfNeeded: whole << 3)
                bitCount &-= whole << 3
            }
            literals.withUnsafeBufferPointer { literals in
                distances.withUnsafeBufferPointer { distances in
                    for symbol in symbols {
                        let length = Int(symbol >> 16)
                        if length == 0 {
                            let code = literals[Int(symbol)]
                            add(UInt64(code >> 8), Int(code & 0xFF))
                            if bitCount > 32 { spill() }
                            continue
                        }
                        // 7 + 15 + 5 + 15 + 13 bits at most.
                        if bitCount > 7 { spill() }
                        let lengthCode = Int(Self.lengthCodes[length])
                        let code = literals[257 &+ lengthCode]
                        add(UInt64(code >> 8), Int(code & 0xFF))
                        add(UInt64(length &- Int(Self.lengthBase[lengthCode])), Int(Self.lengthExtra[lengthCode]))
                        let far = Int(symbol & 0xFFFF)
                        let distanceCode = Self.distanceCode(far)
                        let distance = distances[distanceCode]
                        add(UInt64(distance >> 8), Int(distance & 0xFF))
                        add(
                            UInt64(far &- Int(Self.distanceBase[distanceCode])),
                            Int(Self.distanceExtra[distanceCode]))
                        spill()
                    }
                    if bitCount > 40 { spill() }
                    let code = literals[DeflateCode.endOfBlock]
                    add(UInt64(code >> 8), Int(code & 0xFF))
                    spill()
                }
            }
            filled = place
        }
        (self.bits, self.bitCount) = (bits, bitCount)
        output += piece
    }

    private mutating func put(_ value: UInt64, _ count: Int) {
        bits |= value << UInt64(bitCount)
        bitCount += count
        flush()
    }

    private mutating func flush() {
        while bitCount >= 8 {
            output.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            bitCount -= 8
        }
    }

    private mutating func finished() -> [UInt8] {
        flush()
        if bitCount > 0 { output.append(UInt8(truncatingIfNeeded: bits)) }
        return output
    }

    /// By length, 3…258, its code from 0.
    private static let lengthCodes: [UInt8] = (0...258).map { length in
        length == 258 ? 28 : UInt8(max(0, DeflateCode.lengthBase.dropLast().lastIndex { $0 <= length } ?? 0))
    }
    private static let lengthBase = DeflateCode.lengthBase.map { UInt16($0) }
    private static let lengthExtra = DeflateCode.lengthExtra.map { UInt8($0) }
    private static let distanceBase = DeflateCode.distanceBase.map { UInt16($0) }
    private static let distanceExtra = DeflateCode.distanceExtra.map { UInt8($0) }

    @inline(__always) private static func distanceCode(_ distance: Int) -> Int {
        if distance <= 4 { return distance &- 1 }
        let high = 63 &- (distance &- 1).leadingZeroBitCount
        return high &* 2 &+ ((distance &- 1) >> (high &- 1)) & 1
    }
}
