import JapaneseText
import MinutesModel

/// What one predicate comes to, by its form, what is done, and who speaks.
extension FollowUpRules {
    func read(_ predicate: FollowUpPredicate, _ cue: FollowUpTraits, isFinal: Bool) -> Reading {
        switch cue.sense {
        case .aside(.assent):
            if sentence.has(.assent) { return .kind(.decision) }
            if isFinal, predicate.stem == nil, settles(predicate) { return .kind(.decision) }
            // 「…は報告書に盛り込むことにしましょう」
            return isPlanned(predicate) ? .kind(.opinion) : .aside(.procedure)
        // 「…かと思います」
        case .aside(.question) where predicate.isStated: return .aside(.none)
        case .aside(let aside): return .aside(aside)
        case .kind(.request): return request(predicate, cue, isFinal: isFinal)
        case .kind(.commitment): return commitment(predicate, cue)
        case .kind(.openQuestion) where cue.name == .cannot && !isUnknownHere(predicate): return .aside(.none)
        case .kind(.decision) where sentence.has(.earlier): return .aside(.report)
        case .kind(.decision) where cue.name == .office && !sentence.has(.office): return .aside(.report)
        case .kind(.decision)
        where cue.name == .settle && runsMeeting(before: predicate):
            return .aside(.procedure)
        case .kind(let kind): return .kind(kind)
        case .nothing: return .aside(.none)
        }
    }

    /// 「基準の案は、事務局で修正して書面で確認することとします」: a chair says what comes of it; not 「次に移ることとします」.
    private func settles(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.first(of: Self.thatIs, at: predicate.form.lowerBound) != nil
            && sentence.bytes.last(of: Self.firmly, at: predicate.form.upperBound) != nil
            && sentence.bytes.last(of: Self.verbs, at: predicate.form.lowerBound) != nil
            && !runsMeeting(before: predicate)
    }

    func runsMeeting(before predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.holds(Self.course, in: 0..<predicate.form.lowerBound)
    }

    private static let course = words("質問 質疑 聴取 審査 審議 採決 休憩 議事 順に 説明 発言 退席 散会 閉会 開会 進め 傍聴 資料 報告")
    private static let thatIs = words("こと")
    private static let firmly = words("とします といたします と致します とする にします にいたします")
    private static let verbs = words("る く す む う つ ぶ ぐ ぬ ない という")

    /// 「この場では」 and the like, or 把握, 手元, 持ち合わせ in the form; 「個別の案件にはお答えできません」 is a refusal.
    private func isUnknownHere(_ predicate: FollowUpPredicate) -> Bool {
        if sentence.has(.hypothetical) { return false }
        let first = sentence.bytes.scalar(at: predicate.form.lowerBound).value
        // 「計算がまだできておりません」, in an answer
        if sentence.isReply, sentence.bytes.holds(Self.madeYet, in: predicate.form) { return true }
        return sentence.has(.here) || first == 0x628A || first == 0x624B || first == 0x6301  // 把 手 持
    }

    private static let madeYet = words("できて")

