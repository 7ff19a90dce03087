import JapaneseText
import MinutesModel

/// Finds what somebody has to follow up, sentence by sentence: 約束・要望・次期計画への反映・決定・宿題, and the 意見 and 課題
/// that feed the draft of a plan.
///
/// The end of the sentence's predicate decides (Japanese says there how a thing is meant), together with who speaks;
/// politeness and hedges are taken off first. A question, a report and the course of the meeting are no findings.
/// `cues` in the fields names the entries of the lexicon that made a finding.
public struct FollowUpAnalyzer: Analyzer {
    public static let descriptor = AnalyzerDescriptor(
        id: "follow-ups", version: 4,
        summary: "発言の文末から、約束・要望・次期計画への反映・決定・宿題と、意見・課題を見つけます。",
        summaryEnglish:
            "Finds commitments, requests, input for the next plan, decisions and open questions, and opinions and issues.",
        produces: FindingKind.followUps, examples: FollowUpExamples.all)

    let lexicon: FollowUpLexicon

    public init() { lexicon = .standard }

    init(lexicon: FollowUpLexicon) { self.lexicon = lexicon }

    public var vocabulary: Vocabulary? { lexicon.words }

    public func findings(in meeting: Meeting, context: AnalysisContext) throws -> [Finding] {
        var found: [Finding] = []
        let reference = context.referenceDate.flatMap { CalendarDate(iso: $0) }
        let identity = Self.descriptor.identity
        let document = FollowUpDocument(meeting, context.sentences, reference)
        let hits = context.hits(of: lexicon.words, in: meeting)
        var desk = Desk()
        var requested: Int?
        for index in meeting.remarks.indices where index < context.sentences.count {
            let (remark, text) = (meeting.remarks[index].id, meeting.remarks[index].text)
            let answer = FollowUpReply.answer(
                at: index, in: meeting, sentences: { context.sentences[$0].count }, requested: requested)
            let turn = Turn(index, of: meeting, answer, document)
            let folded = context.folded(at: index, of: meeting)
            text.withUTF8Bytes { bytes in
                read(bytes, context.sentences[index], folded, hits[index], turn, &desk) {
                    range, sentence, verdict, turn in
                    if asks(verdict) { requested = index }
                    let finding = Finding(
                        verdict.kind.kind, analyzer: identity, remark: remark, text: text, range: range,
                        fields: fields(sentence, verdict, turn), confidence: verdict.confidence)
                    if let finding { found.append(finding) }
                }
            }
        }
        return found
    }

    /// Whether something is asked for.
    func asks(_ verdict: FollowUpVerdict) -> Bool {
        lexicon.traits[verdict.cues[0]].family == UInt8(ascii: "r")
    }

    // MARK: - the walk

    /// What the sentences of a remark share.
    struct Turn {
        var speaker: FollowUpSpeakers
        /// The label of the secretariat or of another body, which owns what it promises.
        var side: String? { document.bodyLabel(of: remark) }
        /// What it answers.
        var answer: FollowUpReply.Answer
        /// Place among the remarks.
        var remark: Int
        var document: FollowUpDocument
        /// The sentence before.
        var before: UnsafeBufferPointer<UInt8>?
        /// It says when the next meeting is.
        var isBehindNext = false

        init(_ index: Int, of meeting: Meeting, _ answer: FollowUpReply.Answer, _ document: FollowUpDocument) {
            let role = meeting.remarks[index].role
            speaker = FollowUpSpeakers(role)
            self.answer = answer
            remark = index
            self.document = document
        }
    }

    /// Room for the words of a remark and of a sentence, used again for the next.
    struct Desk {
        fileprivate var words = FollowUpWords()
        fileprivate var printed: [(word: Int, range: Range<Int>)] = []
    }

