/// Numbers and times that stand before a label.
extension CandidateFinder {
    /// Where the label behind a time stamp starts: `00:01:10 司会`, `[12:30] 委員長`, `(0:05)`, `［00:12－00:31］`.
    func stamp(_ line: Line) -> Int? {
        var offset = line.inkStart
        let (first, length) = bytes.scalar(at: offset)
        let close = Bracket.closing(of: first)
        if close != nil { offset += length }
        guard var end = clock(offset, line.inkEnd) else { return nil }
        let next = bytes.skipBlanks(end, line.inkEnd)
        if next < line.inkEnd, let range = pastRangeSign(next, line.inkEnd),
            let last = clock(bytes.skipBlanks(range, line.inkEnd), line.inkEnd)
        {
            end = last
        }
        guard end < line.inkEnd else { return nil }
        if close != nil {
            let (value, length) = bytes.scalar(at: end)
            guard Bracket.closes(value, first) else { return nil }
            end += length
        } else if bytes.blank(at: end) == 0 {
            return nil
        }
        let start = bytes.skipBlanks(end, line.inkEnd)
        return start < line.inkEnd ? start : nil
    }

    /// The end of a time: digits of either width with one or two colons, and a fraction of a second.
    private func clock(_ start: Int, _ limit: Int) -> Int? {
        var offset = start
        var colons = 0
        while offset < limit, offset - start < 48 {
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x3A || value == 0xFF1A {
                guard offset > start else { return nil }
                colons += 1
            } else if Furniture.digit(value) == nil, value != 0x2E || colons == 0 {
                break
            }
            offset += length
        }
        return (1...2).contains(colons) ? offset : nil
    }

    /// Behind the sign between two times: -, –, ~, 〜, ～, －, →, -->.
    private func pastRangeSign(_ start: Int, _ end: Int) -> Int? {
        if bytes.starts(with: "-->", at: start, before: end) { return start + 3 }
        let (value, length) = bytes.scalar(at: start)
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x7E, 0x301C, 0xFF5E, 0x2192: return start + length
        default: return nil
        }
    }

    /// A number before the speaker: `12⇥委員⇥…`, `３　会長　…`, `1. 座長　…`, `(2)事務局：…`.
    mutating func numbered(_ line: Line, _ index: Int) -> Bool {
        var offset = line.inkStart
        // Nearly every line begins with a letter.
        guard !bytes.isLetter(at: offset) else { return false }
        let isBracketed = bytes[offset] == 0x28 || bytes.scalar(at: offset).value == 0xFF08
        if isBracketed { offset += bytes.scalar(at: offset).length }
        let digits = offset
        while offset < line.inkEnd {
            let (value, length) = bytes.scalar(at: offset)
            guard Furniture.digit(value) != nil else { break }
            offset += length
        }
        guard offset > digits, offset - digits <= 12, offset < line.inkEnd else { return false }
        let (sign, length) = bytes.scalar(at: offset)
        let isPoint = !isBracketed && (sign == 0x2E || sign == 0xFF0E || sign == 0x29 || sign == 0xFF09)
        if isBracketed {
            guard sign == 0x29 || sign == 0xFF09 else { return false }
        } else {
            guard isPoint || TableFrame.isBar(sign) || bytes.blank(at: offset) > 0 else { return false }
        }
        var start = bytes.skipBlanks(isBracketed || isPoint ? offset + length : offset, line.inkEnd)
        if start < line.inkEnd, TableFrame.isBar(bytes.scalar(at: start).value) {
            start = bytes.skipBlanks(start + bytes.scalar(at: start).length, line.inkEnd)
        }
        guard start < line.inkEnd else { return false }
        let (label, text) = labelRun(from: start, to: line.inkEnd)
        guard text < line.inkEnd, !label.isEmpty else { return false }
        let entry = labels.index(of: label, bytes)
        guard labels[entry].reading.strength >= 2 else { return false }
        append(index, TurnShape(kind: .numbered, scalar: isBracketed || isPoint ? sign : 0), label, text, entry)
        return true
    }
}
