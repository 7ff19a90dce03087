/// Where things stand on a line of the header, and what stands below it.
extension HeaderReader {
    func column(of value: Range<Int>, _ line: Line) -> Int? {
        guard !value.isEmpty, value.lowerBound > line.inkStart else { return nil }
        if bytes[value.lowerBound - 1] == 0x09 { return Self.tabColumn }
        return line.indent + LineTable.width(of: line.inkStart..<value.lowerBound, bytes)
    }

    /// Whether a field of the header still follows, so that the proceedings cannot have begun.
    func firstField(after index: Int) -> Bool {
        var seen = 0
        var next = index + 1
        while next < end, seen < 6 {
            if lines[next].kind == .text {
                seen += 1
                let (content, _) = stripped(lines[next])
                switch label(in: content)?.field {
                case .date, .venue, .attendance: return true
                default: break
                }
            }
            next += 1
        }
        return false
    }

    /// Whether a line holds the bars or tabs that part the cells of a table's head, and stands right below its rows.
    func isRow(_ line: Line, of table: Section) -> Bool {
        guard line.blanksBefore == 0, let head = table.value.first(where: { AttendanceTable.isHead($0.range, bytes) }),
            let (bar, count) = bars(in: head.range)
        else { return false }
        return bars(in: line.ink).map { $0.bar == bar && $0.count >= count } == true
    }

    /// The first bar or tab between the cells of a row, and how many there are.
    private func bars(in range: Range<Int>) -> (bar: UInt32, count: Int)? {
        var offset = range.lowerBound
        var found: (bar: UInt32, count: Int)?
        while offset < range.upperBound, offset - range.lowerBound < 400 {
            if bytes.isLetter(at: offset) {
                offset += 3
                continue
            }
            let (value, length) = bytes.scalar(at: offset)
            if value == 0x09 || TableFrame.isBar(value), found.map({ $0.bar == value }) ?? true {
                found = (value, (found?.count ?? 0) + 1)
            }
            offset += length
        }
        return found
    }

    /// The ink without a leading mark or number.
    func stripped(_ line: Line) -> (Range<Int>, AgendaNumber?) {
        var ink = line.ink
        let (mark, length) = bytes.scalar(at: ink.lowerBound)
        if let inner = DecoratedLine.inner(ink, bytes) {
            ink = inner
        } else if TurnMarks.isMark(mark) {
            ink = bytes.trimmed(ink.lowerBound + length..<ink.upperBound)
            // ◇◆議題１
            while !TurnMarks.isBullet(mark), ink.count > 3, case let (next, length) = bytes.scalar(at: ink.lowerBound),
                TurnMarks.isMark(next), !TurnMarks.isBullet(next), next != 0x3007
            {
                ink = bytes.trimmed(ink.lowerBound + length..<ink.upperBound)
            }
        }
        while ink.count > 1, bytes[ink.lowerBound] == 0x23 { ink = bytes.trimmed(ink.lowerBound + 1..<ink.upperBound) }
        guard let number = AgendaNumber.read(ink, bytes) else { return (ink, nil) }
        return (number.titleStart..<ink.upperBound, number)
    }
}
