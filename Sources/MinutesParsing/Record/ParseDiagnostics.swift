import JapaneseText
import MinutesModel

/// Says what was noticed while parsing: what is unsure, what was left out, what is odd in the document.
struct ParseDiagnostics {
    let bytes: SourceBytes
    let lines: [Line]
    let wrapping: Wrapping
    let inference: LayoutInference
    let proceedings: Proceedings
    let uses: [LineUse]
    let people: People
    let meeting: Meeting

    /// Kinds that a document full of odd lines could repeat without end are listed so many times at most.
    private static let limit = 500

    func all() -> [Diagnostic] {
        var found: [Diagnostic] = []
        found += layout()
        found += turns()
        found += namesakes()
        found += header()
        found += agenda()
        found += unknown()
        return found.enumerated().sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(
            \.element)
    }

    // MARK: Layout

    private func layout() -> [Diagnostic] {
        guard bytes.count > 0 else {
            return [Diagnostic(.warning, code: "text.empty", message: "文書が空です。ファイルの中身を確かめてください。")]
        }
        guard !meeting.remarks.isEmpty || inference.fixed == nil else {
            return [
                Diagnostic(
                    .warning, code: "turn.none",
                    message: "指定された書き方の発言がありません。書き方のファイルがこの会議録のものか確かめてください。")
            ]
        }
        guard !meeting.remarks.isEmpty else {
            return [
                Diagnostic(
                    .warning, code: "turn.none",
                    message: "発言の始まりが見つかりません。発言者の書き方（○委員長、委員長： など）がある文書か確かめてください。")
            ]
        }
        // Two turns in a document that names no day are more likely lines of a list.
        let isMeagre = meeting.remarks.count < 3 && meeting.header.date == nil
        guard inference.confidence < Layout.threshold || isMeagre, inference.fixed == nil else { return unusedShapes() }
        let shapes = inference.evidence.filter(\.isChosen).map { "\($0.shape)" }.joined(separator: "、")
        return [
            Diagnostic(
                .warning, code: "turn.low-confidence",
                message: "発言の区切りに確信が持てません（\(shapes)、確信度 \(inference.confidence)）。発言者の区切りを原文と見比べてください。",
                line: meeting.remarks[0].span.line)
        ]
    }

    /// Ways of a fixed layout in which no turn begins.
    private func unusedShapes() -> [Diagnostic] {
        guard let fixed = inference.fixed else { return [] }
        let used = Set(
            inference.candidates.indices.filter { inference.taken[$0] }.map { inference.candidates[$0].shape })
        return fixed.shapes.subtracting(used).sorted().map { shape in
            Diagnostic(
                .warning, code: "layout.unused",
                message: "指定された書き方のうち「\(shape)」で始まる発言がありません。書き方のファイルを確かめてください。")
        }
    }

    // MARK: Turns

    private func turns() -> [Diagnostic] {
        guard !meeting.remarks.isEmpty else { return [] }
        var found: [Diagnostic] = []
        var accepted = Array(repeating: false, count: inference.labels.entries.count)
        for index in inference.candidates.indices where inference.taken[index] {
            accepted[inference.candidates[index].labelIndex] = true
        }
        for index in inference.candidates.indices where !inference.taken[index] {
            guard let refusal = inference.refusals[index] else { continue }
            let candidate = inference.candidates[index]
            let use = uses[candidate.line]
            guard
                use == .speech || use == .note
                    || use == .agenda && refusal == .nearMiss
                        && inference.labels[candidate.labelIndex].reading.strength >= 2
            else { continue }
            let label = bytes.string(candidate.label)
            let isNear =
                switch refusal {
                case .nearMiss, .heading: true
                case .beforeProceedings: false
                case .otherShape: isNearMiss(candidate, accepted)
                }
            guard isNear, found.count < Self.limit else { continue }
            found.append(
                Diagnostic(
                    .warning, code: "turn.near-miss",
                    message: "「\(label)」で始まる行は発言の始まりに見えますが、前の発言の続きとして扱いました。発言者が変わるところでないか確かめてください。",
                    line: lines[candidate.line].number))
        }
        for index in inference.unsure.prefix(Self.limit) {
            let candidate = inference.candidates[index]
            found.append(
                Diagnostic(
                    .note, code: "turn.unsure",
                    message: "「\(bytes.string(candidate.label))」を発言者として扱いました。見出しでないか確かめてください。",
                    line: lines[candidate.line].number))
        }
        for line in inference.loneArrows.prefix(Self.limit) where uses[line] == .speech || uses[line] == .note {
            found.append(
                Diagnostic(
                    .warning, code: "turn.near-miss",
                    message: "矢印で始まる行を前の発言の続きとして扱いました。別の人の回答でないか確かめてください。", line: lines[line].number))
        }
        if inference.unnamed > 0, let first = inference.candidates.first(where: { $0.shape.kind == .point }) {
            let how = inference.legend.roles.isEmpty ? "意見・質問の箇条書きとして" : "凡例の記号に従って"
            found.append(
                Diagnostic(
                    .note, code: "turn.unnamed",
                    message: "発言者名のない発言\(inference.unnamed)件を、\(how)一件ずつの発言として扱いました。発言者は空のままです。",
                    line: lines[first.line].number))
        }
        for remark in meeting.remarks where remark.text.isEmpty && found.count < Self.limit * 2 {
            found.append(
                Diagnostic(
                    .note, code: "turn.empty", message: "「\(remark.label)」の後に発言がありません。原文を確かめてください。",
                    line: remark.span.line))
        }
        return found + embedded()
    }

