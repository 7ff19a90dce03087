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

    private static func isHost(_ role: Role) -> Bool { role == .secretariat || role == .official }
    private static func isChair(_ role: Role) -> Bool { role == .chair || role == .viceChair }
}

extension FollowUpRules {
    /// Whether the host, answering, says what he is going to do: an act of will with nobody else for its subject.
    func promisesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.isReply, isHost, predicate.stem == nil || predicate.stem == .work, !predicate.isNominal,
            sentence.bytes.last(of: Self.polite, at: predicate.form.upperBound) != nil,
            sentence.bytes.last(of: Self.states, at: predicate.form.upperBound) == nil
        else { return false }
        let clause = sentence.clauseStart(of: predicate.form.lowerBound)..<predicate.form.lowerBound
        return !namesSubject(clause)
    }

    /// As above of any verb, which needs an object: 「一文を加えます」, not 「時間が掛かります」.
    func doesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard promisesInReply(predicate), !isPassiveForm(predicate) else { return false }
        let clause = sentence.clauseStart(of: predicate.form.lowerBound)..<predicate.form.lowerBound
        return predicate.stem == .work || sentence.bytes.holds(Self.object, in: clause)
            || sentence.bytes.last(of: Self.offering, at: predicate.form.lowerBound + 3) != nil
    }

    private static let polite = words("ます")
    private static let object = words("を")
    private static let offering = words("申し入れ 引き受け")
    /// Verbs that tell how it is.
    private static let states = words(
        """
        あります おります なります ございます できます 出来ます 思います 考えます 存じます 感じます 見えます 見られます 分かります わかります かかります \
        掛かります 占めます 上回ります 下回ります 超えます 越えます 要します 指します 示します 含みます 持ちます 受けます 言います いいます 申します \
        異なります 違います 変わります 増えます 減ります 残ります 足ります 困ります 願います くれます いただきます 頂きます もらいます 聞きます 知ります \
        見込みます 迷います 届きます 起きます 生じます 進みます 広がります つながります 上がります 下がります 終わります 伴います 除きます 問います 満たします \
        存在します 該当します 関係します 不足します 発生します 減少します 増加します 意味します 承知します 承知いたします 認識します 理解します 感謝します 一致します \
        共通します 影響します 想定します 成立します 経過します 上昇します 低下します 変化します 相当します 集中します 適用します 対象とします 基本とします \
        前提とします 原則とします 目的とします 必要とします ありがとうございます お願いします お願いいたします お願いをします お願いをいたします \
        受け止めます 読み上げます 繰り返します
        """)

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
