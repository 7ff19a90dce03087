import JapaneseText

/// Finds phrases in one text, for highlights.
struct PhraseFinder {
    struct Occurrence: Hashable {
        /// UTF-8 bytes of the text as it is, not folded.
        var range: Range<Int>
        /// Which of the phrases.
        var phrase: Int
        /// As in `PhraseMatches.weight`.
        var weight: Float
    }

    /// Occurrences of a phrase looked at in one text at most.
    static let mostOccurrences = 500

    /// All phrases' occurrences by place.
    /// - Complexity: O(text · phrases).
    static func occurrences(of phrases: [SearchPhrase], in text: UnsafeBufferPointer<UInt8>) -> [Occurrence] {
        guard !phrases.isEmpty else { return [] }
        let folded = TextFolding.fold(text)
        var scalars: [UInt32] = [ComparedText.blank]
        var offsets: [Int] = [0]
        folded.bytes.withUnsafeBufferPointer { bytes in
            ComparedText.forEachScalar(in: bytes) { value, offset in
                scalars.append(value)
                offsets.append(offset)
            }
        }
        scalars.append(ComparedText.blank)
        offsets.append(folded.bytes.count)
        var found: [Occurrence] = []
        for (number, phrase) in phrases.enumerated() {
            let length = phrase.scalars.count
            for start in starts(of: phrase.scalars, in: scalars).prefix(mostOccurrences) {
                // Blanks at the ends of the text are not part of it.
                guard start > 0, start + length < scalars.count else { continue }
                let begins = WordBoundary.begins(before: scalars[start], after: scalars[start - 1])
                guard begins || !phrase.isPrefix else { continue }
                let ends = WordBoundary.ends(after: scalars[start + length - 1], before: scalars[start + length])
                found.append(
                    Occurrence(
                        range: folded.sourceRange(of: offsets[start]..<offsets[start + length]), phrase: number,
                        weight: PhraseMatches.weight(begins: begins, ends: ends)))
            }
        }
        return found.sorted { ($0.range.lowerBound, $0.phrase) < ($1.range.lowerBound, $1.phrase) }
    }

    /// Knuth, Morris and Pratt: linear also for a text of one letter.
    private static func starts(of phrase: [UInt32], in text: [UInt32]) -> [Int] {
        var fallback = [Int](repeating: 0, count: phrase.count)
        var length = 0
        for place in phrase.indices.dropFirst() {
            while length > 0, phrase[place] != phrase[length] { length = fallback[length - 1] }
            if phrase[place] == phrase[length] { length += 1 }
            fallback[place] = length
        }
        var starts: [Int] = []
        length = 0
        for place in text.indices {
            while length > 0, text[place] != phrase[length] { length = fallback[length - 1] }
            if text[place] == phrase[length] { length += 1 }
            if length == phrase.count {
                starts.append(place - length + 1)
                length = fallback[length - 1]
            }
        }
        return starts
    }
}
