/// The cells of a row, and the columns they stand in.
extension AttendanceTable {
    private static let bars = ["|", "｜", "│", "┃"]

    /// `氏名 | 所属` with tabs between its cells.
    static func tabbed(_ text: String) -> String {
        guard let bar = bars.first(where: text.holds) else { return text }
        return text.replacing(bar, with: "\t")
    }

    /// By tabs where the head has them, else by blanks of three columns; a name holds narrower ones.
    /// - Parameter begun: columns cells begin in, however narrow the blank before them.
    static func cells(
        _ range: Range<Int>, _ bytes: SourceBytes, column: Int, tabs: Bool, begun: Set<Int> = []
    ) -> [Cell] {
        if tabs {
            return tabbed(bytes.string(range)).split(separator: "\t", omittingEmptySubsequences: false).enumerated().map
            {
                Cell(text: String($1).trimmingBlanks(), column: $0)
            }
        }
        var cells: [Cell] = []
        var offset = range.lowerBound
        var place = column
        while offset < range.upperBound, cells.count < 100 {
            let start = bytes.skipBlanks(offset, range.upperBound)
            let gap = start > offset ? LineTable.width(of: offset..<start, bytes) : 0
            place += gap
            var end = start
            var width = 0
            while end < range.upperBound, bytes.blank(at: end) == 0 {
                let (value, length) = bytes.scalar(at: end)
                if !begun.isEmpty { width += LineTable.width(of: end..<end + length, bytes) }
                end += length
                if value == 0xFF09 || value == 0x29, begun.contains(place + width) { break }
            }
            guard end > start else { break }
            let text = bytes.string(start..<end)
            if gap <= 2, !begun.contains(place), let last = cells.indices.last {
                cells[last].text += (gap > 0 ? " " : "") + text
            } else {
                cells.append(Cell(text: text, column: place))
            }
            place += LineTable.width(of: start..<end, bytes)
            offset = end
        }
        return cells
    }

    /// Columns in which half of the rows and three at least begin a cell.
    static func begun(_ rows: [[Cell]]) -> Set<Int> {
        var counts: [Int: Int] = [:]
        for cell in rows.joined() { counts[cell.column, default: 0] += 1 }
        return Set(counts.keys.filter { counts[$0]! >= 3 && counts[$0]! * 2 >= rows.count })
    }

    /// The columns cells of the rows begin in, those a little apart taken as one.
    static func columns(_ rows: [[Cell]]) -> [Int] {
        var counts: [Int: Int] = [:]
        for cell in rows.joined() { counts[cell.column, default: 0] += 1 }
        var columns: [Int] = []
        for column in counts.keys.sorted() where columns.last.map({ column > $0 + 3 }) ?? true {
            columns.append(column)
        }
        return columns
    }

    /// Each cell with the number of its head: by the columns of the rows where there are as many as heads, else by the head
    /// that stands nearest.
    static func placed(_ cells: [Cell], _ starts: [Int], _ heads: [(kind: Column, column: Int)]) -> [(
        Int, String
    )] {
        cells.map { cell in
            if starts.count == heads.count {
                return (starts.lastIndex { $0 <= cell.column } ?? 0, cell.text)
            }
            let nearest = heads.indices.min {
                abs(heads[$0].column - cell.column) < abs(heads[$1].column - cell.column)
            }
            return (nearest ?? 0, cell.text)
        }
    }
}
