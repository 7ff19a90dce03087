import MinutesModel
import Testing

@testable import MinutesAnalysis

@Suite struct FollowUpCueCensusTests {
    /// Every cue is met in an example: of its own in the lexicon, or of the analyzer.
    @Test func everyCueIsMetInAnExample() {
        var census = FollowUpCueCensus()
        for cue in FollowUpLexicon.standard.cues {
            for example in cue.examples {
                let role = Role.allCases.first { FollowUpSpeakers($0) == example.speaker } ?? .member
                census.add(ExampleMeeting(AnalyzerExample(example.text, role: role)).meeting)
            }
        }
        let examples = FollowUpAnalyzer.descriptor.examples
        for example in examples.matching + examples.nonMatching { census.add(ExampleMeeting(example).meeting) }
        #expect(census.idle == [])
    }

    @Test func whatIsNotMetIsNamed() {
        var census = FollowUpCueCensus(
            lexicon: FollowUpLexicon(
                "@r.ask request clause * 90\n ほしい\n@c.do commitment clause * 80\n 進めます\n@t tail clause * 1\n 。\n"))
        #expect(census.count == 2)
        census.add(ExampleMeeting(AnalyzerExample("窓口を増やしてほしい。")).meeting)
        #expect(census.idle == ["c.do"])
    }
}
