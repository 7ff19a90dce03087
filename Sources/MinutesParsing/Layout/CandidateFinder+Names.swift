/// Names that stand behind posts as words of their own.
extension CandidateFinder {
    /// `○委員　秋吉　…`: where nearly every post is followed by a short word and a blank, the word is a name and
    /// belongs to the label.
    mutating func joinNames() {
        var posts: [TurnShape: Int] = [:]
        var named: [TurnShape: [(candidate: Int, label: Range<Int>)]] = [:]
        // Candidates of one shape mostly follow each other.
        var run = (shape: TurnShape(kind: .mark, scalar: 0), length: 0)
        for index in candidates.indices {
            let candidate = candidates[index]
            guard candidate.shape.kind == .mark || candidate.shape.kind == .gap,
                case let reading = labels[candidate.labelIndex].reading, reading.strength >= 2, reading.name == nil
            else { continue }
            if candidate.shape != run.shape {
                posts[run.shape, default: 0] += run.length
                run = (candidate.shape, 0)
            }
            run.length += 1
            if let label = labelWithName(candidate) { named[candidate.shape, default: []].append((index, label)) }
        }
        posts[run.shape, default: 0] += run.length
        for (shape, found) in named where found.count >= 4 && found.count * 10 >= (posts[shape] ?? 0) * 8 {
            let labels = Set(found.map { bytes.condensed($0.label) })
            guard labels.count * 10 <= found.count * 8 else { continue }
            for (index, label) in found {
                candidates[index].label = label
                candidates[index].labelIndex = self.labels.index(of: label, bytes)
                candidates[index].textStart = bytes.skipBlanks(label.upperBound, bytes.count)
                self.labels.count(candidates[index].labelIndex)
            }
        }
    }

    /// `委員 （山田）　…` where the others have `委員（山田）　…`: a blank that slipped in between.
    mutating func joinBrackets(_ lines: [Line]) {
        for index in candidates.indices {
            let candidate = candidates[index]
            let end = lines[candidate.line].inkEnd
            guard candidate.textStart > candidate.label.upperBound, candidate.textStart < end,
                candidate.shape.kind == .gap || candidate.shape.kind == .mark,
                case let (open, length) = bytes.scalar(at: candidate.textStart), open == 0xFF08 || open == 0x28,
                let found = closed(
                    candidate.textStart + length, min(end, candidate.textStart + 48), open, 0xFF09),
                case let label = candidate.label.lowerBound..<found.after,
                let known = labels.known(label, bytes), labels[known].count >= 1,
                labels[known].reading.strength >= 2
            else { continue }
            let text = bytes.skipBlanks(found.after, end)
            guard text > found.after else { continue }
            candidates[index].label = label
            candidates[index].labelIndex = known
            candidates[index].textStart = text
            labels.count(known)
        }
    }

    /// The label with the next word, when that is at most five characters without kana and a blank follows it.
    private func labelWithName(_ candidate: TurnCandidate) -> Range<Int>? {
        let start = candidate.textStart
        guard start > candidate.label.upperBound, LineTable.width(of: candidate.label.upperBound..<start, bytes) <= 2
        else { return nil }
        var offset = start
        while offset < bytes.count, offset - start <= 15 {
            if bytes.blank(at: offset) > 0 { return offset > start ? candidate.label.lowerBound..<offset : nil }
            let (value, length) = bytes.scalar(at: offset)
            switch value {
            case 0x4E00...0x9FFF, 0x3005, 0x30A1...0x30FA, 0xF900...0xFAFF, 0x20000...0x2FFFF: offset += length
            default: return nil
            }
        }
        return nil
    }
}
