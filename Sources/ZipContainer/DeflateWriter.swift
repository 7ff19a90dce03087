/// Writes the blocks of a deflate stream, each in the smallest of its three forms.
struct DeflateWriter {
    private var bytes: [UInt8] = []
    private var bits: UInt64 = 0
    private var bitCount = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func finished() -> [UInt8] {
        align()
        return bytes
    }

    /// One block of symbols. `raw` are the bytes they stand for.
    mutating func block(_ symbols: [DeflateSymbol], raw: Slice<UnsafeBufferPointer<UInt8>>, isLast: Bool) {
        var literalCounts = [Int](repeating: 0, count: 286)
        var distanceCounts = [Int](repeating: 0, count: DeflateCode.distanceCount)
        var extraBits = 0
        for symbol in symbols {
            if symbol.distance == 0 {
                literalCounts[Int(symbol.value)] += 1
            } else {
                let length = Self.lengthCode[Int(symbol.value)]
                let distance = Self.distanceCode(Int(symbol.distance))
                literalCounts[257 + length] += 1
                distanceCounts[distance] += 1
                extraBits += DeflateCode.lengthExtra[length] + DeflateCode.distanceExtra[distance]
            }
        }
        literalCounts[DeflateCode.endOfBlock] = 1
        let literalLengths = HuffmanLengths.lengths(literalCounts, limit: DeflateCode.maximumBits)
        var distanceLengths = HuffmanLengths.lengths(distanceCounts, limit: DeflateCode.maximumBits)
        // A block without copies still has to describe one distance.
        if distanceLengths.allSatisfy({ $0 == 0 }) { distanceLengths[0] = 1 }
        let header = DynamicHeader(literals: literalLengths, distances: distanceLengths)

        func size(_ literals: [UInt8], _ distances: [UInt8]) -> Int {
            zip(literalCounts, literals).reduce(extraBits) { $0 + $1.0 * Int($1.1) }
                + zip(distanceCounts, distances).reduce(0) { $0 + $1.0 * Int($1.1) }
        }
        let dynamic = size(literalLengths, distanceLengths) + header.bitCount
        let fixed = size(DeflateCode.fixedLiteralLengths, DeflateCode.fixedDistanceLengths)
        let stored = raw.count * 8 + (raw.count / 0xFFFF + 1) * 40
        if stored < min(dynamic, fixed) {
            self.stored(raw, isLast: isLast)
        } else if fixed <= dynamic {
            put(isLast ? 1 : 0, 1)
            put(1, 2)
            put(symbols, DeflateCode.fixedLiteralLengths, DeflateCode.fixedDistanceLengths)
        } else {
            put(isLast ? 1 : 0, 1)
            put(2, 2)
            for (value, count) in header.fields { put(value, count) }
            put(symbols, literalLengths, distanceLengths)
        }
    }

    private mutating func stored(_ raw: Slice<UnsafeBufferPointer<UInt8>>, isLast: Bool) {
        var start = raw.startIndex
        repeat {
            let end = min(start + 0xFFFF, raw.endIndex)
            put(isLast && end == raw.endIndex ? 1 : 0, 1)
            put(0, 2)
            align()
            put(end - start, 16)
            put(~(end - start) & 0xFFFF, 16)
            align()
            bytes.append(contentsOf: raw[start..<end])
            start = end
        } while start < raw.endIndex
    }

