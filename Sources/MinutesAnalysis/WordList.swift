import JapaneseText

/// Words of a lexicon as bytes, looked for at a place of a text.
///
/// Most places hold none of them: a filter over the first and the last character says so without trying the words.
struct WordList: Sendable {
    /// In the order in which they are tried.
    let forms: [[UInt8]]
    /// The low six bits of the first characters and of the last characters: what their last bytes tell.
    private let heads: UInt64
    private let tails: UInt64

    init(_ forms: [[UInt8]]) {
        self.forms = forms
        var (heads, tails): (UInt64, UInt64) = (0, 0)
        for form in forms where !form.isEmpty {
            let first = form.withUnsafeBufferPointer { $0.scalar(at: 0).value }
            heads |= 1 << UInt64(first & 63)
            tails |= 1 << UInt64(form[form.count - 1] & 63)
        }
        self.heads = heads
        self.tails = tails
    }

    /// The first word that stands at an offset.
    @inline(__always)
    func first(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> [UInt8]? {
        guard offset >= 0, offset < bytes.count else { return nil }
        let lead = bytes[offset]
        // The last byte of the character here; a word cannot stand where its first character is cut off.
        let last = lead < 0x80 ? offset : lead < 0xe0 ? offset &+ 1 : lead < 0xf0 ? offset &+ 2 : offset &+ 3
        guard last < bytes.count, heads &>> UInt64(bytes[last] & 63) & 1 != 0 else { return nil }
        return tried { bytes.starts($0, at: offset) }
    }

    /// The first word that ends at an offset.
    @inline(__always)
    func last(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> [UInt8]? {
        guard offset > 0, offset <= bytes.count, tails &>> UInt64(bytes[offset &- 1] & 63) & 1 != 0 else { return nil }
        return tried { bytes.ends($0, at: offset) }
    }

    @inline(never)
    private func tried(_ stands: ([UInt8]) -> Bool) -> [UInt8]? { forms.first(where: stands) }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first of `words` that stands at an offset.
    @inline(__always)
    func first(of words: WordList, at offset: Int) -> [UInt8]? { words.first(in: self, at: offset) }

    /// The first of `words` that ends at an offset.
    @inline(__always)
    func last(of words: WordList, at offset: Int) -> [UInt8]? { words.last(in: self, at: offset) }

    /// Whether one of `words` stands in a range.
    func holds(_ words: WordList, in range: Range<Int>) -> Bool {
        let part = UnsafeBufferPointer(rebasing: self[range])
        return part.indices.contains { part.first(of: words, at: $0) != nil }
    }
}

/// Words of a lexicon as bytes, longest first.
func words(_ list: String) -> WordList {
    WordList(
        list.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }.sorted { ($0.count, $1[0]) > ($1.count, $0[0]) })
}
