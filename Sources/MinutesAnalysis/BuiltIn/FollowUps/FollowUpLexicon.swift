import JapaneseText

/// The cues of the analyzer, compiled: forms at the end of a predicate, stems in front of them, words anywhere.
struct FollowUpLexicon: Sendable {
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

    /// The lexicon that comes with the program.
    static let standard = FollowUpLexicon(tailsText + actionsText + viewsText + asidesText + stemsText + wordsText)

    init(_ text: String) {
        let reader = FollowUpLexiconReader(text)
        cues = reader.cues
        problems = reader.problems
        var endings: [(text: String, cue: Int)] = []
        var stems: [(text: String, cue: Int)] = []
        var words: [(text: String, cue: Int)] = []
        for form in reader.forms {
            switch reader.cues[form.cue].effect {
            case .kind, .aside, .tail: endings.append(form)
            case .stem: stems.append(form)
            case .joint, .mark: words.append(form)
            }
        }
        self.endings = FormEndings(endings)
        self.stems = FormEndings(stems)
        self.words = PatternMatcher(words.map(\.text))
        wordCues = words.map { Int32($0.cue) }
    }
}
