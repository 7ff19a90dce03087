import JapaneseText
import MinutesModel

/// What a predicate in the form of a request comes to: something is asked for, or a question, or the course of the meeting.
extension FollowUpRules {
    func request(_ predicate: FollowUpPredicate, _ cue: FollowUpTraits, isFinal: Bool) -> Reading {
        if isOthersWish(predicate) { return .aside(.none) }
        if cue.name == .passed { return sentence.has(.earlier) ? .aside(.report) : .kind(.request) }
        if cue.name == .idea, predicate.isStated { return .aside(.none) }
        if cue.name == .dekinaika || cue.name == .idea, sentence.has(.interrogative) { return .aside(.question) }
        // 「若い方にも遠慮なく話していただきたい」
        if sentence.speaker == .chair, sentence.has(.courtesy) { return .aside(.procedure) }
        switch predicate.stem {
        case _ where cue.name == .hadouka: break
        // 「私の話を聞いてください」
        case .hearing? where sentence.bytes.last(of: Self.mine, at: predicate.stemStart) != nil:
            return .aside(.question)
        case .speech?:
            guard isAskedForLater(predicate, cue) else { return .aside(.question) }
        case .inquiry?:
            if stemName(predicate) == .confirm, sentence.speaker == .chair || !sentence.has(.audience) {
                return .aside(.question)
            }
            guard isAskedForLater(predicate, cue) else { return .aside(.question) }
        case .meeting?:
            if !((cue.name == .itadaku || cue.name == .kudasai) && sentence.has(.ahead)) { return .aside(.procedure) }
        default: break
        }
        switch cue.name {
        case .itadaku where isHost, .kudasai where isHost: return .aside(.none)
        case .doujini, .itadakeru:
            if isFinal { return .aside(.none) }
        default: break
        }
        return .kind(.request)
    }

    func stemName(_ predicate: FollowUpPredicate) -> FollowUpCueName? {
        predicate.stemCue.flatMap { lexicon.traits[$0].name }
    }

    private static let telling = words("お伝え お知らせ お届け")
    private static let mine = words("私の わたしの")
    private static let told = words("という との といった などの って")
    private static let voices = words("声 意見 要望 希望 指摘 相談 回答 話も 話が 話を 方も 方が 人も 人が")

    /// 「…してほしいという声があります」: told of, not asked for.
    private func isOthersWish(_ predicate: FollowUpPredicate) -> Bool {
        let start = predicate.form.upperBound
        guard sentence.bytes.first(of: Self.told, at: start) != nil else { return false }
        let told = start..<min(predicate.clauseEnd, start + 45)
        return !sentence.bytes.holds(Self.mine, in: told) && sentence.bytes.holds(Self.voices, in: told)
    }

    /// 「今後も教えてください」, 「住民の方に説明してほしい」: no question, although the verb is one of telling.
    private func isAskedForLater(_ predicate: FollowUpPredicate, _ cue: FollowUpTraits) -> Bool {
        switch cue.name {
        case .kudasai, .hoshii, .itadaku, .morau: break
        default: return false
        }
        // 次回お示しいただきたい
        let isLater =
            sentence.has(.ahead) || sentence.has(.moment) || sentence.has(.pledge) && predicate.stem != .speech
        if cue.name == .itadaku || cue.name == .kudasai, isLater, !isHost { return true }
        // 図書館にもお伝えください
        if sentence.has(.audience), sentence.bytes.first(of: Self.telling, at: predicate.stemStart) != nil {
            return true
        }
        // て or で in front: 教えてください, not お教えください.
        let place = predicate.form.lowerBound
        guard place >= 3, sentence.bytes[place - 2] == 0x81, sentence.bytes[place - 1] & 0xFE == 0xA6 else {
            return false
        }
        return sentence.has(.audience) || isLater
    }
}
