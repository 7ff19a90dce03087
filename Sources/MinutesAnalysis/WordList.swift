import JapaneseText

/// Words of a lexicon as bytes, looked for at a place of a text.
///
/// Most places hold none of them: a filter over the first and the last character says so without trying the words.
struct WordList: Sendable {
    /// In the order in which they are tried.
    let forms: [[UInt8]]
    /// The same one behind the other, and their lengths.
    private let letters: [UInt8]
    private let lengths: [Int32]
    /// The low six bits of the first characters and of the last characters: what their last bytes tell.
    private let heads: UInt64
    private let tails: UInt64

    init(_ forms: [[UInt8]]) {
        self.forms = forms
        letters = forms.flatMap { $0 }
        lengths = forms.map { Int32($0.count) }
        var (heads, tails): (UInt64, UInt64) = (0, 0)
        for form in forms where !form.isEmpty {
            let first = form.withUnsafeBufferPointer { $0.scalar(at: 0).value }
            heads |= 1 << UInt64(first & 63)
            tails |= 1 << UInt64(form[form.count - 1] & 63)
        }
        self.heads = heads
        self.tails = tails
    }

    /// Length of the first word that stands at an offset.
    @inline(__always)
    func first(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset >= 0, offset < bytes.count else { return nil }
        let lead = bytes[offset]
        // The last byte of the character here; a word cannot stand where its first character is cut off.
        let last = lead < 0x80 ? offset : lead < 0xe0 ? offset &+ 1 : lead < 0xf0 ? offset &+ 2 : offset &+ 3
        guard last < bytes.count, heads &>> UInt64(bytes[last] & 63) & 1 != 0 else { return nil }
        return begun(bytes, offset)
    }

    /// Length of the first word that ends at an offset.
    @inline(__always)
    func last(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        guard offset > 0, offset <= bytes.count, tails &>> UInt64(bytes[offset &- 1] & 63) & 1 != 0 else { return nil }
        return ended(bytes, offset)
    }

    @inline(never)
    private func begun(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        letters.withUnsafeBufferPointer { letters in
            var start = 0
            for length in lengths {
                let length = Int(length)
                if offset &+ length <= bytes.count, Self.equal(letters, start, bytes, offset, length) { return length }
                start &+= length
            }
            return nil
        }
    }

    @inline(never)
    private func ended(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
        letters.withUnsafeBufferPointer { letters in
            var start = 0
            for length in lengths {
                let length = Int(length)
                if offset >= length, Self.equal(letters, start, bytes, offset &- length, length) { return length }
                start &+= length
            }
            return nil
        }
    }

    /// Compared from the end: words of one script share their first bytes.
    @inline(__always)
    private static func equal(
        _ letters: UnsafeBufferPointer<UInt8>, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int,
        _ length: Int
    ) -> Bool {
        var place = length &- 1
        while place >= 0 {
            if letters[start &+ place] != bytes[offset &+ place] { return false }
            place &-= 1
        }
        return length > 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Length of the first of `words` that stands at an offset.
    @inline(__always)
    func first(of words: WordList, at offset: Int) -> Int? { words.first(in: self, at: offset) }

    /// Length of the first of `words` that ends at an offset.
    @inline(__always)
    func last(of words: WordList, at offset: Int) -> Int? { words.last(in: self, at: offset) }

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
