/// Rows and cells of the Japanese character sets to Unicode, read once from the tables in source.
enum KanjiTable {
    /// Windows code page 932, rows 1–120 by 94 cells; 0 where a cell is empty.
    static let windows = table(WindowsKanjiRows.rows, rows: 120)
    /// JIS X 0212, rows 1–94 by 94 cells; 0 where a cell is empty.
    static let supplementary = table(SupplementaryKanjiRows.rows, rows: 94)

    private static func table(_ text: String, rows: Int) -> [UInt16] {
        var table = [UInt16](repeating: 0, count: rows * 94)
        for line in text.utf8.split(separator: 0x0A) {
            let scalars = Array(String(Substring(line)).unicodeScalars)
            var row = 0
            for digit in scalars.prefix(3) { row = row * 10 + Int(digit.value) - 0x30 }
            for (cell, scalar) in scalars.dropFirst(3).enumerated() where scalar != "\u{FFFD}" {
                table[(row - 1) * 94 + cell] = UInt16(truncatingIfNeeded: scalar.value)
            }
        }
        return table
    }
}
