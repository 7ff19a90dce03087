import JapaneseText

/// What stands behind and around a label: speech, a note, the middle of a sentence.
extension LayoutInference {
    /// Whether what follows the label reads like speech: a sentence end within the next lines, before anything else
    /// begins.
    mutating func hasSpeech(_ index: Int) -> Bool {
        if speech[index] >= 0 { return speech[index] == 1 }
        let candidate = candidates[index]
        var found = hasSentence(candidate.textStart..<lines[candidate.line].inkEnd)
        if !found, !isPersonBeside(candidate) {
            let nextCandidate = nextLabel(after: index)
            var line = candidate.line + 1
            var seen = 0
            while line < lines.count, line < nextCandidate, seen < 8 {
                if lines[line].kind == .text {
                    seen += 1
                    if let number = AgendaNumber.read(lines[line].ink, bytes), seen == 1 || number.isSetOff,
                        !hasSentence(lines[line].ink)
                    {
                        break
                    }
                    if hasSentence(lines[line].ink) {
                        found = true
                        break
                    }
                }
                line += 1
            }
        }
        speech[index] = found ? 1 : 0
        return found
    }

    /// `議長　理事長　相楽文雄`, `事務局　大槻課長、豊田主任`: behind the post stands who it is, or who they are.
    func isPersonBeside(_ candidate: TurnCandidate) -> Bool {
        let rest = candidate.textStart..<lines[candidate.line].inkEnd
        guard candidate.shape.kind == .gap, !rest.isEmpty, rest.count <= 240 else { return false }
        if isListOfPosts(rest) { return true }
        guard rest.count <= 60 else { return false }
        let first = bytes.string(rest).split(whereSeparator: { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }).first
        return first.map { SpeakerLabel.read(String($0)).strength >= 2 && $0.utf8.count < rest.count } ?? false
    }

    /// `大槻課長、豊田主任`: nothing but posts and who holds them, two at least.
    private func isListOfPosts(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        var people = 0
        while start < range.upperBound {
            let comma = bytes[start..<range.upperBound].first("、").map { start + $0 }
            guard people > 0 || comma != nil,
                SpeakerLabel.read(bytes.string(start..<(comma ?? range.upperBound))).strength >= 2
            else { return false }
            people += 1
            start = comma.map { $0 + 3 } ?? range.upperBound
        }
        return people >= 2
    }

    func isRound(_ candidate: TurnCandidate) -> Bool {
        candidate.shape.scalar == 0xFF08 || candidate.shape.scalar == 0x28
    }

    /// `（警察）` alone on its line, where speakers stand so: no act of the meeting and no heading, but a body.
    func isSpokenNote(_ candidate: TurnCandidate) -> Bool {
        let entry = labels[candidate.labelIndex]
        guard entry.reading.strength == 1, !entry.isField, candidate.textStart >= lines[candidate.line].inkEnd else {
            return false
        }
        let acts = ["休憩", "再開", "拍手", "挙手", "了承", "異議なし", "同意", "賛成", "退席", "着席", "入室", "退室", "なし", "略", "礼"]
        return isPlainPost(candidate) && !acts.contains { entry.text.holds($0) }
    }

    /// The next line is a point of a list: `・…`.
    func isFollowedByPoint(_ line: Int) -> Bool {
        guard let next = lines[(line + 1)...].prefix(3).first(where: { !$0.isBlank }), next.kind == .text else {
            return false
        }
        return TurnMarks.isMark(bytes.scalar(at: next.inkStart).value)
    }

    /// The next line names a speaker.
    func isFollowedByLabel(_ index: Int) -> Bool {
        let line = candidates[index].line
        guard let next = lines[(line + 1)...].prefix(3).firstIndex(where: { !$0.isBlank }) else { return true }
        return nextLabel(after: index) == next
    }

