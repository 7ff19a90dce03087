import Testing

@testable import MinutesParsing

@Suite struct HashIndexTests {
    @Test func whatWasPutInIsFoundAndNothingElse() {
        var index = HashIndex()
        #expect(index[5] == nil)
        // Hashes that differ in few bits, as those of a hostile document may.
        let hashes = (0..<5000).map { UInt64($0) << 52 | UInt64($0) }
        for (number, hash) in hashes.enumerated() { index.insert(number, for: hash) }
        for (number, hash) in hashes.enumerated() { #expect(index[hash] == number) }
        #expect(index[0xFFFF] == nil)
        #expect(index[.max] == nil)
    }
}
