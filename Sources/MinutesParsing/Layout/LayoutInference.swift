import JapaneseText

/// Chooses the turn convention by what the document shows, and takes or refuses each candidate.
struct LayoutInference {
    /// Why a candidate was not taken.
    enum Refusal { case beforeProceedings, heading, nearMiss, otherShape }

    struct Group {
        var candidates: [Int] = []
        var strong = 0
        var weak = 0
        var refused = 0
        var score = 0.0
        var start = Int.max
        /// Every line of the group names a speaker beyond doubt.
        var isPure: Bool { weak + refused == 0 }
        /// Weak labels with a sentence behind them on the line.
        var speaking = 0
    }

    let bytes: SourceBytes
    let lines: [Line]
    var labels: LabelTable
    var candidates: [TurnCandidate]
    /// What marks without labels stand for, where the document says so: `●：委員　→：事務局`.
    var legend = MarkLegend()
    /// Lines that begin with an arrow and were left in the turn before.
    var loneArrows: [Int] = []
    /// Turns whose speaker the document does not name.
    var unnamed = 0

    /// By candidate, whether it begins a turn.
    var taken: [Bool]
    /// By candidate, why it was not taken.
    var refusals: [Refusal?]
    /// Candidates that were taken although the label alone does not prove a speaker.
    var unsure: [Int] = []
    var evidence: [Layout.Evidence] = []
    var confidence = 0.0
    /// By candidate: 1 speech follows, 0 none, -1 not looked at.
    var speech: [Int8]
    /// Candidates of the chosen shapes whose label alone proves nothing: judged by their surroundings in the end.
    private var pending: [Int] = []
    /// Shapes whose turns have no 。 anywhere.
    private(set) var isTelegraphic: Set<TurnShape> = []
    /// The shapes that were chosen, and the line from which on they begin turns.
    private(set) var shapes: [TurnShape] = []
    private(set) var start = Int.max

    /// What a person fixed; the shapes are then not chosen.
    let fixed: FixedLayout?

    init(bytes: SourceBytes, lines: [Line], finder: CandidateFinder, fixed: FixedLayout? = nil) {
        self.bytes = bytes
        self.fixed = fixed
        self.lines = lines
        labels = finder.labels
        candidates = finder.candidates
        taken = Array(repeating: false, count: candidates.count)
        refusals = Array(repeating: nil, count: candidates.count)
        speech = Array(repeating: -1, count: candidates.count)
    }

    mutating func run() {
        var groups: [TurnShape: Group] = [:]
        for index in candidates.indices where !candidates[index].isFilled {
            groups[candidates[index].shape, default: Group()].candidates.append(index)
        }
        for shape in groups.keys { groups[shape] = weigh(groups[shape]!, shape) }
        var chosen = fixed.map { starts(of: $0, &groups) } ?? choose(groups)
        var start = Int.max
        if fixed == nil, chosen.isEmpty, let (shape, group) = recurringLabels(groups) {
            // Nothing but the recurrence of unknown labels tells that these are speakers.
            chosen = [shape]
            groups[shape] = group
        } else {
            for shape in chosen { start = min(start, groups[shape]?.start ?? Int.max) }
            shapes = chosen.sorted()
            self.start = start
            for index in candidates.indices where !candidates[index].isFilled {
                judge(index, chosen: shapes, start: start)
            }
            judgeWeak(pending, start: start)
            judgeByConvention(shapes, start: start)
            judgeSlips(start: start)
            if fixed == nil { start = turnsAbove(start, shapes) }
        }
        start = min(start, unnamedTurns(&groups, &chosen))
        report(groups, chosen, start)
    }

    /// Takes every candidate: the format itself says where turns begin.
    mutating func takeAll() {
        taken = Array(repeating: true, count: candidates.count)
        confidence = 1
    }

    // MARK: Weighing

    private mutating func weigh(_ group: Group, _ shape: TurnShape) -> Group {
        let weighed = weigh(group, shape, needsSpeech: true)
        let mayLackStops =
            shape.kind == .mark || shape.kind == .delimiter && shape.scalar != 0x7C && shape.scalar != 0x2502
        guard weighed.start == .max, mayLackStops, !TurnMarks.isBullet(shape.scalar) else { return weighed }
        isTelegraphic.insert(shape)
        // Notes in telegram style have no 。 anywhere: labels beyond doubt with text behind them are enough.
        return weigh(group, shape, needsSpeech: false)
    }

