/// Labels that only the document's own way of writing proves, and the lines that are named where it does not.
extension LayoutInference {
    /// Takes the lines that are written exactly as the turns are, whatever their labels say, and names the others.
    /// - Complexity: O(candidates × shapes chosen).
    /// - Parameter listed: what stands on the header's lists of people, once that is known.
    mutating func judgeByConvention(_ chosen: [TurnShape], start: Int, listed: ListedWords? = nil) {
        for shape in chosen where shape.kind != .trailing && shape.kind != .point {
            var isOwn = TurnConvention.isOwn(shape)
            // ◆ for the chair and ◇ for the others are one convention.
            let known = candidates.indices.filter {
                let other = candidates[$0].shape
                return taken[$0]
                    && (other == shape
                        || isOwn && shape.kind == .mark && other.kind == .mark && TurnConvention.isOwn(other))
            }
            let inBrackets = !isOwn && shape.kind == .mark && known.allSatisfy { isInBrackets(candidates[$0]) }
            guard
                let convention = TurnConvention(
                    shape: shape, turns: known.map { candidates[$0] }, lines: lines, mayBeOne: inBrackets)
            else {
                continue
            }
            let isKept = !isOwn && (inBrackets || keepsMark(shape, convention, start))
            isOwn = isOwn || isKept
            let others = candidates.indices.filter {
                candidates[$0].shape == shape && !taken[$0] && candidates[$0].line >= start
                    && convention.holds(candidates[$0], lines[candidates[$0].line]) && mayStandHere($0, convention)
                    && (!isKept || convention.isAlone == true || isInBrackets(candidates[$0]))
            }
            guard !others.isEmpty else { continue }
            guard isOwn else {
                hearFields(others)
                if let listed { hearListed(others, listed) }
                if shape.kind == .bare, convention.isUnderlined { hearUnderlined(others, like: known) }
                if shape.kind == .bare, convention.isParted { hearRecurring(others) }
                continue
            }
            var counts: [Int: Int] = [:]
            for index in others { counts[candidates[index].labelIndex, default: 0] += 1 }
            let headings = others.count { labels[candidates[$0].labelIndex].reading.strength == 0 }
            let isPure = headings * 8 <= convention.turns
            for index in others {
                if names(
                    index, convention, count: counts[candidates[index].labelIndex]!, isPure: isPure, isKept: isKept)
                    || listed.map({ isListed(index, $0) }) == true
                {
                    take(index)
                    refusals[index] = nil
                    // Who speaks again and again is no heading.
                    let count = counts[candidates[index].labelIndex]!
                    if count < 3, labels[candidates[index].labelIndex].reading.strength < 2 { unsure.append(index) }
                } else if fixed == nil || !labels[candidates[index].labelIndex].isRefused {
                    refusals[index] = .nearMiss
                }
            }
        }
        unsure = Array(Set(unsure)).sorted()
    }

    /// Whether a bullet is kept for turns: ＊事業者 stands alone on a line above what is said, further in.
    private func keepsMark(_ shape: TurnShape, _ convention: TurnConvention, _ start: Int) -> Bool {
        guard shape.kind == .mark, TurnMarks.isBullet(shape.scalar), convention.isAlone == true else { return false }
        var (alone, others) = (0, 0)
        for index in candidates.indices where candidates[index].shape == shape && candidates[index].line >= start {
            let line = candidates[index].line
            let isAbove = line + 1 < lines.count && lines[line + 1].indent > lines[line].indent
            if convention.holds(candidates[index], lines[line]), isAbove { alone += 1 } else { others += 1 }
        }
        return others * 8 <= alone
    }

    /// ⇒【県】
    func isInBrackets(_ candidate: TurnCandidate) -> Bool {
        let start = lines[candidate.line].inkStart
        return candidate.label.lowerBound > start
            && Bracket.closing(of: bytes.scalar(before: candidate.label.lowerBound, after: start)) != nil
    }

