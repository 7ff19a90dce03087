/// Numbers and times that stand before a label.
extension CandidateFinder {
    /// Where the label behind a time stamp starts: `00:01:10 司会`, `[12:30] 委員長`, `(0:05)`.
    func stamp(_ line: Line) -> Int? {
        var offset = line.inkStart
        let isBracketed = bytes[offset] == 0x5B || bytes[offset] == 0x28
        if isBracketed { offset += 1 }
        guard offset < line.inkEnd, (0x30...0x39).contains(bytes[offset]) else { return nil }
        var colons = 0
        while offset < line.inkEnd,
            (0x30...0x39).contains(bytes[offset]) || bytes[offset] == 0x3A || bytes[offset] == 0x2E
        {
            if bytes[offset] == 0x3A { colons += 1 }
            offset += 1
        }
        guard (1...2).contains(colons), offset < line.inkEnd else { return nil }
        if isBracketed {
            guard bytes[offset] == 0x5D || bytes[offset] == 0x29 else { return nil }
            offset += 1
        } else if bytes.blank(at: offset) == 0 {
            return nil
        }
        let start = bytes.skipBlanks(offset, line.inkEnd)
        return start < line.inkEnd ? start : nil
    }

    /// A number before the speaker: `12⇥委員⇥…`, `３　会長　…`, `1. 座長　…`, `(2)事務局：…`.
    mutating func numbered(_ line: Line, _ index: Int) -> Bool {
        var offset = line.inkStart
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
