import Synchronization
import Testing

@testable import MinutesParsing

@Suite struct RememberedTests {
    private func bytes<Result>(_ word: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        Array(word.utf8).withUnsafeBufferPointer(body)
    }

    @Test func aWordIsReadOnce() {
        let known = Remembered<Int>()
        var readings = 0
        for word in ["防災課長", "防災課", "防災課長"] {
            let value = bytes(word) { word in
                known.value(for: word) {
                    readings += 1
                    return word.count
                }
            }
            #expect(value == word.utf8.count)
        }
        #expect(readings == 2)
    }

    @Test func aFullMemoryBeginsAnewAndStaysRight() {
        let known = Remembered<Int>(most: 4)
        for round in 0..<3 {
            for number in 0..<10 {
                #expect(bytes("第\(number)区") { known.value(for: $0) { number } } == number, "\(round)")
            }
        }
    }

    @Test func aLongWordIsNotKept() {
        let known = Remembered<Int>()
        let word = String(repeating: "長", count: 100)
        #expect(bytes(word) { known.value(for: $0) { 1 } } == 1)
        #expect(bytes(word) { known.value(for: $0) { 2 } } == 2)
    }

    @Test func readingAWordMayAskForAnother() {
        let known = Remembered<Int>()
        let value = bytes("福祉部次長兼福祉課長") { outer in
            known.value(for: outer) { bytes("福祉課長") { known.value(for: $0) { 7 } } + 1 }
        }
        #expect(value == 8)
    }
}
