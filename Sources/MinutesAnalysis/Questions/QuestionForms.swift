import JapaneseText
import MinutesModel

/// Tells by its end whether a sentence asks something.
struct QuestionForms: Sendable {
    /// What the words of a stretch say; several may hold.
    struct Signs: OptionSet, Sendable {
        let rawValue: UInt8
        static let asking = Signs(rawValue: 1)
        static let informing = Signs(rawValue: 2)
        static let running = Signs(rawValue: 4)
        static let asked = Signs(rawValue: 8)
        static let closing = Signs(rawValue: 16)
        static let calling = Signs(rawValue: 32)
        static let adding = Signs(rawValue: 64)
    }

    static let standard = QuestionForms()

    /// Bytes before the end of a sentence in which its form is looked for.
    private static let reach = 96

    private static let endings = words("か ですかね ますかね でしょうかね")

    private let matcher: PatternMatcher
    private let signs: [Signs]
    private let rhetorical = words(QuestionLexicon.rhetorical)
    private let favours = words(QuestionLexicon.favours)
    private let past = words(QuestionLexicon.past)

    init() {
        var patterns: [String] = []
        var signs: [Signs] = []
        for (list, sign) in [
            (QuestionLexicon.asking, Signs.asking), (QuestionLexicon.informing, .informing),
            (QuestionLexicon.running, .running), (QuestionLexicon.asked, .asked), (QuestionLexicon.closing, .closing),
            (QuestionLexicon.calling, .calling), (QuestionLexicon.adding, .adding),
        ] {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                patterns.append(String(word))
                signs.append(sign)
            }
        }
        matcher = PatternMatcher(patterns)
        self.signs = signs
    }

    /// What the words of a stretch say.
    func signs(in bytes: UnsafeBufferPointer<UInt8>) -> Signs {
        var found: Signs = []
        matcher.forEachMatch(in: bytes) { pattern, _ in found.formUnion(signs[pattern]) }
        return found
    }

    /// Whether a sentence asks for an answer.
    /// - Parameter chairs: the speaker runs the meeting, so that `ご意見はありませんか` asks nothing.
    func asks(_ sentence: UnsafeBufferPointer<UInt8>, chairs: Bool) -> Bool {
        let (body, marked) = core(of: sentence)
        guard body.count >= 6 else { return false }
        let tail = UnsafeBufferPointer(rebasing: body.suffix(Self.reach))
        guard holdsVoicingMark(tail) else { return asks(sentence, body: tail, marked: marked, chairs: chairs) }
        // A file from a Mac: letters and voicing marks apart.
        let composed = TextFolding.fold(tail, .composition).bytes
        return composed.withUnsafeBufferPointer { asks(sentence, body: $0, marked: marked, chairs: chairs) }
    }

    /// U+3099 on its own.
    private func holdsVoicingMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = 2
        while place < bytes.count {
            if bytes[place] == 0x99, bytes[place - 1] == 0x82, bytes[place - 2] == 0xe3 { return true }
            place += 1
        }
        return false
    }

    private func asks(
        _ sentence: UnsafeBufferPointer<UInt8>, body tail: UnsafeBufferPointer<UInt8>, marked: Bool, chairs: Bool
    ) -> Bool {
        let isVoiced = tail.last(of: Self.endings, at: tail.count) != nil
        if isVoiced || marked {
            guard tail.last(of: rhetorical, at: tail.count) == nil else { return false }
            if tail.last(of: favours, at: tail.count) != nil, !signs(in: tail).contains(.informing) { return false }
        } else {
            guard signs(in: tail).contains(.asking), tail.last(of: past, at: tail.count) == nil else { return false }
        }
        guard chairs else { return true }
        let signs = signs(in: sentence)
        return !signs.contains(.running) || (signs.contains(.asked) && !isVoiced)
    }

    /// The sentence without what closes it, and whether a question mark does.
    private func core(of sentence: UnsafeBufferPointer<UInt8>) -> (UnsafeBufferPointer<UInt8>, marked: Bool) {
        var end = sentence.count
        var marked = false
        while let (value, length) = sentence.scalar(before: end) {
            switch value {
            case 0x3f, 0xff1f: marked = true
            case 0x3002, 0x21, 0xff01, 0x20, 0x3000, 0x300d, 0x300f, 0xff61: break
            default: return (UnsafeBufferPointer(rebasing: sentence[..<end]), marked)
            }
            end -= length
        }
        return (UnsafeBufferPointer(rebasing: sentence[..<0]), marked)
    }
}
