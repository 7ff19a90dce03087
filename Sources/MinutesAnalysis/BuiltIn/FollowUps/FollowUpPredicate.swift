import JapaneseText
import MinutesModel

/// The end of a clause, taken apart: the form that says how it is meant, and what is done in front of it.
struct FollowUpPredicate: Sendable {
    var cue: Int
    var stem: FollowUpCue.Stem?
    /// Place of the stem's cue in the lexicon.
    var stemCue: Int?
    /// Bytes of the form that made the cue.
    var form: Range<Int>
    /// Where the stem begins; `form.lowerBound` when there is none.
    var stemStart: Int
    /// Where the clause ends: at the joint, or the end of the sentence.
    var clauseEnd: Int
    /// Whether 思う, 考える or 感じる stood behind the form.
    var isStated: Bool
    /// Whether a noun such as もの or こと stood behind the form.
    var isNominal: Bool
}

/// A sentence as the rules see it: its predicates from the last to the first, and the words that count anywhere.
struct FollowUpSentence {
    let bytes: UnsafeBufferPointer<UInt8>
    let speaker: FollowUpSpeakers
    let lexicon: FollowUpLexicon
    /// The sentence as printed and the way back to it, where `bytes` are a folded copy.
    private let original: (bytes: UnsafeBufferPointer<UInt8>, map: FoldedText)?
    /// Starts of joints, in order.
    private(set) var joints: [Int] = []
    private(set) var marks: [(mark: FollowUpCue.Mark, cue: Int, range: Range<Int>)] = []

