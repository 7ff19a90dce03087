import Foundation

/// The rows of a table as spreadsheets save it: cells parted by commas, in quotation marks where a cell holds a comma or
/// a line break, under a head that says where the speakers and what they say stand: `No,発言者,発言内容`.
struct SpeechTable {
    struct Row {
        var label: Range<Int>
        /// Where the speech begins.
        var text: Int
    }

    /// By line, what a row says; rows without a speaker are headings and notes and not among them.
    private(set) var rows: [Int: Row] = [:]
    /// The lines of the table below its head.
    private(set) var body: Range<Int>?

    /// The comma between cells.
    static let sign: UInt32 = 0x2C

    /// The head stands among the first lines.
    private static let reach = 120
    private static let most = 16

    /// - Complexity: O(reach) where there is no such table, else O(bytes).
    init(_ lines: inout [Line], in bytes: SourceBytes) {
        var inked = 0
        for index in lines.indices where lines[index].kind == .text {
            inked += 1
            guard inked <= Self.reach else { return }
            let ink = lines[index].ink
            guard ink.count <= 400, bytes.holdsComma(ink), let columns = Self.columns(of: ink, bytes) else {
                continue
            }
            lines[index].kind = .rule
            for above in lines.indices[..<index] {
                // Empty cells fill up the rows above.
                while lines[above].inkEnd > lines[above].inkStart, bytes[lines[above].inkEnd - 1] == 0x2C {
                    lines[above].inkEnd -= 1
                }
                if lines[above].isBlank { lines[above].kind = .blank }
            }
            read(&lines, from: index + 1, columns, bytes)
            return
        }
    }

    /// The columns of speaker and speech, where the line is a head that has both.
    private static func columns(of ink: Range<Int>, _ bytes: SourceBytes) -> (label: Int, text: Int)? {
        let cells = cells(ink, bytes).map { bytes.condensed($0.content) }
        guard let label = cells.firstIndex(where: { speakers.contains($0) }),
            let text = cells.lastIndex(where: { speeches.contains($0) }), text > label
        else { return nil }
        return (label, text)
    }

    private static let speakers: Set<String> = ["発言者", "話者", "発言者名", "発言者氏名", "発言者・役職", "役職・氏名", "氏名", "話し手"]
    private static let speeches: Set<String> = ["発言内容", "内容", "発言", "発言要旨", "発言の内容", "要旨", "発言の要旨", "話した内容", "本文"]

    private mutating func read(
        _ lines: inout [Line], from first: Int, _ columns: (label: Int, text: Int), _ bytes: SourceBytes
    ) {
        var isOpen = false
        for index in first..<max(first, lines.count) where !lines[index].isBlank {
            let ink = lines[index].ink
            if isOpen {
                // The line goes on with a cell that was opened above.
                if let close = Self.close(ink.lowerBound, ink.upperBound, bytes) {
                    isOpen = false
                    trim(&lines[index], to: close)
                }
                continue
            }
            let cells = Self.cells(ink, bytes)
            if let last = cells.last { isOpen = last.isOpen }
            guard cells.count > columns.text, case let label = cells[columns.label].content, !label.isEmpty,
                Bracket.closing(of: bytes.scalar(at: label.lowerBound).value) == nil
            else {
                // A heading between the rows, a break, or the end.
                if let told = cells.last(where: { !$0.content.isEmpty })?.content {
                    lines[index].inkStart = told.lowerBound
                    trim(&lines[index], to: told.upperBound)
                    lines[index].columns = LineTable.width(of: told, bytes)
                    lines[index].indent = 0
                }
                continue
            }
            let text = cells[columns.text]
            rows[index] = Row(label: label, text: text.content.lowerBound)
            if !text.isOpen { trim(&lines[index], to: max(text.content.upperBound, label.upperBound)) }
        }
        body = first..<lines.count
    }

    private func trim(_ line: inout Line, to end: Int) { line.inkEnd = max(line.inkStart, end) }

    /// The end of what a quoted cell holds on a line; `nil` where it goes on below.
    private static func close(_ start: Int, _ end: Int, _ bytes: SourceBytes) -> Int? {
        var offset = start
        while offset < end {
            if bytes[offset] == 0x22 {
                // "" is a mark within the cell.
                guard offset + 1 < end, bytes[offset + 1] == 0x22 else { return offset }
                offset += 1
            }
            offset += 1
        }
        return nil
    }

    private static func cells(_ ink: Range<Int>, _ bytes: SourceBytes) -> [(content: Range<Int>, isOpen: Bool)] {
        var cells: [(content: Range<Int>, isOpen: Bool)] = []
        var offset = ink.lowerBound
        while offset <= ink.upperBound, cells.count < most {
            if offset < ink.upperBound, bytes[offset] == 0x22 {
                guard let end = close(offset + 1, ink.upperBound, bytes) else {
                    cells.append((offset + 1..<ink.upperBound, true))
                    break
                }
                cells.append((bytes.trimmed(offset + 1..<end), false))
                offset = end + 1
                while offset < ink.upperBound, bytes[offset] != 0x2C { offset += 1 }
            } else {
                let start = offset
                while offset < ink.upperBound, bytes[offset] != 0x2C { offset += 1 }
                cells.append((bytes.trimmed(start..<offset), false))
            }
            offset += 1
        }
        return cells
    }
}

extension SourceBytes {
    /// Whether a comma stands in the range, which most lines of Japanese text hold none of.
    fileprivate func holdsComma(_ range: Range<Int>) -> Bool {
        buffer.baseAddress.map { memchr($0 + range.lowerBound, 0x2C, range.count) != nil } ?? false
    }
}
