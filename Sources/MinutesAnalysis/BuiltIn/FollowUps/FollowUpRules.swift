import JapaneseText
import MinutesModel

/// What a sentence asks somebody to follow up, and why.
struct FollowUpVerdict: Sendable {
    var kind: FindingKind
    var confidence: Double
    /// Ids of the cues that made it, the deciding one first.
    var cues: [String]
    /// The deciding predicate; `nil` when a word anywhere decided.
    var predicate: FollowUpPredicate?
}

/// The rules: the last predicate decides; where it only asks, reports or runs the meeting, the clause before it may.
struct FollowUpRules {
    let sentence: FollowUpSentence
    /// What the last predicate came to.
    enum Reading: Equatable {
        case kind(FindingKind)
        case aside(FollowUpCue.Aside)
    }

    var lexicon: FollowUpLexicon { sentence.lexicon }
    var isHost: Bool { !sentence.speaker.isDisjoint(with: .host) }

    func verdict() -> FollowUpVerdict? {
        var last: Reading = .aside(.none)
        var lastCue: FollowUpCue?
        var found: FollowUpVerdict?
        sentence.predicates { predicate, isFinal in
            guard let predicate else { return true }
            let cue = lexicon.cues[predicate.cue]
            if cue.place == .final, !isFinal { return true }
            let reading = read(predicate, cue, isFinal: isFinal)
            if isFinal {
                last = reading
                lastCue = cue
            }
            guard case .kind(let kind) = reading else { return true }
            if !isFinal, !counts(kind, cue, predicate, behind: last, lastCue) { return true }
            if let opinion = found {
                // 「…していただけると、…しやすくなります」, 「…計画に入れる必要があると思いますので、…できると良いと思います」
                guard ["r.itadakeru", "r.doujini"].contains(cue.id) || isPlanned(predicate) else { return false }
                found = verdict(kind, cue, predicate, isFinal: false)
                found?.cues += opinion.cues
                return false
            }
            found = verdict(kind, cue, predicate, isFinal: isFinal)
            return isFinal && found?.kind == .opinion
        }
        if found == nil, last != .aside(.question), last != .aside(.procedure), let trouble = toldTrouble() {
            found = FollowUpVerdict(kind: .issue, confidence: 0.5, cues: trouble, predicate: nil)
        }
        if found == nil, let key = sentence.marks.first(where: { $0.mark == .keypoint }) {
            found = FollowUpVerdict(kind: .opinion, confidence: 0.6, cues: [lexicon.cues[key.cue].id], predicate: nil)
        }
        return found
    }

    /// 「…しづらいという声をよく聞きます」: the words of trouble, and those of hearsay behind them.
    private func toldTrouble() -> [String]? {
        guard let trouble = sentence.marks.last(where: { $0.mark == .trouble }),
            let told = sentence.marks.last(where: {
                $0.mark == .hearsay && $0.range.lowerBound >= trouble.range.lowerBound
            }),
            sentence.bytes.count - told.range.upperBound <= 60
        else { return nil }
        return [lexicon.cues[trouble.cue].id, lexicon.cues[told.cue].id]
    }

    // MARK: - an earlier clause

    /// Whether the predicate of an earlier clause makes the sentence a finding.
    private func counts(
        _ kind: FindingKind, _ cue: FollowUpCue, _ predicate: FollowUpPredicate, behind last: Reading,
        _ lastCue: FollowUpCue?
    ) -> Bool {
        let asks = last == .aside(.question)
        switch kind {
        case .opinion, .issue:
            guard predicate.isStated else { return false }
            return asks || last == .aside(.procedure) || last == .aside(.none) || isPlanned(predicate)
        case .commitment:
            if isPlainEnd(predicate) || isConditional(predicate) { return false }
            if ["c.suru", "c.tai", "c.yotei", "c.you"].contains(cue.id) { return last == .aside(.procedure) }
            return last == .aside(.procedure) || last == .aside(.none)
        case .request:
            if sentence.has(.restating) { return false }
            if cue.id != "r.itadakeru", isQuoted(predicate) { return false }
            if cue.id == "r.itadakeru" { return last == .kind(.opinion) && lastCue?.id == "p.good" }
            if cue.id == "r.doujini" { return last != .aside(.report) && startsWithTogether(predicate.clauseEnd) }
            return true
        case .openQuestion: return true
        default: return false
        }
    }

    /// と、
    private func isQuoted(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.text(predicate.clauseEnd..<min(sentence.bytes.count, predicate.clauseEnd + 6)) == "と、"
    }

    /// 「ほかでいきますと、」
    private func isConditional(_ predicate: FollowUpPredicate) -> Bool {
        isQuoted(predicate) && predicate.form.upperBound == predicate.clauseEnd
            && sentence.bytes.text(predicate.form).ends(in: "ます")
    }

    /// と同時に
    private func startsWithTogether(_ joint: Int) -> Bool {
        sentence.bytes.text(joint..<min(sentence.bytes.count, joint + 12)) == "と同時に"
    }

    // MARK: - destination

