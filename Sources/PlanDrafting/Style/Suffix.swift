import JapaneseText

/// What stands before and behind the endings and beginnings of spoken sentences.
extension String {
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
