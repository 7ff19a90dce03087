import JapaneseText

/// Reads what a figure counts, where it stands directly before the number: 相談件数は37件, 参加者22名.
struct FigureSubject {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Longest subject, in bytes.
    static let longest = 60

    func subject(before start: Int) -> Range<Int>? {
        var end = start
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        for _ in 0..<3 {
            if let adverb = bytes.last(of: FigureLexicon.adverbs, at: end) { end -= adverb } else { break }
        }
        if let particle = bytes.last(of: FigureLexicon.subjectParticles, at: end) {
            end -= particle
        }
        let floor = max(0, start - Self.longest)
        guard let begin = nounStart(before: end, floor: floor), isWholeWord(begin),
            bytes.last(of: FigureLexicon.notSubjectEnd, at: end) == nil
        else { return nil }
        var subject = joined(begin, floor: floor)..<end
        if let opening = bytes.first(of: FigureLexicon.subjectOpenings, at: subject.lowerBound) {
            subject = min(subject.lowerBound + opening, end)..<end
        }
        return subject.count >= 6 ? subject : nil
    }

    /// Start of the noun that ends at `end`: kanji, katakana, Latin letters, and the few nouns with hiragana in them.
    private func nounStart(before end: Int, floor: Int) -> Int? {
        var place = end
        while place > floor {
            if let stem = bytes.last(of: Self.stems, at: place) {
                place -= stem
            } else if let (value, length) = bytes.scalar(before: place), isNoun(value) {
                place -= length
            } else {
                break
            }
        }
        return place < end ? place : nil
    }

    /// Takes 出張相談の before 実績 along.
    private func joined(_ begin: Int, floor: Int) -> Int {
        let of: [UInt8] = Array("の".utf8)
        guard bytes.ends(of, at: begin), let wider = nounStart(before: begin - 3, floor: floor), begin - 3 - wider >= 6,
            isWholeWord(wider), bytes.last(of: FigureLexicon.notSubjectEnd, at: begin - 3) == nil
        else { return begin }
        return wider
    }

    /// Whether a word may begin here: not behind a digit, and not behind hiragana that may belong to it.
    private func isWholeWord(_ begin: Int) -> Bool {
        guard begin > 0 else { return true }
        let last = bytes[begin - 1]
        if last < 0x80 { return !(0x30...0x39).contains(last) }
        guard let (value, _) = bytes.scalar(before: begin) else { return true }
        guard (0x3041...0x3096).contains(value) else { return true }
        return bytes.last(of: Self.boundaries, at: begin) != nil
    }

    private func isNoun(_ value: UInt32) -> Bool {
        switch value {
        case 0x4e00...0x9fff, 0x3005, 0x30a1...0x30fa, 0x30fc, 0x61...0x7a: true
        default: false
        }
    }

    private static let stems = words("子ども こども 障がい づくり 取り組み 取組み 支え合い 助け合い ひきこもり ひとり親 か所数 申し込み 問い合わせ")
    private static let boundaries = words("の は が を に で と も へ や た な る い し から より")
}
