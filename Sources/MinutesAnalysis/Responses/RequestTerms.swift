import JapaneseText

/// Nouns of a request, to be met again in an answer: words of two characters, and of longer ones each three in a row.
struct RequestTerms {
    /// Each term once, its characters as 16 bits each; all of them stand in the basic plane.
    private var terms: [UInt64] = []
    /// By hash, whether a term may be among them.
    private var filter = [UInt64](repeating: 0, count: 16)

    /// Terms of one request after which no further word is read.
    private static let most = 200

    private static let common = Set(
        ResponseLexicon.common.map { word in word.unicodeScalars.reduce(0) { $0 << 16 | UInt64($1.value) } })

    /// - Complexity: O(n).
    init(of text: String) {
        text.withUTF8Bytes { bytes in
            var place = 0
            var length = 0
            var last: UInt64 = 0
            func pair() -> UInt64? { length == 2 && !Self.common.contains(last) ? last : nil }
            while place < bytes.count, length > 0 || terms.count <= Self.most {
                let (value, width) = bytes.scalar(at: place)
                place += width
                if Self.isNoun(value) {
                    last = (last << 16 | UInt64(value)) & 0xFFFF_FFFF_FFFF
                    length += 1
                    if length >= 3 { insert(last) }
                } else {
                    if let pair = pair() { insert(pair) }
                    (length, last) = (0, 0)
                }
            }
            if let pair = pair() { insert(pair) }
        }
    }

    /// Whether the request names nothing but what every meeting speaks of.
    var isEmpty: Bool { terms.isEmpty }

    private static func isNoun(_ value: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
    }

    private static func hash(_ term: UInt64) -> Int {
        Int(truncatingIfNeeded: (term &* 0x9E37_79B9_7F4A_7C15) >> 54)
    }

    private func place(of term: UInt64) -> Int? {
        let hash = Self.hash(term)
        guard filter[hash >> 6] >> UInt64(hash & 63) & 1 != 0 else { return nil }
        return terms.firstIndex(of: term)
    }

    private mutating func insert(_ term: UInt64) {
        guard place(of: term) == nil else { return }
        let hash = Self.hash(term)
        filter[hash >> 6] |= 1 << UInt64(hash & 63)
        terms.append(term)
    }

    /// Takes out the terms that a text holds.
    /// - Complexity: O(n).
    mutating func forget(in text: UnsafeBufferPointer<UInt8>) {
        var met: [UInt64] = []
        forEachTerm(in: text) { term, _ in met.append(term) }
        terms.removeAll { met.contains($0) }
    }

    /// How many of the terms stand in a sentence, and whether one stands in its first `opening` bytes.
    /// - Complexity: O(n).
    func shared(with sentence: UnsafeBufferPointer<UInt8>, opening: Int) -> (count: Int, opens: Bool) {
        var met: [UInt64] = []
        var opens = false
        forEachTerm(in: sentence) { term, end in
            if end <= opening { opens = true }
            if !met.contains(term) { met.append(term) }
        }
        return (met.count, opens)
    }
    /// The terms met in a text, each with the end of its last character.
    @inline(__always)
    private func forEachTerm(in sentence: UnsafeBufferPointer<UInt8>, _ body: (_ term: UInt64, _ end: Int) -> Void) {
        var place = 0
        var length = 0
        var last: UInt64 = 0
        while place < sentence.count {
            // Hiragana and marks, more than half of a sentence: they end in E3 80 to E3 82 A0.
            if sentence[place] == 0xE3, place &+ 2 < sentence.count,
                sentence[place &+ 1] < 0x82 || sentence[place &+ 1] == 0x82 && sentence[place &+ 2] <= 0xA0
            {
                place &+= 3
                (length, last) = (0, 0)
                continue
            }
            let (value, width) = sentence.scalar(at: place)
            place += width
            guard Self.isNoun(value) else {
                (length, last) = (0, 0)
                continue
            }
            last = (last << 16 | UInt64(value)) & 0xFFFF_FFFF_FFFF
            length += 1
            if length >= 2, self.place(of: last & 0xFFFF_FFFF) != nil { body(last & 0xFFFF_FFFF, place) }
            if length >= 3, self.place(of: last) != nil { body(last, place) }
        }
    }
}
