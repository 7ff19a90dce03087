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
        guard let predicate = verdict.predicate else { return Self.text(cut(sentence.printedBytes(0..<bytes.count))) }
        var start = sentence.clauseStart(of: predicate.form.lowerBound)
        if start > 0 { start = endOfJoint(start) }
        if predicate.form.upperBound - start < Self.shortest {
            let joints = sentence.joints.filter { $0 < start }
            start = joints.count > 1 ? endOfJoint(joints[joints.count - 2]) : 0
        }
        // A comma looked for behind a joint may stand behind the form.
        start = min(start, predicate.form.lowerBound)
        let body = cut(sentence.printedBytes(start..<predicate.form.lowerBound))
        return Self.text(body, ending(sentence.printedBytes(predicate.form), behind: body, predicate))
    }

    /// Two stretches of text as one.
    private static func text(
        _ body: UnsafeBufferPointer<UInt8>,
        _ ending: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
    ) -> String {
        String(unsafeUninitializedCapacity: body.count + ending.count) { room in
            guard let start = room.baseAddress else { return 0 }
            if let from = body.baseAddress { start.initialize(from: from, count: body.count) }
            if let from = ending.baseAddress { (start + body.count).initialize(from: from, count: ending.count) }
            return body.count + ending.count
        }
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
        return joint + (Self.joints.first(in: bytes, at: joint) ?? 0)
    }

    private func cut(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var (start, end) = (0, text.count)
        while let opening = Self.openings.first(in: text, at: start) { start += opening }
        while let mark = Self.closings.last(in: text, at: end), end - start >= mark { end -= mark }
        return UnsafeBufferPointer(rebasing: text[min(start, end)..<end])
    }

    private static let suru: StaticString = "する"
    private static let ru: StaticString = "る"
    private static let teiku: StaticString = "ていく"
    private static let does = words("します いたします 致します")

    private func ending(
        _ form: UnsafeBufferPointer<UInt8>, behind body: UnsafeBufferPointer<UInt8>, _ predicate: FollowUpPredicate
    ) -> UnsafeBufferPointer<UInt8> {
        let ending: StaticString
        switch sentence.lexicon.traits[predicate.cue].name {
        // します, いたします → する; お送りします stays.
        case .suru where Self.does.first(in: form, at: 0) == form.count: ending = Self.suru
        case .saseteitadaku: ending = Self.suru
        // てまいります → the dictionary form where the kana in front leaves no doubt; else ていく. Requests keep their form.
        case .mairu where startsWithTe(form) && !body.isEmpty, .iku where startsWithTe(form) && !body.isEmpty:
            ending = endsInE(body) ? Self.ru : Self.teiku
        default: return form
        }
        return UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
    }

    private func startsWithTe(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        !form.isEmpty && form.scalar(at: 0).value == 0x3066
    }

    /// え け せ て ね べ め れ げ ぜ で へ
    private func endsInE(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
        switch body.scalar(before: body.count)?.value {
        case 0x3048, 0x3051, 0x305B, 0x3066, 0x306D, 0x3079, 0x3081, 0x308C, 0x3052, 0x305C, 0x3067, 0x3078: true
        default: false
        }
    }
}
