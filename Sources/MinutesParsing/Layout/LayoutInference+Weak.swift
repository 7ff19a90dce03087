/// Labels that only their surroundings prove: organisations, bare names, posts no list knows.
extension LayoutInference {
    /// Takes or refuses candidates of the chosen shapes by where they stand, how often, and what follows.
    mutating func judgeWeak(_ pending: [Int], start: Int) {
        guard !pending.isEmpty else { return }
        let setting = setting(open: pending)
        for index in pending where !taken[index] {
            guard let score = proof(index, setting) else {
                refusals[index] = .otherShape
                continue
            }
            // Where a person says that turns begin so, less is enough.
            if score >= (fixed == nil ? 2 : 1) {
                take(index)
                unsure.append(index)
            } else {
                refusals[index] = score >= 0.5 ? .nearMiss : .otherShape
            }
        }
        unsure.sort()
    }

    private func setting(open: [Int]) -> TurnSetting {
        var turns: [Int] = []
        for index in candidates.indices where taken[index] && turns.last != candidates[index].line {
            turns.append(candidates[index].line)
        }
        return TurnSetting(
            turns: turns, open: Set(open.map { candidates[$0].line }), lines: lines, bytes: bytes,
            isHeading: looksLikeHeading)
    }

    /// Numbered, or set off by a mark.
    func looksLikeHeading(_ line: Line) -> Bool {
        let first = bytes.scalar(at: line.inkStart).value
        if TurnMarks.isMark(first), !TurnMarks.isBullet(first) { return true }
        return AgendaNumber.read(line.ink, bytes) != nil && !hasSentence(line.ink)
    }

    /// How much speaks for a speaker, 2 being enough; `nil` where something speaks against it.
    private mutating func proof(_ index: Int, _ setting: TurnSetting) -> Double? {
        let candidate = candidates[index]
        let entry = labels[candidate.labelIndex]
        let line = lines[candidate.line]
        guard entry.reading.strength >= 1, !entry.isField, !Self.namesDocument(entry.text) else { return nil }
        let isAlone = candidate.textStart >= line.inkEnd
        if !isAlone, goesOnWithParticle(candidate) { return nil }
        if candidate.shape.kind != .trailing {
            guard hasSpeech(index) || isClosedQuote(candidate) else { return nil }
            if breaksOff(candidate.line), !isHeadingAbove(candidate.line) { return nil }
        }
        var score = entry.reading.strength >= 2 ? 1.0 : 0
        if setting.matches(line, bytes) { score += setting.isDistinctive ? 2 : 0.5 } else { score -= 1 }
        if entry.count >= 3 { score += 1.5 } else if entry.count == 2 { score += 1 }
        switch candidate.shape.kind {
        case .bracket: score += isRound(candidate) ? 0 : 1
        case .trailing: score += 1
        case .delimiter, .quote: score += 0.5
        case .gap: score += isWide(candidate) ? 0.5 : 0
        default: break
        }
        score += isPlainPost(candidate) ? 0.5 : -0.5
        if entry.reading.isGeneric { score += 0.5 }
        if entry.text.holds("の") { score -= 1 }
        return score
    }

    /// `農事組合「いくらですか」`
    private func isClosedQuote(_ candidate: TurnCandidate) -> Bool {
        let line = lines[candidate.line]
        return candidate.shape.kind == .quote && bytes.scalar(before: line.inkEnd, after: line.inkStart) == 0x300D
    }

    /// The line above is a heading or a note and need not end like a sentence.
    func isHeadingAbove(_ line: Int) -> Bool {
        guard line > 0 else { return true }
        return looksLikeHeading(lines[line - 1]) || lines[line - 1].columns <= 40
    }

