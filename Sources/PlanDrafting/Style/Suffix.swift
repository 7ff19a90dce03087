import Foundation

/// Beginnings, ends and words of a sentence, compared as bytes: tables of a few hundred endings are tried on every
/// sentence, and `hasSuffix` and `contains` of the standard library go by characters.
extension String {
    /// The bytes without a copy; specialised here, where the loops over the tables are.
    @inline(__always)
    private func bytes(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        if let answer = utf8.withContiguousStorageIfAvailable(body) { return answer }
        var copy = self
        return copy.withUTF8(body)
    }

    /// Whether the bytes end with those of `suffix`.
    func ends(in suffix: String) -> Bool {
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
    func begins(with prefix: String) -> Bool {
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
    func holds(_ word: String) -> Bool {
        bytes { text in
            word.bytes { part in
                guard text.count >= part.count, let base = text.baseAddress, let other = part.baseAddress else {
                    return part.isEmpty
                }
                // The last byte tells Japanese letters apart, the first hardly ever does.
                let last = part[part.count - 1]
                for end in (part.count - 1)..<text.count where base[end] == last {
                    if memcmp(base + (end - part.count + 1), other, part.count) == 0 { return true }
                }
                return false
            }
        }
    }

    /// What stands before a suffix; `nil` when it does not end so or nothing stands before.
    func before(_ suffix: String) -> String? {
        guard utf8.count > suffix.utf8.count, ends(in: suffix) else { return nil }
        return String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }

    /// What stands behind a prefix; `nil` when it does not begin so.
    func after(_ prefix: String) -> String? {
        guard begins(with: prefix) else { return nil }
        return String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }

    /// What stands before the longest of the suffixes it ends with.
    func before(anyOf suffixes: [String]) -> String? {
        var longest = 0
        for suffix in suffixes where suffix.utf8.count > longest && suffix.utf8.count < utf8.count && ends(in: suffix) {
            longest = suffix.utf8.count
        }
        return longest > 0 ? String(decoding: utf8.dropLast(longest), as: UTF8.self) : nil
    }

    /// Whether one of the words stands in it.
    func holds(anyOf words: [String]) -> Bool { words.contains { holds($0) } }

    /// Every `word` replaced.
    func replacing(every word: String, by other: String) -> String {
        holds(word) ? split(separator: word, omittingEmptySubsequences: false).joined(separator: other) : self
    }

    /// Whether a 〜ないで stands in it that is neither つないで nor ないでしょう.
    var holdsNegatedTe: Bool {
        guard holds("ないで") else { return false }
        return replacing(every: "つないで", by: "").replacing(every: "ないでしょう", by: "").holds("ないで")
    }
}