    /// A refused line counts as near miss when its label is one that begins turns elsewhere and it does not go on with
    /// the line above.
    private func isNearMiss(_ candidate: TurnCandidate, _ accepted: [Bool]) -> Bool {
        guard accepted[candidate.labelIndex], candidate.line > 0 else { return false }
        let entry = inference.labels[candidate.labelIndex]
        guard entry.reading.strength >= 2 || candidate.shape.kind != .bare, lines[candidate.line].kind == .text else {
            return false
        }
        let above = lines[candidate.line - 1]
        if above.kind == .text, wrapping.isWrapped, wrapping.isFull(above),
            !SentenceEnd.isEnd(bytes.scalar(before: above.inkEnd, after: above.inkStart))
        {
            return false
        }
        return true
    }

    /// `（山田事務局長朗読）` inside a turn: what follows was said by somebody else.
    private func embedded() -> [Diagnostic] {
        var found: [Diagnostic] = []
        for note in meeting.notes where note.text.utf8.count <= 120 && found.count < Self.limit {
            let inner = note.text.trimmingCharacters("（）()〔〕［］ 　")
            guard let act = ["報告", "朗読", "説明", "答弁", "発言"].first(where: inner.ends) else { continue }
            guard SpeakerLabel.read(String(inner.dropLast(act.count))).strength >= 2 else { continue }
            found.append(
                Diagnostic(
                    .warning, code: "turn.embedded",
                    message: "「\(note.text)」の後は別の人の発言と思われますが、記号がないため前の発言者の発言に含めました。原文を確かめてください。",
                    line: note.span.line))
        }
        return found
    }

    /// Labels that fit several people of the attendance list, at the first turn of each.
    private func namesakes() -> [Diagnostic] {
        guard !people.ambiguous.isEmpty else { return [] }
        let first = Dictionary(
            inference.candidates.indices.filter { inference.taken[$0] }.map {
                (inference.candidates[$0].labelIndex, inference.candidates[$0].line)
            }, uniquingKeysWith: { first, _ in first })
        return people.ambiguous.prefix(Self.limit).compactMap { entry in
            guard let line = first[entry.label] else { return nil }
            let names = entry.names.prefix(5).joined(separator: "、")
            return Diagnostic(
                .note, code: "people.ambiguous",
                message: "「\(inference.labels[entry.label].text)」に当たる人が出席者に複数います（\(names)）。氏名は補いませんでした。",
                line: lines[line].number)
        }
    }

    // MARK: Header and agenda

    private func header() -> [Diagnostic] {
        guard bytes.count > 0 else { return [] }
        var found: [Diagnostic] = []
        if meeting.header.date == nil {
            found.append(
                Diagnostic(.warning, code: "header.no-date", message: "開催日が見つかりません。日付の書かれた行を確かめてください。"))
        }
        if meeting.header.title == nil, meeting.header.body == nil {
            found.append(
                Diagnostic(.note, code: "header.no-title", message: "会議の名称が見つかりません。表題の行を確かめてください。"))
        }
        return found
    }

    /// Numbers that repeat or jump among the items of one parent.
    private func agenda() -> [Diagnostic] {
        var found: [Diagnostic] = []
        var last: [String: AgendaBuilder.Item] = [:]
        for item in proceedings.agenda.items {
            guard let style = item.style, found.count < Self.limit else { continue }
            let key = "\(item.parent ?? -1)/\(style.rawValue)/\(item.word)/\(item.isListed)"
            if let before = last[key], item.value != before.value + 1 {
                let what = "議題「\(item.number) \(item.title)」の"
                let kept = "（前は \(before.number)）。原文のとおり残しました。"
                if item.value == 1, before.value != 1 {
                    found.append(
                        Diagnostic(
                            .note, code: "agenda.number-restart", message: what + "番号が１に戻っています" + kept,
                            line: item.span.line))
                } else {
                    let isRepeated = item.value == before.value
                    found.append(
                        Diagnostic(
                            .note, code: isRepeated ? "agenda.repeated-number" : "agenda.number-gap",
                            message: what + (isRepeated ? "同じ番号が続いています" : "番号が続いていません") + kept,
                            line: item.span.line))
                }
            }
            last[key] = item
            if !item.isListed, proceedings.agenda.hasNumberedList, item.parent == nil || isListed(item.parent) {
                found.append(
                    Diagnostic(
                        .note, code: "agenda.not-listed",
                        message: "見出し「\(item.number) \(item.title)」に当たる項目が次第にありません。本文にだけある議題として残しました。",
                        line: item.span.line))
            }
        }
        return found
    }

    private func isListed(_ item: Int?) -> Bool { item.map { proceedings.agenda.items[$0].isListed } ?? false }

    // MARK: Unknown

    private func unknown() -> [Diagnostic] {
        var found: [Diagnostic] = []
        var index = 0
        while index < lines.count {
            guard uses[index] == .unknown else {
                index += 1
                continue
            }
            let start = index
            while index < lines.count, uses[index] == .unknown || uses[index] == .blank { index += 1 }
            guard found.count < Self.limit else { continue }
            found.append(
                Diagnostic(
                    .warning, code: "text.unknown",
                    message:
                        "\(lines[start].number)行目から\(lines[index - 1].number)行目までは、見出しとも発言とも判断できませんでした。原文を確かめてください。",
                    line: lines[start].number))
        }
        return found
    }
}
