/// A column of a table: its heading, its width in a workbook, and what stands in it. CSV and workbook are made of the
/// same columns.
struct TableColumn<Row>: Sendable {
    var title: String
    /// Characters of the standard font; a Japanese character takes two.
    var width: Double
    /// From the row and its number, from 1.
    var cell: @Sendable (_ row: Row, _ number: Int) -> Spreadsheet.Cell

    init(_ title: String, _ width: Double, _ cell: @escaping @Sendable (_ row: Row, _ number: Int) -> Spreadsheet.Cell)
    {
        (self.title, self.width, self.cell) = (title, width, cell)
    }

    init(_ title: String, _ width: Double, _ cell: @escaping @Sendable (_ row: Row) -> Spreadsheet.Cell) {
        self.init(title, width) { row, _ in cell(row) }
    }

    /// The same column of something that holds such a row.
    func of<Holder>(_ row: @escaping @Sendable (Holder) -> Row) -> TableColumn<Holder> {
        TableColumn<Holder>(title, width) { [cell] holder, number in cell(row(holder), number) }
    }
}

/// Rows under columns, for people who work in Excel.
struct ColumnTable<Row> {
    var columns: [TableColumn<Row>]
    var rows: [Row]

    /// Bytes of a CSV file, byte order mark first.
    var csv: [UInt8] {
        var writer = CSVWriter(header: columns.map(\.title))
        for (place, row) in rows.enumerated() { writer.add(columns.map { $0.cell(row, place + 1).text }) }
        return writer.bytes
    }

    /// Bytes of an Excel workbook with one sheet.
    /// - Throws: `ZipError` when it does not fit into a file.
    func workbook(sheet name: String) throws -> [UInt8] {
        let cells = rows.enumerated().map { place, row in columns.map { $0.cell(row, place + 1) } }
        let sheet = Spreadsheet.Sheet(
            name: name, columns: columns.map { .init(title: $0.title, width: $0.width) }, rows: cells)
        return try SpreadsheetWriter(spreadsheet: Spreadsheet(sheets: [sheet])).bytes()
    }
}

extension Spreadsheet.Cell {
    /// As CSV has it.
    var text: String? {
        switch self {
        case .text(let text), .day(let text): text
        case .number(let number): String(number)
        case .empty: nil
        }
    }
}
