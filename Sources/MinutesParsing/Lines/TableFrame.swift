/// Takes the frame of tables drawn with characters off the ink of their rows: `│日時│…│`, `| 会長 | … |`.
enum TableFrame {
    /// The bars in front of the first and behind the last cell are no ink; those between cells stay and delimit.
    /// - Complexity: O(n): one look at either end of each line.
    static func strip(_ lines: inout [Line], in bytes: SourceBytes) {
        for index in lines.indices where lines[index].kind == .text {
            var line = lines[index]
            guard isBar(bytes.scalar(at: line.inkStart).value) else { continue }
            while line.inkStart < line.inkEnd {
                let (value, length) = bytes.scalar(at: line.inkStart)
                guard isBar(value) else { break }
                line.inkStart = bytes.skipBlanks(line.inkStart + length, line.inkEnd)
            }
            while line.inkEnd > line.inkStart {
                let value = bytes.scalar(before: line.inkEnd, after: line.inkStart)
                guard isBar(value) else { break }
                line.inkEnd -= value < 0x80 ? 1 : 3
                line.inkEnd = bytes.trimmed(line.inkStart..<line.inkEnd).upperBound
            }
            guard line.inkStart < line.inkEnd else { continue }
            // The frame is the indent of every row alike.
            line.columns = LineTable.width(of: line.ink, bytes)
            line.indent = 0
            lines[index] = line
        }
    }

    /// `|`, `｜` and the bars of box drawing.
    @inline(__always) static func isBar(_ value: UInt32) -> Bool {
        switch value {
        case 0x7C, 0xFF5C, 0x2502, 0x2503: true
        default: false
        }
    }
}