    /// Reads the sentences of a remark and hands on those that ask to be followed up: for findings, and for the account of
    /// one.
    /// - Parameters:
    ///   - bytes: the text of the remark.
    ///   - hits: of the lexicon's words in its folded text.
    @inline(__always)
    func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ sentences: [Range<Int>], _ folded: FoldedText,
        _ hits: ArraySlice<WordHit>, _ turn: Turn, _ desk: inout Desk,
        _ body: (Range<Int>, FollowUpSentence, FollowUpVerdict, Turn) -> Void
    ) {
        var turn = turn
        // The only spellings the lexicon's forms are not written in.
        let folds = folded.joinsKana
        desk.printed.removeAll(keepingCapacity: true)
        if !folds { lexicon.words.forEachPrinted(hits, of: bytes, folded) { desk.printed.append(($0, $1)) } }
        var next = 0
        for range in sentences where range.upperBound <= bytes.count {
            let sentence = UnsafeBufferPointer(rebasing: bytes[range])
            defer {
                turn.before = sentence
                turn.isBehindNext = desk.words.namesNextMeeting
            }
            desk.words.clear()
            while next < desk.printed.count, desk.printed[next].range.upperBound <= range.upperBound {
                let (word, place) = desk.printed[next]
                next += 1
                guard place.lowerBound >= range.lowerBound else { continue }
                let inside = place.lowerBound - range.lowerBound..<place.upperBound - range.lowerBound
                desk.words.add(word, inside, of: lexicon, in: sentence)
            }
            if folds {
                readFolding(sentence, &desk.words, turn) { body(range, $0, $1, turn) }
            } else {
                read(sentence, desk.words, turn) { body(range, $0, $1, turn) }
            }
        }
    }

    /// A sentence whose spellings the lexicon's forms are not written in.
    private func readFolding(
        _ bytes: UnsafeBufferPointer<UInt8>, _ words: inout FollowUpWords, _ turn: Turn,
        _ body: (FollowUpSentence, FollowUpVerdict) -> Void
    ) {
        let folded = TextFolding.fold(bytes, [.width, .composition])
        folded.bytes.withUnsafeBufferPointer { text in
            let compared = TextFolding.fold(text, AnalysisContext.folding)
            let hits = compared.bytes.withUnsafeBufferPointer { lexicon.words.hits(in: $0) }
            lexicon.words.forEachPrinted(hits[...], of: text, compared) { words.add($0, $1, of: lexicon, in: text) }
            read(text, words, turn, original: (bytes, folded), body)
        }
    }

    @inline(__always)
    private func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ words: FollowUpWords, _ turn: Turn,
        original: (bytes: UnsafeBufferPointer<UInt8>, map: FoldedText)? = nil,
        _ body: (FollowUpSentence, FollowUpVerdict) -> Void
    ) {
        words.joints.withUnsafeBufferPointer { joints in
            words.marks.withUnsafeBufferPointer { marks in
                let sentence = FollowUpSentence(
                    bytes, speaker: turn.speaker, answer: turn.answer,
                    isBehindNext: turn.isBehindNext, lexicon: lexicon, joints: joints,
                    marks: marks, original: original)
                guard let verdict = FollowUpRules(sentence: sentence).verdict() else { return }
                body(sentence, verdict)
            }
        }
    }

    // MARK: - fields

    private func fields(_ sentence: FollowUpSentence, _ verdict: FollowUpVerdict, _ turn: Turn) -> FindingFields {
        var cues = lexicon.cues[verdict.cues[0]].id
        for cue in verdict.cues.dropFirst() { cues += " " + lexicon.cues[cue].id }
        // Opinions and issues are on no list that would show a short form.
        guard verdict.kind != .opinion, verdict.kind != .issue else { return ["cues": cues] }
        var fields = FindingFields()
        fields.reserveCapacity(6)
        fields["cues"] = cues
        fields["summary"] = FollowUpSummary(sentence: sentence, verdict: verdict).text()
        fields["owner"] = owner(sentence, verdict, turn)?.name
        guard verdict.kind != .decision else { return fields }
        let document = turn.document
        let due = FollowUpDue(
            sentence: sentence, verdict: verdict, reference: document.reference, meetings: { document.meetings })
        if let due = due.found() {
            fields["dueText"] = sentence.printed(due.range)
            fields["due"] = due.date?.iso
            fields["dueFrom"] = due.from?.iso
            fields["dueRule"] = due.rule
        }
        return fields
    }

    /// Who is to do it, and what says so.
    func owner(
        _ sentence: FollowUpSentence, _ verdict: FollowUpVerdict, _ turn: Turn
    ) -> (name: String, rule: FollowUpExplanation.Owner)? {
        switch FollowUpOwner(sentence: sentence, verdict: verdict).found() {
        case .words(let range)?: return (sentence.printed(range), .named)
        case .ownSide(let word)?:
            let side = turn.side ?? turn.document.side(of: turn.remark) ?? word.map { sentence.printed($0) }
            return side.map { ($0, .ownSide) }
        case nil: break
        }
        if promises(verdict), let side = turn.side { return (side, .promiser) }
        return FollowUpAddressee(sentence: sentence, verdict: verdict, before: turn.before).name()
            .map { ($0, .addressee) }
    }

    /// Whether the speaker's own side is to do it.
    private func promises(_ verdict: FollowUpVerdict) -> Bool {
        let family = lexicon.traits[verdict.cues[0]].family
        return family == UInt8(ascii: "c") || family == UInt8(ascii: "o")
    }
}
