import MinutesKit
import Testing

/// The account of a finding against the finding itself, for all that is found in the samples.
struct ActionExplanationTests {
    @Test("Every follow-up of the samples can be explained: its cues, its confidence, its owner", arguments: Sample.all)
    func everyFinding(sample: Sample) throws {
        let record = try MinutesProcessor().process(SourceFile.read(sample.document))
        let analyzer = FollowUpAnalyzer()
        for finding in record.findings where finding.analyzer == "follow-ups" {
            let explained = try #require(
                analyzer.explanation(of: finding, in: record.meeting), "\(finding.kind.rawValue): \(finding.quote)")
            #expect(explained.cues.map(\.id).joined(separator: " ") == finding.fields["cues"])
            #expect(explained.cues.allSatisfy { cue in cue.words.map { finding.quote.contains($0) } ?? true })
            let last: Double? =
                switch explained.steps.last {
                case .weight(let value), .earlierClause(let value), .destination(let value), .wordAlone(let value):
                    value
                case nil: nil
                }
            #expect(last == finding.confidence, "\(finding.quote)")
            #expect((explained.owner != nil) == (finding.fields["owner"] != nil), "\(finding.quote)")
            #expect(explained.dueRule == finding.fields["dueRule"])
        }
        // A finding of another analyzer, or one that this version does not make, is not explained away.
        let topic = record.findings.first { $0.kind == .topic }
        #expect(topic.flatMap { analyzer.explanation(of: $0, in: record.meeting) } == nil)
        if var other = record.findings.first(where: { $0.kind == .request }) {
            other.kind = .decision
            #expect(analyzer.explanation(of: other, in: record.meeting) == nil)
        }
    }

    @Test("Cues are kinds, stems and words that count anywhere")
    func lexicon() throws {
        let processor = try MinutesProcessor()
        let effects = try Sample.all.flatMap { sample in
            let record = try processor.process(SourceFile.read(sample.document))
            return record.findings.compactMap { FollowUpAnalyzer().explanation(of: $0, in: record.meeting) }
                .flatMap(\.cues).map(\.effect)
        }
        let kinds = Set(effects.map { $0.split(separator: ":")[0] })
        #expect(
            kinds.isSubset(of: ["kind", "aside", "stem", "mark"]) && kinds.isSuperset(of: ["kind", "stem", "mark"]))
    }
}
