import JapaneseText
import MinutesModel

/// A short form of the sentence in its own words: the clause of the act, without what leads in and what softens it.
///
/// Only the end of a verb is changed, to its dictionary form, where its kana leave no doubt (続けてまいります → 続ける,
/// 送付いたします → 送付する, 取り替えていただきたい → 取り替える); everything else stands in the source.
struct FollowUpSummary {
    let sentence: FollowUpSentence
    let verdict: FollowUpVerdict

    /// Bytes of a summary that says too little by itself.
    private static let shortest = 30
    /// Clauses taken in at most.
    private static let mostClauses = 6

    private static let closings = WordList(["。", "、", " ", "　"].map { Array($0.utf8) })

    private static let openings = WordList(
        [
            "また、", "それから、", "それと、", "そして、", "なお、", "あと、", "ただ、", "ただし、", "例えば、", "たとえば、", "あわせて、", "併せて、", "次に、",
            "さらに、", "一方で、", "一方、", "しかし、", "ですので、", "ですから、", "だから、", "そこで、", "最後に、", "やはり、", "やはり", "やっぱり", "あの、",
            "えー、", "まあ、", "その、", "そういった中で、", "そういう中で、", "そういう意味で、", "そういう点で、", "そのうえで、", "その上で、", "加えて、", "また", "このため、",
            "そのため、", "よって、", "異議なしと認め、", "御異議なしと認め、",
            "御異議ないと認め、", "ご異議なしと認め、", "御異議がありませんので、", "ぜひ、", "是非、", "ぜひ", "是非", "まず、", "で、", "ですから", "何とぞ", "どうか",
            "それでは、",
        ].map { Array($0.utf8) })
    private static let that = WordList(["ことを", "という"].map { Array($0.utf8) })
    private static let joints = WordList(
        ["けれども", "けども", "とともに", "と共に", "と同時に", "ので"].map { Array($0.utf8) })

    func text() -> String {
        let bytes = sentence.bytes
        guard let predicate = verdict.predicate else { return Self.text(cut(sentence.printedBytes(0..<bytes.count))) }
        var start = sentence.clauseStart(of: predicate.form.lowerBound)
        if start > 0 { start = endOfJoint(start) }
        // What is too short says too little: the clause before is taken in.
        for _ in 0..<Self.mostClauses {
            let isThat = startsWithThat(start)
            let found = isThat ? nil : summary(from: start, predicate)
            if let found, start == 0 || found.utf8.count >= Self.shortest { return found }
            if start == 0 { break }
            let earlier = sentence.joints.last { $0 < start - (isThat ? 0 : 3) && endOfJoint($0) < start }
            start = earlier.map(endOfJoint) ?? 0
        }
        return summary(from: start, predicate) ?? Self.text(cut(sentence.printedBytes(0..<bytes.count)))
    }

    /// From a place up to the act, with a plain end; `nil` where nothing but the asking is left.
    private func summary(from start: Int, _ predicate: FollowUpPredicate) -> String? {
        // A comma looked for behind a joint may stand behind the form.
        let start = min(start, predicate.form.lowerBound)
        let body = Self.text(cut(sentence.printedBytes(start..<predicate.form.lowerBound), end: false))
        let form = sentence.printed(predicate.form)
        let cue = sentence.lexicon.cues[predicate.cue].id
        if let plain = Self.plain(body, form, cue: cue) { return plain }
        if start > 0, body.isEmpty || Self.saysNothingElse(cue) { return nil }
        return Self.text(cut(sentence.printedBytes(start..<predicate.form.upperBound)))
    }

    /// 「…していただきたい、このことを強く求めます」, 「…ということで設けます」: what it is stands before こと.
    private func startsWithThat(_ place: Int) -> Bool {
        sentence.bytes.first(of: Self.that, at: place) != nil
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { String(validated: bytes) }

    /// Behind the comma that closes a joint, or the joint itself.
    private func endOfJoint(_ joint: Int) -> Int {
        let bytes = sentence.bytes
        var place = joint
        for _ in 0..<8 where place < bytes.count {
            let (value, length) = bytes.scalar(at: place)
            place += length
            if value == 0x3001 || value == 0xFF0C { return place }
        }
        return joint + (Self.joints.first(in: bytes, at: joint) ?? 0)
    }

    /// Without what leads in and, with `end`, what closes.
    private func cut(_ text: UnsafeBufferPointer<UInt8>, end closes: Bool = true) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, text.count)
        while let opening = Self.openings.first(in: text, at: start) { start += opening }
        while closes, let mark = Self.closings.last(in: text, at: end), end - start >= mark { end -= mark }
        return UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
    }
}