    private func verdict(
        _ kind: FindingKind, _ cue: FollowUpCue, _ predicate: FollowUpPredicate, isFinal: Bool
    ) -> FollowUpVerdict {
        var kind = kind
        var cues = [cue.id]
        var confidence = Double(cue.weight) / 100
        if let stem = predicate.stemCue { cues.append(lexicon.cues[stem].id) }
        if !isFinal { confidence *= 0.8 }
        if [.request, .commitment, .opinion].contains(kind), let plan = planMark(for: predicate) {
            kind = .planInput
            cues.append(lexicon.cues[plan].id)
            confidence = max(confidence, 0.7)
        }
        return FollowUpVerdict(
            kind: kind, confidence: (confidence * 100).rounded() / 100, cues: cues, predicate: predicate)
    }

    func isPlanned(_ predicate: FollowUpPredicate) -> Bool { planMark(for: predicate) != nil }

    /// The plan or report that the predicate's clause names as the place where it belongs.
    private func planMark(for predicate: FollowUpPredicate) -> Int? {
        let start = sentence.clauseStart(of: predicate.form.lowerBound)
        for mark in sentence.marks
        where mark.range.lowerBound >= start && mark.range.lowerBound <= predicate.form.lowerBound {
            switch mark.mark {
            case .plan where !isDescribed(mark.range.upperBound): return mark.cue
            case .planInto where !isDescribed(mark.range.upperBound) && isPutInto(mark.range.upperBound, predicate):
                return mark.cue
            case .nthPlan where isNumbered(mark.range): return mark.cue
            default: break
            }
        }
        return nil
    }

    /// What puts something into a plan.
    private static let puttingVerbs = [
        "盛り込", "反映", "位置付", "位置づ", "記載", "明記", "掲げ", "書き込", "組み込", "載せ", "含め", "入れ",
    ]
    /// Endings that make such a verb the attribute of a noun.
    private static let attributes = [
        "られた", "られて", "けられた", "けられて", "けた", "けている", "けて", "まれた", "まれて", "んだ", "んでいる", "された", "されて",
        "されている", "した", "している", "してある", "た", "ている", "てある", "る",
    ]
    /// What follows where no noun does.
    private static let noNoun = [
        "べき", "必要", "こと", "よう", "方が", "ほうが", "方向", "方針", "予定", "の", "と", "ほしい", "欲しい", "いただ", "頂",
        "もら", "くださ", "下さ", "い", "ま", "お", "は", "。", "、",
    ]

    /// 計画に掲げた目標, 方針に位置付けられた事業: what already stands there, named before a noun.
    private func isDescribed(_ end: Int) -> Bool {
        let bytes = sentence.bytes
        var start = end
        // The verb may be the end of the mark itself.
        let tail = bytes.text(max(0, end - 12)..<end)
        if !Self.puttingVerbs.contains(where: tail.ends) {
            let text = bytes.text(end..<min(bytes.count, end + 12))
            guard let verb = Self.puttingVerbs.first(where: text.begins) else { return false }
            start += verb.utf8.count
        }
        let text = bytes.text(start..<min(bytes.count, start + 36))
        guard let attribute = Self.attributes.first(where: text.begins) else { return false }
        start += attribute.utf8.count
        let rest = bytes.text(start..<min(bytes.count, start + 15))
        return !rest.isEmpty && !Self.noNoun.contains(where: rest.begins)
    }

    /// 計画に、…を盛り込む
    private func isPutInto(_ start: Int, _ predicate: FollowUpPredicate) -> Bool {
        let end = predicate.form.lowerBound
        guard start <= end else { return false }
        let text = sentence.bytes.text(max(start, end - 36)..<end)
        return [
            "盛り込", "盛込", "反映", "位置付", "位置づ", "記載", "明記", "書き込", "組み込", "載せ", "掲げ", "取り込", "入れ", "追記", "追加", "加え", "併記",
            "強調",
        ].contains {
            guard text.holds($0), let verb = text.firstRange(of: $0) else { return false }
            // 数字を入れた目標
            let rest = text[verb.upperBound...].unicodeScalars.prefix(2)
            guard rest.count == 2, let first = rest.first, let second = rest.last else { return true }
            return !(first == "た" && (0x4E00...0x9FFF).contains(second.value))
        }
    }

    /// 第５次…計画で, 第２期…プランに; not 第５次…計画に向けて, 計画できる.
    private func isNumbered(_ range: Range<Int>) -> Bool {
        let bytes = sentence.bytes
        if range.upperBound < bytes.count {
            let next = bytes.scalar(at: range.upperBound).value
            if [0x304D, 0x5411, 0x57FA, 0x4FC2, 0x95A2, 0x3064, 0x304A].contains(next) { return false }
        }
        var place = range.lowerBound
        for _ in 0..<24 {
            guard let (value, length) = bytes.scalar(before: place) else { return false }
            place -= length
            switch value {
            case 0x3001, 0x3002, 0xFF0C: return false
            case 0x6B21, 0x671F:  // 次 期
                guard let (digit, _) = bytes.scalar(before: place) else { return false }
                return (0x30...0x39).contains(digit) || (0xFF10...0xFF19).contains(digit)
                    || "一二三四五六七八九十".unicodeScalars.contains { $0.value == digit }
            default: break
            }
        }
        return false
    }
}