    /// The line of the next candidate that may begin a turn: points in a speech (`○ …`) do not end it.
    func nextLabel(after index: Int) -> Int {
        let candidate = candidates[index]
        var next = index + 1
        while next < candidates.count, candidates[next].line <= candidate.line + 40 {
            // ３番　藍川議員、… further in than the label above it is what is said.
            if candidate.shape.kind == .bare, candidates[next].shape.kind == .gap,
                lines[candidates[next].line].indent > lines[candidate.line].indent
            {
                next += 1
                continue
            }
            if candidates[next].line > candidate.line,
                effectiveStrength(next) >= 2
                    || candidates[next].shape == candidate.shape && !candidate.shape.kind.needsProof
            {
                return candidates[next].line
            }
            next += 1
        }
        return next < candidates.count ? candidates[next].line : Int.max
    }

    /// Whether a sentence ends in the range; the first 600 bytes are looked at.
    func hasSentence(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        let end = min(range.upperBound, offset + 600)
        // 。 is what most lines of speech that hold one end with.
        if end - offset > 3, bytes[end - 1] == 0x82, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE3 { return true }
        while offset + 2 < end {
            if bytes.isLetter(at: offset) {
                offset += 3
                continue
            }
            if bytes[offset] == 0xE3, bytes[offset + 1] == 0x80, bytes[offset + 2] == 0x82 { return true }
            if bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC,
                bytes[offset + 2] == 0x9F || bytes[offset + 2] == 0x81
                    || (bytes[offset + 2] == 0x8E && !isNumberPoint(offset, range.lowerBound))
            {
                return true
            }
            offset += bytes[offset] & 0xF0 == 0xE0 ? 3 : 1
        }
        return range.count > 240
    }

    /// The ．of `７．会議の概要`.
    func isNumberPoint(_ offset: Int, _ floor: Int) -> Bool {
        AgendaNumber.isDigitLike(bytes.scalar(before: offset, after: floor))
    }

    /// A label without kana, as posts and family names are.
    func isPlainPost(_ candidate: TurnCandidate) -> Bool {
        !labels[candidate.labelIndex].text.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }
    }

    /// Whether the line right above ends in the middle of a sentence.
    func breaksOff(_ line: Int) -> Bool {
        guard line > 0, lines[line].blanksBefore == 0, lines[line - 1].kind == .text else { return false }
        return !SentenceEnd.isEnd(bytes.scalar(before: lines[line - 1].inkEnd, after: lines[line - 1].inkStart))
    }

    /// A short label with a sentence behind it on the same line.
    func speaksOnLine(_ candidate: TurnCandidate) -> Bool {
        // 予約の締切り： in a list of what somebody says
        candidate.label.count <= 30 && lines[candidate.line].indent < 2
            && !labels[candidate.labelIndex].text.holds("の")
            && (hasSentence(candidate.textStart..<lines[candidate.line].inkEnd)
                || isTelegraphic.contains(candidate.shape) && candidate.textStart < lines[candidate.line].inkEnd)
    }

    /// A tab or more than one blank stands behind the label, as between columns.
    func isWide(_ candidate: TurnCandidate) -> Bool {
        let end = candidate.label.upperBound
        return bytes[end] == 0x09 || LineTable.width(of: end..<candidate.textStart, bytes) >= 3
    }

    /// `事務局` over `（了承）`: what was done stands in brackets.
    func isFollowedByNote(_ line: Int) -> Bool {
        lines[(line + 1)...].prefix(4).first { !$0.isBlank }?.kind == .note
    }

    /// Whether the line before breaks off in the middle of a sentence at the width of this document.
    func continuesSentence(_ line: Int) -> Bool {
        guard line > 0, lines[line].blanksBefore == 0, lines[line - 1].kind == .text else { return false }
        let last = bytes.scalar(before: lines[line - 1].inkEnd, after: lines[line - 1].inkStart)
        return !SentenceEnd.isEnd(last) && lines[line - 1].columns >= 60
    }
}
