import MinutesKit

/// Why an item is on the list, as a clerk reads it.
struct ActionExplanationText {
    private let explained: ActionExplanation
    private let terminal: Terminal
    /// Characters of another turn shown at most.
    private static let longest = 80

    init(_ explained: ActionExplanation, terminal: Terminal) {
        self.explained = explained
        self.terminal = terminal
    }

    private var item: ActionItem { explained.item }

    private func say(_ japanese: String, _ english: String) -> String { Words(japanese, english)(terminal.language) }

    private var isJapanese: Bool { terminal.language == .japanese }

    var text: String {
        [head, cues, confidence, owner, due, rejected, history].compactMap(\.self).joined(separator: "\n\n")
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        ([terminal.heading("■ " + title)] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    // MARK: - what was said

    private var head: String {
        var lines = [say("要旨：", "summary: ") + item.summary]
        if let before = explained.before { lines.append(say("前の文：", "before: ") + cut(before)) }
        lines.append(say("発言：", "said: ") + "「\(item.quote)」")
        if let after = explained.after { lines.append(say("次の文：", "after: ") + cut(after)) }
        let place = [
            explained.document, explained.page.map { say("\($0)ページ", "page \($0)") },
            item.line.map { say("\($0)行目", "line \($0)") },
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: say("　", ", "))
        let meeting = [item.date, item.meetingTitle, item.agenda].compactMap(\.self).filter { !$0.isEmpty }
        lines.append(say("原文：", "original: ") + place + "（\(meeting.joined(separator: " / "))）")
        lines.append(say("話し手：", "speaker: ") + item.speaker + (explained.role.map { "（\(name($0))）" } ?? ""))
        if let turn = explained.answers { lines.append(say("答えた相手：", "answers: ") + text(of: turn)) }
        if let turn = explained.answeredBy { lines.append(say("応じた人：", "answered by: ") + text(of: turn)) }
        if item.isMissing {
            lines.append(
                say("今の会議録にはこの発言が見当たりません。人の確認にしたがって残しています。", "The minutes no longer say it; a decision keeps it."))
        }
        let kind = isJapanese ? item.type.japaneseName : item.type.rawValue
        let status = isJapanese ? item.status.japaneseName : item.status.rawValue
        return section("\(item.id)　\(kind)　\(status)　\(isJapanese ? item.reviewName : item.verdict.rawValue)", lines)
    }

    private func name(_ role: Role) -> String { isJapanese ? role.japaneseName : role.rawValue }

    private func text(of turn: ActionExplanation.Turn) -> String {
        "\(turn.label)（\(say("\(turn.line)行目", "line \(turn.line)"))、\(turn.remark)）「\(cut(turn.text))」"
    }

    private func cut(_ text: String) -> String {
        let line = text.replacing("\n", with: " ")
        return line.count > Self.longest ? line.prefix(Self.longest) + "…" : line
    }

    // MARK: - why

    private var cues: String {
        guard let found = explained.found else {
            let why =
                item.isAdded
                ? say("人が一覧に加えた項目です。", "A person put it on the list.")
                : say(
                    "この版の自動抽出では、この文を拾いません（\(explained.analyzer) が拾ったものか、確認の記録だけが残っているものです）。",
                    "This version does not find it (made by \(explained.analyzer), or kept by a decision).")
            return section(say("手がかり", "cues"), [why])
        }
        let lines = found.cues.enumerated().flatMap { place, cue -> [String] in
            let deciding = place == 0 ? say("（決め手）", " (deciding)") : ""
            let words = cue.words.map { "「\($0)」" } ?? ""
            let example = cue.example.map { "    " + say("辞書の例：", "example in the lexicon: ") + $0 }
            return ["\(words)\(CueEffectText(cue.effect).words(terminal.language))\(deciding)　\(cue.id)", example]
                .compactMap(\.self)
        }
        return section(say("手がかり", "cues"), lines)
    }

    private var confidence: String? {
        guard let found = explained.found else { return nil }
        let lines = found.steps.map { step in
            switch step {
            case .weight(let value): say("決め手の重み \(value)", "weight of the deciding cue: \(value)")
            case .earlierClause(let value):
                say("文の終わりではなく途中の述語なので下げて \(value)", "lowered, not the last predicate of the sentence: \(value)")
            case .destination(let value): say("計画への行き先を示すので上げて \(value)", "raised, it names its plan: \(value)")
            case .wordAlone(let value): say("文末ではなく言葉だけが決め手 \(value)", "a word alone decided: \(value)")
            }
        }
        return section(say("確からしさ \(found.confidence)", "confidence \(found.confidence)"), lines)
    }

    private var owner: String {
        let title = say("担当：\(item.owner ?? "記載なし")", "owner: \(item.owner ?? "not said")")
        if decided(\.owner) { return section(title, [say("人が決めたもの", "decided by a person")]) }
        guard item.owner != nil else { return section(title, [say("文の中でだれかを名指ししていない", "the sentence names nobody")]) }
        let rule: String? =
            switch explained.found?.owner {
            case .named?: say("文の中で名指しされている", "named in the sentence")
            case .ownSide?: say("「当局」「私ども」など、話し手の側を指す言葉から", "a word for the speaker's own side")
            case .promiser?: say("約束している話し手", "the speaker, who promises")
            case .addressee?: say("名前を呼ばれた相手", "the one who is spoken to")
            case nil: nil
            }
        return section(title, [rule ?? say("会議録の記載から", "from the minutes")])
    }

    private var due: String {
        let words = item.due.map { due in due.text + (due.date.map { $0 == due.text ? "" : "（\($0)）" } ?? "") }
        let title = say("期限：\(words ?? "記載なし")", "due: \(words ?? "not said")")
        if decided(\.due) { return section(title, [say("人が決めたもの", "decided by a person")]) }
        guard item.due != nil else {
            return section(title, [say("行いに結び付いた時の言葉がない", "no time is said of the act")])
        }
        guard let rule = explained.found?.dueRule else { return section(title, [say("会議録の記載から", "from the minutes")]) }
        var lines = [DueRuleText(rule, meeting: item.date).words(terminal.language)]
        if let from = explained.found?.dueFrom {
            lines.append(say("\(from) からの期間の終わり", "the end of a stretch from \(from)"))
        }
        if item.due?.date == nil { lines.append(say("日付は会議録から決まらない", "the minutes give no day")) }
        return section(title, lines)
    }

    private func decided(_ field: KeyPath<Review, String?>) -> Bool {
        let last = explained.history.lastIndex { $0.verdict == .reset } ?? -1
        return explained.history.dropFirst(last + 1).contains { $0[keyPath: field] != nil }
    }

    private var rejected: String? {
        item.likeRejected.map { id in
            section(
                say("以前に除外した表現", "put like something rejected"),
                [
                    say(
                        "\(id) を除いたときと同じ言い方です。残すなら actions accept \(item.id)",
                        "as \(id); actions accept \(item.id) keeps it")
                ])
        }
    }

    private var history: String {
        guard !explained.history.isEmpty else {
            return section(say("判断の記録", "decisions"), [say("まだだれも確認していません。", "Nobody has looked at it yet.")])
        }
        return section(
            say("判断の記録", "decisions"), explained.history.map { ReviewText($0).words(terminal.language) })
    }
}