    /// Where lines of the shape are often something else, only people whom the header lists are heard: 理事　…, （傍聴者）….
    private mutating func hearFields(_ others: [Int]) {
        for index in others {
            let entry = labels[candidates[index].labelIndex]
            guard entry.isField, entry.mayAnswer, !entry.isRefused else { continue }
            if entry.reading.strength >= 2, !isInList(index) {
                take(index)
                refusals[index] = nil
            } else {
                refusals[index] = .nearMiss
            }
        }
    }

    /// Where every label is underlined, others that are so with the same sign are labels too; headings have another sign
    /// or a number.
    private mutating func hearUnderlined(_ others: [Int], like known: [Int]) {
        let signs = Set(known.map { bytes.scalar(at: lines[candidates[$0].line + 1].inkStart).value })
        for index in others where !taken[index] {
            let (entry, line) = (labels[candidates[index].labelIndex], candidates[index].line)
            guard TurnConvention.isUnderlined(line, lines),
                signs.contains(bytes.scalar(at: lines[line + 1].inkStart).value), !entry.isField, !entry.isRefused,
                !Self.namesDocument(entry.text), !HeadingWords.ends(Array(entry.text.utf8)[...])
            else { continue }
            take(index)
            refusals[index] = nil
            unsure.append(index)
        }
    }

    /// Where a blank line stands before every label alone on its line, others that stand so again and again are labels
    /// too; one that does so twice is named.
    private mutating func hearRecurring(_ others: [Int]) {
        for index in others where candidates[index].isFilled {
            let entry = labels[candidates[index].labelIndex]
            guard entry.count >= 2, entry.reading.strength == 1, !entry.isField, !entry.isRefused,
                !Self.namesDocument(entry.text), !entry.text.holds("の")
            else { continue }
            if entry.count >= 3 {
                take(index)
                unsure.append(index)
            } else {
                refusals[index] = .nearMiss
            }
        }
    }

    /// Nothing around the line speaks against a turn: what is said follows, and the line goes on with nothing.
    private mutating func mayStandHere(_ index: Int, _ convention: TurnConvention) -> Bool {
        let candidate = candidates[index]
        let line = lines[candidate.line]
        guard !goesOnWithParticle(candidate), !continuesSentence(candidate.line) else { return false }
        if breaksOff(candidate.line), !convention.isParted, !isHeadingAbove(candidate.line),
            !isTaken(candidate.line - 1)
        {
            return false
        }
        let text = candidate.textStart..<line.inkEnd
        let isProved = labels[candidate.labelIndex].reading.strength >= 2 && TurnConvention.isOwn(candidate.shape)
        if !text.isEmpty, !isProved {
            if hasSentence(text) || isTelegraphic.contains(candidate.shape) { return true }
            // A line that is cut at the width ends its sentence below.
            return line.columns >= 60 && (candidate.shape.kind == .bracket || isInBrackets(candidate))
                && hasSpeech(index)
        }
        return hasSpeech(index) || !text.isEmpty && candidate.shape.kind == .numbered
    }

    /// Whether a turn begins on the line.
    private func isTaken(_ line: Int) -> Bool {
        var (low, high) = (0, candidates.count)
        while low < high {
            let middle = (low + high) / 2
            if candidates[middle].line < line { low = middle + 1 } else { high = middle }
        }
        while low < candidates.count, candidates[low].line == line {
            if taken[low] { return true }
            low += 1
        }
        return false
    }

    /// Takes near misses that stand exactly as the turns do and whose labels name somebody on the lists: 消防団（代理）,
    /// Ａ班（山田）.
    /// - Complexity: O(candidates × shapes chosen), where there are near misses at all.
    mutating func hear(_ listed: ListedWords) {
        // More than these are no slips of a convention.
        guard start < .max, refusals.count(where: { $0 == .nearMiss }) <= 500 else { return }
        judgeByConvention(shapes, start: start, listed: listed)
    }

    /// Whether a line stands as turns do and only its label speaks against it.
    var hasNearMisses: Bool {
        refusals.indices.contains { refusals[$0] == .nearMiss && shapes.contains(candidates[$0].shape) }
    }

