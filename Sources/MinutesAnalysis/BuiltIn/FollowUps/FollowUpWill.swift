import JapaneseText

/// Acts of will: what a speaker takes on by naming the act, 「学校だよりに載せます」, where a verb such as 「増えます」 only tells
/// how it is.
extension FollowUpRules {
    private static let acts: WordList = {
        let verbs = """
            作り 載せ 送り 伝え 届け 配り 出し 渡し 変え 加え 減らし 増やし 付け 貼り 開き 設け 呼び 調べ 聞き 尋ね 直し 改め 試し 始め 続け 広げ 見直し 入れ 外し 移し 延ばし \
            早め 分け まとめ 集め 探し 回し 掛け 声をかけ 申し入れ 申し込み 引き受け 手伝い 働きかけ 働き掛け 呼びかけ 呼び掛け 持参し 持ち帰り 諮り 話し合い 書き 書き加え 付け加え 取り寄せ \
            差し替え 置き 含め 添え 並べ 振り向け 充て 立て 止め やめ 行い 進め 示し 見せ
            """
        let nouns = """
            作成 掲載 送付 配布 配付 配信 発送 掲示 相談 協力 報告 連絡 通知 案内 周知 提出 提供 準備 用意 手配 調査 調整 検討 協議 点検 確認 修正 訂正 追加 削除 実施 開催 募集 \
            依頼 要請 申請 支援 派遣 同行 訪問 公開 公表 設置 撤去 補修 改修 更新 交換 変更 見直 応援 担当 参加 試行 集計 分析 共有 回答 返事 お知らせ お伝え お送り お届け お配り お示し \
            お渡し お返し お見せ お持ち お引き受け 御案内 ご案内 御連絡 ご連絡 御協力 ご協力 御相談 ご相談 御報告 ご報告
            """
        func split(_ list: String) -> [Substring] { list.split { $0 == " " || $0 == "\n" } }
        return WordList(
            (split(verbs).map { $0 + "ます" }
                + split(nouns).flatMap { noun in ["します", "いたします", "致します"].map { noun + $0 } })
                .map { Array($0.utf8) })
    }()

    private static let conditions = words("場合 れば たら ときは 時は 際は とき、 際、 ましたら")
    private static let thenWords = words("では それでは それなら でしたら じゃあ じゃ、 ならば なら、")

    private func isAct(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.last(of: Self.acts, at: predicate.form.upperBound) != nil
    }

    /// 「届出があれば、直ちに調べます」 tells how it is done.
    private func isConditional(in clause: Range<Int>) -> Bool { sentence.bytes.holds(Self.conditions, in: clause) }

    /// Whether the host says what he is going to do: in an answer, or with 必ず. Of what was asked for, any verb does:
    /// 「子ども向けの版を作りませんか」 – 「作ります」.
    func wills(_ predicate: FollowUpPredicate) -> Bool {
        if pledges(predicate) { return true }
        guard promisesInReply(predicate), !isPassiveForm(predicate) else { return false }
        return isAct(predicate) || sentence.answersRequest && sentence.bytes.count <= Self.shortest
    }

    /// Bytes of an answer that is no more than the verb: 「４月から増やします」.
    private static let shortest = 45

    /// 「必ずお送りいたします」, 「早速、町内会に伝えます」
    func pledges(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.has(.pledge), isAct(predicate), !predicate.isNominal, !sentence.has(.others) else {
            return false
        }
        return !isConditional(in: 0..<predicate.form.lowerBound) && !namesSubject(clause(of: predicate))
    }

    /// Whether somebody who does not speak for the host takes something on: 「私が引き受けます」, 「役員会で相談します」, or gives
    /// what he was asked for.
    func takesOn(_ predicate: FollowUpPredicate) -> Bool {
        guard !predicate.isNominal, !sentence.has(.restating), !sentence.has(.habit), !sentence.has(.others) else {
            return false
        }
        // A chair runs the meeting, unless he says it of himself or of a time to come.
        if sentence.speaker == .chair {
            guard sentence.has(.myself) || namesTimeToCome(in: clause(of: predicate)) else { return false }
            if runsMeeting(before: predicate) { return false }
        }
        let isPolite = sentence.bytes.last(of: Self.politely, at: predicate.form.upperBound) != nil
        let before = 0..<predicate.form.lowerBound
        if isConditional(in: before) || predicate.clauseEnd != sentence.bytes.count { return false }
        if sentence.has(.myself) || sentence.has(.ownBody) { return isPolite || isAhead }
        if namesSubject(clause(of: predicate)) { return false }
        if isPolite, sentence.bytes.count <= Self.shortest, offers(predicate) { return true }
        if sentence.has(.pledge) || isAhead || sentence.has(.later) { return true }
        guard isPolite else { return false }
        if sentence.has(.since), sentence.bytes.first(of: Self.thenWords, at: 0) != nil { return true }
        return sentence.answersRequest && isAct(predicate)
    }

    /// 「見守り隊の募集の結果を報告します」 behind 「次回は３月です」
    func reportsNextTime(_ predicate: FollowUpPredicate) -> Bool {
        isHost && sentence.isBehindNext
            && sentence.bytes.holds(Self.reports, in: predicate.stemStart..<predicate.form.lowerBound)
    }

