import JapaneseText

/// Words looked for in a text all at once: one look at each byte instead of one a word.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
    private let words: [StaticString]
    /// By the low bits of a word's last two bytes, whether there is one.
    private let ends: [UInt64]
    private let longest: Int

    /// - Parameter words: of two bytes at least.
    init(arrayLiteral words: StaticString...) {
        self.words = words
        longest = words.reduce(0) { max($0, $1.utf8CodeUnitCount) }
        ends = words.reduce(into: [UInt64](repeating: 0, count: 64)) { ends, word in
            let last = word.utf8Start + (word.utf8CodeUnitCount - 1)
            ends[Int(last[-1] & 63)] |= 1 << UInt64(last[0] & 63)
        }
    }

    /// Whether one of the words stands in a text.
    /// - Complexity: O(n).
    func stands(in text: String) -> Bool { text.withUTF8Bytes { stands(in: SourceBytes(buffer: $0)) } }

    /// Whether one of the words stands in a text.
    /// - Parameter limit: the word has to begin before this offset.
    /// - Complexity: O(n); words are compared only where their last two bytes may stand.
    func stands(in text: SourceBytes, before limit: Int = .max) -> Bool {
        let end = limit < text.count ? min(text.count, limit + longest) : text.count
        return ends.withUnsafeBufferPointer { ends in
            var offset = 1
            while offset < end {
                if ends[Int(text[offset &- 1] & 63)] >> UInt64(text[offset] & 63) & 1 != 0 {
                    for word in words {
                        let start = offset + 1 - word.utf8CodeUnitCount
                        if start < limit, text.starts(with: word, at: start, before: text.count) { return true }
                    }
                }
                offset &+= 1
            }
            return false
        }
    }
}
