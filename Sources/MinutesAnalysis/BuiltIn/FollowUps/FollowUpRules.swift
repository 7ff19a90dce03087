import JapaneseText
import MinutesModel

/// What a sentence asks somebody to follow up, and why.
struct FollowUpVerdict: Sendable {
    var kind: FollowUpKind
    var confidence: Double
    /// The cues that made it, by their places in the lexicon, the deciding one first.
    var cues: [Int]
    /// The deciding predicate; `nil` when a word anywhere decided.
    var predicate: FollowUpPredicate?
}

/// The rules: the last predicate decides; where it only asks, reports or runs the meeting, the clause before it may.
struct FollowUpRules {
    /// What is left of a cue's weight where its predicate is not the last of the sentence.
    static let earlierClause = 0.8

    let sentence: FollowUpSentence
    /// What a predicate comes to.
    typealias Reading = FollowUpTraits.Sense

    var lexicon: FollowUpLexicon { sentence.lexicon }
    var isHost: Bool { !sentence.speaker.isDisjoint(with: .host) }

    func verdict() -> FollowUpVerdict? {
        var last: Reading = .aside(.none)
        var lastCue: FollowUpCueName?
        var found: FollowUpVerdict?
        sentence.predicates { predicate, isFinal in
            guard let predicate else { return true }
            let cue = lexicon.traits[predicate.cue]
            if cue.isFinal, !isFinal { return true }
            let reading = read(predicate, cue, isFinal: isFinal)
            if isFinal {
                last = reading
                lastCue = cue.name
            }
            guard case .kind(let kind) = reading else { return true }
            if !isFinal, !counts(kind, cue, predicate, behind: last, lastCue) { return true }
            if let opinion = found {
                // 「…していただけると、…しやすくなります」, 「…計画に入れる必要があると思いますので、…できると良いと思います」
                guard cue.name == .itadakeru || cue.name == .doujini || isPlanned(predicate) else { return false }
                found = verdict(kind, cue, predicate, isFinal: false)
                found?.cues += opinion.cues
                return false
            }
            found = verdict(kind, cue, predicate, isFinal: isFinal)
            return isFinal && found?.kind == .opinion
        }
        if found == nil, last == .aside(.none), let next = nextMeeting() { found = next }
        if found == nil, last != .aside(.question), last != .aside(.procedure), let trouble = toldTrouble() {
            found = FollowUpVerdict(kind: .issue, confidence: 0.5, cues: trouble, predicate: nil)
        }
        if found == nil, sentence.has(.keypoint), let key = sentence.marks.first(where: { $0.mark == .keypoint }) {
            found = FollowUpVerdict(kind: .opinion, confidence: 0.6, cues: [key.cue], predicate: nil)
        }
        return found
    }

    /// 「…しづらいという声をよく聞きます」: the words of trouble, and those of hearsay behind them.
    private func toldTrouble() -> [Int]? {
        guard sentence.has(.trouble), sentence.has(.hearsay),
            let trouble = sentence.marks.last(where: { $0.mark == .trouble }),
            let told = sentence.marks.last(where: {
                $0.mark == .hearsay && $0.range.lowerBound >= trouble.range.lowerBound
            }),
            sentence.bytes.count - told.range.upperBound <= 60
        else { return nil }
        return [trouble.cue, told.cue]
    }

    // MARK: - an earlier clause

    /// Whether the predicate of an earlier clause makes the sentence a finding.
    private func counts(
        _ kind: FollowUpKind, _ cue: FollowUpTraits, _ predicate: FollowUpPredicate, behind last: Reading,
        _ lastCue: FollowUpCueName?
    ) -> Bool {
        let asks = last == .aside(.question)
        switch kind {
        case .opinion, .issue:
            guard predicate.isStated else { return false }
            return asks || last == .aside(.procedure) || last == .aside(.none) || isPlanned(predicate)
        case .commitment:
            if isPlainEnd(predicate) || isConditional(predicate) { return false }
            switch cue.name {
            case .suru, .tai, .yotei, .you: return last == .aside(.procedure)
            default: return last == .aside(.procedure) || last == .aside(.none)
            }
        case .request:
            if sentence.has(.restating) { return false }
            if cue.name == .itadakeru { return last == .kind(.opinion) && lastCue == .good }
            if isQuoted(predicate) { return false }
            if cue.name == .doujini { return last != .aside(.report) && startsWithTogether(predicate.clauseEnd) }
            return true
        case .openQuestion: return true
        default: return false
        }
    }