    /// 「次回は９月12日、会場は同じ部屋です」, of those who call the meeting.
    func nextMeeting() -> FollowUpVerdict? {
        guard sentence.has(.nextMeeting), isHost || sentence.speaker == .chair,
            let mark = sentence.marks.first(where: { $0.mark == .nextMeeting && namesDay(behind: $0.range.upperBound) })
        else { return nil }
        var end = sentence.bytes.count
        while let close = sentence.bytes.last(of: Self.closings, at: end) { end -= close }
        let predicate = FollowUpPredicate(
            cue: mark.cue, stem: nil, stemCue: nil, form: end..<end, stemStart: end, clauseEnd: sentence.bytes.count,
            isStated: false, isNominal: false)
        let confidence = Double(lexicon.traits[mark.cue].weight) / 100
        return FollowUpVerdict(kind: .commitment, confidence: confidence, cues: [mark.cue], predicate: predicate)
    }

    private static let closings = words("。 ） )")

    /// A number and 月 or 日, or a day of the week, within a few characters.
    private func namesDay(behind place: Int) -> Bool {
        let bytes = sentence.bytes
        let end = min(bytes.count, place + 60)
        var place = place
        var isNumber = false
        while place < end {
            let (value, length) = bytes.scalar(at: place)
            if value == 0x3002 || value == 0x66DC { return value == 0x66DC }  // 曜
            if isNumber, value == 0x6708 || value == 0x65E5 { return true }
            isNumber =
                (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value)
                || "一二三四五六七八九十".unicodeScalars.contains { $0.value == value }
            place += length
        }
        return false
    }

    private static let reports = words("報告")
    /// Any verb but those that tell how it is: 「写真は私たちが選びます」, 「本人に聞きます」.
    func takesOnAnything(_ predicate: FollowUpPredicate) -> Bool {
        if runsMeeting(before: predicate) { return false }
        let start = sentence.clauseStart(of: predicate.form.lowerBound)
        let isOwn = sentence.marks.contains { mark in
            (mark.mark == .ownBody || mark.mark == .myself && !tellsState(predicate))
                && mark.range.lowerBound >= start
                && predicate.form.lowerBound - mark.range.upperBound <= Self.longestAct
        }
        return isOwn && takesOn(predicate)
    }

    /// Bytes between 「私が」 and its verb at most, where any verb will do.
    private static let longestAct = 60

    /// 「お引き受けします」, 「喜んで手伝います」
    private func offers(_ predicate: FollowUpPredicate) -> Bool {
        sentence.bytes.last(of: Self.offers, at: predicate.form.upperBound) != nil
            && !sentence.bytes.holds(Self.topic, in: 0..<predicate.form.lowerBound)
    }

    private static let offers = words("引き受けます お引き受けします お引き受けいたします 手伝います お手伝いします お手伝いいたします 協力します 協力いたします")
    private static let topic = words("は")

    /// 来週中に, 月末に, ３月までに; not 次回, which is the course of the meetings.
    private func namesTimeToCome(in clause: Range<Int>) -> Bool {
        sentence.marks.contains { mark in
            mark.mark == .ahead && clause.contains(mark.range.lowerBound)
                && sentence.bytes.first(of: Self.timesToCome, at: mark.range.lowerBound) != nil
        }
    }

    private static let timesToCome = words("来週 来月 今月 月末 月中 年内 年度内 年明け までに")

    private static let politely = words("ます")

    /// Whether work that is under way is an answer with a time: 「来年度に向けて検討しております」; of 「…ことを考えております」,
    /// 「…案を用意しております」 what is done is enough.
    func isUnderWay(_ predicate: FollowUpPredicate) -> Bool {
        guard sentence.isReply, isHost, !predicate.isNominal, !sentence.has(.others), !sentence.has(.restating) else {
            return false
        }
        if sentence.bytes.holds(Self.thing, in: predicate.form) {
            if sentence.has(.interrogative) { return false }
            return !namesSubject(clause(of: predicate))
        }
        let start = sentence.clauseStart(of: predicate.form.lowerBound)
        return sentence.marks.contains { mark in
            (mark.mark == .ahead || mark.mark == .since) && mark.range.lowerBound >= start
                && predicate.form.lowerBound - mark.range.upperBound <= Self.nearest
        }
    }

    /// Bytes between a time and the work under way at it, at most.
    private static let nearest = 90
    private static let thing = words("こと 形 方法 案 仕組 制度 手法 取組 対策 方策 便 場所 会場 日程 予算 ないか")

    private static let takingAway = words("持ち帰")

    /// 「４月に打合せをさせてください」, 「検討させてください」; not 「一つ質問させてください」.
    func asksLeaveToAct(_ predicate: FollowUpPredicate) -> Bool {
        guard !namesSubject(clause(of: predicate)) else { return false }
        if sentence.bytes.first(of: Self.takingAway, at: predicate.form.lowerBound) != nil { return true }
        // 「来月、保護者に説明をさせてください」
        let isToldLater = sentence.has(.audience) && isAhead
        guard predicate.stem == nil || predicate.stem == .work || isToldLater else { return false }
        if isAhead || sentence.has(.since) || sentence.has(.later) { return true }
        guard sentence.isReply, stemName(predicate) != .workConfirm else { return false }
        return predicate.stem == .work || sentence.bytes.holds(Self.object, in: clause(of: predicate))
    }
}
