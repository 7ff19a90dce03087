/// A workbook as the exporters think of it; `SpreadsheetWriter` makes the file.
struct Spreadsheet {
    struct Column {
        var title: String
        /// Characters of the standard font; a Japanese character takes two.
        var width: Double
    }

    enum Cell {
        case text(String)
        case number(Int)
        /// ISO 8601; a text that is no date of the calendar stays text.
        case day(String)
        case empty

        /// Text, or an empty cell for `nil`.
        init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

        init(day: String?) { self = day.map(Cell.day) ?? .empty }
    }

    struct Sheet {
        /// At most 31 characters, none of `[]:*?/\`.
        var name: String
        var columns: [Column]
        var rows: [[Cell]] = []
    }

    var sheets: [Sheet]
}