    /// `資料１`, `別紙`, `第２章`, `図３`: what is pointed at, not who speaks.
    static func namesDocument(_ label: String) -> Bool {
        ["資料", "別紙", "別添", "参考", "図", "表", "写真", "議案", "案件", "様式", "基本", "施策", "事業", "項目", "例", "注", "備考"]
            .contains { label.hasPrefix($0) } && !label.hasPrefix("事業者")
            || (label.hasPrefix("第") && !label.hasSuffix("者"))
    }

    /// `【資料２】をご覧ください`: the bracket is part of the sentence.
    func goesOnWithParticle(_ candidate: TurnCandidate) -> Bool {
        guard candidate.textStart < lines[candidate.line].inkEnd, candidate.textStart > candidate.label.upperBound,
            bytes.blank(endingAt: candidate.textStart, after: candidate.label.upperBound) == 0
        else { return false }
        switch bytes.scalar(at: candidate.textStart).value {
        case 0x3092, 0x300D, 0x3001: return true  // を」、
        case 0x306E: return true  // の
        case 0x306B:  // に
            return bytes.starts(with: "について", at: candidate.textStart, before: lines[candidate.line].inkEnd)
                || bytes.starts(with: "には", at: candidate.textStart, before: lines[candidate.line].inkEnd)
        case 0x304B:  // か
            return bytes.starts(with: "から", at: candidate.textStart, before: lines[candidate.line].inkEnd)
        case 0x3068:  // と
            return bytes.starts(with: "という", at: candidate.textStart, before: lines[candidate.line].inkEnd)
        default: return false
        }
    }

    /// One of several posts listed line under line in what somebody says.
    func isInList(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let above = candidates[index - 1]
        return above.shape == candidates[index].shape && above.line == candidates[index].line - 1 && !taken[index - 1]
            && labels[above.labelIndex].reading.strength >= 2
    }

    /// A shape whose lines all begin with labels nobody knows, several of them again and again, and which makes up
    /// most of the text: `西川(社)　…`, where no list explains the names.
    mutating func recurringLabels(_ groups: [TurnShape: Group]) -> (TurnShape, Group)? {
        var best: (shape: TurnShape, group: Group, lines: [Int])?
        for (shape, group) in groups.sorted(by: { $0.key < $1.key })
        where shape.kind != .bare && shape.kind != .trailing {
            let found = group.candidates.filter { isPossibleSpeaker($0) }
            guard found.count >= 4, found.count > best?.lines.count ?? 0 else { continue }
            let recurring = found.count { labels[candidates[$0].labelIndex].count >= 2 }
            let bracketed = found.count {
                labels[candidates[$0].labelIndex].text.utf8.last == 0x29
                    || labels[candidates[$0].labelIndex].text.hasSuffix("）")
            }
            let names = Set(found.map { candidates[$0].labelIndex }).count
            guard names >= 2, recurring * 2 >= found.count || bracketed * 10 >= found.count * 8 else { continue }
            let open = Set(found.map { candidates[$0].line })
            let setting = TurnSetting(
                turns: open.sorted(), open: [], lines: lines, bytes: bytes, isHeading: looksLikeHeading)
            guard setting.isDistinctive || recurring * 10 >= found.count * 8 && found.count >= 6 else { continue }
            var weighed = group
            weighed.weak = found.count
            weighed.start = candidates[found[0]].line
            weighed.score = Double(found.count) * 0.5
            best = (shape, weighed, found)
        }
        guard let best else { return nil }
        for index in best.lines {
            take(index)
            unsure.append(index)
        }
        return (best.shape, best.group)
    }

    /// A label that proves nothing, with a sentence behind it on the line.
    private func isPossibleSpeaker(_ index: Int) -> Bool {
        let candidate = candidates[index]
        let entry = labels[candidate.labelIndex]
        guard entry.reading.strength >= 1, !entry.isField, !Self.namesDocument(entry.text), !entry.text.holds("の"),
            !goesOnWithParticle(candidate)
        else { return false }
        return hasSentence(candidate.textStart..<lines[candidate.line].inkEnd)
    }
}
