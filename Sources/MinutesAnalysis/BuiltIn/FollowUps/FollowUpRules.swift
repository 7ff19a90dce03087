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
    private enum Reading: Equatable {
        case kind(FindingKind)
        case aside(FollowUpCue.Aside)
    }

    private var lexicon: FollowUpLexicon { sentence.lexicon }
    private var isHost: Bool { !sentence.speaker.isDisjoint(with: .host) }

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
        if found == nil, let key = sentence.marks.first(where: { $0.mark == .keypoint }) {
            found = FollowUpVerdict(kind: .opinion, confidence: 0.6, cues: [lexicon.cues[key.cue].id], predicate: nil)
        }
        return found
    }

    // MARK: - one predicate

    private func read(_ predicate: FollowUpPredicate, _ cue: FollowUpCue, isFinal: Bool) -> Reading {
        switch cue.effect {
        case .aside(.assent): return sentence.has(.assent) ? .kind(.decision) : .aside(.procedure)
        // 「…かと思います」
        case .aside(.question) where predicate.isStated: return .aside(.none)
        case .aside(let aside): return .aside(aside)
        case .kind(.request): return request(predicate, cue, isFinal: isFinal)
        case .kind(.commitment): return commitment(predicate, cue)
        case .kind(.openQuestion) where cue.id == "o.cannot" && !isUnknownHere(predicate): return .aside(.none)
        case .kind(let kind): return .kind(kind)
        default: return .aside(.none)
        }
    }

    /// 「この場では」 and the like, or 把握, 手元, 持ち合わせ in the form; 「個別の案件にはお答えできません」 is a refusal.
    private func isUnknownHere(_ predicate: FollowUpPredicate) -> Bool {
        if sentence.has(.hypothetical) { return false }
        let first = sentence.bytes.scalar(at: predicate.form.lowerBound).value
        return sentence.has(.here) || first == 0x628A || first == 0x624B || first == 0x6301  // 把 手 持
    }

    private func request(_ predicate: FollowUpPredicate, _ cue: FollowUpCue, isFinal: Bool) -> Reading {
        switch predicate.stem {
        case _ where cue.id == "r.hadouka": break
        case .speech?:
            guard isAskedForLater(predicate, cue) else { return .aside(.question) }
        case .inquiry?:
            guard isAskedForLater(predicate, cue) else { return .aside(.question) }
        case .meeting?:
            if !(cue.id == "r.itadaku" && sentence.has(.ahead)) { return .aside(.procedure) }
        default: break
        }
        switch cue.id {
        case "r.itadaku" where isHost, "r.kudasai" where isHost: return .aside(.none)
        case "r.doujini", "r.itadakeru":
            if isFinal { return .aside(.none) }
        default: break
        }
        return .kind(.request)
    }

    /// 「今後も教えてください」, 「住民の方に説明してほしい」: no question, although the verb is one of telling.
    private func isAskedForLater(_ predicate: FollowUpPredicate, _ cue: FollowUpCue) -> Bool {
        guard ["r.kudasai", "r.hoshii", "r.itadaku", "r.morau"].contains(cue.id) else { return false }
        // て or で in front: 教えてください, not お教えください.
        let place = predicate.form.lowerBound
        guard place >= 3, sentence.bytes[place - 2] == 0x81, sentence.bytes[place - 1] & 0xFE == 0xA6 else { return false }
        return sentence.has(.audience) || sentence.has(.ahead)
    }

    private func commitment(_ predicate: FollowUpPredicate, _ cue: FollowUpCue) -> Reading {
        if isHost, sentence.has(.later), answersLater(predicate) { return .kind(.openQuestion) }
        switch predicate.stem {
        case .inquiry?, .speech?:
            let isPlanned = cue.id == "c.mairu" || cue.id == "c.iku"
            let isForLater = sentence.has(.ahead) || isPlanned && (sentence.has(.audience) || sentence.has(.onward))
            if !isHost || !isForLater { return .aside(.procedure) }
        // 「結果は次回の委員会で報告いたします」
        case .meeting? where !(isHost && sentence.has(.ahead)): return .aside(.procedure)
        default: break
        }
        switch cue.id {
        case "c.suru":
            if sentence.has(.restating) || predicate.isNominal { return .aside(.none) }
            if isBareDo(predicate), !isSaidDone(predicate) { return .aside(.none) }
        case "c.masu", "c.koto":
            if !sentence.has(.ahead) || sentence.has(.restating) || predicate.isNominal { return .aside(.none) }
        case "c.iku" where predicate.isNominal && isPlainEnd(predicate): return .aside(.none)
        case "c.you" where predicate.stem != .work: return .aside(.none)
        case "c.tai" where sentence.speaker == .chair && predicate.stem != .work: return .aside(.procedure)
        case "c.member" where !sentence.has(.ownSide): return .aside(.none)
        default: break
        }
        return .kind(.commitment)
    }

    /// 「…ていく」 and no polite form or wish.
    private func isPlainEnd(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.scalar(before: predicate.form.upperBound)?.value == 0x304F
    }

    /// します, いたします and their plain forms alone, without the noun or particle in front.
    private func isBareDo(_ predicate: FollowUpPredicate) -> Bool {
        let first = sentence.bytes.scalar(at: predicate.form.lowerBound).value
        return first == 0x3057 || first == 0x3044 || first == 0x81F4 || first == 0x3059
    }

    /// Whether 「…します」 promises a piece of work, and does not describe something.
    private func isSaidDone(_ predicate: FollowUpPredicate) -> Bool {
        switch predicate.stem {
        case .work?: hasObject(predicate) || sentence.has(.ahead)
        case .inquiry?, .meeting?: sentence.has(.ahead)
        default: false
        }
    }

    /// Whether the work has an object in its clause, and nothing that makes it a mere description stands right before it.
    private func hasObject(_ predicate: FollowUpPredicate) -> Bool {
        let bytes = sentence.bytes
        guard let before = bytes.scalar(before: predicate.stemStart) else { return false }
        if before.value == 0x3001 { return true }  // 作成し、送付します
        // で も 回 は が ら(から) ら(まで is で)
        if [0x3067, 0x3082, 0x56DE, 0x306F, 0x304C, 0x3089].contains(before.value) {
            return before.value == 0x3082 && isAbout(endingAt: predicate.stemStart - before.length)
        }
        var place = sentence.clauseStart(of: predicate.stemStart)
        while place + 3 <= predicate.stemStart {
            if bytes[place] == 0xE3, bytes[place + 1] == 0x82, bytes[place + 2] == 0x92 { return true }  // を
            place += 1
        }
        return isAbout(endingAt: predicate.stemStart) || before.value == 0x306B && isNewly(predicate.stemStart)
    }

    /// について, につきまして in front of a place.
    private func isAbout(endingAt end: Int) -> Bool {
        let text = sentence.bytes.text(max(0, end - 18)..<end)
        return text.hasSuffix("について") || text.hasSuffix("につきまして") || text.hasSuffix("についても")
    }

    private func isNewly(_ end: Int) -> Bool { sentence.bytes.text(max(0, end - 9)..<end) == "新たに" }

    /// Whether what is promised is an answer.
    private func answersLater(_ predicate: FollowUpPredicate) -> Bool {
        let text = sentence.bytes.text(max(0, predicate.form.lowerBound - 18)..<predicate.form.lowerBound)
        return ["回答", "お答え", "確認", "調べ", "お知らせ", "連絡", "お示し"].contains { text.contains($0) }
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
            if ["c.suru", "c.tai", "c.yotei", "c.you"].contains(cue.id) { return last == .aside(.procedure) }
            return last == .aside(.procedure) || last == .aside(.none)
        case .request:
            if sentence.has(.restating) { return false }
            if cue.id != "r.itadakeru", isQuoted(predicate) { return false }
            if cue.id == "r.itadakeru" { return last == .kind(.opinion) && lastCue?.id == "p.good" }
            if cue.id == "r.doujini" { return startsWithTogether(predicate.clauseEnd) }
            return true
        case .openQuestion: return true
        default: return false
        }
    }

    /// と、
    private func isQuoted(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.text(predicate.clauseEnd..<min(sentence.bytes.count, predicate.clauseEnd + 6)) == "と、"
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
        return FollowUpVerdict(kind: kind, confidence: (confidence * 100).rounded() / 100, cues: cues, predicate: predicate)
    }

    private func isPlanned(_ predicate: FollowUpPredicate) -> Bool { planMark(for: predicate) != nil }

    /// The plan or report that the predicate's clause names as the place where it belongs.
    private func planMark(for predicate: FollowUpPredicate) -> Int? {
        let start = sentence.clauseStart(of: predicate.form.lowerBound)
        for mark in sentence.marks where mark.range.lowerBound >= start && mark.range.lowerBound <= predicate.form.lowerBound {
            switch mark.mark {
            case .plan: return mark.cue
            case .nthPlan where isNumbered(mark.range): return mark.cue
            default: break
            }
        }
        return nil
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