    private static let quoted = Array("と、".utf8)
    private static let masu = Array("ます".utf8)
    private static let together = Array("と同時に".utf8)

    /// と、
    private func isQuoted(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.starts(Self.quoted, at: predicate.clauseEnd)
    }

    /// 「ほかでいきますと、」
    private func isConditional(_ predicate: FollowUpPredicate) -> Bool {
        isQuoted(predicate) && predicate.form.upperBound == predicate.clauseEnd
            && predicate.form.count >= 6 && sentence.bytes.ends(Self.masu, at: predicate.form.upperBound)
    }

    /// と同時に
    private func startsWithTogether(_ joint: Int) -> Bool {
        sentence.bytes.starts(Self.together, at: joint)
    }

    // MARK: - destination

    private func verdict(
        _ kind: FollowUpKind, _ cue: FollowUpTraits, _ predicate: FollowUpPredicate, isFinal: Bool
    ) -> FollowUpVerdict {
        var kind = kind
        var cues = [predicate.cue]
        var confidence = Double(cue.weight) / 100
        if let stem = predicate.stemCue { cues.append(stem) }
        if !isFinal { confidence *= Self.earlierClause }
        if kind == .request || kind == .commitment || kind == .opinion, let plan = planMark(for: predicate) {
            kind = .planInput
            cues.append(plan)
            confidence = max(confidence, 0.7)
        }
        return FollowUpVerdict(
            kind: kind, confidence: (confidence * 100).rounded() / 100, cues: cues, predicate: predicate)
    }

    func isPlanned(_ predicate: FollowUpPredicate) -> Bool { planMark(for: predicate) != nil }

    /// The plan or report that the predicate's clause names as the place where it belongs.
    private func planMark(for predicate: FollowUpPredicate) -> Int? {
        guard sentence.has(.plan) || sentence.has(.planInto) || sentence.has(.nthPlan) else { return nil }
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
    private static let puttingVerbs = words("盛り込 反映 位置付 位置づ 記載 明記 掲げ 書き込 組み込 載せ 含め 入れ")
    /// Endings that make such a verb the attribute of a noun, in the order they are tried.
    private static let attributes = WordList(
        [
            "られた", "られて", "けられた", "けられて", "けた", "けている", "けて", "まれた", "まれて", "んだ", "んでいる", "された", "されて",
            "されている", "した", "している", "してある", "た", "ている", "てある", "る",
        ].map { Array($0.utf8) })
    /// What follows where no noun does.
    private static let noNoun = words(
        "べき 必要 こと よう 方が ほうが 方向 方針 予定 の と ほしい 欲しい いただ 頂 もら くださ 下さ い ま お は 。 、")

    /// 計画に掲げた目標, 方針に位置付けられた事業: what already stands there, named before a noun.
    private func isDescribed(_ end: Int) -> Bool {
        let bytes = sentence.bytes
        var start = end
        // The verb may be the end of the mark itself.
        if bytes.last(of: Self.puttingVerbs, at: end) == nil {
            guard let verb = bytes.first(of: Self.puttingVerbs, at: end) else { return false }
            start += verb
        }
        guard let attribute = bytes.first(of: Self.attributes, at: start) else { return false }
        start += attribute
        return start < bytes.count && bytes.first(of: Self.noNoun, at: start) == nil
    }

    private static let puttingWords = words(
        "盛り込 盛込 反映 位置付 位置づ 記載 明記 書き込 組み込 載せ 掲げ 取り込 入れ 追記 追加 加え 併記 強調")

    /// 計画に、…を盛り込む
    private func isPutInto(_ start: Int, _ predicate: FollowUpPredicate) -> Bool {
        let end = predicate.form.lowerBound
        guard start <= end else { return false }
        let bytes = UnsafeBufferPointer(rebasing: sentence.bytes[..<end])
        var tried: [[UInt8]] = []
        for place in max(start, end - 36)..<end {
            guard let length = bytes.first(of: Self.puttingWords, at: place) else { continue }
            let verb = Array(bytes[place..<place + length])
            if tried.contains(verb) { continue }
            tried.append(verb)
            // 数字を入れた目標
            let next = place + verb.count
            guard bytes.starts(Self.did, at: next), next + 3 < end else { return true }
            if !(0x4E00...0x9FFF).contains(bytes.scalar(at: next + 3).value) { return true }
        }
        return false
    }

    private static let did = Array("た".utf8)

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
