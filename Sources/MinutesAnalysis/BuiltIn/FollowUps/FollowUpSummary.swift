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

    private static let closings = ["。", "、", " ", "　"].map { Array($0.utf8) }

    private static let openings = [
        "また、", "それから、", "それと、", "そして、", "なお、", "あと、", "ただ、", "ただし、", "例えば、", "たとえば、", "あわせて、", "併せて、", "次に、",
        "さらに、", "一方で、", "一方、", "しかし、", "ですので、", "ですから、", "だから、", "そこで、", "最後に、", "やはり、", "やはり", "やっぱり", "あの、",
        "えー、", "まあ、", "その、", "そういった中で、", "そういう中で、", "そういう意味で、", "そういう点で、", "そのうえで、", "その上で、", "加えて、", "また",
    ].map { Array($0.utf8) }

    func text() -> String {
        let bytes = sentence.bytes
        guard let predicate = verdict.predicate else { return cut(sentence.printed(0..<bytes.count)) }
        var start = sentence.clauseStart(of: predicate.form.lowerBound)
        if start > 0 { start = endOfJoint(start) }
        if predicate.form.upperBound - start < Self.shortest {
            let joints = sentence.joints.filter { $0 < start }
            start = joints.count > 1 ? endOfJoint(joints[joints.count - 2]) : 0
        }
        let body = cut(sentence.printed(start..<predicate.form.lowerBound))
        return body + ending(sentence.printed(predicate.form), behind: body, predicate)
    }

    /// Behind the comma that closes a joint, or the joint itself.
    private func endOfJoint(_ joint: Int) -> Int {
        let bytes = sentence.bytes
        var place = joint
        for _ in 0..<8 where place < bytes.count {
            let (value, length) = bytes.scalar(at: place)
            place += length
            if value == 0x3001 || value == 0xFF0C { return place }
        }
        let text = bytes.text(joint..<min(bytes.count, joint + 12))
        for word in ["けれども", "けども", "とともに", "と共に", "と同時に", "ので"] where text.hasPrefix(word) {
            return joint + word.utf8.count
        }
        return joint
    }

    private func cut(_ text: String) -> String {
        var rest = ArraySlice(text.utf8)
        while let opening = Self.openings.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(opening.count)
        }
        while let mark = Self.closings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(mark.count)
        }
        return String(decoding: rest, as: UTF8.self)
    }

    private func ending(_ form: String, behind body: String, _ predicate: FollowUpPredicate) -> String {
        let cue = sentence.lexicon.cues[predicate.cue].id
        switch cue {
        case "c.suru" where form.hasSuffix("します") || form.hasSuffix("致します"): return suru(form)
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
    private func plain(_ form: String, behind body: String, _ cue: String) -> String {
        guard cue == "c.mairu" || cue == "c.iku" else { return form }
        guard form.hasPrefix("て"), let last = body.last else { return form }
        if "えけせてねべめれげぜでへ".contains(last) { return "る" }
        return "ていく"
    }
}
