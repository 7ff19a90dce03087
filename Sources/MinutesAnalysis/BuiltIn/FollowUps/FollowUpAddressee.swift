import JapaneseText

/// The one a request is spoken to by name: 「中原部長、次の会議までに出してください」, or in the chair's sentence before it,
/// 「乙川委員、そういうことですので。また御相談ください」.
struct FollowUpAddressee {
    let sentence: FollowUpSentence
    let verdict: FollowUpVerdict
    /// The sentence before, in the same turn, as printed.
    let before: UnsafeBufferPointer<UInt8>?

    /// Longest first. Chairs are left out: 「委員長、」 asks for the floor.
    private static let titles = words(
        """
        委員 議員 部長 局長 課長 次長 室長 所長 係長 市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 教育長 大臣 副大臣 政務官 管理者 事務局 事務局長 \
        理事者 参考人 校長 園長 院長 理事長 担当課 当局 さん
        """)
    private static let leads = words("それでは、 では、 じゃ、 じゃあ、 はい、 ぜひ、 是非、 まず、 あと、 また、")
    /// 「…委員、ありがとうございました」 turns to the next; 「…委員、どうぞ」 gives the floor.
    private static let turningAway = ["ありがとう", "有り難う", "有難う", "お疲れ", "どうぞ", "了解", "分かりました", "わかりました"]
    /// What a member is asked to do; 「検討してください」 behind a member's name is said to the other side.
    private static let membersActs = ["相談", "申し出", "申出", "申し付け", "連絡", "問い合わせ", "お寄せ"]

    /// Bytes of a name at most.
    private static let longestName = 36

    func name() -> String? {
        guard sentence.lexicon.traits[verdict.cues[0]].family == UInt8(ascii: "r"), let predicate = verdict.predicate
        else { return nil }
        if let found = Self.addressed(in: sentence.bytes), found.name.upperBound <= predicate.form.lowerBound {
            return sentence.printed(found.name)
        }
        guard sentence.speaker == .chair, let before, let found = Self.addressed(in: before) else { return nil }
        if found.isMember, !asksForMembersAct(predicate) { return nil }
        return before.text(found.name)
    }

    private func asksForMembersAct(_ predicate: FollowUpPredicate) -> Bool {
        let text = sentence.bytes.text(max(0, predicate.form.lowerBound - 24)..<predicate.form.lowerBound)
        return Self.membersActs.contains { text.holds($0) }
    }

    /// A name with a title at the start of a sentence, a comma behind it, and not the first of a list.
    private static func addressed(
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> (name: Range<Int>, isMember: Bool)? {
        var start = 0
        while let lead = leads.first(in: bytes, at: start) { start += lead }
        guard let end = comma(in: bytes, from: start), let title = titles.last(in: bytes, at: end) else { return nil }
        let name = bytes.text(start..<end)
        if name == "さん" { return nil }
        let next = end + 3
        if let second = comma(in: bytes, from: next), titles.last(in: bytes, at: second) != nil { return nil }
        let rest = bytes.text(min(next, bytes.count)..<bytes.count)
        if turningAway.contains(where: { rest.holds($0) }) { return nil }
        let isMember = name.ends(in: "委員") || name.ends(in: "議員")
        // 委員、 alone is nobody by name.
        return isMember && end - start == title ? nil : (start..<end, isMember)
    }

    /// Where the comma behind a name stands: only the characters of names and titles before it.
    private static func comma(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = start
        while place < bytes.count, place - start <= longestName {
            let (value, length) = bytes.scalar(at: place)
            if value == 0x3001 || value == 0xFF0C { return place > start ? place : nil }
            let isName =
                (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value) || value == 0x3005
                || value == 0x3055 || value == 0x3093 || (0x20000...0x3FFFF).contains(value)  // さん
            guard isName else { return nil }
            place += length
        }
        return nil
    }
}
