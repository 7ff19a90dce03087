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

    let vocabulary: Vocabulary
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
        vocabulary = Vocabulary(patterns)
        self.signs = signs
    }

    /// A word of the lexicon in a remark, and what it says.
    struct Sign: Sendable {
        var range: Range<Int>
        var says: Signs
    }

    /// The words of the lexicon that a remark prints, by their ends.
    func signs(_ hits: ArraySlice<WordHit>, of text: UnsafeBufferPointer<UInt8>, _ folded: FoldedText) -> [Sign] {
        var found: [Sign] = []
        vocabulary.forEachPrinted(hits, of: text, folded) { found.append(Sign(range: $1, says: signs[$0])) }
        return found
    }

    /// Whether a sentence asks for an answer.
    /// - Parameters:
    ///   - text: of the remark.
    ///   - words: of the lexicon in the remark.
    ///   - chairs: the speaker runs the meeting, so that `ご意見はありませんか` asks nothing.
    func asks(_ text: UnsafeBufferPointer<UInt8>, _ sentence: Range<Int>, _ words: [Sign], chairs: Bool) -> Bool {
        let (length, marked) = core(of: UnsafeBufferPointer(rebasing: text[sentence]))
        guard length >= 6 else { return false }
        let end = sentence.lowerBound + length
        let reach = max(sentence.lowerBound, end - Self.reach)..<end
        let tail = UnsafeBufferPointer(rebasing: text[reach])
        let form: Form
        if holdsVoicingMark(tail) {
            // A file from a Mac: letters and voicing marks apart.
            let composed = TextFolding.fold(tail, .composition).bytes
            form = composed.withUnsafeBufferPointer { self.form(of: $0, marked: marked, self.signs(in: $0)) }
        } else {
            form = self.form(of: tail, marked: marked, words.said(in: reach))
        }
        guard form.asks, chairs else { return form.asks }
        let said = words.said(in: sentence)
        return !said.contains(.running) || (said.contains(.asked) && !form.isVoiced)
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

    /// What the words of a text say that no pipeline has passed over.
    private func signs(in text: UnsafeBufferPointer<UInt8>) -> Signs {
        let folded = TextFolding.fold(text, AnalysisContext.folding)
        let hits = folded.bytes.withUnsafeBufferPointer { vocabulary.hits(in: $0) }
        return signs(hits[...], of: text, folded).said(in: 0..<text.count)
    }

    /// The form of a sentence: whether it asks, and whether か at its end says so.
    private typealias Form = (asks: Bool, isVoiced: Bool)

    private func form(of tail: UnsafeBufferPointer<UInt8>, marked: Bool, _ signs: Signs) -> Form {
        let isVoiced = tail.last(of: Self.endings, at: tail.count) != nil
        guard isVoiced || marked else {
            return (signs.contains(.asking) && tail.last(of: past, at: tail.count) == nil, false)
        }
        guard tail.last(of: rhetorical, at: tail.count) == nil else { return (false, isVoiced) }
        return (signs.contains(.informing) || tail.last(of: favours, at: tail.count) == nil, isVoiced)
    }

    /// The length of a sentence without what closes it, and whether a question mark does.
    func core(of sentence: UnsafeBufferPointer<UInt8>) -> (length: Int, marked: Bool) {
        var end = sentence.count
        var marked = false
        while let (value, length) = sentence.scalar(before: end) {
            switch value {
            case 0x3f, 0xff1f: marked = true
            case 0x3002, 0x21, 0xff01, 0x20, 0x3000, 0x300d, 0x300f, 0xff61: break
            default: return (end, marked)
            }
            end -= length
        }
        return (0, marked)
    }
}

extension [QuestionForms.Sign] {
    /// What the words that stand in a range say.
    /// - Complexity: O(log n), and the number of words in the range.
    func said(in range: Range<Int>) -> QuestionForms.Signs {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var says: QuestionForms.Signs = []
        while low < count, self[low].range.upperBound <= range.upperBound {
            if self[low].range.lowerBound >= range.lowerBound { says.formUnion(self[low].says) }
            low += 1
        }
        return says
    }
}
