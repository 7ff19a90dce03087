import JapaneseText

extension QuestionForms {
    /// The words that make a sentence a question somebody has to answer; `nil` for a view, a proposal, a request, what is
    /// quoted, and what only muses. Stricter than `asks`: it stays on a list when nobody has answered.
    /// - Parameters:
    ///   - text: of the remark.
    ///   - words: of the lexicon in the remark.
    ///   - isPolite: the remark is spoken in ですます.
    /// - Returns: the place of the words in `text`.
    func openEnding(
        _ text: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>, _ words: [Sign], isPolite: Bool
    ) -> Range<Int>? {
        guard asks(text, sentence, words, chairs: false) else { return nil }
        let (length, marked) = core(of: UnsafeBufferPointer(rebasing: text[sentence]))
        let end = sentence.lowerBound + length
        guard !isQuoted(text, sentence, end) else { return nil }
        func ending(_ list: WordList) -> Range<Int>? {
            text.last(of: list, at: end).flatMap { $0 <= length ? end - $0..<end : nil }
        }
        if let asking = words.last(where: { $0.range.upperBound <= end && $0.says.contains(.asking) })?.range,
            asking.lowerBound >= sentence.lowerBound, end - asking.upperBound <= Self.behindAsking,
            let width = text.first(of: OpenQuestionLexicon.asking, at: asking.lowerBound)
        {
            return asking.lowerBound..<asking.lowerBound + width
        }
        if ending(OpenQuestionLexicon.suggesting) != nil { return nil }
        if let found = ending(OpenQuestionLexicon.proposing) {
            return text.last(of: OpenQuestionLexicon.states, at: found.lowerBound) == nil ? nil : found
        }
        if let found = ending(OpenQuestionLexicon.consenting) {
            return text.last(of: OpenQuestionLexicon.understanding, at: found.lowerBound) == nil ? nil : found
        }
        if let found = ending(OpenQuestionLexicon.knowing) {
            return text.last(of: OpenQuestionLexicon.embedded, at: found.lowerBound) == nil ? nil : found
        }
        if let found = ending(OpenQuestionLexicon.polite) { return found }
        if let found = ending(OpenQuestionLexicon.nominal) {
            return text.endsNoun(at: found.lowerBound) ? found : nil
        }
        if marked, let found = ending(OpenQuestionLexicon.cut), text.endsNoun(at: found.lowerBound) { return found }
        guard !isPolite else { return nil }
        if let found = ending(OpenQuestionLexicon.plain) { return found }
        return ending(OpenQuestionLexicon.nominalPlain).flatMap { text.endsNoun(at: $0.lowerBound) ? $0 : nil }
    }

    /// Bytes between the words that ask and the end of the sentence: 「…お聞かせいただければと思います」.
    private static let behindAsking = 60

    /// Whether a sentence stands in brackets of a quotation that is still open, ends with one, or is a line of a letter
    /// that is answered.
    private func isQuoted(_ text: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>, _ end: Int) -> Bool {
        if text[sentence.lowerBound] == 0x3e || text.scalar(at: sentence.lowerBound).value == 0xff1e { return true }
        var depth = 0
        var place = 0
        while place < sentence.upperBound {
            let (value, length) = text.scalar(at: place)
            place += length
            switch value {
            case 0x300c, 0x300e: depth += 1
            case 0x300d, 0x300f:
                depth = max(0, depth - 1)
                if place > end { return true }
            default: break
            }
        }
        return depth > 0
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a noun, a number or いくら ends at an offset.
    fileprivate func endsNoun(at offset: Int) -> Bool {
        guard let (value, _) = scalar(before: offset) else { return false }
        switch value {
        case 0x3005, 0x4e00...0x9fff, 0x30a1...0x30fa, 0x30fc: return true
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xff10...0xff19: return true
        default: return last(of: Self.asked, at: offset) != nil
        }
    }

    private static let asked = words("いくら いつ どこ だれ どれ どちら いつから いつまで どれくらい どのくらい どれぐらい どのぐらい ごろ")
}
