import Foundation

/// Beginnings, ends and words of a text, compared as bytes: tables of many words are tried on many texts, and
/// `hasSuffix` and `contains` of the standard library go by characters.
///
/// `か` with a voicing mark of its own is not `が` here; fold the text first where that matters.
extension String {
    /// The bytes without a copy; specialised here, where the loops over the tables are.
    @inline(__always)
    private func bytes(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        if let answer = utf8.withContiguousStorageIfAvailable(body) { return answer }
        var copy = self
        return copy.withUTF8(body)
    }

    /// Whether the bytes end with those of `suffix`.
    package func ends(in suffix: String) -> Bool {
        bytes { text in
            suffix.bytes { end in
                guard text.count >= end.count, let base = text.baseAddress, let other = end.baseAddress else {
                    return end.isEmpty
                }
                return memcmp(base + (text.count - end.count), other, end.count) == 0
            }
        }
    }

    /// Whether the bytes begin with those of `prefix`.
    package func begins(with prefix: String) -> Bool {
        bytes { text in
            prefix.bytes { start in
                guard text.count >= start.count, let base = text.baseAddress, let other = start.baseAddress else {
                    return start.isEmpty
                }
                return memcmp(base, other, start.count) == 0
            }
        }
    }

    /// Whether the bytes of `word` stand in it.
    package func holds(_ word: String) -> Bool {
        bytes { text in
            word.bytes { part in
                guard !part.isEmpty, text.count >= part.count, let base = text.baseAddress,
                    let other = part.baseAddress
                else { return part.isEmpty }
                // The last byte tells Japanese letters apart, the first hardly ever does.
                let last = part[part.count - 1]
                for end in (part.count - 1)..<text.count where base[end] == last {
                    if memcmp(base + (end - part.count + 1), other, part.count) == 0 { return true }
                }
                return false
            }
        }
    }

    /// Whether the bytes are those of one of the words.
    package func isOne(of words: [String]) -> Bool { words.contains { $0.utf8.count == utf8.count && ends(in: $0) } }

    /// The words between spaces of either width.
    package func wordsBetweenBlanks() -> [String] {
        withUTF8Bytes { bytes in
            var words: [String] = []
            var start = 0
            var offset = 0
            func close(_ end: Int) {
                if end > start { words.append(String(validated: UnsafeBufferPointer(rebasing: bytes[start..<end]))) }
            }
            while offset < bytes.count {
                if bytes[offset] == 0x20 {
                    close(offset)
                    offset += 1
                    start = offset
                } else if bytes[offset] == 0xE3, offset + 2 < bytes.count, bytes[offset + 1] == 0x80,
                    bytes[offset + 2] == 0x80
                {
                    close(offset)
                    offset += 3
                    start = offset
                } else {
                    offset += 1
                }
            }
            close(bytes.count)
            return words
        }
    }

    /// Whether the bytes of one of the words stand in it.
    package func holds(anyOf words: [String]) -> Bool { words.contains { holds($0) } }
}
