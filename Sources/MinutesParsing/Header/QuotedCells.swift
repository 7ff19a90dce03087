/// Rows of quoted cells above the turns of a table: `"会場","市民会館"`.
enum QuotedCells {
    /// The lines without the quotation marks that open and close their cells; those between cells stay.
    /// - Complexity: O(end) where the first line with ink begins with a quotation mark and holds two cells, else O(1).
    static func bare(_ lines: [Line], before end: Int, _ bytes: SourceBytes) -> [Line] {
        guard let first = lines.prefix(min(end, 8)).first(where: { !$0.isBlank }), bytes[first.inkStart] == 0x22,
            first.ink.contains(where: { isBetween(at: $0, first.inkEnd, bytes) })
        else { return lines }
        var lines = lines
        for index in 0..<end where !lines[index].isBlank && lines[index].ink.count > 2 {
            if bytes[lines[index].inkStart] == 0x22 { lines[index].inkStart += 1 }
            if bytes[lines[index].inkEnd - 1] == 0x22 { lines[index].inkEnd -= 1 }
            if lines[index].ink.allSatisfy({ bytes[$0] == 0x22 || bytes[$0] == 0x2C }) {
                lines[index].inkEnd = lines[index].inkStart
                lines[index].kind = .blank
            }
        }
        return lines
    }

    /// `","` between two cells.
    static func isBetween(at offset: Int, _ end: Int, _ bytes: SourceBytes) -> Bool {
        offset + 3 <= end && bytes[offset] == 0x22 && bytes[offset + 1] == 0x2C && bytes[offset + 2] == 0x22
    }
}