    private mutating func weigh(_ group: Group, _ shape: TurnShape, needsSpeech: Bool) -> Group {
        var group = group
        for index in group.candidates {
            let count = labels[candidates[index].labelIndex].count
            let strength = effectiveStrength(index)
            if group.start == .max {
                if needsSpeech {
                    guard
                        strength >= 2
                            || (strength == 1 && (shape.kind == .mark || shape.kind == .stamp) && count >= 2),
                        shape.kind == .announced || hasSpeech(index)
                    else {
                        continue
                    }
                } else {
                    let hasText = candidates[index].textStart < lines[candidates[index].line].inkEnd
                    guard strength >= 3, hasText, count >= 2 else { continue }
                }
                group.start = candidates[index].line
            }
            switch strength {
            case 2...:
                group.strong += 1
                let weight = strength >= 3 ? 1 : 0.85
                let needsSpeech = shape.kind != .mark || TurnMarks.isBullet(shape.scalar)
                let isTold = isTelegraphic.contains(shape) || hasSpeech(index)
                group.score += needsSpeech && !isTold ? weight * 0.3 : weight
            case 1 where shape.kind.needsProof: break
            case 1:
                group.weak += 1
                if shape.kind == .mark, TurnMarks.isBullet(shape.scalar) {
                    group.score -= 0.2
                } else {
                    let speaks = hasSentence(candidates[index].textStart..<lines[candidates[index].line].inkEnd)
                    if speaks { group.speaking += 1 }
                    group.score += speaks ? (count >= 2 ? 0.7 : 0.3) : count >= 2 ? 0.4 : 0.05
                }
            default:
                group.refused += 1
                group.score -= 0.2
            }
        }
        return group
    }

    /// Strength of the label in its place: a whole-line bracket that could be a note needs a role, a field of the
    /// header is no speaker.
    func effectiveStrength(_ index: Int) -> Int {
        let candidate = candidates[index]
        let strength = labels[candidate.labelIndex].reading.strength
        if labels[candidate.labelIndex].isField { return 0 }
        if strength == 1 {
            // ⇒【県】 again and again: the side that answers.
            if candidate.shape.kind == .mark, TurnMarks.isArrow(candidate.shape.scalar),
                labels[candidate.labelIndex].count >= 2, isInBrackets(candidate)
            {
                return 2
            }
            if candidate.shape.kind == .bracket, lines[candidate.line].kind == .note { return 0 }
            if candidate.shape.kind == .bracket, candidate.textStart >= lines[candidate.line].inkEnd { return 0 }
        }
        return strength
    }

    /// The labels of those who speak, each once, in the order of their first turn.
    var speakingLabels: [Int] {
        var isSpeaking = Array(repeating: false, count: labels.entries.count)
        var speaking: [Int] = []
        for index in candidates.indices where taken[index] {
            let label = candidates[index].labelIndex
            if !isSpeaking[label] { speaking.append(label) }
            isSpeaking[label] = true
        }
        return speaking
    }

    // MARK: Choosing

    private func choose(_ groups: [TurnShape: Group]) -> Set<TurnShape> {
        var byKind: [TurnShape.Kind: Double] = [:]
        for (shape, group) in groups where group.score > 0 { byKind[shape.kind, default: 0] += group.score }
        let ranked = byKind.sorted { ($0.value, -$0.key.rank) > ($1.value, -$1.key.rank) }
        guard let best = ranked.first, best.value >= 0.8 else { return [] }
        var kinds: Set<TurnShape.Kind> = [best.key]
        // A second way of naming speakers counts when it is as well attested as the first, on other lines.
        for (kind, score) in ranked.dropFirst() where score >= best.value * 0.3 && kind != .gap {
            // Fewer lines are enough where nothing of that kind is anything but a speaker: `→（事務局）…`.
            let isPure = groups.allSatisfy { $0.key.kind != kind || $0.value.start == .max || $0.value.isPure }
            if score >= (isPure ? 2.5 : 4) { kinds.insert(kind) }
        }
        var chosen: Set<TurnShape> = []
        for (shape, group) in groups where kinds.contains(shape.kind) && group.start != .max {
            let all = group.strong + group.weak + group.refused
            let isClear = group.strong > 0 && group.strong * 5 >= all * 2
            // 「委員長」 at the start of a line is more often a word that is quoted.
            if shape.kind == .bracket, shape.scalar == 0x300C || shape.scalar == 0x300E, group.strong < 3 { continue }
            // Another mark for people without a post: nothing stands behind it but what somebody says.
            let isSpoken =
                shape.kind == .mark && !TurnMarks.isBullet(shape.scalar) && group.weak >= 2 && group.refused == 0
                && group.speaking == group.weak
            if isClear || isSpoken || (group.score >= 1.5 && group.score * 4 >= best.value) { chosen.insert(shape) }
        }
        return chosen
    }

