import JapaneseText
import MinutesModel

/// What the host says in answer to somebody: there 「区分を分けます」 promises, where an explanation only tells how it is.
enum FollowUpReply {
    /// Sentences of an answer at most; longer turns explain.
    private static let longest = 6
    /// Bytes of a chair's turn that only calls the next speaker.
    private static let longestCall = 150

    /// Whether a remark is a short turn of the host right behind a turn of the other side, on the same item.
    static func isReply(_ index: Int, in meeting: Meeting, sentences: Int) -> Bool {
        guard index > 0, sentences <= longest, isHost(meeting.remarks[index].role) else { return false }
        var before = index - 1
        if isChair(meeting.remarks[before].role), meeting.remarks[before].text.utf8.count <= longestCall {
            guard before > 0, !meeting.remarks[before].text.holds("説明") else { return false }
            before -= 1
        }
        return !isHost(meeting.remarks[before].role) && meeting.remarks[before].agenda == meeting.remarks[index].agenda
    }

    private static func isHost(_ role: Role) -> Bool { !FollowUpSpeakers(role).isDisjoint(with: .host) }
    private static func isChair(_ role: Role) -> Bool { role == .chair || role == .viceChair }
}

extension FollowUpRules {
    /// Whether the host, answering, says what he is going to do: an act of will with nobody else for its subject.
    func promisesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.isReply, isHost, predicate.clauseEnd == sentence.bytes.count,
            predicate.stem == nil || predicate.stem == .work, !predicate.isNominal,
            sentence.bytes.last(of: Self.states, at: predicate.form.upperBound) == nil,
            // 「…充当すると、そういうことです」 explains; a plain form promises only where the sentence ends with it.
            sentence.bytes.last(of: Self.polite, at: predicate.form.upperBound) != nil
                || sentence.bytes.count - predicate.form.upperBound <= 3
        else { return false }
        return !namesSubject(clause(of: predicate))
    }

    /// As above of any verb, which needs an object: 「一文を加えます」, not 「時間が掛かります」.
    func doesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard promisesInReply(predicate), !isPassiveForm(predicate) else { return false }
        let clause = clause(of: predicate)
        return predicate.stem == .work || sentence.bytes.holds(Self.object, in: clause)
            || sentence.bytes.holds(Self.likewise, in: clause)
            || sentence.bytes.last(of: Self.offering, at: predicate.form.lowerBound + 3) != nil
    }

    /// What stands in the clause in front of the form.
    private func clause(of predicate: FollowUpPredicate) -> Range<Int> {
        sentence.clauseStart(of: predicate.form.lowerBound)..<predicate.form.lowerBound
    }

    private static let polite = words("ます")
    private static let object = words("を")
    private static let likewise = words("そのように 御指摘のとおり ご指摘のとおり")
    private static let offering = words("申し入れ 引き受け")
    /// Verbs that tell how it is.
    private static let states: WordList = {
        let verbs = """
            あり おり なり ござい でき 出来 思い 考え 存じ 感じ 見え 見られ 分かり わかり かかり 掛かり 占め 上回り 下回り 超え 越え 要し 指し 示し 含み 持ち 受け 言い いい 申し \
            異なり 違い 変わり 増え 減り 残り 足り 困り 願い くれ いただき 頂き もらい 聞き 知り 見込み 迷い 届き 起き 生じ 進み 広がり つながり 上がり 下がり 終わり 伴い 除き 問い 満たし \
            受け止め 読み上げ 繰り返し
            """
        let nouns = """
            存在 該当 関係 不足 発生 減少 増加 意味 承知 認識 理解 感謝 一致 共通 影響 想定 成立 経過 上昇 低下 変化 相当 集中 適用 対象と 基本と 前提と 原則と 目的と 必要と お願い お願いを \
            おわび お詫び 期待 心配 感心 苦慮 苦労 重視 尊重 歓迎
            """
        func split(_ list: String) -> [Substring] { list.split { $0 == " " || $0 == "\n" } }
        let forms =
            split(verbs).map { $0 + "ます" }
            + split(nouns).flatMap { noun in ["します", "いたします", "致します", "する"].map { noun + $0 } }
        return WordList(forms.map { Array($0.utf8) })
    }()

    /// 業者が設置します: somebody else does it. Not 内容が分からない表題を付けます, where が belongs to what stands before a noun,
    /// nor what is quoted.
    private func namesSubject(_ clause: Range<Int>) -> Bool {
        let bytes = sentence.bytes
        var (before, value): (UInt32, UInt32) = (0, 0)
        var isSubject = false
        var place = clause.lowerBound
        while place < clause.upperBound {
            let length: Int
            before = value
            (value, length) = bytes.scalar(at: place)
            place += length
            switch value {
            case 0x304C: isSubject = isSubject || Self.isNoun(before)  // が
            case 0x300D: isSubject = false  // 」
            case _ where Self.isNoun(value):
                // る, た, い before a noun
                if before == 0x308B || before == 0x305F || before == 0x3044 { isSubject = false }
            default: break
            }
        }
        return isSubject
    }

    private static func isNoun(_ value: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
    }

    /// 行われます, 示されます.
    private func isPassiveForm(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.bytes.scalar(at: predicate.form.lowerBound).value == 0x308C,  // れ
            let before = sentence.bytes.scalar(before: predicate.form.lowerBound)?.value
        else { return false }
        return (0x3041...0x3096).contains(before)
    }
}