    /// The same where lines of the shape are often something else: behind a column's gap or in round brackets, with a
    /// sentence on the line.
    private mutating func hearListed(_ others: [Int], _ listed: ListedWords) {
        for index in others where !taken[index] && isListed(index, listed) {
            let candidate = candidates[index]
            guard candidate.shape.kind == .bracket || candidate.shape.kind == .gap && isWide(candidate),
                hasSentence(candidate.textStart..<lines[candidate.line].inkEnd)
            else { continue }
            take(index)
            refusals[index] = nil
            unsure.append(index)
        }
    }

    private func isListed(_ index: Int, _ listed: ListedWords) -> Bool {
        let entry = labels[candidates[index].labelIndex]
        guard !entry.isRefused, !entry.isField, entry.reading.strength == 1, !Self.namesDocument(entry.text) else {
            return false
        }
        let shape = candidates[index].shape
        return listed.names(entry.text, inside: shape.kind == .delimiter || !TurnConvention.isOwn(shape))
    }

    /// Whether the label may be a speaker's where the place is one.
    private func names(_ index: Int, _ convention: TurnConvention, count: Int, isPure: Bool, isKept: Bool) -> Bool {
        let entry = labels[candidates[index].labelIndex]
        guard !entry.isRefused, !Self.namesDocument(entry.text) else { return false }
        let isBody = OrganizationWords.ends(entry.text)
        if entry.isField {
            // 理事, 傍聴者 and 会場 head lists in the header; among the turns they speak.
            guard entry.mayAnswer else { return false }
            return entry.reading.strength >= 2 || entry.reading.isGeneric || count >= 2
        }
        switch entry.reading.strength {
        case 2...: return true
        // はまなす会, 緑を守る会: the particle belongs to the name of a body.
        case 0: return isBody && entry.text.utf8.count <= 36 && (isPure || count >= 2)
        default:
            if isBody || entry.reading.isGeneric { return isPure || count >= 2 }
            guard !entry.text.holds("の") else { return false }
            if count >= 2 { return isPure }
            // Once only and not known: a colon also stands behind words that somebody lists, a label alone may head.
            let isPlain = convention.shape.kind == .bracket || convention.shape.kind == .numbered || isKept
            return isPure && isPlain && convention.isAlone == false && isPlainPost(candidates[index])
        }
    }

    /// Turns right above the first, of people who speak again below: `S：…` before the first label that proves itself.
    /// - Returns: the line of the first turn then.
    mutating func turnsAbove(_ start: Int, _ chosen: [TurnShape]) -> Int {
        var first = start
        let speakers = Set(candidates.indices.filter { taken[$0] }.map { candidates[$0].labelIndex })
        guard let below = candidates.indices.first(where: { candidates[$0].line >= start }) else { return start }
        for index in candidates.indices[..<below].reversed() {
            let candidate = candidates[index]
            // 林　　　… in the column of the turns, where 林 speaks again below.
            let isColumn =
                candidate.shape.kind == .gap && isWide(candidate) && first - candidate.line <= 3
                && lines[candidate.line].indent == lines[first].indent && !breaksOff(first)
            guard chosen.contains(candidate.shape), TurnConvention.isOwn(candidate.shape) || isColumn else { continue }
            // ○総務課「始めます。」 right above the first: an office that opens the meeting and speaks no more.
            let entry = labels[candidate.labelIndex]
            let opens =
                first - candidate.line <= 2 && entry.reading.strength >= 1
                && (entry.reading.isGeneric || OrganizationWords.ends(entry.text)) && lines[first].blanksBefore == 0
            guard first - candidate.line <= 12, speakers.contains(candidate.labelIndex) || opens, !entry.isField,
                hasSentence(candidate.textStart..<lines[candidate.line].inkEnd)
            else { break }
            take(index)
            refusals[index] = nil
            first = candidate.line
        }
        return first
    }
}
