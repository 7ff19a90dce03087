/// Compresses into deflate streams (RFC 1951): hash chains over the last 32 KB, dynamic codes a block.
///
/// The result depends on the input alone.
package enum Deflate {
    /// Symbols of one block.
    private static let blockSymbols = 1 << 15
    /// How many earlier places are tried for a match.
    private static let chainLimit = 24
    /// A match this long is taken without a look for a longer one.
    private static let goodLength = 64
    private static let hashBits = 15

    /// - Complexity: O(n) with a factor of `chainLimit`.
    package static func compress(_ input: [UInt8]) -> [UInt8] {
        var writer = DeflateWriter(capacity: input.count / 2 + 64)
        input.withUnsafeBufferPointer { compress($0, into: &writer) }
        return writer.finished()
    }

    private static func compress(_ input: UnsafeBufferPointer<UInt8>, into writer: inout DeflateWriter) {
        let count = input.count
        // The place before last with the same hash, by place modulo the window; -1 for none.
        var heads = [Int32](repeating: -1, count: 1 << hashBits)
        var previous = [Int32](repeating: -1, count: DeflateCode.window)
        var symbols: [DeflateSymbol] = []
        symbols.reserveCapacity(blockSymbols)
        var blockStart = 0
        var offset = 0

        @inline(__always) func hash(_ place: Int) -> Int {
            let value = UInt32(input[place]) | UInt32(input[place + 1]) << 8 | UInt32(input[place + 2]) << 16
            return Int((value &* 0x9E37_79B1) >> (32 - UInt32(hashBits)))
        }
        func insert(_ place: Int) {
            guard place + 2 < count else { return }
            let slot = hash(place)
            previous[place & (DeflateCode.window - 1)] = heads[slot]
            heads[slot] = Int32(truncatingIfNeeded: place)
        }
        func longestMatch(_ place: Int) -> (length: Int, distance: Int) {
            guard place + 2 < count else { return (0, 0) }
            let longest = min(258, count - place)
            var best = (length: 0, distance: 0)
            var candidate = Int(heads[hash(place)])
            var tries = chainLimit
            while candidate >= 0, place - candidate <= DeflateCode.window - 1, tries > 0 {
                if best.length == 0 || input[candidate + best.length] == input[place + best.length] {
                    var length = 0
                    while length < longest, input[candidate + length] == input[place + length] { length += 1 }
                    if length > best.length {
                        best = (length, place - candidate)
                        if length == longest || length >= goodLength { break }
                    }
                }
                let next = Int(previous[candidate & (DeflateCode.window - 1)])
                if next >= candidate { break }
                candidate = next
                tries -= 1
            }
            return best.length >= 3 ? best : (0, 0)
        }

        while offset < count {
            var match = longestMatch(offset)
            insert(offset)
            if match.length > 0, match.length < goodLength, offset + 1 < count {
                // A longer match one byte on is worth a literal.
                let next = longestMatch(offset + 1)
                if next.length > match.length { match = (0, 0) }
            }
            if match.length == 0 {
                symbols.append(.literal(input[offset]))
                offset += 1
            } else {
                symbols.append(.match(length: match.length, distance: match.distance))
                for place in offset + 1..<offset + match.length { insert(place) }
                offset += match.length
            }
            if symbols.count >= blockSymbols, offset < count {
                writer.block(symbols, raw: input[blockStart..<offset], isLast: false)
                symbols.removeAll(keepingCapacity: true)
                blockStart = offset
            }
        }
        writer.block(symbols, raw: input[blockStart..<count], isLast: true)
    }
}

/// A byte as it is, or a copy of bytes seen before.
struct DeflateSymbol {
    /// 0 for a literal.
    var distance: UInt16
    /// The byte, or the length of the copy.
    var value: UInt16

    static func literal(_ byte: UInt8) -> DeflateSymbol { DeflateSymbol(distance: 0, value: UInt16(byte)) }
    static func match(length: Int, distance: Int) -> DeflateSymbol {
        DeflateSymbol(distance: UInt16(distance), value: UInt16(length))
    }
}
