extension SourceBytes {
    /// Where a word first stands from an offset on.
    func first(_ word: StaticString, from start: Int = 0) -> Int? {
        let length = word.utf8CodeUnitCount
        var offset = start + length - 1
        // The last byte tells Japanese letters apart, the first hardly ever does.
        let last = word.utf8Start[length - 1]
        while offset < count {
            if buffer[offset] == last, starts(with: word, at: offset + 1 - length, before: count) {
                return offset + 1 - length
            }
            offset += 1
        }
        return nil
    }

    /// Whether one of the words stands anywhere.
    func holds(anyOf words: [StaticString]) -> Bool { words.contains { first($0) != nil } }

    /// Whether the bytes stand anywhere.
    func holds(_ bytes: [UInt8]) -> Bool {
        guard let last = bytes.last, bytes.count <= count else { return false }
        return bytes.withUnsafeBufferPointer { word in
            search: for end in (word.count - 1)..<count where buffer[end] == last {
                let start = end + 1 - word.count
                for index in word.indices where buffer[start + index] != word[index] { continue search }
                return true
            }
            return false
        }
    }
}
