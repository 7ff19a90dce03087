import Testing

@testable import JapaneseText

@Suite struct PatternMatcherTests {
    private func all(_ patterns: [String], _ text: String) -> [String] {
        var found: [String] = []
        text.withUTF8Bytes { bytes in
            PatternMatcher(patterns).forEachMatch(in: bytes) { found.append("\($0):\($1.lowerBound)-\($1.upperBound)") }
        }
        return found
    }

    @Test func everyMatchIsFound() {
        #expect(all(["居場所", "場所", "所づくり", "居場所づくり"], "居場所づくり") == ["0:0-9", "1:3-9", "3:0-18", "2:6-18"])
        #expect(all(["a", "aa", "aaa"], "aaa") == ["0:0-1", "1:0-2", "0:1-2", "2:0-3", "1:1-3", "0:2-3"])
        #expect(all(["社協", "社協"], "社協") == ["0:0-6", "1:0-6"])
        #expect(all(["", "あ"], "あ") == ["1:0-3"])
        #expect(all([], "あ") == [])
        #expect(all(["𠮷野", "が"], "𠮷野が") == ["0:0-7", "1:7-10"])
        #expect(all(["\u{FFFD}"], "\u{FFFD}") == ["0:0-3"])
    }

    @Test func theLeftmostLongestAreChosen() {
        let matcher = PatternMatcher(["社協", "地域社協", "地域", "協議会", "abcd", "bc", "cde"])
        let chosen = matcher.longestMatches(in: "地域社協議会、地域。abcde")
        #expect(chosen.map(\.pattern) == [1, 2, 4])
        #expect(PatternMatcher(["ab", "bcd", "cd"]).longestMatches(in: "abcd").map(\.pattern) == [0, 2])
    }

    /// Against the plainest search there is.
    @Test func asASearchForEachPatternWouldFind() {
        let letters = ["あ", "い", "う", "a", "𠮷"]
        var random = SeededGenerator(23)
        for _ in 0..<300 {
            func word(_ length: ClosedRange<Int>) -> String {
                (0..<Int.random(in: length, using: &random)).map { _ in letters.randomElement(using: &random)! }
                    .joined()
            }
            let patterns = (0..<12).map { _ in word(1...4) }
            let text = word(0...40)
            let utf8 = Array(text.utf8)
            var expected: Set<String> = []
            for (number, pattern) in patterns.enumerated() {
                let wanted = Array(pattern.utf8)
                for start in utf8.indices where utf8[start...].starts(with: wanted) {
                    expected.insert("\(number):\(start)-\(start + wanted.count)")
                }
            }
            let found = all(patterns, text)
            #expect(Set(found) == expected)
            #expect(found.count == expected.count)
        }
    }

    @Test func malformedBytesMatchNothing() {
        let matcher = PatternMatcher(["\u{FFFD}", "あ"])
        let bytes: [UInt8] = [0xFF, 0xE3, 0x81, 0xE3, 0x81, 0x82, 0xE3]
        let found = bytes.withUnsafeBufferPointer { matcher.longestMatches(in: $0) }
        #expect(found.map(\.range) == [3..<6])
    }

    @Test func thousandsOfNestedPatterns() {
        let patterns = (1...2000).map { String(repeating: "あ", count: $0) }
        let matcher = PatternMatcher(patterns)
        let found = matcher.longestMatches(in: String(repeating: "あ", count: 2500) + "い")
        #expect(found.map(\.pattern) == [1999, 499])
    }

    @Test func asksOnlyWhether() {
        let matcher = PatternMatcher(["不登校"])
        #expect("子どもの不登校".withUTF8Bytes { matcher.matches($0) })
        #expect(!"子ども食堂".withUTF8Bytes { matcher.matches($0) })
    }
}
