/// Turns whose label the writer once set off otherwise than the rest: `北浦委員長：…` where the others have `◆北浦委員長：…`.
extension LayoutInference {
    /// Takes lines that begin with the very label of a speaker who spoke twice and more, set off by another sign, where
    /// a paragraph begins and a sentence follows. They are named as unsure.
    /// - Complexity: O(candidates).
    mutating func judgeSlips(start: Int) {
        guard fixed == nil, !shapes.isEmpty, let first = taken.firstIndex(of: true) else { return }
        // What stands deeper than the turns is a list in a speech, or what somebody reads out.
        let indent = lines[candidates[first].line].indent + 1
        var spoken = Array(repeating: 0, count: labels.entries.count)
        for index in candidates.indices where taken[index] { spoken[candidates[index].labelIndex] += 1 }
        let before = unsure.count
        for index in candidates.indices
        where !taken[index] && candidates[index].line >= start && isSlip(index, spoken, within: indent) {
            take(index)
            refusals[index] = nil
            unsure.append(index)
        }
        if unsure.count > before { unsure.sort() }
    }

    private func isSlip(_ index: Int, _ spoken: [Int], within indent: Int) -> Bool {
        let candidate = candidates[index]
        switch candidate.shape.kind {
        case .delimiter, .bracket: break
        case .gap: if LineTable.width(of: candidate.label.upperBound..<candidate.textStart, bytes) < 2 { return false }
        default: return false
        }
        let line = lines[candidate.line]
        let entry = labels[candidate.labelIndex]
        // A wide gap in the place of the sign that parts the columns is enough for whoever spoke once.
        let least = candidate.shape.kind == .gap && isWide(candidate) && lines[candidate.line].indent == 0 ? 1 : 2
        return spoken[candidate.labelIndex] >= least && entry.reading.strength >= 3 && !entry.isField
            && !entry.isRefused && !shapes.contains(candidate.shape) && line.indent <= indent
            && hasSentence(candidate.textStart..<line.inkEnd) && !goesOnWithParticle(candidate)
            && !breaksOff(candidate.line)
    }
}
