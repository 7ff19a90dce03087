import Testing

@testable import ZipContainer

@Suite struct DeflateTests {
    /// Inputs that make every kind of block, and their sizes.
    static let inputs: [[UInt8]] = {
        var random = SeededGenerator(seed: 1)
        let noise = (0..<200_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let sentence = Array("第２回推進委員会では、居場所づくりの担い手について意見が出た。".utf8)
        let text = (0..<4_000).flatMap { number in sentence + Array("\(number &* 7919 % 1000)\n".utf8) }
        // Counts that grow like Fibonacci numbers make the deepest trees.
        var skewed: [UInt8] = []
        var (one, two) = (1, 1)
        for byte in 0..<24 {
            skewed += [UInt8](repeating: UInt8(byte), count: one)
            (one, two) = (two, one + two)
        }
        skewed.shuffle(using: &random)
        return [
            [], [0x41], [0x41, 0x42], Array("abc".utf8), [UInt8](repeating: 0, count: 100_000), sentence, text, noise,
            skewed, Array(0...255), Array(noise[..<40_000]) + Array(noise[..<40_000]),
        ]
    }()

    @Test(arguments: inputs.indices)
    func whatIsCompressedExpandsToTheSame(index: Int) throws {
        let input = Self.inputs[index]
        let packed = Deflate.compress(input)
        #expect(try Inflate.expand(packed, count: input.count) == input)
        #expect(packed.count <= input.count + input.count / 1000 + 16)
    }

    /// The quick one has no stored blocks: noise grows a little, and its callers keep what is smaller.
    @Test(arguments: inputs.indices)
    func whatIsCompressedAsTextExpandsToTheSame(index: Int) throws {
        let input = Self.inputs[index]
        let packed = Deflate.compressText(input)
        #expect(try Inflate.expand(packed, count: input.count) == input)
        #expect(packed.count <= input.count + input.count / 100 + 300)
    }

    @Test func repetitionShrinks() {
        #expect(Deflate.compressText(Self.inputs[6]).count < Self.inputs[6].count / 8)
        #expect(Deflate.compress(Self.inputs[4]).count < 300)
        #expect(Deflate.compress(Self.inputs[6]).count < Self.inputs[6].count / 10)
    }

    /// zlib 1.3 (`zlib.compressobj(9, zlib.DEFLATED, -15)`) made these.
    @Test func streamsOfZlibAreRead() throws {
        #expect(try Inflate.expand([0x03, 0x00], count: 0) == [])
        #expect(try Inflate.expand([0x4B, 0x4C, 0x4A, 0x06, 0x00], count: 3) == Array("abc".utf8))
        #expect(
            try Inflate.expand([0x4B, 0x4C, 0x1C, 0x05, 0xC4, 0x02, 0x00], count: 300)
                == [UInt8](repeating: 0x61, count: 300))
    }

    @Test func whatIsWrongIsSaid() {
        #expect(throws: Inflate.Failure.truncated) { try Inflate.expand([], count: 0) }
        #expect(throws: Inflate.Failure.truncated) { try Inflate.expand([0x4B, 0x4C], count: 3) }
        #expect(throws: Inflate.Failure.badBlock) { try Inflate.expand([0x07], count: 3) }
        #expect(throws: Inflate.Failure.badBlock) { try Inflate.expand([0x01, 1, 0, 0, 0, 0], count: 1) }
        #expect(throws: Inflate.Failure.tooLong) { try Inflate.expand([0x4B, 0x4C, 0x4A, 0x06, 0x00], count: 2) }
        #expect(throws: Inflate.Failure.tooShort) { try Inflate.expand([0x4B, 0x4C, 0x4A, 0x06, 0x00], count: 4) }
        // A copy from before the first byte.
        #expect(throws: Inflate.Failure.badDistance) { try Inflate.expand([0x03, 0x02, 0x00], count: 10) }
    }

    @Test func everyTruncationAndFlipEnds() throws {
        let input = Array(Self.inputs[6][..<3_000])
        let packed = Deflate.compress(input)
        for length in packed.indices {
            #expect(throws: Inflate.Failure.self) { try Inflate.expand(Array(packed[..<length]), count: input.count) }
        }
        var random = SeededGenerator(seed: 2)
        var refused = 0
        for _ in 0..<3_000 {
            var broken = packed
            broken[Int.random(in: broken.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            guard let output = try? Inflate.expand(broken, count: input.count) else {
                refused += 1
                continue
            }
            #expect(output.count == input.count)
        }
        #expect(refused > 100)
    }

    @Test func noiseIsNoStream() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let noise = (0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            if let output = try? Inflate.expand(noise, count: 1_000) { #expect(output.count == 1_000) }
        }
    }

    @Test func checksums() {
        #expect(CRC32.checksum([]) == 0)
        #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum([UInt8](repeating: 0, count: 32)) == 0x190A_55AD)
    }
}