    private func commitment(_ predicate: FollowUpPredicate, _ cue: FollowUpTraits) -> Reading {
        if isHost, sentence.has(.later) || sentence.has(.unknown), answersLater(predicate) {
            return .kind(.openQuestion)
        }
        switch cue.name {
        case .underway: return isUnderWay(predicate) ? .kind(.commitment) : .aside(.report)
        case .letMe: return asksLeaveToAct(predicate) ? .kind(.commitment) : .aside(.question)
        default: break
        }
        switch predicate.stem {
        case .inquiry?, .speech?:
            let isPlanned = cue.name == .mairu || cue.name == .iku
            let isForLater = isAhead || isPlanned && (sentence.has(.audience) || sentence.has(.onward))
            if !sentence.has(.ownBody), !isHost || !isForLater { return .aside(.procedure) }
        // 「結果は次回の委員会で報告いたします」
        case .meeting? where !(isHost && sentence.has(.ahead)) && !reportsNextTime(predicate): return .aside(.procedure)
        default: break
        }
        switch cue.name {
        case _ where stemName(predicate) == .correct && !(cue.name == .suru && promisesInReply(predicate)):
            return .aside(.procedure)
        case .suru:
            if sentence.has(.restating) || sentence.has(.others) || isHabit || predicate.isNominal {
                return .aside(.none)
            }
            if isBareDo(predicate), !isSaidDone(predicate), !promisesInReply(predicate), !pledges(predicate) {
                return .aside(.none)
            }
        case .yotei, .planned:
            if isPassive(predicate) || sentence.has(.others) { return .aside(.none) }
        case .memberMasu, .memberDo:
            let isMeant = sentence.has(.ahead) || sentence.has(.later) || sentence.has(.audience)
            if !(isMeant && cue.name == .memberMasu) && !takesOn(predicate) || sentence.has(.restating)
                || predicate.isNominal
            {
                return .aside(.none)
            }
        case .memberSelf where !takesOnAnything(predicate): return .aside(.none)
        // 「図面は障害のある方に見ていただきます」
        case .itadakuPromise
        where !sentence.has(.audience) || !sentence.isReply || sentence.has(.others) || sentence.has(.restating):
            return .aside(.none)
        case .plain:
            let isCut = sentence.bytes.first(of: Self.cutting, at: predicate.form.lowerBound) != nil
            if !isForLater && !isCut && !doesInReply(predicate) && !wills(predicate) || sentence.has(.restating)
                || predicate.isNominal
            {
                return .aside(.none)
            }
        case .masu, .koto:
            let isMeant =
                isAhead && !(cue.name == .masu && tellsState(predicate)) || doesInReply(predicate) || wills(predicate)
            if !isMeant || sentence.has(.restating)
                || predicate.isNominal
            {
                return .aside(.none)
            }
        case .iku where predicate.isNominal && isPlainEnd(predicate): return .aside(.none)
        case .you where predicate.stem != .work: return .aside(.none)
        case .tai where sentence.speaker == .chair && predicate.stem != .work: return .aside(.procedure)
        // 「規定を適用させていただきます」 tells how it is.
        case .saseteitadaku where isHost && predicate.stem == nil && tellsHowItIs(predicate) && !isForLater:
            return .aside(.none)
        case .saseteitadaku where sentence.has(.bill): return .aside(.none)
        case .saseteitadaku where sentence.speaker == .chair && !sentence.has(.ahead): return .aside(.procedure)
        // 「月額を改めたいというものです」 tells what a bill is.
        case .tai where sentence.bytes.first(of: Self.isThing, at: predicate.form.upperBound) != nil:
            return .aside(.none)
        // 「ぜひお願いしたいです」 asks.
        case .tai where sentence.bytes.last(of: Self.asking, at: predicate.form.lowerBound) != nil: return .aside(.none)
        // 「本日は、その答えを皆様と探したい」 opens the meeting.
        case .tai where sentence.bytes.first(of: Self.today, at: 0) != nil: return .aside(.procedure)
        case .next where !sentence.has(.ahead): return .aside(.procedure)
        case .member where !sentence.has(.ownSide): return .aside(.none)
        default: break
        }
        return .kind(.commitment)
    }

    private static let isThing = words("というもの")
    private static let today = words("本日は 今日は きょうは 本日の会議")
    private static let asking = words("願いし 願い")
    private static let cutting = words("削除")

    /// 「毎月通知します」 tells how it is done.
    private var isHabit: Bool {
        guard sentence.has(.habit) else { return false }
        let isUsual = sentence.marks.contains { mark in
            // Not 毎月の変化.
            mark.mark == .habit
                && (mark.range.upperBound >= sentence.bytes.count
                    || sentence.bytes.scalar(at: mark.range.upperBound).value != 0x306E)
        }
        return isUsual && !sentence.has(.ahead) && !sentence.has(.onward)
    }

    /// 今後も, 次回, or right behind a sentence that says when the next meeting is.
    var isAhead: Bool { sentence.has(.ahead) || sentence.has(.nextMeeting) || sentence.isBehindNext }

    private var isForLater: Bool {
        isAhead || sentence.has(.later) || sentence.has(.onward) || sentence.has(.audience)
    }

