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
        let remark = meeting.remarks[index]
        let sentences = SentenceSplitter.ranges(in: remark.text)
        guard let place = sentences.firstIndex(of: finding.range.start..<finding.range.end) else { return nil }
        let isReply = FollowUpReply.isReply(index, in: meeting, sentences: sentences.count)
        var text = remark.text
        return text.withUTF8 { bytes in
            let sentence = UnsafeBufferPointer(rebasing: bytes[sentences[place]])
            let before = place > 0 ? UnsafeBufferPointer(rebasing: bytes[sentences[place - 1]]) : nil
            return explanation(of: finding, by: remark, isReply: isReply, sentence, before: before)
        }
    }

    private func explanation(
        of finding: Finding, by remark: Remark, isReply: Bool, _ bytes: UnsafeBufferPointer<UInt8>,
        before: UnsafeBufferPointer<UInt8>?
    ) -> FollowUpExplanation? {
        let folds = TextFolding.fold(bytes, AnalysisContext.folding).joinsKana
        let printed = folds ? TextFolding.fold(bytes, [.width, .composition]) : nil
        let text = printed?.bytes ?? Array(bytes)
        return text.withUnsafeBufferPointer { text in
            let lexicon = FollowUpLexicon.standard
            let compared = TextFolding.fold(text, AnalysisContext.folding)
            var words = FollowUpWords()
            let hits = compared.bytes.withUnsafeBufferPointer { lexicon.words.hits(in: $0) }
            lexicon.words.forEachPrinted(hits[...], of: text, compared) { words.add($0, $1, of: lexicon, in: text) }
            return words.joints.withUnsafeBufferPointer { joints in
                words.marks.withUnsafeBufferPointer { marks in
                    let sentence = FollowUpSentence(
                        text, speaker: FollowUpSpeakers(remark.role), isReply: isReply, lexicon: lexicon,
                        joints: joints, marks: marks,
                        original: printed.map { (bytes, $0) })
                    guard let verdict = FollowUpRules(sentence: sentence).verdict(), verdict.kind.kind == finding.kind
                    else { return nil }
                    return FollowUpExplanation(
                        cues: verdict.cues.map { cue($0, in: sentence, verdict) }, confidence: finding.confidence,
                        steps: steps(
                            to: finding.confidence, verdict, lexicon,
                            isLast: verdict.predicate?.clauseEnd == text.count),
                        owner: finding.fields["owner"] == nil
                            ? nil : ownerRule(sentence, verdict, label: remark.label, before: before),
                        dueRule: finding.fields["dueRule"], dueFrom: finding.fields["dueFrom"])
                }
            }
        }
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
        to confidence: Double, _ verdict: FollowUpVerdict, _ lexicon: FollowUpLexicon, isLast: Bool
    ) -> [FollowUpExplanation.Step] {
        guard let predicate = verdict.predicate else { return [.wordAlone(confidence)] }
        var value = Double(lexicon.traits[predicate.cue].weight) / 100
        var steps: [FollowUpExplanation.Step] = [.weight(value)]
        if !isLast {
            value = (value * 0.8 * 100).rounded() / 100
            steps.append(.earlierClause(value))
        }
        if confidence > value { steps.append(.destination(confidence)) }
        return steps
    }

    private func ownerRule(
        _ sentence: FollowUpSentence, _ verdict: FollowUpVerdict, label: String, before: UnsafeBufferPointer<UInt8>?
    ) -> FollowUpExplanation.Owner? {
        switch FollowUpOwner(sentence: sentence, verdict: verdict).found() {
        case .words?: return .named
        case .ownSide?: return .ownSide
        case nil: break
        }
        let isAddressed = FollowUpAddressee(sentence: sentence, verdict: verdict, before: before).name() != nil
        let family = sentence.lexicon.traits[verdict.cues[0]].family
        let promises = family == UInt8(ascii: "c") || family == UInt8(ascii: "o")
        return promises && label.contains("事務局") ? .promiser : isAddressed ? .addressee : nil
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
