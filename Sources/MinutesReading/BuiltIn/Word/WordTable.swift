/// A table while it is read, and its rows as lines: cells divided by tabs, a row one line where it can be.
///
/// A parser of lines has to find out who speaks. So a cell of several paragraphs keeps together: its first paragraph
/// stands behind the cells before it, the others follow on lines that begin with the tabs of the columns to the left.
struct WordTable {
    struct Row {
        var cells: [[[UInt8]]] = []
        /// Pages that began since the row before.
        var pages = 0
        /// Pages that begin with this row, and inside of it: the most that any cell says, for all are cut by the same page.
        var leadingPages = 0
        var innerPages = 0
        var isDeleted = false
    }

    private(set) var rows: [Row] = []
    private var row: Row?

    mutating func beginRow(pages: Int) { row = Row(pages: pages) }
    mutating func deleteRow() { row?.isDeleted = true }
    mutating func addEmptyCells(_ count: Int) { for _ in 0..<min(count, 63) { row?.cells.append([]) } }

    mutating func addCell(_ lines: [[UInt8]], leadingPages: Int = 0, innerPages: Int = 0) {
        var row = row ?? Row()
        row.leadingPages = max(row.leadingPages, leadingPages)
        row.innerPages = max(row.innerPages, innerPages)
        self.row = row
        self.row?.cells.append(Self.trimmed(lines))
    }

    /// - Returns: the pages that began inside of the row.
    mutating func endRow() -> Int {
        defer { row = nil }
        guard let row, !row.isDeleted else { return 0 }
        rows.append(row)
        return row.innerPages
    }

    /// The lines of the table with the pages that begin before each.
    func lines() -> [(line: [UInt8], pages: Int)] {
        let isSpeech = namesSpeakers
        var result: [(line: [UInt8], pages: Int)] = []
        for row in rows {
            var pages = row.pages + row.leadingPages
            for line in Self.lines(of: row.cells, isSpeech: isSpeech) {
                result.append((line, pages))
                pages = 0
            }
        }
        return result
    }

    // MARK: One row

    private static let tab: UInt8 = 0x09
    /// Columns further to the right are indented no more than this.
    private static let indentLimit = 8

    private static func lines(of allCells: [[[UInt8]]], isSpeech: Bool) -> [[UInt8]] {
        var cells = allCells
        while cells.last?.isEmpty == true { cells.removeLast() }
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        guard let last = filled.last else { return [] }
        // One cell holds it all: a frame around text, or a heading across the table.
        if filled.count == 1, last == 0 || !isSpeech { return cells[last] }
        if let paired = paired(cells, filled) { return paired }
        if filled.count >= 2 { joinLabels(&cells, last) }
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var isOpen = false
        for index in cells.indices {
            let cell = cells[index]
            if isOpen { line.append(tab) }
            isOpen = true
            guard cell.count > 1 else {
                if let only = cell.first { line += only }
                continue
            }
            let isBody = !isSpeech && cell.count >= bodyLines
            if isBody, !line.allSatisfy({ $0 == tab }) {
                lines.append(trimmedTabs(line))
                lines += cell
            } else {
                let indent = [UInt8](repeating: tab, count: isBody ? 0 : min(max(index, 1), indentLimit))
                lines.append(line + cell[0])
                lines += cell.dropFirst().map { $0.isEmpty ? $0 : indent + $0 }
            }
            line = []
            // What stands to the right of a cell of many lines begins a line of its own.
            isOpen = false
        }
        if line.contains(where: { $0 != tab }) { lines.append(line) }
        return lines
    }

    /// A cell with so many paragraphs in a form is a body of text, not a value.
    private static let bodyLines = 4
    /// Bytes of a line that can be an entry of a list or a part of a label: 30 characters.
    private static let shortLine = 90

    /// Lists side by side, `山田太郎⏎鈴木花子 | 会長⏎副会長`: as many lines in each, all of them short.
    private static func paired(_ cells: [[[UInt8]]], _ filled: [Int]) -> [[UInt8]]? {
        let lists = filled.filter { cells[$0].count > 1 }
        guard lists.count >= 2, let count = lists.first.map({ cells[$0].count }),
            lists.allSatisfy({ cells[$0].count == count }),
            lists.allSatisfy({ cells[$0].allSatisfy { !$0.isEmpty && $0.count <= shortLine && !endsSentence($0) } })
        else { return nil }
        return (0..<count).map { row in
            var line: [UInt8] = []
            for index in cells.indices {
                if index > 0 { line.append(tab) }
                if row < cells[index].count { line += cells[index][row] }
            }
            return line
        }
    }

    /// A label set on two or three lines in front of another cell is one label: `委員長⏎（山田委員）`.
    private static func joinLabels(_ cells: inout [[[UInt8]]], _ last: Int) {
        for index in 0..<last where (2...3).contains(cells[index].count) {
            guard cells[index].allSatisfy({ $0.count <= shortLine / 2 && !endsSentence($0) }),
                cells[last].count != cells[index].count || !endsShort(cells[last])
            else { continue }
            let parts = cells[index].filter { !$0.isEmpty }
            var label: [UInt8] = parts.first ?? []
            for part in parts.dropFirst() {
                if !opensBracket(part) { label += Array("\u{3000}".utf8) }
                label += part
            }
            cells[index] = [label]
        }
    }

    private static func endsShort(_ lines: [[UInt8]]) -> Bool { lines.allSatisfy { $0.count <= shortLine } }
    private static func endsSentence(_ line: [UInt8]) -> Bool { line.suffix(3).elementsEqual("。".utf8) }
    private static func opensBracket(_ line: [UInt8]) -> Bool {
        line.first == 0x28 || line.starts(with: "（".utf8) || line.starts(with: "［".utf8)
    }

    private static func trimmedTabs(_ line: [UInt8]) -> [UInt8] {
        var line = line
        while line.last == tab { line.removeLast() }
        return line
    }

    private static func trimmed(_ lines: [[UInt8]]) -> [[UInt8]] {
        var rest = lines[...]
        while rest.first?.isEmpty == true { rest.removeFirst() }
        while rest.last?.isEmpty == true { rest.removeLast() }
        return Array(rest)
    }

    // MARK: What kind of table

    /// Whether a column names who speaks: its entries come back, or its head says so.
    private var namesSpeakers: Bool {
        if let head = rows.first?.cells.prefix(3), head.contains(where: { Self.isSpeakerHead($0) }) { return true }
        var seen: [[UInt8]: Int] = [:]
        var labels = 0
        for row in rows {
            let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
            guard filled.count >= 2,
                let longest = filled.max(by: { Self.size(row.cells[$0]) < Self.size(row.cells[$1]) }),
                longest > 0, let label = row.cells[longest - 1].first, label.count <= Self.shortLine
            else { continue }
            seen[label, default: 0] += 1
            labels += 1
        }
        return labels >= 3 && seen.count * 4 <= labels * 3
    }

    private static func size(_ cell: [[UInt8]]) -> Int { cell.reduce(0) { $0 + $1.count } }

    private static func isSpeakerHead(_ cell: [[UInt8]]) -> Bool {
        guard cell.count == 1, cell[0].count <= 24 else { return false }
        let text = String(decoding: cell[0], as: UTF8.self).filter { !$0.isWhitespace }
        return ["発言者", "発言者名", "話者", "発言委員", "発言者等"].contains(text)
    }
}
