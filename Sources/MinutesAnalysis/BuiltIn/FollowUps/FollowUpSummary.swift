import JapaneseText
import MinutesModel

/// A short form of the sentence in its own words: the clause of the act, without what leads in and what softens it.
///
/// Only the end of a verb is changed, to its dictionary form, where its kana leave no doubt (続けてまいります → 続ける,
/// 送付いたします → 送付する); everything else stands in the source.
struct FollowUpSummary {
    let sentence: FollowUpSentence
    let verdict: FollowUpVerdict

    /// A clause shorter than this says too little by itself; the one before is taken in.
    private static let shortest = 36

    private static let closings = WordList(["。", "、", " ", "　"].map { Array($0.utf8) })

    private static let openings = WordList(
        [
            "また、", "それから、", "それと、", "そして、", "なお、", "あと、", "ただ、", "ただし、", "例えば、", "たとえば、", "あわせて、", "併せて、", "次に、",
            "さらに、", "一方で、", "一方、", "しかし、", "ですので、", "ですから、", "だから、", "そこで、", "最後に、", "やはり、", "やはり", "やっぱり", "あの、",
            "えー、", "まあ、", "その、", "そういった中で、", "そういう中で、", "そういう意味で、", "そういう点で、", "そのうえで、", "その上で、", "加えて、", "また",
        ].map { Array($0.utf8) })
    private static let joints = WordList(
        ["けれども", "けども", "とともに", "と共に", "と同時に", "ので"].map { Array($0.utf8) })

    func text() -> String {
        let bytes = sentence.bytes
        guard let predicate = verdict.predicate else { return text(cut(sentence.printedBytes(0..<bytes.count))) }
        var start = sentence.clauseStart(of: predicate.form.lowerBound)
        if start > 0 { start = endOfJoint(start) }
        if predicate.form.upperBound - start < Self.shortest {
            let joints = sentence.joints.filter { $0 < start }
            start = joints.count > 1 ? endOfJoint(joints[joints.count - 2]) : 0
        }
        // A comma looked for behind a joint may stand behind the form.
        start = min(start, predicate.form.lowerBound)
        let body = cut(sentence.printedBytes(start..<predicate.form.lowerBound))
        return text(body) + ending(sentence.printed(predicate.form), behind: body, predicate)
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String { bytes.text(0..<bytes.count) }

    /// Behind the comma that closes a joint, or the joint itself.
    private func endOfJoint(_ joint: Int) -> Int {
        let bytes = sentence.bytes
        var place = joint
        for _ in 0..<8 where place < bytes.count {
            let (value, length) = bytes.scalar(at: place)
            place += length
            if value == 0x3001 || value == 0xFF0C { return place }
        }
        let word = Self.joints.first(in: bytes, at: joint)
        return joint + (word?.count ?? 0)
    }

    private func cut(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, text.count)
        while let opening = Self.openings.first(in: text, at: start) { start += opening.count }
        while let mark = Self.closings.last(in: text, at: end), end - start >= mark.count { end -= mark.count }
        return UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
    }

    private func ending(_ form: String, behind body: UnsafeBufferPointer<UInt8>, _ predicate: FollowUpPredicate)
        -> String
    {
        let cue = sentence.lexicon.cues[predicate.cue].id
        switch cue {
        case "c.suru" where form.ends(in: "します") || form.ends(in: "致します"): return suru(form)
        case "c.saseteitadaku": return "する"
        case "c.mairu", "c.iku", "r.itadaku", "r.hoshii", "r.kudasai", "r.morau": return plain(form, behind: body, cue)
        default: return form
        }
    }

    /// します, いたします → する; お送りします stays.
    private func suru(_ form: String) -> String {
        form == "します" || form == "いたします" || form == "致します" ? "する" : form
    }

    /// てまいります → the dictionary form where the kana in front leaves no doubt; else ていく. Requests keep their form.
    private func plain(_ form: String, behind body: UnsafeBufferPointer<UInt8>, _ cue: String) -> String {
        guard cue == "c.mairu" || cue == "c.iku" else { return form }
        guard form.hasPrefix("て"), let last = text(body).last else { return form }
        if "えけせてねべめれげぜでへ".contains(last) { return "る" }
        return "ていく"
    }
}