    private mutating func put(_ symbols: [DeflateSymbol], _ literalLengths: [UInt8], _ distanceLengths: [UInt8]) {
        let literals = DeflateCode.codes(for: literalLengths)
        let distances = DeflateCode.codes(for: distanceLengths)
        for symbol in symbols {
            if symbol.distance == 0 {
                put(Int(literals[Int(symbol.value)]), Int(literalLengths[Int(symbol.value)]))
                continue
            }
            let length = Self.lengthCode[Int(symbol.value)]
            put(Int(literals[257 + length]), Int(literalLengths[257 + length]))
            put(Int(symbol.value) - DeflateCode.lengthBase[length], DeflateCode.lengthExtra[length])
            let distance = Self.distanceCode(Int(symbol.distance))
            put(Int(distances[distance]), Int(distanceLengths[distance]))
            put(Int(symbol.distance) - DeflateCode.distanceBase[distance], DeflateCode.distanceExtra[distance])
        }
        put(Int(literals[DeflateCode.endOfBlock]), Int(literalLengths[DeflateCode.endOfBlock]))
    }

    @inline(__always) private mutating func put(_ value: Int, _ count: Int) {
        bits |= UInt64(truncatingIfNeeded: value) << UInt64(bitCount)
        bitCount += count
        while bitCount >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            bitCount -= 8
        }
    }

    private mutating func align() {
        if bitCount > 0 { bytes.append(UInt8(truncatingIfNeeded: bits)) }
        bits = 0
        bitCount = 0
    }

    /// By length, 3…258, its code from 0.
    private static let lengthCode: [Int] = (0...258).map { length in
        length == 258 ? 28 : max(0, DeflateCode.lengthBase.dropLast().lastIndex { $0 <= length } ?? 0)
    }

    private static func distanceCode(_ distance: Int) -> Int {
        if distance <= 4 { return distance - 1 }
        let high = (distance - 1).bitWidth - (distance - 1).leadingZeroBitCount - 1
        return high * 2 + ((distance - 1) >> (high - 1)) & 1
    }
}

/// The code lengths of a dynamic block, run-length coded (RFC 1951, 3.2.7).
struct DynamicHeader {
    /// Values and how many bits each takes, in order.
    private(set) var fields: [(Int, Int)] = []

    var bitCount: Int { fields.reduce(0) { $0 + $1.1 } }

    init(literals: [UInt8], distances: [UInt8]) {
        let literalCount = max(257, (literals.lastIndex { $0 > 0 } ?? 0) + 1)
        let distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
        let runs = Self.runs(Array(literals[..<literalCount] + distances[..<distanceCount]))
        var counts = [Int](repeating: 0, count: 19)
        for run in runs { counts[run.symbol] += 1 }
        let lengths = HuffmanLengths.lengths(counts, limit: 7)
        let codes = DeflateCode.codes(for: lengths)
        let codeCount = max(4, (DeflateCode.codeLengthOrder.lastIndex { lengths[$0] > 0 } ?? 0) + 1)
        fields = [(literalCount - 257, 5), (distanceCount - 1, 5), (codeCount - 4, 4)]
        fields += DeflateCode.codeLengthOrder[..<codeCount].map { (Int(lengths[$0]), 3) }
        for run in runs {
            fields.append((Int(codes[run.symbol]), Int(lengths[run.symbol])))
            switch run.symbol {
            case 16: fields.append((run.count - 3, 2))
            case 17: fields.append((run.count - 3, 3))
            case 18: fields.append((run.count - 11, 7))
            default: break
            }
        }
    }

    private static func runs(_ lengths: [UInt8]) -> [(symbol: Int, count: Int)] {
        var runs: [(symbol: Int, count: Int)] = []
        var index = 0
        while index < lengths.count {
            let value = lengths[index]
            var count = 1
            while index + count < lengths.count, lengths[index + count] == value { count += 1 }
            index += count
            if value == 0 {
                while count >= 11 {
                    runs.append((18, min(count, 138)))
                    count -= min(count, 138)
                }
                if count >= 3 {
                    runs.append((17, count))
                    count = 0
                }
            } else {
                runs.append((Int(value), 1))
                count -= 1
                while count >= 3 {
                    runs.append((16, min(count, 6)))
                    count -= min(count, 6)
                }
            }
            for _ in 0..<count { runs.append((Int(value), 1)) }
        }
        return runs
    }
}
