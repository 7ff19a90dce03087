import JapaneseText
import MinutesModel

/// What the host says in answer to somebody: there 「区分を分けます」 promises, where an explanation only tells how it is.
enum FollowUpReply {
    /// Sentences of an answer at most; longer turns explain.
    private static let longest = 6
    /// Bytes of a chair's turn that only calls the next speaker.
    private static let longestCall = 150

    /// Remarks in front of an answer that are looked at, at most.
    static let farthest = 3

    /// What a short turn answers.
    struct Answer {
        /// A turn of the host, answering the other side or a question of the chair.
        var isReply = false
        /// Something was asked for in the turn before it.
        var isToRequest = false
    }

    /// - Parameters:
    ///   - sentences: of each remark.
    ///   - requested: the last remark before it in which something was asked for.
    static func answer(
        at index: Int, in meeting: Meeting, sentences: (_ remark: Int) -> Int, requested: Int?
    ) -> Answer {
        let remarks = meeting.remarks
        let role = remarks[index].role
        guard index > 0, sentences(index) <= longest, !isChair(role) else { return Answer() }
        var before = index - 1
        if isChair(remarks[before].role), remarks[before].text.utf8.count <= longestCall {
            if requested == before || asks(remarks[before].text) {
                return Answer(isReply: isHost(role), isToRequest: requested == before)
            }
            guard before > 0, !remarks[before].text.holds("説明") else { return Answer() }
            before -= 1
        }
        guard isHost(role) else { return Answer(isToRequest: requested == before) }
        // 「…を調べます」 of one office, 「…も協力します」 of the next
        if isHost(remarks[before]), before > 0, sentences(before) <= longest,
            remarks[before].agenda == remarks[index].agenda
        {
            before -= 1
        }
        return Answer(
            isReply: !isHost(remarks[before]) && remarks[before].agenda == remarks[index].agenda,
            isToRequest: requested == before)
    }

    private static let questions = words("か。 か？ か?")
    /// The chair asks whether there are questions.
    private static let calls = ["ありませんか", "ございませんか", "よろしい", "いませんか", "ありますか", "ございますか", "説明"]

    /// A question of the chair to the host.
    private static func asks(_ text: String) -> Bool {
        let isQuestion = text.withUTF8Bytes { $0.last(of: questions, at: $0.count) != nil }
        return isQuestion && !text.holds(anyOf: calls)
    }

    /// Not 「労働局（沢田委員代理）」, who sits on the body.
    private static func isHost(_ remark: Remark) -> Bool {
        isHost(remark.role) && !(remark.role == .official && remark.label.holds("委員"))
    }

    private static func isHost(_ role: Role) -> Bool { !FollowUpSpeakers(role).isDisjoint(with: .host) }
    private static func isChair(_ role: Role) -> Bool { role == .chair || role == .viceChair }
}

