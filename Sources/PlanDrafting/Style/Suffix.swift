extension String {
    /// Whether the bytes end with those of `suffix`.
    func ends(in suffix: String) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// Whether the bytes begin with those of `prefix`.
    func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

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
        var best: String?
        for suffix in suffixes {
            guard let rest = before(suffix) else { continue }
            if rest.utf8.count < best?.utf8.count ?? Int.max { best = rest }
        }
        return best
    }

    /// Whether one of the words stands in it.
    func holds(anyOf words: [String]) -> Bool { words.contains { contains($0) } }

    /// Whether a 〜ないで stands in it that is neither つないで nor ないでしょう.
    var holdsNegatedTe: Bool {
        split(separator: "つないで", omittingEmptySubsequences: false).contains { part in
            part.split(separator: "ないで", omittingEmptySubsequences: false).dropFirst().contains { !$0.hasPrefix("しょう") }
        }
    }
}
