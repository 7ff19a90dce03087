import JapaneseText

/// The cues of the analyzer, compiled: forms at the end of a predicate, stems in front of them, words anywhere.
final class FollowUpLexicon: Sendable {
    let cues: [FollowUpCue]
    /// Lines of the text that could not be read.
    let problems: [String]
    /// Tails and forms of predicates.
    let endings: FormEndings
    let stems: FormEndings
    /// Joints and words anywhere, in one pass.
    let words: PatternMatcher
    /// Cue of each pattern of `words`.
    let wordCues: [Int32]
    /// By cue: what the inner loops ask.
    let traits: [Traits]

    struct Traits: Sendable {
        var speakers: FollowUpSpeakers
        var weight: Int32
        var isTail: Bool
        var isRequest: Bool
        var stem: FollowUpCue.Stem?
        /// `nil` for a joint.
        var mark: FollowUpCue.Mark?

        init(_ cue: FollowUpCue) {
            speakers = cue.speakers
            weight = Int32(cue.weight)
            isTail = cue.effect == .tail
            isRequest = cue.effect == .kind(.request)
            if case .stem(let kind) = cue.effect { stem = kind }
            if case .mark(let kind) = cue.effect { mark = kind }
        }
    }

    /// The lexicon that comes with the program.
    static let standard = FollowUpLexicon(tailsText + actionsText + viewsText + asidesText + stemsText + wordsText)

    init(_ text: String) {
        let reader = FollowUpLexiconReader(text)
        cues = reader.cues
        problems = reader.problems
        var endings: [(bytes: [UInt8], cue: Int)] = []
        var stems: [(bytes: [UInt8], cue: Int)] = []
        var words: [(bytes: [UInt8], cue: Int)] = []
        for form in reader.forms {
            switch reader.cues[form.cue].effect {
            case .kind, .aside, .tail: endings.append(form)
            case .stem: stems.append(form)
            case .joint, .mark: words.append(form)
            }
        }
        self.endings = FormEndings(endings)
        self.stems = FormEndings(stems)
        self.words = PatternMatcher(words.map { String(decoding: $0.bytes, as: UTF8.self) })
        traits = cues.map(Traits.init)
        wordCues = words.map { Int32($0.cue) }
    }
}
