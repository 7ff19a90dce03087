import JapaneseText
import MinutesModel

/// Why the analyzer found what it found: the cues in the sentence, and what made the confidence, the owner and the due
/// date what they are.
public struct FollowUpExplanation: Codable, Hashable, Sendable {
    /// An entry of the lexicon that was met.
    public struct Cue: Codable, Hashable, Sendable {
        public var id: String
        /// What it does: `kind:request`, `stem:work`, `mark:plan`.
        public var effect: String
        /// The words of the sentence that met it.
        public var words: String?
        /// 0…100
        public var weight: Int
        /// A sentence of the lexicon in which it fires, and who says it.
        public var example: String?
    }

    /// What raised or lowered the confidence.
    public enum Step: Codable, Hashable, Sendable {
        /// The weight of the deciding cue.
        case weight(Double)
        /// The deciding predicate is not the last of the sentence.
        case earlierClause(Double)
        /// It names the plan it belongs into.
        case destination(Double)
        /// A word decided, not the end of a predicate.
        case wordAlone(Double)
    }

    /// Where the owner comes from.
    public enum Owner: String, Codable, Hashable, Sendable {
        /// The sentence names the one.
        case named
        /// 我々, 当局: the side that speaks.
        case ownSide
        /// Who promises.
        case promiser
        /// Who is spoken to by name.
        case addressee
    }

    /// The deciding one first.
    public var cues: [Cue]
    public var confidence: Double
    public var steps: [Step]
    /// `nil` where the sentence names nobody.
    public var owner: Owner?
    /// The rule that made a date of the words.
    public var dueRule: String?
    /// The first day, where the words name a stretch.
    public var dueFrom: String?
}

extension FollowUpAnalyzer {
    /// Looks at the sentence of a finding once more.
    /// - Returns: `nil` for a finding of another analyzer, or one that this version does not make.
    public func explanation(of finding: Finding, in meeting: Meeting) -> FollowUpExplanation? {
        guard finding.analyzer == Self.descriptor.id,
            let index = meeting.remarks.firstIndex(where: { $0.id == finding.remark })
        else { return nil }
        var text = meeting.remarks[index].text
        let sentences = SentenceSplitter.ranges(in: text)
        let turn = Turn(index, of: meeting, answer(at: index, of: meeting), FollowUpDocument(meeting, [], nil))
        var desk = Desk()
        var found: FollowUpExplanation?
        text.withUTF8 { bytes in
            let folded = TextFolding.fold(bytes, AnalysisContext.folding)
            let hits = folded.bytes.withUnsafeBufferPointer { lexicon.words.hits(in: $0) }
            read(bytes, sentences, folded, hits[...], turn, &desk) { range, sentence, verdict, turn in
                guard range == finding.range.range, verdict.kind.kind == finding.kind else { return }
                found = FollowUpExplanation(
                    cues: verdict.cues.map { cue($0, in: sentence, verdict) }, confidence: finding.confidence,
                    steps: steps(
                        to: finding.confidence, verdict, isLast: verdict.predicate?.clauseEnd == sentence.bytes.count),
                    owner: finding.fields["owner"] == nil ? nil : owner(sentence, verdict, turn)?.rule,
                    dueRule: finding.fields["dueRule"], dueFrom: finding.fields["dueFrom"])
            }
        }
        return found
    }

    /// What a remark answers: those before it tell.
    private func answer(at index: Int, of meeting: Meeting) -> FollowUpReply.Answer {
        let first = max(0, index - FollowUpReply.farthest)
        var requested: Int?
        var desk = Desk()
        var counts: [Int] = []
        for place in first...index {
            meeting.remarks[place].text.withUTF8Bytes { bytes in
                let sentences = SentenceSplitter.ranges(in: meeting.remarks[place].text)
                counts.append(sentences.count)
                guard place < index else { return }
                let turn = Turn(place, of: meeting, FollowUpReply.Answer(), FollowUpDocument(meeting, [], nil))
                let folded = TextFolding.fold(bytes, AnalysisContext.folding)
                let hits = folded.bytes.withUnsafeBufferPointer { lexicon.words.hits(in: $0) }
                read(bytes, sentences, folded, hits[...], turn, &desk) { _, _, verdict, _ in
                    if asks(verdict) { requested = place }
                }
            }
        }
        return FollowUpReply.answer(at: index, in: meeting, sentences: { counts[$0 - first] }, requested: requested)
    }

    private func cue(_ place: Int, in sentence: FollowUpSentence, _ verdict: FollowUpVerdict) -> FollowUpExplanation.Cue
    {
        let cue = sentence.lexicon.cues[place]
        var range: Range<Int>?
        if let predicate = verdict.predicate {
            if predicate.cue == place { range = predicate.form }
            if predicate.stemCue == place { range = predicate.stemStart..<predicate.form.lowerBound }
        }
        range = range ?? sentence.marks.first { $0.cue == place }?.range
        let example = cue.examples.first.map { example in
            [example.speaker.japaneseName, "「\(example.text)」"].joined()
        }
        return FollowUpExplanation.Cue(
            id: cue.id, effect: cue.effect.name, words: range.map(sentence.printed), weight: cue.weight,
            example: example)
    }

    private func steps(
        to confidence: Double, _ verdict: FollowUpVerdict, isLast: Bool
    ) -> [FollowUpExplanation.Step] {
        guard let predicate = verdict.predicate else { return [.wordAlone(confidence)] }
        var value = Double(lexicon.traits[predicate.cue].weight) / 100
        var steps: [FollowUpExplanation.Step] = [.weight(value)]
        if !isLast {
            value = (value * FollowUpRules.earlierClause * 100).rounded() / 100
            steps.append(.earlierClause(value))
        }
        if confidence > value { steps.append(.destination(confidence)) }
        return steps
    }
}

extension FollowUpCue.Effect {
    /// `kind:request`, `stem:work`, `mark:plan`, …
    fileprivate var name: String {
        switch self {
        case .kind(let kind): "kind:" + kind.rawValue
        case .aside(let aside): "aside:" + aside.rawValue
        case .tail: "tail"
        case .joint: "joint"
        case .stem(let stem): "stem:" + stem.rawValue
        case .mark(let mark): "mark:\(mark)"
        }
    }
}

extension FollowUpSpeakers {
    /// The first side of the set, as a clerk calls it.
    fileprivate var japaneseName: String {
        let names: [(FollowUpSpeakers, String)] = [
            (.member, "委員"), (.chair, "委員長"), (.secretariat, "事務局"), (.official, "説明員"), (.guest, "参考人"),
        ]
        return names.first { contains($0.0) }?.1 ?? ""
    }
}
