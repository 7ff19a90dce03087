import JapaneseText

/// Words looked for at the end of a label, by their last byte; their bytes lie in one array.
struct WordEndings: Sendable {
    private let bytes: [UInt8]
    /// Where each word stands in `bytes`, those with the same last byte beside each other.
    private let words: [Range<Int>]
    /// By the low bits of the last byte, which of the words end with it.
    private let rows: [Range<Int>]

    init(_ list: [[UInt8]]) {
        var bytes: [UInt8] = []
        var words: [Range<Int>] = []
        var rows: [Range<Int>] = []
        for bits in 0..<64 {
            let first = words.count
            for word in list where !word.isEmpty && Int(word[word.count - 1] & 63) == bits {
                words.append(bytes.count..<bytes.count + word.count)
                bytes += word
            }
            rows.append(first..<words.count)
        }
        self.bytes = bytes
        self.words = words
        self.rows = rows
    }

    /// - Parameter words: parted by blanks.
    init(_ words: String) { self.init(words.split(separator: " ").map { Array($0.utf8) }) }

    /// Whether a text ends with one of the words.
    /// - Complexity: O(1): few words share their last byte.
    func end(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            words[rows[Int(last & 63)]].contains { word in
                guard word.count <= text.count else { return false }
                var (place, offset) = (word.upperBound, text.count)
                while place > word.lowerBound {
                    place -= 1
                    offset -= 1
                    if text[offset] != bytes[place] { return false }
                }
                return true
            }
        }
    }

    /// Whether a text ends with one of the words.
    func end(_ text: String) -> Bool { text.withUTF8Bytes(end) }

    /// Whether a text is one of the words.
    func hold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        return words[rows[Int(last & 63)]].contains { $0.count == text.count && bytes[$0].elementsEqual(text) }
    }

    /// Whether a text is one of the words.
    func hold(_ text: String) -> Bool { text.withUTF8Bytes(hold) }
}