    private mutating func judge(_ index: Int, chosen: [TurnShape], start: Int) {
        let candidate = candidates[index]
        let line = lines[candidate.line]
        let strength = effectiveStrength(index)
        guard chosen.contains(candidate.shape) else {
            if candidate.line >= start { refusals[index] = outside(index, strength) }
            return
        }
        guard candidate.line >= start else {
            refusals[index] = .beforeProceedings
            return
        }
        let hasText = candidate.textStart < line.inkEnd
        let count = labels[candidate.labelIndex].count
        let isBullet = candidate.shape.kind == .mark && TurnMarks.isBullet(candidate.shape.scalar)
        switch (candidate.shape.kind, strength) {
        case (.mark, 2...): take(index)
        case (.mark, 1) where !isBullet:
            if hasText
                ? (count >= 2 || hasSentence(candidate.textStart..<line.inkEnd)) : (count >= 2 && hasSpeech(index))
            {
                take(index)
                if count < 2 { unsure.append(index) }
            } else {
                refusals[index] = hasText || line.columns > 60 ? .nearMiss : .heading
            }
        case (.mark, 1): pending.append(index)
        case (.mark, _): refusals[index] = isBullet ? .otherShape : line.columns <= 120 ? .heading : .nearMiss
        case (.delimiter, 2...), (.quote, 2...), (.trailing, 2...), (.stamp, 2...), (.announced, 1...): take(index)
        // The head of the table says that these are speakers.
        case (.announced, _) where candidate.shape.scalar == SpeechTable.sign: take(index)
        case (.numbered, 2...): if hasSpeech(index) { take(index) } else { refusals[index] = .otherShape }
        case (.stamp, 1) where count >= 2 || hasSpeech(index): take(index)
        case (.delimiter, 1) where count >= 3 && hasSpeech(index): take(index)
        case (.delimiter, 1) where count >= 2 && hasText && isTelegraphic.contains(candidate.shape):
            take(index)
            unsure.append(index)
        case (.bracket, 2...) where hasText && goesOnWithParticle(candidate): refusals[index] = .nearMiss
        case (.bracket, 3...): take(index)
        case (.bracket, 2) where hasText || hasSpeech(index): take(index)
        case (.bracket, 1) where hasText && (count >= 3 || candidate.shape.scalar == 0x2A): take(index)
        case (.bracket, 0) where isSpokenNote(candidate) && hasSpeech(index):
            if isFollowedByPoint(candidate.line) {
                take(index)
                unsure.append(index)
            } else if !isFollowedByLabel(index) {
                pending.append(index)
            }
        case (.bare, 2...):
            if hasSpeech(index) || (strength >= 3 && isFollowedByNote(candidate.line)),
                !continuesSentence(candidate.line), !isInList(index)
            {
                take(index)
            } else {
                refusals[index] = .nearMiss
            }
        case (.gap, 2...):
            if hasSpeech(index), strength >= 3 || count >= 2 || isWide(candidate) {
                take(index)
            } else if speaksOnLine(candidate), isPlainPost(candidate), !breaksOff(candidate.line) {
                // 学校教育課長　… once among the others: a post without particles where a paragraph begins.
                take(index)
                unsure.append(index)
            } else {
                pending.append(index)
            }
        case (_, 1), (.bracket, 0): pending.append(index)
        default: refusals[index] = .otherShape
        }
    }

    /// A line of another shape than the document's: a near miss when the label is a speaker's beyond doubt, or stands
    /// behind a mark before what is said.
    private mutating func outside(_ index: Int, _ strength: Int) -> Refusal? {
        let candidate = candidates[index]
        let isBullet = candidate.shape.kind == .mark && TurnMarks.isBullet(candidate.shape.scalar)
        if strength >= 2, hasSpeech(index) {
            let isOwnShape = candidate.shape.kind != .gap && candidate.shape.kind != .quote && !isBullet
            return isOwnShape && strength >= 3 && !continuesSentence(candidate.line) ? .nearMiss : .otherShape
        }
        guard strength == 1, !isBullet, candidate.shape.kind == .mark, speaksOnLine(candidate) else { return nil }
        return .nearMiss
    }

    mutating func take(_ index: Int) { taken[index] = true }
}

/// Characters a sentence ends with.
enum SentenceEnd {
    @inline(__always) static func isEnd(_ value: UInt32) -> Bool {
        switch value {
        case 0x3002, 0xFF0E, 0xFF61, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x300D, 0x300F, 0xFF09, 0x29, 0x3015, 0xFF3D: true
        default: false
        }
    }
}
