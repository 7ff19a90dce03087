import JapaneseText
import MinutesModel

/// The cues of the analyzer, compiled: forms at the end of a predicate, stems in front of them, words anywhere.
final class FollowUpLexicon: Sendable {
    let cues: [FollowUpCue]
    /// Lines of the text that could not be read.
    let problems: [String]
    /// Tails and forms of predicates.
    let endings: FormEndings
    let stems: FormEndings
    /// Joints and words anywhere.
    let words: Vocabulary
    /// Cue of each word of `words`.
    let wordCues: [Int32]
    /// By cue: what the rules ask.
    let traits: [FollowUpTraits]

    /// The lexicon that comes with the program.
    static let standard = FollowUpLexicon(tailsText + actionsText + viewsText + asidesText + stemsText + wordsText)

    init(_ text: String) {
        let reader = FollowUpLexiconReader(text)
        cues = reader.cues
        problems = reader.problems
        let traits = cues.map(FollowUpTraits.init)
        self.traits = traits
        var endings: [(pattern: FormPattern, cue: Int)] = []
        var stems: [(pattern: FormPattern, cue: Int)] = []
        var words: [[UInt8]] = []
        var wordCues: [Int32] = []
        for entry in reader.patterns {
            switch reader.cues[entry.cue].effect {
            case .kind, .aside, .tail: endings.append(entry)
            case .stem: stems.append(entry)
            case .joint, .mark:
                let forms = entry.pattern.forms.filter { !$0.isEmpty }
                words += forms
                wordCues += forms.map { _ in Int32(entry.cue) }
            }
        }
        self.endings = FormEndings(endings, traits)
        self.stems = FormEndings(stems, traits, cases: StemCase.count) { cue, number in
            StemCase(number: number).allows(cue.stem)
        }
        self.words = Vocabulary(bytes: words)
        self.wordCues = wordCues
    }
}
