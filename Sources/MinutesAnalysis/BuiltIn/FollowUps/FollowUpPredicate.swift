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

/// A word that counts wherever it stands, in a sentence.
struct FollowUpMark: Sendable {
    var mark: FollowUpCue.Mark
    var cue: Int
    var range: Range<Int>
}

/// The joints and marks of one sentence; the room is used again for the next.
struct FollowUpWords {
    /// Starts of joints, in order.
    private(set) var joints: [Int] = []
    private(set) var marks: [FollowUpMark] = []

    mutating func clear() {
        joints.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
    }

    /// 「次回は３月19日です」
    var namesNextMeeting: Bool { marks.contains { $0.mark == .nextMeeting } }

    /// Takes in a word of the lexicon that stands in the sentence; they come by their ends.
    @inline(__always)
    mutating func add(
        _ word: Int, _ range: Range<Int>, of lexicon: FollowUpLexicon, in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let cue = Int(lexicon.wordCues[word])
        if let mark = lexicon.traits[cue].mark {
            marks.append(FollowUpMark(mark: mark, cue: cue, range: range))
        } else if Self.isJoint(bytes, range) {
            var place = joints.count
            while place > 0, joints[place - 1] > range.lowerBound { place -= 1 }
            joints.insert(range.lowerBound, at: place)
        }
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

}

/// A sentence as the rules see it: its predicates from the last to the first, and the words that count anywhere.
struct FollowUpSentence {
    let bytes: UnsafeBufferPointer<UInt8>
    let speaker: FollowUpSpeakers
    /// It stands in a short turn of the host right behind what somebody asked or said.
    let isReply: Bool
    /// It stands in a short turn right behind one in which something was asked for.
    let answersRequest: Bool
    /// It stands right behind a sentence that says when the next meeting is.
    let isBehindNext: Bool
    let lexicon: FollowUpLexicon
    /// Starts of joints, in order.
    let joints: UnsafeBufferPointer<Int>
    let marks: UnsafeBufferPointer<FollowUpMark>
    /// The kinds of marks among them, a bit each.
    private let markSet: UInt32
    /// The sentence as printed and the way back to it, where `bytes` are a folded copy.
    private let original: (bytes: UnsafeBufferPointer<UInt8>, map: FoldedText)?

    /// Predicates looked at in a sentence at most, from its end.
    private static let mostClauses = 12
    /// Pieces taken off the end of a predicate at most.
    private static let mostTails = 24

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, speaker: FollowUpSpeakers, answer: FollowUpReply.Answer = .init(),
        isBehindNext: Bool = false, lexicon: FollowUpLexicon, joints: UnsafeBufferPointer<Int>,
        marks: UnsafeBufferPointer<FollowUpMark>,
        original: (bytes: UnsafeBufferPointer<UInt8>, map: FoldedText)? = nil
    ) {
        self.original = original
        self.bytes = bytes
        self.speaker = speaker
        isReply = answer.isReply
        answersRequest = answer.isToRequest
        self.isBehindNext = isBehindNext
        self.lexicon = lexicon
        self.joints = joints
        self.marks = marks
        markSet = marks.reduce(0) { $0 | 1 << UInt32($1.mark.rawValue) }
    }

    /// The words of a range as the document prints them.
    func printed(_ range: Range<Int>) -> String {
        String(validated: printedBytes(range))
    }

    /// The bytes of a range as the document prints them.
    func printedBytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        guard let original else { return UnsafeBufferPointer(rebasing: bytes[range]) }
        return UnsafeBufferPointer(rebasing: original.bytes[original.map.sourceRange(of: range)])
    }

    @inline(__always)
    func has(_ mark: FollowUpCue.Mark) -> Bool { markSet &>> UInt32(mark.rawValue) & 1 != 0 }

    /// Where the clause that holds a place begins: behind the joint before it, or at the start of the sentence.
    func clauseStart(of place: Int) -> Int { joints.last { $0 < place } ?? 0 }

    /// The last predicate of the sentence, and those before joints, from the last to the first.
    func predicates(_ body: (_ predicate: FollowUpPredicate?, _ isFinal: Bool) -> Bool) {
        guard body(predicate(endingAt: bytes.count), true) else { return }
        var index = joints.count - 1
        var left = Self.mostClauses
        while index >= 0, left > 0 {
            guard body(predicate(endingAt: joints[index]), false) else { return }
            index -= 1
            left -= 1
        }
    }

    /// Takes tails off the end until a form stands there.
    private func predicate(endingAt clauseEnd: Int) -> FollowUpPredicate? {
        var end = clauseEnd
        var isStated = false
        var isNominal = false
        for _ in 0..<Self.mostTails {
            guard let best = lexicon.endings.longest(in: bytes, endingAt: end, speaker: speaker) else { return nil }
            guard lexicon.traits[best.cue].isTail else {
                let stem = stem(endingAt: best.start, isRequest: lexicon.traits[best.cue].sense == .kind(.request))
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
        let best = lexicon.stems.longest(in: bytes, endingAt: end, speaker: speaker) {
            StemCase(isRequest: isRequest, cutsWord: cutsWord($0)).number
        }
        return best.flatMap { best in lexicon.traits[best.cue].stem.map { ($0, best.cue, best.start) } }
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