extension FollowUpRules {
    /// Whether the host, answering, says what he is going to do: an act of will with nobody else for its subject.
    func promisesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.isReply, isHost, predicate.clauseEnd == sentence.bytes.count,
            predicate.stem == nil || predicate.stem == .work, !predicate.isNominal, !isHeading,
            !tellsState(predicate),
            // 「…充当すると、そういうことです」 explains; a plain form promises only where the sentence ends with it.
            sentence.bytes.last(of: Self.polite, at: predicate.form.upperBound) != nil
                || sentence.bytes.count - predicate.form.upperBound <= 3
        else { return false }
        return !namesSubject(clause(of: predicate)) && !followsFrom(predicate)
    }

    /// 増えます, 存在します.
    func tellsState(_ predicate: FollowUpPredicate) -> Bool {
        let end = predicate.form.upperBound
        guard sentence.bytes.last(of: Self.states, at: end) != nil else { return false }
        if sentence.bytes.last(of: Self.letting, at: end) != nil { return false }
        // 「来月、もう一度聞きます」; not 「来月までと聞きます」.
        guard sentence.isReply || isAhead, let asks = sentence.bytes.last(of: Self.asking, at: end) else { return true }
        return sentence.bytes.scalar(before: end - asks)?.value == 0x3068
    }

    private static let letting = words("せていただきます せて頂きます")
    private static let asking = words("聞きます 聴きます")

    /// （基本目標１ 居場所を増やす）
    private var isHeading: Bool {
        guard let (last, _) = sentence.bytes.scalar(before: sentence.bytes.count) else { return false }
        return last == 0xFF09 || last == 0x29
    }

    /// 「先に延ばすと、後の世代に負担を残します」: what comes of something.
    private func followsFrom(_ predicate: FollowUpPredicate) -> Bool {
        let start = sentence.clauseStart(of: predicate.form.lowerBound)
        guard start > 0, sentence.bytes.starts(Self.whenever, at: start) else { return false }
        return sentence.bytes.last(of: Self.plainVerbs, at: start) != nil
    }

    private static let whenever = Array("と、".utf8)
    private static let plainVerbs = words("る く す む う つ ぶ ぐ ぬ")

    /// As above of any verb, which needs an object: 「一文を加えます」, not 「時間が掛かります」.
    func doesInReply(_ predicate: FollowUpPredicate) -> Bool {
        guard promisesInReply(predicate), !isPassiveForm(predicate) else { return false }
        let clause = clause(of: predicate)
        return predicate.stem == .work || sentence.bytes.holds(Self.object, in: clause)
            || sentence.bytes.holds(Self.likewise, in: clause)
            || sentence.bytes.last(of: Self.offering, at: predicate.form.lowerBound + 3) != nil
    }

    /// What stands in the clause in front of the form.
    func clause(of predicate: FollowUpPredicate) -> Range<Int> {
        sentence.clauseStart(of: predicate.form.lowerBound)..<predicate.form.lowerBound
    }

    private static let polite = words("ます")
    static let object = words("を")
    private static let likewise = words("そのように 御指摘のとおり ご指摘のとおり")
    private static let offering = words("申し入れ 引き受け")
    /// Verbs that tell how it is.
    static let states: WordList = {
        let verbs = """
            あり おり なり ござい でき 出来 思い 考え 存じ 感じ 見え 見られ 分かり わかり かかり 掛かり 占め 上回り 下回り 超え 越え 要し 指し 示し 含み 持ち 受け 言い いい 申し \
            異なり 違い 変わり 増え 減り 残り 足り 困り 願い くれ いただき 頂き もらい 聞き 知り 見込み 迷い 届き 起き 生じ 進み 広がり つながり 上がり 下がり 終わり 伴い 除き 問い 満たし \
            受け止め 読み上げ 繰り返し 要り 入り 承り 代わり 覚え 抱き 使え 行け 書け 読め 貸せ 取れ 乗れ 借りられ 受けられ 済み 効き 合い 起こり 当たり なくなり 無くなり 重なり 決まり 始まり 収まり 間に合い 見つかり 助かり 務め
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
    func namesSubject(_ clause: Range<Int>) -> Bool {
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
            // が; not 「私どもの職員が」
            case 0x304C: isSubject = isSubject || Self.isNoun(before) && !isOwnSide(from: clause.lowerBound, to: place)
            case 0x300D: isSubject = false  // 」
            case _ where Self.isNoun(value):
                // る, た, い before a noun
                if before == 0x308B || before == 0x305F || before == 0x3044 { isSubject = false }
            default: break
            }
        }
        return isSubject
    }

    private func isOwnSide(from start: Int, to end: Int) -> Bool {
        sentence.has(.ownSide)
            && sentence.marks.contains {
                $0.mark == .ownSide && $0.range.lowerBound >= start && $0.range.upperBound <= end
            }
    }

    private static func isNoun(_ value: UInt32) -> Bool {
        (0x4E00...0x9FFF).contains(value) || (0x30A1...0x30FC).contains(value)
    }

    /// 行われます, 示されます.
    func isPassiveForm(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.bytes.scalar(at: predicate.form.lowerBound).value == 0x308C,  // れ
            let before = sentence.bytes.scalar(before: predicate.form.lowerBound)?.value
        else { return false }
        return (0x3041...0x3096).contains(before)
    }
}