    /// Predicates looked at in a sentence at most, from its end.
    private static let mostClauses = 12
    /// Pieces taken off the end of a predicate at most.
    private static let mostTails = 24

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, speaker: FollowUpSpeakers, lexicon: FollowUpLexicon,
        original: (bytes: UnsafeBufferPointer<UInt8>, map: FoldedText)? = nil
    ) {
        self.original = original
        self.bytes = bytes
        self.speaker = speaker
        self.lexicon = lexicon
        var joints: [Int] = []
        var marks: [(mark: FollowUpCue.Mark, cue: Int, range: Range<Int>)] = []
        lexicon.words.forEachMatch(in: bytes) { pattern, range in
            let cue = Int(lexicon.wordCues[pattern])
            if let mark = lexicon.traits[cue].mark {
                marks.append((mark, cue, range))
            } else if Self.isJoint(bytes, range) {
                joints.append(range.lowerBound)
            }
        }
        self.joints = joints.count > 1 ? joints.sorted() : joints
        self.marks = marks
    }

    /// 「ので」 is none in 「のでは」, 「のです」, 「のであれば」; 「し、」 none in 「作成し、」, which shares the predicate that
    /// follows; 「から、」 none behind a noun.
    private static func isJoint(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = bytes.scalar(at: range.lowerBound).value
        if first == 0x3057 || first == 0x304B {
            guard let (value, _) = bytes.scalar(before: range.lowerBound) else { return false }
            // す い だ る う た ん
            return [0x3059, 0x3044, 0x3060, 0x308B, 0x3046, 0x305F, 0x3093].contains(value)
        }
        guard range.count == 6, bytes[range.lowerBound + 2] == 0xAE, range.upperBound + 2 < bytes.count else {
            return true
        }
        // ので + は す し あ ご な
        let (next, _) = bytes.scalar(at: range.upperBound)
        return ![0x306F, 0x3059, 0x3057, 0x3042, 0x3054, 0x306A].contains(next)
    }

    /// The words of a range as the document prints them.
    func printed(_ range: Range<Int>) -> String {
        let printed = printedBytes(range)
        return printed.text(0..<printed.count)
    }

    /// The bytes of a range as the document prints them.
    func printedBytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        guard let original else { return UnsafeBufferPointer(rebasing: bytes[range]) }
        return UnsafeBufferPointer(rebasing: original.bytes[original.map.sourceRange(of: range)])
    }

    func has(_ mark: FollowUpCue.Mark) -> Bool { marks.contains { $0.mark == mark } }

    /// Where the clause that holds a place begins: behind the joint before it, or at the start of the sentence.
    func clauseStart(of place: Int) -> Int { joints.last { $0 < place } ?? 0 }

    /// The last predicate of the sentence, and those before joints, from the last to the first.
    func predicates(_ body: (_ predicate: FollowUpPredicate?, _ isFinal: Bool) -> Bool) {
        guard body(predicate(endingAt: bytes.count, floor: joints.last ?? 0), true) else { return }
        var index = joints.count - 1
        var left = Self.mostClauses
        while index >= 0, left > 0 {
            let floor = index > 0 ? joints[index - 1] : 0
            guard body(predicate(endingAt: joints[index], floor: floor), false) else { return }
            index -= 1
            left -= 1
        }
    }

    /// Takes tails off the end until a form stands there.
    private func predicate(endingAt clauseEnd: Int, floor: Int) -> FollowUpPredicate? {
        var end = clauseEnd
        var isStated = false
        var isNominal = false
        for _ in 0..<Self.mostTails {
            var best: (cue: Int, start: Int, weight: Int32)?
            lexicon.endings.forEach(in: bytes, endingAt: end) { cue, start in
                let entry = lexicon.traits[cue]
                guard entry.speakers.contains(speaker) else { return }
                if let old = best, old.start == start, old.weight >= entry.weight { return }
                best = (cue, start, entry.weight)
            }
            guard let best else { return nil }
            guard lexicon.traits[best.cue].isTail else {
                let stem = stem(endingAt: best.start, isRequest: lexicon.traits[best.cue].isRequest)
                return FollowUpPredicate(
                    cue: best.cue, stem: stem?.kind, stemCue: stem?.cue, form: best.start..<end,
                    stemStart: stem?.start ?? best.start, clauseEnd: clauseEnd, isStated: isStated,
                    isNominal: isNominal)
            }
            if !isStated { isStated = saysThought(best.start..<end) }
            if !isNominal { isNominal = saysThing(best.start..<end) }
            end = best.start
            if end <= 0 { return nil }
        }
        return nil
    }

    private func stem(endingAt end: Int, isRequest: Bool) -> (kind: FollowUpCue.Stem, cue: Int, start: Int)? {
        var end = end
        // 聞かせ[て]いただきたい
        if isRequest, end >= 3, bytes[end - 3] == 0xE3, bytes[end - 2] == 0x81,
            bytes[end - 1] == 0xA6 || bytes[end - 1] == 0xA7
        {
            end -= 3
        }
        var best: (kind: FollowUpCue.Stem, cue: Int, start: Int, weight: Int32)?
        lexicon.stems.forEach(in: bytes, endingAt: end) { cue, start in
            let entry = lexicon.traits[cue]
            guard entry.speakers.contains(speaker), let kind = entry.stem else { return }
            // 周知 in 「周知をお願いします」 says nothing; お知らせ in 「お知らせします」 is work.
            if isRequest ? kind == .work : kind == .speech { return }
            if kind != .work, cutsWord(start) { return }
            if let old = best, old.start == start, old.weight >= entry.weight { return }
            best = (kind, cue, start, entry.weight)
        }
        return best.map { ($0.kind, $0.cue, $0.start) }
    }

    /// 示し in 掲示し: a verb of one ideograph and kana that begins in the middle of a word.
    private func cutsWord(_ start: Int) -> Bool {
        func isIdeograph(_ value: UInt32) -> Bool { (0x4E00...0x9FFF).contains(value) }
        guard start + 3 < bytes.count, let before = bytes.scalar(before: start)?.value else { return false }
        return isIdeograph(before) && before != 0x5FA1 && isIdeograph(bytes.scalar(at: start).value)
            && (0x3041...0x3096).contains(bytes.scalar(at: start + 3).value)
    }

    /// 思 (E6 80 9D), 考え (E8 80 83 …), 感じ (E6 84 9F …) at the start of a piece.
    private func saysThought(_ piece: Range<Int>) -> Bool {
        guard piece.count >= 6 else { return false }
        let (value, _) = bytes.scalar(at: piece.lowerBound)
        return value == 0x601D || value == 0x8003 || value == 0x611F
    }

    /// もの, こと, になる, となる at the start of a piece.
    private func saysThing(_ piece: Range<Int>) -> Bool {
        guard piece.count >= 6 else { return false }
        let first = bytes.scalar(at: piece.lowerBound).value
        let second = bytes.scalar(at: piece.lowerBound + 3).value
        return first == 0x3082 && second == 0x306E || first == 0x3053 && second == 0x3068
            || second == 0x306A && (first == 0x306B || first == 0x3068)  // になる, となる
    }
}