    /// 「やり取りをさせていただきます」, 「適用させていただくところ」; not させていただきたい.
    private func tellsHowItIs(_ predicate: FollowUpPredicate) -> Bool {
        let end = predicate.form.upperBound
        let isPlain = sentence.bytes.last(of: Self.plainEnd, at: end) != nil
        if isPlain { return sentence.bytes.first(of: Self.place, at: end) != nil }
        return predicate.form.count >= 9 && sentence.bytes.last(of: Self.politeEnd, at: end) != nil
            && sentence.bytes.scalar(before: predicate.form.lowerBound)?.value == 0x3092
    }

    private static let plainEnd = words("く")
    private static let politeEnd = words("きます")
    private static let place = words("ところ")
    private static let passive = words("される られる となる になる まれる")

    /// 導入される予定, 対象となる予定: it happens, nobody says he does it.
    private func isPassive(_ predicate: FollowUpPredicate) -> Bool {
        let start = predicate.form.lowerBound
        return sentence.bytes.holds(Self.passive, in: max(0, start - 9)..<min(sentence.bytes.count, start + 3))
    }

    /// 「…ていく」 and no polite form or wish.
    func isPlainEnd(_ predicate: FollowUpPredicate) -> Bool {
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
        case .work? where stemName(predicate) == .fix: true
        case .work?, .hearing?: hasObject(predicate) || isAhead
        case .inquiry?: isAhead
        case .meeting?: sentence.has(.ahead) || reportsNextTime(predicate)
        case .speech?: false
        case nil: isAhead
        }
    }

    /// Whether the work has an object in its clause, and nothing that makes it a mere description stands right before it.
    private func hasObject(_ predicate: FollowUpPredicate) -> Bool {
        let bytes = sentence.bytes
        guard let before = bytes.scalar(before: predicate.stemStart) else { return false }
        if before.value == 0x3001 || before.value == 0x306B { return true }  // 作成し、送付します; 各校に配付します
        // で も 回 は が ら(から) ら(まで is で)
        if [0x3067, 0x3082, 0x56DE, 0x306F, 0x304C, 0x3089].contains(before.value) {
            return before.value == 0x3082 && addsObject(endingAt: predicate.stemStart - before.length)
        }
        var place = sentence.clauseStart(of: predicate.stemStart)
        while place + 3 <= predicate.stemStart {
            if bytes[place] == 0xE3, bytes[place + 1] == 0x82, bytes[place + 2] == 0x92 { return true }  // を
            place += 1
        }
        return isAbout(endingAt: predicate.stemStart)
    }

    /// も in place of を: 受付の窓口も拡充します; not 窓口でも対応します.
    private func addsObject(endingAt end: Int) -> Bool {
        if isAbout(endingAt: end) { return true }
        guard let (value, _) = sentence.bytes.scalar(before: end) else { return false }
        // Not 年末年始も, 夜間も, 休日も.
        if "始時日間中年月後期休夜朝昼前週".unicodeScalars.contains(where: { $0.value == value }) { return false }
        return (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
    }

    /// について, につきまして in front of a place.
    private func isAbout(endingAt end: Int) -> Bool {
        sentence.bytes.last(of: Self.about, at: end) != nil
    }

    private static let about = words("について につきまして についても")
    private static let handing = words("届け")
    private static let reporting = words("報告 提出")
    private static let checking = words("確認し 調べ")
    private static let answering = words("回答 お答え 確認 調べ お知らせ 連絡 お示し お伝え")

    /// Whether what is promised is an answer.
    private func answersLater(_ predicate: FollowUpPredicate) -> Bool {
        let bytes = sentence.bytes
        let near = max(0, predicate.form.lowerBound - 18)..<predicate.form.upperBound
        if sentence.has(.unknown), bytes.holds(Self.handing, in: near) { return true }
        if bytes.holds(Self.reporting, in: near) {
            return sentence.has(.unknown) || bytes.holds(Self.checking, in: 0..<predicate.form.upperBound)
        }
        return bytes.holds(Self.answering, in: near)
    }
}
